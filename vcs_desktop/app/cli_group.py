"""``vcs-desktop group …``: create, list and open-test.

What opens a group is read from the input or asked for, and never stands in the words
of the command or in the environment, where other programs can read it.
"""

import argparse
import getpass
import sys
from typing import TYPE_CHECKING, Any

from vcs_desktop.app.cli_answer import Answer, columns, how_many, paragraphs
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.files import surely

if TYPE_CHECKING:
    from vcs_desktop.services.groups import GroupLine, OpenGroup

LONGEST_SECRET_BYTES = 4_000
_READY = "ready"
_STATES = {
    "damaged": "Its files are damaged.",
    "moved": "Its files belong to another group.",
    "newer": "A newer version of VCS Desktop made it.",
}


def create(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Start a group, and print its way back in where that was asked for."""
    from vcs_desktop.services.groups import NewGroup

    sheet = arguments.recovery_out
    if sheet is not None and surely(sheet.exists):
        # It may be the only way back into another group, and nobody is asked here.
        raise CannotUseInput(
            message="A file of this name is there already.",
            advice="Give --recovery-out another name.",
        )
    words = _new_passphrase(arguments, parts.groups.offered_words())
    new = NewGroup(arguments.name, words, arguments.person, arguments.hide_name)
    with parts.groups.create(new, code_sheet=sheet) as made:
        content = _as_json(made) | {"recovery_sheet": None if sheet is None else str(sheet)}
        told = [
            f"Made: {made.name} ({made.id})",
            f"Print it and keep it safe: {sheet}" if sheet is not None else
            "There is no way back in yet if the secret words are forgotten.",
        ]  # fmt: skip
    return Answer(content, paragraphs(told))


def list_groups(parts: Parts, arguments: argparse.Namespace) -> Answer:  # noqa: ARG001  as all commands
    """Say which groups are on this computer."""
    lines = parts.groups.groups()
    content = {"groups": [_line_as_json(line) for line in lines]}
    told = columns([(_name(line), line.id, _STATES.get(line.state, "")) for line in lines])
    return Answer(content, paragraphs(how_many(len(lines), "group"), told))


def open_test(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Open a group and lock it again."""
    groups = parts.groups
    group = groups.id_of(arguments.group)
    if arguments.code_stdin:
        opened = groups.open_with_code(group, line_of_input())
    else:
        opened = groups.open(group, passphrase(arguments))
    with opened:
        content = _as_json(opened)
        back = "" if opened.has_way_back else "There is no way back in if they are forgotten."
        told = paragraphs(f"It opens: {opened.name} ({opened.id})", back)
    return Answer(content, told)


def opened(parts: Parts, arguments: argparse.Namespace) -> "OpenGroup":
    """Open the group that is named, with the words that are given.

    Raises:
        AppError: there is no such group, or the words are not the right ones.
    """
    groups = parts.groups
    return groups.open(groups.id_of(arguments.group), passphrase(arguments))


def passphrase(arguments: argparse.Namespace) -> str:
    """Return the words that open a group: from the input, or asked for at a terminal.

    Raises:
        CannotUseInput: there are none, and nobody to ask.
    """
    if arguments.passphrase_stdin:
        return line_of_input()
    return asked("Your secret words: ")


def _new_passphrase(arguments: argparse.Namespace, offered: str) -> str:
    if arguments.passphrase_stdin:
        return line_of_input()
    if sys.stdin.isatty():
        sys.stderr.write(f"You could use: {offered}\n")
    words = asked("Secret words for the group: ")
    if asked("Once more: ") != words:
        raise CannotUseInput(message="These were not the same words twice. Nothing was made.")
    return words


def asked(question: str) -> str:
    """Return what a person answers at a terminal; it is not shown.

    Raises:
        CannotUseInput: there is nobody to ask.
    """
    if not sys.stdin.isatty():
        raise CannotUseInput(
            message="There are no secret words.",
            advice="Give --passphrase-stdin and write them as a line of input.",
        )
    return getpass.getpass(question)


def line_of_input() -> str:
    """Return the first line of the input.

    Raises:
        CannotUseInput: there is none, it is too long, or it is no text.
    """
    line = sys.stdin.buffer.readline(LONGEST_SECRET_BYTES + 1)
    try:
        words = line.decode().rstrip("\r\n")
    except UnicodeDecodeError:
        words = ""
    if not words or len(line) > LONGEST_SECRET_BYTES:
        # Nothing of the line is said: it may be nearly right.
        raise CannotUseInput(message="The line of input cannot be used as secret words.")
    return words


def _name(line: "GroupLine") -> str:
    return line.name or "(a hidden name)" if line.state == _READY else "(not known)"


def _as_json(group: "OpenGroup") -> dict[str, Any]:
    return {
        "id": group.id,
        "name": group.name,
        "hidden": group.hides_name,
        "openers": [each.label for each in group.openers],
        "has_code": group.has_code,
    }


def _line_as_json(line: "GroupLine") -> dict[str, Any]:
    return {
        "id": line.id,
        "name": line.name or None,
        "hidden": line.is_hidden,
        "state": line.state,
        "openers": [each.label for each in line.openers],
        "has_code": line.has_code,
    }
