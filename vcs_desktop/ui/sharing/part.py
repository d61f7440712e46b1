"""The part of a page that is there with a group open or not: without one it says how to begin."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.widgets.basics import column
from vcs_desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from vcs_desktop.ui.sharing.view import SharingView


class SharingPart(QWidget):
    """``group_wanted`` says that somebody wants to open a group."""

    told = Signal()
    group_wanted = Signal()

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__()
        self.view = self._made(services, tasks, session)
        self.empty = EmptyState(
            tr("Open your group to share something"),
            tr("What a group tells the council is kept with its own records."),
            tr("Open a group"),
            icon="upload",
        )
        self.empty.button.clicked.connect(self.group_wanted)
        layout = column(gap=0)
        layout.put(self.empty if self.view is None else self.view, 1)
        self.setLayout(layout)

    def _made(
        self, services: Services, tasks: Tasks, session: GroupSession
    ) -> "SharingView | None":
        if not session.is_open:
            return None
        from vcs_desktop.ui.sharing.view import SharingView

        made = SharingView(services, tasks, session)
        made.told.connect(self.told)
        return made

    def look(self) -> None:
        """Look at what is shared."""
        if self.view is not None:
            self.view.look()
        else:
            self.told.emit()

    def put_away(self) -> None:
        """Keep what is half written."""
        if self.view is not None:
            self.view.put_away()
