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
from vcs_desktop.ui.bound_fields import bound_choice, one
from vcs_desktop.ui.focus_in_sight import FocusInSight
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.history.dialog import HistoryButton
from vcs_desktop.ui.history.two_versions import TwoVersions
from vcs_desktop.ui.kept_form import Bound, KeptForm
from vcs_desktop.ui.pages.applications.answer_box import AnswerField
from vcs_desktop.ui.pages.applications.answer_menu import AnswerMenu
from vcs_desktop.ui.pages.applications.spelling_bar import SpellingBar
from vcs_desktop.ui.pages.applications.spelling_marks import SpellingMarks
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, row, set_kind
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.find_bar import FindBar
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose, short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup


class AnswerCard(QWidget):
    """``kept`` carries the answer as it is now (a Held); ``next_asked`` wants the next question.

    ``settled`` says that somebody chose between two versions.
    """

    kept = Signal(object)
    next_asked = Signal()
    settled = Signal()

    def __init__(
        self,
        asked: tuple[Services, Tasks, GroupSession],
        held: Held[Answer],
        number: int,
        left: set[str],
        *,
        is_last: bool = False,
    ) -> None:
        """``asked`` are the services, the tasks and the session.

        ``left`` are the words that somebody left as they are, for all answers.
        """
        super().__init__()
        services, tasks, _session = asked
        self.answer = held.thing
        self._was_over = False
        self.count = label("", "strong", wrap=True)
        self.guidance = prose(held.thing.guidance, "muted")
        self.guidance.hide()
        self.versions = TwoVersions(*asked)
        self.history_button = HistoryButton(*asked)
        self.history_button.set_record(self.answer.id, self.answer.question)
        self.next_button = button(tr("Next question"), "primary")
        if is_last:
            self.next_button.hide()
        self.state_field = _state_field()
        self._foot = row(self.count)
        about = short_prose(self.answer.question, 200)
        title = tr("Your answer to: {question}", question=about) if about else tr("Your answer")
        self.text_field = AnswerField(title, panel(self._foot))
        box = self.text_field.box
        self.marks = SpellingMarks(asked, box, left)
        self.menu = AnswerMenu(services, tasks, box, self.marks)
        self.spelling = SpellingBar(services, tasks, box, self.marks)
        self.spelling_button = button(tr("Check spelling"), "quiet", icon="spell-check")
        self.find_bar = FindBar(box)
        self.form = KeptForm(services, tasks, held, _save, self._bound())
        self._lay_out(number)
        self.next_button.clicked.connect(self.next_asked)
        self.text_field.edited.connect(self._count)
        self.form.kept.connect(self._hear_kept)
        self.versions.settled.connect(self.settled)
        self.spelling_button.clicked.connect(self.spelling.begin)
        for bar in (self.spelling, self.find_bar):
            bar.left.connect(self.take_focus)
        box.textChanged.connect(self.find_bar.grow_old)
        self.versions.show_versions(self.answer.id)
        FocusInSight(self)
        self._count()

    def take_focus(self) -> None:
        """Go to where the answer is typed."""
        self.text_field.take_focus()

    def go_to(self, at: int) -> None:
        """Go to a place in what is typed, in Qt's units, or to its end."""
        cursor = self.text_field.box.textCursor()
        cursor.setPosition(min(at, self.text_field.box.document().characterCount() - 1))
        self.text_field.box.setTextCursor(cursor)
        self.take_focus()

    def _bound(self) -> dict[str, Bound]:
        field = self.text_field
        return {
            "text": Bound(
                field,
                lambda answer: field.set_words(answer.text),
                lambda: one("text", field.words()),
            ),
            "state": bound_choice(self.state_field, "state", str, AnswerState),
        }

    def _lay_out(self, number: int) -> None:
        self._foot.put(self.form.saved_line)
        state = panel(FlowLayout(self.state_field.label, self.state_field, gap=6))
        buttons = (self.next_button, self.spelling_button, self.history_button)
        bars = (self.versions, self.find_bar, self.text_field, self.spelling)
        self.form.lay_out((*bars, panel(FlowLayout(*buttons, state))))
        title = prose(f"{self.answer.ref or number}. {self.answer.question}", "heading")
        self.setLayout(column(card(title, self.guidance, self.form, margins=(14, 10, 14, 10))))

    def _count(self) -> None:
        found = counted(self.text_field.words(), self.answer)
        self.count.setText(in_words(found))
        set_kind(self.count, "warn" if found.over else "strong")
        if found.over and not self._was_over:
            say(self, self.count.text())
        self._was_over = bool(found.over)

    def _hear_kept(self, held: Held[Answer]) -> None:
        self.answer = held.thing
        self.kept.emit(held)


def _state_field() -> ChoiceField:
    states = [(each.value, tr_marked(ANSWER_STATES[each])) for each in AnswerState]
    return ChoiceField(tr("How far it has come"), states)


def _save(inside: "InGroup", before: Held[Answer], after: Answer) -> Held[Answer]:
    return inside.applications.save_answer(before, after)
