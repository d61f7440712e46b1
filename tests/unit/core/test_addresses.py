"""Only plain addresses become links, and only safe ones are opened."""

import pytest

from vcs_desktop.core.addresses import is_link, is_web_address, may_be_opened, service_address

WEB = [
    "https://example.org",
    "http://example.org/a?b=c#d",
    "https://example.org:8080/a",
    "https://a.org?b",
]
MAIL = ["mailto:hello@example.org"]
NEITHER = [
    "",
    "example.org",
    "ftp://example.org",
    "file:///etc/passwd",
    "//evil.example/share",
    "\\\\evil.example\\share",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://bank.example@evil.example/",
    "https://bank.example\\@evil.example",
    "https://b\u0430nk.example",
    "https://example.org/a b",
    "https://example.org/\u202egpj.exe",
    "https://example.org/\x00",
    "https://",
    "https://example.org/" + "a" * 2_000,
    "mailto:a@b.org?attach=/etc/passwd",
    "mailto:a@b.org,c@d.org",
    "mailto:",
    "HTTPS://EXAMPLE.ORG",
    "https://example.org\n",
]  # fmt: skip


@pytest.mark.parametrize("address", WEB)
def test_a_plain_web_address_may_be_a_link(address):
    assert is_web_address(address)
    assert is_link(address)


@pytest.mark.parametrize("address", MAIL)
def test_the_address_of_one_mailbox_may_be_a_link(address):
    assert not is_web_address(address)
    assert is_link(address)
    assert may_be_opened(address)


@pytest.mark.parametrize("address", NEITHER)
def test_everything_else_stays_words(address):
    assert not is_link(address)
    assert not may_be_opened(address)


def test_only_a_page_that_nobody_on_the_way_can_change_is_opened():
    assert may_be_opened("https://example.org/a")
    assert not may_be_opened("http://example.org/a")


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" https://library.example.org/ ", "https://library.example.org"),
        ("library.example.org", "https://library.example.org"),
        ("library.example.org:8443/a/b", "https://library.example.org:8443/a/b"),
        ("http://127.0.0.1:8000/library", "http://127.0.0.1:8000/library"),
        ("", ""),
        ("/", ""),
        ("the council", ""),
        ("https://council@evil.example", ""),
        ("https://library.example.org/?a=b", ""),
        ("ftp://library.example.org", ""),
        ("library.ex\u0430mple.org", ""),
    ],
)
def test_the_address_of_a_service_is_taken_as_people_type_it(typed, address):
    assert service_address(typed) == address
