"""Writes calendars for the wall, and the sheet of codes."""

from pathlib import Path

from vcs_desktop.documents import two_files
from vcs_desktop.documents.wall_calendar.data import CodeSheet, WallPage


def write_month(path: Path, page: WallPage) -> None:
    """Write a month as a PDF, A4 across; what has no room in its square follows on a list.

    Raises:
        CannotUseInput: the name is not that of a PDF.
        FolderNotWritable: it cannot be written there.
        DiskFull: there is no room for it.
    """
    two_files.must_be_pdf(path)
    from vcs_desktop.documents.wall_calendar.month_pdf import pdf_of_month

    two_files.write({path: pdf_of_month(page)}, private=True)


def write_year(path: Path, page: WallPage) -> None:
    """Write twelve months as a PDF, A4 across; what has no room in its month follows on a list.

    Raises:
        CannotUseInput: the name is not that of a PDF.
        FolderNotWritable: it cannot be written there.
        DiskFull: there is no room for it.
    """
    two_files.must_be_pdf(path)
    from vcs_desktop.documents.wall_calendar.year_pdf import pdf_of_year

    two_files.write({path: pdf_of_year(page)}, private=True)


def write_codes(path: Path, sheet: CodeSheet) -> None:
    """Write codes to scan as a PDF, twelve to a page.

    Raises:
        CannotUseInput: the name is not that of a PDF.
        FolderNotWritable: it cannot be written there.
        DiskFull: there is no room for it.
    """
    two_files.must_be_pdf(path)
    from vcs_desktop.documents.wall_calendar.codes_pdf import pdf_of_codes

    two_files.write({path: pdf_of_codes(sheet)}, private=True)
