"""Speaking to a service: only to the one that was meant, and safely where it says so."""

import socket

import pytest

from tests.support.fault_proxy import faulty_service
from vcs_desktop.sync.errors import Offline, SignInToWifi, TooSlow
from vcs_desktop.sync.http_remote import HttpRemote, Patience, _is_same_host


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("https://a.org/x", "https://a.org/y", True),
        ("http://a.org/x", "https://a.org/x", True),
        ("https://a.org/x", "http://a.org/x", False),
        ("http://a.org/x", "http://a.org:8080/x", False),
        ("http://a.org/x", "https://a.org:8443/x", False),
        ("https://a.org/x", "https://login.a.org/x", False),
        ("https://a.org/x", "https://b.org/x", False),
        ("https://a.org/x", "https://a.org@b.org/x", False),
        ("https://a.org/x", "javascript:1", False),
        ("https://a.org/x", "https://a.org:99999999/", False),
    ],
)
def test_only_the_same_host_is_gone_on_with(before, after, same):
    assert _is_same_host(before, after) == same


def test_a_file_that_moved_on_the_same_host_is_found(tmp_path):
    (tmp_path / "library.json").write_bytes(b"{}\n")
    with faulty_service(tmp_path) as service:
        service.redirects = {"/library/old.json": "/library/library.json"}
        with_closing = HttpRemote(service.address)
        answer = with_closing.get("old.json", {})
        assert b"".join(answer.pieces) == b"{}\n"
        service.redirects = {"/library/old.json": "/library/old.json"}
        with pytest.raises(SignInToWifi):
            with_closing.get("old.json", {})
        with_closing.close()


def test_a_host_that_takes_the_call_and_says_nothing_is_offline(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        remote = HttpRemote(address, Patience(connect_s=2, read_s=0.2))
        with pytest.raises(Offline):
            remote.get("library.json", {})
        remote.close()


class Ticking:
    """A clock that goes on by a second whenever somebody looks at it."""

    def __init__(self):
        self.now_s = 0

    def __call__(self):
        self.now_s += 1
        return self.now_s


@pytest.mark.parametrize("fault", ["drip", "drip head", "drip heads"])
def test_letters_that_drip_are_listened_to_only_so_long_however_steadily_they_come(tmp_path, fault):
    (tmp_path / "a.json").write_bytes(b"x" * 50_000)
    clock = Ticking()
    with faulty_service(tmp_path) as service:
        service.drip_s, service.always = 0.0005, {"a.json": fault}
        remote = HttpRemote(service.address, Patience(always_s=100, least_bytes_s=1_000), clock)
        with pytest.raises(TooSlow):
            b"".join(remote.get("a.json", {}).pieces)
        remote.close()
        # A hundred seconds, and one for each thousand bytes of the body that came at once.
        assert clock.now_s < 160
        assert len(service.requests) == 1


def test_by_a_proxy_it_is_the_same(tmp_path, monkeypatch):
    (tmp_path / "a.json").write_bytes(b"x" * 50_000)
    with faulty_service(tmp_path) as proxy:
        for name in ("http_proxy", "HTTP_PROXY"):
            monkeypatch.setenv(name, proxy.address.removesuffix("/library"))
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        patience = Patience(always_s=100, least_bytes_s=1_000)
        remote = HttpRemote("http://library.example/library", patience, Ticking())
        assert len(b"".join(remote.get("a.json", {}).pieces)) == 50_000
        proxy.drip_s, proxy.always = 0.0005, {"a.json": "drip head"}
        with pytest.raises(TooSlow):
            remote.get("a.json", {})
        remote.close()
        assert [said["host"] for _, said in proxy.requests] == ["library.example"] * 2


def test_a_slow_line_that_goes_on_is_borne_as_long_as_it_is_as_quick_as_it_must_be(tmp_path):
    (tmp_path / "a.json").write_bytes(b"x" * 9_000_000)
    clock = Ticking()
    with faulty_service(tmp_path) as service:
        remote = HttpRemote(service.address, Patience(always_s=5, least_bytes_s=1_000), clock)
        assert len(b"".join(remote.get("a.json", {}).pieces)) == 9_000_000
        remote.close()
    assert clock.now_s > 5


def test_who_is_sent_on_and_on_has_one_time_for_all_of_it(tmp_path):
    clock = Ticking()
    with faulty_service(tmp_path) as service:
        service.redirects = {"/library/a.json": "/library/b.json", "/library/b.json": "/library/c"}
        remote = HttpRemote(service.address, Patience(always_s=3), clock)
        with pytest.raises(TooSlow):
            remote.get("a.json", {})
        remote.close()
