"""What could not be kept of a sheet stays where it was typed, and is told again."""

from datetime import date

import pytest

from vcs_desktop.core.errors import DiskFull
from vcs_desktop.domain.attendance import Helped
from vcs_desktop.domain.people import Person
from vcs_desktop.ui.pages.who_came.page import WhoCamePage


@pytest.fixture
def ben(group_house):
    return group_house.inside.people.add(Person(name="Ben Cole"))


@pytest.fixture
def sheet(ben, group_house, tasks, show_page, qtbot):
    """Return the sheet of Thursday lunch on its page."""
    page = show_page(WhoCamePage(group_house, tasks, group_house.session))
    page.sheets.open_for(date(2026, 11, 19), "Thursday lunch")
    qtbot.waitUntil(lambda: page.sheets.sheet is not None)
    return page.sheets.sheet


def kept(house):
    """Return the one sheet that is kept, as it is."""
    (line,) = house.inside.attendance.look().lines
    return house.inside.attendance.open(line.id).sheet


def test_notes_that_the_disk_did_not_take_stay_on_the_sheet_and_are_tried_again(
    sheet, group_house, monkeypatch, qtbot
):
    attendance = group_house.inside.attendance

    def no_room(*_given):
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(attendance, "note", no_room)
        sheet.more.notes.set_words("It snowed")
        sheet.more.keep()
        qtbot.waitUntil(sheet.message.isVisible)
        group_house.settle()
        assert sheet.more.notes.words() == "It snowed"
    sheet.message.act_button.click()
    qtbot.waitUntil(lambda: [each.visits for each in attendance.look().lines] == [0])
    group_house.settle()
    assert kept(group_house).notes == "It snowed"
    sheet.more.notes.set_words("It rained")
    sheet.more.keep()
    qtbot.waitUntil(lambda: kept(group_house).notes == "It rained")


def test_hours_that_the_disk_did_not_take_stay_too(sheet, ben, group_house, monkeypatch, qtbot):
    attendance = group_house.inside.attendance
    sheet.does.help(ben, "Ben Cole", None)
    qtbot.waitUntil(lambda: ben in sheet.helpers.rows)
    group_house.settle()
    row = sheet.helpers.rows[ben]

    def no_room(*_given):
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(attendance, "help", no_room)
        row.hours.set_minutes(90)
        row.keep()
        qtbot.waitUntil(sheet.message.isVisible)
        group_house.settle()
        assert row.hours.minutes() == 90
    sheet.put_away()  # as locking does
    qtbot.waitUntil(lambda: kept(group_house).helped == (Helped(ben, 90),))
