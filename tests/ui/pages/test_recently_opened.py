"""Whatever was opened and read for a while is found again, wherever it was opened."""

import pytest

from tests.support.facts_library import COUNTY, OXFORD
from tests.support.funding_library import Household
from tests.support.learning_window import BUDGET
from vcs_desktop.core.errors import FolderNotWritable
from vcs_desktop.core.resources import resource
from vcs_desktop.services.help import HelpService
from vcs_desktop.ui.kind_words import kind_words
from vcs_desktop.ui.pages.council.page import CouncilPage
from vcs_desktop.ui.pages.help.page import HelpPage
from vcs_desktop.ui.pages.learning.near_us_view import TrainingNearView
from vcs_desktop.ui.pages.learning.rules_view import RulesView
from vcs_desktop.ui.widgets import titles_and_card
from vcs_desktop.wire.record import Record

COMMITMENT = "strategy/commitment/collaboration/compact"


@pytest.fixture(autouse=True)
def read_at_once(monkeypatch):
    """A moment is long enough to have read something."""
    monkeypatch.setattr(titles_and_card, "LOOKED_AT_MS", 20)


@pytest.fixture
def house(facts_house):
    return facts_house


@pytest.fixture
def page(facts_page):
    return facts_page


def is_recent(qtbot, house, *ids):
    qtbot.waitUntil(lambda: house.choices.all().looked_at == ids)


def test_a_fact_that_was_read_is_recent_but_not_the_one_that_opened_by_itself(house, page, qtbot):
    page.show_thing(COUNTY)
    is_recent(qtbot, house, COUNTY)
    page.show_thing(OXFORD)
    is_recent(qtbot, house, OXFORD, COUNTY)


def test_coming_back_to_the_page_makes_nothing_more_recent(house, page, qtbot):
    page.show_thing(COUNTY)
    is_recent(qtbot, house, COUNTY)
    house.choices.look_at("elsewhere")
    with qtbot.waitSignal(page.ready):
        page.shown()
    page.show_thing(OXFORD)
    is_recent(qtbot, house, OXFORD, "elsewhere", COUNTY)


def test_what_one_passes_by_with_the_arrow_keys_is_not_recent(house, page, qtbot, monkeypatch):
    titles = page.titles.list
    for row in (4, 5, 6):
        titles.setCurrentIndex(titles.model().index(row, 0))
    is_recent(qtbot, house, page.titles.shown_id)


def test_a_commitment_a_principle_and_a_place_are_recent(council_house, tasks, show, qtbot):
    house = council_house
    page = show(CouncilPage(house, tasks, house.session), 1150, 600)
    principle = house.council.agreement().editions[0].principles[1].id
    place = house.council.directory("", "").places[-1].id
    page.show_thing(COMMITMENT)
    is_recent(qtbot, house, COMMITMENT)
    page.show_thing(principle)
    is_recent(qtbot, house, principle, COMMITMENT)
    page.show_thing(place)
    is_recent(qtbot, house, place, principle, COMMITMENT)


def test_an_event_is_recent(council_house, tasks, show, qtbot):
    house = council_house
    view = show(TrainingNearView(house, tasks), 1150, 600)
    view.open("event/volunteers-week-2027")
    is_recent(qtbot, house, "event/volunteers-week-2027")


def test_a_rule_is_recent_by_the_row_that_holds(house, tasks, show, qtbot):
    view = show(RulesView(house, tasks), 1150, 600)
    view.show_thing("charity_external_scrutiny")
    is_recent(qtbot, house, "rule/charity-external-scrutiny/from-30-september-2026")


def test_a_guide_is_recent_once_it_is_read(read, guide_house, qtbot):
    read()
    is_recent(qtbot, guide_house, BUDGET)


def test_a_word_is_recent_once_one_goes_to_it(open_house, tmp_path, tasks, show, qtbot):
    house = open_house(Household)
    house.put(Record("term", "term/quorum", {"title": "Quorum", "text": "How many decide."}))
    house.help = HelpService(house.database, resource("help"), tmp_path)
    page = show(HelpPage(house, tasks), 1150, 640)
    page.shown()
    page.show_thing("term/quorum")
    is_recent(qtbot, house, "term/quorum")
    house.choices.look_at("elsewhere")
    page.glossary.reading.outline.entered.emit(0)
    is_recent(qtbot, house, "term/quorum", "elsewhere")


def test_where_it_cannot_be_written_down_nobody_is_troubled(house, page, qtbot, monkeypatch):
    asked = []

    def full(record_id):
        asked.append(record_id)
        raise FolderNotWritable("full")

    monkeypatch.setattr(house.choices, "look_at", full)
    page.show_thing(OXFORD)
    qtbot.waitUntil(lambda: asked == [OXFORD])
    qtbot.waitUntil(lambda: page.card.view.line.fact.id == OXFORD)


def test_what_the_council_promised_is_called_a_promise():
    assert kind_words("strategy")[1] == "Council promise"
