"""Reads one field of a record strictly: what is wrong is said in words that name the field.

Absent, null and empty all mean "not stated".
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from datetime import time as time_of_day
from functools import lru_cache
from typing import Any

from vcs_desktop.core.clock import LONDON
from vcs_desktop.core.language import tr
from vcs_desktop.domain.days import END_OF_DAY
from vcs_desktop.domain.money import pence_of

Data = Mapping[str, Any]

MOST_PENCE = 10**15
"""Ten thousand billion pounds: more is a slip of the hand, and no column holds much more."""

_DAY = len("2026-12-04")
_NO_YEAR = ("0001", "9999")
"""The years in which some systems write that no date was given."""


class Unusable(ValueError):
    """A record says something that cannot be used; the text says what, in words."""


def is_absent(value: Any) -> bool:
    """Say whether a field says nothing."""
    return value is None or value in ("", [], {}) or (isinstance(value, str) and not value.strip())


def words(data: Data, key: str) -> str:
    """Return a field as text, or nothing.

    Raises:
        Unusable: it is a list or an object.
    """
    value = data.get(key)
    if is_absent(value):
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise Unusable(tr("“{key}” should be words, not {said}", key=key, said=_named(value)))


def needed(data: Data, key: str) -> str:
    """Return a field that must be there.

    Raises:
        Unusable: it is absent or not words.
    """
    text = words(data, key)
    if not text:
        raise Unusable(tr("“{key}” is missing", key=key))
    return text


def choice(data: Data, key: str, allowed: Sequence[str], default: str = "") -> str:
    """Return one of some words.

    Raises:
        Unusable: it says something else.
    """
    text = words(data, key) or default
    if text and text not in allowed:
        raise Unusable(
            tr(
                "“{key}” says “{text}”; it should be one of: {allowed}",
                key=key,
                text=text,
                allowed=", ".join(allowed),
            )
        )
    return text


def several(data: Data, key: str) -> tuple[str, ...]:
    """Return a list of words; one word alone is a list of one.

    Raises:
        Unusable: it is something else.
    """
    value = data.get(key)
    if is_absent(value):
        return ()
    items = value if isinstance(value, list) else [value]
    if any(isinstance(item, dict | list | bool) for item in items):
        raise Unusable(tr("“{key}” should be a list of words", key=key))
    return tuple(str(item).strip() for item in items if not is_absent(item))


def parts(data: Data, key: str) -> list[dict[str, Any]]:
    """Return a list of objects.

    Raises:
        Unusable: it is something else.
    """
    value = data.get(key)
    if is_absent(value):
        return []
    items: list[Any] = value if isinstance(value, list) else [value]
    if not all(isinstance(item, dict) for item in items):
        raise Unusable(tr("“{key}” should be a list of items with named fields", key=key))
    return items


def part(data: Data, key: str) -> dict[str, Any]:
    """Return an object, empty if absent.

    Raises:
        Unusable: it is something else.
    """
    value = data.get(key)
    if is_absent(value):
        return {}
    if not isinstance(value, dict):
        raise Unusable(tr("“{key}” should have named fields of its own", key=key))
    return value


def number(data: Data, key: str, *, least: float = 0, most: float = 1e12) -> float | None:
    """Return a number, or None when it is not stated.

    Raises:
        Unusable: it is not a number, or outside its bounds.
    """
    value = data.get(key)
    if is_absent(value):
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Unusable(tr("“{key}” should be a number, not {said}", key=key, said=_named(value)))
    if not least <= value <= most:
        raise Unusable(
            tr(
                "“{key}” is {value}; it should be between {least} and {most}",
                key=key,
                value=value,
                least=f"{least:,.15g}",
                most=f"{most:,.15g}",
            )
        )
    return value


def whole(data: Data, key: str, *, least: int = 0, most: int = 1_000_000) -> int | None:
    """Return a whole number, or None when it is not stated.

    Raises:
        Unusable: it is something else.
    """
    value = number(data, key, least=least, most=most)
    if value is None:
        return None
    if value != int(value):
        raise Unusable(tr("“{key}” is {value}; it should be a whole number", key=key, value=value))
    return int(value)


def pence(data: Data, key: str) -> int | None:
    """Return an amount given in pounds as pence, or None when it is not stated.

    Raises:
        Unusable: it is not an amount.
    """
    value = number(data, key, most=MOST_PENCE / 100)
    return None if value is None else pence_of(value)


def flag(data: Data, key: str) -> bool | None:
    """Return yes or no, or None when it is not stated.

    Raises:
        Unusable: it is neither.
    """
    value = data.get(key)
    if is_absent(value):
        return None
    if not isinstance(value, bool):
        raise Unusable(tr("“{key}” should be yes or no (true or false)", key=key))
    return value


def day(data: Data, key: str) -> date | None:
    """Return a day written like 2026-12-04 (a time after it is dropped), or None.

    Raises:
        Unusable: it is no day.
    """
    text = words(data, key)
    if not text:
        return None
    found = lenient_moment(text)
    if found is None:
        raise Unusable(
            tr("“{key}” says “{text}”; it should be a day such as 2026-12-04", key=key, text=text)
        )
    return found.astimezone(LONDON).date()


def moment(data: Data, key: str) -> datetime | None:
    """Return a moment in UTC, or None; a day alone means its last minute in London.

    Raises:
        Unusable: it is no day and no moment.
    """
    text = words(data, key)
    if not text:
        return None
    found = lenient_moment(text, END_OF_DAY)
    if found is None:
        raise Unusable(
            tr(
                "“{key}” says “{text}”; it should be a day and time such as 2026-12-04T12:00",
                key=key,
                text=text,
            )
        )
    return found


def lenient_moment(text: Any, at: time_of_day = time_of_day()) -> datetime | None:
    """Return the moment that an ISO text names, in UTC, or None when it names none.

    A time without a zone is London's; a day without a time takes ``at``.
    """
    if not isinstance(text, str):
        return None
    text = text.strip()
    if text.startswith(_NO_YEAR):
        return None
    try:
        if len(text) == _DAY:
            return datetime.combine(date.fromisoformat(text), at, LONDON).astimezone(UTC)
        found = datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=LONDON)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def lenient_day(text: Any) -> date | None:
    """Return the day, in London, that an ISO text names, or None when it names none."""
    if not text:
        return None
    if isinstance(text, str) and (len(text) == _DAY or _is_well_before_midnight(text)):
        return _day_named(text[:_DAY])
    found = lenient_moment(text)
    return None if found is None else found.astimezone(LONDON).date()


@lru_cache(maxsize=4096)
def _day_named(text: str) -> date | None:
    """Return the day of ten characters, kept: a file names few days, each of them very often."""
    try:
        return None if text.startswith(_NO_YEAR) else date.fromisoformat(text)
    except ValueError:
        return None


def _is_well_before_midnight(text: str) -> bool:
    """Say whether a moment in UTC is on the same day in London, in summer time too.

    Most are, and this is much quicker than to work it out.
    """
    return text[-1:] == "Z" and text[_DAY : _DAY + 1] == "T" and text[_DAY + 1 : _DAY + 3] < "23"


def lenient_pence(amount: Any) -> int | None:
    """Return pounds as pence; None for what is no amount, nothing, or beyond belief.

    A value of 0 is how some systems write that none was given.
    """
    if isinstance(amount, bool) or not isinstance(amount, int | float):
        return None
    if not 0 < amount <= MOST_PENCE / 100:
        return None
    return amount * 100 if isinstance(amount, int) else pence_of(amount)


def lenient_text(value: Any) -> str:
    """Return text as it is, a number as text, and nothing for anything else."""
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def lenient_part(value: Any) -> dict[str, Any]:
    """Return an object, or an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def lenient_parts(value: Any) -> list[dict[str, Any]]:
    """Return the objects of a list, or none for anything else."""
    if not value or not isinstance(value, list):
        return []
    return [item for item in value if isinstance(item, dict)]


def _named(value: Any) -> str:
    match value:
        case dict():
            return tr("named fields")
        case list():
            return tr("a list")
        case bool():
            return tr("yes or no")
        case _:
            return f"“{value}”"
