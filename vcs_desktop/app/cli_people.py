"""``vcs-desktop group import people`` and ``group export``: people in, and everything out."""

import argparse
from typing import TYPE_CHECKING

from vcs_desktop.app.cli_answer import (
    CANNOT_USE,
    GOOD,
    USED_IN_PART,
    Answer,
    how_many,
    paragraphs,
)
from vcs_desktop.app.cli_group import opened
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.errors import CannotUseInput

if TYPE_CHECKING:
    from vcs_desktop.services.people_import import ImportDone

LEFT_OUT_SHOWN = 50


def import_people(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Take the people of a spreadsheet into a group; say what stayed out, and why."""
    from vcs_desktop.services.in_group import in_group

    with opened(parts, arguments) as group:
        coming = in_group(group, parts.clock).people_import
        table = coming.read(arguments.file)
        if not table.has_headings:  # nobody looks at a preview here
            raise CannotUseInput(
                message="This file has no headings that we know. Nothing was changed.",
                advice="Write one over each column, such as Name, Email and Phone.",
            )
        done = coming.carry_out(coming.preview(table))
        group_id = group.id
    remarks = list(table.remarks)
    content = {
        "id": group_id,
        "added": done.added,
        "merged": done.merged,
        "unchanged": done.unchanged,
        "ids": list(done.added_ids),
        "left_out": [{"row": each.row, "why": each.why} for each in done.left_out],
        "columns_left_out": remarks,
    }
    used = done.added + done.merged + done.unchanged
    whole = not done.left_out and not remarks
    code = GOOD if whole else USED_IN_PART if used else CANNOT_USE
    return Answer(content, _told(done, remarks), code)


def export(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Write everything that a group keeps into a new folder, in open formats."""
    from vcs_desktop.services.in_group import in_group

    with opened(parts, arguments) as group:
        made = in_group(group, parts.clock).export.write(arguments.out)
        group_id = group.id
    content = {
        "id": group_id,
        "out": str(made.folder),
        "files": list(made.files),
        "people": made.people,
        "records": made.records,
        "operations": made.operations,
        "kept_files": made.kept_files,
        "files_not_whole": made.not_whole,
    }
    counted = f"{how_many(made.people, 'person', 'people')}, {how_many(made.records, 'record')}"
    missing = f"{how_many(made.not_whole, 'file')} missing or damaged: see files.csv"
    told = paragraphs(
        f"Written to {made.folder}: {counted}",
        [f"  {name}" for name in made.files],
        [missing] if made.not_whole else [],
        "These files are not encrypted. Keep them where only the right people can read them.",
    )
    return Answer(content, told, USED_IN_PART if made.not_whole else GOOD)


def _told(done: "ImportDone", remarks: list[str]) -> str:
    counted = (
        f"{how_many(done.added, 'person', 'people')} added, {how_many(done.merged, 'row')} merged "
        f"with somebody, {how_many(done.unchanged, 'row')} with nothing new"
    )
    more = len(done.left_out) - LEFT_OUT_SHOWN
    return paragraphs(
        counted,
        [f"  {each.why}" for each in done.left_out[:LEFT_OUT_SHOWN]],
        f"  … and {more:,} more that stayed out" if more > 0 else "",
        [f"  Column {each}" for each in remarks],
    )
