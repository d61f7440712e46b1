"""News on Home: what changed, what was taken out, and room for all of it."""

from datetime import date

import pytest

from tests.support.funding_library import Household, grant
from tests.support.funding_window import words_in
from vcs_desktop.storage.library_writer import LibraryWriter
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.home.page import HomePage
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Button
from vcs_desktop.wire.record import Record


@pytest.fixture
def come_back(tmp_path, house, tasks, show, settings, qtbot):
    """Return Home of the next visit, two days after something was done with the library."""
    later = Household(tmp_path, date(2026, 11, 25))

    def come_back(width=1150):
        page = HomePage(later, tasks, GroupSession(later, tasks), settings)
        show(page, width, 640)
        with qtbot.waitSignal(page.ready):
            page.shown()
        return page

    house.home.look()
    yield come_back
    tasks.stop()
    later.close()


def openings(page):
    return [each for each in page.new_card.findChildren(Button) if each.text() == "Open"]


def test_what_changed_says_from_what_to_what(house, come_back, qtbot):
    house.put(grant("meals", grantApplicationCloseDate="2027-03-05"))
    page = come_back()
    told = words_in(page.new_card)
    assert "Grants: 1 changed" in told
    assert any(words.startswith("Closing day changed from ") for words in told)
    with qtbot.waitSignal(page.record_asked) as asked:
        openings(page)[0].click()
    assert asked.args == ["funding_call", "grant/meals"]


def test_what_was_taken_out_is_told_and_offers_nothing_to_open(house, come_back):
    with house.database.writing() as session:
        writer = LibraryWriter(session, "this computer")
        writer.drop([("funding_call", "grant/meals")])
        writer.finish(as_of=date(2026, 11, 24))
    page = come_back()
    told = words_in(page.new_card)
    assert "Grants: 1 taken out" in told
    assert "It is no longer in the library." in told
    assert openings(page) == []


def test_every_kind_of_news_has_room_with_large_text_in_a_small_window(house, come_back, qtbot):
    house.put(
        Record("compact", "compact/1", {"title": "Ask", "edition": "2026", "state": "in_force"}),
        Record("rule", "rule/1", {"title": "A limit", "rule": "a", "value": 5, "unit": "weeks"}),
        grant("new"),
    )
    page = come_back(683)
    look.set_text_size(200)
    qtbot.waitUntil(lambda: page.new_card.minimumSizeHint().width() < 600)
