"""The library as a whole: made at the first start, filled from files, never half-written."""

import json
import multiprocessing
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from tests.support.library_examples import (
    TODAY,
    call,
    contract,
    notice,
    rolling,
    write_package,
    write_tree,
)
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.errors import NotFound
from vcs_desktop.domain.library import STARTER, THIS_COMPUTER
from vcs_desktop.services.library import FileReport, LibraryService, LoadReport, Refused, loading
from vcs_desktop.services.library import service as service_module
from vcs_desktop.services.search import SearchService
from vcs_desktop.storage import search_index
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries import opportunities
from vcs_desktop.sync.library_reader import NotALibrary

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
PRACTICE = (
    call("Practice meals", practice=True, grantApplicationCloseDate=None, closesAfterDays=30),
    rolling("Practice seeds", practice=True),
)


def practice_contract(days):
    record = contract("Practice lunches", tenderPeriod=None)
    return replace(record, data={**record.data, "practice": True, "closesAfterDays": days})


class House:
    """A library in a folder: its file, its starter, its services, its day."""

    def __init__(self, folder):
        self.folder = folder
        self.starter = folder / "starter"
        self.database = Database(folder / "library.db")
        self.search = SearchService(self.database, FixedClock.on(TODAY))
        write_tree(self.starter, *PRACTICE, practice_contract(10))

    def library(self, on=TODAY):
        return LibraryService(self.database, FixedClock.on(on), self.starter)

    def open_titles(self, on):
        with self.database.reading() as session:
            return {line.title: line.closes_on for line in opportunities.first_open(session, on)}

    def package(self, *releases, name="page.json"):
        return write_package(self.folder / name, *releases)


