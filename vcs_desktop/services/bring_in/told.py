"""What is told of a table that is brought in, before it comes in and after it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from threading import Event

from vcs_desktop.core.errors import AppError, Stopped
from vcs_desktop.core.language import marked
from vcs_desktop.domain.bring_in import RowIn

Tell = Callable[[int, int], None]
"""Told how many are done, of how many."""

TELL_EVERY = 100


class NoColumn(AppError):
    """No column of a table was said to have what no row can do without."""

    message = marked("We do not know yet what is in each column.")
    advice = marked("Say it above the columns.")


class Decision(StrEnum):
    """What is done with a row."""

    ADD = "add"
    MERGE = "merge"
    LEAVE_OUT = "leave_out"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that did not come in: of which row, and why in a sentence."""

    row: int
    why: str


@dataclass(frozen=True, slots=True)
class ImportDone:
    """What came of it.

    ``added`` rows are new, ``merged`` rows went into something that was there, and
    ``unchanged`` rows said nothing new. ``added_ids`` are the new records, in the order of
    the rows.
    """

    added: int
    merged: int
    left_out: tuple[LeftOut, ...] = ()
    unchanged: int = 0
    added_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """A row as it would come in.

    ``title`` and ``line`` name what it says, and ``facts`` are all of it with the words of
    each column. ``problems`` are whole sentences. ``is_usable`` is false where nothing of
    it can come in, and ``adds_nothing`` says that all of it is there already. ``into`` says
    in a sentence what it goes into, or whom it adds; empty where nothing is to be said.
    """

    row: RowIn
    title: str
    line: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()
    is_usable: bool = True
    adds_nothing: bool = False
    into: str = ""

    @property
    def number(self) -> int:
        """The number of the row as a spreadsheet shows it."""
        return self.row.number

    @property
    def advised(self) -> Decision:
        """What happens to the row unless a person decides otherwise."""
        is_in = self.is_usable and not self.adds_nothing
        return Decision.ADD if is_in else Decision.LEAVE_OUT


@dataclass(frozen=True, slots=True)
class Preview:
    """What would come of a table. ``remarks`` are sentences about columns that stay out."""

    rows: tuple[Seen, ...]
    remarks: tuple[str, ...] = ()


def look(stop: Event | None, tell: Tell | None = None, done: int = 0, total: int = 0) -> None:
    """Tell, now and then, how many are done.

    Raises:
        Stopped: somebody asked for that.
    """
    if stop is not None and stop.is_set():
        raise Stopped
    if tell is not None and (done % TELL_EVERY == 0 or done == total):
        tell(done, total)
