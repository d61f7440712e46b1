"""Looks up what stands on Home."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest

if TYPE_CHECKING:
    from vcs_desktop.domain.learning import LeftOff
    from vcs_desktop.services.home import HomeView


class HomeViewModel(QObject):
    """``found`` carries a HomeView, ``guide_found`` a LeftOff, if somebody left a guide."""

    found = Signal(object)
    guide_found = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._latest = Latest(tasks, self)

    def look(self) -> None:
        """Look again; an earlier answer that is still to come is dropped."""
        self._latest.ask(
            lambda: self._services.home.look(),  # noqa: PLW0108  services are touched on the lane
            then=self._found,
            otherwise=self.failed.emit,
        )

    def _found(self, view: "HomeView") -> None:
        """Pass on what comes first; only then ask for guides, which need more to be read."""
        self.found.emit(view)
        self._latest.ask_too(
            lambda: self._services.learning.left_off(),  # noqa: PLW0108  as above
            then=self._pass_guide,
            otherwise=self._leave_guide_out,
        )

    def _pass_guide(self, left_off: "LeftOff | None") -> None:
        if left_off is not None:
            self.guide_found.emit(left_off)

    def _leave_guide_out(self, _error: Exception) -> None:
        """Home is of use without it; the error is in the log."""
