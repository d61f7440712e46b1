"""The Funding page over a small real library: find, read, keep, hide, take to the committee."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from tests.support.funding_library import ARTS, LUNCHES, MEALS, award, grant
from vcs_desktop.core.errors import FolderNotWritable
from vcs_desktop.ui.pages.funding import files
from vcs_desktop.ui.pages.funding.page import FundingPage
from vcs_desktop.ui.widgets.basics import Button


@pytest.fixture
def page(house, tasks, show, qtbot):
    made = show(FundingPage(house, tasks), 1150, 640)
    made.shown()
    qtbot.waitUntil(lambda: "Judged for" in made.subtitle)
    qtbot.waitUntil(lambda: made.find_view.pane.card is not None)
    return made


@pytest.fixture
def opened(monkeypatch):
    """Note which files are opened instead of opening them; this computer has a program for each."""
    paths = []
    monkeypatch.setattr(files, "open_file", lambda path: paths.append(path) or True)
    return paths


def cards(page):
    return [line.record.title for line in page.results.lines()]


def rows(page):
    model = page.results.list.model()
    return [model.index(row).data() for row in range(model.rowCount())]


def card(page):
    return page.find_view.pane.card


def open_thing(page, qtbot, record_id):
    page.show_thing(record_id)
    qtbot.waitUntil(lambda: is_open(page, record_id))


def is_open(page, record_id):
    detail = page.find_view.pane.detail
    return detail is not None and detail.line.record.id == record_id


def key(page, qtbot, which, times=1):
    for _ in range(times):
        qtbot.keyClick(page.results.list, which)


# --- the list -------------------------------------------------------------------------------


def test_the_page_says_how_many_there_are_and_for_whom_it_judged(page):
    assert page.subtitle == (
        "6 open, the best fit first. Judged for Cherwell Lunch Club, a practice group."
    )


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


def test_enter_goes_into_the_pane(page, qtbot):
    page.results.list.setFocus()
    key(page, qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is card(page).sheet_button


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
    page.results.clear_button.click()
    qtbot.waitUntil(lambda: len(cards(page)) == 6)
    assert not page.results.clear_button.isVisible()


def test_a_search_that_finds_nothing_says_so_and_offers_everything(page, qtbot):
    page.ask("zebra")
    qtbot.waitUntil(page.results.empty.isVisible)
    assert page.results.empty.title.text() == "Nothing found for “zebra”"
    assert page.find_view.pane.empty.isVisible()
    page.results.empty.button.click()
    qtbot.waitUntil(lambda: len(cards(page)) == 6)


def test_filters_that_leave_nothing_can_be_turned_off_at_once(page, qtbot):
    page.results.filter_bar.kept.click()
    qtbot.waitUntil(page.results.empty.isVisible)
    assert page.results.empty.title.text() == "You have not kept anything that is open"
    page.results.empty.button.click()
    qtbot.waitUntil(lambda: len(cards(page)) == 6)
    assert not page.results.filter_bar.kept.isChecked()


def test_areas_of_the_library_can_be_chosen(page, qtbot):
    areas = page.results.filter_bar.area
    page.results.filter_bar.offer_areas([("E07000178", "Oxford")])
    areas.choose("E07000178")
    qtbot.waitUntil(lambda: page.results.filter_bar.filters().area == "E07000178")
    page.results.filter_bar.offer_areas([("E07000177", "Cherwell"), ("E07000178", "Oxford")])
    assert areas.chosen_id() == "E07000178"


# --- one in full ----------------------------------------------------------------------------


def words_in(widget):
    from PySide6.QtWidgets import QLabel

    return [each.text() for each in widget.findChildren(QLabel)]


def test_a_grant_shows_its_facts_why_it_fits_and_where_it_came_from(page, qtbot):
    open_thing(page, qtbot, MEALS.id)
    told = words_in(page.find_view.pane.area)
    for words in (
        "£500 to £2,000",
        "Friday 18 December 2026",
        "About Friday 29 January 2027",
        "Ridgeway Fund",
        "Judged for Cherwell Lunch Club, a practice group",
        "From Ridgeway Fund, checked on 1 November 2026, licence: OGL-UK-3.0.",
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


def test_a_page_of_the_web_is_opened_in_the_browser(page, qtbot, monkeypatch):
    addresses = []
    monkeypatch.setattr(files, "open_web_page", addresses.append)
    open_thing(page, qtbot, MEALS.id)
    buttons = page.find_view.pane.area.findChildren(Button)
    next(each for each in buttons if "on the web" in each.text()).click()
    assert addresses == ["https://example.org/fund"]


def test_something_that_has_gone_says_so_and_can_be_tried_again(page, qtbot, house):
    page.show_thing("gone")
    qtbot.waitUntil(page.find_view.pane.problem.isVisible)
    assert "taken out of the library" in page.find_view.pane.problem.text.text()
    house.put(grant("gone"))
    page.find_view.pane.problem.button.click()
    page.show_thing("grant/gone")
    qtbot.waitUntil(lambda: is_open(page, "grant/gone"))


# --- choices --------------------------------------------------------------------------------


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
    because = house.choices.all().hidden[ARTS.id].because
    assert because == "Too much work for what it brings: 18 pages"
    page.undo_bar.undo_button.click()
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


# --- the committee sheet --------------------------------------------------------------------


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


# --- the calendar ---------------------------------------------------------------------------


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


# --- the menu of a card ---------------------------------------------------------------------


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


# --- little room ----------------------------------------------------------------------------


def test_where_there_is_room_for_one_pane_enter_opens_and_escape_goes_back(page, qtbot):
    page.resize(600, 640)
    page.find_view.go_back()
    key(page, qtbot, Qt.Key.Key_Return)
    assert page.find_view.pane.isVisible()
    assert not page.results.list.isVisible()
    qtbot.keyClick(page.find_view.list_detail.back_button, Qt.Key.Key_Escape)
    assert page.results.list.isVisible()
    assert QApplication.focusWidget() is page.results.list


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


# --- adding from files ----------------------------------------------------------------------

CALL = """
- id: call/new
  grantName: New money
  fundingOrganization: {name: A fund}
  rolling: true
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "new.yaml"
    path.write_text(CALL)
    return path


