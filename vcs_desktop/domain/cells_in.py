"""What a cell of somebody's table says: a day, a number, an amount, hours, miles, yes or no."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.domain import day_times
from vcs_desktop.domain.day_words import Toward, read_day_words
from vcs_desktop.domain.days import WEEKDAYS, shortly
from vcs_desktop.domain.durations import read_duration
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.money_words import read_money
from vcs_desktop.domain.table_out import hours_in_words
from vcs_desktop.domain.time_spans import read_span, span_words

Told = TypeVar("Told")

MOST_COUNTED = 100_000
_TENTHS = 10
_SAYS_NOTHING = frozenset(("-", "--", "n/a", "na", "none", "nil", "?", "tbc", "#n/a", "\u2013"))
_YES = frozenset(("yes", "y", "x", "✓", "✔", "true", "1"))
_NO = frozenset(("no", "n", "false", "0"))
_NOT_DONE = _NO | {"open", "not done", "not yet", "to do", "outstanding", "ongoing", "in progress"}
_LEAST_LETTERS = 3
_AT_MIDNIGHT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.]+")
_CLOCK = re.compile(r"([0-9]{1,2}:[0-9]{2}):[0-9]{2}")
_WORKED_OUT = re.compile(r"£?[0-9]+\.[0-9]{5,}")
_COUNT = re.compile(r"[0-9]{1,6}(?:\.0+)?")
_MILES = re.compile(r"([0-9]{1,5})(?:\.([0-9]{1,4}))?")


class CannotRead(ValueError):
    """A cell does not say what its column holds."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How the cells of a column read.

    ``read`` takes what is written and today, and raises CannotRead; None is nothing.
    ``wrong`` is a sentence with {row}, {column} and {text} for what cannot be read, and says
    what to do. ``said`` returns what was read in words.
    """

    read: Callable[[str, date], Any]
    wrong: Marked
    said: Callable[[Any], str] = str


def says_nothing(text: str) -> bool:
    """Say whether a cell only says that there is nothing in it."""
    return not text.strip() or text.strip().casefold() in _SAYS_NOTHING


def _line(text: str, _today: date) -> str:
    return " ".join(text.split())


def _text(text: str, _today: date) -> str:
    return text.strip()


def _day(text: str, today: date) -> date:
    """Read a day that has its own date: "Thursday" would be another one each week."""
    words = _AT_MIDNIGHT.sub(r"\1", text.strip())
    if sum(mark.isdecimal() for mark in words) < 2 or words.casefold().endswith(" ago"):  # noqa: PLR2004  a day has two digits or more
        raise CannotRead
    if words.casefold().startswith("in "):
        raise CannotRead
    return _told(lambda: read_day_words(words, today, Toward.NEAREST))


def _count(text: str, _today: date) -> int:
    words = text.replace(",", "").strip()
    if not _COUNT.fullmatch(words) or (number := int(words.partition(".")[0])) > MOST_COUNTED:
        raise CannotRead
    return number


def _money(text: str, _today: date) -> int:
    words = text.strip()
    if _WORKED_OUT.fullmatch(words):  # a spreadsheet worked it out: 5.8500000000000005
        words = f"{float(words.removeprefix('£')):.2f}"
    return _told(lambda: read_money(words))


def _hours(text: str, _today: date) -> int:
    return _told(lambda: read_duration(_CLOCK.sub(r"\1", text.strip())))


def _miles(text: str, _today: date) -> int:
    """Read miles as tenths of a mile, rounded."""
    words = text.casefold().replace(",", "").strip()
    for unit in ("miles", "mile", "mi"):
        words = words.removesuffix(unit).strip()
    found = _MILES.fullmatch(words)
    if found is None:
        raise CannotRead
    return round(float(words) * _TENTHS)


def _yes(text: str, _today: date) -> bool:
    word = text.strip().casefold()
    if word not in _YES | _NO:
        raise CannotRead
    return word in _YES


def _time(text: str, _today: date) -> str:
    return _told(lambda: day_times.parse(_CLOCK.sub(r"\1", text.strip())))


def _times(text: str, _today: date) -> tuple[str, str]:
    found = _told(lambda: read_span(_CLOCK.sub(r"\1", text.strip())))
    if not any(found):
        raise CannotRead
    return found


def _weekday(text: str, _today: date) -> int:
    """Read "Thursday", "Thursdays", "every Thu"; 0 is Monday."""
    word = text.strip().casefold().removeprefix("every ").removeprefix("on ").rstrip(".")
    for number, day in enumerate(WEEKDAYS):
        for name in (day.casefold(), tr_marked(day).casefold()):
            if len(word) >= _LEAST_LETTERS and f"{name}s".startswith(word):
                return number
    raise CannotRead


def _week_times(text: str, today: date) -> tuple[int | None, str, str]:
    """Read "Thursdays 10am to 12": the day of the week, or None, and the times, or empty ones."""
    words = text.replace(",", " ").split()
    for cut in range(len(words), -1, -1):
        day, times = " ".join(words[:cut]), " ".join(words[cut:])
        try:
            weekday = _weekday(day, today) if day else None
            starts, ends = _times(times, today) if times else ("", "")
        except CannotRead:
            continue
        return weekday, starts, ends
    raise CannotRead


def _day_done(text: str, today: date) -> date | None:
    """Read the day on which something was done; None is that it is not done yet."""
    return None if text.strip().casefold() in _NOT_DONE else _day(text, today)


def _told(read: Callable[[], Told | None]) -> Told:
    try:
        found = read()
    except AppError as error:
        raise CannotRead from error
    if found is None or found == "":
        raise CannotRead
    return found


def _in_tenths(tenths: int) -> str:
    return f"{tenths / _TENTHS:g}"


def _yes_or_no(answer: bool) -> str:
    return tr("Yes") if answer else tr("No")


def _times_words(times: tuple[str, str]) -> str:
    starts, ends = times
    return span_words(starts, ends) if ends else day_times.in_words(starts)


def _week_words(said: tuple[int | None, str, str]) -> str:
    weekday, starts, ends = said
    day = "" if weekday is None else _name_of_day(weekday)
    return " ".join(filter(None, (day, span_words(starts, ends))))


def _name_of_day(number: int) -> str:
    return tr_marked(WEEKDAYS[number])


_UNREADABLE = marked("Row {row}, “{column}”: we cannot read “{text}”. Write it in words.")
_NO_TIME = marked("Row {row}, “{column}”: “{text}” is not a time. Write it like 10:30.")
LINE, TEXT = Reading(_line, _UNREADABLE), Reading(_text, _UNREADABLE)
DAY = Reading(
    _day,
    marked("Row {row}, “{column}”: “{text}” is not a day. Write it like 27/11/2026."),
    shortly,
)
DAY_DONE = Reading(
    _day_done,
    marked("Row {row}, “{column}”: “{text}” is not a day. Write the day it was done."),
    shortly,
)
WEEKDAY = Reading(
    _weekday,
    marked("Row {row}, “{column}”: “{text}” is not one day of the week. Write it like Thursday."),
    _name_of_day,
)
COUNT = Reading(_count, marked("Row {row}, “{column}”: “{text}” is no number. Write it like 12."))
MONEY = Reading(
    _money, marked("Row {row}, “{column}”: “{text}” is no amount. Write it like 12.50."), in_pounds
)
HOURS = Reading(
    _hours,
    marked("Row {row}, “{column}”: “{text}” is not a time. Write hours like 2.5 or 2:30."),
    hours_in_words,
)
MILES = Reading(
    _miles,
    marked("Row {row}, “{column}”: “{text}” are no miles. Write them like 12.5."),
    _in_tenths,
)
YES = Reading(
    _yes,
    marked("Row {row}, “{column}”: “{text}” is unclear. Write yes or no."),
    _yes_or_no,
)
TIME = Reading(_time, _NO_TIME)
TIMES = Reading(_times, _NO_TIME, _times_words)
WEEK_TIMES = Reading(
    _week_times,
    marked("Row {row}, “{column}”: we cannot read “{text}”. Write it like Thursday 10am to 1pm."),
    _week_words,
)
