"""Every page, part, dialog and menu of the real window, as everybody meets it.

The library is the one that travels with the app. What counts as wrong stands in
``tests.support.accessibility``.
"""

from collections import Counter
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QTextEdit

from tests.support import accessibility
from tests.support.every_size import nothing_is_wrong, put_on
from tests.support.open_practice import open_practice
from tests.support.publish_window import open_publisher
from vcs_desktop.app.main import build_window
from vcs_desktop.app.pages import pages
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.ui.about_dialog import AboutDialog
from vcs_desktop.ui.links import ask_to_open
from vcs_desktop.ui.pages.funding.card_menu import card_menu
from vcs_desktop.ui.reading_order import tab_stops
from vcs_desktop.ui.say import tell_problem
from vcs_desktop.ui.search_panel.panel import SearchPanel
from vcs_desktop.ui.widgets.sections import Sections

SPECS = pages(None, None, None, None, None, None, None)
PLACES = [spec.id for spec in SPECS]
OF_GROUP = {spec.id for spec in SPECS if spec.needs == "group"}
OF_KEY = {spec.id for spec in SPECS if spec.needs == "key"}
GUIDE = "training/full-cost-budget"
# The width and height of the window, the size of the text, and the colours.
LOOKS = [
    (1366, 671, 100, "light"),
    (683, 364, 200, "light"),
    (683, 364, 200, "contrast"),
    (1366, 671, 100, "contrast"),
]
BETWEEN = [(1366, 671, 150, "light"), (1366, 671, 200, "dark"), (683, 364, 100, "dark")]
MOST_STOPS = 200


@pytest.fixture
def real_window(tmp_path, tasks, settings, show):
    """Return the window of the app, its library filled with what travels with the program."""
    folder = DataFolder(tmp_path / "data")
    folder.make()
    parts = Parts(folder, FixedClock.on(date(2026, 11, 22)))
    window = show(build_window(parts, tasks, settings), 1366, 671)
    window.parts = parts
    yield window
    window.close()
    parts.close()


@pytest.fixture
def come_to(real_window, tmp_path, qtbot):
    """Return a function that brings a page to the front, and waits until it shows what it has."""

    def come(place):
        if place in OF_GROUP:
            open_practice(real_window, real_window.parts, qtbot)
        if place in OF_KEY:
            open_publisher(real_window, real_window.parts, tmp_path, qtbot)
        page = real_window.page()
        if place != PLACES[0]:
            page = real_window.open_place(place)
        with qtbot.waitSignal(page.ready, timeout=30_000):
            page.shown()
        return page

    return come


@pytest.fixture
def settle(tasks, qtbot):
    """Return a function that waits until all that was asked for is there and laid out."""

    def wait():
        for _ in range(2):  # an answer may lead to one more question
            arrived = []
            for lane in ("data", "work"):
                tasks.run(int, then=arrived.append, otherwise=pytest.fail, lane=lane)
            qtbot.waitUntil(lambda arrived=arrived: len(arrived) == 2, timeout=30_000)

    return wait


@pytest.fixture
def at_rest(real_window, settle, qtbot):
    """Return a function that waits until no check complains of a widget, in each of some looks."""

    def wait(root, looks=LOOKS):
        for width, height, percent, theme in looks:
            put_on(percent, theme)
            real_window.resize(width, height)
            settle()
            qtbot.waitUntil(partial(nothing_is_wrong, root))

    return wait


@pytest.mark.parametrize("place", PLACES)
def test_the_page_can_be_used_by_everybody(come_to, at_rest, place):
    page = come_to(place)
    at_rest(page, LOOKS + BETWEEN)
    for sections in page.findChildren(Sections):
        for part in list(sections.buttons)[1:]:
            sections.open(part)
            at_rest(page)


