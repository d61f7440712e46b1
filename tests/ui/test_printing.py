"""Ctrl+P and File, Print…: what the page in front has to print, or that it has nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from vcs_desktop.ui.main_window import MainWindow, PageSpec
from vcs_desktop.ui.page import Page


class Printed(Page):
    """A page that may have something to print."""

    def __init__(self) -> None:
        super().__init__("Sheet")
        self.has_sheet = True
        self.prints = 0

    def print_act(self):
        return self.print_it if self.has_sheet else None

    def print_it(self) -> None:
        self.prints += 1


@pytest.fixture
def printing_window(show, tasks, settings):
    specs = (PageSpec("home", "Home", "house", Printed, "Ctrl+1"),)
    return show(MainWindow(specs, tasks, settings, ("Us", "")), 1366, 671)


def press(window):
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


def test_the_key_prints_what_is_in_front(printing_window):
    press(printing_window)
    assert printing_window.page().prints == 1


def test_where_there_is_nothing_to_print_the_key_says_so(printing_window):
    printing_window.page().has_sheet = False
    press(printing_window)
    assert printing_window.page().prints == 0
    assert printing_window.status_bar.currentMessage() == "There is nothing to print here."


def test_what_was_said_about_it_goes_once_something_is_printed(printing_window):
    page = printing_window.page()
    page.has_sheet = False
    press(printing_window)
    page.has_sheet = True
    press(printing_window)
    assert page.prints == 1
    assert printing_window.status_bar.currentMessage() == ""


def test_what_was_said_about_it_goes_with_the_page(window):
    press(window)
    assert window.status_bar.currentMessage()
    window.open_place("funding")
    assert not window.status_bar.currentMessage()


def test_the_menu_has_it_and_says_why_when_it_cannot(printing_window):
    menus, page = printing_window.menu_bar, printing_window.page()
    entry = menus.print
    menus.file.aboutToShow.emit()
    assert entry.isEnabled()
    assert entry.toolTip() == "Makes a page of what is in front, and opens it."
    page.has_sheet = False
    menus.file.aboutToShow.emit()
    assert not entry.isEnabled()
    assert entry.text() == "&Print… (nothing here to print)"
    assert entry.toolTip() == entry.statusTip() == "There is nothing to print here."


def test_once_the_menu_is_closed_the_key_works_again(printing_window):
    menus, page = printing_window.menu_bar, printing_window.page()
    page.has_sheet = False
    menus.file.aboutToShow.emit()
    menus.file.aboutToHide.emit()
    assert menus.print.text() == "&Print…"
    page.has_sheet = True
    press(printing_window)
    assert page.prints == 1


def test_a_page_has_nothing_to_print_unless_it_says_so(window):
    assert window.page().print_act() is None
