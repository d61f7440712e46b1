"""A sheet of text as one web page."""

from collections.abc import Iterator

from vcs_desktop.documents.text_sheet.data import TextSheet
from vcs_desktop.documents.web import page, said
from vcs_desktop.documents.web_text import STYLE, html_of_text


def page_of(sheet: TextSheet) -> str:
    """Return the sheet as HTML in which nothing is markup but our own."""
    return page(sheet.title, STYLE, _lines(sheet))


def _lines(sheet: TextSheet) -> Iterator[str]:
    yield f'<h1 dir="auto">{said(sheet.title)}</h1>'
    yield from html_of_text(sheet.text)
    yield f'<p class="source end" dir="auto">{said(sheet.foot)}</p>'
