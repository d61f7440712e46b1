"""The frame: where one is, how one gets elsewhere, and what is kept for the next time."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QDesktopServices, QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from tests.support.accessibility import spoken
from tests.support.demo_page import DemoPage
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.ui import window_place
from vcs_desktop.ui.about_dialog import AboutDialog
from vcs_desktop.ui.main_window import MainWindow, PageSpec
from vcs_desktop.ui.theme import look

SMALL = (683, 364)


def place_titles(window):
    return [action for action in window.menu_bar.places.actions() if action.isCheckable()]


def test_only_the_first_page_is_built_at_first(show, tasks, settings):
    built = []

    def make(name):
        built.append(name)
        return DemoPage()

    specs = [
        PageSpec(name, name.title(), "house", lambda name=name: make(name), f"Ctrl+{number}")
        for number, name in enumerate(("home", "funding"), start=1)
    ]
    window = show(MainWindow(specs, tasks, settings, ("Us", "")))
    assert built == ["home"]
    window.open_place("funding")
    window.open_place("home")
    window.open_place("funding")
    assert built == ["home", "funding"]


def test_painted_is_said_once_and_then_the_page_is_told(tasks, settings, qtbot):
    specs = [PageSpec("home", "Home", "house", DemoPage, "Ctrl+1")]
    window = MainWindow(specs, tasks, settings, ("Us", ""))
    qtbot.addWidget(window)
    heard = []
    window.painted.connect(lambda: heard.append(("painted", window.page().visits)))
    window.ready.connect(lambda: heard.append(("ready", window.page().visits)))
    window.show()
    qtbot.waitUntil(lambda: len(heard) == 2)
    window.resize(700, 500)
    window.repaint()
    window.page().ready.emit()
    assert heard == [("painted", 0), ("ready", 1)]


def test_the_window_says_where_one_is(window):
    assert window.windowTitle() == "Home - VCS Desktop"
    window.open_place("funding")
    assert window.windowTitle() == "Funding - VCS Desktop"
    assert window.navigation.list.currentIndex().data() == "Funding"
    assert [action.text() for action in place_titles(window) if action.isChecked()] == ["Funding"]


def test_the_head_shows_the_group(window):
    assert window.navigation.group_label.text() == "Marston Lunch Club"
    assert window.navigation.note_label.text() == "Practice group"


def test_places_are_list_items_with_their_words(window):
    places = spoken(window.navigation.list)
    assert places.childCount() == 2
    assert [places.child(row).role().name for row in range(2)] == ["ListItem", "ListItem"]
    names = [places.child(row).text(QAccessible.Text.Name) for row in range(2)]
    assert names == ["Home", "Funding"]


def test_the_places_model_obeys_qt(window, qtmodeltester):
    qtmodeltester.check(window.navigation.list.model())


def test_arrows_in_the_list_change_the_page_and_keep_the_focus(window, qtbot):
    window.navigation.list.setFocus()
    qtbot.keyClick(window.navigation.list, Qt.Key.Key_Down)
    assert window.windowTitle().startswith("Funding")
    assert QApplication.focusWidget() is window.navigation.list
    qtbot.keyClick(window.navigation.list, Qt.Key.Key_Return)
    assert window.page().isAncestorOf(QApplication.focusWidget())


def test_a_click_on_a_place_leads_into_its_page(window, qtbot):
    places = window.navigation.list
    centre = places.visualRect(places.model().index(1, 0)).center()
    qtbot.mouseClick(places.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert window.windowTitle().startswith("Funding")
    assert window.page().visits == 1
    assert window.page().isAncestorOf(QApplication.focusWidget())


def test_keys_lead_to_places(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.windowTitle().startswith("Funding")
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.windowTitle().startswith("Home")


@pytest.mark.parametrize(
    ("width", "percent", "menu"),
    [(1366, 100, False), (1099, 100, True), (1366, 125, True), (1366, 200, True), (683, 100, True)],
)
def test_a_narrow_window_or_large_text_has_a_menu_with_the_same_words(
    make_window, qtbot, width, percent, menu
):
    window = make_window(width, 671)
    look.set_text_size(percent)
    assert window.navigation.isVisible() is not menu
    assert window.top_bar.menu_button.isVisible() is menu
    assert window.top_bar.menu_button.text() == "Menu"
    offered = [each for each in window.top_bar.menu_button.menu().actions() if each.isVisible()]
    words = [action.text() for action in offered if not action.isSeparator()]
    assert words == ["Home", "Funding"]


def test_the_menu_button_leads_to_places(make_window):
    window = make_window(*SMALL)
    window.top_bar.menu_button.menu().actions()[1].trigger()
    assert window.windowTitle().startswith("Funding")


@pytest.mark.parametrize("percent", [100, 125, 150, 175, 200])
def test_places_show_whole_words_at_every_text_size(make_window, qtbot, percent):
    window = make_window(1200 * percent // 100)
    look.set_text_size(percent)
    places, beside = window.navigation.list, look.px(12 + 18 + 10 + 8 + 6)
    qtbot.waitUntil(lambda: places.isVisible() and places.viewport().width() > look.px(180))
    measure = QFontMetrics(look.font(weight=700))
    for word in ("Home", "Funding", "Our group", "Local facts"):
        assert measure.horizontalAdvance(word) + beside <= places.viewport().width()


def test_f6_walks_through_the_window_and_back(window, qtbot):
    window.navigation.list.setFocus()
    visited = []
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        visited.append(part_of(window))
    assert visited == ["search", "page", "places"]
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        visited.append(part_of(window))
    assert visited[3:] == ["page", "search", "places"]


def part_of(window):
    focus = QApplication.focusWidget()
    if focus is window.top_bar.search:
        return "search"
    return "places" if focus is window.navigation.list else "page"


def test_the_search_has_a_key_and_esc_leaves_it(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    search = window.top_bar.search
    assert search.hasFocus()
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert window.page().isAncestorOf(QApplication.focusWidget())


def test_ctrl_f_goes_to_the_field_of_the_page(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.page().name_field.hasFocus()


def test_ctrl_f_goes_to_the_search_where_the_page_has_no_field(window, qtbot, monkeypatch):
    monkeypatch.setattr(window.page(), "find_here", lambda: None)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is window.top_bar.search


def test_a_page_can_lead_to_a_record_on_another(window):
    window.page().place_asked.emit("funding", "call-7")
    assert window.windowTitle().startswith("Funding")
    assert window.page().shown_things == ["call-7"]


def test_text_size_by_keys_is_kept_and_rebuilds_nothing(window, qtbot, settings, tmp_path):
    page, field = window.page(), window.page().name_field
    field.setText("half a sen")
    qtbot.keyClick(window, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert look.text_size == 125
    assert window.page() is page
    assert field.text() == "half a sen"
    assert SettingsFile(tmp_path / "settings.json").current.text_size == 125
    qtbot.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert look.text_size == 100
    for _ in range(9):
        window.menu_bar.text_size.larger.trigger()
    assert look.text_size == 200
    assert not window.menu_bar.text_size.larger.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert look.text_size == 100


def test_colours_are_kept_and_rebuild_nothing(window, tmp_path):
    page = window.page()
    page.name_field.setText("half a sen")
    for action in window.menu_bar.colours.actions():
        action.trigger()
    assert look.theme == "contrast"
    assert SettingsFile(tmp_path / "settings.json").current.theme == "contrast"
    assert window.page() is page
    assert page.name_field.text() == "half a sen"


def test_what_was_chosen_last_time_holds_from_the_start(make_window, settings):
    settings.change(theme="dark", text_size=150)
    window = make_window()
    assert (look.theme, look.text_size) == ("dark", 150)
    ticked = [a.text() for a in window.menu_bar.colours.actions() if a.isChecked()]
    ticked += [a.text() for a in window.menu_bar.text_size.actions() if a.isChecked()]
    assert ticked == ["Dark", "150 %"]


def test_closing_keeps_the_place_of_the_window_and_ends_the_lanes(window, tmp_path, tasks):
    window.setGeometry(10, 20, 700, 500)
    window.close()
    kept = json.loads((tmp_path / "settings.json").read_text("utf-8"))
    assert kept["window"] == [10, 20, 700, 500]
    ran = []
    tasks.run(lambda: ran.append(1), then=ran.append, otherwise=ran.append)
    assert ran == []


def test_the_first_window_takes_most_of_the_screen(make_window, qapp):
    window = make_window()
    screen = qapp.primaryScreen().availableGeometry()
    window_place.restore(window, None)
    assert window.width() > 0.9 * screen.width()
    assert window.height() > 0.9 * screen.height()


def test_on_a_small_screen_the_first_window_fills_it_and_later_ones_are_as_they_were(
    tasks, settings, qtbot
):
    def opened():
        spec = PageSpec("home", "Home", "house", DemoPage, "Ctrl+1")
        window = MainWindow((spec,), tasks, settings, ("", ""))
        qtbot.addWidget(window)
        window.appear()
        return window

    window = opened()  # the screen of the tests is small
    assert window.isMaximized()
    window.close()
    assert opened().isMaximized()
    window = opened()
    window.showNormal()
    window.close()
    assert not opened().isMaximized()


def test_a_place_on_a_screen_that_is_gone_is_moved_to_one_that_is_there(qtbot, qapp):
    screen = qapp.primaryScreen().availableGeometry()
    for place in [(9000, 9000, 700, 500), (-5000, 10, 700, 500), (0, 0, 99999, 99999), None]:
        window = QMainWindow()
        qtbot.addWidget(window)
        window_place.restore(window, place)
        assert screen.contains(window.geometry())


def test_about_opens_and_closes(window, qtbot):
    window.menu_bar.about.trigger()
    dialog = window.findChild(AboutDialog)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.focus_ring.marked() is dialog.close_button)
    dialog.close_button.click()
    assert not dialog.isVisible()


def test_about_scrolls_by_keys(make_window, qtbot):
    window = make_window(*SMALL)
    look.set_text_size(200)
    window.menu_bar.about.trigger()
    dialog = window.findChild(AboutDialog)
    bar = dialog.pane.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and dialog.close_button.hasFocus())
    qtbot.keyClick(dialog.close_button, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(dialog.close_button, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_about_says_how_old_the_library_is(window):
    window.status_bar.set_library("Grants and guides as of Friday 20 November 2026")
    window.menu_bar.about.trigger()
    words = [child.text() for child in window.findChild(AboutDialog).findChildren(QLabel)]
    assert "Grants and guides as of Friday 20 November 2026" in words


def test_the_log_can_be_shown_where_there_is_one(make_window, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    window = make_window(log_folder=tmp_path)
    entries = {action.text(): action for action in window.menu_bar.actions()[-1].menu().actions()}
    entries["Show l&og"].trigger()
    assert opened == [str(tmp_path)]


def test_being_without_internet_is_said_calmly(make_window):
    window = make_window()
    assert window.status_bar.offline.text() == "Working on this computer. No internet needed."
    window.resize(*SMALL)
    assert window.status_bar.offline.text() == "No internet needed."


def test_a_second_start_brings_the_window_forward(window):
    window.showMinimized()
    window.come_forward()
    assert not window.isMinimized()
    assert window.isVisible()


def test_building_pages_opens_no_stray_window(window, qapp):
    window.open_place("funding")
    shown = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    assert shown == [window]
