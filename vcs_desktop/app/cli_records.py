"""``vcs-desktop group history`` and ``group rebuild-check``: what the log of a group says."""

import argparse
from typing import TYPE_CHECKING, Any

from vcs_desktop.app.cli_answer import GOOD, USED_IN_PART, Answer, as_words, how_many, paragraphs
from vcs_desktop.app.cli_group import opened
from vcs_desktop.app.parts import Parts
from vcs_desktop.domain.stored_file import without_secrets

if TYPE_CHECKING:
    from vcs_desktop.domain.history import Entry


def history(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Say what was done to one record, field by field, the newest first."""
    from vcs_desktop.services.in_group import in_group

    with opened(parts, arguments) as group:
        found = in_group(group, parts.clock).records.history(arguments.record)
    content = {"id": group.id, "record": arguments.record, "history": [*map(_as_json, found)]}
    told = [line for entry in found for line in _lines(entry)]
    return Answer(content, paragraphs(told))


def rebuild_check(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Work every record out anew from the log, and say where it is not what is there."""
    from vcs_desktop.services.in_group import in_group

    with opened(parts, arguments) as group:
        checked = in_group(group, parts.clock).records.checked()
    wrong = list(checked.complaints)
    content = {
        "id": group.id,
        "operations": checked.operations,
        "records": checked.records,
        "complaints": wrong,
    }
    counted = (
        f"{how_many(checked.operations, 'operation')} make {how_many(checked.records, 'record')}."
    )
    outcome = "All of it is as it should be." if not wrong else "This is not as it should be:"
    return Answer(content, paragraphs(counted, outcome, wrong), USED_IN_PART if wrong else GOOD)


def _as_json(entry: "Entry") -> dict[str, Any]:
    return {
        "operation": entry.operation,
        "at": entry.at.isoformat(),
        "who": entry.who,
        "deed": entry.deed,
        "verb": entry.verb,
        "changes": {
            name: {"old": without_secrets(each.old), "new": without_secrets(each.new)}
            for name, each in entry.changes.items()
        },
        "erased": entry.blanked,
    }


def _lines(entry: "Entry") -> list[str]:
    when = f"{entry.at:%Y-%m-%d %H:%M} UTC"
    verb = as_words(entry.verb or entry.deed)
    what = f"{entry.deed} (what it said was erased)" if entry.blanked else verb
    return [
        f"{when}  {entry.who or 'not known'}: {what}",
        *(
            f"    {name}: {_said(each.old)} -> {_said(each.new)}"
            for name, each in entry.changes.items()
        ),
    ]


def _said(value: Any) -> str:
    if value is None:
        return "(nothing)"
    return repr(value) if isinstance(value, str) else str(without_secrets(value))
