"""Writes a telephone list."""

from pathlib import Path

from vcs_desktop.documents import two_files
from vcs_desktop.documents.phone_list.content import PhoneList


def write_phone_list(path: Path, phones: PhoneList) -> None:
    """Write the list as a PDF that no other account can read.

    Raises:
        CannotUseInput: the name is not that of a PDF.
        FolderNotWritable: it cannot be written there.
        DiskFull: there is no room for it.
    """
    two_files.must_be_pdf(path)
    from vcs_desktop.documents.phone_list.pdf import pdf_of

    two_files.write({path: pdf_of(phones)}, private=True)
