"""Writes the sheet of facts: a PDF to print, and beside it the same as a web page."""

from collections.abc import Iterator
from pathlib import Path

from vcs_desktop.documents import two_files
from vcs_desktop.documents.fact_sheet.content import closing_line, text_of, title
from vcs_desktop.documents.fact_sheet.data import FactSheet
from vcs_desktop.documents.web import page, said
from vcs_desktop.documents.web_text import STYLE, html_of_sources, html_of_text


def write_fact_sheet(path: Path, sheet: FactSheet) -> None:
    """Write the sheet to ``path``, and the same as a web page beside it.

    Raises:
        CannotUseInput: the name is not that of a PDF.
        FolderNotWritable: they cannot be written there.
    """
    two_files.must_be_pdf(path)
    from vcs_desktop.documents.fact_sheet.pdf import pdf_of

    pdf = pdf_of(sheet)
    two_files.write({two_files.web_page_beside(path): page_of(sheet).encode(), path: pdf})


def page_of(sheet: FactSheet) -> str:
    """Return the sheet as one web page, in which a number leads to its source."""
    return page(title(), STYLE, _lines(sheet))


def _lines(sheet: FactSheet) -> Iterator[str]:
    text, sources = text_of(sheet)
    yield f"<h1>{said(title())}</h1>"
    yield from html_of_text(text, notes=len(sources))
    yield from html_of_sources(sources)
    yield f'<p class="source end">{said(closing_line(sheet))}</p>'
