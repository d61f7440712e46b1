"""Days as people type them: 27/11/2026, 27 Nov, "last Thursday", "in 2 weeks".

The day comes before the month, as everywhere in the United Kingdom. Today is passed
in. Names of months and of days of the week are understood in English and in the
language of the window, the other words in English.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.domain.days import (
    MONTHS,
    MONTHS_IN_YEAR,
    WEEKDAYS,
    in_words,
    month_in_words,
    months_on,
)

_FEBRUARY = 2
_LEAST_LETTERS = 3
_DAYS_IN_WEEK = 7
_YEARS_ROUND = 8
"""A 29 February is at most so many years from any day."""
_SHORT_YEAR, _LONG_YEAR = 2, 4
_YEARS_AHEAD = 30
"""A year of two digits is at most so far ahead; beyond, it is of the century before."""
_CENTURY = 100

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_NUMBERS = re.compile(r"([0-9]{1,2}) ?[-/. ] ?([0-9]{1,2})(?: ?[-/. ] ?([0-9]+))?")
_DAY_FIRST = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th)?(?: of)?[ /-]?([^\W\d_]+)\.?(?:[ /-]([0-9]+))?"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?(?: ([0-9]+))?")
_STEP = re.compile(r"([0-9]{1,4}|an?|one|two|three|four|six) (day|week|fortnight|month|year)s?")
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "six": 6}
_SAID = {"today": 0, "now": 0, "tomorrow": 1, "yesterday": -1}


class NotADay(AppError):
    """What was typed is not a day, or there is no such day."""

    message = marked("We cannot read this as a day.")
    advice = marked("Type it like 27/11/2026 or 27 November.")


class Toward(StrEnum):
    """Which day is meant where the year, or the week, was not said."""

    NEAREST = "nearest"
    PAST = "past"
    FUTURE = "future"


def read_day_words(text: str, today: date, toward: Toward = Toward.NEAREST) -> date | None:
    """Return the day that was typed; None when nothing was.

    Raises:
        NotADay: it is no day; the message says what is wrong.
    """
    words = " ".join(text.casefold().replace(",", " ").split())
    if not words:
        return None
    for reading in (_relative, _weekday, _written):
        try:
            found = reading(words, today, toward)
        except OverflowError as error:  # before the year 1, or after the year 9999
            raise _wrong_year() from error
        if found is not None:
            return found
    raise NotADay


def _relative(words: str, today: date, _toward: Toward) -> date | None:
    """Read "today", "in 2 weeks", "3 months ago", "next week"."""
    if words in _SAID:
        return today + timedelta(_SAID[words])
    first, _, rest = words.partition(" ")
    if words.endswith(" ago"):
        return _stepped(words.removesuffix(" ago"), today, -1)
    if first == "in":
        return _stepped(rest, today, 1)
    if first in ("next", "last"):
        return _stepped(f"a {rest}", today, 1 if first == "next" else -1)
    return None


def _stepped(words: str, today: date, sign: int) -> date | None:
    found = _STEP.fullmatch(words)
    if found is None:
        return None
    count = sign * (_COUNTS.get(found[1]) or int(found[1]))
    if found[2] in ("month", "year"):
        return months_on(today, count * (MONTHS_IN_YEAR if found[2] == "year" else 1))
    return today + timedelta(count * {"day": 1, "week": 7, "fortnight": 14}[found[2]])


def _weekday(words: str, today: date, toward: Toward) -> date | None:
    """Read "Thursday", "last Thursday", "this Thursday", "next Thursday"."""
    which, _, name = words.rpartition(" ")
    number = _named(name, WEEKDAYS)
    if number is None or which not in ("", "last", "this", "next", "on"):
        return None
    ahead = (number - 1 - today.weekday()) % _DAYS_IN_WEEK
    if which == "next":
        return today + timedelta(ahead or _DAYS_IN_WEEK)
    if which == "last":
        return today + timedelta(ahead - _DAYS_IN_WEEK)
    back = toward == Toward.PAST and which != "this" and ahead > 0
    return today + timedelta(ahead - _DAYS_IN_WEEK if back else ahead)


def _written(words: str, today: date, toward: Toward) -> date | None:
    """Read a day of the month, with or without the day of the week before it."""
    first, _, rest = words.partition(" ")
    weekday = _named(first, WEEKDAYS)
    said = rest if weekday else words
    day = _in_numbers(said, today, toward) or _in_names(said, today, toward)
    if day and weekday and day.isoweekday() != weekday:
        raise NotADay(message=tr("That day is {day}.", day=in_words(day)), advice=_check())
    return day


def _in_numbers(words: str, today: date, toward: Toward) -> date | None:
    """Read 27/11/2026, 27.11.26, 27/11 and 2026-11-27."""
    if found := _ISO.fullmatch(words):
        return _day(int(found[3]), int(found[2]), found[1], today, toward)
    if found := _NUMBERS.fullmatch(words):
        return _day(int(found[1]), int(found[2]), found[3], today, toward)
    return None


def _in_names(words: str, today: date, toward: Toward) -> date | None:
    """Read "27 November 2026", "27-Nov-26" and "Nov 27 2026"."""
    for pattern, day_at, name_at in ((_DAY_FIRST, 1, 2), (_MONTH_FIRST, 2, 1)):
        found = pattern.fullmatch(words)
        month = _named(found[name_at], MONTHS) if found else None
        if found and month:
            return _day(int(found[day_at]), month, found[3], today, toward)
    return None


def _named(name: str, names: Sequence[Marked]) -> int | None:
    """Return the number, from 1, of a name that may be cut short: "thurs", "sept"."""
    if len(name) < _LEAST_LETTERS:
        return None
    for number, each in enumerate(names, 1):
        if each.casefold().startswith(name) or tr_marked(each).casefold().startswith(name):
            return number
    return None


def _day(day: int, month: int, year: str | None, today: date, toward: Toward) -> date:
    """Return a day that there is; without a year, the one that is meant."""
    if not 1 <= month <= MONTHS_IN_YEAR:
        raise NotADay(
            message=tr("There are only 12 months in a year."),
            advice=tr("Type the day first, then the month."),
        )
    years = [_year(year, today, toward)] if year else _years_round(today)
    there = [date(each, month, day) for each in years if 1 <= day <= monthrange(each, month)[1]]
    if not there:
        raise _no_such_day(day, month, years)
    meant = there if year else [each for each in there if _is_toward(each, today, toward)]
    return min(meant, key=lambda each: abs(each - today))


def _years_round(today: date) -> list[int]:
    first, last = today.year - _YEARS_ROUND, today.year + _YEARS_ROUND
    return list(range(max(first, date.min.year), min(last, date.max.year) + 1))


def _is_toward(day: date, today: date, toward: Toward) -> bool:
    if toward == Toward.PAST:
        return day <= today
    return toward == Toward.NEAREST or day >= today


def _year(digits: str, today: date, toward: Toward) -> int:
    """Return a year of four digits, or of two: "26" is 2026, "74" is 1974.

    Raises:
        NotADay: it has another number of digits, or is the year 0.
    """
    year = int(digits) if len(digits) in (_SHORT_YEAR, _LONG_YEAR) else 0
    if len(digits) == _SHORT_YEAR:
        year += today.year - today.year % _CENTURY
        latest = today.year + (0 if toward == Toward.PAST else _YEARS_AHEAD)
        return year - _CENTURY if year > latest else year
    if year < date.min.year:
        raise _wrong_year()
    return year


def _no_such_day(day: int, month: int, years: Sequence[int]) -> NotADay:
    if day < 1:
        return NotADay(message=tr("The first day of a month is 1."), advice=_check())
    days = max(monthrange(year, month)[1] for year in years)
    name = tr_marked(MONTHS[month - 1])
    if month == _FEBRUARY and len(years) == 1:
        name = month_in_words(date(years[0], month, 1))
    words = tr("There are only {count} days in {month}.", count=days, month=name)
    return NotADay(message=words, advice=_check())


def _wrong_year() -> NotADay:
    return NotADay(message=tr("The year has 4 digits, such as 2026."), advice=_check())


def _check() -> str:
    return tr("Check the date.")
