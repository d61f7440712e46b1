"""Keeping, hiding, the committee sheet, the calendar and the menu of a card."""

import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from tests.support.funding_library import ARTS, LUNCHES, MEALS
from tests.support.funding_window import card, cards, is_open, key, open_thing, rows
from vcs_desktop.core.errors import FolderNotWritable
from vcs_desktop.ui import files


@pytest.fixture
def page(funding_page):
    return funding_page


def test_keeping_can_be_undone(page, qtbot, house):
    open_thing(page, qtbot, MEALS.id)
    card(page).keep_button.click()
    qtbot.waitUntil(page.undo_bar.isVisible)
    assert page.undo_bar.words.text() == "Kept “meals”."
    assert card(page).keep_button.text() == "Stop keeping"
    page.undo_bar.undo_button.click()
    qtbot.waitUntil(lambda: card(page).keep_button.text() == "Keep")
    assert house.choices.all().kept == ()
    card(page).keep_button.click()
    qtbot.waitUntil(lambda: house.choices.all().kept == (MEALS.id,))
    qtbot.waitUntil(lambda: card(page).keep_button.text() == "Stop keeping")
    card(page).keep_button.click()
    qtbot.waitUntil(lambda: house.choices.all().kept == ())


def test_hiding_asks_why_and_can_be_undone(page, qtbot, house):
    open_thing(page, qtbot, ARTS.id)
    card(page).hide_button.click()
    panel = card(page).hide_panel
    assert panel.isVisible()
    panel.reasons.button(1).click()
    panel.own_words.setText("18 pages")
    panel.hide_button.click()
    qtbot.waitUntil(lambda: "arts" not in cards(page))
    assert page.subtitle.startswith("5 open")
    because = house.choices.all().hidden[ARTS.id].because
    assert because == "Too much work for what it brings: 18 pages"
    assert QApplication.focusWidget() is page.results.list
    page.undo_bar.undo_button.setFocus()
    page.undo_bar.undo_button.click()
    assert QApplication.focusWidget() is page.results.list
    qtbot.waitUntil(lambda: "arts" in cards(page))


def test_hiding_can_be_left_with_escape(page, qtbot, house):
    open_thing(page, qtbot, ARTS.id)
    card(page).hide_button.click()
    qtbot.keyClick(card(page).hide_panel, Qt.Key.Key_Escape)
    assert not card(page).hide_panel.isVisible()
    assert dict(house.choices.all().hidden) == {}


def test_ones_own_reason_stands_alone(page, qtbot, house):
    open_thing(page, qtbot, ARTS.id)
    card(page).hide_button.click()
    panel = card(page).hide_panel
    panel.reasons.button(4).click()
    panel.own_words.setText("We had them last year")
    qtbot.keyClick(panel.own_words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ARTS.id in house.choices.all().hidden)
    assert house.choices.all().hidden[ARTS.id].because == "We had them last year"


def test_what_was_hidden_can_be_found_and_shown_again(page, qtbot, house):
    house.choices.hide(ARTS.id, "Not for us")
    page.shown()
    qtbot.waitUntil(page.results.filter_bar.hidden.isVisible)
    page.results.filter_bar.hidden.click()
    qtbot.waitUntil(lambda: "arts" in cards(page))
    open_thing(page, qtbot, ARTS.id)
    assert card(page).hide_button.text() == "Show again"
    card(page).hide_button.click()
    qtbot.waitUntil(lambda: dict(house.choices.all().hidden) == {})
    qtbot.waitUntil(lambda: page.undo_bar.words.text() == "“arts” is in the list again.")
    page.undo_bar.undo_button.click()
    qtbot.waitUntil(lambda: ARTS.id in house.choices.all().hidden)


def test_when_the_last_card_is_hidden_the_list_says_that_it_is_empty(page, qtbot):
    page.ask("theatre")
    qtbot.waitUntil(lambda: cards(page) == ["arts"])
    open_thing(page, qtbot, ARTS.id)
    card(page).hide_button.click()
    card(page).hide_panel.hide_button.click()
    qtbot.waitUntil(page.results.empty.isVisible)


def test_a_choice_that_cannot_be_kept_is_told(page, qtbot, house):
    house.choices.fail("keep", FolderNotWritable())
    open_thing(page, qtbot, MEALS.id)
    card(page).keep_button.click()
    qtbot.waitUntil(page.message.isVisible)
    assert "cannot save" in page.message.words.text()
    page.message.close_button.click()
    assert not page.message.isVisible()


