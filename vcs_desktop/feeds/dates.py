"""Days and moments as people in the United Kingdom write them."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from vcs_desktop.core.clock import LONDON
from vcs_desktop.domain.days import END_OF_DAY, shortly

_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_WORDED = re.compile(
    r"(?:[A-Za-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s/-]+([A-Za-z]{3,9})\.?,?[\s/-]+(\d{4})"
)
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|noon|midday|midnight)?", re.IGNORECASE)
_JOIN = re.compile(r"\s*(?:,|\bat\b|\bby\b)?\s*", re.IGNORECASE)
_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
)  # fmt: skip
_NOON = 12


@dataclass(frozen=True, slots=True)
class ReadDay:
    """A day that was read; ``assumption`` says in words what we had to assume, if anything."""

    day: date
    at: time | None = None
    assumption: str = ""

    @property
    def iso(self) -> str:
        """The day, or the moment in London, as ISO text."""
        if self.at is None:
            return self.day.isoformat()
        return datetime.combine(self.day, self.at, LONDON).isoformat(timespec="minutes")


def read_day(text: str) -> ReadDay | None:
    """Return the day, and the time if any, of ISO or British text; None if it is neither.

    ``03/04/2014`` is 3 April: day, month, year. ISO moments keep their zone and
    give the day and time in London.
    """
    text = " ".join(text.split())
    try:
        if len(text) == len("2026-12-04"):
            return ReadDay(date.fromisoformat(text))
        moment = datetime.fromisoformat(text)
        local = moment.astimezone(LONDON) if moment.tzinfo else moment
        return ReadDay(local.date(), local.time().replace(second=0, microsecond=0, tzinfo=None))
    except (ValueError, OverflowError):
        return _british(text)


def _british(text: str) -> ReadDay | None:
    slashed, worded = _SLASHED.match(text), _WORDED.match(text)
    found = slashed or worded
    if found is None:
        return None
    try:
        month = int(found[2]) if slashed else _month(found[2])
        day = date(int(found[3]), month, int(found[1]))
        at = _time(text[found.end() :])
    except ValueError:
        return None
    assumption = f"“{found[0]}” was read as day, month, year: {shortly(day)}." if slashed else ""
    return ReadDay(day, at, assumption)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _time(text: str) -> time | None:
    """Return the time that follows a day; None when nothing does.

    Raises:
        ValueError: something else follows.
    """
    text = text[_JOIN.match(text).end() :].strip()  # type: ignore[union-attr]  # it matches nothing too
    if not text:
        return None
    word = text.lower().removeprefix("12").strip()
    if word in ("noon", "midday"):
        return time(_NOON)
    if word == "midnight":
        return END_OF_DAY
    found = _TIME.fullmatch(text)
    if found is None or not (found[2] or found[3]):
        raise ValueError("not a time")
    hour = int(found[1])
    if found[3] and found[3].lower() in ("am", "pm"):
        if not 1 <= hour <= _NOON:
            raise ValueError("not an hour")
        hour = hour % _NOON + (_NOON if found[3].lower() == "pm" else 0)
    return time(hour, int(found[2] or 0))
