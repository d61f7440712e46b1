"""The words of the command line."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from vcs_desktop import __version__
from vcs_desktop.app.cli_application_out import FORMATS
from vcs_desktop.app.cli_bring_in import TABLES
from vcs_desktop.app.cli_words import Parser, WrongWords, day
from vcs_desktop.app.handed_over import SUFFIXES
from vcs_desktop.app.laptops_arguments import add_how_to_exchange, add_laptops
from vcs_desktop.app.outbox_arguments import add_outbox

MOST = 1_000_000
_MOST_DIGITS = 10
QUIT_WHEN = ("painted", "ready")


def parser() -> Parser:
    """Return the parser of everything that ``vcs-desktop`` understands.

    ``command`` is None when the window is meant, else the words that choose a
    command, such as ``library load``.
    """
    whole = Parser(
        prog="vcs-desktop",
        description="Grants, contracts, learning and records for small community groups. "
        "Without a command it opens the window.",
    )
    whole.set_defaults(command=None, json=False)
    whole.add_argument("--version", action="version", version=f"VCS Desktop {__version__}")
    _add_data_dir(whole, default=None)
    whole.add_argument(
        "--quit-when",
        choices=QUIT_WHEN,
        help="close the window once it is painted, or once its first list is filled",
    )
    whole.add_argument(
        "--open", type=Path, metavar="FILE.vcslibrary",
        help="offer a library in the window; the file alone does the same",
    )  # fmt: skip
    nouns = whole.add_subparsers(title="commands", metavar="COMMAND")
    library = nouns.add_parser("library", help="load, search and show grants, contracts and guides")
    _add_library_commands(library.add_subparsers(required=True, metavar="COMMAND"))
    _add_sync(nouns)
    _add_sheet(nouns)
    group = nouns.add_parser("group", help="a safe place for a group's own records")
    _add_group_commands(group.add_subparsers(required=True, metavar="COMMAND"))
    add_outbox(_command, _add_group, nouns)
    application = nouns.add_parser("application", help="write an application for a grant")
    _add_application_commands(application.add_subparsers(required=True, metavar="COMMAND"))
    tour = _command(nouns, "tour", "picture the main job, step by step, without a screen")
    tour.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to leave it")
    _command(nouns, "check", "test this installation")
    return whole


def with_file(words: Sequence[str]) -> list[str]:
    """Return words in which a file that stands alone, as a double click has it, is opened."""
    said = list(words)
    if not said or not said[-1].casefold().endswith(SUFFIXES):
        return said
    try:
        before = parser().parse_args(said[:-1])
    except WrongWords:  # a command that has yet to hear which file
        return said
    return [*said[:-1], f"--open={said[-1]}"] if before.command is None else said


def _add_library_commands(commands: Any) -> None:
    load = _command(commands, "library load", "read files into the library")
    load.add_argument("paths", nargs="+", type=Path, metavar="PATH")

    search = _command(commands, "library search", "find records by their words")
    search.add_argument("words", nargs="+", metavar="WORDS")
    search.add_argument("--kind", action="append", default=[], metavar="K", help="only this kind")
    search.add_argument("--open-on", type=day, metavar="DAY", help="only what is open on this day")
    search.add_argument("--limit", type=_count, default=20, metavar="N")

    show = _command(commands, "library show", "show one record whole")
    show.add_argument("id", metavar="ID")

    _command(commands, "library status", "say what the library holds")

    fit = _command(commands, "library fit", "judge what a group can apply for")
    _add_profile(fit)
    fit.add_argument("--limit", type=_count, default=20, metavar="N")

    template = _command(commands, "library template", "write an empty form for grants of your own")
    template.add_argument("file", type=Path, metavar="FILE")

    taken = _command(commands, "library import", "take in a library that somebody publishes")
    taken.add_argument("file", type=Path, metavar="FILE.vcslibrary", help="or a folder")
    _add_trust(taken)
    _add_text_only(taken)

    forgotten = _command(commands, "library forget", "take out a library that somebody publishes")
    forgotten.add_argument("library", metavar="NAME", help="its short name, as status tells it")


def _add_sync(nouns: Any) -> None:
    sync = _command(nouns, "sync", "fetch what is new in the library")
    sync.add_argument(
        "--service", default="", metavar="URL", help="where; kept for the next time if it works"
    )
    _add_trust(sync)
    _add_text_only(sync)
    sync.add_argument(
        "--group", default="", metavar="G", help="exchange the changes of this group as well"
    )
    add_how_to_exchange(sync)
    _add_passphrase(sync)


def _add_text_only(command: Parser) -> None:
    command.add_argument(
        "--text-only",
        action="store_true",
        help="leave the files that go along with it for the next time, to fetch fewer bytes",
    )


def _add_trust(command: Parser) -> None:
    command.add_argument(
        "--trust",
        default="",
        metavar="DIGITS",
        help="the publisher's digits, once you have compared them: for the first time",
    )


def _add_group_commands(commands: Any) -> None:
    create = _command(commands, "group create", "start a group")
    create.add_argument("--name", required=True, metavar="N")
    create.add_argument(
        "--person",
        default="",
        metavar="P",
        help="what you are called in the list of who can open it; "
        "it is not encrypted, so initials will do",
    )
    _add_hiding_and_code_sheet(create)

    _command(commands, "group list", "say which groups are on this computer")

    test = _command(commands, "group open-test", "open a group and lock it again")
    test.add_argument("--group", required=True, metavar="G", help="its id, or its name")
    _add_code(test)
    _add_passphrase(test)

    backup = _command(commands, "group backup", "copy a group into one file, and read it back")
    backup.add_argument("--out", type=Path, required=True, metavar="FILE", help="where to put it")
    _add_group(backup)
    _add_code(backup)

    restore = _command(commands, "group restore", "bring a group back from such a file")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument(
        "--replace",
        action="store_true",
        help="let it take the place of the same group here, which is kept beside it",
    )
    _add_code(restore)
    _add_passphrase(restore)

    history = _command(commands, "group history", "say what was done to a record, by whom and when")
    _add_group(history)
    history.add_argument("record", metavar="RECORD", help="its id; our-group is the group itself")

    _add_what_is_told(commands)
    add_laptops(_command, _add_group, commands)
    _add_in_and_out(commands)


def _add_hiding_and_code_sheet(command: Parser) -> None:
    command.add_argument(
        "--hide-name", action="store_true", help="do not show the name in the list of groups"
    )
    command.add_argument(
        "--recovery-out",
        type=Path,
        metavar="FILE.pdf",
        help="make a code to print, and leave it here",
    )
    _add_passphrase(command)


def _add_what_is_told(commands: Any) -> None:
    obligations = _command(commands, "group obligations", "say what a group must file, and by when")
    _add_group(obligations)
    obligations.add_argument("--on", type=day, metavar="DAY", help="as it is on this day")

    dates = _command(commands, "group dates", "say what falls due between two days")
    _add_group(dates)
    dates.add_argument("--from", type=day, required=True, metavar="DAY", dest="start")
    dates.add_argument("--to", type=day, required=True, metavar="DAY", dest="end")
    dates.add_argument("--ics", type=Path, metavar="FILE.ics", help="write them as a calendar too")

    summary = _command(commands, "group summary", "put a year on one page, to give away")
    _add_group(summary)
    summary.add_argument("--year", type=int, required=True, metavar="Y", help="it ends in Y")
    summary.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="a .pdf (with a web page) or .html"
    )


def _add_in_and_out(commands: Any) -> None:
    _add_group(_command(commands, "group rebuild-check", "compare the records with their log"))
    bring = commands.add_parser("import", help="take records in from other programs' files")
    ways = bring.add_subparsers(required=True, metavar="WHAT")
    for what, words in {"people": "take people in from a spreadsheet", **TABLES}.items():
        table = _command(ways, f"group import {what}", words)
        table.add_argument("file", type=Path, metavar="FILE", help="an XLSX or a CSV file")
        _add_group(table)

    export = _command(commands, "group export", "write all of a group's records as open files")
    _add_group(export)
    export.add_argument(
        "--out", type=Path, required=True, metavar="FOLDER", help="a new folder, or an empty one"
    )


def _add_application_commands(commands: Any) -> None:
    new = _command(commands, "application new", "begin an application from a grant in the library")
    new.add_argument("--notice", required=True, metavar="ID", help="the grant: library search")
    _add_group(new)

    show = _command(commands, "application show", "show the questions and answers of one")
    show.add_argument("id", metavar="ID")
    _add_group(show)

    answer = _command(commands, "application set", "give one question its answer")
    answer.add_argument("id", metavar="ID")
    answer.add_argument(
        "--question", required=True, metavar="N", help="its number on the form, or its place"
    )
    answer.add_argument("--text-file", type=Path, required=True, metavar="F", help="the answer")
    _add_group(answer)
    _add_what_leaves_an_application(commands)


def _add_what_leaves_an_application(commands: Any) -> None:
    check = _command(commands, "application check", "say whether one is ready to be sent")
    check.add_argument("id", metavar="ID")
    _add_group(check)

    freeze = _command(commands, "application freeze", "keep a copy of one as it is sent")
    freeze.add_argument("id", metavar="ID")
    freeze.add_argument("--by", default="", metavar="NAME", help="who keeps it")
    freeze.add_argument("--note", default="", metavar="WORDS")
    _add_group(freeze)

    export = _command(commands, "application export", "write one as a file")
    export.add_argument("id", metavar="ID")
    export.add_argument("--format", required=True, choices=FORMATS)
    export.add_argument("--out", type=Path, required=True, metavar="FILE")
    export.add_argument("--copy", metavar="N", help="a kept copy, just as it was sent")
    _add_group(export)


def _add_group(command: Parser) -> None:
    command.add_argument("--group", required=True, metavar="G", help="its id, or its name")
    _add_passphrase(command)


def _add_code(command: Parser) -> None:
    command.add_argument(
        "--code-stdin", action="store_true", help="read the printed code from the input instead"
    )


def _add_passphrase(command: Parser) -> None:
    command.add_argument(
        "--passphrase-stdin",
        action="store_true",
        help="read the secret words as the first line of the input; without it they are asked for",
    )


def _add_sheet(nouns: Any) -> None:
    sheet = _command(nouns, "sheet", "make the sheet for the committee")
    _add_profile(sheet)
    sheet.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    sheet.add_argument("ids", nargs="*", metavar="ID", help="without any: the first ten that fit")


def _add_profile(command: Parser) -> None:
    command.add_argument("--profile", type=Path, required=True, metavar="FILE", help="the group")
    command.add_argument("--on", type=day, metavar="DAY", help="judge as if it were this day")


def _command(commands: Any, name: str, what: str) -> Parser:
    """Add a command; ``name`` is the words that choose it."""
    command: Parser = commands.add_parser(name.rsplit(maxsplit=1)[-1], help=what, description=what)
    command.set_defaults(command=name)
    command.add_argument("--json", action="store_true", help="answer with one JSON object")
    # Suppressed, or it would wipe out a --data-dir given before the command.
    _add_data_dir(command, default=argparse.SUPPRESS)
    return command


def _add_data_dir(command: Parser, default: Any) -> None:
    command.add_argument(
        "--data-dir", type=Path, default=default, metavar="DIR", help="keep everything in DIR"
    )


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:_MOST_DIGITS]) <= MOST:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {MOST:,}.")
    return int(text)
