"""Writes the page of a year as the sort of file that its name asks for."""

from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.documents import two_files
from vcs_desktop.documents.year_summary.web_page import page_of
from vcs_desktop.domain.year_summary import YearSummary


def write_year_summary(path: Path, summary: YearSummary) -> tuple[Path, ...]:
    """Write the page to ``path`` and return what was written.

    A .pdf has the same as a web page beside it; a .html stands alone.

    Raises:
        CannotUseInput: the name ends otherwise.
        FolderNotWritable: it cannot be written there.
        DiskFull: there is no room for it.
    """
    web = page_of(summary).encode()
    match path.suffix.lower():
        case ".pdf":
            from vcs_desktop.documents.year_summary.pdf import pdf_of

            files = {two_files.web_page_beside(path): web, path: pdf_of(summary)}
        case ".html":
            files = {path: web}
        case _:
            raise CannotUseInput(
                str(path),
                message=tr("The name of the page must end in .pdf or .html."),
                advice=tr("Try a name such as our-year.pdf."),
            )
    two_files.write(files, private=True)
    return tuple(files)
