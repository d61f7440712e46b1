"""``vcs-service run`` and what goes with it: the infrastructure service, and who may come in.

Each takes a clock and the words, as every command of ``vcs-service`` does. What only the service
needs is installed with the extra ``service``; all other commands go without it.
"""

import argparse
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from vcs_desktop.app.cli_answer import (
    CANNOT_USE,
    GOOD,
    Answer,
    columns,
    how_many,
    paragraphs,
    print_answer,
)
from vcs_desktop.app.cli_words import Parser
from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import CannotUseInput

if TYPE_CHECKING:
    from vcs_desktop.server.database import ServiceDatabase

EXTRA: Final = "service"
_NEED: Final = re.compile(rf"([A-Za-z0-9._-]+)[^;]*;.*\bextra\s*==\s*['\"]{EXTRA}['\"]")
_KEY: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)
_LONGEST_ADDRESS: Final = 2_000
ONCE: Final = "It is shown this once, and cannot be shown again."


def run(clock: Clock, arguments: argparse.Namespace) -> Answer | None:
    """Bring the database up to date and serve until somebody presses Ctrl+C."""
    with _database(arguments, clock) as database:
        from vcs_desktop.server.house import Settings
        from vcs_desktop.server.logs import log_to
        from vcs_desktop.server.running import Service

        if arguments.tree is not None:
            from vcs_desktop.publishing.trial_server import must_be_tree

            must_be_tree(arguments.tree)
        service = Service(
            database,
            Settings(arguments.name, arguments.council_key or ""),
            host=arguments.host,
            port=arguments.port,
            tree=arguments.tree,
            clock=clock,
        )
        content = {
            "address": service.address,
            "tree": None if arguments.tree is None else str(arguments.tree),
        }
        told = f"The service answers at {service.address}\nCtrl+C stops it."
        end_of_log = log_to()
        try:
            service.run(lambda: print_answer(Answer(content, told), as_json=arguments.json))
        except KeyboardInterrupt:
            pass  # that is how it is stopped
        finally:
            end_of_log()
    return None


