"""No fault of a service loses a contract or takes one twice, and each is told in words."""

import gzip
import json
from datetime import UTC, datetime

import pytest

from tests.support import ocds_server
from tests.support.feed_files import package, release
from tests.support.ocds_server import (
    SINCE,
    Slept,
    expected,
    fetched,
    releases,
    serving,
    some_pages,
    without_source,
)
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.publishing.ocds_api import (
    CONTRACTS_FINDER,
    Api,
    CannotFetch,
    Reply,
    Unreached,
    ask_the_web,
    asking,
    fetch,
    fetching,
    kept,
    merging,
)
from vcs_desktop.publishing.ocds_api.asking import TooLarge

PASSING = [
    ocds_server.dropped,
    ocds_server.cut_off,
    ocds_server.ends_early,
    ocds_server.not_json,
    ocds_server.status(500),
    ocds_server.status(503),
    ocds_server.status(429),
    ocds_server.status(429, Retry_After="30"),
    ocds_server.status(503, Retry_After="Sun, 01 Nov 2026 12:00:40 GMT"),
    ocds_server.status(403, Retry_After="30"),
    ocds_server.status(429, Retry_After="soon"),
    ocds_server.sent_to("{base}/elsewhere?cursor={page}"),
]


@pytest.mark.parametrize("page", [0, 1, 2])
@pytest.mark.parametrize("fault", PASSING)
def test_a_fault_that_passes_costs_nothing_but_time(tmp_path, fault, page):
    given = some_pages(3)
    with serving(*given) as server:
        server.faults[page] = [fault]
        done = fetched(server, tmp_path, clock=FixedClock.on(SINCE))
        assert server.asked == sorted([0, 1, 2, page])
    assert without_source(releases(done.path)) == expected(given)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("30", 30), ("Sun, 01 Nov 2026 12:00:40 GMT", 40), ("Sun, 01 Nov 2026 11:00:00 GMT", 0)],
)
def test_we_wait_as_long_as_the_service_asks(tmp_path, said, seconds):
    slept = Slept()
    with serving(*some_pages(1)) as server:
        server.faults[0] = [ocds_server.status(429, Retry_After=said)] * 3
        fetched(server, tmp_path, sleep=slept, clock=FixedClock.on(SINCE))
    assert slept.seconds == 3 * seconds


def test_we_wait_longer_each_time_where_the_service_does_not_say_how_long(tmp_path):
    slept = Slept()
    with serving(*some_pages(1)) as server:
        server.faults[0] = [ocds_server.status(503)] * 4
        fetched(server, tmp_path, sleep=slept)
    assert slept.seconds == 5 + 10 + 20 + 40


STAYING = [
    (ocds_server.dropped, "gave no whole answer"),
    (ocds_server.not_json, "gave no whole answer"),
    (ocds_server.cut_off, "gave no whole answer"),
    (ocds_server.login_page, "A web page came in place of contracts."),
    (ocds_server.other_json, "is no list of contracts"),
    (ocds_server.status(404), "refused to answer (number 404)"),
    (ocds_server.status(403), "refused to answer (number 403)"),
    (ocds_server.status(500), "refused to answer (number 500)"),
    (ocds_server.status(511), "wants you to log in first"),
    (ocds_server.status(429, Retry_After="7200"), "come back in 121 minutes"),
    (ocds_server.status(429, Retry_After="9" * 400), "come back in"),
    (ocds_server.status(429, Retry_After="1"), "come back in 1 minute."),
    (ocds_server.sent_to("https://example.org/"), "another address, which we do not trust"),
    (ocds_server.sent_to("http://localhost:1/"), "another address, which we do not trust"),
    (ocds_server.sent_to("{base}/again?cursor={page}"), "another address, which we do not trust"),
    (ocds_server.sent_to(""), "another address, which we do not trust"),
]


@pytest.mark.parametrize(("fault", "told"), STAYING)
def test_a_fault_that_stays_is_told_and_the_next_time_it_goes_on(tmp_path, fault, told):
    given = some_pages(3)
    with serving(*given) as server:
        server.faults[1] = [fault] * 50
        with pytest.raises(CannotFetch) as caught:
            fetched(server, tmp_path)
        assert told in caught.value.message
        assert caught.value.advice
        assert not (tmp_path / "the-service-since-2026-11-01.json").exists()
        server.faults.clear()
        server.asked.clear()
        done = fetched(server, tmp_path)
        assert server.asked == [1, 2]
    assert without_source(releases(done.path)) == expected(given)


