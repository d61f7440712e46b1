"""An application of thirty pages as a PDF, and as all that a kept copy holds."""

import time
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pypdfium2 as pdfium

from tests.benchmarks.figure import Figure, in_turn
from tests.benchmarks.sheet import plain_pages
from vcs_desktop.documents.application import SUFFIXES, ApplicationSheet, content_of
from vcs_desktop.domain.answers import Answer, UsedFact
from vcs_desktop.domain.application_whole import Whole
from vcs_desktop.domain.applications import Application, PlannedChange
from vcs_desktop.domain.budgets import Budget, BudgetLine

PDF_S, ALL_S = 1.0, 2.0
"""Of the processor, on whatever computer: a person waits for it with the window in sight."""

_LINE = "We run a lunch club for older people in the village hall, and cook for forty of them. "
_TEXT = "\n\n".join([_LINE * 7] * 4) + "\n- a hot meal\n- a lift home\n"
_QUESTIONS, _LINES = 45, 30


def application_files(runs: int) -> list[Figure]:
    """Measure what it costs the processor to write an application as files."""
    sheet = _sheet()
    with pdfium.PdfDocument(BytesIO(content_of(sheet, ".pdf"))) as document:
        pages = len(document)
    floor, pdf, every = in_turn(
        runs,
        lambda: _of_the_processor(lambda: plain_pages(pages)),
        lambda: _of_the_processor(lambda: content_of(sheet, ".pdf")),
        lambda: _of_the_processor(lambda: [content_of(sheet, each) for each in SUFFIXES]),
    )
    name = f"An application of {pages} pages"
    return [
        Figure(f"{name} as a PDF", pdf, "s", floor, PDF_S, "value"),
        Figure(f"{name} as every sort of file", every, "s", floor, ALL_S, "value"),
    ]


def _sheet() -> ApplicationSheet:
    fact = UsedFact(
        "f", words="38 people eat with us each week", as_of="2026", said_by="Our records"
    )
    answers = tuple(
        Answer(str(each), ref=str(each), question="What do you do?", text=_TEXT, facts=(fact,))
        for each in range(_QUESTIONS)
    )
    changes = tuple(PlannedChange(str(each), each, _LINE, _LINE, _LINE, 5) for each in range(10))
    lines = tuple(
        BudgetLine(str(each), each, "Food and pots", unit_pence=each) for each in range(_LINES)
    )
    application = Application(name="Warm welcome", funder="Warm Rooms", changes=changes)
    return ApplicationSheet(
        Whole(application, answers, Budget(lines=lines)), "Tea & Talk", date(2026, 11, 28)
    )


def _of_the_processor(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun
