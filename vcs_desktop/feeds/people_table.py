"""Reads a table of people: a spreadsheet, a CSV file, or what was copied out of one."""

import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from string import ascii_uppercase
from typing import Any

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.cells import unguarded
from vcs_desktop.domain.people_table import PeopleTable, TableRow, known_headings, table_of
from vcs_desktop.feeds.detect import WE_READ, is_workbook
from vcs_desktop.feeds.mending import mended_text
from vcs_desktop.feeds.tables import LONGEST_CELL, MOST_COLUMNS, csv_cells, text_cells, xlsx_cells

MOST_PEOPLE = 20_000
"""In one file: far more than any group of this app has."""

MOST_PASTED = 5_000_000
_HEADING_WITHIN = 10
"""Rows in which the headings are looked for: a title often stands above them."""


def read_people(path: Path, *, sheet: str = "", has_headings: bool | None = None) -> PeopleTable:
    """Return the table in a CSV file or a spreadsheet.

    ``sheet`` names one of a workbook; empty is the one that looks most like people.
    ``has_headings`` says whether there are headings; None is to find that out.

    Raises:
        CannotUseInput: it is no table, damaged, locked, unsafe, too large or empty.
    """
    if not _is_workbook(path):
        return _table(_rows(csv_cells(path), told=unguarded), has_headings)
    begun = {
        name: _rows(islice(cells, _HEADING_WITHIN)) for name, cells in xlsx_cells(path)
    }  # a sheet that nobody asked for may be of any size
    asked = [name for name, rows in begun.items() if rows and sheet in ("", name)]
    if not asked:
        raise _empty()
    chosen = max(asked, key=lambda name: _most_known(begun[name]))
    rows = [row for _, cells in xlsx_cells(path, chosen) for row in _rows(cells)]
    return replace(_table(rows, has_headings), sheets=tuple(begun), sheet=chosen)


def read_people_text(text: str, *, has_headings: bool | None = None) -> PeopleTable:
    """Return the table in a text, such as was copied out of a spreadsheet.

    Raises:
        CannotUseInput: it is too long or empty, or a quotation mark is missing in it.
    """
    if len(text) > MOST_PASTED:
        raise _too_many()
    cells = text_cells(io.StringIO(text, newline=""))
    return _table(_rows(cells, told=unguarded), has_headings)


def _is_workbook(path: Path) -> bool:
    try:
        return is_workbook(path)
    except CannotUseInput as error:
        if error.advice == tr_marked(WE_READ):
            error.advice = tr("We can read people from spreadsheets: XLSX and CSV files.")
        raise


def _rows(
    cells: Iterable[tuple[int, list[Any]]], *, told: Callable[[str], str] = str
) -> list[TableRow]:
    """Return rows of texts; ``told`` is what the text of a cell means."""
    rows: list[TableRow] = []
    for number, row in cells:
        if len(rows) > MOST_PEOPLE or len(row) > MOST_COLUMNS:
            raise _too_many()
        texts = tuple(told(_text(cell)).strip() for cell in row)
        if any(texts):
            rows.append(TableRow(number, texts))
    return rows


def _text(cell: Any) -> str:
    text = "" if cell is None else str(cell)
    if len(text) > LONGEST_CELL:
        raise _too_many()
    return without_hidden(mended_text(text)).strip()


def _most_known(rows: list[TableRow]) -> int:
    return max(known_headings(row.cells) for row in rows[:_HEADING_WITHIN])


def _heading_at(rows: list[TableRow]) -> int | None:
    """Return which row has the headings, the one with most that we know; None where none has."""
    most = _most_known(rows)
    known = [known_headings(row.cells) for row in rows[:_HEADING_WITHIN]]
    return known.index(most) if most else None


def _table(rows: list[TableRow], has_headings: bool | None) -> PeopleTable:
    if not rows:
        raise _empty()
    at = _heading_at(rows)
    if has_headings is None:
        has_headings = at is not None
    heading = rows[at or 0].cells if has_headings else ()
    below = rows[(at or 0) + 1 :] if has_headings else rows
    width = max(len(heading), *(len(row.cells) for row in below), 0) if below else len(heading)
    full = [TableRow(row.number, _filled(row.cells, width)) for row in below]
    if has_headings:
        return table_of(_filled(heading, width), full)
    named = [tr("Column {letter}", letter=_letter(each)) for each in range(width)]
    return table_of(named, full, has_headings=False)


def _filled(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return cells + ("",) * (width - len(cells))


def _letter(at: int) -> str:
    """Return what a spreadsheet calls a column, by its number from 0."""
    before, last = divmod(at, len(ascii_uppercase))
    return (_letter(before - 1) if before else "") + ascii_uppercase[last]


def _empty() -> CannotUseInput:
    return CannotUseInput(
        "people: empty",
        message=tr("There is nobody in this file."),
        advice=tr("It needs a row for each person, with a name in it."),
    )


def _too_many() -> CannotUseInput:
    return CannotUseInput(
        "people: too large",
        message=tr("This file has more in it than we can take at once."),
        advice=tr("Split it into files of fewer than {number} rows.", number=f"{MOST_PEOPLE:,}"),
    )
