"""The words of the commands for what a group shares with its council."""

from collections.abc import Callable
from typing import Any

from vcs_desktop.app.cli_words import Parser


def add_outbox(
    command: Callable[[Any, str, str], Parser], add_group: Callable[[Parser], None], nouns: Any
) -> None:
    """Add the commands; ``command`` makes one, ``add_group`` lets it name its group."""
    outbox = nouns.add_parser("outbox", help="what a group shares with its council")
    commands = outbox.add_subparsers(required=True, metavar="COMMAND")
    add_group(command(commands, "outbox list", "say what was shared, and what waits to be sent"))

    preview = command(commands, "outbox preview", "show what one thing sends, to the letter")
    preview.add_argument("id", metavar="ID", help="outbox list")
    add_group(preview)

    send = command(commands, "outbox send", "send what was agreed, and ask for answers")
    send.add_argument(
        "--compared",
        default="",
        metavar="DIGITS",
        help="the council's digits, once you have compared them: for what only it may open",
    )
    add_group(send)

    withdraw = command(commands, "outbox withdraw", "take one thing back, with the next send")
    withdraw.add_argument("id", metavar="ID", help="outbox list")
    add_group(withdraw)
