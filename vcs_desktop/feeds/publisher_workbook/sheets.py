"""Finds the sheets of the workbook in a spreadsheet, and the headings and rows on them."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.publisher_workbook import SHEETS, Column, Sheet
from vcs_desktop.feeds.publisher_workbook.cells import plain
from vcs_desktop.feeds.result import Refusal
from vcs_desktop.feeds.tables import MOST_COLUMNS, unanswered_formulas, xlsx_cells

MOST_ROWS = 20_000
"""On one sheet: far more than a council has of anything."""

_HEADING_WITHIN = 10
"""Rows in which the headings are looked for: a title often stands above them."""

_LONGEST_QUOTE = 60
_ALIKE = 0.75


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row that says anything: its cells by column, and headings whose answers are missing."""

    number: int
    cells: dict[Column, Any]
    unanswered: tuple[Column, ...] = ()


@dataclass(slots=True)
class FilledSheet:
    """A sheet that is one of ours. ``name`` is what the file calls it."""

    sheet: Sheet
    name: str
    rows: list[FilledRow] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)


def is_our_workbook(path: Path) -> bool:
    """Say whether a spreadsheet has a sheet of ours with all its needed headings.

    Raises:
        CannotUseInput: it is no spreadsheet, damaged, locked or unsafe.
    """
    return any(
        _has_needed(ours, cells)
        for name, rows in xlsx_cells(path)
        if (ours := sheet_called(name))
        for _, cells in islice(rows, _HEADING_WITHIN)
    )


def sheet_called(name: str) -> Sheet | None:
    """Return which of our sheets a name means, None if none."""
    said = plain(name)
    for sheet in SHEETS:
        if said in {plain(sheet.name), plain(tr_marked(sheet.name)), plain(sheet.other_name)}:
            return sheet
    return None


def filled_sheets(path: Path) -> Iterator[FilledSheet]:
    """Yield what stands on each of our sheets; other sheets are notes of whoever wrote it.

    Raises:
        CannotUseInput: it is damaged, locked, unsafe or too large.
    """
    missing = unanswered_formulas(path)
    for name, rows in xlsx_cells(path):
        sheet = sheet_called(name)
        if sheet is not None:
            yield _filled(sheet, name, rows, missing.get(name, set()))
        elif (alike := _meant(rows)) is not None:
            refused = Refusal(
                _short(name),
                tr(
                    "This sheet was not read. If it holds what you want to publish, call it "
                    "“{name}”.",
                    name=tr_marked(alike.name),
                ),
            )
            yield FilledSheet(alike, name, refused=[refused])


def place(name: str, number: int) -> str:
    """Return where a row stands, in words."""
    return tr("{sheet}, row {number}", sheet=_short(name), number=number)


def _short(name: str) -> str:
    return name[:_LONGEST_QUOTE]


def _meant(rows: Iterator[tuple[int, list[Any]]]) -> Sheet | None:
    """Return the sheet that a sheet of some other name seems to be."""
    for _, cells in islice(rows, _HEADING_WITHIN):
        for sheet in SHEETS:
            if _has_needed(sheet, cells):
                return sheet
    return None


def _has_needed(sheet: Sheet, cells: list[Any]) -> bool:
    said = {plain(str(cell)) for cell in cells[:MOST_COLUMNS] if cell is not None}
    return all(said & _names(each) for each in sheet.columns if each.is_needed)


def _names(column: Column) -> set[str]:
    return {plain(column.heading), plain(tr_marked(column.heading))}


