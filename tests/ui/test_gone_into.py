"""A pane that was gone into: the arrows scroll it, and Tab leads to the first thing inside."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from vcs_desktop.app.main import build_window
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.widgets.basics import ScrollPane, column, panel, row, scroll


class PageWithAPane(Page):
    def __init__(self) -> None:
        super().__init__("Facts")
        self.before, self.first, self.second = map(QPushButton, ("Before", "Copy", "Keep"))
        self.after = QPushButton("After")
        self.area = scroll(panel(column(self.first, self.second)))
        self.body.put(row(self.before, self.area))
        self.body.put(self.after)


@pytest.fixture
def page(show) -> PageWithAPane:
    holder = QWidget()
    page = PageWithAPane()
    other = QPushButton("Elsewhere in the window")
    holder.setLayout(row(other, page))
    show(holder, 800, 600)
    return page


def tab(qtbot, key=Qt.Key.Key_Tab, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)
    return QApplication.focusWidget()


def test_tab_leads_to_the_first_thing_inside_every_time(page, qtbot):
    assert isinstance(page.area, ScrollPane)
    for _ in range(3):
        page.before.setFocus()
        page.area.go_in("A fact")
        assert page.area.hasFocus()
        assert tab(qtbot) is page.first
        assert tab(qtbot) is page.second
        assert tab(qtbot) is page.after


def test_where_what_was_pressed_goes_away_nothing_beside_the_page_is_next(page, qtbot):
    elsewhere = page.parentWidget().findChild(QPushButton, options=Qt.FindDirectChildrenOnly)
    assert elsewhere.text() == "Elsewhere in the window"
    page.after.setFocus()
    page.after.hide()  # it is the last on the page: Qt goes on to what comes first in the window
    assert page.sheet.hasFocus()
    assert page.sheet.accessibleName() == "Facts"
    assert tab(qtbot) is page.before


def test_where_what_was_pressed_goes_away_what_comes_after_it_is_next(page):
    page.before.setFocus()
    page.before.hide()
    assert page.first.hasFocus()


def test_shift_tab_leads_back_to_what_stands_before(page, qtbot):
    for _ in range(3):
        page.area.go_in("A fact")
        back = tab(qtbot, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        assert back is page.before


def test_tab_does_not_stop_at_the_pane_itself(page, qtbot):
    page.area.go_in("A fact")
    page.before.setFocus()
    assert tab(qtbot) is page.first


@pytest.fixture
def window(tmp_path, tasks, settings, show):
    folder = DataFolder(tmp_path / "data")
    folder.make()
    parts = Parts(folder, FixedClock.on(date(2026, 11, 23)))
    made = show(build_window(parts, tasks, settings), 1366, 671)
    yield made
    made.close()
    parts.close()


def test_tab_leads_inside_when_one_comes_back_to_the_page(window, qtbot):
    for _ in range(3):
        window.open_place("home")
        page = window.open_place("facts")
        with qtbot.waitSignal(page.ready):
            page.shown()
        qtbot.waitUntil(lambda page=page: page.card is not None)
        page.titles.list.setFocus()
        qtbot.keyClick(page.titles.list, Qt.Key.Key_Return)
        assert page.titles.area.hasFocus()
        assert tab(qtbot) is page.card.copy_button
