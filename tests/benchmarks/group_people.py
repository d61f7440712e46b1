"""Thousands of people: taken in from a table, found by their words, listed, compared, looked at."""

import csv
import io
import tempfile
from collections.abc import Callable
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from tests.benchmarks.figure import Figure, in_turn, seconds
from tests.support.group_file import ASHA, KEY, OpenFile, new_file
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.ids import Ids
from vcs_desktop.services.duplicates import DuplicatesService
from vcs_desktop.services.group_search import GroupSearch
from vcs_desktop.services.people import PeopleService
from vcs_desktop.services.people_import import PeopleImport
from vcs_desktop.services.records import RecordsService
from vcs_desktop.services.retention import RetentionService

SEARCH_MS = 50
"""So that it keeps up with typing."""

LIST_S, DUPLICATES_S, REVIEW_S, IMPORT_S, UNDO_S = 0.5, 1, 2, 5, 8
_NAMES = ("Asha", "Ben", "Carol", "Dev", "Eve", "Farid", "Grace", "Hana", "Ivo", "June", "Kofi")
_NOTES = "Comes on Mondays and Thursdays, and drives the minibus when Dev is away."


def group_people(people: int, runs: int) -> list[Figure]:
    """Measure what is done with all people of a group at once."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "group.db"
        database = new_file(path)
        bare = sqlite.connect(str(path), isolation_level=None)
        bare.set_key(f"x'{KEY.hex()}'")
        try:
            records = RecordsService(OpenFile(database), SystemClock(), Ids(SystemClock()), ASHA)
            return [*_coming(records, people), *_asked(records, bare, people, runs)]
        finally:
            bare.close()
            database.close()


def _coming(records: RecordsService, people: int) -> list[Figure]:
    """Measure an import, from the text to the last row, and taking it back and doing it again."""
    text = _table(people)
    coming = PeopleImport(records)

    def bring() -> None:
        coming.carry_out(coming.preview(coming.read_text(text)))

    floor = seconds(lambda: list(csv.reader(io.StringIO(text))))
    brought, undone = seconds(bring), seconds(records.undo)
    records.redo()
    size = f"{people:,} people"
    return [
        Figure(f"Import of {size}", brought, "s", floor, IMPORT_S, "value"),
        Figure(f"Undo of an import of {size}", undone, "s", floor, UNDO_S, "value"),
    ]


def _asked(
    records: RecordsService, bare: sqlite.Connection, people: int, runs: int
) -> list[Figure]:
    search, today = GroupSearch(records), records.clock.today()
    asked = (
        ("Search for the beginning of a word", lambda: search.found("minib"), SEARCH_MS, "ms"),
        ("Search for one letter", lambda: search.found("a"), SEARCH_MS, "ms"),
        ("List of everybody", PeopleService(records).people, LIST_S, "s"),
        ("Who is there twice", DuplicatesService(records).pairs, DUPLICATES_S, "s"),
        ("Whom to look at again", lambda: RetentionService(records).due(today), REVIEW_S, "s"),
    )
    return [
        _figure(f"{name} among {people:,} people", ask, bare, runs, most, unit)
        for name, ask, most, unit in asked
    ]


def _figure(
    name: str,
    ask: Callable[[], object],
    bare: sqlite.Connection,
    runs: int,
    most: float,
    unit: str,
) -> Figure:
    """Measure one question beside reading the same rows and doing nothing with them."""
    read = "SELECT words, body FROM record WHERE kind = 'person'"
    floor, took = in_turn(
        runs * 2,
        lambda: seconds(lambda: bare.execute(read).fetchall()),
        lambda: seconds(ask),
    )
    times = 1000 if unit == "ms" else 1
    return Figure(name, took * times, unit, floor * times, most, "value")


def _table(people: int) -> str:
    rows = (
        f"{_NAMES[n % len(_NAMES)]},Person{n},p{n}@x.org,01865 {n:06},Volunteer,01/02/2024,{_NOTES}"
        for n in range(people)
    )
    heading = "First name,Surname,Email,Phone,Role,Joined,Notes"
    return "\n".join([heading, *(row.replace(_NOTES, f'"{_NOTES}"') for row in rows)]) + "\n"