def _filled(
    sheet: Sheet,
    name: str,
    rows: Iterator[tuple[int, list[Any]]],
    missing: set[tuple[int, int]],
) -> FilledSheet:
    found = FilledSheet(sheet, name)
    all_rows = _all_rows(rows, missing)
    above = all_rows[:_HEADING_WITHIN]
    at = max(range(len(above)), key=lambda place: _known(sheet, above[place][1]), default=None)
    if at is None:
        return found
    number, headings = above[at]
    columns = _columns(found, headings, number)
    gone = [each for each in sheet.columns if each.is_needed and each not in columns.values()]
    if gone:
        found.refused = [Refusal(_short(name), _no_heading(each)) for each in gone]
        return found
    extra = _extra(found, headings, columns, all_rows[at + 1 :])
    if extra:
        found.refused.append(Refusal(place(name, number), extra))
    for row_number, cells in all_rows[at + 1 :]:
        said = {
            column: cells[position]
            for position, column in columns.items()
            if position < len(cells) and not _is_blank(cells[position])
        }
        unanswered = tuple(
            column for position, column in columns.items() if (row_number, position + 1) in missing
        )
        if said or unanswered:
            found.rows.append(FilledRow(row_number, said, unanswered))
    return found


def _all_rows(
    rows: Iterator[tuple[int, list[Any]]], missing: set[tuple[int, int]]
) -> list[tuple[int, list[Any]]]:
    found: dict[int, list[Any]] = {}
    for number, cells in rows:
        if len(found) > MOST_ROWS or (len(cells) > MOST_COLUMNS and any(cells[MOST_COLUMNS:])):
            raise _too_many()
        found[number] = cells[:MOST_COLUMNS]
    for number, _ in missing:
        found.setdefault(number, [])
    if len(found) > MOST_ROWS + 1:
        raise _too_many()
    return sorted(found.items())


def _known(sheet: Sheet, cells: list[Any]) -> int:
    said = {plain(str(cell)) for cell in cells if cell is not None}
    return sum(bool(said & _names(each)) for each in sheet.columns)


def _columns(found: FilledSheet, headings: list[Any], number: int) -> dict[int, Column]:
    """Return which column of ours stands where; one that is there twice is read once."""
    columns: dict[int, Column] = {}
    for position, heading in enumerate(headings):
        said = "" if heading is None else plain(str(heading))
        column = next((each for each in found.sheet.columns if said in _names(each)), None)
        if not said or column is None:
            continue
        if column in columns.values():
            words = tr(
                "The heading “{heading}” is there twice. Only the first was read.",
                heading=tr_marked(column.heading),
            )
            found.refused.append(Refusal(place(found.name, number), words))
            continue
        columns[position] = column
    return columns


def _extra(
    found: FilledSheet,
    headings: list[Any],
    columns: dict[int, Column],
    rows: list[tuple[int, list[Any]]],
) -> str:
    """Return in words which headings are none of ours, though something stands under them."""
    known = set.union(*map(_names, found.sheet.columns))
    filled = {
        position
        for _, cells in rows
        for position, cell in enumerate(cells)
        if position not in columns and not _is_blank(cell)
    }
    said = []
    for position in sorted(filled):
        heading = headings[position] if position < len(headings) else None
        if heading is None or plain(str(heading)) in known:
            continue  # without a heading it is a note beside the table
        said.append(_unknown(found.sheet, str(heading)[:_LONGEST_QUOTE]))
    return " ".join(said)


def _unknown(sheet: Sheet, heading: str) -> str:
    ours = {plain(each.heading): tr_marked(each.heading) for each in sheet.columns}
    near = difflib.get_close_matches(plain(heading), ours, 1, _ALIKE)
    if near:
        return tr(
            "There is no heading “{heading}”, so nothing under it was read. Did you mean “{near}”?",
            heading=heading,
            near=ours[near[0]],
        )
    return tr(
        "There is no heading “{heading}”, so nothing under it was read. The template has all of "
        "them.",
        heading=heading,
    )


def _no_heading(column: Column) -> str:
    return tr(
        "The heading “{heading}” is missing, so nothing on this sheet was read. Write it above "
        "its column.",
        heading=tr_marked(column.heading),
    )


def _is_blank(cell: Any) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _too_many() -> CannotUseInput:
    return CannotUseInput(
        "workbook: too large",
        message=tr("This file has more in it than we can take at once."),
        advice=tr("Split it into files of fewer than {number} rows.", number=f"{MOST_ROWS:,}"),
    )