def test_a_guide_and_its_check_can_be_used_by_everybody(come_to, at_rest, qtbot):
    page = come_to("learning")
    page.show_thing(GUIDE)
    qtbot.waitUntil(lambda: page.guides.front() is not page.guides.browse)
    at_rest(page)
    page.find_here()
    page.guides.reader.word_asked.emit("restricted fund")
    qtbot.waitUntil(page.guides.reader.meaning.isVisible)
    at_rest(page)
    page.guides.reader.check_asked.emit()
    check = page.guides.check
    at_rest(page)
    while check.question is not None:
        check.question.options[0].button.click()
        check.question.check_button.click()
        at_rest(page, LOOKS[1:2])
        check.question.next_button.click()
    at_rest(page)


def test_awards_and_the_report_on_files_can_be_used(come_to, at_rest, qtbot, tmp_path):
    page = come_to("funding")
    qtbot.waitUntil(lambda: page.find_view.pane.card is not None)
    page.near_us_button.click()
    at_rest(page)
    page.show_thing("")
    good, bad = tmp_path / "grants.csv", tmp_path / "a-list-with-a-long-name.txt"
    good.write_text("grantName\nCosts of a hall\n", "utf-8")
    bad.write_text("nothing of use", "utf-8")
    page.load_panel.load([good, bad])
    qtbot.waitUntil(page.load_panel.report.isVisible)
    page.load_panel.each.set_open(True)
    page.load_panel.refused.set_open(True)
    at_rest(page)


def test_the_search_can_be_used_by_everybody(real_window, come_to, at_rest, qtbot):
    come_to("home")
    control = Qt.KeyboardModifier.ControlModifier
    for words in ("", "money", "xyzzy", ">", ">zzz"):
        qtbot.keyClick(real_window, Qt.Key.Key_K, control)
        field = real_window.top_bar.search
        field.clear()
        qtbot.keyClicks(field, words)
        panel = real_window.findChild(SearchPanel)
        qtbot.waitUntil(lambda panel=panel: panel.isVisible() and panel.told.text() != "")
        at_rest(panel)
        assert accessibility.without_name_or_role(real_window.top_bar) == []
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_the_tour_can_be_used_by_everybody(real_window, come_to, at_rest):
    come_to("home")
    real_window.first_tour.begin()
    at_rest(real_window.first_tour.card)
    real_window.first_tour.leave()


DIALOGS = {
    "about": lambda window: AboutDialog(window, "Grants and guides as of today"),
    "a page to open": lambda window: ask_to_open(window, "https://example.org/" + "long/" * 60),
    "a person to write to": lambda window: ask_to_open(window, "mailto:clerk@example.org"),
    "a page that is not opened": lambda window: ask_to_open(window, "http://example.org"),
    "a problem": lambda window: tell_problem(
        window, CannotUseInput(message="This file is damaged.", advice="Ask for it again. " * 9)
    ),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_the_dialog_can_be_used_by_everybody(real_window, come_to, qtbot, name):
    come_to("home")
    for width, height, percent, theme in LOOKS[1:]:
        put_on(percent, theme)
        real_window.resize(width, height)
        dialog = DIALOGS[name](real_window)
        dialog.open()
        qtbot.waitUntil(lambda dialog=dialog: accessibility.every_complaint(dialog) == [])
        assert dialog.windowTitle() or isinstance(dialog, QMessageBox)
        assert dialog.width() <= width
        qtbot.waitUntil(lambda dialog=dialog: dialog.isAncestorOf(QApplication.focusWidget()))
        with qtbot.waitSignal(dialog.finished):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


# Menus and keys


def menus_of(window, qtbot, come_to):
    """Return every menu of the window, those of its lists and texts among them."""
    come_to("funding")
    find_view = window.page().find_view
    qtbot.waitUntil(lambda: find_view.results.list.chosen_line() is not None)
    acts = dict.fromkeys(("open_it", "sheet", "keep", "calendar", "hide"), list)
    card_menu(window, find_view.results.list.chosen_line(), **acts)
    page = come_to("learning")
    page.show_thing(GUIDE)
    qtbot.waitUntil(lambda: page.guides.front() is not page.guides.browse)
    page.guides.reader.reading.browser.menu()
    return window.findChildren(QMenu)


def test_every_menu_says_what_is_in_it_and_uses_no_letter_twice(real_window, qtbot, come_to):
    menus = menus_of(real_window, qtbot, come_to)
    assert len(menus) > 8
    for menu in (real_window.menu_bar, *menus):
        entries = [entry for entry in menu.actions() if not entry.isSeparator()]
        assert entries
        assert all(entry.text().strip() for entry in entries)
        assert twice(entry.text() for entry in entries) == []
        letters = (QKeySequence.mnemonic(entry.text()).toString() for entry in entries)
        assert twice(filter(None, letters)) == []


def test_no_key_of_the_window_has_two_meanings(real_window, come_to):
    for place in PLACES:
        come_to(place)
    actions = {action for menu in real_window.findChildren(QMenu) for action in menu.actions()}
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    everywhere = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)
    keys += [
        shortcut.key().toString()
        for shortcut in real_window.findChildren(QShortcut)
        if shortcut.context() in everywhere
    ]
    assert "F6" in keys
    assert twice(keys) == []


