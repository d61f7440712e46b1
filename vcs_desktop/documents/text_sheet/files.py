"""Writes a sheet of text as the sort of file that its name asks for."""

from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.documents import two_files
from vcs_desktop.documents.text_sheet.data import TextSheet

SUFFIXES = (".pdf", ".html", ".docx")


def write_text_sheet(path: Path, sheet: TextSheet) -> None:
    """Write a sheet to ``path``: a .pdf, a .html or a .docx. No other account can read it.

    Raises:
        CannotUseInput: the name ends otherwise.
        FolderNotWritable: it cannot be written there.
        DiskFull: there is no room for it.
    """
    two_files.write({path: _content(path, sheet)}, private=True)


def _content(path: Path, sheet: TextSheet) -> bytes:
    match path.suffix.lower():
        case ".pdf":
            from vcs_desktop.documents.text_sheet.pdf import pdf_of

            return pdf_of(sheet)
        case ".html":
            from vcs_desktop.documents.text_sheet.web_page import page_of

            return page_of(sheet).encode()
        case ".docx":
            from vcs_desktop.documents.text_sheet.word import docx_of

            return docx_of(sheet)
    raise CannotUseInput(
        str(path),
        message=tr("The name of the file must end in .pdf, .html or .docx."),
        advice=tr("Try a name such as minutes.pdf."),
    )
