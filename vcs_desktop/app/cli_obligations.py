"""``vcs-desktop group obligations``: what a group must file, and by when."""

import argparse
from typing import TYPE_CHECKING, Any

from vcs_desktop.app.cli_answer import Answer, paragraphs
from vcs_desktop.app.cli_group import opened
from vcs_desktop.app.parts import Parts

if TYPE_CHECKING:
    from vcs_desktop.domain.obligations import ForPeriod, Obligation, Period


def obligations(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Say what a group files for its last year of accounts and for the one that runs."""
    from vcs_desktop.services.in_group import in_group

    on = arguments.on or parts.clock.today()
    with opened(parts, arguments) as group:
        found = in_group(group, parts.clock).obligations.look(parts.facts.rulebook(), on)
    content = {
        "id": group.id,
        "name": group.name,
        "on": on.isoformat(),
        "periods": [_period_as_json(each) for each in found],
    }
    told = [line for each in found for line in _lines(each)]
    return Answer(content, paragraphs(f"{group.name}, on {on}", told))


def _period_as_json(found: "ForPeriod") -> dict[str, Any]:
    period = found.period
    return {
        "ends_on": period.ends_on.isoformat() if period.ends_on else None,
        "income_pence": period.income_pence,
        "income_is_of_an_earlier_year": period.is_assumed,
        "assets_pence": period.assets_pence,
        "obligations": [_as_json(each) for each in found.obligations],
    }


def _as_json(obligation: "Obligation") -> dict[str, Any]:
    return {
        "id": obligation.id,
        "need": obligation.need,
        "title": obligation.title,
        "why": obligation.why,
        "todo": obligation.todo,
        "due_on": obligation.due_on.isoformat() if obligation.due_on else None,
        "law": obligation.law,
        "source": obligation.source,
        "source_url": obligation.source_url,
        "missing": obligation.missing,
    }


_NEEDS = {
    "must": "Must",
    "may": "May",
    "check": "Find out",
    "not_needed": "Not needed",
    "cannot_tell": "Cannot tell",
}


def _lines(found: "ForPeriod") -> list[str]:
    lines = ["", _head(found.period)]
    for each in found.obligations:
        due = f", by {each.due_on}" if each.due_on else ""
        lines.append(f"  {_NEEDS[each.need]}: {each.title}{due}")
        lines += [f"      {words}" for words in (each.why, each.todo) if words]
        if each.law:
            lines.append(f"      {each.law} (source: {each.source})")
    return lines


def _head(period: "Period") -> str:
    return f"Year to {period.ends_on}" if period.ends_on else "No year is told yet"
