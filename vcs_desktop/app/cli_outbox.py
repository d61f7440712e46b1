"""``vcs-desktop outbox list|preview|send|withdraw``: what a group shares with its council."""

import argparse
from typing import TYPE_CHECKING, Any, Final

from vcs_desktop.app.cli_answer import (
    CANNOT_USE,
    GOOD,
    OFFLINE,
    USED_IN_PART,
    Answer,
    columns,
    how_many,
    paragraphs,
)
from vcs_desktop.app.cli_group import opened
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.errors import words_for

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.services.sharing import SharedLine
    from vcs_desktop.services.sharing.outbox import Report

_STATES: Final = {
    "draft": "not finished",
    "waits": "waits to be sent",
    "set_aside": "set aside",
    "sent": "sent",
    "answered": "answered",
    "taking_back": "to be taken back",
    "taken_back": "taken back",
}


def list_shared(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Say what was shared, and how far each thing has come."""
    inside = _inside(parts, arguments)
    lines = inside.sharing.lines()
    waiting = len(inside.outbox.waiting())
    content = {
        "id": inside.group.id,
        "name": inside.group.name,
        "waiting": waiting,
        "shared": [_line_as_json(line) for line in lines],
    }
    told = columns([_row(line) for line in lines]) if lines else []
    head = f"{inside.group.name}: {how_many(len(lines), 'thing')}, {waiting:,} to send"
    return Answer(content, paragraphs(head, told))


def preview(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Show what one thing sends, to be read and as the very text."""
    inside = _inside(parts, arguments)
    found = inside.sharing.to_agree(arguments.id)
    shared = inside.sharing.one(arguments.id).thing
    content: dict[str, Any] = {
        "id": arguments.id,
        "name": shared.name,
        "is_agreed": bool(shared.body),
        "for_the_council_only": found.is_personal,
        "body": found.body.decode(),
        "missing": [each.words for each in found.missing],
        "warning": found.warning,
        "reply": shared.reply,
    }
    told = [f"  {line.name}: {'; '.join(line.said)}" for line in found.lines]
    closed = "Closed: only the council can open it." if found.is_personal else "It is not closed."
    missing = [each.words for each in found.missing]
    answered = f"The council answered: {shared.reply}" if shared.reply else ""
    text = paragraphs(
        shared.name, told, closed, found.warning, missing, answered, "", found.body.decode()
    )
    return Answer(content, text)


def send(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Send what was agreed, take back what is to be taken back, and ask for answers."""
    inside = _inside(parts, arguments)
    if arguments.compared:
        inside.council_keys.say_yes(arguments.compared)
    report = parts.submissions.run(ask_all=True)
    key = inside.council_keys.now()
    content = {
        "sent": report.sent,
        "taken_back": report.taken_back,
        "answers": report.replies,
        "refused": report.refused,
        "set_aside": report.set_aside,
        "wait_for_digits": report.waits_for_key,
        "has_service": report.has_service,
        "council_digits": key.digits,
        "waiting": len(inside.outbox.waiting()),
        "error": {"message": report.error.message, "advice": report.error.advice}
        if report.error
        else None,
    }
    digits = ""
    if report.waits_for_key and key.digits:
        digits = f'Ring the council and compare its digits: --compared "{key.digits}"'
    return Answer(content, paragraphs(_told(report), digits), _code(report))


def withdraw(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Take one thing back; the council is asked to delete it with the next send."""
    inside = _inside(parts, arguments)
    inside.sharing.take_back(arguments.id)
    line = next(each for each in inside.sharing.lines() if each.id == arguments.id)
    words = f"{line.name}: {_STATES[line.state]}"
    return Answer(_line_as_json(line), words)


def _inside(parts: Parts, arguments: argparse.Namespace) -> "InGroup":
    return parts.space.take(opened(parts, arguments))  # closed with the parts


def _row(line: "SharedLine") -> tuple[str, str, str, str]:
    return line.id, line.on.isoformat() if line.on else "", _STATES[line.state], line.name


def _line_as_json(line: "SharedLine") -> dict[str, Any]:
    return {
        "id": line.id,
        "name": line.name,
        "kind": line.sort,
        "state": line.state,
        "agreed_on": line.on.isoformat() if line.on else None,
        "has_reply": line.has_reply,
    }


def _told(report: "Report") -> list[str]:
    if not report.has_service:
        return ["The group uses no service yet, so everything waits."]
    counts = (
        (report.sent, "sent"),
        (report.taken_back, "taken back"),
        (report.replies, "answered"),
        (report.refused, "refused, to be tried again"),
        (report.set_aside, "set aside"),
        (report.waits_for_key, "waiting for the council's digits"),
    )
    told = [f"{count:,} {words}" for count, words in counts if count]
    if report.error is not None:
        told.append(words_for(report.error))
    return told or ["Nothing to send, and no new answer."]


def _code(report: "Report") -> int:
    from vcs_desktop.sync.errors import Offline

    if isinstance(report.error, Offline):
        return OFFLINE
    if report.error is not None:
        return CANNOT_USE
    is_in_part = report.set_aside or report.refused or report.waits_for_key
    return USED_IN_PART if is_in_part else GOOD
