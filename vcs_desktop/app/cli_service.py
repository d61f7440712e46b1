"""What ``vcs-service`` does, and what it answers."""

import argparse
from collections.abc import Callable, Mapping

from vcs_desktop.app import (
    cli_service_keys,
    cli_service_publish,
    cli_service_tree,
    service_sources,
)
from vcs_desktop.app.cli_answer import CANNOT_USE, GOOD, INTERRUPTED, Answer, print_answer
from vcs_desktop.app.log_setup import log_on_stderr
from vcs_desktop.core.clock import Clock, SystemClock
from vcs_desktop.core.errors import AppError, words_for

Command = Callable[[Clock, argparse.Namespace], Answer | None]
"""None where everything was said already."""

STOPPED = "Stopped. What was published before still stands."

COMMANDS: Mapping[str, Command] = {
    "keys new": cli_service_keys.new,
    "keys rotate": cli_service_keys.rotate,
    "keys remove": cli_service_keys.remove,
    "keys hand-over": cli_service_keys.hand_over,
    "keys show": cli_service_keys.show,
    "publish": cli_service_publish.publish,
    "take-back": cli_service_publish.take_back,
    "history": cli_service_tree.history,
    "validate": cli_service_tree.validate,
    "pack": cli_service_tree.pack,
    "serve": cli_service_tree.serve,
    **service_sources.COMMANDS,
}


def run(arguments: argparse.Namespace, clock: Clock | None = None) -> int:
    """Do what the words ask, print the answer and return the exit code.

    With ``--json`` the output is one JSON object and nothing else, also when the
    input cannot be used; everything else goes to the error stream.
    """
    with log_on_stderr():
        try:
            answer = COMMANDS[arguments.command](clock or SystemClock(), arguments)
        except AppError as error:
            told = {"message": error.message, "advice": error.advice}
            answer = Answer({"error": told}, words_for(error), CANNOT_USE)
        except KeyboardInterrupt:
            told = {"message": STOPPED, "advice": ""}
            answer = Answer({"error": told}, STOPPED, INTERRUPTED)
    if answer is None:
        return GOOD
    print_answer(answer, as_json=arguments.json)
    return answer.code
