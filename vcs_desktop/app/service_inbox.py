"""``vcs-service inbox`` and ``council-key``: what groups share, for an officer of the council.

Each takes a clock and the words, as every command of ``vcs-service`` does. The token is the
first line of the input or stands in a file, and never in the words of the command; secret words
are the next line, or are asked for.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from vcs_desktop.app.cli_answer import OFFLINE, Answer, columns, how_many, paragraphs
from vcs_desktop.app.cli_group import asked
from vcs_desktop.app.cli_service_keys import new_words, words_of
from vcs_desktop.app.cli_words import Parser, day
from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import CannotUseInput, words_for

if TYPE_CHECKING:
    from vcs_desktop.services.officer_inbox import OpenInbox
    from vcs_desktop.sync.officer_service import OfficerService
    from vcs_desktop.vault.device_keys import SealKeys
    from vcs_desktop.wire.service import SharedLine

_LONGEST_TOKEN: Final = 200
_QUESTION: Final = "Secret words of the council's key: "
_LONGEST_REPLY: Final = 40_000


def show_list(_clock: Clock, arguments: argparse.Namespace) -> Answer:
    """List what groups shared, the oldest first, without what it says."""
    from vcs_desktop.wire.service_inbox_json import line_as_json

    with _service(arguments) as service:
        lines: list[SharedLine] = []
        after = arguments.after
        while page := service.shared(after).lines:
            lines += page
            after = page[-1].number
    rows = [
        (
            f"{each.number}",
            f"{each.received_at:%Y-%m-%d}",
            each.kind,
            str(each.state),
            f"kept until {each.keep_until_on}" if each.keep_until_on else "",
            each.uuid,
        )
        for each in lines
    ]
    content = {"items": [line_as_json(each) for each in lines]}
    told = paragraphs(how_many(len(lines), "thing shared", "things shared"), columns(rows))
    return Answer(content, told)


def show(_clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Show one thing that was shared; its sender sees that it was read."""
    from vcs_desktop.services.officer_inbox import thing_as_json

    with _service(arguments) as service:
        keys = _keys(arguments)
        found = service.whole(arguments.uuid)
    content = thing_as_json(found, keys)
    told = json.dumps(content["says"], ensure_ascii=False, indent=2) if content["says"] else (
        "It is sealed. Give --council-key-file." if found.body else "It is no longer there."
    )  # fmt: skip
    answered = f"Answered: {found.reply}" if found.reply else ""
    return Answer(content, paragraphs(f"{found.line.kind}, {found.line.state}", told, answered))


