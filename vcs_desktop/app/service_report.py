"""``vcs-service report``: the yearly report of a council to the alliance of local groups."""

import argparse
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vcs_desktop.app.cli_answer import Answer, how_many, paragraphs
from vcs_desktop.app.cli_words import Parser
from vcs_desktop.app.service_inbox import add_key, add_token, open_inbox, or_offline
from vcs_desktop.core.clock import Clock

if TYPE_CHECKING:
    from vcs_desktop.services.council_year import Promise
    from vcs_desktop.wire.service import SharedWhole

_DIGITS_OF_YEAR = 4


def report(clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Write the report of a year as a web page, a Word file and tables."""
    from vcs_desktop.services.council_year import YearReportService

    service = YearReportService(clock, _promises)
    shared = _shared(clock, arguments)
    made = service.report(arguments.plan, shared, arguments.year, arguments.council)
    files = service.write(made, arguments.out)
    content = {
        "year": made.year,
        "is_over": made.is_over,
        "actions": len(made.actions),
        "overdue": made.overdue,
        "happened": made.happened,
        "shared": {each.name: each.count for each in made.shared.sorts},
        "files": [str(each) for each in files],
    }
    told = paragraphs(
        f"The report of {made.year}: {how_many(len(made.actions), 'action')} in the plan.",
        "" if made.is_shared_told else "What groups shared was not put in (--shared, --service).",
        _without_key(arguments),
        "That year is not over: it is a first look, for the council only."
        if made.is_shared_told and not made.is_over
        else "",
        [str(each) for each in files],
    )
    return Answer(content, told)


COMMANDS: Mapping[str, Callable[[Clock, argparse.Namespace], Answer]] = {
    "report": lambda clock, arguments: or_offline(report, clock, arguments)
}


def add_commands(nouns: Any, add: Callable[[Any, str, str], Parser]) -> None:
    """Add the command; ``add`` makes one of its name and of what it does."""
    command = add(nouns, "report", "write the yearly report to OSCA")
    command.add_argument(
        "--plan", type=Path, required=True, metavar="FILE", help="the action plan, or a workbook"
    )
    shared = command.add_mutually_exclusive_group()
    shared.add_argument("--shared", type=Path, metavar="FILE", help="what “inbox export” wrote")
    shared.add_argument("--service", metavar="URL", help="where the inbox is, to ask it now")
    add_token(command)
    add_key(command)
    command.add_argument("--year", type=_year, required=True, metavar="Y")
    command.add_argument("--council", default="", metavar="NAME", help="whose report it is")
    command.add_argument("--out", type=Path, required=True, metavar="FOLDER")


def _shared(clock: Clock, arguments: argparse.Namespace) -> "tuple[SharedWhole, ...] | None":
    """Return what groups shared, out of a file or asked for now; None where neither is named."""
    from vcs_desktop.services.council_year.reports import read_export

    if arguments.service is not None:
        with open_inbox(clock, arguments) as inbox:
            return inbox.everything()
    return None if arguments.shared is None else read_export(arguments.shared)


def _without_key(arguments: argparse.Namespace) -> str:
    if arguments.service is None or arguments.council_key_file is not None:
        return ""
    return "Without --council-key-file, what is sealed is counted, but not by what it says."


def _year(text: str) -> int:
    if len(text) != _DIGITS_OF_YEAR or not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"{text!r} is not a year, such as 2027.")
    return int(text)


def _promises() -> "Iterable[Promise]":
    """Return what the strategy that travels with the program promises."""
    from vcs_desktop.core.resources import resource
    from vcs_desktop.services.council_year.promises import promises_in

    return promises_in(resource("starter"))