def test_a_file_is_added_and_what_came_of_it_is_told(page, qtbot, file):
    page.load_panel.load([file])
    qtbot.waitUntil(page.load_panel.report.isVisible, timeout=15_000)
    assert page.load_panel.headline.text().startswith("1 added.")
    qtbot.waitUntil(lambda: page.subtitle.startswith("7 open"))
    page.load_panel.close_button.click()
    assert not page.load_panel.report.isVisible()
    page.load_panel.load([file])
    qtbot.waitUntil(page.load_panel.report.isVisible, timeout=15_000)
    assert page.load_panel.headline.text().startswith("Nothing new: you had all of this already.")


def test_what_could_not_be_used_is_told_and_can_be_copied(page, qtbot, tmp_path, file):
    bad = tmp_path / "bad.yaml"
    bad.write_text("- id: call/odd\n  grantMaximumAward: lots\n")
    page.load_panel.load([file, bad])
    qtbot.waitUntil(page.load_panel.report.isVisible, timeout=15_000)
    assert page.load_panel.refused.isVisible()
    page.load_panel.refused.set_open(True)
    page.load_panel.copy_button.click()
    assert "bad.yaml" in QApplication.clipboard().text()


def test_a_file_that_cannot_be_used_at_all_is_told(page, qtbot, tmp_path):
    nonsense = tmp_path / "nonsense.bin"
    nonsense.write_bytes(bytes(range(256)))
    page.load_panel.load([nonsense])
    qtbot.waitUntil(page.load_panel.report.isVisible, timeout=15_000)
    assert page.load_panel.headline.text().startswith("Nothing was added.")


