"""Writes the sheet: a PDF to print, and beside it the same as a web page."""

from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable
from vcs_desktop.core.files import write_whole
from vcs_desktop.core.language import tr
from vcs_desktop.documents.committee_sheet.data import SheetData


def html_beside(out: Path) -> Path:
    """Return where the web page goes for a PDF."""
    return out.with_suffix(".html")


def write_sheet(data: SheetData, out: Path) -> None:
    """Write the PDF to ``out`` and the web page beside it, each wholly or not at all.

    The web page is for those who listen to a screen reader: the PDF has no tags.

    Raises:
        CannotUseInput: the name does not end in .pdf.
        FolderNotWritable: they cannot be written there.
    """
    if out.suffix.lower() != ".pdf":
        raise CannotUseInput(
            str(out),
            message=tr("The name of the committee sheet must end in .pdf."),
            advice=tr("Try a name such as committee.pdf."),
        )
    from vcs_desktop.documents.committee_sheet.html import html_of
    from vcs_desktop.documents.committee_sheet.pdf import pdf_of

    pdf, html = pdf_of(data), html_of(data)
    try:
        write_whole(html_beside(out), html.encode())
        write_whole(out, pdf)
    except OSError as error:
        raise FolderNotWritable(
            f"{out}: {error}",
            message=tr("We cannot save the committee sheet there."),
            advice=tr("Close the old sheet if it is open, or choose another folder."),
        ) from error
