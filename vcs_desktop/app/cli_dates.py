"""``vcs-desktop group dates``: what falls due in a group, and all of it for another calendar."""

import argparse
from typing import TYPE_CHECKING, Any

from vcs_desktop.app.cli_answer import Answer, columns, how_many, paragraphs
from vcs_desktop.app.cli_group import opened
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.errors import CannotUseInput

if TYPE_CHECKING:
    from vcs_desktop.domain.due import DateLine

_OUTCOMES = {"done": "done", "not_needed": "not needed"}


def dates(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Say what falls between two days, both included; with ``--ics`` write it as a calendar."""
    from vcs_desktop.services.date_files import save_calendar

    start, end = arguments.start, arguments.end
    if end < start:
        raise CannotUseInput(
            message="The last day is before the first. Nothing was looked for.",
            advice="Give the earlier day as --from, and the later one as --to.",
        )
    group = opened(parts, arguments)
    parts.space.take(group)  # closed with the parts
    found = parts.dates.between(start, end)
    content: dict[str, Any] = {
        "id": group.id,
        "name": group.name,
        "from": start.isoformat(),
        "to": end.isoformat(),
        "dates": [_as_json(line) for line in found],
    }
    saved = ""
    if arguments.ics is not None:
        count = save_calendar(parts.dates, start, end, arguments.ics)
        content |= {"ics": str(arguments.ics), "ics_dates": count}
        saved = f"{how_many(count, 'date')} for a calendar: {arguments.ics}"
    head = f"{group.name}, {start} to {end}: {how_many(len(found), 'date')}"
    return Answer(content, paragraphs(head, _table(found), saved))


def _table(lines: list["DateLine"]) -> list[str]:
    return columns([_row(line) for line in lines]) if lines else []


def _row(line: "DateLine") -> tuple[str, str, str, str]:
    due = line.due
    outcome = _OUTCOMES[line.outcome] if line.outcome else ""
    return f"{due.on:%a} {due.on.isoformat()}", due.starts, due.what, outcome


def _as_json(line: "DateLine") -> dict[str, Any]:
    due = line.due
    return {
        "id": due.id,
        "on": due.on.isoformat(),
        "starts": due.starts,
        "kind": due.kind,
        "what": due.what,
        "why": due.why,
        "place": due.place,
        "record_kind": due.record_kind,
        "record_id": due.record_id,
        "outcome": line.outcome,
    }
