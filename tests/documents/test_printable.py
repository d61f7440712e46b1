"""Other people's text before it is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.core.addresses import is_web_address
from vcs_desktop.documents.printable import (
    called,
    clean,
    one_line,
    pieces,
    reads_from_right,
    shortened,
)


def test_what_cannot_be_seen_is_taken_out():
    assert clean("a\x00b\u202ec\u200bd\ufeff\ud800e") == "abcde"


def test_what_joins_or_parts_letters_stays_and_what_is_seen_in_other_scripts():
    assert clean("\u06cc\u200c\u062f \u0600") == "\u06cc\u200c\u062f \u0600"


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("שלום hello", True), ("1. محمد", True), ("Ruth רות", False), ("12", False), ("", False)],
)
def test_the_first_letter_says_from_where_a_text_is_read(text, is_so):
    assert reads_from_right(text) is is_so


def test_line_ends_of_every_system_are_one():
    assert clean("one\r\ntwo\rthree\u2028four") == "one\ntwo\nthree\nfour"


def test_a_letter_and_its_accent_become_one_letter():
    assert clean("e\u0301") == "é"


def test_other_runs_of_space_are_one_space():
    assert clean("  a \t\u00a0 b  ") == "a b"
    assert clean("  a   b  ") == "a b"


def test_lines_and_blank_lines_part_a_text():
    assert list(pieces("one\ntwo\n\n  \nthree")) == ["one", "two", "three"]


def test_nothing_gives_no_pieces():
    assert list(pieces(" \n ")) == []


@given(st.text(max_size=3_000))
def test_no_piece_is_slow_to_set_and_no_word_is_lost(text):
    parts = list(pieces(text))
    assert all(len(part.split()) <= 200 for part in parts)
    assert all(len(word) <= 100 for part in parts for word in part.split())
    assert "".join("".join(parts).split()) == "".join(clean(text).split())


def test_a_short_text_is_not_shortened():
    assert shortened("A short title", 3) == "A short title"


def test_a_long_text_ends_in_dots():
    assert shortened("one two, three four", 2) == "one two…"


def test_a_word_without_end_is_cut():
    assert shortened("W" * 5_000, 3) == "W" * 30 + "…"


@given(st.text(), st.integers(1, 20))
def test_shortening_keeps_the_beginning(text, words):
    short = shortened(text, words)
    assert one_line(text).startswith(short.removesuffix("…"))
    assert len(short) <= words * 10 + 1


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ("مرحبا", "[Arabic letters]"),
        ("中文", "[Chinese letters]"),
        ("한국", "[Korean letters]"),
        ("বাংলা", "[Bengali letters]"),
        ("😀", "[grinning face]"),
        ("\ue000", "[a sign]"),
    ],
)
def test_letters_that_no_font_has_are_called_by_their_name(letters, words):
    assert called(letters) == words


@pytest.mark.parametrize(
    "address", ["https://example.org", "http://example.org:8080/a?b=c&d=1", "https://a.b/%20#x"]
)
def test_a_web_address_may_be_a_link(address):
    assert is_web_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://example.org/ and more",
        "https://exämple.org",
        "ftp://example.org",
        "//host/share",
        "https://example.org/\nx",
        "https://user@example.org/",
        f"https://example.org/{'x' * 3_000}",
    ],
)
def test_anything_else_is_only_words(address):
    assert not is_web_address(address)
