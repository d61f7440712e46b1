"""Values of a record's fields in words, whatever somebody's computer wrote there."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from vcs_desktop.core.language import Marked, tr, tr_marked
from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain import day_times, days, money
from vcs_desktop.domain.areas import name_of
from vcs_desktop.domain.file_words import file_in_words
from vcs_desktop.domain.stored_file import is_stored_file

Reader = Callable[[Any], str]

_MOST_IN_A_LIST = 50
_DEEPEST = 3
_ANY_LEAP_YEAR = 2000


def unsaid(_value: Any) -> str:
    """Read a value that means nothing to a person, such as a place: only its change is told."""
    return ""


def plain(value: Any, depth: int = 0) -> str:
    """Return a value that we know nothing of as a person can read it."""
    if value is None or depth > _DEEPEST:
        return ""
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    if isinstance(value, int | float):
        return f"{value:,}"
    if isinstance(value, list):
        return _listed(plain(each, depth + 1) for each in value[:_MOST_IN_A_LIST])
    if isinstance(value, dict):
        return file_in_words(value) if is_stored_file(value) else _in_parts(value, depth)
    return without_hidden(str(value))


def day(value: Any) -> str:
    """Return a day, such as "4 December 2026"."""
    try:
        return days.shortly(date.fromisoformat(value))
    except (TypeError, ValueError):
        return plain(value)


def time_of_day(value: Any) -> str:
    """Return a time of day, such as "7.30pm"."""
    try:
        is_time = day_times.parse(value) == value
    except (AttributeError, day_times.NotATime):
        is_time = False
    return day_times.in_words(value) if is_time else plain(value)


def month(value: Any) -> str:
    """Return the month of a day, such as "December 2026"."""
    try:
        found = date.fromisoformat(value)
    except (TypeError, ValueError):
        return plain(value)
    return tr("{month} {year}", month=tr_marked(days.MONTHS[found.month - 1]), year=found.year)


def day_of_year(value: Any) -> str:
    """Return a day without its year, such as "31 March"."""
    try:
        found = date(_ANY_LEAP_YEAR, value["month"], value["day"])
    except (TypeError, ValueError, KeyError, OverflowError):
        return plain(value)
    return tr("{day} {month}", day=found.day, month=tr_marked(days.MONTHS[found.month - 1]))


def pounds(value: Any) -> str:
    """Return an amount in pence, such as "£18,400"."""
    return money.in_pounds(value) if type(value) is int else plain(value)


def place(value: Any) -> str:
    """Return the name of an area by its code."""
    return name_of(value) if isinstance(value, str) else plain(value)


def one_of(words: Mapping[Any, Marked]) -> Reader:
    """Return what reads one of several choices."""

    def read(value: Any) -> str:
        known = words.get(value) if isinstance(value, str) else None
        return tr_marked(known) if known else plain(value)

    return read


def several(read: Reader) -> Reader:
    """Return what reads a list of things that are each read so; an empty list is "None"."""

    def read_all(value: Any) -> str:
        if not isinstance(value, list):
            return plain(value)
        return _listed(map(read, value[:_MOST_IN_A_LIST])) if value else tr("None")

    return read_all


def by_name(name: str) -> Reader:
    """Return what reads a value of a field that we do not know, by how its name ends."""
    if name.endswith("_pence"):
        return pounds
    return day if name.endswith("_on") else plain


def spelled(name: str) -> str:
    """Return the name of a field that we do not know as words: "van_driver" is "Van driver"."""
    words = " ".join(without_hidden(name).replace("_", " ").split())[:60]
    return words[:1].upper() + words[1:]


def _in_parts(value: Mapping[Any, Any], depth: int) -> str:
    some = list(value.items())[:_MOST_IN_A_LIST]
    return _listed(
        tr("{part}: {value}", part=spelled(str(name)), value=plain(each, depth + 1))
        for name, each in some
    )


def _listed(words: Any) -> str:
    return "; ".join(filter(None, words))
