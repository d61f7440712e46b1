"""What was fetched is kept, and the next time it goes on from there."""

from datetime import date
from threading import Event

import pytest

from tests.support import ocds_server
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
from vcs_desktop.core.errors import DiskFull, FolderNotWritable, Stopped
from vcs_desktop.publishing.ocds_api import (
    CONTRACTS_FINDER,
    CannotFetch,
    Unreached,
    fetch,
    fetching,
    kept,
    pages,
)


def test_stopped_it_goes_on_the_next_time(tmp_path):
    given = some_pages(3)
    stop = Event()
    with serving(*given) as server:
        with pytest.raises(Stopped) as caught:
            fetched(server, tmp_path, stop=stop, tell=lambda words: stop.set())
        assert "goes on" in caught.value.message
        assert server.asked == [0]
        told = []
        done = fetched(server, tmp_path, tell=told.append)
        assert server.asked == [0, 1, 2]
    assert told[0] == "Going on from page 2."
    assert without_source(releases(done.path)) == expected(given)


def test_it_is_stopped_while_it_waits(tmp_path):
    stop = Event()

    def sleep(seconds):
        stop.set()

    with serving(*some_pages(1)) as server:
        server.faults[0] = [ocds_server.status(429, Retry_After="600")]
        with pytest.raises(Stopped):
            fetched(server, tmp_path, sleep=sleep, stop=stop)


def test_another_question_begins_anew(tmp_path):
    given = some_pages(2)
    stop = Event()
    with serving(*given) as server:
        with pytest.raises(Stopped):
            fetched(server, tmp_path, stop=stop, tell=lambda words: stop.set())
        fetch(server.api, date(2026, 11, 2), tmp_path, sleep=Slept())
        assert server.asked == [0, 0, 1]


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"[]",
        b'{"first": 1}',
        b'{"first": "FIRST", "next": "https://elsewhere.example.org/", "log_bytes": 0}',
        b'{"first": "FIRST", "next": "", "log_bytes": 999999}',
        b'{"first": "FIRST", "next": "", "log_bytes": -1}',
        b'{"first": "FIRST", "next": 5, "log_bytes": 0}',
        b'{"first": "FIRST", "next": "", "head": [], "log_bytes": 0}',
    ],
)
def test_a_damaged_note_of_how_far_it_was_begins_anew(tmp_path, said):
    given = some_pages(2)
    with serving(*given) as server:
        folder = tmp_path / ".the-service-since-2026-11-01"
        folder.mkdir()
        (folder / "releases.txt").write_bytes(b"half a li")
        first = server.api.first_page(SINCE)
        (folder / "state.json").write_bytes(said.replace(b"FIRST", first.encode()))
        done = fetched(server, tmp_path)
        assert server.asked == [0, 1]
    assert without_source(releases(done.path)) == expected(given)


def test_a_full_disk_loses_no_page_that_came_before(tmp_path, monkeypatch):
    given = some_pages(3)
    whole = kept.write_json
    counted = []

    def full_at_the_second(path, content):
        counted.append(path)
        if len(counted) == 2:
            raise OSError(28, "No space left on device")
        whole(path, content)

    monkeypatch.setattr(kept, "write_json", full_at_the_second)
    with serving(*given) as server:
        with pytest.raises(DiskFull):
            fetched(server, tmp_path)
        done = fetched(server, tmp_path)
        assert server.asked == [0, 1, 1, 2]
    assert without_source(releases(done.path)) == expected(given)


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(FolderNotWritable):
        fetch(CONTRACTS_FINDER, SINCE, tmp_path / "file", ask=lambda address, most: None)


def test_no_answer_is_ever_asked_for_without_a_limit(tmp_path):
    limits = []

    def ask(address, most):
        limits.append(most)
        raise Unreached("no network")

    with pytest.raises(CannotFetch):
        fetch(CONTRACTS_FINDER, SINCE, tmp_path, ask=ask, sleep=Slept())
    assert set(limits) == {pages.MOST_BYTES}
    assert len(limits) == fetching.MOST_TRIES
