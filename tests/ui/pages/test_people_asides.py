"""Pairs that may be one, the yearly look, everything about somebody, and the last way out."""

import json
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.support.every_size import usable_at_every_size
from tests.support.people_window import CAROL, DEV, ZED, names, people_of, person_named, said_in
from tests.support.titles_window import cells, rows
from vcs_desktop.domain.attendance import AttendanceSheet, Came
from vcs_desktop.domain.expenses import ExpenseClaim
from vcs_desktop.domain.kinds import ATTENDANCE, EXPENSES, MEETING, OUR_RETENTION_RULES
from vcs_desktop.domain.meetings import Action, Meeting
from vcs_desktop.domain.people import Person, Role, Tie
from vcs_desktop.ui import files
from vcs_desktop.ui.widgets.fold import Fold

CAROL_TOO = Person(name="Carol Nguyen", phone="01865 000000", email="other@example.org")
GONE = Person(
    name="Old Timer", roles=(Role("r1", Tie.VOLUNTEER, "", date(2010, 1, 1), date(2012, 1, 1)),)
)


@pytest.fixture
def pairs(open_people, qtbot):
    """Return the page and its pairs, with one pair open."""

    def show(people=(CAROL, CAROL_TOO, ZED)):
        page = open_people(people=people)
        qtbot.waitUntil(page.pairs_button.isVisible)
        page.pairs_button.click()
        view = page.places.front()
        qtbot.waitUntil(lambda: view.card is not None)
        return page, view

    return show


@pytest.fixture
def review(open_people, qtbot):
    """Return the page and whom to look at again, with the first one open."""

    def show(people=(GONE, ZED)):
        page = open_people(people=people)
        qtbot.waitUntil(page.review_button.isVisible)
        page.review_button.click()
        view = page.places.front()
        qtbot.waitUntil(lambda: view.card is not None)
        return page, view

    return show


@pytest.fixture
def everything(open_people, open_card):
    """Return the page, and what can be done with everything about somebody."""

    def show(people=(CAROL, ZED), name="Carol Ńguyen"):
        page = open_people(people=people)
        open_card(page, name).everything_button.click()
        return page, page.places.front()

    return show


# Two who may be one


def test_pairs_are_offered_with_how_many_there_are(pairs):
    page, view = pairs()
    assert page.pairs_button.text() == "1 pair looks the same"
    assert [row.title for row in rows(view.titles)] == ["Carol Nguyen and Carol Ńguyen"]
    assert view.titles.list.hasFocus()


def test_without_pairs_nothing_is_offered(open_people, group_house):
    page = open_people(people=(DEV, ZED))
    group_house.settle()
    assert not page.pairs_button.isVisible()
    assert not page.review_button.isVisible()


def test_a_pair_stands_side_by_side_with_why_it_looks_the_same(pairs):
    _, view = pairs()
    said = said_in(view.card)
    assert any("same" in each for each in said)
    table = cells(view.card.table)
    emails = next(row for row in table if row[0] == "Email")
    assert set(emails[1:]) == {"carol@example.org", "other@example.org"}
    assert not any(row[0] == "Nothing" for row in table)


def test_what_would_be_lost_by_merging_is_said_for_either_way(pairs):
    _, view = pairs()
    first = view.card.left.text()
    assert "Email" in first
    view.card.keep.box.setCurrentIndex(1)
    assert "Email" in view.card.left.text()


def test_two_are_merged_into_one_and_taken_apart_by_undo(pairs, group_house, qtbot):
    page, view = pairs()
    kept = 0 if view.card.two.people[0].notes else 1
    view.card.keep.box.setCurrentIndex(kept)
    with qtbot.waitSignal(group_house.session.acted):
        view.card.merge_button.click()
    qtbot.waitUntil(lambda: len(people_of(group_house)) == 2)
    assert person_named(group_house, "Carol Ńguyen").email == "carol@example.org"
    assert page.undo_bar.words.text() == "Merged into one person."
    qtbot.waitUntil(view.titles.empty.isVisible)
    page.undo_bar.undo_button.click()
    qtbot.waitUntil(lambda: len(people_of(group_house)) == 3)


def test_two_who_are_told_apart_are_not_offered_again(pairs, group_house, qtbot):
    page, view = pairs()
    view.card.apart_button.click()
    qtbot.waitUntil(view.titles.empty.isVisible)
    assert "are two people" in page.undo_bar.words.text()
    view.titles.empty.button.click()
    qtbot.waitUntil(lambda: len(names(page)) == 3)
    group_house.settle()
    assert not page.pairs_button.isVisible()


def test_when_a_message_is_closed_the_keyboard_is_at_the_pairs(pairs):
    page, view = pairs()
    page.message.tell("Somebody is gone.", "info")
    page.message.close_button.setFocus()
    page.message.close_button.click()
    assert view.first_focus().hasFocus()


