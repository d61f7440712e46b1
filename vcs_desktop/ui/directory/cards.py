"""Everything about one place or one event."""

from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.reference import Event, Place
from vcs_desktop.ui.directory import words
from vcs_desktop.ui.widgets.basics import card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.prose import name_prose, prose
from vcs_desktop.ui.widgets.source_line import SourceLine


def place_card(place: Place) -> QWidget:
    """Return what a place is, what one can get there, and where we read it."""
    facts = FactGrid(
        [
            (tr("What it is"), words.type_of(place)),
            (tr("For"), words.area_of(place.area)),
            (tr("What you can get"), words.offers_of(place)),
            (tr("Also called"), ", ".join(place.also_known_as)),
        ]
    )
    told = card(name_prose(place.title, "title"), facts, prose(place.text), gap=12)
    return panel(column(told, SourceLine(place.provenance, place.url), gap=10))


def event_card(event: Event) -> QWidget:
    """Return what an event is, when and where, and how we know."""
    facts = FactGrid(
        [
            (tr("When"), words.when_of(event)),
            (tr("Where"), event.place),
            (tr("Who runs it"), event.organiser),
            (tr("For"), words.area_of(event.area)),
        ]
    )
    told = card(name_prose(event.title, "title"), facts, gap=12)
    inside = told.layout()
    if inside is not None:
        for part in (event.when, event.text):
            if part:
                inside.addWidget(prose(part))
        if event.practice:
            inside.addWidget(_practice())
    return panel(column(told, SourceLine(event.provenance, event.url), gap=10))


def _practice() -> QFrame:
    line = row(picture("info", "info"), gap=8)
    line.put(label(tr("This is for practice. Nobody has booked it."), "info", wrap=True), 1)
    return card(panel(line), kind="info")
