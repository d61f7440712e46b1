"""Writes the files of a guide, each wholly or not at all."""

from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.documents import two_files
from vcs_desktop.documents.guide.data import GuideDocument


def write_web_page(path: Path, document: GuideDocument) -> None:
    """Write the guide as one HTML file that needs nothing else.

    Raises:
        FolderNotWritable: it cannot be written there.
    """
    from vcs_desktop.documents.guide.web_page import guide_page

    two_files.write({path: guide_page(document).encode()})


def write_sheet(path: Path, document: GuideDocument) -> None:
    """Write the guide's sheet as one page to print, and beside it the same as a web page.

    The web page is for those who listen to a screen reader, and to fill in on a
    screen: the PDF has no tags.

    Raises:
        CannotUseInput: the name is not that of a PDF, the guide has no sheet, or
            its sheet has more in it than fits on a page.
        FolderNotWritable: they cannot be written there.
    """
    two_files.must_be_pdf(path)
    if not document.sheet:
        raise CannotUseInput(message=tr("This guide has no sheet to print."))
    from vcs_desktop.documents.guide.sheet import sheet_pdf
    from vcs_desktop.documents.guide.web_page import sheet_page

    pdf = sheet_pdf(document)
    page = sheet_page(document).encode()
    two_files.write({two_files.web_page_beside(path): page, path: pdf})
