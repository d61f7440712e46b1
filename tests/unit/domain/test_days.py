"""Days and moments in words."""

import calendar
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.pseudo_language import plain_pieces
from vcs_desktop.domain import days

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("closes_on", "rolling", "words"),
    [
        (date(2026, 11, 23), False, "Closes today"),
        (date(2026, 11, 24), False, "Closes tomorrow"),
        (date(2026, 11, 25), False, "Closes in 2 days"),
        (date(2026, 12, 5), False, "Closes in 12 days"),
        (date(2026, 11, 22), False, "Closed on 22 November 2026"),
        (None, True, "Open all year"),
        (None, False, "No closing date given"),
    ],
)
def test_a_card_says_when_it_closes(closes_on, rolling, words):
    assert days.closing_in_words(closes_on, TODAY, rolling=rolling) == words


def test_a_deadline_at_noon_utc_is_noon_in_winter_and_one_in_summer():
    winter = datetime(2026, 12, 4, 12, tzinfo=UTC)
    summer = datetime(2026, 7, 3, 12, tzinfo=UTC)
    assert days.with_time(winter) == "Friday 4 December 2026 at 12:00"
    assert days.with_time(summer) == "Friday 3 July 2026 at 13:00"


def test_a_closing_day_without_a_time_shows_no_time():
    assert days.with_time(datetime(2026, 12, 4, 23, 59, tzinfo=UTC)) == "Friday 4 December 2026"


def test_late_in_the_evening_in_summer_utc_is_already_the_next_day_here():
    assert days.local_day(datetime(2026, 7, 3, 23, 30, tzinfo=UTC)) == date(2026, 7, 4)


def test_they_decide_some_weeks_after_it_closes_or_from_today_when_rolling():
    assert days.decision_day(date(2026, 12, 4), 8, TODAY) == date(2027, 1, 29)
    assert days.decision_day(None, 2, TODAY) == date(2026, 12, 7)
    assert days.decision_day(date(2026, 12, 4), None, TODAY) is None


def test_short_days_have_no_weekday():
    assert days.shortly(TODAY) == "23 November 2026"


def test_the_names_of_days_and_months_are_in_the_language_that_is_spoken(pseudo_language):
    assert plain_pieces(days.in_words(TODAY)) == ()
    assert plain_pieces(days.closing_in_words(date(2026, 12, 5), TODAY)) == ()


@given(st.dates())
def test_every_day_is_said_with_its_own_name_and_its_month(day):
    names = [name.lower() for name in (*calendar.day_name, *calendar.month_name) if name]
    said = days.in_words(day).split()
    assert [said[0].lower(), said[2].lower()] == [
        names[day.weekday()],
        names[6 + day.month],
    ]
