"""The Meetings page: the list, the plan, the papers, the bin and back."""

from datetime import date, timedelta

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.support.every_size import usable_at_every_size
from tests.support.group_house import TODAY
from tests.support.hostile_texts import hostile_texts
from tests.support.meetings_window import form_of, kept, page_opener, put, rows, three_people
from tests.support.people_window import said_in, type_in
from vcs_desktop.domain.meetings import Action, Decision, MeetingKind, Present
from vcs_desktop.domain.ordered import in_order
from vcs_desktop.domain.people import Person, Role, Tie
from vcs_desktop.ui.pages.meetings.meeting_form import MINUTES, PAPERS, PLAN, when_words
from vcs_desktop.ui.pages.meetings.page import MeetingsPage
from vcs_desktop.ui.widgets.title_list import RowRole


@pytest.fixture
def house(group_house):
    return group_house


@pytest.fixture
def committee(house):
    return three_people(house)


@pytest.fixture
def open_page(house, tasks, show, qtbot):
    return page_opener(house, tasks, show, qtbot)


def test_a_group_without_meetings_says_how_to_begin(open_page):
    page = open_page()
    assert page.view.empty.title.text() == "No meetings yet"
    assert page.first_focus() is page.view.empty.button
    assert page.print_act() is None


def test_a_meeting_is_added_with_one_key_and_taken_back_with_one(house, open_page, qtbot):
    page = open_page()
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.view.form is not None)
    house.settle()
    assert rows(page) == ["No day yet", "Committee meeting"]
    section = page.view.form.made[PLAN]
    assert section.day_field.box.hasFocus()
    page.undo_bar.undo_button.click()
    qtbot.waitUntil(page.view.empty.isVisible)
    assert house.inside.meetings.lines() == []
    assert page.view.form is None


def test_coming_meetings_stand_before_those_that_were(house, open_page):
    put(house, name="Old", on=TODAY - timedelta(60))
    put(house, name="Last", on=TODAY - timedelta(9), actions=(Action("a", "Ring"),))
    put(house, name="Next", on=TODAY + timedelta(9))
    put(house, name="After", on=TODAY + timedelta(40))
    page = open_page()
    assert rows(page) == ["Coming", "Next", "After", "Past", "Last", "Old"]
    assert page.subtitle == "4 meetings, 2 coming"
    row = page.view.titles.list.model().index(4).data(RowRole)
    assert row.mark == "1 action is not done"


def test_the_plan_is_kept_as_it_is_typed(house, open_page, qtbot):
    meeting_id = put(house)
    form = form_of(open_page(), qtbot, meeting_id)
    section = form.made[PLAN]
    type_in(qtbot, section.day_field, "3/12/2026")
    type_in(qtbot, section.time_field, "half past seven")
    type_in(qtbot, section.place_field, "Village hall")
    section.kind_field.box.setCurrentIndex(2)
    house.settle()
    meeting = kept(house, meeting_id)
    assert meeting.on == date(2026, 12, 3)
    assert meeting.place == "Village hall"
    assert meeting.starts
    qtbot.waitUntil(lambda: kept(house, meeting_id).kind is MeetingKind.YEARLY)
    assert "Thursday 3 December 2026" in form.when.text()


def test_a_day_that_is_wrong_is_kept_as_a_draft_when_the_group_is_locked(
    house, tasks, show, qtbot, open_page
):
    meeting_id = put(house, on=TODAY + timedelta(9))
    page = open_page()
    section = form_of(page, qtbot, meeting_id).made[PLAN]
    type_in(qtbot, section.day_field, "the day after never")
    assert section.day_field.error
    house.session.locking.connect(page.put_away)
    house.lock()
    page.hide()
    house.open_again()
    again = open_page()
    form = form_of(again, qtbot, meeting_id)
    assert form.made[PLAN].day_field.box.text() == "the day after never"
    assert kept(house, meeting_id).on == TODAY + timedelta(9)


