"""How the window follows its group: opened, changed to another, locked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog

from vcs_desktop.core.language import tr
from vcs_desktop.ui.group_session import GroupSession

if TYPE_CHECKING:
    from vcs_desktop.ui.main_window import MainWindow

HOME, GROUPS = "home", "groups"


class GroupFrame(QObject):
    """Makes the window that of the open group, and takes every word of it away on locking.

    Every page goes, the public ones too: their verdicts are about the group.
    """

    def __init__(self, window: "MainWindow", session: GroupSession) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        session.setParent(window)
        session.opened.connect(self._show_group)
        session.locking.connect(self._put_away)
        session.locked.connect(self._show_nothing)
        session.changed.connect(self._look_again)
        window.closing.connect(self._end)
        window.menu_bar.group.lock.triggered.connect(self.lock)
        window.navigation.lock_asked.connect(self.lock)
        window.navigation.open_asked.connect(self._ask_which)

    def lock(self) -> None:
        """Lock the group, as the person asked for."""
        self._session.lock()

    def _show_group(self) -> None:
        session, window = self._session, self._window
        note = tr("Practice: put no real names here") if session.is_practice else ""
        window.show_group(is_open=True)
        window.navigation.show_group(session.name, note, session.person)
        window.stack.clear()
        window.open_place(HOME)

    def _end(self) -> None:
        """Lock while the window closes: nobody sees what would be shown then."""
        self._session.locked.disconnect(self._show_nothing)
        self._session.lock()

    def _put_away(self) -> None:
        for page in self._window.stack.pages():
            page.put_away()

    def _show_nothing(self) -> None:
        window = self._window
        _close_dialogs(window)
        window.top_bar.search.clear()
        window.top_bar.search.left.emit()
        window.status_bar.clearMessage()
        window.show_group(is_open=False)
        window.navigation.show_guest()
        window.stack.clear()
        window.open_place(GROUPS if GROUPS in window.stack.specs else HOME)

    def _look_again(self) -> None:
        self._window.page().shown()

    def _ask_which(self) -> None:
        self._window.open_place(GROUPS)


def _close_dialogs(window: "MainWindow") -> None:
    """Close what stands before the window, and menus and lists that hang open."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for dialog in window.findChildren(QDialog):
        dialog.reject()