def test_a_load_can_be_cancelled_and_a_second_one_waits_for_its_turn(page, qtbot, house, file):
    house.library.hold("load")
    page.load_panel.load([file])
    page.load_panel.load([file])
    qtbot.waitUntil(page.load_panel.progress.isVisible)
    qtbot.waitUntil(page.load_panel.progress.cancel_button.isVisible)
    page.load_panel.progress.cancel_button.click()
    house.library.let_go("load")
    qtbot.waitUntil(page.load_panel.report.isVisible, timeout=15_000)
    assert page.load_panel.headline.text().startswith("You stopped this.")
    assert house.library.asked.count("load") == 1


def test_a_load_that_breaks_is_told(page, qtbot, house, file):
    house.library.fail("load", FolderNotWritable())
    page.load_panel.load([file])
    qtbot.waitUntil(page.load_panel.report.isVisible)
    assert "cannot save" in page.load_panel.lines.text() + page.load_panel.headline.text()


def test_files_can_be_dropped_anywhere_on_the_page(page, qtbot, file):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    assert page.load_panel.zone.isVisible()
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert not page.load_panel.zone.isVisible()
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), copy, data, left, none))
    qtbot.waitUntil(page.load_panel.report.isVisible, timeout=15_000)


def test_a_button_asks_for_files_too(page, qtbot, file):
    page.load_button.click()
    dialog = page.findChild(QFileDialog)
    dialog.filesSelected.emit([str(file)])
    dialog.close()
    qtbot.waitUntil(page.load_panel.report.isVisible, timeout=15_000)


# --- who has been funded near us ------------------------------------------------------------


def test_nobody_funded_near_us_says_what_to_do(page, qtbot):
    page.near_us_button.click()
    title = page.near_us.empty.title
    qtbot.waitUntil(lambda: title.text() == "No awards found in or near Cherwell")
    qtbot.keyClick(page.near_us, Qt.Key.Key_Escape)
    assert page.results.list.isVisible()


def test_who_has_been_funded_near_us_is_summed_up_and_listed(page, qtbot, house):
    house.put(award("choir", 2_000, place="Cherwell 1"), award("hall", 800, place="Cherwell 2"))
    page.near_us_button.click()
    qtbot.waitUntil(page.near_us.awards.isVisible)
    assert page.near_us.where.text() == "2 awards in or near Cherwell."
    assert "£1,400" in words_in(page.near_us.facts)
    page.near_us.search_box.setFocus()
    qtbot.keyClicks(page.near_us.search_box, "nobody")
    qtbot.waitUntil(page.near_us.empty.isVisible)
    assert page.near_us.empty.title.text() == "No awards found for “nobody”"
    page.near_us.back_button.click()
    assert not page.near_us.isVisible()


def test_a_narrow_table_of_awards_keeps_what_says_most(page, qtbot, house):
    house.put(award("choir", 2_000, place="Cherwell 1"))
    page.near_us_button.click()
    qtbot.waitUntil(page.near_us.awards.isVisible)
    page.resize(500, 640)
    hidden = [page.near_us.awards.isColumnHidden(column) for column in range(6)]
    assert hidden == [False, False, True, False, True, True]


def test_awards_that_cannot_be_looked_up_are_told(page, qtbot, house):
    house.funding.fail("funded_near_us", FolderNotWritable())
    page.near_us_button.click()
    qtbot.waitUntil(lambda: "cannot save" in page.near_us.empty.text.text())


def test_opening_something_leaves_the_awards(page, qtbot):
    page.near_us_button.click()
    page.show_thing(MEALS.id)
    assert page.find_view.isVisible()
    assert not page.near_us.isVisible()


def test_the_focus_begins_in_the_list(page):
    assert page.first_focus() is page.results.list


def test_only_pages_of_the_web_are_opened():
    assert files.is_web_page("https://example.org/a?b=c")
    for address in ("", "file:///etc/passwd", "javascript:alert(1)", "https://", "example.org"):
        assert not files.is_web_page(address)
        assert not files.open_web_page(address)


def test_paths_are_handed_on_as_they_are(page, qtbot, house, tmp_path):
    odd = tmp_path / "Grants & “contracts” 2026.yaml"
    odd.write_text(CALL)
    page.load_panel.load([Path(odd)])
    qtbot.waitUntil(page.load_panel.report.isVisible, timeout=15_000)
    assert odd.name in page.load_panel.headline.text()
