"""A list as a spreadsheet: numbers are numbers, days are days, and every text stays a text."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from vcs_desktop.core.language import tr
from vcs_desktop.documents.spreadsheet_text import for_xml, text_cell
from vcs_desktop.documents.workbook_bytes import MemoryBook
from vcs_desktop.domain.table_out import Cell, CellKind, TableOut, text_of

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


def xlsx_of(table: TableOut) -> bytes:
    """Return a list as a spreadsheet whose first row are the headings.

    A second sheet says what the list is, how it is filtered and as of when.
    """
    book = MemoryBook()
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
    sheet.append([text_cell(sheet, each.title, is_bold=True) for each in table.columns])
    for row in table.rows:
        sheet.append(_cells(sheet, row, table))
    about = book.create_sheet(tr("About this list"))
    about.column_dimensions["A"].width = 80
    about.append([text_cell(about, table.title, is_bold=True)])
    for line in table.about:
        about.append([text_cell(about, line)])
    return book.content()


def _cells(sheet: Any, row: tuple[Cell, ...], table: TableOut) -> Iterator[Any]:
    for cell, column in zip(row, table.columns, strict=True):
        if cell is None or cell == "":
            yield None
        elif isinstance(cell, str) or (isinstance(cell, date) and cell < _FIRST_DAY):
            yield text_cell(sheet, text_of(cell, column.kind))
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


def _sheet_name(title: str) -> str:
    return _NOT_IN_A_NAME.sub(" ", for_xml(title))[:_LONGEST_NAME].strip()


def _widths(table: TableOut) -> Iterator[int]:
    """Yield how wide each column is, in letters."""
    for at, column in enumerate(table.columns):
        lines = (
            line for row in table.rows for line in text_of(row[at], column.kind).split("\n", 3)
        )
        longest = max((len(line) for line in lines), default=0)
        yield max(_LEAST_WIDTH, min(_MOST_WIDTH, max(longest, len(column.title)) + 3))
