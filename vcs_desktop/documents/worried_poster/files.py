"""Writes the poster."""

from pathlib import Path

from vcs_desktop.documents import two_files
from vcs_desktop.documents.worried_poster.content import Poster


def write_poster(path: Path, poster: Poster) -> None:
    """Write the poster as a PDF.

    Raises:
        CannotUseInput: the name is not that of a PDF.
        FolderNotWritable: it cannot be written there.
        DiskFull: there is no room for it.
    """
    two_files.must_be_pdf(path)
    from vcs_desktop.documents.worried_poster.pdf import pdf_of

    two_files.write({path: pdf_of(poster)}, private=True)
