"""A group with thousands of people and tens of thousands of operations: an edit, and a history."""

import random
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from tests.benchmarks.figure import Figure, in_turn, seconds
from tests.support.group_file import ASHA, KEY, OpenFile, new_file
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.ids import Ids
from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.services.people import PeopleService
from vcs_desktop.services.records import RecordsService
from vcs_desktop.wire.operation import Change

AT_MOST_MS = 50
"""Both: so that what is typed is on the screen, and kept, before anybody notices."""

_IN_ONE_ACT = 500
_NOTES = "Comes on Mondays and Thursdays, and drives the minibus when Dev is away.\n" * 4


def group_records(people: int, operations: int, runs: int) -> list[Figure]:
    """Measure an edit from the act to the row read back, and the history of one record."""
    with tempfile.TemporaryDirectory() as place:
        database = new_file(Path(place) / "group.db")
        try:
            records = RecordsService(OpenFile(database), SystemClock(), Ids(SystemClock()), ASHA)
            ids = filled(records, people, operations)
            bare = sqlite.connect(str(Path(place) / "group.db"), isolation_level=None)
            bare.set_key(f"x'{KEY.hex()}'")
            try:
                return _figures(records, bare, ids, runs)
            finally:
                bare.close()
        finally:
            database.close()


def _figures(
    records: RecordsService, bare: sqlite.Connection, ids: list[str], runs: int
) -> list[Figure]:
    chosen = random.Random(1)
    floor, edit = in_turn(
        runs * 4,
        lambda: seconds(lambda: _bare_edit(bare)),
        lambda: seconds(_edit_of(records, chosen.choice(ids), f"{chosen.random()}")),
    )
    read, history = in_turn(
        runs * 4,
        lambda: seconds(lambda: _bare_history(bare, ids[0])),
        lambda: seconds(lambda: records.history(ids[0])),
    )
    size = f"{len(ids):,} people"
    return [
        Figure(
            f"Edit of a person among {size}", edit * 1000, "ms", floor * 1000, AT_MOST_MS, "value"
        ),
        Figure(
            f"History of one among {size}", history * 1000, "ms", read * 1000, AT_MOST_MS, "value"
        ),
    ]


def _edit_of(records: RecordsService, person: str, phone: str) -> Callable[[], object]:
    people = PeopleService(records)

    def edit() -> None:
        held = people.person(person)
        people.save(held, replace(held.thing, phone=phone))
        people.person(person)
        records.offers()

    return edit


def filled(records: RecordsService, people: int, operations: int) -> list[str]:
    """Make people, then change them over and over; the first one twice as often as the others."""
    ids = [records.ids.new() for _ in range(people)]
    for start in range(0, people, _IN_ONE_ACT):
        with records.acting("import") as act:
            for number, person in enumerate(ids[start : start + _IN_ONE_ACT], start):
                told = {"name": f"Person {number}", "phone": "0", "notes": _NOTES}
                act.change(PERSON, person, {name: Change(None, new) for name, new in told.items()})
    for start in range(0, operations - people, _IN_ONE_ACT):
        with records.acting("change") as act:
            for number in range(start, min(start + _IN_ONE_ACT, operations - people)):
                person = ids[0] if number % people == people // 2 else ids[number % people]
                act.change(PERSON, person, {"phone": Change("0", str(number))})
    return ids


def _bare_edit(bare: sqlite.Connection) -> None:
    """Write about as many bytes to the same file, and nothing else."""
    bare.execute("BEGIN IMMEDIATE")
    bare.execute("CREATE TABLE IF NOT EXISTS floor (body)")
    bare.execute("INSERT INTO floor VALUES (?)", (_NOTES * 3,))
    bare.execute("COMMIT")


def _bare_history(bare: sqlite.Connection, record: str) -> None:
    bare.execute("SELECT body FROM operation WHERE record_id = ?", (record,)).fetchall()
