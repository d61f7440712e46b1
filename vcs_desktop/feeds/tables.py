"""Rows out of CSV files and spreadsheets, whatever wrote them."""

import codecs
import csv
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, TextIO

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.feeds.archives import checked_names
from vcs_desktop.feeds.mending import mended_text

MOST_ROWS = 200_000
MOST_COLUMNS = 1_000
MOST_FORMULAS = 500_000
MOST_CSV_BYTES = 200_000_000
LONGEST_CELL = 200_000
_SEPARATORS = ",;\t|"
_SAMPLE = 65_536

Row = tuple[int, dict[str, Any]]
"""The row's number as a spreadsheet shows it, and its cells by heading; empty ones left out."""

Cells = Iterator[tuple[int, list[Any]]]


def csv_headings(path: Path) -> list[str]:
    """Return the headings of a CSV file.

    Raises:
        CannotUseInput: it is no text we can read.
    """
    return _headings(next(csv_cells(path), (0, []))[1])


def csv_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a CSV file: UTF-8 (marked or not), UTF-16 or Windows-1252.

    Raises:
        CannotUseInput: it is no text we can read, or too large.
    """
    yield from _named(csv_cells(path))


def xlsx_sheets(path: Path) -> list[tuple[str, list[str]]]:
    """Return the name and headings of each sheet.

    Raises:
        CannotUseInput: it is no spreadsheet, damaged, locked or unsafe.
    """
    return [(name, _headings(next(cells, (0, []))[1])) for name, cells in xlsx_cells(path)]


def xlsx_rows(path: Path, sheet: str) -> Iterator[Row]:
    """Yield the rows of one sheet.

    Raises:
        CannotUseInput: the sheet is damaged, or too large.
    """
    for _, cells in xlsx_cells(path, sheet):
        yield from _named(cells)


def csv_cells(path: Path) -> Cells:
    """Yield the cells of each row of a CSV file that says anything, with the row's number.

    Raises:
        CannotUseInput: it is no text we can read, or too large.
    """
    if path.stat().st_size > MOST_CSV_BYTES:
        raise _too_large("CSV bytes")
    with path.open(encoding=_encoding_of(path), newline="") as file:
        yield from text_cells(file)


def text_cells(file: TextIO) -> Cells:
    """Yield the cells of each row of a text, whichever of our separators it uses.

    Raises:
        CannotUseInput: a quotation mark is missing in it.
    """
    separator = _separator(file.read(_SAMPLE))
    file.seek(0)
    reader = csv.reader(file, delimiter=separator, strict=True)
    try:
        for number, cells in enumerate(reader, 1):
            if any(cell.strip() for cell in cells):
                yield number, list(cells)
    except csv.Error as error:
        raise CannotUseInput(
            f"CSV line {reader.line_num}: {error}",
            message=tr(
                "This CSV file cannot be read at line {number}. Nothing was changed.",
                number=reader.line_num,
            ),
            advice=tr("A quotation mark may be missing there. Put it right, or save it as XLSX."),
        ) from error


def whole_text(path: Path) -> str:
    """Return the text of a small file, in whichever encoding spreadsheets and editors write.

    Raises:
        CannotUseInput: it is in none of them.
    """
    return path.read_text(_encoding_of(path))


def _encoding_of(path: Path) -> str:
    """Return the first encoding that fits the whole file.

    Raises:
        CannotUseInput: none does.
    """
    with path.open("rb") as file:
        start = file.read(_SAMPLE)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif b"\x00" in start:
        encodings = ["utf-16-be" if start[:1] == b"\x00" else "utf-16-le"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        if _fits(path, encoding):
            return encoding
    raise CannotUseInput(
        "no encoding fits",
        message=tr("The letters in this file are saved in a way we cannot read."),
        advice=tr("Save it again as “CSV UTF-8” or as XLSX."),
    )


def _fits(path: Path, encoding: str) -> bool:
    try:
        with path.open(encoding=encoding, newline="") as file:
            while file.read(_SAMPLE):
                pass
    except UnicodeError:
        return False
    return True


def _separator(text: str) -> str:
    """Return what separates the cells: the most frequent in the heading, quotes left out."""
    heading = "".join(text.lstrip("\r\n").split('"')[::2]).splitlines()
    first = heading[0] if heading else ""
    return max(_SEPARATORS, key=first.count)


@contextmanager
def _damage_in_words() -> Iterator[None]:
    """Whatever a hostile or half-written workbook makes its reader raise: it is a bad file."""
    try:
        yield
    except CannotUseInput:
        raise
    except Exception as error:
        raise CannotUseInput(
            f"XLSX: {type(error).__name__}",
            message=tr("This spreadsheet is damaged. Nothing was changed."),
            advice=tr("Open it, save it as a new file, and load the new one."),
        ) from error


def xlsx_cells(path: Path, only: str | None = None) -> Iterator[tuple[str, Cells]]:
    """Yield each sheet's name and the cells of each row that says anything; ``only`` is one sheet.

    Raises:
        CannotUseInput: it is no spreadsheet, damaged, locked or unsafe.
    """
    checked_names(path)
    import openpyxl

    # The reader is given the open file, since it judges a path by its ending.
    with path.open("rb") as file:
        with _damage_in_words(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            if only is None or sheet.title == only:
                yield sheet.title, _sheet_cells(sheet)


def unanswered_formulas(path: Path) -> dict[str, set[tuple[int, int]]]:
    """Return, by sheet, the rows and columns of formulas whose answers the file does not have.

    What was never opened in a spreadsheet program has none; an answer that is empty is one.

    Raises:
        CannotUseInput: it is no spreadsheet, damaged, locked or unsafe.
    """
    asked = _cells_where(path, False, lambda _, cell: cell.data_type == "f")
    if not any(asked.values()):
        return {}
    return _cells_where(
        path,
        True,
        lambda sheet, cell: (
            cell.value is None
            and cell.data_type == "n"
            and (cell.row, cell.column) in asked.get(sheet, ())
        ),
    )


def _cells_where(
    path: Path, with_answers: bool, is_meant: Callable[[str, Any], bool]
) -> dict[str, set[tuple[int, int]]]:
    checked_names(path)
    import openpyxl

    found: dict[str, set[tuple[int, int]]] = {}
    with path.open("rb") as file, _damage_in_words(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(
            file, read_only=True, data_only=with_answers, keep_links=False
        )
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            cells = found.setdefault(sheet.title, set())
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                if hasattr(cell, "row") and is_meant(sheet.title, cell):
                    cells.add((cell.row or 0, cell.column or 0))
                    if len(cells) > MOST_FORMULAS:
                        raise _too_large("formulas")
    return found


def _sheet_cells(sheet: Any) -> Cells:
    with _damage_in_words():
        sheet.reset_dimensions()
        for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            if any(cell is not None for cell in cells):
                yield number, [_plain(cell) for cell in cells]


def _plain(cell: Any) -> Any:
    """Return a cell as JSON can hold it: a day or a moment as ISO text."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if not (cell.hour or cell.minute) else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if cell is None or isinstance(cell, str | int | float):
        return cell
    return str(cell)


def _headings(cells: list[Any]) -> list[str]:
    if len(cells) > MOST_COLUMNS:
        raise _too_large("columns")
    return ["" if cell is None else mended_text(str(cell)).strip() for cell in cells]


def _named(cells: Cells) -> Iterator[Row]:
    headings = _headings(next(cells, (0, []))[1])
    for count, (number, row) in enumerate(cells, 1):
        if count > MOST_ROWS:
            raise _too_large("rows")
        named = {
            heading: cell.strip() if isinstance(cell, str) else cell
            for heading, cell in zip(headings, row, strict=False)
            if heading and cell is not None and cell != ""
        }
        if any(isinstance(cell, str) and len(cell) > LONGEST_CELL for cell in named.values()):
            raise _too_large("a cell")
        yield number, named


def _too_large(detail: str) -> CannotUseInput:
    return CannotUseInput(
        f"table: {detail}",
        message=tr("This file has more in it than we can take at once."),
        advice=tr("Split it into files of fewer than {number} rows.", number=f"{MOST_ROWS:,}"),
    )
