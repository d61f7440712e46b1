"""The Funding page over a small real library: finding, reading, little room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox, QStyle, QStyleOptionComboBox

from tests.support.funding_library import LUNCHES, MEALS, grant
from tests.support.funding_window import card, cards, is_open, key, open_thing, rows, words_in
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Button


@pytest.fixture
def page(funding_page):
    return funding_page


def test_the_page_says_how_many_there_are_and_for_whom_it_judged(page):
    assert page.subtitle == ("6 open, the best fit first. Judged for Cherwell Lunch Club.")


def test_the_best_is_open_so_that_the_pane_shows_what_it_is_for(page):
    assert page.results.list.chosen_id() == page.results.first_id()
    assert is_open(page, page.results.first_id())


def test_what_cannot_be_applied_for_is_folded_at_the_end_and_enter_opens_it(page, qtbot):
    assert rows(page)[-1] == "2 you cannot apply for"
    page.results.list.setFocus()
    key(page, qtbot, Qt.Key.Key_End)
    key(page, qtbot, Qt.Key.Key_Return)
    assert set(rows(page)[-2:]) == {"charities", "surgery"}
    key(page, qtbot, Qt.Key.Key_Left)
    assert rows(page)[-1] == "2 you cannot apply for"
    key(page, qtbot, Qt.Key.Key_Right)
    assert len(rows(page)) == 7


def test_the_fold_opens_with_the_mouse_too(page, qtbot):
    view = page.results.list
    view.scrollToBottom()
    fold = view.visualRect(view.model().index(len(rows(page)) - 1, 0))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=fold.center())
    assert len(rows(page)) == 7


def test_arrows_move_and_the_pane_follows(page, qtbot):
    key(page, qtbot, Qt.Key.Key_Down)
    second = page.results.lines()[1].record.id
    qtbot.waitUntil(lambda: is_open(page, second))


def test_on_the_fold_what_is_open_stays_open(page, qtbot):
    before = page.find_view.pane.detail
    page.results.list.setCurrentIndex(page.results.list.model().index(len(rows(page)) - 1))
    assert page.results.list.chosen_id() == ""
    assert page.find_view.pane.detail is before


def test_enter_goes_into_the_pane_and_again_changes_nothing(page, qtbot):
    page.results.list.setFocus()
    key(page, qtbot, Qt.Key.Key_Return)
    area = page.find_view.pane.area
    assert QApplication.focusWidget() is area
    assert area.accessibleName() == card(page).title.text()
    said = card(page).sheet_button.text()
    qtbot.keyClick(area, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is area
    assert not page.undo_bar.isVisible()
    assert card(page).sheet_button.text() == said
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is card(page).sheet_button
    qtbot.keyClick(area, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.results.list


def test_filters_leave_only_what_answers_them(page, qtbot):
    page.results.filter_bar.contracts.click()
    qtbot.waitUntil(lambda: set(cards(page)) == {"lunches", "surgery"})
    assert page.subtitle.startswith("2 open")
    page.results.filter_bar.contracts.click()
    page.results.filter_bar.closing.click()
    page.results.filter_bar.small.click()
    qtbot.waitUntil(lambda: set(cards(page)) == {"arts", "meals"})


def test_the_list_can_be_sorted_by_closing_day(page, qtbot):
    page.results.filter_bar.sort.choose("closing")
    qtbot.waitUntil(lambda: "closing soonest first" in page.subtitle)
    qtbot.waitUntil(lambda: cards(page)[:3] == ["arts", "lunches", "meals"])


def test_a_search_says_what_it_found_and_can_be_taken_back(page, qtbot):
    page.ask("  theatre ")
    qtbot.waitUntil(lambda: cards(page) == ["arts"])
    assert page.subtitle.startswith("Results for “theatre”: 1 open")
    page.results.clear_button.setFocus()
    page.results.clear_button.click()
    assert page.results.filter_bar.words() == ""
    assert QApplication.focusWidget() is page.results.list
    qtbot.waitUntil(lambda: len(cards(page)) == 6)
    assert not page.results.clear_button.isVisible()


def test_words_are_answered_as_they_are_typed_and_enter_goes_to_the_list(page, qtbot):
    field = page.results.filter_bar.words_box
    field.setFocus()
    qtbot.keyClicks(field, " thea")
    qtbot.waitUntil(lambda: cards(page) == ["arts"])
    assert field.hasFocus()
    qtbot.keyClicks(field, "tre")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.results.list
    qtbot.waitUntil(lambda: page.subtitle.startswith("Results for “theatre”: 1 open"))


def test_words_and_filters_narrow_together(page, qtbot):
    page.ask("practice")
    page.results.filter_bar.contracts.click()
    qtbot.waitUntil(lambda: page.subtitle.startswith("Results for “practice”"))
    assert page.results.filter_bar.filters().words == "practice"
    assert page.results.filter_bar.filters().kinds == ("tender",)


def test_the_same_words_are_not_asked_for_again(page, house, qtbot):
    page.ask("theatre")
    qtbot.waitUntil(lambda: cards(page) == ["arts"])
    asked = len(house.funding.asked)
    page.ask(" theatre")
    assert len(house.funding.asked) == asked


def test_the_parts_of_the_page_are_the_words_the_list_what_is_open_and_the_lines(page, qtbot):
    words, listed, opened_one, *lines = page.parts()
    assert lines == [page.undo_bar, page.message, page.sheet_bar]
    assert words.isAncestorOf(page.find_here())
    assert listed.isAncestorOf(page.results.list)
    assert opened_one.isAncestorOf(card(page).sheet_button)
    page.near_us_button.click()
    assert page.parts() == (page.near_us,)
    assert page.find_here() is page.near_us.find_field.box


def test_a_search_that_finds_nothing_says_so_and_offers_everything(page, qtbot):
    page.ask("zebra")
    qtbot.waitUntil(page.results.empty.isVisible)
    assert page.results.empty.title.text() == "Nothing found for “zebra”"
    assert page.find_view.pane.blank.isVisible()
    assert not page.results.clear_button.isVisible()  # the button below says the same
    page.results.empty.button.click()
    qtbot.waitUntil(lambda: len(cards(page)) == 6)


def test_the_focus_is_not_lost_when_a_search_from_the_list_finds_nothing(page, qtbot):
    page.results.list.setFocus()
    page.ask("zebra")
    qtbot.waitUntil(page.results.empty.isVisible)
    assert QApplication.focusWidget() is page.results.empty.button
    assert page.first_focus() is page.results.empty.button


def test_a_search_with_filters_on_that_finds_nothing_says_so(page, qtbot):
    page.results.filter_bar.grants.click()
    page.ask("zebra")
    qtbot.waitUntil(page.results.empty.isVisible)
    assert page.results.empty.text.text() == "Try other words, or turn off a filter."


@pytest.mark.parametrize(
    ("words", "said"),
    [("surgery", "1 open, but you cannot apply for it."), ("charities", "1 open, but you cannot")],
)
def test_a_search_that_finds_only_what_one_cannot_apply_for_shows_it(page, qtbot, words, said):
    page.ask(words)
    qtbot.waitUntil(lambda: rows(page) == ["1 you cannot apply for", words])
    assert page.subtitle.startswith(f"Results for “{words}”: {said}")
    qtbot.waitUntil(lambda: is_open(page, page.results.first_id()))
    assert page.results.list.chosen_line().record.title == words


def test_filters_that_leave_nothing_can_be_turned_off_at_once(page, qtbot):
    page.results.filter_bar.kept.click()
    qtbot.waitUntil(page.results.empty.isVisible)
    assert page.results.empty.title.text() == "You have not kept anything that is open"
    page.results.empty.button.click()
    qtbot.waitUntil(lambda: len(cards(page)) == 6)
    assert not page.results.filter_bar.kept.isChecked()


def test_with_three_filters_on_they_stand_in_one_line_beside_the_places(page, qtbot):
    page.resize(1366 - 208, 640)
    bar = page.results.filter_bar
    for chip in (bar.contracts, bar.closing, bar.small):
        chip.click()
    assert {each.y() for each in (bar.grants, bar.kept, bar.area, bar.sort)} == {bar.grants.y()}


def room_for_words(box):
    """Return the pixels that the words of a closed combo box have."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    combo, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(combo, option, field, box).width()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_area_and_no_order_is_cut_off(page, percent):
    look.set_text_size(percent)
    area, sort = page.results.filter_bar.area.box, page.results.filter_bar.sort.box
    widest = area.fontMetrics().horizontalAdvance("Vale of White Horse")
    assert widest <= room_for_words(area)
    for order in (sort.itemText(index) for index in range(sort.count())):
        assert sort.fontMetrics().horizontalAdvance(order) <= room_for_words(sort)


