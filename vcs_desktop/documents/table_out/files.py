"""Writes a list as the sort of file that its name asks for."""

from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.documents import two_files
from vcs_desktop.domain.table_out import TableOut

ENDINGS = (".csv", ".xlsx", ".pdf")


def write_table(path: Path, table: TableOut) -> None:
    """Write a list where no other account of the computer can read it.

    Raises:
        CannotUseInput: the name ends in nothing that we can write.
        FolderNotWritable: it cannot be written there.
        DiskFull: there is no room for it.
    """
    two_files.write({path: content_of(table, path.suffix.lower())}, private=True)


def content_of(table: TableOut, ending: str) -> bytes:
    """Return a list as a file with one of the ``ENDINGS``.

    Raises:
        CannotUseInput: it is none of them.
    """
    if ending == ".csv":
        from vcs_desktop.documents.table_out.rows_csv import csv_of

        return csv_of(table)
    if ending == ".xlsx":
        from vcs_desktop.documents.table_out.workbook import xlsx_of

        return xlsx_of(table)
    if ending == ".pdf":
        from vcs_desktop.documents.table_out.pdf import pdf_of

        return pdf_of(table)
    raise CannotUseInput(
        ending,
        message=tr("We can save a list as .csv, .xlsx or .pdf."),
        advice=tr("Give the file a name such as list.xlsx."),
    )
