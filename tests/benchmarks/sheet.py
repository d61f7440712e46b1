"""The committee sheet, against pages of plain paragraphs in the same fonts."""

import tempfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from tests.benchmarks.figure import Figure, in_turn, seconds
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.documents import fonts

ON_THE_SHEET = 50
SHEET_AT_MOST = 5
"""Times the floor. Beyond laying out text, each is read and judged, has marks and a box to sign,
and is written as a web page too. Five times keeps 50 under two seconds even on a computer where
the plain pages alone take 0.4 s, less than half as quick as the one this was set on."""
_PARAGRAPHS_ON_A_PAGE = 24
_WORDS = "They fund groups with an income under one hundred thousand pounds in Oxfordshire. " * 2


def making_sheets(folder: Path, runs: int, on: date) -> list[Figure]:
    """Measure a sheet of fifty, from the library to both files on the disk (sheet_50)."""
    parts = Parts(DataFolder(folder), FixedClock.on(on))
    try:
        found = parts.funding.first_open(limit=ON_THE_SHEET)
        ids = [line.record.id for line in found.open_to_you]
        with tempfile.TemporaryDirectory() as place:
            out = Path(place) / "sheet.pdf"
            parts.sheet.make(
                ids, parts.funding.profile, out
            )  # as the second time: everything is imported
            with pdfium.PdfDocument(out) as document:
                pages = len(document)
            floor, ours = in_turn(
                runs,
                lambda: seconds(lambda: plain_pages(pages)),
                lambda: seconds(lambda: parts.sheet.make(ids, parts.funding.profile, out)),
            )
    finally:
        parts.close()
    return [Figure(f"Committee sheet of {len(ids)}", ours, "s", floor, SHEET_AT_MOST)]


def plain_pages(pages: int) -> None:
    """Lay out as many full pages of paragraphs, with nothing else on them."""
    style = ParagraphStyle("plain", fontName=fonts.REGULAR, fontSize=10.5, leading=14)
    story = []
    for _ in range(pages):
        story += [Paragraph(_WORDS, style) for _ in range(_PARAGRAPHS_ON_A_PAGE)]
        story.append(PageBreak())
    SimpleDocTemplate(BytesIO(), pagesize=A4).build(story)
