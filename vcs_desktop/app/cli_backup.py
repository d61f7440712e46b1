"""``vcs-desktop group backup`` and ``group restore``: a group in one file, and back again."""

import argparse
from typing import TYPE_CHECKING, Any

from vcs_desktop.app.cli_answer import Answer, how_many, paragraphs
from vcs_desktop.app.cli_group import line_of_input, passphrase
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.files import surely

if TYPE_CHECKING:
    from vcs_desktop.services.groups import OpenGroup
    from vcs_desktop.services.groups.restoring import Way


def backup(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Copy a group into one file, and read it back."""
    from vcs_desktop.services.in_group import in_group

    out = arguments.out
    if surely(out.exists):
        # It may be the only copy of another group, and nobody is asked here.
        raise CannotUseInput(
            message="A file of this name is there already.", advice="Give --out another name."
        )
    with _opened(parts, arguments) as opened:
        inside = in_group(opened, parts.clock)
        inside.backups.copy_to(out)
        people = len(inside.people.people())
        content = {
            "id": opened.id,
            "name": opened.name,
            "file": str(out),
            "bytes": out.stat().st_size,
            "people": people,
            "files_lacking": (lacking := inside.backups.lacking_in(out)),
        }
        told = f"Copied and read back: {opened.name} ({opened.id}), {_people(people)}"
    kept = f"Keep it apart from this computer: {out}"
    return Answer(content, paragraphs(told, _lacking(lacking), kept))


def restore(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Bring a group back from a copy, after saying what the copy holds."""
    restoring = parts.groups.restoring
    told = restoring.preview(arguments.file)
    done = restoring.restore(arguments.file, _way(arguments), replace=arguments.replace)
    inside = done.inside
    content: dict[str, Any] = {
        "id": done.group,
        "name": inside.name,
        "made_on": told.made_on.isoformat(),
        "openers": [each.label for each in told.openers],
        "people": inside.people,
        "records": inside.records,
        "newest_at": inside.newest_at.isoformat() if inside.newest_at else None,
        "erased_again": done.erased_again,
        "files_lacking": inside.lacking,
        "replaced": told.is_here,
    }
    erased = how_many(done.erased_again, "thing")
    return Answer(
        content,
        paragraphs(
            f"Brought back: {inside.name} ({done.group}), as it was on {told.made_on}",
            f"{_people(inside.people)}, {how_many(inside.records, 'record')}",
            f"Deleted for good once more: {erased}" if done.erased_again else "",
            _lacking(inside.lacking),
            "What was here before is kept beside it." if told.is_here else "",
        ),
    )


def _lacking(files: int) -> str:
    return f"Missing or damaged: {how_many(files, 'file')} of the group's own" if files else ""


def _opened(parts: Parts, arguments: argparse.Namespace) -> "OpenGroup":
    groups = parts.groups
    group = groups.id_of(arguments.group)
    if arguments.code_stdin:
        return groups.open_with_code(group, line_of_input())
    return groups.open(group, passphrase(arguments))


def _way(arguments: argparse.Namespace) -> "Way":
    from vcs_desktop.services.groups.restoring import by_code, by_words

    return by_code(line_of_input()) if arguments.code_stdin else by_words(passphrase(arguments))


def _people(count: int) -> str:
    return how_many(count, "person", "people")
