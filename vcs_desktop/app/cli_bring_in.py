"""``vcs-desktop group import attendance``, ``rota`` and the others: tables come in."""

import argparse
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from vcs_desktop.app.cli_answer import (
    CANNOT_USE,
    GOOD,
    USED_IN_PART,
    Answer,
    how_many,
    paragraphs,
)
from vcs_desktop.app.cli_documents import import_folder
from vcs_desktop.app.cli_group import opened
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.files import surely

if TYPE_CHECKING:
    from vcs_desktop.services.bring_in import ImportDone

TABLES = {
    "attendance": "take in who came, by day and activity",
    "volunteers": "take in volunteers, what they do, and their hours",
    "documents": "take in the list of the group's papers, or a folder of their files",
    "dates": "take in dates of the group",
    "expenses": "take in what volunteers paid themselves",
    "rota": "take in shifts, and who is down for them",
    "meetings": "take in meetings, who was there, and what was decided",
    "actions": "take in what meetings said is to be done, by whom and by when",
    "roles": "take in what volunteers do",
    "activities": "take in what the group runs, when and where",
}
"""What can come in beside people, and what the help says of it."""

LEFT_OUT_SHOWN = 50


def commands() -> dict[str, Callable[[Parts, argparse.Namespace], Answer]]:
    """Return what runs each of these commands."""
    return {f"group import {what}": partial(_bring_in, what) for what in TABLES}


def answer(group_id: str, done: "ImportDone", remarks: list[str], counted: str) -> Answer:
    """Return what is told of a table that was taken in; ``counted`` says it in numbers."""
    content = {
        "id": group_id,
        "added": done.added,
        "merged": done.merged,
        "unchanged": done.unchanged,
        "ids": list(done.added_ids),
        "left_out": [{"row": each.row, "why": each.why} for each in done.left_out],
        "columns_left_out": remarks,
    }
    more = len(done.left_out) - LEFT_OUT_SHOWN
    told = paragraphs(
        counted,
        [f"  {each.why}" for each in done.left_out[:LEFT_OUT_SHOWN]],
        f"  … and {more:,} more that stayed out" if more > 0 else "",
        [f"  Column {each}" for each in remarks],
    )
    used = done.added + done.merged + done.unchanged
    whole = not done.left_out and not remarks
    return Answer(content, told, GOOD if whole else USED_IN_PART if used else CANNOT_USE)


def no_headings() -> CannotUseInput:
    """Return why a table cannot come in here: nobody looks at a preview."""
    return CannotUseInput(
        message="This file has no headings that we know. Nothing was changed.",
        advice="Write one over each column, such as Name, Email and Phone.",
    )


def _bring_in(what: str, parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Take a table into a group; say what stayed out, and why. A folder is one of papers."""
    if what == "documents" and surely(arguments.file.is_dir):
        return import_folder(parts, arguments)
    from vcs_desktop.services.bring_in import BringIn
    from vcs_desktop.services.in_group import in_group

    with opened(parts, arguments) as group:
        coming = BringIn(in_group(group, parts.clock).records, what)
        table = coming.read(arguments.file)
        if not table.has_headings:
            raise no_headings()
        done = coming.carry_out(coming.preview(table))
        group_id = group.id
    counted = (
        f"{how_many(done.added, 'row')} added, {how_many(done.merged, 'row')} put with what "
        f"was there, {how_many(done.unchanged, 'row')} with nothing new"
    )
    return answer(group_id, done, list(table.remarks), counted)
