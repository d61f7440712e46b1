"""Reads a table of anything: a spreadsheet, a CSV file, or what was copied out of one."""

import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from string import ascii_uppercase
from threading import Event
from typing import Any

from vcs_desktop.core.errors import CannotUseInput, Stopped
from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.cells import unguarded
from vcs_desktop.domain.read_table import ReadTable, TableRow, TableSort, What
from vcs_desktop.feeds.detect import WE_READ, is_workbook
from vcs_desktop.feeds.mending import mended_text
from vcs_desktop.feeds.tables import LONGEST_CELL, MOST_COLUMNS, csv_cells, text_cells, xlsx_cells

MOST_ROWS = 20_000
"""In one file: far more than any group of this app has of anything."""

MOST_PASTED = 5_000_000
_HEADING_WITHIN = 10
"""Rows in which the headings are looked for: a title often stands above them."""


def read_table(
    path: Path,
    sort: TableSort[What],
    *,
    sheet: str = "",
    has_headings: bool | None = None,
    most: int = MOST_ROWS,
    stop: Event | None = None,
) -> ReadTable[What]:
    """Return the table in a CSV file or a spreadsheet.

    ``sheet`` names one of a workbook; empty is the one that looks most like what it is of.
    ``has_headings`` says whether there are headings; None is to find that out.

    Raises:
        CannotUseInput: it is no table, damaged, locked, unsafe, too large or empty.
        Stopped: ``stop`` was set.
    """
    if not _is_workbook(path, sort):
        rows = _rows(csv_cells(path), most, told=unguarded, stop=stop)
        return _table(rows, sort, has_headings)
    begun = {
        name: _rows(islice(cells, _HEADING_WITHIN), most) for name, cells in xlsx_cells(path)
    }  # a sheet that nobody asked for may be of any size
    asked = [name for name, rows in begun.items() if rows and sheet in ("", name)]
    if not asked:
        raise _empty(sort)
    chosen = max(asked, key=lambda name: _most_known(begun[name], sort))
    rows = [row for _, cells in xlsx_cells(path, chosen) for row in _rows(cells, most, stop=stop)]
    return replace(_table(rows, sort, has_headings), sheets=tuple(begun), sheet=chosen)


def read_table_text(
    text: str, sort: TableSort[What], *, has_headings: bool | None = None, most: int = MOST_ROWS
) -> ReadTable[What]:
    """Return the table in a text, such as was copied out of a spreadsheet.

    Raises:
        CannotUseInput: it is too long or empty, or a quotation mark is missing in it.
    """
    if len(text) > MOST_PASTED:
        raise _too_many(most)
    cells = text_cells(io.StringIO(text, newline=""))
    return _table(_rows(cells, most, told=unguarded), sort, has_headings)


def _is_workbook(path: Path, sort: TableSort[What]) -> bool:
    try:
        return is_workbook(path)
    except CannotUseInput as error:
        if error.advice == tr_marked(WE_READ):
            error.advice = tr_marked(sort.we_read)
        raise


def _rows(
    cells: Iterable[tuple[int, list[Any]]],
    most: int,
    *,
    told: Callable[[str], str] = str,
    stop: Event | None = None,
) -> list[TableRow]:
    """Return rows of texts; ``told`` is what the text of a cell means."""
    rows: list[TableRow] = []
    for number, row in cells:
        if stop is not None and stop.is_set():
            raise Stopped
        if len(rows) > most or len(row) > MOST_COLUMNS:
            raise _too_many(most)
        texts = tuple(told(_text(cell, most)).strip() for cell in row)
        if any(texts):
            rows.append(TableRow(number, texts))
    return rows


def _text(cell: Any, most: int) -> str:
    text = "" if cell is None else str(cell)
    if len(text) > LONGEST_CELL:
        raise _too_many(most)
    return without_hidden(mended_text(text)).strip()


def _most_known(rows: list[TableRow], sort: TableSort[What]) -> int:
    return max(sort.known_headings(row.cells) for row in rows[:_HEADING_WITHIN])


def _heading_at(rows: list[TableRow], sort: TableSort[What]) -> int | None:
    """Return which row has the headings, the one with most that we know; None where none has."""
    most = _most_known(rows, sort)
    known = [sort.known_headings(row.cells) for row in rows[:_HEADING_WITHIN]]
    return known.index(most) if most else None


def _table(
    rows: list[TableRow], sort: TableSort[What], has_headings: bool | None
) -> ReadTable[What]:
    if not rows:
        raise _empty(sort)
    at = _heading_at(rows, sort)
    if has_headings is None:
        has_headings = at is not None
    heading = rows[at or 0].cells if has_headings else ()
    below = rows[(at or 0) + 1 :] if has_headings else rows
    width = max(len(heading), *(len(row.cells) for row in below), 0) if below else len(heading)
    full = [TableRow(row.number, _filled(row.cells, width)) for row in below]
    if has_headings:
        return sort.table_of(_filled(heading, width), full, True)
    named = [tr("Column {letter}", letter=_letter(each)) for each in range(width)]
    return sort.table_of(named, full, False)


def _filled(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return cells + ("",) * (width - len(cells))


def _letter(at: int) -> str:
    """Return what a spreadsheet calls a column, by its number from 0."""
    before, last = divmod(at, len(ascii_uppercase))
    return (_letter(before - 1) if before else "") + ascii_uppercase[last]


def _empty(sort: TableSort[What]) -> CannotUseInput:
    return CannotUseInput(
        "table: empty",
        message=tr_marked(sort.nothing),
        advice=tr_marked(sort.nothing_advice),
    )


def _too_many(most: int) -> CannotUseInput:
    return CannotUseInput(
        "table: too large",
        message=tr("This file has more in it than we can take at once."),
        advice=tr("Split it into files of fewer than {number} rows.", number=f"{most:,}"),
    )
