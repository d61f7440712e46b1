"""The week of a group, as Home tells it."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from tests.support.group_file import computer
from vcs_desktop.domain.attendance import AttendanceSheet, Came, Helped
from vcs_desktop.domain.due import DateLine, Due, DueKind
from vcs_desktop.domain.kinds import ATTENDANCE, SHIFT
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.volunteering import OnShift, Shift
from vcs_desktop.services.desk import DeskService
from vcs_desktop.services.week import HalfWritten, WeekService

TODAY = date(2026, 11, 23)


class Dates:
    """Dates that are known already."""

    def __init__(self, here, *lines):
        self._lines = lines
        self.inside = SimpleNamespace(desk=DeskService(here))
        self.passed = []

    def today(self):
        return TODAY

    def left_over(self):
        return self.passed

    def between(self, first, last):
        return [each for each in self.passed if first <= each.due.on <= last]

    def next(self, count=3):
        return list(self._lines[:count])


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "here.db")
    yield made
    made.database.close()


def look(here, *lines):
    return WeekService(here.records).look(Dates(here, *lines))


def line(days):
    on = TODAY + timedelta(days=days)
    return DateLine(Due(str(days), on, DueKind.OUR_OWN, f"In {days} days"))


def test_a_group_that_has_written_nothing_down_has_an_empty_week(here):
    week = look(here)
    assert (week.today, week.dates, week.gaps) == (TODAY, (), ())
    assert (week.missed, week.left_over) == (0, 0)
    assert (week.half_written, week.kind_words) == ((), "")


def test_the_next_three_dates_are_told_and_no_more(here):
    assert [each.due.id for each in look(here, *map(line, range(5))).dates] == ["0", "1", "2"]


def test_what_has_passed_is_counted_and_after_a_long_absence_what_was_missed(here):
    dates = Dates(here)
    dates.passed = [line(-3), line(-50)]
    assert (WeekService(here.records).look(dates).missed, len(dates.passed)) == (0, 2)
    dates.inside.desk.put("dates/looked-on", (TODAY - timedelta(days=40)).isoformat())
    week = WeekService(here.records).look(dates)
    assert (week.missed, week.left_over) == (1, 2)


def test_it_says_who_is_missing_in_the_next_week_and_not_later(here):
    asha = here.people.add(Person(name="Asha Patel"))
    for days, name in ((3, "Kitchen"), (30, "Garden")):
        shift = Shift(name=name, on=TODAY + timedelta(days=days), needed=2, people=(OnShift(asha),))
        here.records.add(SHIFT, shift)
    [gap] = look(here).gaps
    assert gap.words == "Thursday 26 November: 1 more person needed for Kitchen"


def test_what_was_left_half_written_is_offered_by_its_name_and_what_is_new_by_its_kind(here):
    asha = here.people.add(Person(name="Asha Patel"))
    desk = DeskService(here)
    desk.put(f"draft/person/{asha}", {"email": "asha@"}, about=asha)
    desk.put("draft/own_date/new", {"on": "31 Feb"})
    desk.put("people/shown", {"by": "name"})
    assert look(here).half_written == (
        HalfWritten("own_date", "", ""),
        HalfWritten("person", asha, "Asha Patel"),
    )
    here.records.erase([asha])
    assert look(here).half_written == (HalfWritten("own_date", "", ""),)


def test_the_month_is_told_in_one_kind_sentence(here):
    here.records.add(
        ATTENDANCE,
        AttendanceSheet(
            name="Lunch",
            on=TODAY,
            came=(Came("a"), Came("b")),
            others=3,
            helped=(Helped("c", 90),),
        ),
    )
    assert look(here).kind_words == (
        "This month you welcomed 5 visits on 1 day. "
        "And 1 person helped for 1 hour 30 minutes. Thank you all."
    )
