"""On which days a date of the group's own falls."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.due import OwnDate
from vcs_desktop.domain.own_dates import dues_of, occurrences, repeats_in_words

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
STEPS = st.sampled_from((1, 2, 3, 6, 12, 24, 36, 60))


def days(own, start, end):
    return [day for _, day in occurrences(own, start, end)]


def test_what_falls_on_the_31st_falls_on_the_last_day_of_shorter_months_and_comes_back():
    rent = OwnDate("a", "Pay the hall", date(2026, 1, 31), repeats_months=1)
    assert days(rent, date(2026, 1, 1), date(2026, 5, 31)) == [
        date(2026, 1, 31),
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
        date(2026, 5, 31),
    ]


def test_29_february_comes_every_year():
    own = OwnDate("a", "Leap", date(2024, 2, 29), repeats_months=12)
    found = days(own, date(2024, 1, 1), date(2028, 12, 31))
    assert [(day.month, day.day) for day in found] == [(2, 29), (2, 28), (2, 28), (2, 28), (2, 29)]


def test_a_date_that_does_not_come_again_falls_once():
    own = OwnDate("a", "Fair", date(2026, 12, 5))
    assert days(own, date(2026, 12, 5), date(2026, 12, 5)) == [date(2026, 12, 5)]
    assert days(own, date(2026, 12, 6), date(2030, 1, 1)) == []


def test_a_date_without_a_day_falls_nowhere():
    assert days(OwnDate("a", "Some day", repeats_months=1), date.min, date.max) == []


def test_each_time_has_an_id_that_stays_when_the_day_moves():
    first = OwnDate("a", "Pay the hall", date(2026, 1, 5), repeats_months=3)
    moved = OwnDate("a", "Pay the hall", date(2026, 1, 9), repeats_months=3)
    ids = [[due.id for due in dues_of(each, date(2026, 1, 1), date(2026, 12, 31))]
           for each in (first, moved)]  # fmt: skip
    assert ids[0] == ids[1] == ["own/a/0", "own/a/1", "own/a/2", "own/a/3"]


def test_at_the_ends_of_the_calendar_it_just_stops():
    last = OwnDate("a", "Far", date(9999, 11, 30), repeats_months=1)
    assert days(last, date(9999, 1, 1), date.max) == [date(9999, 11, 30), date(9999, 12, 30)]


@given(DAYS, STEPS, DAYS, st.integers(0, 2000))
def test_it_falls_where_counting_from_the_first_day_says(on, step, start, length):
    end = start + timedelta(length)
    own = OwnDate("a", "x", on, repeats_months=step)
    expected = []
    number = 0
    while True:
        month = on.year * 12 + on.month - 1 + number * step
        year, place = divmod(month, 12)
        if year > 2110:
            break
        day = date(year, place + 1, min(on.day, monthrange(year, place + 1)[1]))
        if start <= day <= end:
            expected.append((number, day))
        number += 1
    assert list(occurrences(own, start, end)) == expected


@pytest.mark.parametrize(
    ("months", "words"), [(0, ""), (1, "Every month"), (12, "Every year"), (7, "")]
)
def test_how_often_is_said_in_words(months, words):
    assert repeats_in_words(months) == words