def twice(words):
    return [word for word, count in Counter(words).items() if count > 1]


# The keyboard alone


@pytest.mark.parametrize("spec", SPECS, ids=PLACES)
def test_the_page_is_reached_and_left_by_keys_alone(real_window, come_to, qtbot, spec):
    page = come_to(spec.id)
    start = QApplication.focusWidget()
    assert page.isAncestorOf(start)
    visited = go_round(qtbot, start, Qt.Key.Key_Tab)
    assert real_window.top_bar.search in visited
    assert [each for each in tab_stops(page) if stops_at(each) and each not in visited] == []
    back = go_round(qtbot, start, Qt.Key.Key_Backtab)
    assert real_window.top_bar.search in back
    parts = go_round(qtbot, start, Qt.Key.Key_F6, most=12)
    assert real_window.navigation.list in parts
    assert real_window.top_bar.search in parts


def test_the_places_have_keys(real_window, come_to, qtbot):
    open_practice(real_window, real_window.parts, qtbot)
    come_to("home")
    control = Qt.KeyboardModifier.ControlModifier
    for number, spec in enumerate([spec for spec in SPECS if spec.key and not spec.aside], 1):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key(Qt.Key.Key_0 + number), control)
        assert real_window.windowTitle().startswith(spec.title)
        assert real_window.page().isAncestorOf(QApplication.focusWidget())


def test_a_text_that_is_read_and_its_check_are_no_trap(real_window, come_to, qtbot):
    page = come_to("learning")
    page.show_thing(GUIDE)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QTextEdit))
    for part in (page.guides.reader, page.guides.check):
        if part is page.guides.check:
            page.guides.reader.check_button.click()
            qtbot.waitUntil(lambda: page.guides.check.isAncestorOf(QApplication.focusWidget()))
        start = QApplication.focusWidget()
        assert real_window.top_bar.search in go_round(qtbot, start, Qt.Key.Key_Tab)
        assert real_window.top_bar.search in go_round(qtbot, start, Qt.Key.Key_Backtab)


def go_round(qtbot, start, key, most=MOST_STOPS):
    """Press a key until the focus is where it was, and return where it has been."""
    start.setFocus()
    visited = []
    while len(visited) < most:
        qtbot.keyClick(QApplication.focusWidget(), key)
        visited.append(QApplication.focusWidget())
        if visited[-1] is start:
            return visited
    words = [accessibility.spoken(each).text(QAccessible.Text.Name) for each in visited[-8:]]
    raise AssertionError(f"it does not come round; in the end it is at {words}")


def stops_at(widget):
    """Say whether Tab has to stop at a widget; of round buttons only at the chosen one."""
    is_one_of_several = getattr(widget, "group", lambda: None)() is not None
    return widget.isVisible() and widget.isEnabled() and not is_one_of_several