def test_the_usual_agenda_is_put_in_and_moved_by_keyboard(house, open_page, qtbot):
    meeting_id = put(house, on=TODAY + timedelta(9))
    agenda = form_of(open_page(), qtbot, meeting_id, PLAN).made[PLAN].agenda
    agenda.usual_button.click()
    house.settle()
    titles = [item.title for item in in_order(kept(house, meeting_id).agenda)]
    assert titles[0] == "Welcome and apologies"
    assert titles[-1] == "Date of the next meeting"
    assert not agenda.usual_button.isVisible()
    first = agenda.items()[0].id
    agenda.rows[first].field.take_focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    house.settle()
    assert [item.title for item in in_order(kept(house, meeting_id).agenda)][1] == titles[0]
    assert agenda.rows[first].field.box.hasFocus()
    agenda.rows[first].up_button.click()
    house.settle()
    assert [item.title for item in in_order(kept(house, meeting_id).agenda)] == titles


def test_an_item_is_added_typed_and_taken_away_with_a_way_back(house, open_page, qtbot):
    meeting_id = put(house, on=TODAY + timedelta(9))
    page = open_page()
    agenda = form_of(page, qtbot, meeting_id, PLAN).made[PLAN].agenda
    agenda.add_button.click()
    qtbot.keyClicks(QApplication.focusWidget(), "The roof")
    (item_id,) = agenda.rows
    agenda.rows[item_id].field.on_left()
    house.settle()
    assert [item.title for item in kept(house, meeting_id).agenda] == ["The roof"]
    agenda.rows[item_id].away_button.click()
    house.settle()
    assert kept(house, meeting_id).agenda == ()
    page.undo_bar.undo_button.click()
    house.settle()
    assert [item.title for item in kept(house, meeting_id).agenda] == ["The roof"]


def test_papers_are_saved_with_what_was_typed_last(house, open_page, qtbot, tmp_path):
    meeting_id = put(house, on=TODAY, name="Committee meeting")
    form = form_of(open_page(), qtbot, meeting_id, MINUTES)
    notes = form.made[MINUTES].said.notes_field
    notes.take_focus()
    qtbot.keyClicks(QApplication.focusWidget(), "We sang.")
    form.open_part(PAPERS)
    papers = form.made[PAPERS]
    papers.save_at("minutes", str(tmp_path / "minutes.docx"))
    qtbot.waitUntil(papers.message.isVisible)
    said = [each.text for each in docx.Document(str(tmp_path / "minutes.docx")).paragraphs]
    assert said[0] == "Draft minutes: Committee meeting"
    assert "We sang." in said
    type_in(qtbot, papers.agreed_field, "today")
    papers.save_at("minutes", str(tmp_path / "agreed.docx"))
    qtbot.waitUntil((tmp_path / "agreed.docx").exists)
    house.settle()
    said = [each.text for each in docx.Document(str(tmp_path / "agreed.docx")).paragraphs]
    assert said[0] == "Minutes: Committee meeting"


def test_a_paper_is_printed_from_a_place_that_goes_with_the_lock(
    house, open_page, qtbot, monkeypatch
):
    opened = []
    monkeypatch.setattr(
        "vcs_desktop.ui.pages.meetings.papers_section.files.open_file",
        lambda path: not opened.append(path),
    )
    meeting_id = put(house, on=TODAY)
    form = form_of(open_page(), qtbot, meeting_id, PAPERS)
    form.made[PAPERS].print_buttons["notice"].click()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].read_bytes().startswith(b"%PDF")
    assert opened[0].parent.name == "pages"


@pytest.mark.parametrize(("part", "title"), [(PLAN, "notice"), (MINUTES, "draft-minutes")])
def test_the_key_that_prints_prints_what_somebody_is_at(
    house, open_page, qtbot, monkeypatch, part, title
):
    opened = []
    monkeypatch.setattr(
        "vcs_desktop.ui.pages.meetings.papers_section.files.open_file",
        lambda path: not opened.append(path),
    )
    meeting_id = put(house, on=TODAY)
    page = open_page()
    form = form_of(page, qtbot, meeting_id, part)
    assert page.print_act() == page.list_out.print_list
    form.sections.buttons[part].setFocus()
    page.print_act()()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].name == f"{title}-committee-meeting.pdf"


