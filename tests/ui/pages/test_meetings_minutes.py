"""Minutes are written as the meeting goes: who is there, what is decided, what comes back."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.support.group_house import TODAY
from tests.support.meetings_window import (
    Library,
    find,
    form_of,
    kept,
    page_opener,
    put,
    three_people,
)
from tests.support.people_window import said_in, type_in
from vcs_desktop.core.errors import DiskFull
from vcs_desktop.domain.kinds import DOCUMENT
from vcs_desktop.domain.meetings import Action, Decision, Presence, Present
from vcs_desktop.domain.ordered import in_order
from vcs_desktop.domain.papers import Paper
from vcs_desktop.domain.people import Person
from vcs_desktop.services.meetings import MeetingsService
from vcs_desktop.ui.pages.meetings.meeting_form import MINUTES, PLAN


@pytest.fixture
def house(group_house):
    return group_house


@pytest.fixture
def committee(house):
    return three_people(house)


@pytest.fixture
def open_page(house, tasks, show, qtbot):
    return page_opener(house, tasks, show, qtbot)


def test_who_is_there_is_ticked_and_the_quorum_said_in_words(house, committee, open_page, qtbot):
    meeting_id = put(house, on=TODAY, quorum=2)
    presence = form_of(open_page(), qtbot, meeting_id).made[MINUTES].presence
    assert presence.quorum_line.text().startswith("0 of 3 are there; you need 2.")
    there = presence.ticks[Presence.THERE]
    there.ticks[committee[0]].box.click()
    presence.ticks[Presence.ONLINE].ticks[committee[1]].box.click()
    presence.ticks[Presence.APOLOGIES].ticks[committee[2]].box.click()
    assert presence.quorum_line.text() == "2 of 3 are there; you need 2. That is enough."
    house.settle()
    assert set(kept(house, meeting_id).present) == {
        Present(committee[0], Presence.THERE),
        Present(committee[1], Presence.ONLINE),
        Present(committee[2], Presence.APOLOGIES),
    }
    presence.ticks[Presence.APOLOGIES].ticks[committee[0]].box.click()
    assert not there.ticks[committee[0]].is_ticked()
    assert presence.quorum_line.text().startswith("1 of 3")
    type_in(qtbot, presence.quorum_field, "1")
    house.settle()
    assert presence.quorum_line.text() == "1 of 3 are there; you need 1. That is enough."
    assert kept(house, house.inside.meetings.add()).quorum == 1


def test_somebody_else_who_is_there_is_found_by_name_and_does_not_count(
    house, committee, open_page, qtbot
):
    house.inside.people.add(Person(name="Dora"))
    meeting_id = put(house, on=TODAY)
    presence = form_of(open_page(), qtbot, meeting_id).made[MINUTES].presence
    presence.find_field.take_focus()
    qtbot.keyClicks(presence.find_field.box, "dor")
    qtbot.keyClick(presence.find_field.box, Qt.Key.Key_Return)
    house.settle()
    assert len(kept(house, meeting_id).present) == 1
    assert presence.quorum_line.text().startswith("0 of 3 are there.")


def test_declared_interests_of_those_there_come_up(house, committee, open_page, qtbot):
    meeting_id = put(house, on=TODAY)
    form = form_of(open_page(), qtbot, meeting_id)
    section = form.made[MINUTES]
    said = "Asha has declared: Her son owns the hall"
    assert said not in said_in(section)
    section.presence.ticks[Presence.THERE].ticks[committee[0]].box.click()
    assert said in said_in(section)
    offer = next(
        each
        for each in section._to_declare.parentWidget().findChildren(QPushButton)
        if each.text() == "It comes up today"
    )
    offer.click()
    house.settle()
    (conflict,) = kept(house, meeting_id).conflicts
    assert (conflict.person, conflict.what) == (committee[0], "Her son owns the hall")
    assert said not in said_in(section)


def test_minutes_are_written_as_the_meeting_goes_by_keyboard(house, committee, open_page, qtbot):
    meeting_id = put(house, on=TODAY)
    page = open_page()
    form = form_of(page, qtbot, meeting_id, PLAN)
    form.made[PLAN].agenda.usual_button.click()
    house.settle()
    form.open_part(MINUTES)
    section = form.made[MINUTES]
    first = in_order(kept(house, meeting_id).agenda)[0]
    field = section.said.fields[first.id]
    field.take_focus()
    qtbot.keyClicks(QApplication.focusWidget(), "Asha welcomed everybody.")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    house.settle()
    assert in_order(kept(house, meeting_id).agenda)[0].said == "Asha welcomed everybody."
    section.decisions.add_button.setFocus()
    qtbot.keyClick(section.decisions.add_button, Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "Hire the hall")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "2")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    house.settle()
    (decision,) = kept(house, meeting_id).decisions
    assert (decision.what, decision.votes_for, decision.votes_against) == ("Hire the hall", 2, None)
    (row,) = section.decisions.rows.values()
    row.editor.done_button.click()
    assert "Only 0 people who can vote are ticked as there." in row.warning.text()
    for person in committee[:2]:
        section.presence.ticks[Presence.THERE].ticks[person].box.click()
    assert not row.warning.isVisible()
    house.inside.records.undo()


def test_a_decision_is_tied_to_a_paper_a_grant_or_a_person(house, committee, open_page, qtbot):
    house.inside.records.add(DOCUMENT, Paper(name="Lease of the hall"))
    meeting_id = put(house, on=TODAY, decisions=(Decision("d", "Sign it"),))
    section = form_of(open_page(), qtbot, meeting_id).made[MINUTES]
    row = section.decisions.rows["d"]
    row.open()
    tie = row.editor.tie
    for place, kind, name, letters in (
        (2, DOCUMENT, "Lease of the hall", "hall"),
        (1, "funding_call", "Lunch grant", "lun"),
    ):
        tie.kind_field.box.setCurrentIndex(place)
        house.settle()
        find(qtbot, tie.which_field, letters)
        row.left.emit()
        house.settle()
        (decision,) = kept(house, meeting_id).decisions
        assert (decision.tied_kind, decision.tied_name) == (kind, name)
    tie.kind_field.box.setCurrentIndex(3)
    find(qtbot, tie.which_field, "ash")
    row.editor.done_button.click()
    house.settle()
    (decision,) = kept(house, meeting_id).decisions
    assert (decision.tied_to, decision.tied_name) == (committee[0], "")  # no name is copied
    assert "About: Asha." in row.words.text()


def test_a_decision_is_tied_to_any_grant_or_contract_of_the_library(
    house, committee, open_page, qtbot
):
    meeting_id = put(house, on=TODAY, decisions=(Decision("d", "Bid for it"),))
    page = open_page()
    house.search = house.choices = Library()
    section = form_of(page, qtbot, meeting_id).made[MINUTES]
    row = section.decisions.rows["d"]
    row.open()
    tie = row.editor.tie
    tie.kind_field.box.setCurrentIndex(1)
    tie.which_field.box.setFocus()
    qtbot.keyClicks(tie.which_field.box, "meals")
    found = tie.which_field.model
    qtbot.waitUntil(
        lambda: [words for _, words in found.rows] == ["Kept meals", "Meals at schools"]
    )
    qtbot.keyClick(tie.which_field.box, Qt.Key.Key_Down)
    qtbot.keyClick(tie.which_field.box, Qt.Key.Key_Return)
    row.editor.done_button.click()
    house.settle()
    (decision,) = kept(house, meeting_id).decisions
    assert (decision.tied_kind, decision.tied_to) == ("tender", "tender/1")
    house.search.titles["tender/1"] = "It has another name by now"
    row.open()
    tie = row.editor.tie
    assert tie.kind_field.chosen_id() == "funding_call"
    assert tie.which_field.box.text() == "Meals at schools"
    assert tie.tie() == ("tender", "tender/1", "Meals at schools")
    tie.kind_field.box.setCurrentIndex(0)
    row.editor.done_button.click()
    house.settle()
    assert kept(house, meeting_id).decisions[0].tied_to == ""


def test_what_is_typed_and_not_chosen_ties_nothing_and_says_so(house, open_page, qtbot):
    meeting_id = put(house, on=TODAY, decisions=(Decision("d", "Bid for it"),))
    section = form_of(open_page(), qtbot, meeting_id).made[MINUTES]
    row = section.decisions.rows["d"]
    row.open()
    tie = row.editor.tie
    tie.kind_field.box.setCurrentIndex(2)
    tie.which_field.box.setFocus()
    qtbot.keyClicks(tie.which_field.box, "Nothing like this")
    row.editor.what.take_focus()
    assert tie.which_field.error == "Choose one from the list."
    assert tie.tie() == ("", "", "")


def test_of_very_many_actions_the_newest_come_first_and_the_older_ones_when_asked(
    house, open_page, qtbot
):
    many = tuple(Action(f"a{number:03}", f"Do {number}") for number in range(25))
    put(house, on=TODAY - timedelta(60), actions=many)
    put(house, on=TODAY - timedelta(30), actions=(Action("last", "Ring the hall"),))
    second = put(house, on=TODAY)
    back = form_of(open_page(), qtbot, second).made[MINUTES].back
    assert list(back.rows)[-1] == "last"
    assert len(back.rows) == 10
    assert back.older_button.text() == "Show 10 older actions"
    back.older_button.click()
    assert len(back.rows) == 20
    assert back.older_button.text() == "Show 6 older actions"
    assert back.rows["a006"].isAncestorOf(QApplication.focusWidget())
    back.older_button.click()
    assert list(back.rows) == [*(each.id for each in many), "last"]
    assert not back.older_button.isVisible()
    back.rows["a000"].done_button.click()
    house.settle()
    assert len(back.rows) == 26
    assert back.rows["a000"].became.text() == "Done"


def test_actions_of_last_time_come_back_and_are_done_or_carried_on(house, open_page, qtbot):
    first = put(
        house,
        on=TODAY - timedelta(30),
        actions=(Action("a1", "Ring the hall"), Action("a2", "Buy cups")),
    )
    second = put(house, on=TODAY)
    page = open_page()
    section = form_of(page, qtbot, second).made[MINUTES]
    back = section.back
    assert list(back.rows) == ["a1", "a2"]
    back.rows["a1"].done_button.setFocus()
    qtbot.keyClick(back.rows["a1"].done_button, Qt.Key.Key_Return)
    house.settle()
    assert kept(house, first).actions[0].done_on == TODAY
    assert back.rows["a1"].became.text() == "Done"
    back.rows["a2"].carry_button.click()
    type_in(qtbot, back.rows["a2"].due_field, "1/12/2026")
    back.rows["a2"].keep_button.click()
    house.settle()
    assert kept(house, first).actions[1].due_on == date(2026, 12, 1)
    assert back.rows["a2"].became.text() == "Carried on, now by 1 December 2026"
    back.rows["a1"].again_button.click()
    house.settle()
    assert kept(house, first).actions[0].done_on is None
    house.inside.records.undo()
    house.session.tell_changed()
    house.settle()
    assert back.rows["a1"].became.text() == "Done"


def test_an_action_gets_an_owner_and_a_day(house, committee, open_page, qtbot):
    meeting_id = put(house, on=TODAY)
    actions = form_of(open_page(), qtbot, meeting_id).made[MINUTES].promised
    actions.add_button.click()
    (row,) = actions.rows.values()
    qtbot.keyClicks(QApplication.focusWidget(), "Ring the hall")
    row.editor.owner.take_focus()
    qtbot.keyClicks(row.editor.owner.box, "be")
    qtbot.keyClick(row.editor.owner.box, Qt.Key.Key_Return)
    type_in(qtbot, row.editor.due_on, "1/12/2026")
    house.settle()
    (action,) = kept(house, meeting_id).actions
    assert (action.what, action.owner, action.due_on) == (
        "Ring the hall",
        committee[1],
        date(2026, 12, 1),
    )


def test_what_could_not_be_kept_is_kept_when_it_is_tried_again(
    house, committee, open_page, qtbot, monkeypatch
):
    meeting_id = put(house, on=TODAY)
    page = open_page()
    form = form_of(page, qtbot, meeting_id, PLAN)
    agenda = form.made[PLAN].agenda
    agenda.add_button.click()
    agenda.add_button.click()
    form.open_part(MINUTES)
    decisions = form.made[MINUTES].decisions
    house.settle()
    save, refusals = MeetingsService.save, []

    def refuse(*asked):
        refusals.append(asked)
        raise DiskFull

    monkeypatch.setattr(MeetingsService, "save", refuse)
    decisions.add_button.click()
    qtbot.keyClicks(QApplication.focusWidget(), "Hire the hall")
    (row,) = decisions.rows.values()
    row.editor.done_button.click()
    first, second = agenda.items()
    agenda.rows[second.id].field.box.setText("Money")
    agenda.edit(f"agenda/{second.id}")
    agenda.move_item(second.id, -1)
    qtbot.waitUntil(form.saved_line.again_button.isVisible)
    house.settle()
    assert refusals
    assert kept(house, meeting_id).decisions == ()
    monkeypatch.setattr(MeetingsService, "save", save)
    form.saved_line.again_button.click()
    house.settle()
    meeting = kept(house, meeting_id)
    assert [each.what for each in meeting.decisions] == ["Hire the hall"]
    assert [each.title for each in in_order(meeting.agenda)] == ["Money", ""]
    assert first.id == in_order(meeting.agenda)[1].id


def test_a_new_action_at_the_foot_of_the_page_comes_into_sight(house, open_page, qtbot):
    meeting_id = put(house, on=TODAY)
    page = open_page(1150, 500)
    promised = form_of(page, qtbot, meeting_id).made[MINUTES].promised
    promised.add_button.click()
    (row,) = promised.rows.values()
    box = row.editor.what.box
    assert box.hasFocus()
    area = page.view.titles.area.viewport()
    qtbot.waitUntil(lambda: area.rect().contains(box.mapTo(area, box.rect().center())))


def test_what_is_better_not_in_the_minutes_is_said_kindly(house, open_page, qtbot):
    meeting_id = put(house, on=TODAY)
    said = form_of(open_page(), qtbot, meeting_id).made[MINUTES].said
    type_in(qtbot, said.notes_field, "The key safe code is 4821.")
    warnings = [each for each in said.findChildren(QLabel) if "looks like a code" in each.text()]
    assert [each.isVisible() for each in warnings] == [True]
    house.settle()
    assert "4821" in kept(house, meeting_id).notes
