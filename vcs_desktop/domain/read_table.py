"""A table from outside as it was read, whatever it is of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from vcs_desktop.core.language import Marked

What = TypeVar("What", bound=str)
"""What a column can be."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its number as a spreadsheet shows it, and a text for every column."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadTable(Generic[What]):
    """A table as it was read, with what its columns seem to be.

    ``headings`` are as written, or "Column A" where the file has none. ``matching`` says of
    each column what it is. ``remarks`` are sentences about columns that stay out.
    ``refused`` are the columns that must stay out, whatever a person says. ``sheets`` are
    the names of all sheets of a workbook, and ``sheet`` is the one that was read.
    """

    headings: tuple[str, ...]
    rows: tuple[TableRow, ...]
    matching: tuple[What, ...]
    has_headings: bool = True
    remarks: tuple[str, ...] = ()
    refused: frozenset[int] = frozenset()
    sheets: tuple[str, ...] = ()
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class TableSort(Generic[What]):
    """What a table is of: how its columns are told, and what is said when there is nothing.

    ``known_headings`` returns how many headings that we know a row has, 0 where it is no
    row of headings. ``table_of`` takes headings, rows, and whether the headings are real.
    """

    known_headings: Callable[[Sequence[str]], int]
    table_of: Callable[[Sequence[str], Sequence[TableRow], bool], ReadTable[What]]
    nothing: Marked
    nothing_advice: Marked
    we_read: Marked
