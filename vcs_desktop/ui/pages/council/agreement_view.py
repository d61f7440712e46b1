"""Our agreement with the councils: the Compact, what government says, and what held before."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.reference import CompactPrinciple
from vcs_desktop.ui.along.along import Along
from vcs_desktop.ui.pages.council import words
from vcs_desktop.ui.pages.council.view_model import CouncilViewModel
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.chips import Chip
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import name_prose, prose
from vcs_desktop.ui.widgets.source_line import SourceLine
from vcs_desktop.ui.widgets.title_list import TitleRow
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard, waiting

if TYPE_CHECKING:
    from vcs_desktop.services.council import AgreementView as Found

EVERYTHING = ""
# Whatever is about yet another topic is found under everything.
MOST_TOPICS = 20


class AgreementView(QWidget):
    """Principles by agreement, with what holds today first; a word for each topic above.

    ``told`` says that an answer, or a problem, is on the screen; ``guide_asked`` that
    the person wants to read how such an agreement is used.
    """

    told = Signal()
    guide_asked = Signal()

    def __init__(self, view_model: CouncilViewModel, along: Along) -> None:
        super().__init__()
        self._along = along
        self._view_model = view_model
        self._principles: dict[str, CompactPrinciple] = {}
        self.topics: dict[str, Chip] = {}
        self._group = QButtonGroup(self)
        self._chips = FlowLayout(gap=6)
        self.about = label(
            tr(
                "Groups and councils agreed how to deal with each other. Here it is called the "
                "Oxfordshire Compact. It is not law. Whoever signed it promised to keep to it."
            ),
            "muted",
            wrap=True,
        )
        self.both = TitlesAndCard(tr("What was agreed"), waiting())
        chips = panel(self._chips)
        chips.setAccessibleName(tr("What it is about"))
        body = column(self.about, chips, gap=10)
        body.put(self.both, 1)
        self.setLayout(body)
        self._add_chip(EVERYTHING, tr("Everything"))
        self.topics[EVERYTHING].setChecked(True)
        self.both.card_asked.connect(self._show_card)
        self.both.looked_at.connect(view_model.note_opened)
        self.both.again_asked.connect(self.look)
        view_model.agreement.answered.connect(self._show)
        view_model.agreement.failed.connect(self._show_problem)

    def look(self) -> None:
        """Look up what was agreed on the chosen topic."""
        self._view_model.look_at_agreement(self._topic())

    def open(self, principle_id: str) -> None:
        """Show one principle, whatever topic was chosen."""
        self.both.open(principle_id)
        self.topics[EVERYTHING].setChecked(True)
        self.look()

    def _topic(self) -> str:
        return next((name for name, chip in self.topics.items() if chip.isChecked()), EVERYTHING)

    def _add_chip(self, name: str, said: str) -> None:
        chip = Chip(said)
        self._group.addButton(chip)
        self._chips.addWidget(chip)
        self.topics[name] = chip
        chip.clicked.connect(self.look)

    def _show(self, found: "Found") -> None:
        for name in words.topics_in_order(found.topics):
            if name not in self.topics and len(self.topics) <= MOST_TOPICS:
                self._add_chip(name, words.topic(name))
        self._principles = {
            each.id: each for edition in found.editions for each in edition.principles
        }
        self.both.say_nothing(
            tr("No agreement here yet"),
            tr("It comes with the library. Add a newer library to read it."),
        )
        self.both.show_rows(tuple(_rows(found)), found)
        self.told.emit()

    def _show_card(self, principle_id: str) -> None:
        guide_button = button(tr("Read how to use it"), icon="book-open")
        guide_button.clicked.connect(self.guide_asked)
        told = principle_card(self._principles[principle_id], guide_button)
        self.both.show_card(self._along.under(told, principle_id))

    def _show_problem(self, error: Exception) -> None:
        self.both.show_problem(error)
        self.told.emit()


def principle_card(principle: CompactPrinciple, guide_button: QPushButton) -> QWidget:
    """Return what a principle says, whether it holds, and how we know."""
    provenance = principle.provenance
    said, icon, colour = words.state_of(principle.state)
    mark = row(picture(icon, colour), gap=6)
    mark.put(label(said, colour, wrap=True), 1)
    facts = FactGrid(
        [
            (tr("Agreement"), principle.edition),
            (tr("Who promises it"), words.begun_large(principle.by_whom)),
            (tr("Holds"), words.holds(provenance.valid_from, provenance.valid_to)),
            (tr("About"), ", ".join(words.topic(name) for name in principle.topics)),
        ]
    )
    told = card(
        name_prose(principle.title, "title"),
        panel(mark),
        prose(principle.text),
        facts,
        panel(FlowLayout(guide_button)),
        gap=12,
    )
    ours = tr("These are our own words, not the agreement's.") if principle.is_summary else ""
    known = " ".join(filter(None, (ours, words.seen_in(principle))))
    body = column(told, gap=10)
    if known:
        note = row(picture("info", "info"), gap=8)
        note.put(label(known, wrap=True), 1)
        body.put(card(panel(note), kind="info"))
    body.put(SourceLine(provenance))
    return panel(body)


def _rows(found: "Found") -> Iterator[TitleRow]:
    for edition in found.editions:
        yield TitleRow("", edition.title)
        for principle in edition.principles:
            said, icon, colour = words.state_of(principle.state)
            yield TitleRow(
                principle.id,
                principle.title,
                mark=said,
                mark_icon=icon,
                mark_colour=colour,
                under=edition.title,
            )
