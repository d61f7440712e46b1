"""Texts in the cells of a spreadsheet: each stays a text whatever it begins with."""

from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

_LONGEST_CELL = 32_767
"""Source: Excel specifications and limits: characters that a cell can contain."""

_TO_BREAK = 40


def text_cell(sheet: Any, text: str, *, is_bold: bool = False) -> Any:
    """Return a cell that is a text, and is never worked out."""
    made = WriteOnlyCell(sheet, value=for_xml(text))
    made.data_type = "s"
    made.quotePrefix = True
    if is_bold:
        made.font = Font(bold=True)
    if len(text) > _TO_BREAK or "\n" in text:
        made.alignment = Alignment(wrap_text=True, vertical="top")
    return made


def for_xml(text: str) -> str:
    """Return text without what no spreadsheet file can hold, and no longer than a cell takes."""
    kept = "".join(mark for mark in text if mark >= " " or mark in "\n\t")
    whole = kept.encode("utf-8", "ignore").decode().replace("\ufffe", "").replace("\uffff", "")
    return whole[:_LONGEST_CELL]
