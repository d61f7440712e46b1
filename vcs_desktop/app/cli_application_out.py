"""``vcs-desktop application check``, ``freeze`` and ``export``: what leaves an application."""

import argparse
from typing import TYPE_CHECKING, Any

from vcs_desktop.app.cli_answer import Answer, how_many, paragraphs
from vcs_desktop.app.cli_group import opened
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.errors import CannotUseInput

if TYPE_CHECKING:
    from vcs_desktop.domain.applications import KeptCopy
    from vcs_desktop.domain.ready_lines import ReadyLine

FORMATS = ("pdf", "html", "docx", "xlsx", "txt", "zip")
_MARKS = {"good": "ok   ", "to_do": "to do", "look": "look "}


def check(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Say whether an application is ready to be sent, line by line; nothing is changed."""
    from vcs_desktop.domain.readiness import is_ready

    parts.space.take(opened(parts, arguments))  # closed with the parts
    lines = parts.readiness.lines(arguments.id)
    ready = is_ready(lines)
    content = {
        "id": arguments.id,
        "ready": ready,
        "lines": [_as_json(each) for each in lines],
    }
    told = "Ready to be sent." if ready else "Not ready yet."
    return Answer(content, paragraphs(told, [_told(each) for each in lines]))


def freeze(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Keep a copy of an application as it is sent; it is never changed."""
    from vcs_desktop.services.in_group import in_group

    with opened(parts, arguments) as group:
        papers = in_group(group, parts.clock).application_papers
        copy = papers.keep(arguments.id, by=arguments.by, note=arguments.note)
    content = {"id": arguments.id, **_copy_as_json(copy)}
    return Answer(content, f"Kept copy {copy.number}: {copy.sha256}")


def export(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Write an application as a file; with ``--copy`` a kept copy, just as it was sent."""
    from vcs_desktop.services.in_group import in_group

    out, suffix = arguments.out, f".{arguments.format}"
    if out.suffix.lower() != suffix:
        raise CannotUseInput(
            str(out),
            message=f"The name of the file has to end in {suffix}. Nothing was written.",
            advice=f"Give --out a name such as application{suffix}.",
        )
    with opened(parts, arguments) as group:
        inside = in_group(group, parts.clock)
        if arguments.copy is None:
            path = inside.application_papers.make(arguments.id, out)
        else:
            copies = inside.applications.application(arguments.id).thing.copies
            copy = _wanted(copies, arguments.copy)
            path = inside.application_papers.make_from_copy(copy, out)
    content = {"id": arguments.id, "format": arguments.format, "out": str(path)}
    return Answer(content, str(path))


def _wanted(copies: "tuple[KeptCopy, ...]", name: str) -> "KeptCopy":
    from vcs_desktop.domain.kept_copies import copies_called, copy_names

    found = copies_called(name, copies)
    if not found:
        raise CannotUseInput(
            message=f"There is no kept copy {name}.",
            advice=f"This application has {how_many(len(copies), 'kept copy', 'kept copies')}.",
        )
    if len(found) > 1:
        names = sorted(copy_names(copies)[each.id] for each in found)
        raise CannotUseInput(
            message=f"There are {len(found)} kept copies {name}: two computers kept one each.",
            advice=f"Give --copy one of these: {', '.join(names)}.",
        )
    return found[0]


def _as_json(line: "ReadyLine") -> dict[str, Any]:
    return {
        "topic": line.topic.value,
        "state": line.state.value,
        "said": line.said,
        "advice": line.advice,
        "part": line.part or None,
        "paper": line.paper or None,
    }


def _told(line: "ReadyLine") -> str:
    words = f"{line.said} {line.advice}".rstrip()
    return f"  {_MARKS[line.state.value]}  {words}"


def _copy_as_json(copy: "KeptCopy") -> dict[str, Any]:
    return {
        "copy": copy.number,
        "on": copy.on.isoformat() if copy.on else None,
        "by": copy.by,
        "sha256": copy.sha256,
        "size_bytes": copy.file.size if copy.file else 0,
    }
