"""Days as people type them are the days that they mean, and what is wrong is said."""

from calendar import monthrange
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.day_words import NotADay, Toward, read_day_words
from vcs_desktop.domain.days import in_words, months_on, shortly

SATURDAY = date(2026, 11, 28)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("27/11/2026", date(2026, 11, 27)),
        (" 7.1.26 ", date(2026, 1, 7)),
        ("03-04-2014", date(2014, 4, 3)),
        ("27 11 2026", date(2026, 11, 27)),
        ("2026-11-27", date(2026, 11, 27)),
        ("27 Nov", date(2026, 11, 27)),
        ("27nov", date(2026, 11, 27)),
        ("27-Nov-26", date(2026, 11, 27)),
        ("27th of November, 2026", date(2026, 11, 27)),
        ("1st Sept 2025", date(2025, 9, 1)),
        ("November 27", date(2026, 11, 27)),
        ("Nov. 27, 2026", date(2026, 11, 27)),
        ("Friday 27 November 2026", date(2026, 11, 27)),
        ("fri 27/11/2026", date(2026, 11, 27)),
        ("12/5/74", date(1974, 5, 12)),
        ("12/5/56", date(2056, 5, 12)),
        ("today", SATURDAY),
        ("Yesterday", date(2026, 11, 27)),
        ("tomorrow", date(2026, 11, 29)),
        ("last Thursday", date(2026, 11, 26)),
        ("last Saturday", date(2026, 11, 21)),
        ("this Saturday", SATURDAY),
        ("next Saturday", date(2026, 12, 5)),
        ("thurs", date(2026, 12, 3)),
        ("on Monday", date(2026, 11, 30)),
        ("in 2 weeks", date(2026, 12, 12)),
        ("a fortnight ago", date(2026, 11, 14)),
        ("in three months", date(2027, 2, 28)),
        ("next year", date(2027, 11, 28)),
        ("last month", date(2026, 10, 28)),
        ("10 days ago", date(2026, 11, 18)),
        ("3 January", date(2027, 1, 3)),
        ("29 February", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_as_it_is_meant(typed, meant):
    assert read_day_words(typed, SATURDAY) == meant


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31/11/2026", "There are only 30 days in November."),
        ("31 November", "There are only 30 days in November."),
        ("30/2/2026", "There are only 28 days in February 2026."),
        ("30/2", "There are only 29 days in February."),
        ("32/1/2026", "There are only 31 days in January."),
        ("0/1/2026", "The first day of a month is 1."),
        ("11/27/2026", "There are only 12 months in a year."),
        ("1/1/126", "The year has 4 digits, such as 2026."),
        ("1/1/0000", "The year has 4 digits, such as 2026."),
        ("in 9999 years", "The year has 4 digits, such as 2026."),
        ("9999 weeks from now", "We cannot read this as a day."),
        ("Monday 27 November 2026", "That day is Friday 27 November 2026."),
        ("soon", "We cannot read this as a day."),
        ("27", "We cannot read this as a day."),
        ("last", "We cannot read this as a day."),
        ("\u0662\u0667/11/2026", "We cannot read this as a day."),
    ],
)
def test_what_is_wrong_with_a_day_is_said_with_an_advice(typed, said):
    with pytest.raises(NotADay) as wrong:
        read_day_words(typed, SATURDAY)
    assert wrong.value.message == said
    assert wrong.value.advice


def test_nothing_typed_is_no_day():
    assert read_day_words("", SATURDAY) is None
    assert read_day_words(" \t ", SATURDAY) is None


@pytest.mark.parametrize(
    ("typed", "past", "future"),
    [
        ("27 Nov", date(2026, 11, 27), date(2027, 11, 27)),
        ("3/1", date(2026, 1, 3), date(2027, 1, 3)),
        ("28 November", SATURDAY, SATURDAY),
        ("29 Feb", date(2024, 2, 29), date(2028, 2, 29)),
        ("Thursday", date(2026, 11, 26), date(2026, 12, 3)),
        ("Saturday", SATURDAY, SATURDAY),
    ],
)
def test_without_a_year_the_day_is_on_the_side_that_was_asked_for(typed, past, future):
    assert read_day_words(typed, SATURDAY, Toward.PAST) == past
    assert read_day_words(typed, SATURDAY, Toward.FUTURE) == future


def test_a_birthday_of_two_digits_is_never_ahead():
    assert read_day_words("1/5/40", SATURDAY, Toward.PAST) == date(1940, 5, 1)
    assert read_day_words("1/5/40", SATURDAY) == date(2040, 5, 1)


@given(DAYS, DAYS)
def test_a_day_in_our_own_words_is_that_day_on_every_day(day, today):
    for written in (
        in_words(day),
        shortly(day),
        f"{day.day}/{day.month}/{day.year}",
        day.isoformat(),
    ):
        for toward in Toward:
            assert read_day_words(written, today, toward) == day


@given(DAYS, DAYS)
def test_a_day_without_its_year_is_the_nearest_there_is(day, today):
    found = read_day_words(f"{day.day}/{day.month}", today)
    assert (found.day, found.month) == (day.day, day.month)
    if (day.day, day.month) != (29, 2):
        assert abs(found - today) <= timedelta(183)


@given(st.integers(0, 99), st.integers(0, 99), st.integers(1000, 2999), DAYS)
def test_numbers_are_a_day_exactly_when_there_is_such_a_day(day, month, year, today):
    there = 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    try:
        assert read_day_words(f"{day}/{month}/{year}", today) == date(year, month, day)
    except NotADay:
        assert not there
    else:
        assert there


@given(st.text(max_size=30) | st.text("0123456789/-. adefghiklmnorstuvwy", max_size=20), DAYS)
def test_whatever_is_typed_is_a_day_or_nothing_or_told(typed, today):
    with suppress(NotADay):
        found = read_day_words(typed, today)
        assert found is None or isinstance(found, date)


@pytest.mark.parametrize("today", [date.min, date.max])
@pytest.mark.parametrize(
    "typed", ["yesterday", "tomorrow", "last week", "next month", "a year ago", "1/1"]
)
def test_at_the_ends_of_time_nothing_breaks(today, typed):
    with suppress(NotADay):
        assert isinstance(read_day_words(typed, today), date)


@given(DAYS, st.integers(-600, 600))
def test_months_on_is_the_same_day_or_the_last_of_a_shorter_month(day, count):
    found = months_on(day, count)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == count
    assert found.day == min(day.day, monthrange(found.year, found.month)[1])
