"""Writes address labels."""

from pathlib import Path

from vcs_desktop.documents import two_files
from vcs_desktop.documents.labels.content import LabelSheet


def write_labels(path: Path, labels: LabelSheet) -> None:
    """Write the labels as a PDF that no other account can read.

    Raises:
        CannotUseInput: the name is not that of a PDF.
        FolderNotWritable: it cannot be written there.
        DiskFull: there is no room for it.
    """
    two_files.must_be_pdf(path)
    from vcs_desktop.documents.labels.pdf import pdf_of

    two_files.write({path: pdf_of(labels)}, private=True)
