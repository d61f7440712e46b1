"""A long table comes in without each row looking through all those before it."""

from threading import Event

import pytest
from openpyxl import Workbook

from tests.support.group_file import computer
from vcs_desktop.core.errors import Stopped
from vcs_desktop.domain.attendance import AttendanceSheet
from vcs_desktop.domain.kinds import ATTENDANCE
from vcs_desktop.services.bring_in import BringIn
from vcs_desktop.services.bring_in import sheets as sheets_module
from vcs_desktop.services.people_import import PeopleImport
from vcs_desktop.services.things import things

ROWS = 60
EVERYBODY = "Date,Activity,Name\n" + "".join(
    f"19/11/2026,Big day,Number {number:03}\n" for number in range(ROWS)
)


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "here.db")
    yield made
    made.database.close()


class StopAfter(Event):
    """Is set once it was asked so many times whether it is."""

    def __init__(self, times):
        super().__init__()
        self.asked, self._times = 0, times

    def is_set(self):
        self.asked += 1
        return self.asked > self._times


def test_many_on_one_sheet_are_each_looked_at_once(here, monkeypatch):
    looked = []
    key = sheets_module.name_key
    monkeypatch.setattr(sheets_module, "name_key", lambda name: looked.append(name) or key(name))
    coming = BringIn(here.records, "attendance")
    done = coming.carry_out(coming.preview(coming.read_text(EVERYBODY)))
    assert (done.added, done.merged) == (1, ROWS - 1)
    (sheet,) = things(here.records, AttendanceSheet, ATTENDANCE)
    assert len({each.id for each in sheet.came}) == ROWS
    assert len(looked) <= 3 * ROWS


def test_the_same_table_again_finds_everybody_there(here):
    coming = BringIn(here.records, "attendance")
    table = coming.read_text(EVERYBODY)
    coming.carry_out(coming.preview(table))
    again = coming.preview(table)
    assert all(row.adds_nothing for row in again.rows)


def test_taking_in_stops_between_rows_before_anything_is_written(here):
    coming = BringIn(here.records, "attendance")
    preview = coming.preview(coming.read_text(EVERYBODY))
    stop = StopAfter(times=5)
    with pytest.raises(Stopped):
        coming.carry_out(preview, stop=stop)
    assert stop.asked == 6
    assert here.rows("operation") == []


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_reading_a_long_file_stops_between_rows(here, tmp_path, ending):
    path = tmp_path / f"everybody.{ending}"
    if ending == "csv":
        path.write_text(EVERYBODY, "utf-8")
    else:
        book = Workbook()
        for line in EVERYBODY.splitlines():
            book.active.append(line.split(","))
        book.save(path)
    for coming in (BringIn(here.records, "attendance"), PeopleImport(here.records)):
        assert len(coming.read(path).rows) >= ROWS
        stop = StopAfter(times=5)
        with pytest.raises(Stopped):
            coming.read(path, stop=stop)
        assert stop.asked == 6
