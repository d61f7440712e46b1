"""The same services without a window. Needs no screen, takes no lock, draws nothing."""

import argparse
from collections.abc import Callable, Mapping

from vcs_desktop.app import (
    check,
    cli_application,
    cli_application_out,
    cli_arrivals,
    cli_backup,
    cli_bring_in,
    cli_dates,
    cli_group,
    cli_laptops,
    cli_library,
    cli_obligations,
    cli_outbox,
    cli_people,
    cli_records,
    cli_sheet,
    cli_summary,
)
from vcs_desktop.app.cli_answer import Answer
from vcs_desktop.app.cli_run import run_command
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.paths import data_folder, program_folder

Command = Callable[[Parts, argparse.Namespace], Answer]
STOPPED = "Stopped. Of the file that was being read, nothing was kept."

COMMANDS: Mapping[str, Command] = {
    "library load": cli_library.load,
    "library search": cli_library.search,
    "library show": cli_library.show,
    "library status": cli_library.status,
    "library fit": cli_library.fit,
    "library template": cli_library.template,
    "library import": cli_arrivals.take_in,
    "library forget": cli_library.forget,
    "sync": cli_arrivals.sync,
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
    "group invite": cli_laptops.invite,
    "group join": cli_laptops.join,
    "group devices": cli_laptops.devices,
    "group remove-device": cli_laptops.remove_device,
    "group exchange": cli_laptops.exchange,
    "group rebuild-check": cli_records.rebuild_check,
    "outbox list": cli_outbox.list_shared,
    "outbox preview": cli_outbox.preview,
    "outbox send": cli_outbox.send,
    "outbox withdraw": cli_outbox.withdraw,
    "application new": cli_application.new,
    "application show": cli_application.show,
    "application set": cli_application.set_answer,
    "application check": cli_application_out.check,
    "application freeze": cli_application_out.freeze,
    "application export": cli_application_out.export,
    "tour": cli_sheet.tour,
    "check": check.check,
}


def run(arguments: argparse.Namespace) -> int:
    """Do what the words ask, print the answer and return the exit code."""
    parts = Parts(data_folder(arguments.data_dir, program_folder()), SystemClock())
    try:
        return run_command(
            lambda: COMMANDS[arguments.command](parts, arguments),
            stopped=STOPPED,
            as_json=arguments.json,
        )
    finally:
        parts.close()
