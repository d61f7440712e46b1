"""Looks up what stands on Home."""

from PySide6.QtCore import QObject

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.question import Question


class HomeViewModel(QObject):
    """``things`` answers with a HomeView, ``guide`` with a LeftOff, or with None for no guide.

    Home is of use without a guide: an error there is only in the log.
    """

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.things = Question(tasks, self)
        self.guide = Question(tasks, self)

    def look(self) -> None:
        """Look again; an earlier answer that is still to come is dropped."""
        self.guide.forget()
        self.things.ask(lambda: self._services.home.look())  # noqa: PLW0108  on the lane

    def look_for_guide(self) -> None:
        """Look for the guide that somebody left."""
        self.guide.ask(lambda: self._services.learning.left_off())  # noqa: PLW0108  on the lane
