"""``vcs-desktop group import documents FOLDER``: each file of a folder comes in as a paper."""

import argparse

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
from vcs_desktop.core.errors import CannotUseInput, words_for
from vcs_desktop.domain.papers import name_of


def import_folder(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Take every file of a folder into a group; say what stayed out, and why.

    Hidden files and folders in it are passed by.
    """
    from vcs_desktop.services.in_group import in_group

    paths = sorted(
        each
        for each in arguments.file.iterdir()
        if each.is_file() and not each.name.startswith(".")
    )
    if not paths:
        raise CannotUseInput(
            message="There is no file in this folder. Nothing was changed.",
            advice="Files in folders inside it do not come in. Name one folder at a time.",
        )
    with opened(parts, arguments) as group:
        inside = in_group(group, parts.clock)
        added = inside.papers.add_files(paths)
        read = inside.paper_files.read_texts()
        group_id = group.id
    left_out = [(each.file_name, words_for(each.why)) for each in added.left_out]
    content = {
        "id": group_id,
        "added": len(added.papers),
        "ids": [each.id for each in added.papers],
        "papers": [
            {"id": each.id, "name": name_of(each), "kind": each.kind.value} for each in added.papers
        ],
        "texts_read": read,
        "left_out": [{"file": name, "why": why} for name, why in left_out],
    }
    told = paragraphs(
        f"{how_many(len(added.papers), 'paper')} added",
        [f"  {name_of(each)} ({each.kind.value})" for each in added.papers],
        [f"  {name} stayed out: {why}" for name, why in left_out],
    )
    return Answer(content, told, _code(len(added.papers), len(left_out)))


def _code(added: int, left_out: int) -> int:
    if not left_out:
        return GOOD
    return USED_IN_PART if added else CANNOT_USE
