"""A month of dates in a grid: by keyboard, by screen reader, at 200 % text."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.every_size import usable_at_every_size
from vcs_desktop.domain.due import DateLine, Due, DueKind, OwnDate
from vcs_desktop.ui.pages.dates.month_cells import dates_in_words, days_shown
from vcs_desktop.ui.theme import look


@pytest.fixture
def month(open_dates, qtbot):
    """Open the month, and return its part."""

    def open_it(*size, **more):
        page = open_dates(*size, **more)
        page.sections.open("month")
        part = page.sections.current()
        qtbot.waitUntil(lambda: part.day == date(2026, 11, 23))
        return part

    return open_it


def settle(part, qtbot, day):
    qtbot.waitUntil(lambda: part.day == day)
    qtbot.waitUntil(lambda: part.cells.day == day)


def test_it_begins_at_today_with_every_day_in_its_place(month):
    part = month()
    assert part.month_label.text() == "November 2026"
    assert part.cells.cells[0].day == date(2026, 10, 26)
    assert part.cells.cell_of(date(2026, 11, 23)).isChecked()
    assert part.day_label.text() == "Monday 23 November 2026"
    assert part.nothing.isVisible()


def test_a_square_says_all_of_its_day_to_a_screen_reader(month):
    part = month()
    cell = part.cells.cell_of(date(2026, 12, 3))
    assert cell.accessibleName() == (
        "Thursday 3 December 2026. 2 dates: Rota: Kitchen; 12 noon Thursday lunch"
    )
    today = part.cells.cell_of(date(2026, 11, 23))
    assert today.accessibleName() == "Monday 23 November 2026, today. No dates."


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Right, date(2026, 11, 24)),
        (Qt.Key.Key_Left, date(2026, 11, 22)),
        (Qt.Key.Key_Down, date(2026, 11, 30)),
        (Qt.Key.Key_Up, date(2026, 11, 16)),
        (Qt.Key.Key_End, date(2026, 11, 29)),
        (Qt.Key.Key_Home, date(2026, 11, 23)),
        (Qt.Key.Key_PageDown, date(2026, 12, 23)),
        (Qt.Key.Key_PageUp, date(2026, 10, 23)),
    ],
)
def test_the_keyboard_goes_from_day_to_day_and_month_to_month(month, qtbot, key, day):
    part = month()
    part.cells.take_focus()
    qtbot.keyClick(QApplication.focusWidget(), key)
    settle(part, qtbot, day)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is part.cells.cell_of(day))


def test_the_arrows_cross_into_the_next_month(month, qtbot):
    part = month()
    part.go_to(date(2026, 11, 30))
    settle(part, qtbot, date(2026, 11, 30))
    part.cells.take_focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    settle(part, qtbot, date(2026, 12, 1))
    assert part.month_label.text() == "December 2026"


def test_tab_stops_at_one_day_only(month):
    part = month()
    stops = [each for each in part.cells.cells if each.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert [each.day for each in stops] == [date(2026, 11, 23)]


def test_enter_leads_to_the_dates_of_the_day(month, qtbot):
    part = month()
    part.go_to(date(2026, 12, 8))
    settle(part, qtbot, date(2026, 12, 8))
    part.cells.take_focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    card = part.cards.itemAt(0).widget()
    assert card.line.due.what == "Committee"
    assert QApplication.focusWidget() is card.done_button


def test_a_date_is_ticked_off_from_the_month(month, dates_house, qtbot):
    part = month()
    part.go_to(date(2026, 12, 10))
    settle(part, qtbot, date(2026, 12, 10))
    first = part.cards.itemAt(0).widget()
    assert first.line.due.what in ("Buy a kettle", "Thursday lunch")
    kettle = next(
        part.cards.itemAt(n).widget() for n in range(part.cards.count())
        if part.cards.itemAt(n).widget().line.due.what == "Buy a kettle"
    )  # fmt: skip
    kettle.not_needed_button.click()
    qtbot.waitUntil(
        lambda: any(line.outcome for line in dates_house.dates.between(part.day, part.day))
    )


def test_the_buttons_turn_to_other_months_and_back_to_today(month, qtbot):
    part = month()
    part.after_button.click()
    settle(part, qtbot, date(2026, 12, 23))
    part.before_button.click()
    settle(part, qtbot, date(2026, 11, 23))
    part.after_button.click()
    settle(part, qtbot, date(2026, 12, 23))
    part.today_button.click()
    settle(part, qtbot, date(2026, 11, 23))


def test_a_press_on_a_day_of_another_month_goes_there(month, qtbot):
    part = month()
    part.cells.cell_of(date(2026, 12, 3)).click()
    settle(part, qtbot, date(2026, 12, 3))
    assert part.cards.count() == 2


def test_many_dates_on_one_day_are_all_there(month, dates_house, qtbot):
    for number in range(30):
        dates_house.dates.add_own(OwnDate(name=f"Date {number:02}", on=date(2026, 11, 23)))
    part = month(filled=False)
    assert part.cards.count() == 30
    name = part.cells.cell_of(date(2026, 11, 23)).accessibleName()
    assert "30 dates: Date 00" in name
    assert name.endswith("and 22 more")


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [1150, 683])
def test_a_month_is_painted_at_every_size(month, qtbot, percent, width):
    look.set_text_size(percent)
    part = month(width, 600)
    part.go_to(date(2026, 12, 3))
    settle(part, qtbot, date(2026, 12, 3))
    assert not part.cells.grab().isNull()


def test_the_month_is_usable_at_every_size(month, qtbot):
    usable_at_every_size(qtbot, month().window())


@pytest.mark.parametrize("day", [date.min, date.max, date(2027, 2, 1), date(2026, 8, 15)])
def test_the_days_of_a_month_are_whole_weeks_also_at_the_ends_of_the_calendar(day):
    found = days_shown(day)
    assert len(found) <= 42
    assert day in found


def test_no_dates_and_one_date_in_words():
    line = DateLine(Due("a", date(2026, 1, 1), DueKind.OUR_OWN, "Bins"))
    assert dates_in_words([]) == "No dates."
    assert dates_in_words([line]) == "1 date: Bins"
