"""Writes the files of a guide, each wholly or not at all."""

from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable
from vcs_desktop.core.files import write_whole
from vcs_desktop.core.language import tr
from vcs_desktop.documents.guide.data import GuideDocument


def write_web_page(path: Path, document: GuideDocument) -> None:
    """Write the guide as one HTML file that needs nothing else.

    Raises:
        FolderNotWritable: it cannot be written there.
    """
    from vcs_desktop.documents.guide.web_page import guide_page

    _write({path: guide_page(document).encode()})


def sheet_beside(out: Path) -> Path:
    """Return where the web page goes that says the same as the printed sheet."""
    return out.with_suffix(".html")


def write_sheet(path: Path, document: GuideDocument) -> None:
    """Write the guide's sheet as one page to print, and beside it the same as a web page.

    The web page is for those who listen to a screen reader, and to fill in on a
    screen: the PDF has no tags.

    Raises:
        CannotUseInput: the name is not that of a PDF, the guide has no sheet, or
            its sheet has more in it than fits on a page.
        FolderNotWritable: they cannot be written there.
    """
    if path.suffix.lower() != ".pdf":
        raise CannotUseInput(
            str(path),
            message=tr("The name of the sheet must end in .pdf."),
            advice=tr("Try a name such as sheet.pdf."),
        )
    if not document.sheet:
        raise CannotUseInput(message=tr("This guide has no sheet to print."))
    from vcs_desktop.documents.guide.sheet import sheet_pdf
    from vcs_desktop.documents.guide.web_page import sheet_page

    pdf = sheet_pdf(document)
    _write({sheet_beside(path): sheet_page(document).encode(), path: pdf})


def _write(files: dict[Path, bytes]) -> None:
    try:
        for path, content in files.items():
            write_whole(path, content)
    except OSError as error:
        raise FolderNotWritable(
            str(error),
            message=tr("We cannot save it there."),
            advice=tr("Close the old file if it is open, or choose another folder."),
        ) from error
