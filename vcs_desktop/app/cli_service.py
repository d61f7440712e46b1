"""What ``vcs-service`` does, and what it answers."""

import argparse
from collections.abc import Callable, Mapping

from vcs_desktop.app import (
    cli_service_keys,
    cli_service_publish,
    cli_service_tree,
    service_inbox,
    service_report,
    service_server,
    service_sources,
)
from vcs_desktop.app.cli_answer import Answer
from vcs_desktop.app.cli_run import run_command
from vcs_desktop.core.clock import Clock, SystemClock

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
    **service_report.COMMANDS,
    **service_server.COMMANDS,
    **service_inbox.COMMANDS,
}


def run(arguments: argparse.Namespace, clock: Clock | None = None) -> int:
    """Do what the words ask, print the answer and return the exit code; ``clock`` None is now."""
    return run_command(
        lambda: COMMANDS[arguments.command](clock or SystemClock(), arguments),
        stopped=STOPPED,
        as_json=arguments.json,
    )
