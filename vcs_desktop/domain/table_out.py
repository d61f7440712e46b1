"""A list as a table that leaves the app: what it is called, its columns, and typed rows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vcs_desktop.core.language import tr
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.money import in_pounds

Cell = str | int | date | None
"""What a row holds; None is nothing."""

_MINUTES = 60


class CellKind(StrEnum):
    """What the cells of a column are.

    NUMBER is an int; MONEY an int in pence; HOURS an int in minutes; DAY a date; TEXT a text
    with line ends or without; DIGITS a text that looks like a number and is none, such as a
    telephone number.
    """

    TEXT = "text"
    DIGITS = "digits"
    NUMBER = "number"
    MONEY = "money"
    DAY = "day"
    HOURS = "hours"


COUNTED = frozenset({CellKind.NUMBER, CellKind.MONEY, CellKind.HOURS})
"""What stands at the right of its column, figure under figure."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, and what stands in it."""

    title: str
    kind: CellKind = CellKind.TEXT


@dataclass(frozen=True, slots=True)
class TableOut:
    """A list as it is shown.

    ``title`` names it ("People"). ``about`` are sentences that say how it is filtered, and as
    of when. Each row has a cell for every column. ``totals`` is one more row, or empty: it
    stands at the end on paper, and nowhere else, for a spreadsheet would count it as a row.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    about: tuple[str, ...] = ()
    totals: tuple[Cell, ...] = ()


def text_of(cell: Cell, kind: CellKind) -> str:
    """Return a cell as a person reads it: £12.71, 4 December 2026, 2 h 30."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return shortly(cell)
    if isinstance(cell, str):
        return cell
    if kind == CellKind.MONEY:
        return in_pounds(cell)
    return hours_in_words(cell) if kind == CellKind.HOURS else f"{cell:,}"


def hours_in_words(minutes: int) -> str:
    """Return "2 h", "2 h 30" or "45 min"."""
    hours, rest = divmod(minutes, _MINUTES)
    if not hours:
        return tr("{minutes} min", minutes=rest)
    if not rest:
        return tr("{hours} h", hours=f"{hours:,}")
    return tr("{hours} h {minutes}", hours=f"{hours:,}", minutes=f"{rest:02}")
