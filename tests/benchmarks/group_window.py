"""The real window on a group, for the benchmarks that look at it in a process of their own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer

from tests.support.vault_examples import ASHA, QUICK
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.disks import SystemDisks
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.services.groups import GroupsService

_LONGEST_MS = 60_000


class GroupWindow:
    """A window that is ready, with a group opened in it; close it with ``end``."""

    def __init__(self, root: Path, group: str, size: QSize | None = None) -> None:
        # Only the process with the window pays for the whole application.
        from vcs_desktop.app.main import build_window
        from vcs_desktop.app.parts import Parts
        from vcs_desktop.core.settings import SettingsFile
        from vcs_desktop.ui.background import Tasks
        from vcs_desktop.ui.group_session import GroupSession

        folder = DataFolder(root)
        self._group = group
        self.parts, self.tasks = Parts(folder, SystemClock()), Tasks()
        self.parts.made["groups"] = GroupsService(
            folder.groups_folder, self.parts.clock, SystemDisks(), effort=QUICK
        )
        self.window = build_window(self.parts, self.tasks, SettingsFile(folder.settings_file))
        ready: list[bool] = []
        self.window.ready.connect(lambda: ready.append(True))
        if size is not None:
            self.window.resize(size)
        self.window.show()
        until(lambda: bool(ready))
        self.session = self.window.findChild(GroupSession)
        self.open()

    def open(self) -> None:
        """Open the group, and wait until it is."""
        groups = self.parts.groups
        self.session.open_with(lambda: groups.open(self._group, ASHA), then=list, otherwise=print)
        until(lambda: self.session.is_open)

    def lock(self) -> None:
        """Lock the group, and wait until it is."""
        self.session.lock()
        until(lambda: not self.parts.space.is_open)

    def end(self) -> None:
        """Close the window, and all that works behind it."""
        from vcs_desktop.app.main import end

        self.window.may_close = lambda: True
        self.window.close()
        end(self.window, self.tasks, self.parts)


def until(is_so: Callable[[], bool], *, look_ms: int = 1) -> None:
    """Let the window live until something is so; look at that every so many milliseconds.

    Raises TimeoutError when it is not so after a minute.
    """
    loop, looking, ending = QEventLoop(), QTimer(interval=look_ms), QTimer(interval=_LONGEST_MS)
    looking.timeout.connect(lambda: loop.quit() if is_so() else None)
    ending.timeout.connect(loop.quit)
    looking.start()
    ending.start()
    if not is_so():
        loop.exec()
    if not is_so():
        raise TimeoutError


def rest(ms: int) -> None:
    """Let what goes on behind come to its end, as it does while a person goes to the next thing."""
    over = QEventLoop()
    QTimer.singleShot(ms, over.quit)
    over.exec()
