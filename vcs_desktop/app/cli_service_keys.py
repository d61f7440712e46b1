"""``vcs-service keys …``: who may publish, and who says so.

Secret words are read from the input or asked for, and never stand in the words of the
command or in the environment, where other programs can read them.
"""

import argparse
import shlex
import sys
from typing import TYPE_CHECKING, Any

from vcs_desktop.app.cli_answer import Answer, columns, paragraphs
from vcs_desktop.app.cli_group import asked, line_of_input
from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import CannotUseInput

if TYPE_CHECKING:
    from vcs_desktop.publishing.keys import Changed, Opened
    from vcs_desktop.publishing.roots import Roots

_SHOWN_DIGITS = 8


def new(clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Make a root key and the first publisher's key."""
    from vcs_desktop.domain.publisher_keys import must_be_two_people
    from vcs_desktop.publishing.keys import must_be_empty, read_roots
    from vcs_desktop.services.publishing import KeysWanted, PublishingService

    # Before anybody thinks of words: they would be thought of in vain.
    must_be_empty(arguments.out)
    must_be_two_people(arguments.holder, arguments.root_holder)
    root_words = new_words(arguments, "the root key")
    wanted = KeysWanted(
        arguments.line, arguments.name, arguments.holder, arguments.root_holder,
        new_words(arguments, "the publisher's key"), root_words,
    )  # fmt: skip
    made = PublishingService(clock).make_keys(arguments.out, wanted)
    roots = read_roots(arguments.out)
    content = _as_json(roots) | {
        "root_file": str(made.root_file), "publisher_file": str(made.publisher_file),
    }  # fmt: skip
    return Answer(
        content,
        paragraphs(
            f"Made: the keys of {roots.newest.name} ({roots.newest.line})",
            f"The root key: {made.root_file}",
            "  Move it to two sticks and delete it here. Lock them away in two places.",
            f"The publisher's key: {made.publisher_file}",
            _digits(roots),
        ),
    )


def rotate(clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Give a publisher a new key instead of the old one, or add one more publisher."""
    from vcs_desktop.domain.publisher_keys import must_be_two_people
    from vcs_desktop.publishing.keys import Holder
    from vcs_desktop.publishing.keys import rotate as rotated
    from vcs_desktop.publishing.moments import moment

    _catch_up(arguments)
    root = _root(arguments)
    must_be_two_people(arguments.holder, root.name)
    words = new_words(arguments, "the new key")
    changed = rotated(
        arguments.keys, lambda: root, Holder(arguments.holder, words), moment(clock.now()),
        add_in=arguments.add_in,
    )  # fmt: skip
    then = "destroy the old key file."
    if arguments.add_in is not None:
        then = f"give {arguments.holder} the folder {arguments.add_in}."
    return _told(arguments, changed, f"Then {then}")


def remove(clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Take the right to publish from somebody."""
    from vcs_desktop.publishing.keys import remove as removed
    from vcs_desktop.publishing.moments import moment

    _catch_up(arguments)
    changed = removed(
        arguments.keys, lambda: _root(arguments), arguments.holder, moment(clock.now())
    )
    advice = "May they write to your web host? Take that right away today."
    return _told(arguments, changed, advice)


def hand_over(clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Let a new root key follow the old one."""
    from vcs_desktop.publishing.keys import Holder, must_publish_nothing, read_roots
    from vcs_desktop.publishing.keys import hand_over as handed_over
    from vcs_desktop.publishing.moments import moment

    _catch_up(arguments)
    must_publish_nothing(arguments.holder, read_roots(arguments.keys).newest)
    root = _root(arguments)
    words = new_words(arguments, "the new root key")
    changed = handed_over(
        arguments.keys, lambda: root, Holder(arguments.holder, words), moment(clock.now()),
        name=arguments.name,
    )  # fmt: skip
    advice = "Move the new root key to two sticks. Destroy the old one once you have published."
    return _told(arguments, changed, advice)


def show(_clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Say who may publish."""
    from vcs_desktop.publishing.keys import read_roots

    roots = read_roots(arguments.keys)
    return Answer(_as_json(roots), paragraphs(_publishers(roots), _digits(roots)))


def _catch_up(arguments: argparse.Namespace) -> None:
    """Begin from what is published, where the words say where that lies."""
    from vcs_desktop.services.publishing.changing import caught_up

    if arguments.tree is not None:
        caught_up(arguments.keys, arguments.tree)


def _told(arguments: argparse.Namespace, changed: "Changed", advice: str) -> Answer:
    """Say what was made, who may publish now, and that nobody knows of it before it is published.

    What is there is signed again then, also where nothing else changed.
    """
    places = ("--tree", f"{arguments.tree or 'TREE'}", "--keys", f"{arguments.keys}")
    following = shlex.join(("vcs-service", "publish", "SOURCE", *places, "--yes"))
    content = _as_json(changed.roots) | {
        "file": str(changed.file) if changed.file else None, "next": following,
    }  # fmt: skip
    made = f"Made: {changed.file}" if changed.file else ""
    so_far = "So far it stands in the folder of the keys only. Readers know it once you publish:"
    told = [so_far, f"  {following}", advice]
    return Answer(content, paragraphs(made, _publishers(changed.roots), told))


def _root(arguments: argparse.Namespace) -> "Opened":
    from vcs_desktop.publishing.keys import opened, read_roots, root_key

    key = root_key(arguments.root_key or arguments.keys, read_roots(arguments.keys))
    return opened(key, words_of(arguments, f"Secret words of the root key ({key.holder}): "))


def words_of(arguments: argparse.Namespace, question: str) -> str:
    """Return secret words: the next line of the input, or asked for at a terminal.

    Raises:
        CannotUseInput: there are none, and nobody to ask.
    """
    return line_of_input() if arguments.passphrase_stdin else asked(question)


def new_words(arguments: argparse.Namespace, what: str) -> str:
    """Return words for a key that is made: the next line of the input, or asked for twice.

    Raises:
        CannotUseInput: there are none, or they were not the same twice.
    """
    from vcs_desktop.vault.passphrase import four_words

    if arguments.passphrase_stdin:
        return line_of_input()
    if sys.stdin.isatty():
        sys.stderr.write(f"You could use: {four_words()}\n")
    words = asked(f"Secret words for {what}: ")
    if asked("Once more: ") != words:
        raise CannotUseInput(message="These were not the same words twice. Nothing was made.")
    return words


def _publishers(roots: "Roots") -> list[str]:
    rows = [(each.name, each.key[:_SHOWN_DIGITS]) for each in roots.newest.publishers]
    return [f"These may publish for {roots.newest.name}:", *(f"  {r}" for r in columns(rows))]


def _digits(roots: "Roots") -> str:
    """Say by what people can tell that a library is from here when they are set up with it."""
    return f"The digits to compare, for everybody who is set up with it: {roots.digits}"


def _as_json(roots: "Roots") -> dict[str, Any]:
    newest = roots.newest
    return {
        "line": newest.line,
        "name": newest.name,
        "roots": len(roots.links),
        "digits": roots.digits,
        "root": newest.root,
        "publishers": [{"key": each.key, "name": each.name} for each in newest.publishers],
    }
