"""What two computers of a group make of the same thing, each for itself, is there once."""

from datetime import date

import pytest

from tests.support.group_file import computer
from vcs_desktop.domain.attendance import Activity, AttendanceSheet
from vcs_desktop.domain.kinds import ACTIVITY, ATTENDANCE, SHIFT, VOLUNTEER_ROLE
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.volunteering import Shift, VolunteerRole
from vcs_desktop.services.attendance import AttendanceService, Place
from vcs_desktop.services.bring_in import BringIn
from vcs_desktop.services.rota import RotaService
from vcs_desktop.services.things import things
from vcs_desktop.services.volunteer_hours import VolunteerHours

THURSDAY = date(2026, 11, 19)
CAME = "Date,Activity,Name\n19/11/2026,Lunch,Cleo\n"


@pytest.fixture
def two(tmp_path):
    """Return the computers of Asha and Ben, with the same group on both."""
    asha = computer(tmp_path / "asha.db")
    ben = computer(tmp_path / "ben.db", who="0190-ben", seed=2)
    asha.cleo = ben.cleo = asha.people.add(Person(name="Cleo"))
    asha.lunch = ben.lunch = asha.records.add(ACTIVITY, Activity(name="Lunch"))
    role = VolunteerRole(name="Kitchen", weekday=3, starts="10:00", people_needed=2)
    asha.kitchen = ben.kitchen = asha.records.add(VOLUNTEER_ROLE, role)
    asha.give(ben)
    yield asha, ben
    for each in (asha, ben):
        each.database.close()


def meet(asha, ben):
    """Let both have what the other did."""
    asha.give(ben)
    ben.give(asha)
    assert asha.rows("record") == ben.rows("record")


def bring(computer, text):
    coming = BringIn(computer.records, "attendance")
    return coming.carry_out(coming.preview(coming.read_text(text)))


def sheets(computer):
    return things(computer.records, AttendanceSheet, ATTENDANCE)


def test_a_table_brought_in_on_both_makes_one_sheet_of_a_day(two):
    for each in two:
        bring(each, CAME)
    meet(*two)
    (sheet,) = sheets(two[0])
    assert [each.id for each in sheet.came] == [two[0].cleo]


def test_a_table_on_one_and_a_tick_on_the_other_make_one_sheet_of_a_day(two):
    asha, ben = two
    bring(asha, CAME)
    AttendanceService(ben.records).tick(Place(THURSDAY, "Lunch", ben.lunch), ben.cleo)
    meet(asha, ben)
    (sheet,) = sheets(ben)
    assert [each.id for each in sheet.came] == [ben.cleo]


def test_a_sheet_that_was_deleted_for_good_elsewhere_is_begun_anew(two):
    asha, ben = two
    bring(asha, CAME)
    (sheet,) = sheets(asha)
    asha.records.erase([sheet.id])
    asha.give(ben)
    bring(ben, CAME)
    assert [each.id == sheet.id for each in sheets(ben)] == [False]


def test_a_table_comes_in_again_after_its_sheet_was_deleted_for_good(two):
    asha, _ben = two
    bring(asha, CAME)
    (sheet,) = sheets(asha)
    asha.records.erase([sheet.id])
    assert bring(asha, CAME).added == 1
    (again,) = sheets(asha)
    assert again.id != sheet.id


@pytest.mark.parametrize("how", ["pattern", "copy"])
def test_weeks_of_the_rota_that_both_make_are_there_once(two, how):
    asha, ben = two
    monday = date(2026, 11, 30)
    if how == "copy":
        RotaService(asha.records).make_weeks(asha.kitchen, monday, 1)
        asha.give(ben)
    for each in two:
        rota = RotaService(each.records)
        if how == "copy":
            rota.copy_week(monday, 3)
        else:
            rota.make_weeks(each.kitchen, monday, 4)
    meet(asha, ben)
    lines = RotaService(ben.records).rota(monday)
    assert [each.shift.on.day for each in lines] == [3, 10, 17, 24]


def test_who_is_put_on_a_shift_that_both_made_stays_on_it(two):
    asha, ben = two
    monday = date(2026, 11, 30)
    dev = ben.people.add(Person(name="Dev"))
    for each, person in ((asha, asha.cleo), (ben, dev)):
        (made,) = RotaService(each.records).make_weeks(each.kitchen, monday, 1)
        RotaService(each.records).put_on(made, person)
    meet(asha, ben)
    (line,) = RotaService(asha.records).rota(monday)
    assert {each.name for each in line.people} == {"Cleo", "Dev"}


def test_weeks_that_went_to_the_bin_are_made_anew_with_ids_of_their_own(two):
    asha, _ben = two
    rota, monday = RotaService(asha.records), date(2026, 11, 30)
    made = rota.make_weeks(asha.kitchen, monday, 2)
    asha.records.undo()
    again = rota.make_weeks(asha.kitchen, monday, 2)
    assert not set(made) & set(again)
    assert len(rota.rota(monday)) == 2


@pytest.mark.parametrize("has_activity", [True, False])
def test_hours_of_a_shift_that_both_write_down_are_counted_once(two, has_activity):
    asha, ben = two
    activity = asha.lunch if has_activity else ""
    shift = asha.records.add(SHIFT, Shift(name="Kitchen", activity=activity, on=THURSDAY))
    asha.give(ben)
    for each in two:
        VolunteerHours(each.records).write_down(shift, {each.cleo: 90})
    meet(asha, ben)
    assert [each.minutes for each in VolunteerHours(ben.records).helpings()] == [90]
