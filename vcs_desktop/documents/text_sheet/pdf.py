"""A sheet of text on A4, on as many pages as it needs."""

from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from vcs_desktop.core.language import spoken, tr
from vcs_desktop.documents import fonts
from vcs_desktop.documents.paper import BOTTOM, LINE, SIDE, SMALL, TOP, WIDTH
from vcs_desktop.documents.paper_text import Setter
from vcs_desktop.documents.printable import missing_letters, one_line
from vcs_desktop.documents.text_sheet.data import TextSheet
from vcs_desktop.documents.text_sheet.long_rows import rows_apart
from vcs_desktop.domain import reading

SIZE = 11.0
"""Points: people read it at a table, in the light there is."""


_LONGEST_ENTRY = 120
"""Letters of a heading that the outline takes."""


def pdf_of(sheet: TextSheet, *, is_alone: bool = False) -> bytes:
    """Return the sheet as a PDF with its outline. It reads no file but our fonts.

    ``is_alone`` says that there is no Word file and no web page of it.
    """
    out, type_ = BytesIO(), fonts.Typesetter()
    foot = Paragraph(type_.markup(sheet.foot), SMALL)
    _, tall = foot.wrap(WIDTH, BOTTOM)
    frame = Frame(SIDE, BOTTOM + tall, WIDTH, A4[1] - TOP - BOTTOM - tall, 0, 0, 0, 0)
    document = _Outlined(
        out,
        pagesize=A4,
        lang=spoken(),
        initialFontName=fonts.REGULAR,
        invariant=1,
        title=one_line(sheet.title),
        author="VCS Desktop",
        creator="VCS Desktop",
        displayDocTitle=True,
    )
    document.addPageTemplates(PageTemplate(frames=[frame], onPageEnd=partial(_finish, foot, tall)))
    setter = Setter(type_, SIZE)
    title, *story = setter.story(sheet.title, tuple(rows_apart(sheet.text)))
    also = "" if is_alone else tr("The Word file and the web page have them all.")
    said = reading.Paragraph((reading.Span(missing_letters(also)),), quoted=True)
    note = [*setter.blocks((said,))] if type_.replaced else []
    document.build([title, *note, *story])
    return out.getvalue()


class _Outlined(BaseDocTemplate):  # type: ignore[misc]  # ReportLab has no types
    """A document whose headings are its outline."""

    _level = -1

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802  ReportLab's name
        """Put a heading that was just set into the outline."""
        level = getattr(flowable, "outline_level", None)
        if level is None:
            return
        name = f"part-{self.seq.nextf('part')}"
        self._level = min(level, self._level + 1)
        self.canv.bookmarkPage(name)
        self.canv.addOutlineEntry(flowable.getPlainText()[:_LONGEST_ENTRY], name, self._level)


def _finish(foot: Paragraph, tall: float, canvas: Canvas, document: Any) -> None:
    """Put the line at the foot of a page, with the number of the page."""
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    canvas.line(SIDE, BOTTOM + tall - 8, A4[0] - SIDE, BOTTOM + tall - 8)
    foot.drawOn(canvas, SIDE, BOTTOM - 14)
    canvas.setFont(fonts.FIGURES, 9.5)
    page = tr("Page {number}", number=document.page)
    canvas.drawRightString(A4[0] - SIDE, BOTTOM - 28, page)
