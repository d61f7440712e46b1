"""The outline of a text: its headings, and where one reads."""

from vcs_desktop.domain.reading import Heading, Span
from vcs_desktop.ui.widgets.outline import Outline


def test_the_heading_that_is_read_stays_in_the_outline_when_its_rows_grow(show):
    outline = Outline()
    words = "What a person can do when a promise of the council was not kept"
    outline.set_headings([Heading(2, (Span(f"{number}. {words}"),)) for number in range(40)])
    show(outline, 600, 300)
    outline.set_here(25)
    outline.resize(180, 300)
    row = outline.visualRect(outline.currentIndex())
    assert outline.viewport().rect().contains(row)
