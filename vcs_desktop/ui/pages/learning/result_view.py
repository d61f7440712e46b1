"""How a check went, question by question."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.learning import Score
from vcs_desktop.domain.reference import Question
from vcs_desktop.ui.pages.learning import words
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout


class ResultView(QWidget):
    """Says how many were right the first time, and the answer to each question that was asked."""

    rest_asked = Signal()
    again_asked = Signal()
    done_asked = Signal(bool)

    def __init__(
        self, check: Sequence[Question], chosen: Sequence[Sequence[int]], score: Score
    ) -> None:
        super().__init__()
        self._is_whole = score.is_whole
        self.title = label(words.score_in_words(score), "title", wrap=True)
        self.left = label(words.left_to_answer(score), "muted", wrap=True)
        self.left.setVisible(bool(self.left.text()))
        self.rest_button = button(tr("Answer the rest"), "primary")
        self.done_button = button(tr("Mark as done"), "primary", icon="check")
        self.again_button = button(tr("Do the check again"), icon="undo-2")
        self.rest_button.setVisible(not score.is_whole)
        buttons = (self.rest_button, self.done_button, self.again_button)
        whole = column(self.title, self.left, panel(FlowLayout(*buttons)), gap=10)
        for question, tried in zip(check, chosen, strict=True):
            whole.put(_told(question, tried))
        self.setLayout(whole)
        self.rest_button.clicked.connect(self.rest_asked)
        self.again_button.clicked.connect(self.again_asked)
        self.done_button.clicked.connect(self._ask_done)

    def first_focus(self) -> QWidget:
        """Start at the first button."""
        buttons = (self.rest_button, self.done_button, self.again_button)
        return next(each for each in buttons if not each.isHidden())

    def show_done(self, *, is_done: bool) -> None:
        """Offer to mark the guide as done, while it is not and all questions have answers."""
        had_focus = self.done_button.hasFocus()
        self.done_button.setVisible(self._is_whole and not is_done)
        if had_focus and is_done:
            self.again_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_done(self) -> None:
        self.done_asked.emit(True)


def _told(question: Question, tried: Sequence[int]) -> QWidget:
    """Return a question, how it was answered, and what the right answer is.

    A question without an answer keeps its secret: one may still want to try.
    """
    if not tried:
        icon, colour, said = "clock", "muted", tr("No answer yet")
    elif question.answers[tried[0]].right:
        icon, colour, said = "circle-check", "ok", tr("Right the first time")
    else:
        icon, colour, said = "info", "info", tr("Worth another look")
    line = row(picture(icon, colour), gap=8)
    line.put(label(said, colour, wrap=True), 1)
    parts = [label(words.sentence(question.text), "strong", wrap=True), panel(line)]
    if tried:
        right = next(answer for answer in question.answers if answer.right)
        said = tr("The answer: {answer}", answer=words.sentence(right.text))
        parts.append(label(said, wrap=True))
        parts.append(label(words.sentence(right.feedback), "muted", wrap=True))
    return card(*parts, gap=4)