def test_esc_leads_from_the_pair_to_the_list_and_back_to_the_people(pairs, qtbot):
    page, view = pairs()
    view.card.merge_button.setFocus()
    qtbot.keyClick(view.card.merge_button, Qt.Key.Key_Escape)
    assert view.titles.list.hasFocus()
    qtbot.keyClick(view.titles.list, Qt.Key.Key_Escape)
    assert page.places.is_back()
    assert page.view.titles.list.hasFocus()


# The yearly look


def test_whoever_left_long_ago_is_to_be_looked_at_with_the_reason(review):
    page, view = review()
    assert page.review_button.text() == "1 to look at again"
    assert "Old Timer left on 1 January 2012, more than 2 years ago." in said_in(view.card)


def test_somebody_is_kept_another_year_and_comes_back_by_undo(review, group_house, qtbot):
    page, view = review()
    view.card.keep_button.click()
    qtbot.waitUntil(view.titles.empty.isVisible)
    assert person_named(group_house, "Old Timer").kept_on == date(2026, 11, 23)
    page.undo_bar.undo_button.click()
    qtbot.waitUntil(lambda: person_named(group_house, "Old Timer").kept_on is None)


def test_the_group_sets_its_own_years_and_the_list_follows(review, group_house, qtbot):
    _, view = review()
    left = view.years.fields["left"]
    view.years.button.click()
    qtbot.waitUntil(left.isVisible)
    group_house.settle()
    assert left.box.currentText() == "2 years, as we suggest"
    left.box.setCurrentIndex(left.box.findData("15"))
    qtbot.waitUntil(lambda: group_house.inside.retention.rules().left == 15)
    qtbot.waitUntil(lambda: view.titles.list.model().rowCount() == 0)
    assert group_house.inside.records.offers().undo
    left.box.setCurrentIndex(0)
    qtbot.waitUntil(lambda: group_house.inside.retention.rules().left is None)
    qtbot.waitUntil(lambda: view.titles.list.model().rowCount() == 1)


def test_the_years_can_be_set_while_there_is_nobody_to_look_at(open_people, group_house, qtbot):
    page = open_people(people=(ZED,))
    page.show_thing(OUR_RETENTION_RULES)
    view = page.places.front()
    assert view.years.button.hasFocus()
    qtbot.waitUntil(view.titles.empty.isVisible)
    left = view.years.fields["left"]
    group_house.settle()
    left.box.setCurrentIndex(left.box.findData("15"))
    qtbot.waitUntil(lambda: group_house.inside.retention.rules().left == 15)


def test_who_asks_for_the_years_sees_them(open_people, qtbot):
    page = open_people(1150, 500, people=(GONE, ZED))
    page.show_thing(OUR_RETENTION_RULES)
    years = page.places.front().years
    qtbot.waitUntil(lambda: page.sheet.verticalScrollBar().value() > 0)
    seen = page.sheet.viewport().visibleRegion().boundingRect()
    left = years.fields["left"]
    top = left.mapTo(page.sheet.viewport(), QPoint())
    assert seen.contains(QRect(top, left.size()))


def test_somebody_to_look_at_can_be_opened(review, qtbot):
    page, view = review()
    view.card.open_button.click()
    qtbot.waitUntil(lambda: page.view.card is not None)
    qtbot.waitUntil(lambda: page.view.card.person.name == "Old Timer")
    assert page.places.is_back()


def test_somebody_to_look_at_can_go_to_the_bin(review, group_house, qtbot):
    page, view = review()
    view.card.remove_button.click()
    qtbot.waitUntil(view.titles.empty.isVisible)
    assert people_of(group_house) == ["Zed"]
    assert page.undo_bar.words.text() == "“Old Timer” is in the bin."


# Everything about somebody


def test_everything_is_written_into_a_folder_as_a_page_and_for_a_computer(
    everything, tmp_path, opened, qtbot
):
    _, view = everything()
    assert view.title.text() == "Everything about Carol Ńguyen"
    view.write(str(tmp_path))
    qtbot.waitUntil(view.message.isVisible)
    (page_file,) = tmp_path.glob("about-*.html")
    (data_file,) = tmp_path.glob("about-*.json")
    assert json.loads(data_file.read_text("utf-8"))["person"]["name"] == "Carol Ńguyen"
    view.message.act_button.click()
    assert opened == [page_file]


def test_the_folder_is_asked_for_in_the_computers_own_dialog(everything, monkeypatch, tmp_path):
    _, view = everything()
    asked = []
    monkeypatch.setattr(files, "ask_for_folder", lambda *given: asked.append(given))
    view.write_button.click()
    assert asked == [(view, "Where to write it", view.write)]


def test_a_folder_that_cannot_be_written_to_is_told(everything, tmp_path, qtbot):
    _, view = everything()
    (tmp_path / "a file").touch()
    view.write(str(tmp_path / "a file" / "below"))
    qtbot.waitUntil(view.message.isVisible)
    assert "cannot save" in view.message.words.text()


