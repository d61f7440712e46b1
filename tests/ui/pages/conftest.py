"""Pages over a small real library, with services that can be held back."""

import pytest

from tests.support.council_library import CouncilHouse
from tests.support.facts_library import FactsHouse
from tests.support.fake_services import Held
from tests.support.funding_library import EVERYTHING, Household
from tests.support.group_house import GroupHouse
from tests.support.guide_library import GuideHouse, guide, rule, term
from tests.support.learning_window import BUDGET, LONG
from tests.support.people_window import EVERYBODY
from tests.support.publish_window import Officer
from tests.support.titles_window import rows
from vcs_desktop.ui import files
from vcs_desktop.ui.pages.facts.page import FactsPage
from vcs_desktop.ui.pages.funding.page import FundingPage
from vcs_desktop.ui.pages.learning.page import LearningPage
from vcs_desktop.ui.pages.people.page import PeoplePage


@pytest.fixture
def open_house(tmp_path, tasks):
    """Return services by the class of their house, closed at the end."""
    made = []

    def build(kind, **more):
        made.append(kind(tmp_path, **more))
        return made[-1]

    yield build
    tasks.stop()
    for each in made:
        each.close()


@pytest.fixture
def show_page(show, qtbot):
    """Put a page on the screen, and wait until it shows what it has."""

    def put(page, width=1150, height=600):
        show(page, width, height)
        with qtbot.waitSignal(page.ready):
            page.shown()
        return page

    return put


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
def open_learning(guide_house, tasks, show_page):
    return lambda *size: show_page(LearningPage(guide_house, tasks), *size)


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


@pytest.fixture
def facts_house(open_house):
    """Return services over the figures and rules that travel with the program."""
    return open_house(FactsHouse)


@pytest.fixture
def open_facts(facts_house, tasks, show_page):
    return lambda *size: show_page(FactsPage(facts_house, tasks), *size)


@pytest.fixture
def facts_page(open_facts, qtbot):
    made = open_facts()
    qtbot.waitUntil(lambda: made.card is not None)
    return made


@pytest.fixture
def council_house(open_house):
    """Return services over what the council promised and who is near."""
    return open_house(CouncilHouse)


@pytest.fixture
def group_house(tmp_path, tasks, qtbot):
    """Return services over a real, encrypted group that is open."""
    made = GroupHouse(tmp_path, tasks, qtbot).begin()
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def open_people(group_house, tasks, show_page):
    """Put some people into the group, and its page on the screen."""

    def open_it(*size, people=EVERYBODY):
        for person in people:
            group_house.inside.people.add(person)
        return show_page(PeoplePage(group_house, tasks, group_house.session), *size)

    return open_it


@pytest.fixture
def open_card(qtbot):
    """Open somebody's card by their name, and return it."""

    def open_it(page, name):
        titles = page.view.titles
        row_id = next(row.id for row in rows(titles) if row.title == name)
        page.view.open(row_id)
        qtbot.waitUntil(lambda: page.view.card is not None and page.view.card.person.id == row_id)
        return page.view.card

    return open_it


@pytest.fixture
def open_form(open_card, qtbot):
    """Open the form of somebody by their name, and return it."""

    def open_it(page, name):
        open_card(page, name).change_button.click()
        qtbot.waitUntil(lambda: page.view.form is not None)
        return page.view.form

    return open_it


@pytest.fixture
def officer(tmp_path, tasks, settings, show, qtbot):
    """Return an officer with a window of their own, before any key is open."""
    made = Officer(tmp_path, tasks, settings, show, qtbot)
    yield made
    tasks.stop()
    made.close()
