"""Lists of thousands in the real window of a group: how long each takes to stand, and to scroll.

``python -m tests.benchmarks.week FOLDER GROUP RUNS`` is run in a process of its own and
prints the milliseconds as JSON.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from tests.benchmarks.figure import Figure, seconds
from tests.benchmarks.group_opening import _opened_bare
from tests.benchmarks.group_window import GroupWindow, rest, until
from tests.benchmarks.start_up import environment
from tests.support.vault_examples import ASHA, QUICK
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.disks import SystemDisks
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.domain.attendance import AttendanceSheet, Came, Helped
from vcs_desktop.domain.due import OwnDate
from vcs_desktop.domain.expenses import ExpenseClaim, ExpenseLine
from vcs_desktop.domain.kinds import (
    ATTENDANCE,
    DOCUMENT,
    EXPENSES,
    KINDS,
    MEETING,
    OWN_DATE,
    PERSON,
    SHIFT,
)
from vcs_desktop.domain.meetings import Action, Decision, Meeting, Present
from vcs_desktop.domain.papers import Paper
from vcs_desktop.domain.people import Person, Role, Tie
from vcs_desktop.domain.values import changes_of
from vcs_desktop.domain.volunteering import OnShift, Shift
from vcs_desktop.services.groups import GroupsService, NewGroup
from vcs_desktop.services.in_group import in_group
from vcs_desktop.services.records import RecordsService

OPEN_MS, CALENDAR_MS, STALL_MS = 150, 100, 50
LISTS = (
    ("people", "", PERSON, "the people"),
    ("documents", "", DOCUMENT, "the papers"),
    ("who-came", "", ATTENDANCE, "the sheets of who came"),
    ("volunteers", "expenses", EXPENSES, "the claims for expenses"),
    ("meetings", "", MEETING, "the meetings"),
)
"""Places whose list has a row for every record: the part of the page, and the kind."""

WINDOWS = (
    ("volunteers", "rota", SHIFT, "a week of the rota"),
    ("dates", "", OWN_DATE, "the dates"),
)
"""Places that show a week, a month or a year of the records, and so fewer rows."""

_REST_MS = 100
_BEAT_MS, _LOOK_MS = 5, 10
_STEPS = 40
_ON_A_SCREEN = 100
"""Rows: a list stands when more of it is there than anybody sees at once."""

_IN_ONE_ACT = 500


def lists_of_a_week(count: int, dates: int, runs: int) -> list[Figure]:
    """Measure every list that a group looks at each week, in a window on ``count`` of each kind."""
    clock = SystemClock()
    with tempfile.TemporaryDirectory() as place:
        folder = DataFolder(Path(place) / "data")
        groups = GroupsService(folder.groups_folder, clock, SystemDisks(), effort=QUICK)
        with groups.create(NewGroup("Tea & Talk", ASHA)) as made:
            filled(in_group(made, clock).records, count, dates)
            path, key = made.database.path, made._keys.data
        order = [sys.executable, "-m", "tests.benchmarks.week"]
        order += [str(folder.root), made.id, str(runs), str(count)]
        done = subprocess.run(
            order, env=environment(), check=True, stdout=subprocess.PIPE, text=True
        )
        found: dict[str, dict[str, float]] = json.loads(done.stdout.splitlines()[-1])
        bare = _opened_bare(path, key)
        floors = {kind: _floor(bare, kind) for kind in KINDS}
        bare.close()
    return list(_figures(found, floors, count, dates))


def _figures(
    found: dict[str, dict[str, float]], floors: dict[str, float], count: int, dates: int
) -> Iterator[Figure]:
    for place, part, kind, name in (*LISTS, *WINDOWS):
        told = found.get(f"{place}/{part}")
        if told is None:
            continue
        many = dates if kind == OWN_DATE else count
        most = CALENDAR_MS if kind == OWN_DATE else OPEN_MS
        floor = floors[kind]
        yield Figure(f"Opening {name}, {many:,} kept", told["open"], "ms", floor, most, "value")
        yield Figure(
            f"Longest pause while {name} come, {many:,} kept", told["pause"], "ms", floor,
            STALL_MS, "value",
        )  # fmt: skip
        yield Figure(
            f"Longest pause while {name} scroll, {many:,} kept", told["scroll"], "ms", floor,
            STALL_MS, "value",
        )  # fmt: skip


def _floor(bare: Any, kind: str) -> float:
    """Return the milliseconds of reading the same rows, and doing nothing with them."""
    ask = "SELECT id, body FROM record WHERE kind = ?"

    def read() -> None:
        for _, body in bare.execute(ask, (kind,)).fetchall():
            json.loads(body)

    return min(seconds(read) for _ in range(5)) * 1000


def filled(records: RecordsService, count: int, dates: int) -> None:
    """Fill a group with so many of each kind, and so many dates in the year around today."""
    today = records.clock.today()
    people = _keep(records, PERSON, (_person(number) for number in range(count)))
    _keep(records, DOCUMENT, (_paper(number, today) for number in range(count)))
    _keep(records, ATTENDANCE, (_sheet(number, today, people) for number in range(count)))
    _keep(records, SHIFT, (_shift(number, today, people) for number in range(count)))
    _keep(records, EXPENSES, (_claim(number, today, people) for number in range(count)))
    _keep(records, MEETING, (_meeting(number, today, people) for number in range(count)))
    _keep(records, OWN_DATE, (_date(number, today, dates) for number in range(dates)))


def _keep(records: RecordsService, kind: str, made: Iterator[Any]) -> list[str]:
    ids: list[str] = []
    nothing = KINDS[kind].shape()
    waiting = [(records.ids.new(), thing) for thing in made]
    for start in range(0, len(waiting), _IN_ONE_ACT):
        some = dict(waiting[start : start + _IN_ONE_ACT])
        with records.acting("add_people") as act, act.many(some):
            for id_, thing in some.items():
                act.change(kind, id_, changes_of({}, nothing, thing), seen=())
        ids += some
    return ids


def _person(number: int) -> Person:
    return Person(
        name=f"Person {number:05}",
        email=f"p{number}@example.org",
        phone=f"07700 9{number:05}",
        roles=(Role("r", Tie.VOLUNTEER, "Driver"),),
    )


def _paper(number: int, today: date) -> Paper:
    due = today + timedelta(number % 700 - 100)
    return Paper(name=f"Paper {number:05}", agreed_on=today - timedelta(number), review_on=due)


def _sheet(number: int, today: date, people: list[str]) -> AttendanceSheet:
    came = tuple(Came(people[(number * 7 + each) % len(people)]) for each in range(12))
    helped = (Helped(people[number % len(people)], 120),)
    on = today - timedelta(number % 1800)
    return AttendanceSheet(name=f"Lunch {number % 9}", on=on, came=came, others=3, helped=helped)


def _shift(number: int, today: date, people: list[str]) -> Shift:
    down = tuple(OnShift(people[(number + each) % len(people)]) for each in range(2))
    on = today + timedelta(number % 900 * (1 if number % 2 else -1))
    return Shift(name="Kitchen", on=on, starts="10:00", ends="12:00", needed=3, people=down)


def _claim(number: int, today: date, people: list[str]) -> ExpenseClaim:
    on = today - timedelta(number % 1500)
    lines = (ExpenseLine("a", on, "Bus", None, 250, True), ExpenseLine("b", on, "Car", 120))
    return ExpenseClaim(name="Expenses", person=people[number % len(people)], lines=lines)


def _meeting(number: int, today: date, people: list[str]) -> Meeting:
    there = tuple(Present(people[(number + each) % len(people)]) for each in range(6))
    return Meeting(
        name=f"Committee {number:05}",
        on=today - timedelta(number % 3000),
        present=there,
        decisions=(Decision("d", "To buy a kettle"),),
        actions=(Action("a", "Buy it", people[number % len(people)]),),
    )


def _date(number: int, today: date, dates: int) -> OwnDate:
    on = today + timedelta(number * 365 // max(1, dates) - 60)
    return OwnDate(name=f"Date {number:05}", on=on, place="The hall")


def main() -> None:
    """Open the group in a window, go to each list with its page made anew, and print the times."""
    root, group, runs, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    _app = QApplication(["benchmark"])
    week = _Week(root, group, QSize(1366, 768))
    found = {
        f"{place}/{part}": week.measured(place, part, rows, runs)
        for place, part, rows in _wanted(count)
        if week.has(place)
    }
    week.end()
    print(json.dumps(found))


def _wanted(count: int) -> Iterator[tuple[str, str, int]]:
    yield from ((place, part, count) for place, part, _, _ in LISTS)
    yield from ((place, part, 1) for place, part, _, _ in WINDOWS)


class _Week(GroupWindow):
    """A window on a group, whose pages are made anew each time it is opened."""

    def has(self, place: str) -> bool:
        """Say whether there is such a place yet."""
        try:
            self.window.open_place(place)
        except LookupError:
            return False
        return True

    def measured(self, place: str, part: str, rows: int, runs: int) -> dict[str, float]:
        """Return the median milliseconds of opening a list, and its longest pauses."""
        self._go(place, part, rows)  # once before: what it is made of is imported
        opens, pauses, scrolls = [], [], []
        for _ in range(runs):
            self.lock()
            self.open()
            taken, pause = self._go(place, part, rows)
            opens.append(taken)
            pauses.append(pause)
            scrolls.append(self._scrolled(rows))
        middle = sorted(opens)[len(opens) // 2]
        return {"open": middle, "pause": min(pauses), "scroll": min(scrolls)}

    def open(self) -> None:
        """Open the group at home, and wait until all stands there."""
        super().open()
        self.window.open_place("home")
        self._settle()

    def _settle(self) -> None:
        """Wait until all that was asked for has been told: what home counts, and what looks on."""
        for _ in range(2):  # an answer may lead to one more question
            rest(_REST_MS)
            told: list[object] = []
            for lane in ("data", "work"):
                self.tasks.run(int, then=told.append, otherwise=told.append, lane=lane)
            until(lambda told=told: len(told) == 2, look_ms=_LOOK_MS)

    def _go(self, place: str, part: str, rows: int) -> tuple[float, float]:
        """Go to a list; return until it is on the screen, and the longest pause until all is."""
        pauses: list[float] = []
        begun = last = time.perf_counter()

        def breathe() -> None:
            nonlocal last
            now = time.perf_counter()
            pauses.append((now - last) * 1000 - _BEAT_MS)
            last = now

        beat = QTimer(interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        beat.timeout.connect(breathe)
        beat.start()
        page = self.window.open_place(place)
        if part:
            page.show_thing(part)
        try:
            until(lambda: _longest(self.window) >= min(rows, _ON_A_SCREEN), look_ms=_LOOK_MS)
        except TimeoutError as error:
            raise TimeoutError(f"{place}/{part}: {_longest(self.window)} of {rows}") from error
        self.window.repaint()
        taken = (time.perf_counter() - begun) * 1000
        self._settle()
        until(lambda: _longest(self.window) >= rows, look_ms=_LOOK_MS)
        breathe()
        beat.stop()
        return taken, max(pauses)

    def _scrolled(self, rows: int) -> float:
        """Scroll the list from top to bottom; return the milliseconds of the slowest step."""
        lists = [each for each in _lists(self.window) if each.model().rowCount() >= rows]
        steps: list[float] = []
        for each in lists[:1]:
            bar = each.verticalScrollBar()
            for step in range(_STEPS + 1):
                begun = time.perf_counter()
                bar.setValue(bar.maximum() * step // _STEPS)
                each.viewport().repaint()
                steps.append((time.perf_counter() - begun) * 1000)
        return max(steps, default=0.0)


def _lists(window: QWidget) -> list[QAbstractItemView]:
    found = window.page().findChildren(QAbstractItemView)
    shown = [each for each in found if each.isVisible() and each.model() is not None]
    return sorted(shown, key=lambda each: each.model().rowCount(), reverse=True)


def _longest(window: QWidget) -> int:
    return max((each.model().rowCount() for each in _lists(window)), default=0)


if __name__ == "__main__":
    main()
