"""Writes certificates of thanks."""

from collections.abc import Sequence
from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.documents import two_files
from vcs_desktop.documents.certificate.content import Certificate


def write_certificates(path: Path, certificates: Sequence[Certificate]) -> None:
    """Write certificates as one PDF, a page each, that no other account can read.

    Raises:
        CannotUseInput: there are none, or the name is not that of a PDF.
        FolderNotWritable: it cannot be written there.
    """
    two_files.must_be_pdf(path)
    if not certificates:
        raise CannotUseInput(
            message=tr("There is nobody to thank yet."), advice=tr("Choose somebody first.")
        )
    from vcs_desktop.documents.certificate.pdf import pdf_of

    two_files.write({path: pdf_of(certificates)}, private=True)
