"""How the window follows a publisher's key: opened, and forgotten when nobody may be there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vcs_desktop.core.language import tr
from vcs_desktop.core.session_events import SessionEvents
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.navigation import KEY
from vcs_desktop.ui.publisher_session import PublisherSession
from vcs_desktop.ui.system.idle import IdleWatch

if TYPE_CHECKING:
    from vcs_desktop.ui.main_window import MainWindow

HOME, PUBLISH = "home", "publish"


class PublisherFrame(QObject):
    """Offers the place to publish from while a key is open.

    The key is forgotten when a group is locked, the screen is locked, nobody touches the
    window for a while, or the window closes.
    """

    def __init__(
        self,
        window: "MainWindow",
        publisher: PublisherSession,
        session: GroupSession,
        settings: SettingsFile,
        events: Callable[[], SessionEvents],
    ) -> None:
        """``events`` makes what says that somebody may have gone away."""
        super().__init__(window)
        self._window = window
        self._publisher = publisher
        self._settings = settings
        self._make_events = events
        self._events: SessionEvents | None = None
        self.idle = IdleWatch(settings.current.lock_after_minutes, parent=self)
        publisher.setParent(window)
        publisher.opened.connect(self._show)
        publisher.forgotten.connect(self._show_nothing)
        session.locked.connect(publisher.forget)
        self.idle.idle.connect(self._forget_idle)
        window.closing.connect(self._end)

    def _show(self) -> None:
        self.idle.minutes = self._settings.current.lock_after_minutes
        self.idle.watch()
        if self._events is None:
            self._events = self._make_events()
            self._events.listen(self._publisher.forget)
        window = self._window
        window.offer(KEY, is_open=True)
        window.open_place(PUBLISH)

    def _show_nothing(self) -> None:
        window = self._window
        self.idle.rest()
        window.offer(KEY, is_open=False)
        if window.stack.specs[window.stack.place_id].needs == KEY:
            window.open_place(HOME)
        window.stack.drop(KEY)

    def _forget_idle(self) -> None:
        self._publisher.forget()
        words = tr("The key was put away: nobody touched this computer for a while.")
        self._window.status_bar.showMessage(words)

    def _end(self) -> None:
        """Forget the key while the window closes: nobody sees what would be shown then."""
        self._publisher.forgotten.disconnect(self._show_nothing)
        self._publisher.forget()
        self.idle.rest()
        if self._events is not None:
            self._events.stop()