def test_what_was_open_when_the_group_was_locked_is_open_again(house, open_page, qtbot):
    put(house, name="Other", on=TODAY + timedelta(2))
    meeting_id = put(house, name="Mine", on=TODAY)
    page = open_page()
    field = form_of(page, qtbot, meeting_id, MINUTES).made[MINUTES].said.notes_field
    field.take_focus()
    qtbot.keyClicks(QApplication.focusWidget(), "Half a sent")
    house.session.locking.connect(page.put_away)
    house.lock()
    page.hide()
    house.open_again()
    again = open_page()
    qtbot.waitUntil(lambda: again.view.form is not None)
    assert again.view.form.meeting_id == meeting_id
    assert kept(house, meeting_id).notes == "Half a sent"


def test_hostile_words_stay_words_on_the_page(house, open_page, qtbot, tmp_path):
    for _sort, whole in list(hostile_texts(tmp_path / "canary"))[::100]:
        text = whole[:4_000].encode(errors="ignore").decode()  # as much as a field takes
        meeting_id = put(
            house,
            name=text,
            on=TODAY,
            place=text,
            decisions=(Decision("d", text, tied_kind="document", tied_to="x", tied_name=text),),
            actions=(Action("a" + text[:9], text),),
            present=(Present("nobody"),),
        )
    page = open_page()
    form = form_of(page, qtbot, meeting_id, MINUTES)
    for part in (PLAN, PAPERS):
        form.open_part(part)
    labels = page.findChildren(QLabel)
    assert {each.textFormat() for each in labels if each.text()} == {Qt.TextFormat.PlainText}


def test_a_meeting_goes_to_the_bin_and_comes_back(house, open_page, qtbot):
    put(house, name="Other", on=TODAY)
    meeting_id = put(house, name="Mine", on=TODAY + timedelta(9))
    page = open_page()
    form_of(page, qtbot, meeting_id).remove_button.click()
    house.settle()
    assert "Mine" not in rows(page)
    page.undo_bar.undo_button.click()
    house.settle()
    assert "Mine" in rows(page)


def test_the_committee_stands_below_with_terms_and_interests(house, committee, open_page):
    house.inside.people.add(
        Person(
            name="Dev",
            roles=(Role("r", Tie.COMMITTEE, "Treasurer", None, TODAY + timedelta(30)),),
        )
    )
    page = open_page()
    assert page.committee.button.text() == "Our committee: 4 people; 1 term ends within 90 days"
    page.committee.set_open(True)
    said = said_in(page.committee)
    assert any("Dev: Treasurer, until 23 December 2026." in each for each in said)
    assert any("Her son owns the hall." in each for each in said)


@pytest.mark.parametrize("part", [PLAN, MINUTES, PAPERS])
def test_every_part_is_usable_at_every_size(house, committee, open_page, qtbot, part):
    put(house, on=TODAY - timedelta(30), actions=(Action("a1", "Ring the hall"),))
    meeting_id = put(house, on=TODAY, decisions=(Decision("d", "Hire the hall"),))
    page = open_page()
    form = form_of(page, qtbot, meeting_id, PLAN)
    form.made[PLAN].agenda.usual_button.click()
    house.settle()
    form.open_part(part)
    usable_at_every_size(qtbot, page)


def test_the_time_of_a_meeting_is_said_as_people_say_it(house, open_page, qtbot):
    meeting_id = put(house, name="Committee", on=TODAY + timedelta(9), starts="19:30")
    page = open_page()
    form_of(page, qtbot, meeting_id)
    row = page.view.titles.list.model().index(1).data(RowRole)
    assert row.line.endswith(", 7.30pm")
    assert when_words(kept(house, meeting_id)).endswith(", 7.30pm")


def test_who_waits_at_the_fold_of_the_committee_goes_into_the_list(house, tasks, show, qtbot):
    page = show(MeetingsPage(house, tasks, house.session), 1150, 700)
    page.committee.button.setFocus()
    page.shown()
    qtbot.waitUntil(page.view.empty.button.hasFocus)
