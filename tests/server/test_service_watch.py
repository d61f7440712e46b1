"""What the service writes down, how often one may ask, and what else stands around it."""

import http.client
import io
import json
import logging
from urllib.parse import urlsplit

import pytest

from tests.contract.backend import IDS, new_group, new_keys, operation
from tests.server.test_hostile_requests import ask
from tests.support.live_service import live_service
from vcs_desktop.server import operations
from vcs_desktop.server.limits import Limiter, Rate, Rates
from vcs_desktop.server.logs import log_to
from vcs_desktop.server.refusals import Refusal
from vcs_desktop.sync.errors import Offline
from vcs_desktop.sync.service_errors import ServiceBusy, TokenNotKnown
from vcs_desktop.wire.service import Submission


@pytest.fixture
def written():
    """What is written down meanwhile."""
    stream = io.StringIO()
    end = log_to(stream)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    end()


def test_nothing_of_anybody_is_written_down(live, written):
    group = new_group(live)
    mine = operation(b"SENTINEL")
    group.service.push([mine])
    shared = Submission(IDS.new(), "need", False, b"SENTINEL")
    group.service.submit(shared)
    with pytest.raises(TokenNotKnown):
        live.door().entering(group.id, "A" * 43).operations(0)
    ask(live, "GET", "/v1/SENTINEL/path?x=SENTINEL")
    said = json.dumps(written())
    for secret in (group.id, group.keys.id, group.token, mine.uuid, shared.uuid, "SENTINEL"):
        assert secret not in said
    assert "127.0.0.1" not in said
    asked = [each["request"] for each in written() if each["what"] == "request"]
    assert "POST /groups/{group}/ops" in asked
    assert all(each["took_ms"] >= 0 and each["status"] for each in written())


def test_of_a_failure_its_place_is_written_down_and_not_its_words(live, written, monkeypatch):
    group = new_group(live)

    def fail(*_):
        raise RuntimeError("SENTINEL in the words of a failure")

    monkeypatch.setattr(operations, "page", fail)
    status, _, said = ask(live, "GET", f"/v1/groups/{group.id}/ops", token=group.token)
    assert (status, said["error"]) == (500, "failed")
    (line,) = [each for each in written() if each["what"] == "failed"]
    assert line["failure"] == "RuntimeError"
    assert line["level"] == "error"
    assert any("by_laptop" in each or "all_of_it" in each for each in line["where"])
    assert "SENTINEL" not in json.dumps(written())
    with pytest.raises(Offline):
        group.service.operations(0)


def test_the_log_is_as_it_was_afterwards():
    ours = logging.getLogger("vcs_desktop.server")
    before = (ours.level, ours.propagate, list(ours.handlers))
    log_to(io.StringIO())()
    assert (ours.level, ours.propagate, list(ours.handlers)) == before


class Clock:
    def __init__(self):
        self.now_s = 0.0

    def __call__(self):
        return self.now_s


def test_a_bucket_is_empty_after_so_many_and_fills_again():
    clock = Clock()
    limiter = Limiter(Rates(known=Rate(3, 0.5)), clock)
    for _ in range(3):
        limiter.known("one")
    with pytest.raises(Refusal) as told:
        limiter.known("one")
    assert (told.value.status, told.value.wait_s) == (429, 2)
    limiter.known("another")
    clock.now_s += 2
    limiter.known("one")
    with pytest.raises(Refusal):
        limiter.known("one")
    clock.now_s += 1_000_000
    for _ in range(3):
        limiter.known("one")
    with pytest.raises(Refusal):
        limiter.known("one")


def test_addresses_of_one_network_are_counted_together():
    limiter = Limiter(Rates(knocking=Rate(2, 1)), Clock())
    limiter.knocking("2001:db8::1")
    limiter.knocking("2001:db8::2")
    with pytest.raises(Refusal):
        limiter.knocking("2001:db8::ffff:3")
    limiter.knocking("2001:db8:0:1::1")
    limiter.knocking("192.0.2.1")
    limiter.knocking("192.0.2.2")
    limiter.knocking("no address")


