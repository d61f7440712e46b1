"""Writes the page with the printed code."""

from pathlib import Path

from vcs_desktop.documents import two_files
from vcs_desktop.documents.code_sheet.content import CodeSheet


def write_code_sheet(path: Path, sheet: CodeSheet) -> None:
    """Write the page as a PDF. No web page lies beside it: that would be one copy too many.

    Raises:
        CannotUseInput: the name is not that of a PDF.
        FolderNotWritable: it cannot be written there.
    """
    two_files.must_be_pdf(path)
    from vcs_desktop.documents.code_sheet.pdf import pdf_of

    two_files.write({path: pdf_of(sheet)}, private=True)
