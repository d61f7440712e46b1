"""A table with endless cells is told row after row in a PDF: whole, no row over several pages."""

from datetime import date

import pypdfium2
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.documents.text_sheet import TextSheet
from vcs_desktop.documents.text_sheet.data import line
from vcs_desktop.documents.text_sheet.long_rows import MOST_IN_A_CELL, rows_apart
from vcs_desktop.documents.text_sheet.pdf import pdf_of
from vcs_desktop.domain.reading import Paragraph, Table, plain

LONG = "An oven that never ends. " * 60
words = st.sampled_from(["", "Oven", "x" * 3_000, LONG, "tea\n\ncake"])
tables = st.lists(st.tuples(words, words), max_size=4).map(
    lambda rows: Table(
        (line("What"), line("")), tuple(tuple(line(cell) for cell in row) for row in rows)
    )
)


def said(block):
    if isinstance(block, Paragraph):
        return plain(block.line)
    return " ".join(plain(cell) for row in block.rows for cell in row)


@given(tables)
def test_no_cell_is_long_and_no_letter_is_lost(table):
    told = list(rows_apart([table]))
    for each in told:
        if isinstance(each, Table):
            assert all(len(plain(cell)) <= MOST_IN_A_CELL for row in each.rows for cell in row)
    letters = "".join(" ".join(map(said, told)).replace("What: ", "").split())
    assert letters == "".join(said(table).split())


def test_short_tables_stay_as_they_are():
    table = Table((line("What"),), ((line("Oven"),),))
    assert list(rows_apart([table, Paragraph(line("Tea"))])) == [table, Paragraph(line("Tea"))]


def test_the_pdf_has_every_word_under_its_head():
    table = Table((line("Cost"), line("Amount")), ((line(LONG), line("£5")),))
    content = pdf_of(TextSheet("Budget", (table,), "Foot", date(2026, 11, 28)))
    with pypdfium2.PdfDocument(content) as document:
        told = " ".join(page.get_textpage().get_text_range() for page in document)
    told = " ".join(told.split())
    assert told.count("An oven that never ends.") == 60
    assert "Cost: An oven" in told
    assert "Amount: £5" in told
