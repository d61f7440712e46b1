"""Pages over a small real library, with services that can be held back."""

import pytest

from tests.support.fake_services import Held
from tests.support.funding_library import EVERYTHING, Household
from tests.support.guide_library import GuideHouse, guide, rule, term
from tests.support.learning_window import BUDGET, LONG
from vcs_desktop.ui import files
from vcs_desktop.ui.pages.funding.page import FundingPage
from vcs_desktop.ui.pages.learning.page import LearningPage


@pytest.fixture
def house(tmp_path, tasks):
    made = Household(tmp_path)
    made.put(*EVERYTHING)
    made.library.finish_index()
    for name in ("funding", "choices", "home", "sheet", "library"):
        setattr(made, name, Held(getattr(made, name)))
    yield made
    for name in ("funding", "choices", "home", "sheet", "library"):
        getattr(made, name).let_all_go()
    tasks.stop()
    made.close()


@pytest.fixture
def funding_page(house, tasks, show, qtbot):
    made = show(FundingPage(house, tasks), 1150, 640)
    made.shown()
    qtbot.waitUntil(lambda: "Judged for" in made.subtitle)
    qtbot.waitUntil(lambda: made.find_view.pane.card is not None)
    return made


@pytest.fixture
def opened(monkeypatch):
    """Note which files are opened instead of opening them; this computer has a program for each."""
    paths = []
    monkeypatch.setattr(files, "open_file", lambda path: paths.append(path) or True)
    return paths


@pytest.fixture
def guide_house(tmp_path, tasks):
    """Return services over three guides, a word and a rule."""
    made = GuideHouse(
        tmp_path,
        guide("budget", body=LONG, terms=["term/reserves"], facts=["rule/wage"], minutes=20),
        guide("bid", topic="Contracts", minutes=8),
        guide("plain", topic="Contracts", level="next steps", check=None, sheet=None, goals=None),
        term("Reserves", "Money kept for hard times."),
        rule("wage"),
    )
    made.learning = Held(made.learning)
    yield made
    made.learning.let_all_go()
    tasks.stop()
    made.close()


@pytest.fixture
def open_learning(guide_house, tasks, show, qtbot):
    def make(width=1150, height=600):
        page = show(LearningPage(guide_house, tasks), width, height)
        with qtbot.waitSignal(page.ready):
            page.shown()
        return page

    return make


@pytest.fixture
def learning_page(open_learning, qtbot):
    made = open_learning()
    qtbot.waitUntil(made.guides.browse.about.read_button.isVisible)
    return made


@pytest.fixture
def read(learning_page, qtbot):
    """Open a guide to be read, and return where it is read."""

    def open_it(guide_id=BUDGET):
        guides = learning_page.guides
        learning_page.show_thing(guide_id)
        qtbot.waitUntil(lambda: guides.front() is guides.reader)
        qtbot.waitUntil(lambda: guides.reader.view.line.id == guide_id)
        return guides.reader

    return open_it


@pytest.fixture
def check(learning_page, read):
    """Return the check of a guide, at its first question."""
    read().check_button.click()
    return learning_page.guides.check
