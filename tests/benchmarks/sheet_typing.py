"""A name on a sheet of who came, in the real window: from its first letter until it is kept.

``python -m tests.benchmarks.sheet_typing FOLDER GROUP RUNS`` is run in a process of its own
and prints, as JSON, the milliseconds of each name and of the same keys and row by themselves.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.benchmarks.figure import Figure, in_turn, seconds
from tests.benchmarks.group_window import GroupWindow, until
from tests.benchmarks.start_up import environment
from tests.support.forty_names import NAMES, letters_of
from tests.support.starter import starter_rules
from tests.support.vault_examples import ASHA, QUICK
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.disks import SystemDisks
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.domain.attendance import Activity, AttendanceSheet, Came, Helped
from vcs_desktop.domain.kinds import ACTIVITY, ATTENDANCE, PERSON
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.services.groups import GroupsService, NewGroup
from vcs_desktop.services.in_group import InGroup, in_group

TIMES_THE_FLOOR = 35
"""How many times as long as the bare keys and a bare row a name may take."""

TOTALS_TIMES_READING = 12
YEAR_MS = 1_000
_YEARS, _WEEKS_IN_YEAR, _A_WEEK = 5, 52, 3


def sheet_typing(runs: int) -> list[Figure]:
    """Measure a name on a sheet, and all sums, of a group with five years of sheets."""
    clock = SystemClock()
    with tempfile.TemporaryDirectory() as place:
        folder = DataFolder(Path(place) / "data")
        groups = GroupsService(folder.groups_folder, clock, SystemDisks(), effort=QUICK)
        with groups.create(NewGroup("Tea & Talk", ASHA)) as made:
            inside = in_group(made, clock)
            count = _fill(inside)
            totals = inside.attendance_totals
            reading, summing = in_turn(
                runs * 2,
                lambda: seconds(lambda: _read(inside)),
                lambda: seconds(lambda: totals.look(RuleBook(()))),
            )
            year = max(_year_written(inside, Path(place) / "year.pdf") for _ in range(runs + 1))
            group = made.id
        order = [sys.executable, "-m", "tests.benchmarks.sheet_typing", str(folder.root), group]
        done = subprocess.run(
            [*order, str(runs)], env=environment(), check=True, stdout=subprocess.PIPE, text=True
        )
    told = json.loads(done.stdout.splitlines()[-1])
    named, floor = statistics.median(told["names"]), statistics.median(told["floor"])
    return [
        Figure("A name on a sheet, typed and kept", named, "ms", floor, TIMES_THE_FLOOR),
        Figure(
            f"All sums of {count:,} sheets",
            summing * 1000,
            "ms",
            reading * 1000,
            TOTALS_TIMES_READING,
        ),
        Figure(
            f"A year on one page, of {_YEARS} years of sheets, slowest time",
            year,
            "ms",
            reading * 1000,
            YEAR_MS,
            "value",
        ),
    ]


def _year_written(inside: InGroup, path: Path) -> float:
    """Return the milliseconds until the page of last year is worked out and written, both files."""
    last_year = inside.records.clock.today().year - 1
    rules = starter_rules()
    return 1000 * seconds(lambda: inside.year_summary.write(rules, last_year, path))


def _fill(inside: InGroup) -> int:
    """Put forty people, and five years of three sheets a week, into a group."""
    new = inside.records.ids.new
    things: list[tuple[str, str, Any]] = []
    people = [new() for _ in NAMES]
    things += [(PERSON, id_, Person(name=name)) for id_, name in zip(people, NAMES, strict=True)]
    activities = [new() for _ in range(_A_WEEK)]
    things += [(ACTIVITY, id_, Activity(name=f"Activity {id_[-4:]}")) for id_ in activities]
    today = inside.records.clock.today()
    for week in range(_YEARS * _WEEKS_IN_YEAR):
        for number, activity in enumerate(activities):
            things.append((ATTENDANCE, new(), _sheet(today, week, number, activity, people)))
    with inside.records.acting("add") as act, act.many([id_ for _, id_, _ in things]):
        for kind, id_, thing in things:
            inside.records.new_in(act, kind, thing, id_)
    return _YEARS * _WEEKS_IN_YEAR * _A_WEEK


def _sheet(
    today: date, week: int, number: int, activity: str, people: list[str]
) -> AttendanceSheet:
    return AttendanceSheet(
        name="Lunch",
        activity=activity,
        on=today - timedelta(weeks=week + 1, days=number),
        came=tuple(Came(each) for each in people[: 30 + week % 10]),
        helped=tuple(Helped(each, 150) for each in people[-5:]),
    )


def _read(inside: InGroup) -> None:
    """Read the same rows, and do nothing with them."""
    from vcs_desktop.storage.queries import group_records

    with inside.records.database.reading() as session:
        group_records.bodies_of(session, ATTENDANCE)


def main() -> None:
    """Open the group in a window, type names onto a sheet, and print how long each took."""
    _app = QApplication(["benchmark"])
    root, runs = Path(sys.argv[1]), int(sys.argv[3])
    opened = GroupWindow(root, sys.argv[2])
    names = NAMES[: max(2, min(len(NAMES), runs * 8))]
    print(json.dumps({"names": _names(opened.window, names), "floor": _floor(root, names)}))
    opened.end()


def _names(window: Any, names: tuple[str, ...]) -> list[float]:
    page = window.open_place("who-came")
    until(lambda: bool(page.sheets.count.text()))
    page.sheets.open_for(date(2020, 1, 2), "Lunch")
    until(lambda: page.sheets.sheet is not None)
    sheet = page.sheets.sheet
    kept: list[float] = []
    sheet.keeping.written.connect(lambda *_: kept.append(time.perf_counter()))
    times = []
    for name in names:
        kept.clear()
        begun = time.perf_counter()
        QTest.keyClicks(sheet.field.box, letters_of(name, NAMES))
        QTest.keyClick(sheet.field.box, Qt.Key.Key_Return)
        until(lambda: bool(kept))
        times.append((kept[0] - begun) * 1000)
    return times[1:]  # with the first, the sheet itself was made


def _floor(root: Path, names: tuple[str, ...]) -> list[float]:
    """Return how long the same keys take in a bare field, and a row in a bare encrypted file."""
    field = QLineEdit()
    field.show()
    bare = sqlite.connect(str(root / "bare.db"), isolation_level=None)
    bare.set_key(f"x'{bytes(32).hex()}'")
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute("CREATE TABLE floor (body)")
    times = []
    for name in names:
        begun = time.perf_counter()
        QTest.keyClicks(field, letters_of(name, NAMES))
        QTest.keyClick(field, Qt.Key.Key_Return)
        bare.execute("INSERT INTO floor VALUES (?)", (name,))
        times.append((time.perf_counter() - begun) * 1000)
        field.clear()
    bare.close()
    field.close()
    return times


if __name__ == "__main__":
    main()
