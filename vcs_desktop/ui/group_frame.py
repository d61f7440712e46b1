"""How the window follows its group: opened, changed to another, locked."""

from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog

from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.navigation import GROUP
from vcs_desktop.ui.say import say
from vcs_desktop.ui.way_back_gate import WayBackGate

if TYPE_CHECKING:
    from vcs_desktop.ui.main_window import MainWindow

HOME, GROUPS = "home", "groups"
BEFORE_LOCK, BEFORE_CLOSE = "way-back/lock", "way-back/close"
_TOLD_MS = 20_000


class GroupFrame(QObject):
    """Makes the window that of the open group, and takes every word of it away on locking.

    Every page goes, the public ones too: their verdicts are about the group.
    """

    def __init__(
        self, window: "MainWindow", session: GroupSession, services: Services, tasks: Tasks
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        session.setParent(window)
        self._gate = WayBackGate(session, services, tasks, self)
        window.menu_bar.edit.begin(services, tasks, session)
        self._connect()

    def _connect(self) -> None:
        window, session, gate = self._window, self._session, self._gate
        session.opened.connect(self._show_group)
        session.locking.connect(self._put_away)
        session.locked.connect(self._show_nothing)
        session.changed.connect(self._look_again)
        gate.passed.connect(session.lock)
        gate.stopped.connect(self._ask_before_lock)
        for asked in (window.menu_bar.group.lock.triggered, window.navigation.lock_asked):
            asked.connect(gate.come_to_lock)
        window.navigation.open_asked.connect(self._ask_which)
        window.menu_bar.edit.told.connect(self._tell)
        window.menu_bar.edit.record_touched.connect(self._show_touched)
        window.may_close = self._may_close
        window.closing.connect(self._end)

    def _show_group(self) -> None:
        session, window = self._session, self._window
        note = tr("For practice") if session.is_practice else ""
        window.offer(GROUP, is_open=True)
        window.navigation.show_group(session.name, note, session.person)
        window.stack.clear()
        window.open_place(HOME)

    def _put_away(self) -> None:
        """Let every page keep what is half written, also where another one cannot."""
        with ExitStack() as every:  # it calls each, and raises what went wrong at the end
            for page in reversed(self._window.stack.pages()):
                every.callback(page.put_away)

    def _show_nothing(self) -> None:
        window = self._window
        _close_dialogs(window)
        window.top_bar.search.clear()
        window.top_bar.search.left.emit()
        window.status_bar.clearMessage()
        window.offer(GROUP, is_open=False)
        window.navigation.show_guest()
        window.stack.clear()
        window.open_place(GROUPS if GROUPS in window.stack.specs else HOME)

    def _look_again(self) -> None:
        self._window.page().shown()

    def _ask_which(self) -> None:
        self._window.open_place(GROUPS)

    def _ask_before_lock(self) -> None:
        self._window.open_thing(GROUPS, BEFORE_LOCK)

    def _may_close(self) -> bool:
        """Say whether the window may close; if not, ask for a second way in, once."""
        if self._gate.lets_close():
            return True
        self._window.open_thing(GROUPS, BEFORE_CLOSE)
        return False

    def _end(self) -> None:
        """Lock while the window closes: nobody sees what would be shown then."""
        self._session.locked.disconnect(self._show_nothing)
        self._session.lock()

    def _tell(self, words: str) -> None:
        self._window.status_bar.showMessage(words, _TOLD_MS)
        say(self._window.status_bar, words)

    def _show_touched(self, kind: str, record_id: str) -> None:
        """Show what was undone or redone, where its page is in front."""
        stack = self._window.stack
        if record_id and stack.showing(kind) == stack.place_id:
            stack.page.show_record(kind, record_id)


def _close_dialogs(window: "MainWindow") -> None:
    """Close what stands before the window, and menus and lists that hang open."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for dialog in window.findChildren(QDialog):
        dialog.reject()
