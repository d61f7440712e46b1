"""What the page of groups shows in place of the list: each made when it is first asked for."""

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.widgets.basics import Box

if TYPE_CHECKING:
    from vcs_desktop.ui.pages.groups.join_view import JoinView
    from vcs_desktop.ui.pages.groups.restore_view import RestoreView
    from vcs_desktop.ui.pages.groups.start_view import StartView
    from vcs_desktop.ui.pages.groups.way_back_view import WayBackView

View = TypeVar("View", bound=QWidget)


class Views(QObject):
    """``left`` asks for the list, ``settled`` says that a view shows something else.

    ``way_back_left`` says that a second way in was made or put off. ``begun`` carries a
    view that wants to come to the front, ``restored`` the id of a group that is back,
    and ``asked`` another thing that the page can show.
    """

    left = Signal()
    settled = Signal()
    way_back_left = Signal()
    begun = Signal(object)
    restored = Signal(str)
    asked = Signal(str)

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        session: GroupSession,
        settings: SettingsFile,
        room: Box,
    ) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._session = session
        self._settings = settings
        self._room = room
        self.made: list[QWidget] = []

    @cached_property
    def start(self) -> "StartView":
        """The questions of starting a group."""
        from vcs_desktop.ui.pages.groups.start_view import StartView

        made = StartView(self._services, self._tasks, self._session, self._settings)
        made.left.connect(self.left)
        made.stepped.connect(self.settled)
        return self._added(made)

    @cached_property
    def way_back(self) -> "WayBackView":
        """A second way into the open group."""
        from vcs_desktop.ui.pages.groups.way_back_view import WayBackView

        made = WayBackView(self._services, self._tasks, self._session)
        made.left.connect(self.way_back_left)
        return self._added(made)

    @cached_property
    def restore(self) -> "RestoreView":
        """Bringing a group back."""
        from vcs_desktop.ui.pages.groups.restore_view import RestoreView

        made = RestoreView(self._services, self._tasks)
        made.left.connect(self.left)
        made.restored.connect(self.restored)
        made.begun.connect(lambda: self.begun.emit(made))
        made.other_asked.connect(lambda: self.asked.emit("restore"))
        return self._added(made)

    @cached_property
    def join(self) -> "JoinView":
        """Getting a group that is on another laptop."""
        from vcs_desktop.ui.pages.groups.join_view import JoinView

        made = JoinView(self._services, self._tasks, self._session, self._settings)
        made.left.connect(self.left)
        made.stepped.connect(self.settled)
        made.restore_asked.connect(lambda: self.asked.emit("restore"))
        return self._added(made)

    def forget(self) -> None:
        """Take every answer and every secret away."""
        for view in self.made:
            if hasattr(view, "forget"):
                view.forget()

    def put_away(self) -> None:
        """Take every secret away; names that were answered may stay."""
        for view in self.made:
            if hasattr(view, "put_away"):
                view.put_away()
            elif hasattr(view, "forget"):
                view.forget()

    def _added(self, view: View) -> View:
        view.hide()
        self._room.put(view, 1)
        self.made.append(view)
        return view