def test_while_no_report_is_open_it_takes_no_room(page):
    assert not page.load_panel.isVisible()
    page.load_panel.show_zone(on=True)
    assert page.load_panel.isVisible()
    page.load_panel.show_zone(on=False)
    assert not page.load_panel.isVisible()


@pytest.mark.parametrize("keys", ["Down", "PageDown", "End", "Home"])
def test_in_a_low_window_all_of_the_card_with_the_focus_is_seen(page, qtbot, keys):
    look.set_text_size(200)
    page.resize(1366, 480)
    view = page.results.list
    qtbot.waitUntil(lambda: page.sheet.verticalScrollBar().maximum() > 0)
    view.setFocus()
    for _ in range(3):
        key(page, qtbot, getattr(Qt.Key, f"Key_{keys}"))
        qtbot.waitUntil(lambda: all_of_the_row_is_seen(page, view))


def all_of_the_row_is_seen(page, view):
    rect = view.visualRect(view.currentIndex())
    top = view.viewport().mapTo(page.sheet.viewport(), rect.topLeft()).y()
    return 0 <= top <= page.sheet.viewport().height() - rect.height()


def test_where_there_is_little_height_the_filters_fold_away(page):
    bar = page.results.filter_bar
    assert bar.grants.isVisible()
    page.resize(1150, 400)
    assert not bar.grants.isVisible()
    bar.more.click()
    assert bar.grants.isVisible()