def test_deleting_for_good_says_what_goes_and_what_stays_and_asks_once(
    everything, group_house, qtbot
):
    page, view = everything()
    assert any("Copies made before today still hold it" in s for s in said_in(view))
    view.erase_button.click()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert box.text() == "Delete Carol Ńguyen for good?"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    group_house.settle()
    assert len(people_of(group_house)) == 2
    view.erase_button.click()
    box = QApplication.activeModalWidget()
    next(each for each in box.buttons() if each.text() == "Delete for good").click()
    qtbot.waitUntil(lambda: names(page) == ["Zed"])
    assert people_of(group_house) == ["Zed"]
    assert page.places.is_back()
    assert "is gone from the records of this group" in page.message.words.text()
    assert group_house.inside.bin.things() == []


def test_where_else_the_name_stands_is_shown_and_may_go_too(everything, group_house, qtbot):
    helper = Person(name="Helper", notes="Works with Carol Ńguyen on Mondays.")
    page, view = everything(people=(CAROL, helper))
    qtbot.waitUntil(lambda: len(view.ticks) == 1)
    qtbot.waitUntil(lambda: any("Works with Carol" in each for each in said_in(view)))
    next(iter(view.ticks.values())).box.click()
    view.erase_button.click()
    box = QApplication.activeModalWidget()
    assert "1 more record goes too." in box.informativeText()
    next(each for each in box.buttons() if each.text() == "Delete for good").click()
    qtbot.waitUntil(lambda: people_of(group_house) == [])
    qtbot.waitUntil(page.places.is_back)


def test_an_offer_to_undo_goes_when_something_else_was_done(
    open_people, open_card, group_house, qtbot
):
    page = open_people(people=(DEV, ZED))
    open_card(page, "Zed").remove_button.click()
    qtbot.waitUntil(page.undo_bar.isVisible)
    group_house.session.tell_acted()
    assert not page.undo_bar.isVisible()


# For everybody


def test_pairs_can_be_used_by_everybody(pairs, qtbot):
    page, view = pairs()
    usable_at_every_size(qtbot, page)
    view.titles.list_detail.show_detail()
    usable_at_every_size(qtbot, page)


def test_the_yearly_look_can_be_used_by_everybody(review, qtbot):
    page, view = review()
    usable_at_every_size(qtbot, page)
    view.titles.list_detail.show_detail()
    usable_at_every_size(qtbot, page)


def test_everything_can_be_used_by_everybody(everything, qtbot):
    helper = Person(name="Helper", notes="Works with Carol Ńguyen on Mondays.")
    page, view = everything(people=(CAROL, helper))
    qtbot.waitUntil(lambda: len(view.ticks) == 1)
    usable_at_every_size(qtbot, page)


# What other records know of somebody


def test_where_somebody_took_part_is_told_and_their_claims_are_asked_about(
    open_people, open_card, group_house, qtbot
):
    page = open_people(people=(CAROL,))
    card = open_card(page, "Carol Ńguyen")
    carol, records = card.person.id, group_house.inside.records
    records.add(ATTENDANCE, AttendanceSheet(name="Lunch", on=date(2026, 5, 1), came=(Came(carol),)))
    action = Action("a", "Ring the hall", carol)
    records.add(MEETING, Meeting(name="Committee", on=date(2026, 6, 1), actions=(action,)))
    open_claim = records.add(EXPENSES, ExpenseClaim(name="Van", person=carol))
    paid = ExpenseClaim(name="Van too", person=carol, paid_on=date(2026, 3, 2))
    paid_claim = records.add(EXPENSES, paid)
    card.everything_button.click()
    view = page.places.front()
    qtbot.waitUntil(lambda: len(view.ticks) == 2)
    told = "4 records know of them, such as rotas. They keep a number, and no name."
    qtbot.waitUntil(lambda: told in said_in(view))
    assert "They were to do: Ring the hall." in said_in(view)
    assert view.ticks[open_claim].is_ticked()
    assert not view.ticks[paid_claim].is_ticked()
    assert "Keep it until 31 December 2033." in view.ticks[paid_claim].words.text()
    view.erase_button.click()
    box = page.findChild(QMessageBox)
    next(each for each in box.buttons() if each.text() == "Delete for good").click()
    qtbot.waitUntil(page.places.is_back)
    assert records.held(ExpenseClaim, open_claim) is None
    assert records.held(ExpenseClaim, paid_claim) is not None


def test_what_other_records_know_can_be_read_at_every_size(
    open_people, open_card, group_house, qtbot
):
    page = open_people(people=(CAROL,))
    card = open_card(page, "Carol Ńguyen")
    sheet = AttendanceSheet(name="Lunch", on=date(2026, 5, 1), came=(Came(card.person.id),))
    group_house.inside.records.add(ATTENDANCE, sheet)
    card.everything_button.click()
    view = page.places.front()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in view.findChildren(Fold)))
    view.findChildren(Fold)[0].set_open(True)
    qtbot.waitUntil(lambda: "They came." in said_in(view))
    usable_at_every_size(qtbot, page)
