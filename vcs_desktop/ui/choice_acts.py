"""Writes down what the person chooses, and how to take it back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.choices import Choices, ChoicesService
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks

Act = Callable[[ChoicesService], Choices]


class ChoiceActs(QObject):
    """Writes choices in the background. Subclasses say which.

    ``changed`` carries every choice there is now (Choices). ``done`` carries what was
    done, in words, and how to take it back; an undo itself offers none.
    """

    changed = Signal(object)
    done = Signal(str, object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks

    def read(self) -> None:
        """Ask for the choices made so far."""
        self._act(lambda choices: choices.all())

    def _act(self, act: Act, words: str = "", undo: Act | None = None) -> None:
        def then(choices: Choices) -> None:
            self.changed.emit(choices)
            if undo is not None:
                self.done.emit(words, lambda: self._act(undo))

        self._tasks.run(lambda: act(self._services.choices), then=then, otherwise=self.failed.emit)
