"""The words of ``vcs-service``."""

import argparse
from pathlib import Path
from typing import Any

from vcs_desktop import __version__
from vcs_desktop.app import service_inbox, service_report, service_server, service_sources
from vcs_desktop.app.cli_words import Parser

_LARGEST_PORT = 65_535
_MOST_DIGITS = 9


def parser() -> Parser:
    """Return the parser of everything that ``vcs-service`` understands."""
    whole = Parser(
        prog="vcs-service",
        description="Publishes a library of grants, contracts, events and facts for VCS Desktop, "
        "and runs the service for groups. See docs/publishing.md.",
    )
    whole.set_defaults(command=None, json=False)
    whole.add_argument("--version", action="version", version=f"VCS Desktop {__version__}")
    nouns = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    keys = nouns.add_parser("keys", help="make and change the keys of those who publish")
    _add_key_commands(keys.add_subparsers(required=True, metavar="COMMAND"))
    _add_publishing(nouns)
    _add_tree_commands(nouns)
    service_sources.add_commands(nouns, _command)
    service_report.add_commands(nouns, _command)
    service_server.add_commands(nouns, _command, _port)
    service_inbox.add_commands(nouns, _command)
    return whole


def _add_key_commands(commands: Any) -> None:
    new = _command(commands, "keys new", "make a root key and the first publisher's key")
    new.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to put them")
    new.add_argument(
        "--line", required=True, metavar="L", help="a short name for all time, such as oxfordshire"
    )
    new.add_argument("--name", required=True, metavar="N", help="who publishes, as people call it")
    new.add_argument("--holder", required=True, metavar="H", help="who gets the publisher's key")
    new.add_argument("--root-holder", required=True, metavar="R", help="who gets the root key")
    _add_secrets(new, "the words of the root key, then those of the publisher's key")

    rotate = _command(commands, "keys rotate", "give a publisher a new key instead of the old one")
    _add_change(rotate)
    rotate.add_argument("--holder", required=True, metavar="H", help="who gets the new key")
    rotate.add_argument(
        "--add-in",
        type=Path,
        metavar="DIR",
        help="a folder for one more publisher; nobody loses a key then",
    )
    _add_secrets(rotate, "the words of the root key, then those of the new key")

    remove = _command(commands, "keys remove", "take the right to publish from somebody")
    _add_change(remove)
    remove.add_argument("--holder", required=True, metavar="H", help="who may publish no more")
    _add_secrets(remove, "the words of the root key")

    hand_over = _command(commands, "keys hand-over", "let a new root key follow the old one")
    _add_change(hand_over)
    hand_over.add_argument("--holder", required=True, metavar="H", help="who gets the new root key")
    hand_over.add_argument("--name", default="", metavar="N", help="who publishes from now on")
    _add_secrets(hand_over, "the words of the old root key, then those of the new one")

    _command(commands, "keys show", "say who may publish").add_argument(
        "--keys", type=Path, required=True, metavar="DIR"
    )


def _add_publishing(nouns: Any) -> None:
    publish = _command(nouns, "publish", "say what will change, and with --yes publish it")
    publish.add_argument("sources", nargs="+", type=Path, metavar="SOURCE")
    publish.add_argument(
        "--attach", action="append", default=[], type=Path, metavar="FILE", help="send a file along"
    )
    publish.add_argument(
        "--without-refused",
        action="store_true",
        help="publish although some rows cannot be used, without them",
    )
    publish.add_argument(
        "--renew", action="store_true", help="sign with today's date also where nothing changed"
    )
    _add_signing(publish)

    back = _command(nouns, "take-back", "publish an earlier version again")
    back.add_argument(
        "--to", type=_count, default=0, metavar="N", help="without it: the one before"
    )
    _add_signing(back)


def _add_tree_commands(nouns: Any) -> None:
    history = _command(nouns, "history", "say what was published by whom and when")
    _add_tree(history)

    validate = _command(nouns, "validate", "look at everything in a tree, as a reader would")
    _add_tree(validate)
    validate.add_argument(
        "--root", type=Path, metavar="FILE", help="a root.json that it has to go on from"
    )

    pack = _command(nouns, "pack", "put a tree into one file for a stick")
    _add_tree(pack)
    pack.add_argument("--out", type=Path, required=True, metavar="FILE.vcslibrary")

    serve = _command(nouns, "serve", "serve a tree on this computer, to try it out")
    _add_tree(serve)
    serve.add_argument("--port", type=_port, default=0, metavar="P", help="without it: a free one")
    serve.add_argument(
        "--host", default="127.0.0.1", metavar="ADDRESS", help="without it: this computer only"
    )


def _add_signing(command: Parser) -> None:
    _add_tree(command)
    command.add_argument("--keys", type=Path, required=True, metavar="DIR")
    command.add_argument("--yes", action="store_true", help="sign; without it nothing is changed")
    command.add_argument("--checked-by", default="", metavar="NAME", help="who else looked at it")
    _add_secrets(command, "the words of the publisher's key")


def _add_change(command: Parser) -> None:
    command.add_argument("--keys", type=Path, required=True, metavar="DIR")
    command.add_argument(
        "--root-key", type=Path, metavar="FILE", help="where the root key is, if not in DIR"
    )
    command.add_argument(
        "--tree",
        type=Path,
        metavar="DIR",
        help="the published library, to go on from what other officers changed and published",
    )


def _add_tree(command: Parser) -> None:
    command.add_argument("--tree", type=Path, required=True, metavar="DIR")


def _add_secrets(command: Parser, what: str) -> None:
    command.add_argument(
        "--passphrase-stdin",
        action="store_true",
        help=f"read a line of input each for: {what}; without it they are asked for",
    )


def _command(commands: Any, name: str, what: str) -> Parser:
    """Add a command; ``name`` is the words that choose it."""
    command: Parser = commands.add_parser(name.rsplit(maxsplit=1)[-1], help=what, description=what)
    command.set_defaults(command=name)
    command.add_argument("--json", action="store_true", help="answer with one JSON object")
    return command


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text[:_MOST_DIGITS]) > _LARGEST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port.")
    return int(text)


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text[:_MOST_DIGITS]) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not the number of a version.")
    return int(text)
