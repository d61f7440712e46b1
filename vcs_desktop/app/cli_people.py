"""``vcs-desktop group import people`` and ``group export``: people in, and everything out."""

import argparse

from vcs_desktop.app.cli_answer import GOOD, USED_IN_PART, Answer, how_many, paragraphs
from vcs_desktop.app.cli_bring_in import answer, no_headings
from vcs_desktop.app.cli_group import opened
from vcs_desktop.app.parts import Parts


def import_people(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Take the people of a spreadsheet into a group; say what stayed out, and why."""
    from vcs_desktop.services.in_group import in_group

    with opened(parts, arguments) as group:
        coming = in_group(group, parts.clock).people_import
        table = coming.read(arguments.file)
        if not table.has_headings:
            raise no_headings()
        done = coming.carry_out(coming.preview(table))
        group_id = group.id
    counted = (
        f"{how_many(done.added, 'person', 'people')} added, {how_many(done.merged, 'row')} merged "
        f"with somebody, {how_many(done.unchanged, 'row')} with nothing new"
    )
    return answer(group_id, done, list(table.remarks), counted)


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
