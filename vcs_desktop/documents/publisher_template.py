"""Writes the empty workbook that people of a council fill in with what they publish.

One sheet a kind, with lists to choose from, days and money in their formats, and a row that
shows how. Read back as it is, it holds nothing and nothing is wrong.
"""

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable, not_written
from vcs_desktop.core.files import surely, write_whole
from vcs_desktop.core.language import Marked, tr, tr_marked
from vcs_desktop.documents.spreadsheet_text import for_xml
from vcs_desktop.domain.publisher_workbook import (
    EXAMPLE_NAME,
    SHEETS,
    Column,
    Holds,
    Sheet,
)

if TYPE_CHECKING:
    from datetime import date, datetime

ENDING = ".xlsx"
_ROWS = 2_000
"""So many rows have lists to choose from; more can be filled in all the same."""

_LONGEST_CHOICES = 255
"""Source: Excel: the letters that a list to choose from may have when it is written out."""

_FORMATS = {
    Holds.POUNDS: '"£"#,##0.00',
    Holds.DAY: "d mmmm yyyy",
    Holds.MOMENT: "d mmmm yyyy h:mm",
}
_WIDTHS = {Holds.WORDS: 30, Holds.LINK: 34, Holds.NEWS: 44, Holds.QUESTIONS: 40}
_WIDTH, _LONG = 18, 60


def write_publisher_template(path: Path) -> None:
    """Write the empty workbook.

    Raises:
        CannotUseInput: the ending is not .xlsx; or there is a file already, in which somebody
            may have written.
        DiskFull: there is no room.
        FolderNotWritable: the file cannot be written there.
    """
    if path.suffix.lower() != ENDING:
        raise CannotUseInput(
            f"ending {path.suffix!r}",
            message=tr("The workbook is a spreadsheet, so its name should end in .xlsx."),
            advice=tr("Let its name end in .xlsx."),
        )
    if surely(path.exists):
        raise CannotUseInput(
            "template: there is a file",
            message=tr(
                "There is a file called {name} already. It was left as it is.", name=path.name
            ),
            advice=tr("Choose another name, or move that file away first."),
        )
    try:
        write_whole(path, publisher_template())
    except OSError as error:
        raise not_written(
            error,
            FolderNotWritable(
                f"template: {error.strerror}", message=tr("We cannot save the workbook there.")
            ),
        ) from error


def publisher_template() -> bytes:
    """Return the empty workbook as a file."""
    from openpyxl import Workbook

    book = Workbook()
    how = book.worksheets[0]
    how.title = tr("How to")
    _explain(how)
    for sheet in SHEETS:
        _fill(book.create_sheet(tr_marked(sheet.name)), sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _explain(page: Any) -> None:
    from openpyxl.styles import Alignment, Font

    page.column_dimensions["A"].width = 30
    page.column_dimensions["B"].width = 90
    page.append([tr("What to do with this workbook")])
    page["A1"].font = Font(bold=True, size=14)
    for line in _steps():
        page.append([None, line])
    for sheet in SHEETS:
        page.append([])
        page.append([tr_marked(sheet.name)])
        page.cell(page.max_row, 1).font = Font(bold=True, size=12)
        for column in sheet.columns:
            page.append([tr_marked(column.heading), _said_of(column)])
            page.cell(page.max_row, 1).font = Font(bold=column.is_needed)
    for row in page.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _steps() -> list[str]:
    return [
        tr("Each sheet holds one kind of thing. Fill in the sheets you need and leave the rest."),
        tr("One row is one grant, one event, one part of a plan or one figure."),
        tr("Each sheet has an example in its second row. It is never published."),
        tr("Write days like 31 January 2027 and money like £2,500."),
        tr("Where there are several things in a cell, put ; between them."),
        tr("Leave a cell empty when you do not know. A row without its needed cells is left out."),
        tr("Keep the names of the sheets and the headings. Their order does not matter."),
        tr(
            "To change a thing later, change its row and publish again. To take it back, delete it."
        ),
    ]


def _said_of(column: Column) -> str:
    said = tr_marked(column.says)
    if not column.choices:
        return said
    words = "; ".join(tr_marked(each.words) for each in column.choices)
    return tr("{what} You can choose: {words}.", what=said, words=words)


def _fill(page: Any, sheet: Sheet) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font

    for place, column in enumerate(sheet.columns, 1):
        head = page.cell(1, place, tr_marked(column.heading))
        head.font = Font(bold=True, underline="single" if column.is_needed else None)
        head.alignment = Alignment(wrap_text=True, vertical="top")
        head.comment = Comment(for_xml(_said_of(column)), "VCS Desktop", width=320, height=140)
        letter = head.column_letter
        page.column_dimensions[letter].width = _width(column)
        _example(page.cell(2, place), column, sheet)
        for each in (page.cell(2, place), page.column_dimensions[letter]):
            each.number_format = _FORMATS.get(column.holds, "General")
        _choose(page, column, f"{letter}2:{letter}{_ROWS}")
    page.freeze_panes = page.cell(2, 3).coordinate
    page.row_dimensions[1].height = 32


def _width(column: Column) -> int:
    return max(_WIDTHS.get(column.holds, _WIDTH), min(len(tr_marked(column.heading)) + 2, _LONG))


def _example(cell: Any, column: Column, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font

    shown: int | float | date | datetime | str | None = column.example
    if isinstance(shown, str):
        shown = tr_marked(Marked(shown))
    if column is sheet.title:
        shown = tr_marked(EXAMPLE_NAME, name=shown)
    cell.value = shown
    cell.font = Font(italic=True)
    cell.alignment = Alignment(wrap_text=isinstance(shown, str), vertical="top")


def _choose(page: Any, column: Column, cells: str) -> None:
    """Let a cell be chosen from a list, where one may be and is short enough for a spreadsheet."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if column.holds is Holds.YES_NO:
        words = [tr("yes"), tr("no")]
    elif column.holds is Holds.CHOICE:
        words = [tr_marked(each.words) for each in column.choices]
    else:
        return
    listed = ",".join(words)
    if len(listed) > _LONGEST_CHOICES or any("," in each or '"' in each for each in words):
        return
    rule = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
    rule.errorTitle = tr_marked(column.heading)
    rule.error = tr("Choose one from the list, or leave it empty.")
    rule.showErrorMessage = True
    page.add_data_validation(rule)
    rule.add(cells)
