"""Writes an application as the sort of file that its name asks for."""

from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.documents import two_files
from vcs_desktop.documents.application.content import application_sheet
from vcs_desktop.documents.application.data import ApplicationSheet

SUFFIXES = (".pdf", ".html", ".docx", ".xlsx", ".txt")


def write_application(path: Path, sheet: ApplicationSheet) -> None:
    """Write an application to ``path``. No other account can read it.

    Raises:
        CannotUseInput: the name ends otherwise.
        FolderNotWritable: it cannot be written there.
        DiskFull: there is no room for it.
    """
    two_files.write({path: content_of(sheet, path.suffix)}, private=True)


def content_of(sheet: ApplicationSheet, suffix: str) -> bytes:
    """Return the bytes of such a file; the same application gives the same bytes.

    Raises:
        CannotUseInput: there is no such kind of file.
    """
    match suffix.lower():
        case ".pdf":
            from vcs_desktop.documents.text_sheet.pdf import pdf_of

            return pdf_of(application_sheet(sheet))
        case ".html":
            from vcs_desktop.documents.text_sheet.web_page import page_of

            return page_of(application_sheet(sheet)).encode()
        case ".docx":
            from vcs_desktop.documents.text_sheet.word import docx_of

            return docx_of(application_sheet(sheet))
        case ".xlsx":
            from vcs_desktop.documents.application.workbook import workbook_of

            return workbook_of(sheet)
        case ".txt":
            from vcs_desktop.documents.application.plain_text import text_of

            return text_of(sheet).encode("utf-8")
    raise CannotUseInput(
        suffix,
        message=tr("The name of the file must end in .pdf, .html, .docx, .xlsx or .txt."),
        advice=tr("Try a name such as application.pdf."),
    )
