"""The one page that belongs to a guide, on A4: to tick, to write on, to pin on the wall."""

from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Frame, Paragraph
from reportlab.platypus.doctemplate import LayoutError

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.documents import fonts
from vcs_desktop.documents.guide.data import GuideDocument
from vcs_desktop.documents.guide.web_page import titled_sheet
from vcs_desktop.documents.paper import BOTTOM, LINE, SIDE, SMALL, TOP, WIDTH
from vcs_desktop.documents.paper_text import Setter
from vcs_desktop.documents.printable import one_line, shortened
from vcs_desktop.domain import reading
from vcs_desktop.domain.reading import Items, Text, plain

SIZES = (11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
"""Points, the largest first: the first with which everything fits. Nobody reads less on paper."""

# No page of A4 holds more letters than this at 9 points; more is not even tried.
_MOST_LETTERS = 9_000
_MOST_IN_THE_FOOT = 60


def sheet_pdf(document: GuideDocument) -> bytes:
    """Return the sheet as a PDF of one page, in the largest letters with which it fits.

    Raises:
        CannotUseInput: it does not fit on a page, however small.
    """
    title, text = titled_sheet(document)
    largest, *smaller, least = SIZES
    if _letters(text) <= _MOST_LETTERS:
        pdf = _one_page(document, title, text, largest)
        last = None if pdf else _one_page(document, title, text, least)
        if last is not None:
            tried = (_one_page(document, title, text, size) for size in smaller)
            pdf = next((each for each in tried if each), last)
        if pdf is not None:
            return pdf
    raise CannotUseInput(
        message=tr("This sheet does not fit on one page."),
        advice=tr("Open it in your browser and print it from there."),
    )


def _letters(text: Text) -> int:
    """Return about how many letters a text has; an empty row of a table takes room as well."""
    count = 0
    for block in text:
        if isinstance(block, Items):
            count += sum(len(plain(item.line)) + 2 for item in block.items)
        elif isinstance(block, reading.Table):
            rows = (block.head, *block.rows)
            count += sum(len(plain(line)) + 2 for row in rows for line in row)
        else:
            count += len(plain(block.line)) + 2
    return count


def _one_page(document: GuideDocument, title: str, text: Text, size: float) -> bytes | None:
    """Return the page with letters of a size, None when it does not fit."""
    type_ = fonts.Typesetter()
    out = BytesIO()
    canvas = Canvas(
        out, pagesize=A4, lang=document.language, initialFontName=fonts.REGULAR, invariant=1
    )
    canvas.setTitle(one_line(title))
    canvas.setSubject(one_line(document.title))
    canvas.setAuthor("VCS Desktop")
    canvas.setCreator("VCS Desktop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    story = [*Setter(type_, size).story(title, text)]
    foot = _foot(document, type_)
    _, foot_height = foot.wrap(WIDTH, BOTTOM)
    room = A4[1] - TOP - BOTTOM - foot_height
    frame = Frame(SIDE, BOTTOM + foot_height, WIDTH, room, 0, 0, 0, 0)
    try:
        frame.addFromList(story, canvas)
    except LayoutError:
        return None
    if story:
        return None
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    canvas.line(SIDE, BOTTOM + foot_height - 8, A4[0] - SIDE, BOTTOM + foot_height - 8)
    foot.drawOn(canvas, SIDE, BOTTOM - 14)
    canvas.save()
    return out.getvalue()


def _foot(document: GuideDocument, type_: fonts.Typesetter) -> Paragraph:
    """Return where the sheet is from: on paper it goes from hand to hand without the guide."""
    from_guide = tr("From the guide “{title}”.", title=document.title)
    words = shortened(f"{from_guide} {document.source_line}", _MOST_IN_THE_FOOT)
    return Paragraph(type_.markup(words), SMALL)
