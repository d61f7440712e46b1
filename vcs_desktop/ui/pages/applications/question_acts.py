"""What is done to the questions of an application from its editor: added, moved, put in the bin."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vcs_desktop.core.language import tr
from vcs_desktop.domain.answers import ListedQuestion
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.one_at_a_time import OneAtATime

if TYPE_CHECKING:
    from collections.abc import Callable

    from vcs_desktop.services.in_group import InGroup


class QuestionActs(QObject):
    """``done`` says that something is kept, ``added`` carries the id of a new answer.

    ``undo_offered`` carries words and what takes it back, ``failed`` an error.
    """

    done = Signal()
    added = Signal(str)
    undo_offered = Signal(str, object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._acts = Latest(tasks, self)
        self._adding = OneAtATime(tasks, self)

    def add(self, application_id: str) -> None:
        """Add a question without words as yet, after the last."""

        def then(answer_id: str) -> None:
            self.added.emit(answer_id)
            self.done.emit()

        self._adding.do(
            lambda: self._services.space.inside().applications.add_question(
                application_id, ListedQuestion("")
            ),
            then=then,
            otherwise=self.failed.emit,
        )

    def move(self, answer_id: str, to: int) -> None:
        """Move a question to another place, counted from 0."""
        self._act(lambda inside: inside.applications.move_question(answer_id, to))

    def remove(self, answer_id: str) -> None:
        """Put a question with its answer in the bin."""
        self._act(
            lambda inside: inside.applications.remove_question(answer_id),
            tr("The question is in the bin."),
        )

    def _act(self, work: "Callable[[InGroup], None]", words: str = "") -> None:
        def then(_outcome: object) -> None:
            self.done.emit()
            if words:
                self.undo_offered.emit(words, self._undo)

        self._acts.ask_too(
            lambda: work(self._services.space.inside()), then=then, otherwise=self.failed.emit
        )

    def _undo(self) -> None:
        self._act(_undone)


def _undone(inside: "InGroup") -> None:
    inside.records.undo()
