"""A day is typed as people say it, or chosen from a month of days."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.support import accessibility
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.ui.widgets.basics import column, panel, scroll
from vcs_desktop.ui.widgets.date_field import DateField

SATURDAY = date(2026, 11, 28)
TEXT, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def form(show, field):
    """Show a field, and one that comes after it."""
    after = QLineEdit()
    after.setAccessibleName("After")
    pane = scroll(panel(column(field, after, None, margins=(16, 16, 16, 16), gap=16)))
    show(pane, 700, 700)
    return after


def said(widget, what):
    return accessibility.spoken(widget).text(what)


def test_a_day_is_said_in_words_while_it_is_typed(show, qtbot):
    field = DateField("Which day?", SATURDAY)
    after = form(show, field)
    field.take_focus()
    qtbot.keyClicks(field.box, "last thur")
    assert field.echo.text() == "Thursday 26 November 2026"
    assert field.echo.isVisible()
    assert field.day() == date(2026, 11, 26)
    after.setFocus()
    assert field.box.text() == "26/11/2026"
    assert "“last Thursday”" in said(field.box, DESCRIPTION)


def test_a_day_that_there_is_not_is_told_and_the_last_right_day_counts(show, qtbot):
    field = DateField("Which day?", SATURDAY)
    after = form(show, field)
    field.set_day(date(2026, 11, 3))
    field.take_focus()
    field.box.selectAll()
    qtbot.keyClicks(field.box, "31/11/2026")
    assert field.error == ""
    after.setFocus()
    assert field.error == "There are only 30 days in November. Check the date."
    assert not field.echo.isVisible()
    assert field.box.text() == "31/11/2026"
    field.box.clear()
    field.take_focus()
    qtbot.keyClicks(field.box, "1")
    qtbot.keyClick(field.box, Qt.Key.Key_Backspace)
    assert field.day() is None
    assert field.error == ""


def test_a_day_without_a_year_is_on_its_side_of_today(show, qtbot):
    field = DateField("Next review", SATURDAY, toward=Toward.FUTURE)
    form(show, field)
    qtbot.keyClicks(field.box, "27 Nov")
    assert field.day() == date(2027, 11, 27)


@pytest.fixture
def calendar(show):
    field = DateField("Which day?", SATURDAY)
    form(show, field)
    field.set_day(date(2026, 11, 27))
    field.button.click()
    return field


def test_the_calendar_opens_at_the_day_and_has_one_stop_among_its_days(calendar):
    stops = [
        each for each in accessibility.stops(calendar.calendar) if each in calendar.calendar.days
    ]
    assert [said(each, TEXT) for each in stops] == ["Friday 27 November 2026"]
    assert QApplication.focusWidget() is stops[0]
    assert stops[0].isChecked()
    assert calendar.calendar.month_label.text() == "November 2026"


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_Right, "Saturday 28 November 2026, today"),
        (Qt.Key.Key_Left, "Thursday 26 November 2026"),
        (Qt.Key.Key_Down, "Friday 4 December 2026"),
        (Qt.Key.Key_Up, "Friday 20 November 2026"),
        (Qt.Key.Key_Home, "Monday 23 November 2026"),
        (Qt.Key.Key_End, "Sunday 29 November 2026"),
        (Qt.Key.Key_PageUp, "Tuesday 27 October 2026"),
        (Qt.Key.Key_PageDown, "Sunday 27 December 2026"),
    ],
)
def test_keys_lead_from_day_to_day(calendar, qtbot, key, name):
    qtbot.keyClick(QApplication.focusWidget(), key)
    assert said(QApplication.focusWidget(), TEXT) == name


def test_in_a_language_from_right_to_left_the_arrows_follow_the_eye(calendar, qtbot):
    calendar.calendar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert said(QApplication.focusWidget(), TEXT) == "Saturday 28 November 2026, today"


def test_enter_chooses_the_day_and_the_focus_goes_back(calendar, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    with qtbot.waitSignals([calendar.edited, calendar.left]):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert calendar.day() == date(2026, 12, 27)
    assert calendar.box.text() == "27/12/2026"
    assert calendar.echo.text() == "Sunday 27 December 2026"
    assert not calendar.calendar.isVisible()
    assert QApplication.focusWidget() is calendar.button


def test_escape_closes_the_calendar_and_changes_nothing(calendar, qtbot):
    with qtbot.assertNotEmitted(calendar.edited):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert calendar.day() == date(2026, 11, 27)
    assert not calendar.calendar.isVisible()
    assert QApplication.focusWidget() is calendar.button


def test_months_are_turned_by_buttons_and_today_is_one_press_away(calendar, qtbot):
    grid = calendar.calendar
    grid.before_button.click()
    grid.before_button.click()
    assert grid.month_label.text() == "September 2026"
    grid.after_button.click()
    assert grid.month_label.text() == "October 2026"
    grid.today_button.click()
    assert calendar.day() == SATURDAY


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_calendar_ends_where_days_end(calendar, qtbot, day):
    grid = calendar.calendar
    grid.show_day(day)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp):
        qtbot.keyClick(grid._button_of(grid.day), key)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        qtbot.keyClick(grid._button_of(grid.day), key)
    grid.before_button.click()
    grid.after_button.click()
    assert abs(grid.day.year - day.year) <= 1