def test_what_is_counted_does_not_grow_without_end():
    limiter = Limiter(Rates(), Clock())
    for number in range(25_000):
        limiter.known(str(number))
    assert len(limiter._left) == 20_000


def test_who_asks_too_often_is_asked_to_come_again_later(tmp_path):
    rates = Rates(known=Rate(5, 0.001), looking=Rate(3, 0.001), knocking=Rate(4, 0.001))
    with live_service(f"sqlite:///{tmp_path / 'a.db'}", rates=rates) as live:
        group = new_group(live)
        for _ in range(5):
            group.service.operations(0)
        with pytest.raises(ServiceBusy) as told:
            group.service.operations(0)
        assert told.value.wait_s > 100
        status, headers, said = ask(live, "GET", f"/v1/groups/{group.id}/ops", token=group.token)
        assert (status, said["error"]) == (429, "too_many")
        assert int(headers["retry-after"]) > 100
        for _ in range(2):
            live.door().probe()
        with pytest.raises(Offline):
            live.door().probe()


def test_who_guesses_is_stopped_soon(tmp_path):
    rates = Rates(knocking=Rate(4, 0.001))
    with live_service(f"sqlite:///{tmp_path / 'a.db'}", rates=rates) as live:
        group = new_group(live)
        for _ in range(3):
            with pytest.raises(TokenNotKnown):
                live.door().entering(group.id, "A" * 43).operations(0)
        for _ in range(2):
            with pytest.raises(ServiceBusy):
                live.door().start_group(IDS.new(), "0000", new_keys())
        assert group.service.operations(0).head == 0


def test_the_service_is_well_while_its_database_answers(live):
    assert ask(live, "GET", "/health")[::2] == (200, {"status": "well"})


def test_nobody_is_told_what_the_service_is_made_of(live):
    _, headers, _ = ask(live, "GET", "/v1/probe?nonce=abcdefghijklmnop")
    assert set(headers) == {
        "content-length", "content-type", "x-content-type-options", "cache-control",
    }  # fmt: skip
    assert headers["cache-control"] == "no-store"
    for path in ("/docs", "/redoc", "/openapi.json", "/v1/docs"):
        assert ask(live, "GET", path)[0] == 404


def test_a_published_library_is_served_beside_it(tmp_path):
    tree = tmp_path / "tree"
    (tree / "snapshots").mkdir(parents=True)
    (tree / "library.json").write_bytes(b'{"a":1}')
    (tree / "snapshots" / "1.ndjson.gz").write_bytes(bytes(range(256)) * 4_000)
    (tree / "private.key").write_bytes(b"SENTINEL")
    with live_service(f"sqlite:///{tmp_path / 'a.db'}", tree=tree) as live:
        assert _read(live, "/library.json")[::2] == (200, b'{"a":1}')
        tag = _read(live, "/library.json")[1]["etag"]
        assert _read(live, "/library.json", {"If-None-Match": tag})[0] == 304
        whole = (tree / "snapshots" / "1.ndjson.gz").read_bytes()
        assert _read(live, "/snapshots/1.ndjson.gz")[2] == whole
        status, headers, part = _read(live, "/snapshots/1.ndjson.gz", {"Range": "bytes=10-19"})
        assert (status, part) == (206, whole[10:20])
        assert headers["content-range"] == f"bytes 10-19/{len(whole)}"
        for path in ("/private.key", "/../a.db", "/%2e%2e/a.db", "/v1/private", "/snapshots"):
            assert _read(live, path)[0] == 404
        assert live.door().probe().name == "A service for tests"


def _read(live, path, headers=None):
    place = urlsplit(live.address)
    line = http.client.HTTPConnection(place.hostname, place.port, timeout=10)
    try:
        line.request("GET", path, headers=headers or {})
        answer = line.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        line.close()
