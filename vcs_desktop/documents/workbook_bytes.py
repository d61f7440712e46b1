"""A workbook that is written in memory: nothing of a group lies in a temporary file meanwhile.

openpyxl writes each sheet to a plain file among those of the whole computer, and packs it
then. A program that is ended in between leaves that file there.
"""

import io
import zipfile
from typing import Any

import openpyxl
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


class MemoryBook(openpyxl.Workbook):
    """A workbook whose rows are appended one after another; ``content`` ends it."""

    def __init__(self) -> None:
        super().__init__(write_only=True)

    def create_sheet(self, title: Any = None, index: int | None = None) -> Any:
        """Return a new sheet."""
        sheet = _Sheet(self, title=title)
        self._add_sheet(sheet, index)  # type: ignore[attr-defined]  # its types leave it out
        return sheet

    def content(self) -> bytes:
        """Return the whole file; nothing can be added any more."""
        out = io.BytesIO()
        archive = _Archive(out, "w", zipfile.ZIP_DEFLATED)
        ExcelWriter(self, archive).save()  # which closes the archive
        return out.getvalue()


class _Sheet(WriteOnlyWorksheet):
    _writer: Any = None

    def _get_writer(self) -> None:
        if self._writer is None:
            self._writer = _Writer(self, io.BytesIO())
            self._writer.write_top()


class _Writer(WorksheetWriter):
    def cleanup(self) -> None:
        """Leave it: there is no file."""


class _Archive(zipfile.ZipFile):
    def write(self, filename: Any, arcname: Any = None, *_how: Any) -> None:
        """Put a sheet in, which openpyxl takes for the name of a file."""
        self.writestr(str(arcname), filename.getvalue())
