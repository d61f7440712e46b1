"""A part of the page that shows one answer from top to bottom, or says why there is none."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import Box, column, panel
from vcs_desktop.ui.widgets.empty_state import EmptyState


class AnswerView(QWidget):
    """Fills ``body`` anew where the answer is another than before. Subclasses say with what.

    ``told`` says that an answer, or a problem, is on the screen.
    """

    told = Signal()

    def __init__(self, question: Question, ask: Callable[[], None], icon: str) -> None:
        """``ask`` puts the question; ``icon`` stands over words in place of an answer."""
        super().__init__()
        self._ask = ask
        self._found: object = None
        self.problem = EmptyState("", "", icon=icon)
        self.body: Box = column(gap=14)
        layout = column(gap=0)
        layout.put(self.problem, 1)
        layout.put(panel(self.body))
        self.setLayout(layout)
        self.problem.hide()
        self.problem.button.clicked.connect(self.look)
        question.answered.connect(self._show)
        question.failed.connect(self._show_problem)

    def look(self) -> None:
        """Look it up."""
        self._ask()

    def fill(self, found: Any) -> None:
        """Put what was found into the empty ``body``, or ``say`` that there is nothing."""
        raise NotImplementedError

    def say(self, title: str, text: str, act: str = "") -> None:
        """Say something in place of an answer; ``act`` is the button that looks again."""
        self.problem.set_words(title, text, act)
        self.problem.show()

    def _show(self, found: object) -> None:
        if found != self._found:
            self._begin_anew(found)
            self.fill(found)
            self.body.put(None)
        self.told.emit()

    def _show_problem(self, error: Exception) -> None:
        self._begin_anew(None)
        self.say(tr("We could not look"), words_for(error), tr("Try again"))
        self.told.emit()

    def _begin_anew(self, found: object) -> None:
        self._found = found
        self.body.clear()
        self.problem.hide()
