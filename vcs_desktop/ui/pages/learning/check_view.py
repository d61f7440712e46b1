"""The check of a guide: one question after another, then how it went."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.learning import (
    GuideMarks,
    GuideState,
    GuideView,
    answers_so_far,
    score_of,
)
from vcs_desktop.ui.pages.learning.question_view import QuestionView
from vcs_desktop.ui.pages.learning.result_view import ResultView
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button, column, panel, scroll
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

_LEAST = 240


class CheckView(QWidget):
    """Goes through the questions. What was answered is never lost, also when one leaves.

    ``answered`` carries what was chosen for each question, after every answer.
    ``left`` wants back to the guide, ``done_asked`` wants the guide marked as done.
    """

    answered = Signal(object)
    left = Signal()
    done_asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.back_button = button(tr("Back to the guide"), "quiet", icon="arrow-left")
        self.area = scroll(panel(column()))
        self.area.setProperty("kind", "clear")
        body = column(panel(FlowLayout(self.back_button)), gap=8)
        body.put(self.area, 1)
        self.setLayout(body)
        self.question: QuestionView | None = None
        self.result: ResultView | None = None
        self._view: GuideView | None = None
        self._chosen: list[tuple[int, ...]] = []
        self._number = 0
        self._is_done = False
        self.back_button.clicked.connect(self.left)

    def show_guide(self, view: GuideView) -> None:
        """Go on with the check of a guide: at the first question without an answer, or the end."""
        before, self._view = self._view, view
        self._is_done = view.line.marks.state is GuideState.DONE
        # What was just answered here may be newer than what was written down.
        if before is None or before.resource != view.resource:
            self._chosen = list(answers_so_far(view.resource.check, view.line.marks.attempt))
        self._go_on()

    def show_marks(self, marks: GuideMarks) -> None:
        """Take note of whether the guide counts as done."""
        self._is_done = marks.state is GuideState.DONE
        if self.result is not None:
            self.result.show_done(is_done=self._is_done)

    def first_focus(self) -> QWidget:
        """Start at the answers, or at what can be done now."""
        inside = self.question or self.result
        return self.back_button if inside is None else inside.first_focus()

    def find_here(self) -> QWidget | None:
        """There is nothing to search."""
        return None

    def parts(self) -> tuple[QWidget, ...]:
        """One part for F6."""
        return (self,)

    def sizeHint(self) -> QSize:
        """Ask for little: what is long scrolls by itself."""
        return QSize(look.px(_LEAST), look.px(_LEAST))

    def minimumSizeHint(self) -> QSize:
        """Never be squeezed so low that an answer cannot be read; the page scrolls instead."""
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        """Name no height: else what is long would decide how tall the page is."""
        return -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the guide on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        """Show the first question that has no answer, or how it went."""
        open_ones = [number for number, tried in enumerate(self._chosen) if not tried]
        if open_ones:
            self._ask(open_ones[0])
        else:
            self._show_result()

    def _ask(self, number: int) -> None:
        if self._view is None:
            return
        check = self._view.resource.check
        self._number, self.result = number, None
        self.question = QuestionView(check[number], (number + 1, len(check)))
        self.question.show_tried(self._chosen[number])
        self.question.tried.connect(self._note)
        self.question.next_asked.connect(self._go_to_next)
        self._put(self.question)

    def _note(self, answer: int) -> None:
        self._chosen[self._number] = (*self._chosen[self._number], answer)
        self.answered.emit(tuple(self._chosen))

    def _go_to_next(self) -> None:
        if self._number + 1 < len(self._chosen):
            self._ask(self._number + 1)
        else:
            self._show_result()
        self._begin()

    def _show_result(self) -> None:
        if self._view is None:
            return
        check, self.question = self._view.resource.check, None
        self.result = ResultView(check, self._chosen, score_of(check, self._chosen))
        self.result.show_done(is_done=self._is_done)
        self.result.rest_asked.connect(self._answer_the_rest)
        self.result.again_asked.connect(self._begin_anew)
        self.result.done_asked.connect(self.done_asked)
        self._put(self.result)

    def _answer_the_rest(self) -> None:
        self._go_on()
        self._begin()

    def _begin_anew(self) -> None:
        # The answers of before stay written down until there is a new one.
        self._chosen = [() for _ in self._chosen]
        self._go_on()
        self._begin()

    def _begin(self) -> None:
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, inside: QWidget) -> None:
        inner = column(inside, None, margins=(4, 0, 8, 16))
        self.area.show_widget(panel(inner))
