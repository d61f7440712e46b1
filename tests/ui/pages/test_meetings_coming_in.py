"""Meetings and their actions come in on the Meetings page, and go back with one key."""

import pytest
from PySide6.QtCore import Qt

from tests.support.every_size import usable_at_every_size
from tests.support.group_house import TODAY
from tests.support.meetings_window import page_opener, put, rows, three_people
from vcs_desktop.domain.kinds import MEETING
from vcs_desktop.domain.meetings import Meeting
from vcs_desktop.services.things import things

MEETINGS = "Date,Meeting,Present\n4/12/2026,Committee,Nobody Known\n8/1/2027,AGM,\n"


@pytest.fixture
def open_page(group_house, tasks, show, qtbot):
    return page_opener(group_house, tasks, show, qtbot)


@pytest.fixture
def bring(qtbot):
    """Begin, by the place in the menu, and let the view read what is pasted."""

    def begin(page, at, text):
        page.coming_in.menu.actions()[at].trigger()
        view = page.coming_in.front().view
        assert view.isVisible()
        view.source.set_text(text)
        view.source.paste_button.click()
        qtbot.waitUntil(lambda: view.look.isVisible() and not view.progress.isVisible())
        return view

    return begin


def meetings(house):
    return {each.name: each for each in things(house.inside.records, Meeting, MEETING)}


def test_meetings_are_looked_at_come_in_and_are_taken_back(group_house, open_page, bring, qtbot):
    page = open_page()
    assert [each.text() for each in page.coming_in.menu.actions()] == [
        "Bring in meetings", "Bring in actions",
    ]  # fmt: skip
    view = bring(page, 0, MEETINGS)
    assert not page.view.isVisible()
    assert not page.add_button.isVisible()
    assert page.print_act() is None
    assert page.first_focus() is None
    assert page.coming_in.front() in page.parts()
    assert view.look.summary.text() == "2 rows will come in."
    view.look.add_button.click()
    qtbot.waitUntil(view.report.isVisible)
    assert "nobody among your people is called Nobody Known" in view.report.lines.text()
    view.report.close_button.click()
    qtbot.waitUntil(lambda: rows(page) == ["Coming", "Committee", "AGM"])
    assert page.coming_in.front() is None
    assert page.add_button.isVisible()
    assert page.list_out.button.isVisible()
    assert page.coming_in.button.hasFocus()
    assert page.undo_bar.isVisible()
    page.undo_bar.undo_button.click()
    qtbot.waitUntil(page.view.empty.isVisible)
    assert meetings(group_house) == {}


def test_actions_come_into_the_meeting_that_is_there(group_house, open_page, bring, qtbot):
    three_people(group_house)
    put(group_house, name="Committee", on=TODAY)
    page = open_page()
    day = f"{TODAY:%d/%m/%Y}"
    view = bring(page, 1, f"Meeting,Date,Action\nCommittee,{day},Ring the hall\nAGM,{day},Count\n")
    assert view.title.text() == "Bring in actions"
    assert view.look.summary.text() == "1 row will come in. 1 row stays out."
    view.look.add_button.click()
    qtbot.waitUntil(view.report.isVisible)
    assert "there is no meeting called “AGM”" in view.report.lines.text()
    (action,) = meetings(group_house)["Committee"].actions
    assert action.what == "Ring the hall"


def test_esc_leads_back_and_what_was_pasted_waits(group_house, open_page, qtbot):
    page = open_page()
    page.coming_in.menu.actions()[0].trigger()
    coming = page.coming_in.front()
    coming.view.source.set_text(MEETINGS)
    page.put_away()
    group_house.settle()
    qtbot.keyClick(coming.view, Qt.Key.Key_Escape)
    assert page.view.isVisible()
    assert group_house.inside.desk.read("draft/meetings/pasted") == MEETINGS.strip()


def test_a_meeting_that_is_wanted_comes_to_the_front(group_house, open_page, qtbot):
    meeting_id = put(group_house, name="Committee", on=TODAY)
    page = open_page()
    page.coming_in.menu.actions()[0].trigger()
    page.show_thing(meeting_id)
    qtbot.waitUntil(lambda: page.view.form is not None)
    assert page.coming_in.front() is None


def test_it_can_be_used_at_every_size(open_page, bring, qtbot):
    page = open_page()
    bring(page, 0, MEETINGS)
    usable_at_every_size(qtbot, page)