def invite_group(clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Make a code by which one group may begin to use this service."""
    with _database(arguments, clock) as database:
        from vcs_desktop.server import officers

        with database.writing() as connection:
            code, until = officers.invite_group(connection, clock.now())
    return Answer(
        {"code": code, "expires_at": until.isoformat()},
        paragraphs(f"The code: {code}", f"One group can use it until {until:%d %B %Y}.", ONCE),
    )


def officer_new(clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Let an officer read what groups share."""
    with _database(arguments, clock) as database:
        from vcs_desktop.server import officers

        with database.writing() as connection:
            token = officers.add(connection, arguments.name, clock.now())
    told = paragraphs(f"The token of {arguments.name}: {token}", ONCE)
    return Answer({"name": arguments.name, "token": token}, told)


def officer_remove(clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Let an officer read no more."""
    with _database(arguments, clock) as database:
        from vcs_desktop.server import officers

        with database.writing() as connection:
            officers.remove(connection, arguments.name)
    return Answer({"removed": arguments.name}, f"{arguments.name} can read no more.")


def officer_list(clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Say who may read what groups share."""
    with _database(arguments, clock) as database:
        from vcs_desktop.server import officers

        with database.reading() as connection:
            names = list(officers.names(connection))
    told = paragraphs(how_many(len(names), "officer"), names)
    return Answer({"officers": names}, told)


def begin_era(clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Begin a new era: every laptop offers again what it has. To be done after each restore."""
    with _database(arguments, clock) as database:
        from vcs_desktop.core.ids import Ids
        from vcs_desktop.server import doors

        with database.writing() as connection:
            era = doors.begin_era(connection, Ids(clock), clock.now())
    told = "A new era has begun. Laptops offer again what they have when they next get updates."
    return Answer({"era": era}, told)


def restore_drill(clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Look at everything in a database that was restored, and say what is in it."""
    with _database(arguments, clock) as database:
        from vcs_desktop.server.soundness import look_at_all

        with database.at_one_moment() as connection:
            found = look_at_all(connection)
    content = {"sound": not found.problems, "problems": list(found.problems), **found.counts}
    rows = [(name.replace("_", " "), f"{count:,}") for name, count in found.counts.items()]
    if found.problems:
        told = paragraphs("This database is not sound.", found.problems)
        return Answer(content, told, CANNOT_USE)
    return Answer(content, paragraphs("This database is sound.", columns(rows)), GOOD)


COMMANDS: Mapping[str, Callable[[Clock, argparse.Namespace], Answer | None]] = {
    "run": run,
    "invite-group": invite_group,
    "officer new": officer_new,
    "officer remove": officer_remove,
    "officer list": officer_list,
    "begin-era": begin_era,
    "restore-drill": restore_drill,
}


def add_commands(
    nouns: Any, add: Callable[[Any, str, str], Parser], port: Callable[[str], int]
) -> None:
    """Add these commands; ``add`` makes one of its name and of what it does."""
    serving = add(nouns, "run", "run the infrastructure service")
    _add_database(serving)
    serving.add_argument("--port", type=port, default=0, metavar="P", help="without it: a free one")
    serving.add_argument(
        "--host", default="127.0.0.1", metavar="ADDRESS", help="without it: this computer only"
    )
    serving.add_argument(
        "--tree", type=Path, metavar="DIR", help="a published library, to serve it too"
    )
    serving.add_argument("--name", default="", metavar="N", help="whose service it is")
    serving.add_argument(
        "--council-key",
        type=_key,
        metavar="HEX",
        help="the key to which groups seal what is personal; without it nothing is sealed",
    )
    for name, what in (
        ("invite-group", "make a code by which one group may begin here"),
        ("begin-era", "after a restore: let laptops offer again what they have"),
        ("restore-drill", "look at everything in a database that was restored"),
    ):
        _add_database(add(nouns, name, what))
    officers = nouns.add_parser("officer", help="who may read what groups share")
    commands = officers.add_subparsers(required=True, metavar="COMMAND")
    for name, what in (
        ("officer new", "let an officer read what groups share"),
        ("officer remove", "let an officer read no more"),
    ):
        made = add(commands, name, what)
        made.add_argument("name", metavar="NAME")
        _add_database(made)
    _add_database(add(commands, "officer list", "say who may read what groups share"))


def missing_needs() -> list[str]:
    """Return what the ``service`` extra asks for and what is not installed."""
    try:
        needs = metadata.requires("vcs-desktop") or []
    except metadata.PackageNotFoundError:  # started from its source
        return []
    named = [found[1] for need in needs if (found := _NEED.match(need))]
    return [name for name in named if not _is_installed(name)]


def _is_installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


@contextmanager
def _database(arguments: argparse.Namespace, clock: Clock) -> "Iterator[ServiceDatabase]":
    """Yield the service's database, brought up to date and in its era.

    Raises:
        CannotUseInput: what it needs is not installed, or there is no address of a database.
        AppError: the database cannot be used.
    """
    if missing := missing_needs():
        raise CannotUseInput(
            message=f"The service needs more than is installed: {', '.join(missing)}.",
            advice=f'Install it with: pip install "vcs-desktop[{EXTRA}]"',
        )
    from vcs_desktop.core.ids import Ids
    from vcs_desktop.server import doors
    from vcs_desktop.server.database import ServiceDatabase

    database = ServiceDatabase(_address(arguments.database))
    try:
        database.make_ready()
        with database.writing() as connection:
            doors.begin_first_era(connection, Ids(clock), clock.now())
        yield database
    finally:
        database.close()


def _address(told: str) -> str:
    """Return the address of a database; ``@FILE`` is one that stands in a file.

    Raises:
        CannotUseInput: there is no such file.
    """
    if not told.startswith("@"):
        return told
    try:
        with Path(told[1:]).open(encoding="utf-8") as file:
            return file.read(_LONGEST_ADDRESS).strip()
    except (OSError, UnicodeDecodeError) as error:
        raise CannotUseInput(message="The file with the address cannot be read.") from error


def _add_database(command: Parser) -> None:
    command.add_argument(
        "--database",
        required=True,
        metavar="URL",
        help="postgresql://..., or sqlite:///FILE for a trial, or @FILE in which it stands",
    )


def _key(text: str) -> str:
    if not _KEY.fullmatch(text):
        raise argparse.ArgumentTypeError("a key has 64 digits, 0 to 9 and a to f.")
    return text
