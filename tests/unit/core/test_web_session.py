"""Speaking to a web server: by this computer's way out, with no password kept for others."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from vcs_desktop.core.web_session import TimelySession


@contextmanager
def listener():
    """Yield the address of a web server, and what it was asked with."""
    asked = []

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append((self.path, dict(self.headers)))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Answering)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def session(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    asks = TimelySession()
    yield asks
    asks.close()


def test_a_password_that_this_computer_keeps_for_a_server_is_not_given_to_it(
    session, monkeypatch, tmp_path
):
    kept = tmp_path / "netrc"
    kept.write_text("machine 127.0.0.1 login volunteer password secret\n")
    monkeypatch.setenv("NETRC", str(kept))
    with listener() as (address, asked):
        session.get(f"{address}/library.json", timeout=5)
    assert "Authorization" not in asked[0][1]


def test_it_goes_by_the_proxy_that_this_computer_has_to_go_by(session, monkeypatch):
    with listener() as (proxy, asked):
        monkeypatch.setenv("http_proxy", proxy)
        session.get("http://library.example/library.json", timeout=5)
    assert [path for path, _ in asked] == ["http://library.example/library.json"]


def test_it_goes_by_none_to_a_place_that_needs_none(session, monkeypatch):
    with listener() as (address, asked):
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        session.get(f"{address}/library.json", timeout=5)
    assert [path for path, _ in asked] == ["/library.json"]
