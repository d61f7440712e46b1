"""One question and the field for its answer, with its count by the funder's own rule."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.answers import Answer, AnswerState
from vcs_desktop.domain.application_words import ANSWER_STATES
from vcs_desktop.domain.counting import counted, in_words
from vcs_desktop.services.offer import Services
from vcs_desktop.services.records import Held
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.bound_fields import bound_choice, bound_words
from vcs_desktop.ui.kept_form import KeptForm
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, set_kind
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.prose import prose

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup


class AnswerCard(QWidget):
    """``kept`` carries the answer as it is now (a Held); ``next_asked`` wants the next question."""

    kept = Signal(object)
    next_asked = Signal()

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        held: Held[Answer],
        number: int,
        history: QWidget,
        *,
        is_last: bool = False,
    ) -> None:
        super().__init__()
        self.answer = held.thing
        self.text_field = LongTextField(tr("Your answer"), optional=True)
        self.count = label("", "strong", wrap=True)
        states = [(each.value, tr_marked(ANSWER_STATES[each])) for each in AnswerState]
        self.state_field = ChoiceField(tr("How far it has come"), states)
        bound = {
            "text": bound_words(self.text_field, "text"),
            "state": bound_choice(self.state_field, "state", str, AnswerState),
        }
        self.form = KeptForm(services, tasks, held, _save, bound)
        self.next_button = button(tr("Next question"), "primary")
        self.next_button.setVisible(not is_last)
        self.form.lay_out(
            (
                self.text_field,
                self.count,
                self.form.saved_line,
                self.state_field,
                panel(FlowLayout(self.next_button, history)),
            )
        )
        title = prose(f"{held.thing.ref or number}. {held.thing.question}", "title")
        guidance = prose(held.thing.guidance, "muted")
        guidance.setVisible(bool(held.thing.guidance))
        self.setLayout(column(card(title, guidance, self.form, gap=8)))
        self.next_button.clicked.connect(self.next_asked)
        self.text_field.edited.connect(self._count)
        self.form.kept.connect(self._hear_kept)
        self._count()

    def take_focus(self) -> None:
        """Go to where the answer is typed."""
        self.text_field.take_focus()

    def _count(self) -> None:
        found = counted(self.text_field.words(), self.answer)
        self.count.setText(in_words(found))
        set_kind(self.count, "warn" if found.over else "strong")

    def _hear_kept(self, held: Held[Answer]) -> None:
        self.answer = held.thing
        self.kept.emit(held)


def _save(inside: "InGroup", before: Held[Answer], after: Answer) -> Held[Answer]:
    return inside.applications.save_answer(before, after)