def test_a_page_that_never_ends_is_left_off(tmp_path, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_BYTES", 1 << 20)
    with serving(*some_pages(2)) as server:
        server.faults[1] = [ocds_server.endless]
        with pytest.raises(CannotFetch, match="more than") as caught:
            fetched(server, tmp_path)
    assert "far larger than any page" in caught.value.message


@pytest.mark.parametrize("back_to", [0, 1, 2])
def test_a_service_that_goes_in_circles_is_left_with_what_it_gave(tmp_path, back_to):
    given = some_pages(3)
    with serving(*given) as server:
        server.nexts[2] = back_to
        done = fetched(server, tmp_path)
        assert len(server.asked) <= 4
    if back_to == 0:  # by another address than the first time, so once more around
        assert done.pages >= 3
    assert done.ended_early == "The service sent us to the same page again and again."
    assert without_source(releases(done.path)) == expected(given)


def test_a_service_mended_meanwhile_is_asked_on(tmp_path):
    given = some_pages(4)
    with serving(*given) as server:
        server.nexts[1] = 1
        assert fetched(server, tmp_path).ended_early
        del server.nexts[1]
        done = fetched(server, tmp_path)
    assert done.ended_early == ""
    assert without_source(releases(done.path)) == expected(given)


def test_empty_pages_without_end_are_told(tmp_path, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_EMPTY", 3)
    with serving(*some_pages(1), *[package()] * 9) as server:
        done = fetched(server, tmp_path)
    assert done.ended_early == "The service gave one empty page after the other."
    assert (done.pages, done.releases) == (4, 3)


@pytest.mark.parametrize(
    ("module", "name"),
    [(fetching, "MOST_PAGES"), (kept, "MOST_RELEASES"), (kept, "MOST_BYTES")],
)
def test_more_than_we_take_at_once_is_told(tmp_path, monkeypatch, module, name):
    monkeypatch.setattr(module, name, 2)
    with serving(*some_pages(4)) as server:
        done = fetched(server, tmp_path)
    assert done.ended_early.startswith("There is more than we take at once.")
    assert releases(done.path)


def test_a_next_page_on_another_host_is_not_asked_for(tmp_path):
    page = some_pages(1)[0] | {"links": {"next": "https://elsewhere.example.org/?cursor=2"}}
    asked = []

    def ask(address, most):
        asked.append(address)
        return Reply(200, {}, json.dumps(page).encode())

    with pytest.raises(CannotFetch, match="another host"):
        fetch(CONTRACTS_FINDER, SINCE, tmp_path, ask=ask)
    assert len(asked) == 1


def test_entries_that_no_reader_could_use_are_counted_and_take_no_others_with_them(tmp_path):
    deep = []
    for _ in range(200):
        deep = [deep]
    given = package(
        release(),
        "text",
        {"ocid": "ocds-x-2"},
        release("ocds-x-3", date="soon"),
        release("ocds-x-4", deep=deep),
        release("ocds-x-5", note="\ud800 half a letter", much=1e400),
    )
    with serving(given) as server:
        done = fetched(server, tmp_path)
    assert (done.releases, done.not_usable) == (2, 4)
    assert releases(done.path).keys() == {"ocds-x-1", "ocds-x-5"}


@pytest.mark.parametrize("deep", ["[" * 480 + "]" * 480, "[" * 600 + "]" * 600])
def test_a_page_whose_head_is_nested_beyond_all_measure_is_taken_without_it(tmp_path, deep):
    (given,) = some_pages(1)
    given.pop("publisher")
    content = f'{json.dumps(given)[:-1]}, "publisher": {deep}}}'.encode()
    done = fetch(
        CONTRACTS_FINDER, SINCE, tmp_path, ask=lambda address, most: Reply(200, {}, content)
    )
    assert without_source(releases(done.path)) == expected([given])


def test_where_the_next_page_is_counts_from_where_the_page_was_found(tmp_path):
    first, second = some_pages(2)
    first["links"] = {"next": "page-2"}
    moved, answers = "https://service.example.org/new/page-1", []

    def ask(address, most):
        answers.append(address)
        if address == "https://service.example.org/old/page-1":
            return Reply(302, {"location": moved}, b"")
        return Reply(200, {}, json.dumps(first if address == moved else second).encode())

    api = Api("The service", "the-service", "https://service.example.org/old/page-1", {})
    done = fetch(api, SINCE, tmp_path, ask=ask)
    assert answers[-1] == "https://service.example.org/new/page-2"
    assert without_source(releases(done.path)) == expected([first, second])


def test_a_process_beyond_all_measure_is_left_out_and_counted(tmp_path, monkeypatch):
    monkeypatch.setattr(merging, "LARGEST_ITEM", 400)
    with serving(package(release(), release("ocds-x-2", note="x" * 400))) as server:
        done = fetched(server, tmp_path)
    assert (done.processes, done.not_usable) == (1, 1)
    assert releases(done.path).keys() == {"ocds-x-1"}


def test_releases_of_one_process_that_say_too_much_together_are_left_out_and_counted(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(merging, "MOST_TOGETHER", 2_000)
    many = [release("ocds-x-2", id=f"r-{number}", note="x" * 400) for number in range(5)]
    with serving(package(release(), *many)) as server:
        done = fetched(server, tmp_path)
    assert (done.processes, done.not_usable) == (1, 1)
    assert releases(done.path).keys() == {"ocds-x-1"}


def test_a_release_that_comes_again_counts_once_as_it_came_last(tmp_path):
    newer = release(title="new")
    with serving(package(release(title="old"), release("ocds-x-2")), package(newer)) as server:
        done = fetched(server, tmp_path)
    assert without_source(releases(done.path))["ocds-x-1"] == newer


def test_a_moment_to_wait_for_is_read_in_any_zone():
    reply = Reply(429, {"retry-after": "Sun, 01 Nov 2026 13:00:10 +0100"}, b"")
    clock = FixedClock(datetime(2026, 11, 1, 12, tzinfo=UTC))
    assert fetching._asked_to_wait(reply, clock) == 10


def test_what_does_not_speak_safely_is_never_asked_further():
    with serving(*some_pages(1)) as server:
        with pytest.raises(Unreached):
            ask_the_web(server.address(0).replace("http:", "https:"), 1_000)
        assert server.asked == []


def test_a_service_that_lets_letters_drip_does_not_hold_us_for_ever(monkeypatch):
    monkeypatch.setattr(asking, "WHOLE_S", 0.1)
    with serving(*some_pages(1)) as server:
        server.faults[0] = [ocds_server.dripping]
        with pytest.raises(Unreached, match="too long"):
            ask_the_web(server.address(0), 1_000)
        assert server.dripped < 100


def test_a_page_that_came_packed_is_unpacked_and_its_size_is_what_counts():
    def packed(handler, server, page):
        ocds_server.answer(handler, gzip.compress(b"x" * 100_000), Content_Encoding="gzip")

    with serving(*some_pages(1)) as server:
        server.faults[0] = [packed, packed]
        assert ask_the_web(server.address(0), 100_000).content == b"x" * 100_000
        with pytest.raises(TooLarge):
            ask_the_web(server.address(0), 99_999)


@pytest.mark.parametrize("is_whole", [True, False])
@pytest.mark.parametrize("is_packed", [True, False])
def test_a_page_in_pieces_is_put_together_and_one_that_lacks_its_end_is_none(is_whole, is_packed):
    content = b"".join(b"%d, " % number for number in range(50_000))

    def in_pieces(handler, server, page):
        handler.protocol_version = "HTTP/1.1"
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        if is_packed:
            handler.send_header("Content-Encoding", "gzip")
        handler.end_headers()
        sent = gzip.compress(content) if is_packed else content
        for at in range(0, len(sent) if is_whole else len(sent) // 2, 1_000):
            piece = sent[at : at + 1_000]
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        handler.wfile.write(b"0\r\n\r\n" if is_whole else b"")
        handler.close_connection = True

    with serving(*some_pages(1)) as server:
        server.faults[0] = [in_pieces]
        if is_whole:
            assert ask_the_web(server.address(0), 10**6).content == content
        else:
            with pytest.raises(Unreached):
                ask_the_web(server.address(0), 10**6)
