"""The search at the top, worked by keys, by the mouse, and heard by a screen reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from tests.support.accessibility import every_complaint, spoken
from tests.support.funding_library import MEALS, grant
from tests.support.search_window import press, rows, titles, told, wait_for_best
from vcs_desktop.ui.theme import look


def test_enter_before_the_answer_opens_the_best_when_it_is_there(window, call, house, qtbot):
    house.search.hold("first")
    call("paint")
    press(qtbot, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Home")
    house.search.let_go("first")
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Funding"))
    assert window.page().shown_things == ["grant/old hall"]


def test_typing_on_after_enter_opens_nothing(window, call, house, qtbot):
    house.search.hold("first")
    call("paint")
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Backspace)
    house.search.let_go("first")
    wait_for_best(window, qtbot)
    assert window.windowTitle().startswith("Home")
    assert window.finder.panel.isVisible()


def test_an_answer_to_earlier_words_is_dropped(window, call, house, qtbot):
    house.search.hold("first")
    call("roof")
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.top_bar.search, "old")
    shown = []
    window.finder.panel.model.modelReset.connect(lambda: shown.append(titles(window)))
    house.search.let_go("first")
    wait_for_best(window, qtbot)
    assert shown
    assert all("hall roof" not in each for each in shown)


def test_the_next_key_cuts_short_what_is_looked_for(window, call, house, qtbot):
    call("roof")
    wait_for_best(window, qtbot)
    before = house.search.asked.count("interrupt")
    qtbot.keyClicks(window.top_bar.search, "s")
    assert house.search.asked.count("interrupt") > before


def test_what_one_has_gone_into_stays_as_it_lies(window, call, house, qtbot):
    house.search.hold("ranked")
    call("meals")
    qtbot.waitUntil(lambda: "meals" in titles(window))
    before = titles(window)
    press(qtbot, Qt.Key.Key_Down)
    house.search.let_go("ranked")
    qtbot.waitUntil(lambda: "old hall" in titles(window))
    assert titles(window)[: len(before)] == before
    assert window.finder.panel.list.hasFocus()
    assert window.finder.panel.list.currentIndex().row() == 0


def test_the_keys_of_the_list(window, call, qtbot):
    call("hall")
    wait_for_best(window, qtbot)
    search, listed = window.top_bar.search, window.finder.panel.list
    press(qtbot, Qt.Key.Key_Down)
    assert listed.hasFocus()
    assert listed.currentIndex().row() == 0
    press(qtbot, Qt.Key.Key_Down)
    assert listed.currentIndex().row() == 1
    press(qtbot, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert search.hasFocus()
    press(qtbot, Qt.Key.Key_Down)
    qtbot.keyClicks(listed, "s")
    assert search.hasFocus()
    assert search.text() == "halls"
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Backspace)
    assert search.text() == "hall"


def test_tab_goes_on_and_puts_the_panel_away(window, call, qtbot):
    call("hall")
    wait_for_best(window, qtbot)
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert not window.finder.panel.isVisible()
    assert QApplication.focusWidget() is window.top_bar.text_size_button


def test_esc_goes_back_to_where_one_was(window, call, qtbot):
    window.page().name_field.setFocus()
    call("hall")
    wait_for_best(window, qtbot)
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Escape)
    assert not window.finder.panel.isVisible()
    assert QApplication.focusWidget() is window.page().name_field


def test_esc_takes_the_words_out_so_that_enter_opens_nothing_old(window, call, qtbot):
    window.page().name_field.setFocus()
    call("hall")
    wait_for_best(window, qtbot)
    press(qtbot, Qt.Key.Key_Escape)
    assert window.top_bar.search.text() == ""
    window.top_bar.search.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Home")
    assert window.page().shown_things == []


def test_what_was_opened_keeps_its_words_to_be_typed_over(window, call, qtbot):
    call("paint")
    wait_for_best(window, qtbot)
    press(qtbot, Qt.Key.Key_Return)
    assert window.page().shown_things == ["grant/old hall"]
    call()
    assert window.top_bar.search.selectedText() == "paint"
    qtbot.waitUntil(lambda: "old hall" in titles(window))


def test_a_click_elsewhere_puts_the_panel_away(window, call, qtbot):
    call("hall")
    wait_for_best(window, qtbot)
    qtbot.mouseClick(window.finder.panel.told, Qt.MouseButton.LeftButton)
    assert window.finder.panel.isVisible()
    qtbot.mouseClick(window.navigation.group_label, Qt.MouseButton.LeftButton)
    assert not window.finder.panel.isVisible()


def test_a_click_in_the_field_shows_the_panel_and_one_on_a_row_opens_it(window, house, qtbot):
    house.choices.look_at(MEALS.id)
    qtbot.mouseClick(window.top_bar.search, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: titles(window) == ["meals"])
    listed = window.finder.panel.list
    centre = listed.visualRect(listed.model().index(0, 0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert window.page().shown_things == [MEALS.id]


def test_the_clear_button_takes_the_words_out_and_lists_recent_things(window, call, qtbot):
    call("hall")
    wait_for_best(window, qtbot)
    assert window.top_bar.search.clear_button.accessibleName() == "Clear the search"
    qtbot.mouseClick(window.top_bar.search.clear_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Type words" in told(window))
    assert window.top_bar.search.text() == ""
    assert not window.top_bar.search.clear_button.isVisible()


def test_commands_come_from_the_menus(window, call, qtbot):
    QApplication.clipboard().setText("words that could be pasted into a field")
    call(">")
    assert told(window) == "Commands:"
    assert rows(window)[0] == ("Command", "Open a group…")
    assert titles(window)[-1] == "Quit"  # nobody wants to meet it first
    qtbot.keyClicks(window.top_bar.search, " colours dark")
    assert rows(window) == [("Command", "Dark")]
    assert window.finder.panel.model.rows[0].note == "View · Colours"
    press(qtbot, Qt.Key.Key_Return)
    assert look.theme == "dark"
    assert window.top_bar.search.text() == ""
    assert window.page().isAncestorOf(QApplication.focusWidget())
    call("> dark")
    assert window.finder.panel.model.rows[0].note == "View · Colours · on now"
    qtbot.keyClicks(window.top_bar.search, "zz")
    assert told(window) == "No command has these words."


def test_a_command_about_the_page_acts_on_the_page(window, call, qtbot):
    call(">find on")
    press(qtbot, Qt.Key.Key_Return)
    assert window.page().name_field.hasFocus()


def test_a_command_that_cannot_be_used_is_not_offered(window, call, qtbot):
    call(">smaller")
    assert titles(window) == []
    look.set_text_size(150)
    call(">smaller")
    assert titles(window) == ["Smaller"]


def test_f6_leaves_the_panel(window, call, qtbot):
    call("hall")
    wait_for_best(window, qtbot)
    press(qtbot, Qt.Key.Key_F6)
    assert not window.finder.panel.isVisible()
    assert window.page().isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize(("width", "height", "percent"), [(1366, 671, 100), (683, 364, 200)])
def test_the_panel_stays_in_the_window_and_everybody_can_use_it(
    window, call, qtbot, width, height, percent
):
    look.set_text_size(percent)
    window.resize(width, height)
    call("hall")
    wait_for_best(window, qtbot)
    panel = window.finder.panel
    qtbot.waitUntil(lambda: window.rect().contains(panel.geometry()))
    row = panel.list.visualRect(panel.list.model().index(0, 0))
    assert panel.list.viewport().height() >= row.height()
    assert panel.list.viewport().width() >= row.width()
    assert every_complaint(panel) == []
    look.set_text_size(100)
    window.resize(1000, 500)
    qtbot.waitUntil(lambda: window.rect().contains(panel.geometry()))
    qtbot.waitUntil(panel.told.isVisible)


def test_right_to_left_it_hangs_from_the_other_side(window, call, qapp, qtbot):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        call("hall")
        wait_for_best(window, qtbot)
        panel, field = window.finder.panel, window.top_bar.search
        end = field.mapTo(window, field.rect().topRight()).x()
        assert abs(panel.geometry().right() - end) <= 1
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_screen_reader_hears_whole_rows(window, call, qtbot):
    call("roof")
    wait_for_best(window, qtbot)
    listed = spoken(window.finder.panel.list)
    assert listed.text(QAccessible.Text.Name) == "What was found"
    said = listed.child(0).text(QAccessible.Text.Name)
    assert said.startswith("hall roof. Grant. Ridgeway Fund")
    field = spoken(window.top_bar.search)
    assert field.text(QAccessible.Text.Name) == "Search everything"
    assert "arrow down" in field.text(QAccessible.Text.Description)


def test_the_rows_obey_qt(window, call, qtbot, qtmodeltester):
    call("hall")
    wait_for_best(window, qtbot)
    qtmodeltester.check(window.finder.panel.model)


def test_hostile_words_and_titles_are_drawn_quickly_and_as_they_are(window, call, house, qtbot):
    house.put(grant("<b>hall</b> " + "A" * 200_000, id="x"))
    house.library.finish_index()
    call("<b>hall & <img src=x>")
    wait_for_best(window, qtbot)
    assert any(title.startswith("<b>hall</b>") for title in titles(window))
    window.finder.panel.grab()
