"""Writes the page of a claim."""

from pathlib import Path

from vcs_desktop.documents import two_files
from vcs_desktop.documents.expense_claim.content import ClaimPaper, sheet_of


def write_claim(path: Path, claim: ClaimPaper) -> None:
    """Write a claim as a PDF that no other account can read.

    Raises:
        CannotUseInput: the name is not that of a PDF.
        FolderNotWritable: it cannot be written there.
    """
    two_files.must_be_pdf(path)
    from vcs_desktop.documents.text_sheet.pdf import pdf_of

    two_files.write({path: pdf_of(sheet_of(claim), is_alone=True)}, private=True)
