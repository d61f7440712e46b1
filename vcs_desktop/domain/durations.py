"""How long somebody helped, as people type it: 2, 1.5, 2h30, 2:30, 45 min."""

import re
from fractions import Fraction

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked, tr

MINUTES_IN_HOUR = 60
MOST_MINUTES = 24 * MINUTES_IN_HOUR
"""On one day."""

_HALVES = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_SAID = {
    "half an hour": 30,
    "half hour": 30,
    "a quarter of an hour": 15,
    "an hour": 60,
    "an hour and a half": 90,
    "hour and a half": 90,
}
_HOURS = r"(?:h|hr|hrs|hour|hours|std)"
_MINUTES = r"(?:m|min|mins|minute|minutes)"
_DECIMAL = re.compile(rf"([0-9]{{0,4}})(?:[.,]([0-9]{{1,4}}))?([½¼¾]?) ?{_HOURS}?")
_BOTH = re.compile(rf"([0-9]{{1,4}}) ?(?::|{_HOURS}) ?(?:and )?([0-9]{{1,2}}) ?{_MINUTES}?")
_ONLY_MINUTES = re.compile(rf"([0-9]{{1,5}}) ?{_MINUTES}")


class NotADuration(AppError):
    """What was typed is no length of time."""

    message = marked("We cannot read this as hours.")
    advice = marked("Type it like 2, 1.5 or 2h30.")


def read_duration(text: str) -> int | None:
    """Return the minutes of a length of time that was typed; None when nothing was.

    A bare number is hours. Parts of a minute are rounded, half a minute up.

    Raises:
        NotADuration: it is no length of time, or longer than a day.
    """
    words = " ".join(text.casefold().split())
    if not words:
        return None
    minutes = _SAID.get(words)
    if minutes is None:
        minutes = _typed(words)
    if minutes > MOST_MINUTES:
        raise NotADuration(message=tr("A day has only 24 hours."))
    return minutes


def typed_duration(minutes: int | None) -> str:
    """Return a length of time as it stands in a field: "2", "2h30" or "0h45"; None is empty."""
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, MINUTES_IN_HOUR)
    return f"{hours}h{rest:02}" if rest else str(hours)


def _typed(words: str) -> int:
    if found := _ONLY_MINUTES.fullmatch(words):
        return int(found[1])
    if found := _BOTH.fullmatch(words):
        if int(found[2]) >= MINUTES_IN_HOUR:
            raise NotADuration
        return int(found[1]) * MINUTES_IN_HOUR + int(found[2])
    found = _DECIMAL.fullmatch(words)
    if found is None or not any(found.groups()) or (found[2] and found[3]):
        raise NotADuration
    hours = Fraction(int(found[1] or 0)) + _HALVES.get(found[3], Fraction(0))
    if found[2]:
        hours += Fraction(int(found[2]), 10 ** len(found[2]))
    return int(hours * MINUTES_IN_HOUR + Fraction(1, 2))