def test_the_focus_alone_chooses_nothing(page, qtbot):
    page.resize(600, 640)
    page.ask("zebra")
    qtbot.waitUntil(page.results.empty.isVisible)
    page.results.empty.button.setFocus()
    page.results.empty.button.click()
    qtbot.waitUntil(lambda: "best fit first" in page.subtitle)
    assert QApplication.focusWidget() is page.results.list
    assert page.results.list.chosen_id() == ""
    key(page, qtbot, Qt.Key.Key_Down)
    assert page.results.list.chosen_id() == page.results.first_id()


def test_areas_of_the_library_can_be_chosen(page, qtbot):
    areas = page.results.filter_bar.area
    page.results.filter_bar.offer_areas([("E07000178", "Oxford")])
    areas.choose("E07000178")
    qtbot.waitUntil(lambda: page.results.filter_bar.filters().area == "E07000178")
    page.results.filter_bar.offer_areas([("E07000177", "Cherwell"), ("E07000178", "Oxford")])
    assert areas.chosen_id() == "E07000178"


def test_a_grant_shows_its_facts_why_it_fits_and_where_it_came_from(page, qtbot):
    open_thing(page, qtbot, MEALS.id)
    told = words_in(page.find_view.pane.area)
    for words in (
        "£500 to £2,000",
        "Friday 18 December 2026",
        "About Friday 29 January 2027",
        "Ridgeway Fund",
        "Judged for Cherwell Lunch Club",
        "From: Ridgeway Fund. Checked on 1 November 2026. Licence: OGL-UK-3.0.",
    ):
        assert words in told
    assert page.find_view.pane.fit_card.verdict.text().startswith("You can apply")


def test_a_contract_shows_its_stages_and_its_parts(page, qtbot):
    open_thing(page, qtbot, LUNCHES.id)
    told = words_in(page.find_view.pane.area)
    assert "This contract in plain English" in told
    assert {"Being planned", "Open for bids", "Given to someone", "Under way"} <= set(told)
    folds = [each.text() for each in page.find_view.pane.area.findChildren(Button)]
    assert "See the 1 part you can bid for" in folds
    assert "See the 1 paper the buyer points to" in folds


def test_a_page_of_the_web_is_opened_after_a_question(page, qtbot, monkeypatch):
    addresses = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: addresses.append(url.toString()))
    open_thing(page, qtbot, MEALS.id)
    buttons = page.find_view.pane.area.findChildren(Button)
    next(each for each in buttons if "on the web" in each.text()).click()
    box = page.findChild(QMessageBox)
    assert not addresses
    next(each for each in box.buttons() if each.text() == "Cancel").click()
    assert not addresses


def test_something_that_has_gone_says_so_and_can_be_tried_again(page, qtbot, house):
    page.show_thing("gone")
    qtbot.waitUntil(page.find_view.pane.problem.isVisible)
    assert "taken out of the library" in page.find_view.pane.problem.text.text()
    house.put(grant("gone"))
    page.find_view.pane.problem.button.click()
    page.show_thing("grant/gone")
    qtbot.waitUntil(lambda: is_open(page, "grant/gone"))


def test_where_there_is_room_for_one_pane_enter_opens_and_escape_goes_back(page, qtbot):
    page.resize(600, 640)
    page.find_view.go_back()
    key(page, qtbot, Qt.Key.Key_Return)
    assert page.find_view.pane.isVisible()
    assert not page.results.list.isVisible()
    back, bar = page.find_view.list_detail.back_button, page.find_view.pane.area.verticalScrollBar()
    qtbot.keyClick(back, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(back, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    qtbot.keyClick(back, Qt.Key.Key_Escape)
    assert page.results.list.isVisible()
    assert QApplication.focusWidget() is page.results.list


def test_in_a_low_window_tab_goes_into_the_pane_and_shows_what_it_came_to(page, qtbot):
    page.resize(683, 260)
    page.find_view.go_back()
    key(page, qtbot, Qt.Key.Key_Down, times=2)
    key(page, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.find_view.pane.area.viewport().width() > 0)
    qtbot.keyClick(page.find_view.list_detail.back_button, Qt.Key.Key_Tab)
    button = QApplication.focusWidget()
    assert button is card(page).sheet_button
    assert button.visibleRegion().boundingRect() == button.rect()


def test_where_there_is_little_room_a_click_opens(page, qtbot):
    page.resize(600, 640)
    page.find_view.go_back()
    view = page.results.list
    place = view.visualRect(view.model().index(1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.find_view.pane.isVisible()


def test_where_there_is_little_room_filters_are_behind_one_button(page, qtbot):
    page.resize(600, 640)
    bar = page.results.filter_bar
    assert bar.more.isVisible()
    assert not bar.grants.isVisible()
    bar.more.click()
    bar.grants.click()
    assert bar.more.text() == "Filters: 1 is on"