def reply(_clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Answer something that was shared: you said, we did."""
    text = arguments.text if arguments.text is not None else _text_of(arguments.text_file)
    if not text.strip():
        raise CannotUseInput(message="There is no answer to send.")
    with _service(arguments) as service:
        service.reply(arguments.uuid, text.strip())
    return Answer({"answered": arguments.uuid}, "Answered. The group reads it with Get updates.")


def keep_until(_clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Say until which day something is kept."""
    from vcs_desktop.sync.service_errors import NotUnderstood

    on = arguments.on
    with _service(arguments) as service:
        try:
            service.keep_until(arguments.uuid, on)
        except NotUnderstood as error:
            raise CannotUseInput(message="This day is over, or too far away.") from error
    content = {"uuid": arguments.uuid, "keep_until": None if on is None else on.isoformat()}
    return Answer(content, f"Kept until {on:%d %B %Y}." if on else "Kept as long as it is needed.")


def export(clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Write all that was shared into a file that only this account may read."""
    with open_inbox(clock, arguments) as inbox:
        count, closed = inbox.export(arguments.out)
    content = {"file": str(arguments.out), "items": count, "not_opened": closed}
    left = f"Not opened: {how_many(closed, 'thing')}. Give --council-key-file." if closed else ""
    told = f"Written: {how_many(count, 'thing')} shared: {arguments.out}"
    return Answer(content, paragraphs(told, left))


def new_key(_clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Make the key to which groups seal what is personal."""
    from vcs_desktop.services.publishing.council_inbox import new_council_key
    from vcs_desktop.vault.key_file import whole_holder
    from vcs_desktop.wire.roots import fingerprint_of

    words = new_words(arguments, "the council's key")
    file, made = new_council_key(
        arguments.out, arguments.line, whole_holder(arguments.holder), words
    )
    digits = fingerprint_of(made.key)
    content = {"file": str(file), "key": made.key, "digits": digits}
    return Answer(
        content,
        paragraphs(
            f"Made: {file}",
            f"The service is run with: --council-key {made.key}",
            f"The digits that groups compare: {digits}",
            "Who loses this file or its words cannot open what was sealed to it.",
        ),
    )


COMMANDS: Mapping[str, Callable[[Clock, argparse.Namespace], Answer]] = {
    "inbox list": lambda clock, arguments: or_offline(show_list, clock, arguments),
    "inbox show": lambda clock, arguments: or_offline(show, clock, arguments),
    "inbox reply": lambda clock, arguments: or_offline(reply, clock, arguments),
    "inbox keep-until": lambda clock, arguments: or_offline(keep_until, clock, arguments),
    "inbox export": lambda clock, arguments: or_offline(export, clock, arguments),
    "council-key new": new_key,
}


def add_commands(nouns: Any, add: Callable[[Any, str, str], Parser]) -> None:
    """Add these commands; ``add`` makes one of its name and of what it does."""
    inbox = nouns.add_parser("inbox", help="what groups share with the council")
    commands = inbox.add_subparsers(required=True, metavar="COMMAND")
    listing = _inbox(add(commands, "inbox list", "list what groups shared"))
    listing.add_argument("--after", type=int, default=0, metavar="N", help="only later ones")
    one = _inbox(add(commands, "inbox show", "show one thing that was shared"))
    one.add_argument("uuid", type=_uuid, metavar="ID")
    add_key(one)
    answering = _inbox(add(commands, "inbox reply", "answer it: you said, we did"))
    answering.add_argument("uuid", type=_uuid, metavar="ID")
    words = answering.add_mutually_exclusive_group(required=True)
    words.add_argument("--text", metavar="WORDS")
    words.add_argument("--text-file", type=Path, metavar="FILE")
    keeping = _inbox(add(commands, "inbox keep-until", "say until which day it is kept"))
    keeping.add_argument("uuid", type=_uuid, metavar="ID")
    days = keeping.add_mutually_exclusive_group(required=True)
    days.add_argument("--on", type=day, metavar="DAY", help="such as 2027-11-01; then it is gone")
    days.add_argument("--as-needed", action="store_true", help="no day")
    exporting = _inbox(add(commands, "inbox export", "write all that was shared into a file"))
    exporting.add_argument("--out", type=Path, required=True, metavar="FILE.json")
    add_key(exporting)
    keys = nouns.add_parser("council-key", help="the key to which groups seal what is personal")
    making = add(
        keys.add_subparsers(required=True, metavar="COMMAND"),
        "council-key new",
        "make the council's key",
    )
    making.add_argument("--out", type=Path, required=True, metavar="DIR")
    making.add_argument("--line", required=True, metavar="L", help="such as oxfordshire")
    making.add_argument("--holder", required=True, metavar="H", help="who has it")
    _add_secret(making)


def or_offline(
    act: Callable[[Clock, argparse.Namespace], Answer], clock: Clock, arguments: argparse.Namespace
) -> Answer:
    """Do what asks the service; that it cannot be reached has a code of its own."""
    from vcs_desktop.sync.errors import Offline

    try:
        return act(clock, arguments)
    except Offline as error:
        told = {"message": error.message, "advice": error.advice}
        return Answer({"error": told}, words_for(error), OFFLINE)


@contextmanager
def _service(arguments: argparse.Namespace) -> "Iterator[OfficerService]":
    from vcs_desktop.sync.officer_remote import HttpOfficerService

    service = HttpOfficerService.at(arguments.service, _token(arguments.token_file))
    try:
        yield service
    finally:
        service.close()


@contextmanager
def open_inbox(clock: Clock, arguments: argparse.Namespace) -> "Iterator[OpenInbox]":
    """Yield the inbox that the words name, open as far as they have a key for it.

    Raises:
        AppError: there is no token, or what is given as a key does not open.
    """
    from vcs_desktop.services.officer_inbox import OfficerInboxService

    token, file = _token(arguments.token_file), arguments.council_key_file
    words = "" if file is None else words_of(arguments, _QUESTION)
    inbox = OfficerInboxService(clock).open(arguments.service, token, file, words)
    try:
        yield inbox
    finally:
        inbox.close()


def _token(file: Path | None) -> str:
    """Return the officer's token, from a file or the first line of the input.

    Raises:
        CannotUseInput: there is none.
    """
    if file is None:
        token = asked("Token: ") if sys.stdin.isatty() else _line()
    else:
        token = _text_of(file)
    if not token.strip() or len(token.split()) > 1 or not token.isascii():
        raise CannotUseInput(
            message="There is no token.",
            advice="Give --token-file, or write it as the first line of the input.",
        )
    return token.strip()


def _line() -> str:
    return sys.stdin.buffer.readline(_LONGEST_TOKEN).decode(errors="replace")


def _keys(arguments: argparse.Namespace) -> "SealKeys | None":
    """Return what opens sealed things; None where no key file was given."""
    from vcs_desktop.services.publishing.council_inbox import council_key, opened

    if arguments.council_key_file is None:
        return None
    key = council_key(arguments.council_key_file)
    return opened(key, words_of(arguments, _QUESTION))


def _text_of(file: Path) -> str:
    try:
        with file.open(encoding="utf-8") as opened:
            return opened.read(_LONGEST_REPLY)
    except (OSError, UnicodeDecodeError) as error:
        raise CannotUseInput(message=f"This file cannot be read: {file}") from error


def _inbox(command: Parser) -> Parser:
    command.add_argument("--service", required=True, metavar="URL", help="where the service is")
    add_token(command)
    return command


def add_token(command: Parser) -> None:
    """Let a command say where the officer's token is."""
    command.add_argument(
        "--token-file",
        type=Path,
        metavar="FILE",
        help="where the officer's token is; without it, it is the first line of the input",
    )


def add_key(command: Parser) -> None:
    """Let a command name the council's key."""
    command.add_argument(
        "--council-key-file", type=Path, metavar="FILE", help="opens what is sealed"
    )
    _add_secret(command)


def _add_secret(command: Parser) -> None:
    command.add_argument(
        "--passphrase-stdin", action="store_true", help="the words are a line of the input"
    )


def _uuid(text: str) -> str:
    from vcs_desktop.wire.service import ID

    if not ID.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no id of something shared.")
    return text
