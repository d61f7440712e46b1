"""A window with a search over a small real library, whose answers can be held back."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from tests.support.demo_page import DemoPage
from tests.support.fake_services import Held
from tests.support.funding_library import LUNCHES, MEALS, Household, award, grant, place
from vcs_desktop.domain.help import HelpTopic
from vcs_desktop.services.search import SearchService
from vcs_desktop.services.space import Space
from vcs_desktop.ui.main_window import MainWindow, PageSpec
from vcs_desktop.ui.search_panel.search import Search

TOPICS = (
    HelpTopic("home", "The Home page", "What stands there, and why.", ()),
    HelpTopic("lunching", "Looking after meals", "Nothing about grants.", ()),
)
FUNDING = ("funding_call", "tender", "award")


@pytest.fixture
def house(tmp_path, tasks):
    made = Household(tmp_path)
    made.put(
        MEALS,
        LUNCHES,
        grant("hall roof", grantShortDescription="Tiles for a village."),
        grant("old hall", grantShortDescription="Paint and meals."),
        award("choir", 2_000),
        place("Hall Green", "E05000001"),
    )
    made.library.finish_index()
    made.search = Held(SearchService(made.database, made.clock))
    made.choices = Held(made.choices)
    made.help = SimpleNamespace(topics=lambda: TOPICS)
    made.space = Space(made.clock)
    yield made
    made.search.let_all_go()
    tasks.stop()
    made.space.lock()
    made.close()


@pytest.fixture
def window(house, tasks, settings, show, qtbot):
    specs = (
        PageSpec("home", "Home", "house", DemoPage, "Ctrl+1"),
        PageSpec(
            "funding", "Funding", "hand-coins", DemoPage, "Ctrl+2", takes_words=True, shows=FUNDING
        ),
        PageSpec("people", "People", "users", DemoPage, "", shows=("person",), needs="group"),
        PageSpec("help", "Help", "circle-help", DemoPage, "", shows=("term",), aside=True),
    )
    made = MainWindow(specs, tasks, settings, ("Us", ""))
    made.finder = Search(made, house, tasks)
    show(made, 1366, 671)
    qtbot.waitUntil(lambda: made.page().visits == 1)
    return made


@pytest.fixture
def call(window, qtbot):
    """Go to the search by its key and type."""

    def type_in(words=""):
        control = Qt.KeyboardModifier.ControlModifier
        qtbot.keyClick(window, Qt.Key.Key_K, control)
        qtbot.keyClicks(window.top_bar.search, words)

    return type_in