@pytest.fixture
def house(tmp_path):
    made = House(tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def library(house):
    service = house.library()
    service.ensure_ready()
    return service


class TestTheFirstStart:
    """What travels with the program is there, and practice is open."""

    def test_what_came_with_the_program_can_be_listed_and_found(self, house, library):
        assert library.status().counts == {"funding_call": 2, "tender": 1}
        assert house.search.ranked("meals").total == 1
        assert library.status().waiting_for_index == 0

    def test_practice_closes_so_many_days_after_the_first_start(self, house, library):
        assert house.open_titles(TODAY) == {
            "Practice lunches": TODAY + timedelta(days=10),
            "Practice meals": TODAY + timedelta(days=30),
            "Practice seeds": None,
        }
        data = library.show("call/Practice meals").data
        assert data["grantApplicationCloseDate"] == "2026-12-22"
        data = library.show("ocds-Practice lunches").data
        assert data["tender"]["tenderPeriod"]["endDate"] == "2026-12-02T12:00:00Z"

    def test_a_later_start_leaves_the_days_where_they_are(self, house, library):
        later = TODAY + timedelta(days=20)
        house.library(later).ensure_ready()
        assert house.open_titles(later) == {
            "Practice meals": TODAY + timedelta(days=30),
            "Practice seeds": None,
        }

    def test_when_all_practice_has_closed_it_begins_again(self, house, library):
        later = TODAY + timedelta(days=31)
        house.library(later).ensure_ready()
        assert house.open_titles(later) == {
            "Practice lunches": later + timedelta(days=10),
            "Practice meals": later + timedelta(days=30),
            "Practice seeds": None,
        }
        data = house.library(later).show("call/Practice meals").data
        assert data["grantApplicationCloseDate"] == "2027-01-22"

    def test_a_second_start_writes_nothing(self, house, library):
        before = house.database.data_version()
        house.library().ensure_ready()
        assert house.database.data_version() == before

    def test_a_newer_starter_takes_the_place_of_the_older(self, house, library):
        write_tree(house.starter, *PRACTICE[1:], call("New"), version=2)
        house.library().ensure_ready()
        assert library.status().version == 2
        assert library.status().counts == {"funding_call": 2}
        assert house.search.first("practice lunches") == []
        assert [line.title for line in house.search.first("new")] == ["New"]

    def test_practice_of_a_newer_starter_counts_from_the_same_day(self, house, library):
        write_tree(house.starter, *PRACTICE, practice_contract(12), version=2)
        house.library(TODAY + timedelta(days=5)).ensure_ready()
        assert house.open_titles(TODAY)["Practice lunches"] == TODAY + timedelta(days=12)

    def test_a_damaged_starter_changes_nothing(self, house, library):
        write_tree(house.starter, call("New"), version=2, digest="0" * 64)
        with pytest.raises(NotALibrary):
            house.library().ensure_ready()
        assert library.status().version == 1
        assert library.status().counts == {"funding_call": 2, "tender": 1}

    def test_what_a_person_loaded_stays_when_the_starter_is_renewed(self, house, library):
        library.load([house.package(notice("lunches"))])
        write_tree(house.starter, version=2)
        house.library().ensure_ready()
        assert library.status().counts == {"tender": 1}

    def test_it_tells_what_it_is_doing(self, house):
        told = []
        house.library().ensure_ready(lambda *said: told.append(said))
        assert told[0] == ("Unpacking the grants and guides that came with the program", 0, 0)
        assert told[-1] == ("Making every word findable", 3, 3)


class TestLoading:
    """Files that a person has: good rows in, bad rows named, bad files without a trace."""

    def test_a_file_is_counted_row_by_row(self, house, library):
        path = house.package(
            notice("a"), notice("b"), notice("b", release="2", on="2026-11-09", title="B")
        )
        report = library.load([path])
        assert report.files == (FileReport(str(path), "OCDS release package", read=3, added=2),)
        assert report.files[0].is_usable
        assert library.status().waiting_for_index == 0
        assert [each.release_id for each in library.show("ocds-b").releases] == ["b-1", "b-2"]

    def test_the_same_file_twice_changes_nothing(self, house, library):
        path = house.package(notice("a"), notice("b"), notice("b", release="2", title="B"))
        library.load([path])
        before = house.database.data_version()
        again = library.load([path]).files[0]
        assert (again.added, again.changed, again.unchanged) == (0, 0, 2)
        assert house.database.data_version() == before

    def test_a_bad_row_is_named_and_the_good_ones_go_in(self, house, library):
        bad = notice("bad")
        del bad.data["ocid"]
        report = library.load([house.package(notice("a"), bad)]).files[0]
        assert (report.read, report.added, len(report.refused)) == (2, 1, 1)
        assert "releases[1]" in report.refused[0].where
        assert "ocid" in report.refused[0].why

    def test_a_bad_file_changes_nothing_and_the_next_one_goes_in(self, house, library):
        bad = house.folder / "cut.json"
        good = house.package(notice("a"))
        bad.write_bytes(good.read_bytes()[:-40])
        report = library.load([bad, house.folder / "gone.json", good])
        assert [file.added for file in report.files] == [0, 0, 1]
        assert [file.is_usable for file in report.files] == [False, False, True]
        assert report.files[0].refused[0].where == "cut.json"
        assert "damaged" in report.files[0].refused[0].why

    def test_a_file_that_breaks_off_late_leaves_nothing(self, house, library, monkeypatch):
        monkeypatch.setattr(loading, "SLICE", 2)
        path = house.package(*(notice(f"n{number}") for number in range(7)))
        path.write_bytes(path.read_bytes()[:-100])
        assert not library.load([path]).files[0].is_usable
        assert library.status().counts == {"funding_call": 2, "tender": 1}
        assert house.search.first("n1") == []

    def test_a_stop_leaves_nothing_of_the_file_and_keeps_those_before(self, house, library):
        first = house.package(notice("a"), name="a.json")
        second = house.package(notice("b"), name="b.json")
        stop = Event()

        def tell(words, _done, _total):
            if "b.json" in words:
                stop.set()

        report = library.load([first, second, first], tell=tell, stop=stop)
        assert report.stopped
        assert [file.path for file in report.files] == [str(first)]
        assert house.search.first("b") == []

    def test_progress_is_told_in_words(self, house, library, monkeypatch):
        monkeypatch.setattr(loading, "SLICE", 2)
        told = []
        path = house.package(*(notice(f"n{number}") for number in range(5)))
        library.load([path], tell=lambda *said: told.append(said))
        assert told == [
            ("Reading page.json: 2 so far", 2, 0),
            ("Saving page.json: 5 so far", 5, 0),
            ("Making every word findable", 5, 5),
        ]

    def test_a_load_cut_off_before_its_index_is_finished_by_the_next_start(self, house, library):
        library.take_in([house.package(notice("a", description="Fireworks by the river."))])
        assert house.search.first("a")[0].title == "a"
        assert house.search.ranked("fireworks").total == 0
        house.library().ensure_ready()
        assert house.search.ranked("fireworks").total == 1

    def test_an_index_that_would_keep_people_waiting_is_left_for_later(
        self, house, library, monkeypatch
    ):
        monkeypatch.setattr(service_module, "FEW", 0)
        library.take_in([house.package(notice("a"))])
        house.library().ensure_ready()
        assert library.status().waiting_for_index == 1
        assert library.finish_index()
        assert library.status().waiting_for_index == 0

    def test_the_report_is_json_as_the_command_line_prints_it(self, house, library):
        report = library.load([house.package(notice("a"))]).as_json()
        assert list(report) == ["files"]
        assert list(report["files"][0]) == [
            "path", "format", "read", "added", "changed", "unchanged", "refused",
        ]  # fmt: skip
        refused = LoadReport((FileReport("x", "", refused=(Refused("row 2", "No id."),)),))
        assert refused.as_json()["files"][0]["refused"] == [{"where": "row 2", "why": "No id."}]


class TestShowing:
    """One record whole, from every origin."""

    def test_a_record_says_where_it_is_from_and_what_was_published(self, house, library):
        library.load([house.package(notice("a"), notice("a", release="2", on="2026-11-09"))])
        shown = library.show("ocds-a").as_json()
        assert (shown["id"], shown["kind"], shown["amount"]) == ("ocds-a", "tender", 8_000)
        assert shown["closes_on"] == "2026-12-18"
        assert [each["id"] for each in shown["releases"]] == ["a-1", "a-2"]
        assert shown["data"]["tender"]["title"] == "a"
        assert [each["origin"] for each in shown["origins"]] == [THIS_COMPUTER]
        assert json.dumps(shown)

    def test_both_origins_are_named_and_the_newer_is_shown(self, house, library):
        write_tree(house.starter, contract("a", on="2026-11-01"), version=2)
        library.ensure_ready()
        library.load([house.package(notice("a", on="2026-11-05", title="Newer"))])
        detail = library.show("ocds-a")
        assert detail.line.title == "Newer"
        assert [(one.origin, one.shown) for one in detail.origins] == [
            (THIS_COMPUTER, True),
            (STARTER, False),
        ]

    def test_what_is_not_there_is_not_found(self, library):
        with pytest.raises(NotFound):
            library.show("gone")

    def test_the_status_is_json(self, library):
        said = library.status().as_json()
        assert said["counts"] == {"funding_call": 2, "tender": 1}
        assert (said["total"], said["version"], said["as_of"]) == (3, 1, "2026-11-01")
        assert said["size_bytes"] > 0
        assert json.dumps(said)


def _load_and_die(folder, paths):
    """Another process: take in files and end without warning in the middle of indexing."""
    house = House.__new__(House)
    house.starter = folder / "starter"
    house.database = Database(folder / "library.db")
    search_index.SLICE = 3
    library = house.library()
    library.load(paths, tell=lambda words, *_: os._exit(9) if "findable" in words else None)


def test_killed_between_the_rows_and_the_index_the_next_start_finishes_it(house, library):
    path = house.package(*(notice(f"n{number}", description="Fireworks.") for number in range(8)))
    house.database.close()
    other = multiprocessing.get_context("spawn").Process(
        target=_load_and_die, args=(house.folder, [path])
    )
    other.start()
    other.join()
    assert other.exitcode == 9
    assert library.status().counts["tender"] == 9
    assert library.status().waiting_for_index == 5
    house.library().ensure_ready()
    assert library.status().waiting_for_index == 0
    assert house.search.ranked("fireworks").total == 8


@pytest.mark.skipif(not SHARED.exists(), reason="the real data is not on this computer")
def test_real_files_are_accounted_for_row_by_row(library):
    paths = [
        path
        for folder in ("contracts_finder", "find_a_tender", "360giving")
        for path in sorted((SHARED / folder).glob("*.json"))
    ]
    first, again = library.load(paths), library.load(paths)
    for file, same in zip(first.files, again.files, strict=True):
        assert file.is_usable
        assert (same.added, same.changed) == (0, 0)
        assert same.unchanged + len(same.refused) == (
            file.added + file.changed + file.unchanged + len(file.refused)
        )
    page = next(file for file in first.files if "100_releases" in file.path)
    assert (page.read, page.added, page.refused) == (100, 94, ())
    grants = next(file for file in first.files if "ab_charitable" in file.path)
    assert (grants.read, grants.added) == (783, 783)
