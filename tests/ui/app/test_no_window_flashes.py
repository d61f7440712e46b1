"""A widget that is shown before it has a place flashes up as a window and takes the keyboard."""

import pytest
from PySide6.QtCore import QEvent, QObject

from vcs_desktop.app.main import build_window, end
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.ui.background import Tasks


class Deactivations(QObject):
    """Notes each time that another window takes the keyboard from the one it watches."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched, event):  # noqa: N802  Qt's own name
        self.count += event.type() == QEvent.Type.WindowDeactivate
        return False


@pytest.mark.parametrize(
    "place", ["home", "funding", "learning", "facts", "council", "library", "help", "settings"]
)
def test_going_to_a_place_shows_no_other_window(place, tmp_path, qtbot):
    folder = DataFolder(tmp_path)
    folder.make()
    parts, tasks = Parts(folder, SystemClock()), Tasks()
    window = build_window(parts, tasks, SettingsFile(folder.settings_file))
    taken = Deactivations()
    try:
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.installEventFilter(taken)
        page = window.open_place(place)
        # The keyboard is taken only once the computer has seen the other window.
        with qtbot.waitSignal(page.ready):
            page.shown()
        window.removeEventFilter(taken)
    finally:
        window.close()
        end(window, tasks, parts)
    assert taken.count == 0
