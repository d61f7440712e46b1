"""Speaking to a web server: by this computer's way out, with no password kept for others."""

import pytest

from tests.support.canned_http import Canned, answering
from vcs_desktop.core.web_session import TimelySession


@pytest.fixture
def session(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    asks = TimelySession()
    yield asks
    asks.close()


@pytest.fixture
def server():
    """The address of a web server, the headers it was asked with, and the paths."""
    paths = []

    def answer(_method, path):
        paths.append(path)
        return Canned()

    with answering(answer) as (address, headers):
        yield address, headers, paths


def test_a_password_that_this_computer_keeps_for_a_server_is_not_given_to_it(
    session, server, monkeypatch, tmp_path
):
    address, headers, _ = server
    kept = tmp_path / "netrc"
    kept.write_text("machine 127.0.0.1 login volunteer password secret\n")
    monkeypatch.setenv("NETRC", str(kept))
    session.get(f"{address}/library.json", timeout=5)
    assert "authorization" not in headers[0]


def test_it_goes_by_the_proxy_that_this_computer_has_to_go_by_just_now(
    session, server, monkeypatch
):
    proxy, _, paths = server
    session.get(f"{proxy}/library.json", timeout=5)
    monkeypatch.setenv("http_proxy", proxy)
    session.get("http://library.example/library.json", timeout=5)
    assert paths == ["/library.json", "http://library.example/library.json"]


def test_it_goes_by_none_to_a_place_that_needs_none(session, server, monkeypatch):
    address, _, paths = server
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    session.get(f"{address}/library.json", timeout=5)
    assert paths == ["/library.json"]
