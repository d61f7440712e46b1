"""Lays the page with the printed code out on A4."""

from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Frame, Paragraph, Spacer, Table, TableStyle

from vcs_desktop.core.language import spoken
from vcs_desktop.documents import fonts
from vcs_desktop.documents.code_sheet.content import CodeSheet, above, below, title_of
from vcs_desktop.documents.paper import (
    BODY,
    BOTTOM,
    LINE,
    PLAIN,
    SHADE,
    SIDE,
    SMALL,
    TOP,
    WIDTH,
)
from vcs_desktop.documents.paper_text import Setter

_SIZE = 12.0
_IN_A_ROW = 4
_CODE = ParagraphStyle("code", BODY, fontName=fonts.FIGURES_SEMIBOLD, fontSize=22, leading=28)
_GRID = TableStyle(
    [
        *PLAIN,
        ("LEFTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
        ("BACKGROUND", (0, 0), (-1, -1), SHADE),
        ("GRID", (0, 0), (-1, -1), 0.6, LINE),
    ]
)


def pdf_of(sheet: CodeSheet) -> bytes:
    """Return the page as a PDF. It reads no file but our fonts and opens no address."""
    out, type_ = BytesIO(), fonts.Typesetter()
    canvas = Canvas(out, pagesize=A4, lang=spoken(), initialFontName=fonts.REGULAR, invariant=1)
    canvas.setTitle(title_of(sheet))
    canvas.setAuthor("VCS Desktop")
    canvas.setCreator("VCS Desktop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    setter = Setter(type_, _SIZE)
    _, *under = setter.story("", below())  # the title stands above already
    story = [
        *setter.story(title_of(sheet), above(sheet)),
        Spacer(0, 10),
        _grid(sheet.code, type_),
        Spacer(0, 12),
        *under,
    ]
    frame = Frame(SIDE, BOTTOM, WIDTH, A4[1] - TOP - BOTTOM, 0, 0, 0, 0)
    frame.addFromList(story, canvas)
    canvas.save()
    return out.getvalue()


def _grid(code: tuple[str, ...], type_: fonts.Typesetter) -> Table:
    """Return the code in large letters, each group with its number, to be found again."""
    cells: list[list[Any]] = [
        [
            Paragraph(type_.markup(str(number)), SMALL),
            Paragraph(type_.markup(group, fonts.FIGURES_SEMIBOLD), _CODE),
        ]
        for number, group in enumerate(code, 1)
    ]
    cells += [[] for _ in range(-len(cells) % _IN_A_ROW)]
    rows = [cells[start : start + _IN_A_ROW] for start in range(0, len(cells), _IN_A_ROW)]
    return Table(rows, [WIDTH / _IN_A_ROW] * _IN_A_ROW, style=_GRID, hAlign="LEFT")
