"""Writes the sheet: a PDF to print, and beside it the same as a web page."""

from pathlib import Path

from vcs_desktop.documents import two_files
from vcs_desktop.documents.committee_sheet.data import SheetData


def write_sheet(data: SheetData, out: Path) -> None:
    """Write the PDF to ``out`` and the web page beside it, each wholly or not at all.

    The web page is for those who listen to a screen reader: the PDF has no tags.

    Raises:
        CannotUseInput: the name does not end in .pdf.
        FolderNotWritable: they cannot be written there.
        DiskFull: there is no room for them.
    """
    two_files.must_be_pdf(out)
    from vcs_desktop.documents.committee_sheet.html import html_of
    from vcs_desktop.documents.committee_sheet.pdf import pdf_of

    pdf = pdf_of(data)
    files = {two_files.web_page_beside(out): html_of(data).encode(), out: pdf}
    two_files.write(files, private=True)  # what suits a group tells of its income and places
