"""Who decided to apply, and at which meeting: chosen on the application, seen from the meeting."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from tests.support.applications_window import press, words_on
from tests.support.every_size import usable_at_every_size
from vcs_desktop.domain.applications import Choice
from vcs_desktop.domain.kinds import MEETING
from vcs_desktop.domain.meetings import Decision, Meeting
from vcs_desktop.domain.people import Person
from vcs_desktop.ui.pages.meetings.page import MeetingsPage


@pytest.fixture
def met(house):
    return house.inside.records.add(MEETING, Meeting(name="Committee", on=date(2026, 10, 12)))


@pytest.fixture
def jean(house):
    return house.inside.people.add(Person(name="Jean Marsh"))


def about(page, house, application_id):
    view = page.open(application_id, "about")
    house.settle()
    return view.front()


def field(part, name):
    return part.forms[0].bound[name].field


def choose(house, qtbot, box, typed):
    box.setFocus()
    house.settle()
    qtbot.keyClicks(box, typed)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def said(house, application_id):
    return house.application(application_id).application


def test_a_meeting_is_chosen_by_a_part_of_its_day_and_its_day_is_taken(
    page, house, begun, met, qtbot
):
    part = about(page, house, begun)
    assert not part.tie.isVisible()
    choose(house, qtbot, field(part, "decided_meeting").box, "12 oct")
    part.put_away()
    house.settle()
    kept = said(house, begun)
    assert (kept.decided_meeting, kept.decided_on) == (met, date(2026, 10, 12))
    assert "Decided at Committee, 12 October 2026" in words_on(part)
    asked = QSignalSpy(page.record_asked)
    press(part, "Go to the meeting: Committee, 12 October 2026")
    assert list(asked.at(0)) == [MEETING, met]


def test_a_day_that_was_said_already_stays(page, house, begun, met, qtbot):
    held = house.inside.applications.application(begun)
    house.inside.applications.save(held, replace(held.thing, decided_on=date(2026, 10, 15)))
    part = about(page, house, begun)
    choose(house, qtbot, field(part, "decided_meeting").box, "committee")
    part.put_away()
    house.settle()
    assert said(house, begun).decided_on == date(2026, 10, 15)


def test_the_arrow_down_offers_the_meetings_first_of_all_those_about_the_same_notice(
    page, house, begun, met, qtbot
):
    call = said(house, begun).call
    tied = Decision("d", "Apply", tied_kind="funding_call", tied_to=call, tied_name="Warm")
    early = Meeting(name="Members", on=date(2026, 9, 1), decisions=(tied,))
    house.inside.records.add(MEETING, early)
    part = about(page, house, begun)
    chooser = field(part, "decided_meeting")
    chooser.box.setFocus()
    qtbot.keyClick(chooser.box, Qt.Key.Key_Down)
    assert [words for _id, words in chooser.model.rows] == [
        "Members, 1 September 2026",
        "Committee, 12 October 2026",
    ]
    qtbot.keyClick(chooser.box, Qt.Key.Key_Escape)
    qtbot.mouseClick(chooser.box, Qt.MouseButton.LeftButton)
    assert len(chooser.model.rows) == 2
    assert chooser.list.isVisible()


def test_the_tie_can_be_taken_away_and_undone(page, house, begun, met, qtbot):
    part = about(page, house, begun)
    chooser = field(part, "decided_meeting")
    choose(house, qtbot, chooser.box, "committee")
    part.put_away()
    house.settle()
    chooser.box.selectAll()
    qtbot.keyClick(chooser.box, Qt.Key.Key_Delete)
    part.put_away()
    house.settle()
    assert said(house, begun).decided_meeting == ""
    assert not part.tie.isVisible()
    house.inside.records.undo()
    part.shown()
    house.settle()
    assert part.tie.isVisible()


def test_a_meeting_in_the_bin_is_named_but_cannot_be_gone_to(page, house, begun, met):
    held = house.inside.applications.application(begun)
    house.inside.applications.save(held, replace(held.thing, decided_meeting=met))
    house.inside.meetings.remove(met)
    part = about(page, house, begun)
    assert "Decided at Committee, 12 October 2026" in words_on(part)
    assert not part.tie.go_button.isVisible()
    house.inside.bin.delete_for_good([met])
    part.shown()
    house.settle()
    assert "Decided at A meeting that was removed" not in words_on(part)
    assert "Decided at a meeting that was removed" in words_on(part)


def test_who_decided_is_a_person_or_a_name(page, house, begun, jean, qtbot):
    part = about(page, house, begun)
    choose(house, qtbot, field(part, "decided_by").box, "jea")
    part.put_away()
    house.settle()
    assert said(house, begun).decided_by == jean
    assert field(part, "decided_by").box.text() == "Jean Marsh"
    field(part, "decided_by").box.selectAll()
    qtbot.keyClicks(field(part, "decided_by").box, "The committee")
    part.put_away()  # as when the group is locked
    house.settle()
    assert said(house, begun).decided_by == "The committee"


def test_an_old_draft_with_a_typed_name_shows_it_and_somebody_erased_is_told_to_be(
    page, house, begun, jean, qtbot
):
    held = house.inside.applications.application(begun)
    held = house.inside.applications.save(held, replace(held.thing, decided_by="Sam Okafor"))
    part = about(page, house, begun)
    assert field(part, "decided_by").box.text() == "Sam Okafor"
    house.inside.applications.save(held, replace(held.thing, decided_by=jean))
    house.inside.about_person.erase(jean)
    part.shown()
    house.settle()
    assert field(part, "decided_by").box.text() == "Somebody who was removed"


def test_the_meeting_says_what_was_decided_there_and_leads_back(
    page, house, begun, met, show_page, qtbot
):
    held = house.inside.applications.application(begun)
    after = replace(
        held.thing, decided_meeting=met, choice=Choice.GO, decided_why="It fits what we do"
    )
    house.inside.applications.save(held, after)
    meetings = show_page(MeetingsPage(house, house.tasks, house.session))
    house.settle()
    meetings.show_thing(met)
    house.settle()
    section = meetings.view.form.sections.open("minutes")
    qtbot.waitUntil(lambda: not section._waiting)
    told = "Application “Warm welcome (practice)”: Go: we apply. It fits what we do."
    assert told in words_on(section)
    asked = QSignalSpy(meetings.record_asked)
    press(section, "Open the application: Warm welcome (practice)")
    assert list(asked.at(0)) == ["application", begun]
    house.inside.applications.remove(begun)
    meetings.shown()
    house.settle()
    assert told not in words_on(section)


def test_both_sides_of_the_tie_can_be_used_at_every_size(page, house, begun, met, show_page, qtbot):
    held = house.inside.applications.application(begun)
    house.inside.applications.save(held, replace(held.thing, decided_meeting=met))
    about(page, house, begun)
    usable_at_every_size(qtbot, page)
    meetings = show_page(MeetingsPage(house, house.tasks, house.session))
    meetings.show_thing(met)
    house.settle()
    section = meetings.view.form.sections.open("minutes")
    qtbot.waitUntil(lambda: not section._waiting)
    usable_at_every_size(qtbot, meetings)
