"""Words of the command line that make no sense: told to a person, or to a program as JSON."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from typing import NoReturn

from vcs_desktop.app.cli_answer import CANNOT_USE, Answer, print_answer

_FULL_STOP = "."
_FEWEST_LETTERS = len("--j")


class WrongWords(Exception):
    """The words make no sense to ``asked``, the command that they came to."""

    def __init__(self, asked: "Parser", why: str) -> None:
        super().__init__(why)
        self.asked, self.why = asked, why

    def answer(self) -> Answer:
        """Return what is wrong as every error is told, and how the command is written."""
        why = self.why[:1].upper() + self.why[1:]
        usage = " ".join(self.asked.format_usage().removeprefix("usage:").split())
        told = {
            "message": why if why.endswith(_FULL_STOP) else why + _FULL_STOP,
            "advice": f"Write it like: {usage}",
        }
        return Answer({"error": told}, why, CANNOT_USE)


class Parser(argparse.ArgumentParser):
    """Understands the words of a command. What makes no sense is told by ``understood``."""

    def error(self, message: str) -> NoReturn:
        """Raise that the words make no sense."""
        raise WrongWords(self, message)

    def understood(self, words: Sequence[str] | None = None) -> argparse.Namespace:
        """Return what the words say; None are those that the program was started with.

        Raises:
            SystemExit: they make no sense, and that was told; or help was asked for.
        """
        said = sys.argv[1:] if words is None else list(words)
        try:
            return self.parse_args(said)
        except WrongWords as wrong:
            if not _wants_json(said):
                argparse.ArgumentParser.error(wrong.asked, wrong.why)
            print_answer(wrong.answer(), as_json=True)
            raise SystemExit(CANNOT_USE) from None


def day(text: str) -> date:
    """Return the day that a word says, for ``type`` of an argument."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a day. Write it like 2026-11-22."
        ) from error


def _wants_json(words: Sequence[str]) -> bool:
    """Say whether an answer as JSON is asked for; the word for it may be cut short."""
    return any(len(each) >= _FEWEST_LETTERS and "--json".startswith(each) for each in words)
