"""Column headings of tables of funding calls: field names, parts by slash, numbered where many.

``grantName``, ``Grant name`` and ``GRANTNAME`` are one heading; ``questions/0/text``
is the text of the first question. A list goes into one cell, separated by ``;``.
"""

import re
from collections.abc import Iterable
from typing import Any

from vcs_desktop.domain.funding_format import FIELDS, FieldNote, Holds

_BY_NAME = {note.name.lower(): note for note in FIELDS}
_NEEDED = "grantname"
_MOST_PARTS = 200


def is_calls_table(headings: Iterable[str]) -> bool:
    """Say whether some headings are those of a table of funding calls."""
    return _NEEDED in {_plain(heading) for heading in headings}


def call_from(cells: dict[str, Any]) -> dict[str, Any]:
    """Return the call that a row of a table holds; columns of one's own are kept as they are."""
    call: dict[str, Any] = {}
    for heading, cell in cells.items():
        names = [part.strip() for part in heading.split("/")]
        note = _BY_NAME.get(_plain(names[0]))
        if note is None:
            call[heading] = cell
        elif len(names) == 1:
            call.setdefault(note.name, cell)
        else:
            _put_part(call, note, names[1:], cell)
    for note in FIELDS:
        numbered = call.get(note.name)
        if note.holds is Holds.PARTS and isinstance(numbered, dict):
            call[note.name] = [numbered[place] for place in sorted(numbered)]
    return call


def _put_part(call: dict[str, Any], note: FieldNote, names: list[str], cell: Any) -> None:
    place = 0
    if names[0].isdigit():
        place, names = min(int(names[0]), _MOST_PARTS), names[1:]
    parts = {_plain(part.name): part.name for part in note.parts}
    name = parts.get(_plain("/".join(names)), "/".join(names))
    whole = call.setdefault(note.name, {})
    if not isinstance(whole, dict):
        return
    part = whole.setdefault(place, {}) if note.holds is Holds.PARTS else whole
    part.setdefault(name, cell)


def _plain(heading: str) -> str:
    return re.sub(r"[^a-z0-9/]", "", heading.lower())