def test_what_one_stays_with_is_remembered_for_home(page, qtbot, house):
    key(page, qtbot, Qt.Key.Key_Down)
    second = page.results.lines()[1].record.id
    qtbot.waitUntil(lambda: house.choices.all().looked_at == (second,), timeout=5_000)


def test_what_was_opened_from_another_page_is_remembered_for_home(page, qtbot, house):
    open_thing(page, qtbot, ARTS.id)
    qtbot.waitUntil(lambda: house.choices.all().looked_at == (ARTS.id,), timeout=5_000)


def test_the_card_that_was_open_already_is_remembered_once_it_is_clicked(page, qtbot, house):
    first = page.results.first_id()
    page.results.list.card_clicked.emit(first)
    qtbot.waitUntil(lambda: house.choices.all().looked_at == (first,), timeout=5_000)


def test_with_nothing_on_the_sheet_the_list_has_its_room(page, qtbot, house):
    slim = page.sheet_bar.sizeHint().height()
    assert not page.sheet_bar.print_button.isVisible()
    open_thing(page, qtbot, MEALS.id)
    card(page).sheet_button.click()
    qtbot.waitUntil(page.sheet_bar.print_button.isVisible)
    assert slim < page.results.list.visualRect(page.results.list.currentIndex()).height() / 2
    assert slim < page.sheet_bar.sizeHint().height()


def test_the_focus_stays_where_it_was_while_the_sheet_is_made(page, qtbot, house, tmp_path):
    open_thing(page, qtbot, MEALS.id)
    card(page).sheet_button.click()
    qtbot.waitUntil(page.sheet_bar.print_button.isVisible)
    page.sheet_bar.make_button.setFocus()
    house.sheet.hold("make")
    page.sheet_bar.make_at(str(tmp_path / "sheet.pdf"))
    page.sheet_bar.print_button.click()  # one at a time
    house.sheet.let_go("make")
    qtbot.waitUntil(page.sheet_bar.message.isVisible, timeout=15_000)
    assert QApplication.focusWidget() is page.sheet_bar.make_button
    assert house.sheet.asked.count("make") == 1


def test_what_is_chosen_stays_in_sight_when_the_list_gets_lower(page, qtbot):
    view = page.results.list
    key(page, qtbot, Qt.Key.Key_Down, times=3)
    page.resize(1150, 430)
    qtbot.waitUntil(lambda: view.viewport().rect().contains(view.visualRect(view.currentIndex())))


def test_the_sheet_says_how_many_stand_on_it_and_can_be_cleared(page, qtbot, house):
    for record in (MEALS, LUNCHES):
        open_thing(page, qtbot, record.id)
        card(page).sheet_button.click()
    qtbot.waitUntil(lambda: page.sheet_bar.count.text() == "2 on the committee sheet")
    page.sheet_bar.clear_button.click()
    qtbot.waitUntil(lambda: house.choices.all().on_sheet == ())
    qtbot.waitUntil(lambda: page.undo_bar.words.text() == "The committee sheet is empty.")
    page.undo_bar.undo_button.click()
    qtbot.waitUntil(lambda: house.choices.all().on_sheet == (MEALS.id, LUNCHES.id))
    open_thing(page, qtbot, LUNCHES.id)
    qtbot.waitUntil(lambda: card(page).sheet_button.text() == "Take off the committee sheet")
    card(page).sheet_button.click()
    qtbot.waitUntil(lambda: house.choices.all().on_sheet == (MEALS.id,))


def test_the_sheet_is_saved_where_the_person_says_and_opened(page, qtbot, tmp_path, opened):
    out = tmp_path / "for tuesday.pdf"
    page.sheet_bar.make_button.click()
    dialog = page.sheet_bar.findChild(QFileDialog)
    dialog.fileSelected.emit(str(out))
    dialog.close()
    qtbot.waitUntil(page.sheet_bar.message.isVisible, timeout=15_000)
    assert (
        page.sheet_bar.message.text() == "Saved as “for tuesday.pdf”, and as a web page beside it."
    )
    assert out.read_bytes().startswith(b"%PDF")
    page.sheet_bar.open_button.click()
    assert opened == [out]


def test_printing_opens_the_sheet_in_the_pdf_program(page, qtbot, opened):
    page.sheet_bar.print_button.click()
    qtbot.waitUntil(lambda: bool(opened), timeout=15_000)
    assert page.sheet_bar.message.text().startswith("The sheet is open in your PDF program")


