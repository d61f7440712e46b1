"""A widget that is shown before it has a place flashes up as a window and takes the keyboard."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from vcs_desktop.app.main import build_window, end
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.ui.background import Tasks


class Windows(QObject):
    """Notes every window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.came: list[str] = []

    def eventFilter(self, watched, event):  # noqa: N802  Qt's own name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.came.append(type(watched).__name__)
        return False


@pytest.mark.parametrize(
    "place", ["home", "funding", "learning", "facts", "council", "help", "settings"]
)
def test_going_to_a_place_shows_no_other_window(place, tmp_path, qtbot, qapp):
    folder = DataFolder(tmp_path)
    folder.make()
    parts, tasks = Parts(folder, SystemClock()), Tasks()
    window = build_window(parts, tasks, SettingsFile(folder.settings_file))
    window.show()
    windows = Windows()
    qapp.installEventFilter(windows)
    try:
        page = window.open_place(place)
        page.show_thing("")
        qtbot.waitUntil(page.isVisible)
    finally:
        qapp.removeEventFilter(windows)
        window.close()
        end(window, tasks, parts)
    assert windows.came == []
