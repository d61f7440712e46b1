"""A date as a code that puts it into a telephone's calendar, without any network.

The content is the calendar format of .ics files, as short as telephones take it: no
identity and no time stamp, which a camera has no use for.
Source: the codes that Apple's and Google's cameras offer to add to the calendar hold
BEGIN:VEVENT with SUMMARY, DTSTART and LOCATION; times end in Z, which is Greenwich's time.
"""

from datetime import UTC, datetime

import segno

from vcs_desktop.core.clock import LONDON
from vcs_desktop.core.language import tr
from vcs_desktop.documents.printable import one_line
from vcs_desktop.domain.due import Due, time_of
from vcs_desktop.domain.phone_code import PhoneCode

LARGEST = 10
"""The version of QR code: 57 squares across. Finer ones are hard to read off a screen."""

_LENGTHS = ((60, 40), (60, 20), (45, 0), (30, 0), (15, 0), (8, 0))
"""How many letters of the name and of the place are kept, the most that fits first."""


def code_of(due: Due) -> PhoneCode:
    """Return the code of a date."""
    name, place = one_line(due.what) or tr("A date"), one_line(due.place)
    for most_of_name, most_of_place in _LENGTHS:
        short_name, short_place = _cut(name, most_of_name), _cut(place, most_of_place)
        says = payload(due, short_name, short_place)
        code = segno.make(says, error="l", micro=False, boost_error=True, encoding="utf-8")
        if int(code.version) <= LARGEST:
            break
    rows = tuple(tuple(bool(square) for square in row) for row in code.matrix)
    return PhoneCode(rows, says, is_shortened=(short_name, short_place) != (name, place))


def code_of_words(says: str) -> PhoneCode:
    """Return the code of some words, such as an address."""
    code = segno.make(says, error="m", micro=False, boost_error=True, encoding="utf-8")
    return PhoneCode(tuple(tuple(bool(square) for square in row) for row in code.matrix), says)


def payload(due: Due, name: str, place: str) -> str:
    """Return what the code says."""
    time = time_of(due)
    if time is None:
        starts = f"DTSTART;VALUE=DATE:{due.on.isoformat().replace('-', '')}"
    else:
        at = datetime.combine(due.on, time, LONDON).astimezone(UTC)
        starts = f"DTSTART:{at:%Y%m%dT%H%M%SZ}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "BEGIN:VEVENT",
        f"SUMMARY:{_escaped(name)}",
        starts,
        f"LOCATION:{_escaped(place)}" if place else "",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "\r\n".join(filter(None, lines))


def _cut(words: str, most: int) -> str:
    if len(words) <= most:
        return words
    return words[: most - 1].rstrip(" .,;:") + "…" if most else ""


def _escaped(words: str) -> str:
    """Return words as a value of the format. Source: RFC 5545, 3.3.11."""
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return words
