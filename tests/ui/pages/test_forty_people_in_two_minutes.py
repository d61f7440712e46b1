"""A sheet of forty people is typed in within two minutes, in the window, by keyboard alone.

At three keys a second, which is unhurried, two minutes are 360 keys. The keys are counted, and
not the seconds: how quick the app itself is per name is measured by the benchmarks.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.forty_names import NAMES, letters_of
from vcs_desktop.domain.people import Person
from vcs_desktop.ui.main_window import MainWindow, PageSpec
from vcs_desktop.ui.pages.who_came.page import WhoCamePage

TWO_MINUTES_OF_KEYS = 360


class Keyboard:
    """Presses keys where the focus is, as the window gives it, and counts them."""

    def __init__(self):
        self.pressed = 0

    def type(self, words):
        for letter in words:
            QTest.keyClicks(QApplication.focusWidget(), letter)
            self.pressed += 1

    def press(self, *keys):
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key)
            self.pressed += 1


@pytest.fixture
def window(group_house, tasks, settings, show, qtbot):
    """Return a window with the page in front, in a group that knows forty people."""
    for name in NAMES:
        group_house.inside.people.add(Person(name=name))
    spec = PageSpec(
        "who-came",
        "Who came",
        "clipboard-check",
        lambda: WhoCamePage(group_house, tasks, group_house.session),
        "",
    )
    made = show(MainWindow((spec,), tasks, settings, ("Tea", "")), 1366, 671)
    page = made.open_place("who-came")
    qtbot.waitUntil(lambda: page.sheets.count.text() != "")
    qtbot.waitUntil(lambda: page.isAncestorOf(QApplication.focusWidget()))
    made.who_came = page
    return made


def came(house):
    (line,) = house.inside.attendance.look().lines
    sheet = house.inside.attendance.open(line.id)
    return sorted(sheet.names[each.id] for each in sheet.sheet.came)


def test_forty_people_are_typed_with_a_few_letters_each(window, group_house, qtbot):
    page, keys = window.who_came, Keyboard()
    page.first_focus().setFocus()
    keys.type("Thursday lunch")
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.sheets.sheet is not None)
    assert QApplication.focusWidget() is page.sheets.sheet.field.box
    for name in NAMES:
        keys.type(letters_of(name, NAMES))
        keys.press(Qt.Key.Key_Return)
    group_house.settle()
    assert came(group_house) == sorted(NAMES)
    assert keys.pressed < TWO_MINUTES_OF_KEYS


def test_the_usual_forty_need_fewer_keys_still(window, group_house, qtbot):
    page, keys = window.who_came, Keyboard()
    attendance = group_house.inside.attendance
    ids = {line.name: line.id for line in group_house.inside.people.people()}
    today = group_house.clock.today()
    place = attendance.begin(today.replace(day=today.day - 7), "Lunch").place
    for name in NAMES:
        place = attendance.tick(place, ids[name]).place
    page.first_focus().setFocus()
    keys.type("Lunch")
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.sheets.sheet is not None)
    keys.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.sheets.sheet.list
    for _ in NAMES:
        keys.press(Qt.Key.Key_Space, Qt.Key.Key_Down)
    group_house.settle()
    lines = attendance.look().lines
    assert [line.visits for line in lines] == [len(NAMES), len(NAMES)]
    assert keys.pressed < TWO_MINUTES_OF_KEYS / 3
