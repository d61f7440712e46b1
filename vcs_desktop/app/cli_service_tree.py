"""``vcs-service history``, ``validate``, ``pack`` and ``serve``: what is done with a tree."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from vcs_desktop.app.cli_answer import (
    CANNOT_USE,
    GOOD,
    Answer,
    columns,
    how_many,
    paragraphs,
    print_answer,
)
from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import CannotUseInput

if TYPE_CHECKING:
    from vcs_desktop.app.tree_check import TreeCheck
    from vcs_desktop.publishing.history import Note

WARNINGS_SHOWN = 20


def history(clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Say what was published by whom and when, the newest first."""
    from vcs_desktop.publishing.keys import read_roots
    from vcs_desktop.services.publishing import PublishingService

    roots = read_roots(arguments.tree)
    notes = PublishingService(clock).history(arguments.tree)
    content = {"line": roots.newest.line, "versions": [_note_as_json(note) for note in notes]}
    rows = [
        (
            f"{note.version}",
            note.manifest.issued.replace("T", " ").removesuffix(":00Z").removesuffix("Z"),
            note.by + (f", checked by {note.checked_by}" if note.checked_by else ""),
            f"{note.added:,} new, {note.changed:,} changed, {note.gone:,} gone",
            f"as version {note.same_as}" if note.is_taken_back else "",
        )
        for note in notes
    ]
    return Answer(content, paragraphs(how_many(len(notes), "version"), columns(rows)))


def validate(clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Look at everything in a tree, as a reader would."""
    from vcs_desktop.app.tree_check import check_tree
    from vcs_desktop.publishing.moments import moment

    found = check_tree(arguments.tree, arguments.root)
    content = _check_as_json(found)
    manifest = found.manifest
    if found.problems or manifest is None or found.root is None:
        return Answer(content, paragraphs("This tree is not right.", found.problems), CANNOT_USE)
    is_old = bool(manifest.expires) and manifest.expires < moment(clock.now())
    content["out_of_date"] = is_old
    return Answer(
        content,
        paragraphs(
            f"All is right: {found.root.root.name} ({manifest.line}), version {manifest.version}",
            f"Signed by {found.by}, {manifest.issued}",
            f"{how_many(manifest.snapshot.records, 'record')}, "
            f"{how_many(len(manifest.deltas), 'delta')}, "
            f"{how_many(len(manifest.attachments), 'file')} going along",
            f"Not known to this version: {how_many(found.unreadable, 'record')}"
            if found.unreadable
            else "",
            _warned(found.warnings),
            "Readers say that it may be out of date. Publish again, with --renew." * is_old,
            f"The digits to compare: {found.digits}",
        ),
    )


def pack(_clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Put a tree into one file for a stick."""
    from vcs_desktop.publishing.pack import ENDING, write_pack

    out = arguments.out
    if out.suffix != ENDING:
        raise CannotUseInput(
            message="Nobody would know what this file is.",
            advice=f"Give --out a name with {ENDING}.",
        )
    made = write_pack(arguments.tree, out)
    content = {
        "file": str(out),
        "bytes": made.size,
        "files": made.files,
        "line": made.manifest.line,
        "version": made.manifest.version,
    }
    told = f"Packed: version {made.manifest.version}, {how_many(made.size, 'byte')}: {out}"
    return Answer(content, told)


def serve(_clock: Clock, arguments: argparse.Namespace) -> Answer | None:
    """Serve a tree on this computer until somebody presses Ctrl+C."""
    from vcs_desktop.publishing.trial_server import TrialServer, must_be_tree

    must_be_tree(arguments.tree)
    server = TrialServer(arguments.tree, arguments.host, arguments.port)
    content = {"address": server.address, "tree": str(arguments.tree)}
    told = f"Serving {arguments.tree} at {server.address}\nCtrl+C stops it."
    try:
        server.run(lambda: print_answer(Answer(content, told, GOOD), as_json=arguments.json))
    finally:
        server.close()
    return None


def _note_as_json(note: "Note") -> dict[str, Any]:
    return {
        "version": note.version,
        "issued": note.manifest.issued,
        "by": note.by,
        "checked_by": note.checked_by or None,
        "same_as": note.same_as,
        "added": note.added,
        "changed": note.changed,
        "gone": note.gone,
        "records": note.manifest.snapshot.records,
    }


def _warned(warnings: list[str]) -> list[str]:
    words = [f"Warning: {each}" for each in warnings[:WARNINGS_SHOWN]]
    if (more := len(warnings) - WARNINGS_SHOWN) > 0:
        words.append(f"  … and {more:,} more warnings")
    return words


def _check_as_json(found: "TreeCheck") -> dict[str, Any]:
    root = found.root.root if found.root is not None else None
    return {
        "right": not found.problems,
        "problems": found.problems,
        "warnings": found.warnings,
        "name": root.name if root else None,
        "digits": found.digits if root else None,
        "root": root.root if root else None,
        "by": found.by or None,
        "unreadable": found.unreadable,
        "manifest": asdict(found.manifest) if found.manifest is not None else None,
    }
