"""The days of an activity, and the stretches of time that sums are asked for."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.attendance import Activity
from vcs_desktop.domain.attendance_days import (
    length_of,
    next_day,
    to_write_down,
    weekday_in_name,
    weekday_of,
)
from vcs_desktop.domain.attendance_periods import Period, PeriodKind, period_of
from vcs_desktop.domain.attendance_sums import Session
from vcs_desktop.domain.our_group import YearEnd

MONDAY = date(2026, 11, 23)
THURSDAY = date(2026, 11, 26)
LUNCH = Activity("lunch", "Thursday lunch", "Hall", 3, "12:00", "14:30")


def session(on, activity="lunch"):
    return Session(f"{activity}{on}", "Lunch", activity, on)


def test_the_next_day_is_after_today():
    assert next_day(LUNCH, MONDAY) == THURSDAY
    assert next_day(LUNCH, THURSDAY) == THURSDAY + timedelta(7)


def test_what_has_ended_has_no_next_day():
    ended = Activity("lunch", "Lunch", weekday=3, ended_on=date(2026, 11, 20))
    assert next_day(ended, MONDAY) is None


def test_a_day_of_the_week_is_learned_from_three_sheets():
    plain = Activity("lunch", "Lunch")
    thursdays = [session(THURSDAY - timedelta(weeks=n)) for n in range(3)]
    assert weekday_of(plain, thursdays[:2]) is None
    assert weekday_of(plain, thursdays) == 3
    assert weekday_of(plain, [*thursdays, session(THURSDAY + timedelta(1))]) is None
    assert weekday_of(Activity("lunch", "Lunch", weekday=0), thursdays) == 0
    assert weekday_of(Activity("lunch", "Lunch", weekday=9), thursdays) is None


@pytest.mark.parametrize(
    ("name", "weekday"),
    [("Thursday lunch", 3), ("Lunch", None), ("Monday-club", 0), ("Monday to Friday", None)],
)
def test_a_name_may_say_the_day(name, weekday):
    assert weekday_in_name(name) == weekday


def test_what_ran_in_the_last_week_and_has_no_sheet_is_to_be_written_down():
    art = Activity("art", "Art", weekday=0)
    assert to_write_down([LUNCH, art], [], MONDAY) == [
        (art, MONDAY),
        (LUNCH, THURSDAY - timedelta(7)),
    ]
    assert to_write_down([LUNCH, art], [session(MONDAY, "art")], MONDAY) == [
        (LUNCH, THURSDAY - timedelta(7))
    ]


def test_how_long_it_takes_is_worked_out_from_both_ends():
    assert length_of(LUNCH) == 150
    assert length_of(Activity("x", "X", starts="12:00")) is None


DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
ENDS = st.builds(YearEnd, st.integers(1, 31), st.integers(1, 12))


@given(DAYS, ENDS)
def test_today_is_in_our_year_and_our_last_year_ends_the_day_before_it(today, end):
    ours = period_of(PeriodKind.OUR_YEAR, today, end)
    before = period_of(PeriodKind.OUR_LAST_YEAR, today, end)
    assert ours.first <= today <= ours.last
    assert before.last + timedelta(1) == ours.first
    assert 364 <= (ours.last - ours.first).days <= 366


def test_periods_that_nobody_told_are_not_known():
    assert period_of(PeriodKind.OUR_YEAR, MONDAY, None) is None
    assert period_of(PeriodKind.ANY, MONDAY, YearEnd(31, 3)) is None
    assert period_of(PeriodKind.THIS_YEAR, MONDAY, None) == Period(
        date(2026, 1, 1), date(2026, 12, 31)
    )
    assert period_of(PeriodKind.LAST_YEAR, MONDAY, None).first == date(2025, 1, 1)
    assert period_of(PeriodKind.OUR_YEAR, date(2026, 3, 31), YearEnd(31, 3)) == Period(
        date(2025, 4, 1), date(2026, 3, 31)
    )
