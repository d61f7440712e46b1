"""One question of a check: answers to choose from, and what each of them means."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.reference import Answer, Question
from vcs_desktop.ui.pages.learning import words
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import (
    button,
    card,
    column,
    label,
    panel,
    picture,
    row,
    set_kind,
)
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.option import Option

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuestionView(QWidget):
    """Asks one question. ``tried`` carries the number of the answer that was checked.

    After an answer that is not right one may try another, or go on: ``next_asked``.
    """

    tried = Signal(int)
    next_asked = Signal()

    def __init__(self, question: Question, place: tuple[int, int]) -> None:
        """``place`` is the number of the question, from 1, and how many there are."""
        super().__init__()
        self._question = question
        number, count = place
        self.title = label(words.sentence(question.text), "title", wrap=True)
        self.options = [Option(answer.text) for answer in question.answers]
        self.choices = QButtonGroup(self)
        for each, option in enumerate(self.options):
            self.choices.addButton(option.button, each)
            option.button.setAccessibleDescription(self.title.text())
        self.verdict_icon = picture("circle-check", "ok")
        self.verdict = label("", "strong", wrap=True)
        self.feedback = label("", wrap=True)
        self._feedback_card = _feedback_card(self.verdict_icon, self.verdict, self.feedback)
        self.check_button = button(tr("Check my answer"), "primary")
        last = number == count
        self.next_button = button(tr("See how it went") if last else tr("Next question"))
        asked = column(
            label(tr("Question {number} of {count}", number=number, count=count), "muted"),
            self.title,
            *self.options,
            self._feedback_card,
            panel(FlowLayout(self.check_button, self.next_button)),
            gap=10,
        )
        self.setLayout(asked)
        self._feedback_card.hide()
        self.check_button.clicked.connect(self._check)
        self.next_button.clicked.connect(self.next_asked)

    def show_tried(self, tried: Sequence[int]) -> None:
        """Show what was answered before."""
        if tried:
            self.choices.button(tried[-1]).setChecked(True)
            self._show_feedback(self._question.answers[tried[-1]])

    def first_focus(self) -> QWidget:
        """Start at the answer that is chosen, or at the first."""
        return self.choices.checkedButton() or self.choices.button(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Check the answer on Enter; no round button takes that key."""
        if event.key() in _ENTER:
            self._check()
        else:
            super().keyPressEvent(event)

    def _check(self) -> None:
        number = self.choices.checkedId()
        if number < 0:
            self._tell_none_chosen()
            return
        answer = self._question.answers[number]
        self._show_feedback(answer)
        self.tried.emit(number)
        say(self, f"{self.verdict.text()} {self.feedback.text()}")
        if answer.right:
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_feedback(self, answer: Answer) -> None:
        self.verdict.setText(tr("That is right.") if answer.right else tr("Not quite."))
        self.verdict_icon.set_icon(
            "circle-check" if answer.right else "info", "ok" if answer.right else "info"
        )
        self.feedback.setText(words.sentence(answer.feedback))
        self._show_card("ok" if answer.right else "info")
        # One main button: the way on, once the answer is right.
        set_kind(self.check_button, "" if answer.right else "primary")
        set_kind(self.next_button, "primary" if answer.right else "")

    def _tell_none_chosen(self) -> None:
        self.verdict.setText(tr("Choose an answer first."))
        self.verdict_icon.set_icon("triangle-alert", "warn")
        self.feedback.setText(tr("The arrow keys choose one, or press Space."))
        self._show_card("warn")
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        say(self, f"{self.verdict.text()} {self.feedback.text()}")

    def _show_card(self, kind: str) -> None:
        self.feedback.setVisible(bool(self.feedback.text()))
        set_kind(self._feedback_card, kind)
        self._feedback_card.show()


def _feedback_card(icon: QWidget, verdict: QWidget, feedback: QWidget) -> QWidget:
    line = row(icon, gap=8)
    line.put(verdict, 1)
    return card(panel(line), feedback, kind="info", gap=4)