def test_without_a_pdf_program_one_is_told_where_the_sheet_is(page, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "open_file", lambda _path: False)
    page.sheet_bar.print_button.click()
    qtbot.waitUntil(page.sheet_bar.message.isVisible, timeout=15_000)
    assert "No program here opens PDF files" in page.sheet_bar.message.text()
    page.sheet_bar.make_at(str(tmp_path / "a.pdf"))
    qtbot.waitUntil(lambda: page.sheet_bar.message.text().startswith("Saved"), timeout=15_000)
    page.sheet_bar.open_button.click()
    assert "The sheet is at" in page.sheet_bar.message.text()


def test_a_sheet_that_cannot_be_made_is_told(page, qtbot, house):
    house.sheet.fail("make", FolderNotWritable())
    page.sheet_bar.make_at("/nowhere/a.pdf")
    qtbot.waitUntil(page.sheet_bar.message.isVisible)
    assert "cannot save" in page.sheet_bar.message.text()
    assert page.sheet_bar.make_button.isEnabled()


def test_a_closing_day_is_saved_for_the_calendar(page, qtbot, tmp_path, opened):
    open_thing(page, qtbot, MEALS.id)
    card(page).calendar_button.click()
    dialog = page.findChild(QFileDialog)
    assert "meals.ics" in dialog.selectedFiles()[0]
    dialog.fileSelected.emit(str(tmp_path / "meals.ics"))
    dialog.close()
    qtbot.waitUntil(page.message.isVisible)
    assert (tmp_path / "meals.ics").exists()
    page.message.act_button.click()
    assert opened == [tmp_path / "meals.ics"]


def test_a_calendar_file_that_cannot_be_saved_is_told(page, qtbot, house):
    house.funding.fail("add_to_calendar", FolderNotWritable())
    page.calendar.save(MEALS.id, "/nowhere/x.ics")
    qtbot.waitUntil(page.message.isVisible)
    assert "cannot save" in page.message.words.text()


def test_a_grant_that_is_open_all_year_has_nothing_for_the_calendar(page, qtbot):
    open_thing(page, qtbot, "grant/rolling")
    assert not card(page).calendar_button.isVisible()


def menu_of(page, by_key=True):
    view = page.results.list
    reason = QContextMenuEvent.Reason
    place = view.visualRect(view.currentIndex()).center()
    event = QContextMenuEvent(
        reason.Keyboard if by_key else reason.Mouse, place, view.viewport().mapToGlobal(place)
    )
    view.contextMenuEvent(event)
    return next(menu for menu in page.findChildren(QMenu) if menu.isVisible())


NO_GRABBING = "does not support (grabbing|raise)"


@pytest.mark.qt_log_ignore(NO_GRABBING, extend=True)
@pytest.mark.parametrize("by_key", [True, False])
def test_the_menu_of_a_card_offers_what_the_pane_offers(page, qtbot, by_key):
    page.results.list.choose(MEALS.id)
    qtbot.waitUntil(lambda: is_open(page, MEALS.id))
    menu = menu_of(page, by_key)
    assert [action.text() for action in menu.actions()] == [
        "Open", "Put on the committee sheet", "Keep", "Add to calendar", "Hide",
    ]  # fmt: skip
    menu.close()


@pytest.mark.qt_log_ignore(NO_GRABBING, extend=True)
def test_the_menu_of_a_card_acts(page, qtbot, house):
    page.results.list.choose(MEALS.id)
    qtbot.waitUntil(lambda: is_open(page, MEALS.id))
    act(menu_of(page), "Keep")
    act(menu_of(page), "Put on the committee sheet")
    qtbot.waitUntil(lambda: house.choices.all().on_sheet == (MEALS.id,))
    assert house.choices.all().kept == (MEALS.id,)
    act(menu_of(page), "Hide")
    assert card(page).hide_panel.isVisible()
    act(menu_of(page), "Open")


def act(menu, words):
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_on_the_fold_there_is_no_menu(page):
    view = page.results.list
    view.setCurrentIndex(view.model().index(len(rows(page)) - 1))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    view.contextMenuEvent(event)
    assert not [menu for menu in page.findChildren(QMenu) if menu.isVisible()]


@pytest.mark.qt_log_ignore(NO_GRABBING, extend=True)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes a menu event of this key")
def test_shift_and_f10_open_the_menu_of_the_chosen_card(page, qtbot):
    open_thing(page, qtbot, MEALS.id)
    qtbot.keyClick(page.results.list, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    assert menu.title() == "meals"
    menu.close()


def test_ctrl_and_z_take_back_what_was_done_last(page, qtbot, house):
    open_thing(page, qtbot, MEALS.id)
    card(page).keep_button.click()
    qtbot.waitUntil(page.undo_bar.isVisible)
    qtbot.keyClick(card(page).keep_button, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: house.choices.all().kept == ())
    assert not page.undo_bar.isVisible()
