"""A service on this computer that gives contracts page by page, with every fault of a real one."""

import json
from collections import defaultdict
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import parse_qs, urlsplit

from tests.support.feed_files import package
from vcs_desktop.feeds.ocds.merge import compiled
from vcs_desktop.feeds.reading import Refusal, open_feed
from vcs_desktop.publishing.ocds_api import Api, fetch
from vcs_desktop.wire.record import Release

PATH = "/Published/Notices/OCDS/Search"
SINCE = date(2026, 11, 1)
_ENDLESS = 200
"""Pieces of a MB that an answer without end has: a test that reads on must not last for ever."""


class OcdsServer:
    """Serves ``pages``; ``faults`` of a page come first, one at each request of it.

    ``asked`` are the requests, by the number of the page. ``nexts`` says which page is said to
    follow where it is not the next one; None is none.
    """

    def __init__(self, pages):
        self.pages = list(pages)
        self.faults = defaultdict(list)
        self.nexts = {}
        self.asked = []
        self.queries = []
        self.base = ""
        self.dripped = 0
        self.waiting = Event()

    @property
    def api(self):
        return Api("The service", "the-service", f"{self.base}{PATH}", {"publishedFrom": "{since}"})

    def address(self, number):
        return f"{self.base}{PATH}?cursor={number}"

    def content(self, number):
        """Return a page with where the next one is."""
        page = dict(self.pages[number])
        following = self.nexts.get(number, number + 1 if number + 1 < len(self.pages) else None)
        page.pop("links", None)
        if following is not None:
            page["links"] = {"next": self.address(following)}
        return json.dumps(page).encode()


@contextmanager
def serving(*pages):
    """Serve some pages while a test goes on."""
    server = OcdsServer(pages)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            query = parse_qs(urlsplit(self.path).query)
            number = int(query.get("cursor", ["0"])[0])
            server.asked.append(number)
            server.queries.append(query)
            waiting = server.faults[number]
            if waiting:
                waiting.pop(0)(self, server, number)
            else:
                answer(self, server.content(number))

        def log_message(self, *given):
            pass

    web = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.base = f"http://127.0.0.1:{web.server_port}"
    thread = Thread(target=web.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        web.shutdown()
        web.server_close()
        thread.join()


def answer(handler, content, status=200, kind="application/json", **headers):
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(content)))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(content)


def status(number, **headers):
    """Return a fault: this status and nothing else."""
    return lambda handler, server, page: answer(handler, b"", number, **headers)


def dropped(handler, server, page):
    """Hang up without a word."""
    handler.close_connection = True


def cut_off(handler, server, page):
    """Hang up in the middle of the page."""
    content = server.content(page)
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(content)))
    handler.end_headers()
    handler.wfile.write(content[: len(content) // 2])


def ends_early(handler, server, page):
    """Send half a page as if it were whole."""
    content = server.content(page)
    answer(handler, content[: len(content) // 2])


def not_json(handler, server, page):
    answer(handler, b"\x00\xff\xfe garbage")


def login_page(handler, server, page):
    answer(handler, b"<!DOCTYPE html><html><body>Log in</body></html>", kind="text/html")


def other_json(handler, server, page):
    answer(handler, b'{"message": "hello"}')


def endless(handler, server, page):
    """Send a page that does not end."""
    handler.send_response(200)
    handler.end_headers()
    handler.wfile.write(b'{"releases": [')
    piece = b'"x",' * (1 << 18)
    for _ in range(_ENDLESS):
        try:
            handler.wfile.write(piece)
        except OSError:
            return


def dripping(handler, server, page):
    """Send a page so slowly that it would take for ever: a letter, and then a while nothing."""
    content = server.content(page)
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(content)))
    handler.end_headers()
    for letter in content[:_ENDLESS]:
        try:
            handler.wfile.write(bytes([letter]))
        except OSError:
            return
        server.dripped += 1
        server.waiting.wait(0.05)


def sent_to(place):
    """Return a fault: the page is elsewhere; ``place`` may name the server's own address."""
    return lambda handler, server, page: answer(
        handler, b"", 302, Location=place.format(base=server.base, page=page)
    )


def some_pages(many, each=3):
    """Return made-up pages whose releases are of ever the same few processes."""
    return [
        package(
            *(
                {
                    "ocid": f"ocds-x-{(page * each + place) % (many + 1)}",
                    "id": f"{page}-{place}",
                    "date": f"2026-11-{page + 1:02}T10:00:{place:02}Z",
                    "tag": ["tender"],
                    "tender": {"id": "t", "title": f"Title of page {page}"},
                }
                for place in range(each)
            )
        )
        for page in range(many)
    ]


class Slept:
    """Sleeps no time at all, and says how long it would have been."""

    def __init__(self):
        self.seconds = 0.0

    def __call__(self, seconds):
        assert 0 <= seconds <= 1
        self.seconds += seconds


def fetched(server, folder, **more):
    """Fetch all that a server has, without ever waiting."""
    return fetch(server.api, SINCE, folder, sleep=more.pop("sleep", Slept()), **more)


def releases(path):
    """Return what publishing reads in a file: every process once."""
    items = list(open_feed(path).items())
    assert not [each for each in items if isinstance(each, Refusal)]
    assert len({each.ocid for each in items}) == len(items)
    return {each.ocid: each.data for each in items}


def expected(given):
    """Return what some pages come to, worked out in one go."""
    of_one = {}
    for page in given:
        for each in page["releases"]:
            of_one.setdefault(each["ocid"], {})[each["id"]] = each
    return {
        ocid: compiled(
            [Release(ocid, each["id"], each["date"], (), each) for each in some.values()]
        )
        for ocid, some in of_one.items()
    }


def without_source(found):
    """Return what was read without what the head of the file added to it."""
    return {
        ocid: {name: value for name, value in data.items() if name not in ("source", "licence")}
        for ocid, data in found.items()
    }
