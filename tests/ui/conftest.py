"""A window, its lanes and its settings for the tests of what people see."""

import pytest
from PySide6.QtWidgets import QWidget

from tests.support.demo_page import DemoPage
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.main_window import MainWindow, PageSpec
from vcs_desktop.ui.theme import look


@pytest.fixture(autouse=True)
def usual_look(qapp):
    """Begin and leave each test in light colours at 100 %."""
    look.begin(qapp, "light", 100)
    yield
    look.begin(qapp, "light", 100)


@pytest.fixture
def qtbot(qtbot, monkeypatch):
    """Dress every widget that a test shows by itself, as its window would."""
    add = qtbot.addWidget

    def add_dressed(widget: QWidget, **more) -> None:
        if widget.parentWidget() is None:
            look.dress(widget)
        add(widget, **more)

    monkeypatch.setattr(qtbot, "addWidget", add_dressed)
    return qtbot


@pytest.fixture
def tasks(qapp):
    lanes = Tasks()
    yield lanes
    lanes.stop()


@pytest.fixture
def settings(tmp_path):
    file = SettingsFile(tmp_path / "settings.json")
    file.change(theme="light")
    return file


@pytest.fixture
def show(qtbot):
    """Put a widget on the screen, at a size, and give it the focus."""

    kept = []

    def put(widget: QWidget, width: int = 800, height: int = 600) -> QWidget:
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return put


@pytest.fixture
def make_window(show, tasks, settings):
    """Build the frame round two demo pages, "home" and "funding"."""

    def make(width: int = 1366, height: int = 671, **more) -> MainWindow:
        specs = (
            PageSpec("home", "Home", "house", DemoPage, "Ctrl+1"),
            PageSpec("funding", "Funding", "hand-coins", DemoPage, "Ctrl+2", takes_words=True),
        )
        head = ("Marston Lunch Club", "Practice group")
        return show(MainWindow(specs, tasks, settings, head, **more), width, height)

    return make


@pytest.fixture
def window(make_window, qtbot):
    """Return a window that has been painted, at the size of a small laptop."""
    made = make_window()
    qtbot.waitUntil(lambda: made.page().visits == 1)
    return made
