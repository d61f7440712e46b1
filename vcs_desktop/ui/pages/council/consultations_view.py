"""The questions that councils ask everybody: which are open, and the way to answer them."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.reference import Consultation
from vcs_desktop.ui.pages.council.view_model import CouncilViewModel
from vcs_desktop.ui.widgets.address_line import AddressLine
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import name_prose, prose, short_prose
from vcs_desktop.ui.widgets.source_line import SourceLine
from vcs_desktop.ui.widgets.title_list import TitleRow
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard, waiting

if TYPE_CHECKING:
    from vcs_desktop.services.sharing.subjects import Consultations


class ConsultationsView(QWidget):
    """``answer_asked`` carries the id of the consultation that somebody wants to answer."""

    told = Signal()
    answer_asked = Signal(str)

    def __init__(self, view_model: CouncilViewModel) -> None:
        super().__init__()
        self._view_model = view_model
        self._found: dict[str, Consultation] = {}
        self._on = date.min
        about = label(
            tr(
                "Read the questions here, talk them over, and answer as a group. "
                "No internet is needed until the answers are sent."
            ),
            "muted",
            wrap=True,
        )
        self.both = TitlesAndCard(tr("Consultations"), waiting())
        body = column(about, gap=10)
        body.put(self.both, 1)
        self.setLayout(body)
        self.both.card_asked.connect(self._show_card)
        self.both.looked_at.connect(view_model.note_opened)
        self.both.again_asked.connect(self.look)
        view_model.consultations.answered.connect(self._show)
        view_model.consultations.failed.connect(self._show_problem)

    def look(self) -> None:
        """Look up every consultation."""
        self._view_model.look_at_consultations()

    def open(self, consultation_id: str) -> None:
        """Open one."""
        self.both.open(consultation_id)

    def _show(self, found: "Consultations") -> None:
        self._found = {each.id: each for each in found.every}
        self._on = found.on
        self.both.say_nothing(
            tr("No consultation here yet"),
            tr("They come with the library. Get updates to look for new ones."),
        )
        self.both.show_rows([_row(each, found.on) for each in found.every], found)
        self.told.emit()

    def _show_card(self, consultation_id: str) -> None:
        consultation = self._found[consultation_id]
        answer = button(tr("Answer it as a group"), "primary", icon="square-pen")
        answer.clicked.connect(lambda: self.answer_asked.emit(consultation_id))
        questions = column(label(tr("The questions"), "heading", wrap=True), gap=8)
        for number, each in enumerate(consultation.questions, 1):
            words = tr("{number}. {question}", number=number, question=each.text)
            questions.put(prose(words, "strong"))
            if each.hint:
                questions.put(prose(each.hint, "muted"))
        told = column(
            name_prose(consultation.title, "title"),
            prose(consultation.text),
            FactGrid(_facts(consultation)),
            panel(FlowLayout(answer)),
            panel(questions),
            gap=12,
        )
        answer.setVisible(consultation.is_open(self._on))
        if consultation.url:
            told.put(AddressLine(consultation.url, tr("Open its page")))
        whole = column(card(panel(told)), gap=10)
        if consultation.outcome:
            said = label(tr("What came of it"), "heading", wrap=True)
            whole.put(card(said, prose(consultation.outcome), kind="ok"))
        whole.put(SourceLine(consultation.provenance))
        self.both.show_card(panel(whole))

    def _show_problem(self, error: Exception) -> None:
        self.both.show_problem(error)
        self.told.emit()


def _row(consultation: Consultation, on: date) -> TitleRow:
    is_open = consultation.is_open(on)
    return TitleRow(
        consultation.id,
        short_prose(consultation.title),
        mark=tr("Open") if is_open else tr("Not open"),
        mark_icon="circle-check" if is_open else "clock",
        mark_colour="ok" if is_open else "muted",
    )


def _facts(consultation: Consultation) -> list[tuple[str, str]]:
    opens, closes = consultation.opens_on, consultation.closes_on
    return [
        (tr("Who asks"), consultation.by_whom),
        (tr("Opens"), shortly(opens) if opens else ""),
        (tr("Last day"), shortly(closes) if closes else tr("No last day is told")),
    ]
