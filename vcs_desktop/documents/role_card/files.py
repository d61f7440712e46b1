"""Writes the notice of a volunteer role."""

from pathlib import Path

from vcs_desktop.documents import two_files
from vcs_desktop.documents.role_card.content import RoleCard


def write_role_card(path: Path, card: RoleCard) -> None:
    """Write the notice as a PDF.

    Raises:
        CannotUseInput: the name is not that of a PDF.
        FolderNotWritable: it cannot be written there.
    """
    two_files.must_be_pdf(path)
    from vcs_desktop.documents.role_card.pdf import pdf_of

    two_files.write({path: pdf_of(card)}, private=True)
