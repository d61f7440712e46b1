"""The menus: everything the frame does, by names that can be heard."""

import pytest
from PySide6.QtCore import Qt

from tests.support.demo_page import DemoPage
from vcs_desktop.ui.main_window import MainWindow, PageSpec


@pytest.fixture
def whole_window(show, tasks, settings, qtbot):
    """Return a window with Help and Settings beside a place."""
    specs = (
        PageSpec("home", "Home", "house", DemoPage, "Ctrl+1", help_topic="home"),
        PageSpec("help", "Help", "circle-help", DemoPage, "", aside=True, help_topic="start"),
        PageSpec("settings", "Settings", "settings", DemoPage, "", aside=True),
    )
    made = show(MainWindow(specs, tasks, settings, ("Us", "")), 1366, 671)
    qtbot.waitUntil(lambda: made.page().visits == 1)
    return made


def entry(window, menu_name, name):
    """Return an entry of a menu by its words."""
    (menu,) = (
        each.menu()
        for each in window.menu_bar.actions()
        if each.text().replace("&", "") == menu_name
    )
    return next(each for each in menu.actions() if each.text().replace("&", "") == name)


def test_settings_are_an_entry_of_that_name(whole_window):
    entry(whole_window, "File", "Settings").trigger()
    assert whole_window.windowTitle().startswith("Settings")


def test_f1_opens_the_help_of_the_page_and_one_can_go_back(whole_window, qtbot):
    qtbot.keyClick(whole_window, Qt.Key.Key_F1)
    assert whole_window.windowTitle().startswith("Help")
    assert whole_window.page().shown_things == ["home"]
    qtbot.keyClick(whole_window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert whole_window.windowTitle().startswith("Home")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("All help", []),
        ("Glossary", ["glossary"]),
        ("Keys you can use", ["keys"]),
        ("What this app does and does not protect", ["protection"]),
        ("Licences", ["licences"]),
    ],
)
def test_the_help_menu_leads_to_the_pages_of_help(whole_window, name, shown):
    entry(whole_window, "Help", name).trigger()
    assert whole_window.windowTitle().startswith("Help")
    assert whole_window.page().shown_things == shown


def test_the_page_to_begin_with_is_the_one_that_was_chosen(show, tasks, settings, make_window):
    settings.change(start_page="funding")
    assert make_window().windowTitle().startswith("Funding")
    settings.change(start_page="gone")
    assert make_window().windowTitle().startswith("Home")


def test_somebody_who_is_nobody_yet_is_a_guest(whole_window):
    assert whole_window.navigation.person_label.text() == "Guest"
