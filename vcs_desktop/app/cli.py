"""The same services without a window. Needs no screen, takes no lock, draws nothing."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping

from vcs_desktop.app import (
    check,
    cli_application,
    cli_backup,
    cli_bring_in,
    cli_dates,
    cli_group,
    cli_library,
    cli_obligations,
    cli_people,
    cli_records,
    cli_sheet,
    cli_summary,
)
from vcs_desktop.app.cli_answer import CANNOT_USE, Answer
from vcs_desktop.app.log_setup import log_on_stderr
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.errors import AppError, words_for
from vcs_desktop.core.paths import data_folder, program_folder

Command = Callable[[Parts, argparse.Namespace], Answer]
INTERRUPTED = 130
"""What a shell expects of a program that Ctrl+C has ended."""

_FAILED = (CANNOT_USE, INTERRUPTED)
STOPPED = "Stopped. Of the file that was being read, nothing was kept."

COMMANDS: Mapping[str, Command] = {
    "library load": cli_library.load,
    "library search": cli_library.search,
    "library show": cli_library.show,
    "library status": cli_library.status,
    "library fit": cli_library.fit,
    "library template": cli_library.template,
    "sheet": cli_sheet.sheet,
    "group create": cli_group.create,
    "group list": cli_group.list_groups,
    "group open-test": cli_group.open_test,
    "group backup": cli_backup.backup,
    "group restore": cli_backup.restore,
    "group import people": cli_people.import_people,
    **cli_bring_in.commands(),
    "group export": cli_people.export,
    "group history": cli_records.history,
    "group obligations": cli_obligations.obligations,
    "group dates": cli_dates.dates,
    "group summary": cli_summary.summary,
    "group rebuild-check": cli_records.rebuild_check,
    "application new": cli_application.new,
    "application show": cli_application.show,
    "application set": cli_application.set_answer,
    "tour": cli_sheet.tour,
    "check": check.check,
}


def run(arguments: argparse.Namespace) -> int:
    """Do what the words ask, print the answer and return the exit code.

    With ``--json`` the output is one JSON object and nothing else, also when the
    input cannot be used; everything else goes to the error stream.
    """
    parts = Parts(data_folder(arguments.data_dir, program_folder()), SystemClock())
    with log_on_stderr():
        try:
            answer = COMMANDS[arguments.command](parts, arguments)
        except AppError as error:
            told = {"message": error.message, "advice": error.advice}
            answer = Answer({"error": told}, words_for(error), CANNOT_USE)
        except KeyboardInterrupt:
            told = {"message": STOPPED, "advice": ""}
            answer = Answer({"error": told}, STOPPED, INTERRUPTED)
        finally:
            parts.close()
    _print(answer, as_json=arguments.json)
    return answer.code


def _print(answer: Answer, *, as_json: bool) -> None:
    """Print for a program or for a person; what went wrong for a person goes to the errors."""
    if as_json:
        text, stream = json.dumps(answer.content, ensure_ascii=False), sys.stdout
    else:
        text, stream = answer.words, sys.stderr if answer.code in _FAILED else sys.stdout
    # Whatever a console was set up for: a name it has no letters for must not end in a crash.
    # Nor must a file's name that is no text: JSON takes it as it is escaped here.
    stream.buffer.write(f"{text}\n".encode(errors="backslashreplace"))
    stream.flush()
