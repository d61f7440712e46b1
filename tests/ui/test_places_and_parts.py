"""How one record leads to its page, how a page is left again, and at which parts F6 stops."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget

from tests.support.demo_page import DemoPage
from vcs_desktop.ui import page
from vcs_desktop.ui.main_window import MainWindow, PageSpec
from vcs_desktop.ui.page import AsidePage
from vcs_desktop.ui.page_stack import PageStack


class PartedPage(DemoPage):
    """A page with three parts, of which the second has nothing to stop at."""

    def parts(self):
        return (self.name_field, self.page_title, self.list)

    def first_focus(self):
        return self.list


SPECS = (
    PageSpec("home", "Home", "house", PartedPage, "Ctrl+1", help_topic="begin"),
    PageSpec("facts", "Facts", "info", DemoPage, "Ctrl+2", shows=("fact", "rule")),
    PageSpec("help", "Help", "circle-help", DemoPage, "", help_topic="help", aside=True),
    PageSpec("settings", "Settings", "settings", lambda: AsidePage("Settings"), "", aside=True),
)


@pytest.fixture
def window(tasks, settings, show, qtbot):
    made = show(MainWindow(SPECS, tasks, settings, ("Us", "")), 1366, 671)
    qtbot.waitUntil(lambda: made.page().visits == 1)
    return made


def title(window):
    return window.windowTitle().removesuffix(" - VCS Desktop")


def test_a_record_is_opened_on_the_page_that_shows_its_kind(window):
    assert window.open_record("rule", "audit-threshold")
    assert title(window) == "Facts"
    assert window.page().shown_things == ["audit-threshold"]


def test_a_record_of_a_kind_that_no_page_shows_opens_nothing(window):
    assert not window.open_record("recipe", "soup")
    assert title(window) == "Home"


def test_a_page_can_ask_for_any_record(window):
    window.page().record_asked.emit("fact", "age-2021")
    assert title(window) == "Facts"
    assert window.page().shown_things == ["age-2021"]


def test_the_help_of_the_page_in_front_is_opened(window):
    window.open_help()
    assert title(window) == "Help"
    assert window.page().shown_things == ["begin"]


def test_the_top_bar_leads_to_help_and_settings(window):
    window.top_bar.settings_button.click()
    assert title(window) == "Settings"
    window.open_place("facts")
    window.top_bar.help_button.click()
    assert title(window) == "Help"
    window.resize(700, 500)
    assert not window.top_bar.help_button.isVisible()  # the menu bar has it at any width


def test_without_such_pages_the_top_bar_has_no_such_buttons(tasks, settings, show):
    window = show(MainWindow(SPECS[:2], tasks, settings, ("Us", "")), 1366, 671)
    assert not window.top_bar.help_button.isVisible()
    assert not window.top_bar.settings_button.isVisible()
    window.open_help()
    assert title(window) == "Home"


def test_pages_aside_are_no_places_of_the_sidebar(window):
    places = window.navigation.list
    assert [places.model().index(row, 0).data() for row in range(2)] == ["Home", "Facts"]
    assert places.model().rowCount() == 2
    window.open_place("help")
    assert not places.currentIndex().isValid()
    ticked = [action for action in window.menu_bar.places.actions() if action.isChecked()]
    assert ticked == []
    window.open_place("facts")
    assert places.currentIndex().data() == "Facts"


def test_going_back_leads_through_the_pages_one_came_by(window):
    for place in ("facts", "help", "facts"):
        window.open_place(place)
    left = []
    for _ in range(4):
        window.go_back()
        left.append(title(window))
    assert left == ["Help", "Facts", "Home", "Home"]


def test_esc_leads_from_a_page_aside_back_to_where_one_was(window, qtbot):
    window.open_place("facts")
    window.open_place("settings")
    qtbot.keyClick(window.page(), Qt.Key.Key_Home)
    assert title(window) == "Settings"
    qtbot.keyClick(window.page(), Qt.Key.Key_Escape)
    assert title(window) == "Facts"
    qtbot.keyClick(window.page(), Qt.Key.Key_Escape)
    assert title(window) == "Facts"


def test_of_a_page_that_is_left_no_tab_stop_is_put_in_order(window, qtbot, monkeypatch):
    ordered = []
    monkeypatch.setattr(page, "put_tab_in_reading_order", ordered.append)
    window.page().name_field.setFocus()
    window.open_place("facts")
    assert ordered == []
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert ordered == [window.page()]


def test_a_page_that_is_entered_shows_its_heading_again(window, qtbot):
    page = window.open_place("facts")
    window.resize(1150, 300)
    page.body_area.setMinimumHeight(2_000)
    bar = page.sheet.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 500)
    bar.setValue(500)
    page.first_focus = lambda: page.name_field
    window.open_place("facts")
    assert bar.value() < 100


def test_only_so_many_steps_back_are_kept(qtbot):
    stack = PageStack(SPECS)
    qtbot.addWidget(stack)
    assert stack.place_id == ""
    for number in range(200):
        assert stack.bring(("home", "facts")[number % 2])
    assert not stack.bring("facts")
    steps = 0
    while stack.step_back():
        steps += 1
    assert steps == 50
    assert isinstance(stack, QStackedWidget)
    assert stack.count() == 2


def f6(qtbot, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, modifier)
    return QApplication.focusWidget()


def test_f6_stops_at_every_part_of_a_page_that_has_something_to_stop_at(window, qtbot):
    page, search, places = window.page(), window.top_bar.search, window.navigation.list
    places.setFocus()
    assert [f6(qtbot) for _ in range(4)] == [search, page.name_field, page.list, places]
    back = [f6(qtbot, Qt.KeyboardModifier.ShiftModifier) for _ in range(4)]
    assert back == [page.list, page.name_field, search, places]


def test_f6_from_between_the_parts_goes_to_the_first_or_out(window, qtbot):
    page = window.page()
    page.chips[0].setFocus()
    assert f6(qtbot) is page.name_field
    page.chips[0].setFocus()
    assert f6(qtbot, Qt.KeyboardModifier.ShiftModifier) is window.top_bar.search


def test_a_part_is_entered_where_work_on_the_page_begins_if_that_is_in_it(window, qtbot):
    page = window.page()
    page.parts = lambda: (page.name_field, page.list_detail)
    page.name_field.setFocus()
    assert f6(qtbot) is page.list


def test_the_search_leads_back_to_the_page_where_what_called_it_has_gone(window, qtbot):
    page = window.page()
    page.chips[0].setFocus()
    qtbot.keyClick(page.chips[0], Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.top_bar.search.hasFocus()
    window.open_place("facts", move_focus=False)
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_Escape)
    assert window.page().isAncestorOf(QApplication.focusWidget())
