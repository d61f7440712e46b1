"""Who came: a sheet is filled in by keyboard, and everything on it is kept and can be undone."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from tests.support.every_size import usable_at_every_size
from tests.support.group_house import TODAY
from tests.support.hostile_texts import hostile_texts
from vcs_desktop.domain.attendance import Came, Helped
from vcs_desktop.domain.people import Person
from vcs_desktop.ui.pages.who_came import sheets_part
from vcs_desktop.ui.pages.who_came.page import ACTIVITIES, SHEETS, WhoCamePage
from vcs_desktop.ui.widgets.title_list import RowRole

PEOPLE = ("Asha Patel", "Ben Cole", "Carol Day", "Dev Singh")


@pytest.fixture
def folk(group_house):
    """Return the ids of some people by their first names."""
    add = group_house.inside.people.add
    return {name.split()[0]: add(Person(name=name)) for name in PEOPLE}


@pytest.fixture
def open_page(group_house, tasks, show_page):
    return lambda *size: show_page(WhoCamePage(group_house, tasks, group_house.session), *size)


@pytest.fixture
def open_sheet(open_page, qtbot):
    """Open the page and on it the sheet of Thursday lunch, and return the sheet."""

    def open_it(on=date(2026, 11, 19), name="Thursday lunch"):
        page = open_page()
        page.sheets.open_for(on, name)
        qtbot.waitUntil(lambda: page.sheets.sheet is not None)
        page.sheets.sheet.page = page
        return page.sheets.sheet

    return open_it


def press(qtbot, *keys):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def kept(house):
    """Return the one sheet that is kept, as it is."""
    (line,) = house.inside.attendance.look().lines
    return house.inside.attendance.open(line.id).sheet


def ticked(sheet):
    return [row.name for row in sheet.list.came.rows if row.is_ticked]


def test_a_group_begins_at_once_with_a_name_and_needs_nothing_set_up(open_page, group_house, qtbot):
    page = open_page()
    assert page.first_focus() is page.sheets.start.activity.box
    assert not page.sheets.earlier.isVisible()
    page.first_focus().setFocus()
    qtbot.keyClicks(page.first_focus(), "Thursday lunch")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.sheets.sheet is not None)
    sheet = page.sheets.sheet
    assert sheet.title.text() == "Thursday lunch, Monday 23 November 2026"
    assert sheet.field.box.hasFocus()
    assert group_house.inside.attendance.activities() == []


def test_letters_and_enter_tick_one_after_the_other(open_sheet, folk, group_house, qtbot):
    sheet = open_sheet()
    for letters in ("ash", "be", "car"):
        qtbot.keyClicks(sheet.field.box, letters)
        press(qtbot, Qt.Key.Key_Return)
        assert sheet.field.box.text() == ""
    assert ticked(sheet) == ["Carol Day", "Ben Cole", "Asha Patel"]
    group_house.settle()
    assert {each.id for each in kept(group_house).came} == {
        folk[name] for name in ("Asha", "Ben", "Carol")
    }
    assert sheet.so_far.text() == "3 came."


def test_a_new_name_and_enter_make_a_new_person(open_sheet, folk, group_house, qtbot):
    sheet = open_sheet()
    qtbot.keyClicks(sheet.field.box, "Zed Young")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ticked(sheet) == ["Zed Young"])
    assert sheet.page.acts.undo_bar.words.text() == "Zed Young is new, and ticked."
    qtbot.keyClicks(sheet.field.box, "zed")
    assert sheet.field.model.rows[0][1] == "Zed Young"
    press(qtbot, Qt.Key.Key_Escape)
    sheet.field.box.setText("")
    sheet.page.acts.undo_bar.undo_button.click()
    qtbot.waitUntil(lambda: ticked(sheet) == [])
    assert len(group_house.inside.people.people()) == len(PEOPLE)
    group_house.settle()
    assert sheet.field.box.hasFocus()


def test_each_tick_is_taken_back_by_itself(open_sheet, folk, group_house, qtbot):
    sheet = open_sheet()
    for letters in ("ash", "ben"):
        qtbot.keyClicks(sheet.field.box, letters)
        press(qtbot, Qt.Key.Key_Return)
    group_house.settle()
    assert group_house.inside.records.offers().undo == "Undo: tick Ben Cole"
    sheet.page.acts.undo_bar.undo_button.click()
    qtbot.waitUntil(lambda: ticked(sheet) == ["Asha Patel"])
    assert [each.id for each in kept(group_house).came] == [folk["Asha"]]


def test_the_usual_people_are_ticked_with_the_space_bar(open_sheet, folk, group_house, qtbot):
    attendance = group_house.inside.attendance
    place = attendance.begin(date(2026, 11, 12), "Thursday lunch").place
    for name in ("Ben", "Asha", "Carol"):
        attendance.tick(place, folk[name])
    place = attendance.begin(date(2026, 11, 5), "Thursday lunch").place
    attendance.tick(place, folk["Carol"])
    sheet = open_sheet()
    rows = sheet.list.came.rows
    assert [row.name for row in rows] == ["Carol Day", *sorted(row.name for row in rows[1:])] or (
        rows[0].name == "Carol Day"
    )
    sheet.list.setFocus()
    press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert [row.is_ticked for row in rows] == [True, True, False]
    press(qtbot, Qt.Key.Key_Space)
    group_house.settle()
    assert [row.is_ticked for row in sheet.list.came.rows] == [True, False, False]
    line = attendance.look().lines[0]
    assert (line.on, line.visits) == (date(2026, 11, 19), 1)


def test_who_never_came_before_is_marked_and_that_can_be_changed(
    open_sheet, folk, group_house, qtbot
):
    attendance = group_house.inside.attendance
    attendance.tick(attendance.begin(date(2026, 11, 12), "Thursday lunch").place, folk["Ben"])
    sheet = open_sheet()
    for letters in ("ben", "ash"):
        qtbot.keyClicks(sheet.field.box, letters)
        press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.so_far.text() == "2 came. 1 for the first time.")
    assert sheet.list.chosen().spoken == "Asha Patel, ticked, first time"
    assert sheet.first_button.text() == "Not their first time"
    assert sheet.first_button.accessibleName() == "Not the first time: Asha Patel"
    sheet.first_button.click()
    qtbot.waitUntil(lambda: sheet.so_far.text() == "2 came.")
    assert set(attendance.open(sheet.opened.place.id).sheet.came) == {
        Came(folk["Ben"]),
        Came(folk["Asha"]),
    }


def test_people_can_only_be_counted(open_sheet, group_house, qtbot):
    sheet = open_sheet()
    sheet.more.count.take_focus()
    qtbot.keyClicks(sheet.more.count.box, "25")
    sheet.more.first.take_focus()
    qtbot.keyClicks(sheet.more.first.box, "3")
    sheet.field.take_focus()
    group_house.settle()
    found = kept(group_house)
    assert (found.others, found.others_first_time) == (25, 3)
    assert sheet.so_far.text() == "25 came. 3 for the first time."


def test_helpers_have_hours_and_perhaps_an_employer(open_sheet, folk, group_house, qtbot):
    sheet = open_sheet()
    helpers = sheet.helpers
    qtbot.keyClicks(helpers.field.box, "dev")
    helpers.field.take_focus()
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: folk["Dev"] in helpers.rows)
    row = helpers.rows[folk["Dev"]]
    row.hours.take_focus()
    qtbot.keyClicks(row.hours.box, "2h30")
    row.employer_button.click()
    qtbot.keyClicks(row.employer.box, "The Bank")
    helpers.field.take_focus()
    group_house.settle()
    assert kept(group_house).helped == (Helped(folk["Dev"], 150, "The Bank"),)
    assert sheet.so_far.text() == "0 came. 1 helped, 2 hours 30 minutes."
    row.remove_button.click()
    qtbot.waitUntil(lambda: helpers.rows == {})
    group_house.settle()
    assert kept(group_house).helped == ()


def test_what_is_half_typed_is_kept_when_the_group_is_locked(open_sheet, group_house, qtbot):
    sheet = open_sheet()
    sheet.more.count.take_focus()
    qtbot.keyClicks(sheet.more.count.box, "9")
    group_house.session.locking.connect(sheet.page.put_away)
    group_house.lock()
    group_house.open_again()
    assert kept(group_house).others == 9


def test_a_sheet_is_opened_again_from_the_list_and_from_elsewhere(
    open_page, folk, group_house, qtbot
):
    attendance = group_house.inside.attendance
    place = attendance.tick(attendance.begin(TODAY, "Art").place, folk["Ben"]).place
    page = open_page()
    model = page.sheets.list.model()
    assert [model.index(n).data(RowRole).title for n in range(model.rowCount())] == [
        "Art, Monday 23 November 2026"
    ]
    page.sheets.list.choose(place.id)
    page.sheets.list.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.sheets.sheet is not None)
    assert ticked(page.sheets.sheet) == ["Ben Cole"]
    page.sheets.sheet.back_button.click()
    assert page.sheets.sheet is None
    page.show_record("attendance", place.id)
    qtbot.waitUntil(lambda: page.sheets.sheet is not None)


def test_what_ran_last_week_is_one_press_away(open_page, folk, group_house, qtbot):
    attendance = group_house.inside.attendance
    attendance.tick(attendance.begin(date(2026, 11, 12), "Thursday lunch").place, folk["Ben"])
    page = open_page()
    (offer,) = page.sheets.start.offer_buttons
    assert offer.words.text() == "Thursday lunch, Thursday 19 November 2026"
    assert page.first_focus() is offer
    offer.click()
    qtbot.waitUntil(lambda: page.sheets.sheet is not None)
    assert page.sheets.sheet.opened.place.on == date(2026, 11, 19)


def test_who_comes_back_to_the_page_keeps_the_focus_on_it(open_page, folk, group_house, qtbot):
    attendance = group_house.inside.attendance
    attendance.tick(attendance.begin(date(2026, 11, 12), "Thursday lunch").place, folk["Ben"])
    page = open_page()
    (offer,) = page.sheets.start.offer_buttons
    offer.setFocus()
    page.shown()
    group_house.settle()
    assert offer.hasFocus()
    attendance.tick(attendance.begin(date(2026, 11, 19), "Thursday lunch").place, folk["Ben"])
    page.shown()
    qtbot.waitUntil(lambda: page.sheets.start.offer_buttons == [])
    assert page.sheets.start.activity.box.hasFocus()


def test_a_sheet_goes_to_the_bin_and_comes_back(open_sheet, folk, group_house, qtbot):
    sheet = open_sheet()
    page = sheet.page
    qtbot.keyClicks(sheet.field.box, "ash")
    press(qtbot, Qt.Key.Key_Return)
    group_house.settle()
    sheet.more.bin_button.click()
    qtbot.waitUntil(lambda: page.sheets.sheet is None)
    qtbot.waitUntil(lambda: "is in the bin" in page.acts.undo_bar.words.text())
    assert group_house.inside.attendance.look().lines == ()
    page.acts.undo_bar.undo_button.click()
    qtbot.waitUntil(lambda: page.sheets.list.model().rowCount() == 1)


def test_a_day_and_an_activity_are_asked_for_before_a_sheet_opens(open_page, qtbot):
    start = open_page().sheets.start
    start.open_button.click()
    assert start.activity.error == "Type what it was, such as Thursday lunch."
    start.day.take_focus()
    start.day.box.selectAll()
    qtbot.keyClicks(start.day.box, "someday")
    start.open_button.click()
    assert start.day.error.startswith("We cannot read this as a day.")
    assert start.day.box.hasFocus()


def test_the_list_of_names_keeps_qts_rules(open_sheet, folk, group_house, qtbot):
    sheet = open_sheet()
    QAbstractItemModelTester(sheet.list.came, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for letters in ("ash", "ben", "New Name"):
        qtbot.keyClicks(sheet.field.box, letters)
        press(qtbot, Qt.Key.Key_Return)
    group_house.settle()
    assert ticked(sheet) == ["New Name", "Ben Cole", "Asha Patel"]


def test_the_page_can_be_used_at_every_size(open_sheet, folk, group_house, qtbot):
    attendance = group_house.inside.attendance
    place = attendance.begin(date(2026, 11, 12), "Thursday lunch").place
    attendance.tick(place, folk["Ben"])
    attendance.help(place, Helped(folk["Dev"], 120))
    sheet = open_sheet()
    usable_at_every_size(qtbot, sheet.page)
    sheet.back_button.click()
    group_house.settle()
    usable_at_every_size(qtbot, sheet.page)
    sheet.page.sections.open(ACTIVITIES)
    group_house.settle()
    usable_at_every_size(qtbot, sheet.page)
    sheet.page.sections.open(SHEETS)


def test_a_sheet_that_was_closed_is_gone_when_another_is_opened(
    open_sheet, folk, group_house, qtbot
):
    sheet = open_sheet()
    page = sheet.page
    sheet.more.count.take_focus()
    qtbot.keyClicks(sheet.more.count.box, "4")
    sheet.back_button.click()
    page.sheets.open_for(TODAY, "Art")
    qtbot.waitUntil(lambda: page.sheets.sheet is not None)
    group_house.settle()
    assert page.sheets.sheet.opened.place.name == "Art"
    assert [line.visits for line in group_house.inside.attendance.look().lines] == [4]


def test_whatever_people_and_activities_are_called_the_page_stands(open_page, group_house, qtbot):
    attendance = group_house.inside.attendance
    texts = [text for _, text in list(hostile_texts(Path("/nowhere")))[::90] if text.strip()]
    for text in texts:
        place = attendance.begin(TODAY, text).place
        place = attendance.tick_new(place, text).place
        attendance.tick_new(place, f"{text} helper", helped=Helped("", 60))
    page = open_page()
    lines = attendance.look().lines
    assert page.sheets.list.model().rowCount() == len(lines) > 5
    for line in lines[:3]:
        page.sheets.open(line.id)
        qtbot.waitUntil(
            lambda line=line: (
                page.sheets.sheet is not None and page.sheets.sheet.opened.place.id == line.id
            )
        )
        assert page.sheets.sheet.list.came.rowCount() >= 1
    page.sections.open(ACTIVITIES)
    group_house.settle()


def test_the_latest_sheets_are_listed_at_once_and_the_others_after_them(
    open_page, folk, group_house, qtbot, monkeypatch
):
    monkeypatch.setattr(sheets_part, "_AT_FIRST", 2)
    for day in (2, 9, 16, 23):
        place = group_house.inside.attendance.begin(date(2026, 11, day), "Lunch").place
        group_house.inside.attendance.tick(place, folk["Ben"])
    page = open_page()
    assert page.sheets.count.text() == "2 sheets"
    qtbot.waitUntil(lambda: page.sheets.count.text() == "4 sheets")
    assert page.sheets.list.model().rowCount() == 4
