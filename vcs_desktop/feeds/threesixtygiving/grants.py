"""Grants out of 360Giving files.

What the standard's newer versions refuse but a person can read, such as dates
written 27/09/2013, is taken, and what we had to assume is stated in the grant.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from vcs_desktop.core.language import tr
from vcs_desktop.domain.from_record.fields import MOST_PENCE, lenient_part, lenient_text
from vcs_desktop.domain.library import Kind
from vcs_desktop.feeds.dates import read_day
from vcs_desktop.feeds.json_stream import list_items
from vcs_desktop.feeds.mending import mended, mended_text
from vcs_desktop.feeds.result import Refusal
from vcs_desktop.feeds.shape import Container, Shape
from vcs_desktop.feeds.tables import csv_rows, xlsx_rows
from vcs_desktop.feeds.threesixtygiving.headings import grant_from
from vcs_desktop.wire.record import Record

_AMOUNTS = ("amountAwarded", "amountAppliedFor", "amountDisbursed")
_DATED_PARTS = ("plannedDates", "actualDates")
_AMOUNT = re.compile(r"-?\d+(?:\.\d+)?")


class _Problem(ValueError):
    """Why one grant cannot be used, in words."""


def grants(path: Path, shape: Shape) -> Iterator[Record | Refusal]:
    """Yield the grants of a file."""
    seen: dict[str, str] = {}
    for where, item in _rows(path, shape):
        grant = _grant(item, where)
        if isinstance(grant, Record):
            if grant.id in seen:
                grant = Refusal(
                    where,
                    tr(
                        "The grant “{name}” was already at {place}.",
                        name=grant.id,
                        place=seen[grant.id],
                    ),
                )
            else:
                seen[grant.id] = where
        yield grant


def _rows(path: Path, shape: Shape) -> Iterable[tuple[str, Any]]:
    name = shape.list_name or ""
    if shape.container is Container.CSV:
        return (
            (tr("row {number}", number=number), _from_cells(cells))
            for number, cells in csv_rows(path)
        )
    if shape.container is Container.XLSX:
        return (
            (tr("row {number}", number=number), _from_cells(cells))
            for number, cells in xlsx_rows(path, name)
        )
    return (
        (f"{name or 'grant'}[{index}]", mended(item, text))
        for index, (item, text) in enumerate(list_items(path, name))
    )


def _from_cells(cells: dict[str, Any]) -> dict[str, Any]:
    grant = grant_from(
        {
            heading: mended_text(cell) if isinstance(cell, str) else cell
            for heading, cell in cells.items()
        }
    )
    for name in _AMOUNTS:
        if isinstance(grant.get(name), str):
            grant[name] = _number(grant[name])
    return grant


def _grant(item: Any, where: str) -> Record | Refusal:
    if not isinstance(item, dict):
        return Refusal(where, tr("This is not a grant: it has no named fields."))
    try:
        return _record(dict(item))
    except _Problem as problem:
        return Refusal(where, str(problem))


def _record(data: dict[str, Any]) -> Record:
    grant_id = lenient_text(data.get("id"))
    if not grant_id:
        raise _Problem(tr("The grant has no number (“id”)."))
    assumptions = [_awarded_on(data), *_other_days(data)]
    for name in _AMOUNTS:
        data[name] = _amount(data.get(name), name)
        if data[name] is None:
            del data[name]
    if "amountAwarded" not in data:
        raise _Problem(tr("The grant does not say how much it was (“amountAwarded”)."))
    if not _is_named(data.get("fundingOrganization")):
        raise _Problem(tr("The grant does not say who gave it (“fundingOrganization”)."))
    if not _is_named(data.get("recipientOrganization")) and not data.get("recipientIndividual"):
        raise _Problem(tr("The grant does not say who got it (“recipientOrganization”)."))
    if not lenient_text(data.get("title")):
        data["title"] = "A grant without a title"
    data["form"] = "grant"
    data["assumptions"] = list(dict.fromkeys(filter(None, assumptions)))
    return Record(Kind.AWARD, grant_id, data, lenient_text(data.get("dateModified")))


def _awarded_on(data: dict[str, Any]) -> str:
    said = lenient_text(data.get("awardDate"))
    if not said:
        raise _Problem(tr("The grant does not say when it was given (“awardDate”)."))
    found = read_day(said)
    if found is None:
        raise _Problem(
            tr("“awardDate” says “{said}”, which is not a day we can read.", said=said[:40])
        )
    data["awardDate"] = found.day.isoformat()
    return found.assumption


def _other_days(data: dict[str, Any]) -> Iterator[str]:
    """Put the days of a grant's plan into ISO; one that cannot be read stays as it is."""
    for name in _DATED_PARTS:
        parts = data.get(name)
        if not isinstance(parts, list):
            continue
        data[name] = [dict(part) if isinstance(part, dict) else part for part in parts]
        for part in data[name]:
            for key in ("startDate", "endDate"):
                found = read_day(lenient_text(lenient_part(part).get(key)))
                if found is not None:
                    part[key] = found.day.isoformat()
                    yield found.assumption


def _amount(value: Any, name: str) -> int | float | None:
    """Return an amount of pounds; None when it is not stated.

    Raises:
        _Problem: it is something else.
    """
    if value is None or value == "":
        return None
    number = _number(value) if isinstance(value, str) else value
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise _Problem(
            tr("“{name}” says “{said}”, which is not an amount.", name=name, said=str(value)[:40])
        )
    if not -MOST_PENCE <= number * 100 <= MOST_PENCE:
        raise _Problem(tr("“{name}” is more than any grant can be.", name=name))
    return int(number) if number == int(number) else number


def _number(text: str) -> Any:
    """Return the number that people write as £1,000.50, or the text as it is."""
    plain = text.replace("£", "").replace(",", "").replace(" ", "")
    if not _AMOUNT.fullmatch(plain):
        return text
    return float(plain) if "." in plain else int(plain)


def _is_named(value: Any) -> bool:
    parts = value if isinstance(value, list) else [value]
    return any(
        isinstance(part, dict) and (lenient_text(part.get("name")) or lenient_text(part.get("id")))
        for part in parts
    )
