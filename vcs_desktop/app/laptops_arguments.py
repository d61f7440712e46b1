"""The words of the commands for a group on several laptops."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from vcs_desktop.app.cli_words import Parser

_WAIT_MINUTES = 10
_NAME = "what this laptop is called in the list of the group's laptops"


def add_laptops(
    command: Callable[[Any, str, str], Parser], add_group: Callable[[Parser], None], commands: Any
) -> None:
    """Add the commands; ``command`` makes one, ``add_group`` lets it name its group."""
    invite = command(commands, "group invite", "make a code that lets one more laptop ask to join")
    add_group(invite)
    invite.add_argument("--name", default="", metavar="N", help=_NAME)
    invite.add_argument(
        "--service",
        default="",
        metavar="URL",
        help="the first time: where; the code for the group is the next line of the input",
    )
    invite.add_argument(
        "--accept",
        default="",
        metavar="WORDS",
        help="let the laptop in that shows these four words, once you have compared them",
    )

    join = command(commands, "group join", "ask to be let into a group that is on another laptop")
    join.add_argument("--service", required=True, metavar="URL", help="where")
    join.add_argument("--name", default="", metavar="N", help=_NAME)
    join.add_argument("--person", default="", metavar="P", help="what you are called")
    join.add_argument("--hide-name", action="store_true", help="do not show the group's name")
    join.add_argument(
        "--wait", type=int, default=_WAIT_MINUTES, metavar="MINUTES", help="to be let in"
    )
    join.add_argument(
        "--passphrase-stdin",
        action="store_true",
        help="read the code and then the secret words from the input; else they are asked for",
    )

    devices = command(commands, "group devices", "say which laptops the group is on")
    add_group(devices)
    devices.add_argument("--asking", action="store_true", help="and which ask to be let in")

    remove = command(commands, "group remove-device", "take a laptop out of the exchange")
    add_group(remove)
    remove.add_argument("device", metavar="LAPTOP", help="its id, or its name: group devices")

    exchange = command(commands, "group exchange", "take changes to another laptop by stick")
    add_group(exchange)
    ways = exchange.add_mutually_exclusive_group(required=True)
    ways.add_argument("--out", type=Path, metavar="FILE", help="write them into this file")
    ways.add_argument("--in", type=Path, dest="take_in", metavar="FILE", help="take them in")
    exchange.add_argument("--name", default="", metavar="N", help=_NAME)
    add_how_to_exchange(exchange)


def add_how_to_exchange(command: Parser) -> None:
    """Add what a person may have said yes to."""
    command.add_argument(
        "--looked",
        action="store_true",
        help="the group was brought back from a copy, and somebody has looked through it",
    )
    command.add_argument(
        "--let-delete", action="store_true", help="let what waits for that delete what it wants to"
    )
