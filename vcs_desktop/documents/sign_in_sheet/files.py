"""Writes a sign-in sheet."""

from pathlib import Path

from vcs_desktop.documents import two_files
from vcs_desktop.documents.sign_in_sheet.data import SignInSheet


def write_sign_in_sheet(path: Path, sheet: SignInSheet) -> None:
    """Write the sheet as a PDF that no other account of the computer can read.

    Raises:
        CannotUseInput: the name is not that of a PDF.
        FolderNotWritable: it cannot be written there.
    """
    two_files.must_be_pdf(path)
    from vcs_desktop.documents.sign_in_sheet.pdf import pdf_of

    two_files.write({path: pdf_of(sheet)}, private=True)
