"""A list as a spreadsheet: numbers are numbers, days are days, and every text stays a text."""

import io
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from vcs_desktop.core.language import tr
from vcs_desktop.domain.table_out import Cell, CellKind, TableOut, text_of

_LONGEST_CELL = 32_767
"""Source: Excel specifications and limits: characters that a cell can contain."""

_LONGEST_NAME = 31
"""Source: Excel: the letters that the name of a sheet may have; and none of these marks."""

_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_LEAST_WIDTH, _MOST_WIDTH = 8, 48
_FIRST_DAY = date(1900, 3, 1)
"""Before it a spreadsheet counts days wrongly, or not at all."""

_FORMATS = {
    CellKind.NUMBER: "#,##0",
    CellKind.MONEY: '"£"#,##0.00',
    CellKind.DAY: "d mmm yyyy",
    CellKind.HOURS: "0.00",
}
_MANY_COLUMNS = 5
_A4 = 9
"""Source: ECMA-376, ST_PaperSize: 9 is A4."""
_TO_BREAK = 40


def xlsx_of(table: TableOut) -> bytes:
    """Return a list as a spreadsheet whose first row are the headings.

    A second sheet says what the list is, how it is filtered and as of when.
    """
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(_sheet_name(table.title) or tr("List"))
    last = get_column_letter(max(1, len(table.columns)))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{last}{len(table.rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape" if len(table.columns) > _MANY_COLUMNS else "portrait"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for at, width in enumerate(_widths(table), 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.append([_text(sheet, each.title, is_bold=True) for each in table.columns])
    for row in table.rows:
        sheet.append(_cells(sheet, row, table))
    about = book.create_sheet(tr("About this list"))
    about.column_dimensions["A"].width = 80
    about.append([_text(about, table.title, is_bold=True)])
    for line in table.about:
        about.append([_text(about, line)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cells(sheet: Any, row: tuple[Cell, ...], table: TableOut) -> Iterator[Any]:
    for cell, column in zip(row, table.columns, strict=True):
        if cell is None or cell == "":
            yield None
        elif isinstance(cell, str) or (isinstance(cell, date) and cell < _FIRST_DAY):
            yield _text(sheet, text_of(cell, column.kind))
        else:
            made = WriteOnlyCell(sheet, value=_value(cell, column.kind))
            made.number_format = _FORMATS.get(column.kind, "General")
            yield made


def _value(cell: int | date, kind: CellKind) -> Any:
    if isinstance(cell, date):
        return cell
    if kind == CellKind.MONEY:
        return Decimal(cell) / 100
    return cell / 60 if kind == CellKind.HOURS else cell


def _text(sheet: Any, text: str, *, is_bold: bool = False) -> Any:
    """Return a cell that is a text whatever it begins with."""
    made = WriteOnlyCell(sheet, value=_for_xml(text))
    made.data_type = "s"
    made.quotePrefix = True
    if is_bold:
        made.font = Font(bold=True)
    if len(text) > _TO_BREAK or "\n" in text:
        made.alignment = Alignment(wrap_text=True, vertical="top")
    return made


def _for_xml(text: str) -> str:
    """Return text without what no spreadsheet file can hold, and no longer than a cell takes."""
    kept = "".join(mark for mark in text if mark >= " " or mark in "\n\t")
    whole = kept.encode("utf-8", "ignore").decode().replace("\ufffe", "").replace("\uffff", "")
    return whole[:_LONGEST_CELL]


def _sheet_name(title: str) -> str:
    return _NOT_IN_A_NAME.sub(" ", _for_xml(title))[:_LONGEST_NAME].strip()


def _widths(table: TableOut) -> Iterator[int]:
    """Yield how wide each column is, in letters."""
    for at, column in enumerate(table.columns):
        lines = (
            line for row in table.rows for line in text_of(row[at], column.kind).split("\n", 3)
        )
        longest = max((len(line) for line in lines), default=0)
        yield max(_LEAST_WIDTH, min(_MOST_WIDTH, max(longest, len(column.title)) + 3))
