"""A window, its lanes and its settings for the tests of what people see."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.support import open_practice
from tests.support.demo_page import DemoPage
from tests.support.laptops_window import LaptopsHouse
from tests.support.loaded_once import PracticeGroups, load_once
from tests.support.vault_examples import MovableClock
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.main_window import MainWindow, PageSpec
from vcs_desktop.ui.theme import look


@pytest.fixture(scope="session", autouse=True)
def made_once(tmp_path_factory):
    """Make once what every whole window begins with: the library, and the practice group."""
    with pytest.MonkeyPatch.context() as patched:
        load_once(patched, tmp_path_factory.mktemp("libraries"))
        groups = PracticeGroups(tmp_path_factory.mktemp("practice"))
        patched.setattr(open_practice, "groups_made", groups)
        yield


@pytest.fixture(autouse=True)
def usual_look(qapp):
    """Begin and leave each test in light colours at 100 %.

    Where it is so already nothing is done: the window of the test before still stands, closed,
    and to dress it once more took a quarter of the time of all these tests.
    """
    put_on_the_usual_look(qapp)
    yield
    put_on_the_usual_look(qapp)


_usual = {}


def put_on_the_usual_look(qapp):
    if _worn() != _usual:
        # What is closed is let go of first, as the next loop would: nobody sees it any more.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        look.begin(qapp, "light", 100)
        _usual.update(_worn())


def _worn():
    """Return all that ``look.begin`` puts on."""
    return {
        "theme": look.theme,
        "size": look.text_size,
        "sheet": look._sheet,
        "palette": look.palette_name,
        "ground": QApplication.palette().window().color().name(),
        "letters": QApplication.font().toString(),
    }


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


@pytest.fixture
def laptops_house(tmp_path, tasks, qtbot):
    """Return services whose group can be on several laptops, with a service in memory."""
    made = LaptopsHouse(tmp_path, tasks, qtbot, MovableClock())
    yield made
    tasks.stop()
    made.close()
