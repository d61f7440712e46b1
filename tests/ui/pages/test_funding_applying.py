"""An application begins at a grant on the Funding page, while a group is open."""

import pytest

from tests.support.funding_library import LUNCHES
from tests.support.funding_window import card, open_thing
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.funding.page import FundingPage


@pytest.fixture
def session(house, tasks):
    return GroupSession(house, tasks)


@pytest.fixture
def page(house, tasks, session, show, qtbot):
    made = show(FundingPage(house, tasks, session), 1150, 640)
    made.shown()
    qtbot.waitUntil(lambda: made.find_view.pane.card is not None)
    return made


def test_a_grant_offers_it_only_while_a_group_is_open(page, session):
    assert not card(page).apply_button.isVisible()
    session.opened.emit()
    assert card(page).apply_button.isVisible()
    session.locking.emit()
    assert not card(page).apply_button.isVisible()


def test_a_contract_does_not_offer_it(page, session, qtbot):
    session.opened.emit()
    open_thing(page, qtbot, LUNCHES.id)
    assert not card(page).apply_button.isVisible()


def test_the_button_goes_to_where_it_begins_with_that_grant(page, session, qtbot):
    session.opened.emit()
    record_id = page.find_view.pane.detail.line.record.id
    with qtbot.waitSignal(page.place_asked) as asked:
        card(page).apply_button.click()
    assert asked.args == ["applications", f"from:{record_id}"]
    assert card(page).apply_button.accessibleName().startswith("Start an application: ")
