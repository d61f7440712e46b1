"""The hours of volunteers stand in "Who came" only, and make milestones there."""

from datetime import date, timedelta

import pytest

from tests.support.group_file import computer
from vcs_desktop.domain.attendance import AttendanceSheet, Came, Helped
from vcs_desktop.domain.kinds import ATTENDANCE
from vcs_desktop.domain.people import Person, Role, Tie
from vcs_desktop.domain.thanks import Reason
from vcs_desktop.domain.values import thing_of
from vcs_desktop.domain.volunteering import Shift
from vcs_desktop.services.duplicates import DuplicatesService
from vcs_desktop.services.rota import RotaService
from vcs_desktop.services.thanks import ThanksService
from vcs_desktop.services.things import things
from vcs_desktop.services.volunteer_hours import VolunteerHours

DAY = date(2026, 11, 19)
LUNCH = "0190-lunch"


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "group.db")
    yield made
    made.database.close()


@pytest.fixture
def asha(here):
    role = Role("r", Tie.VOLUNTEER, since=date(2021, 11, 1))
    return here.people.add(Person(name="Asha", roles=(role,)))


@pytest.fixture
def ben(here):
    return here.people.add(Person(name="Ben"))


def shift_of(here, *people, **more):
    told = {"name": "Kitchen", "on": DAY, "starts": "10:30", "ends": "13:00", "needed": 2, **more}
    shift = RotaService(here.records).add_shift(Shift(**told))
    for each in people:
        RotaService(here.records).put_on(shift, each)
    return shift


def sheets(here):
    return things(here.records, AttendanceSheet, ATTENDANCE)


def test_after_a_shift_its_people_and_its_length_are_proposed(here, asha, ben):
    shift = shift_of(here, asha, ben)
    RotaService(here.records).answer(shift, ben, False)
    day = VolunteerHours(here.records).day_of(shift)
    assert [(each.name, each.written, each.proposed) for each in day.people] == [
        ("Asha", None, 150)
    ]
    assert not day.has_sheet


def test_hours_go_into_the_sheet_of_the_day_and_are_counted_once(here, asha, ben):
    sheet = AttendanceSheet(
        name="Lunch", activity=LUNCH, on=DAY, came=(Came("x"),), helped=(Helped(ben, 60, "Firm"),)
    )
    here.records.add(ATTENDANCE, sheet)
    here.records.add(ATTENDANCE, AttendanceSheet(name="Choir", activity="other", on=DAY))
    hours = VolunteerHours(here.records)
    shift = shift_of(here, asha, ben, activity=LUNCH)
    assert {each.name: each.written for each in hours.day_of(shift).people} == {
        "Asha": None, "Ben": 60,
    }  # fmt: skip
    for _ in range(2):  # pressing twice counts nothing twice
        hours.write_down(shift, {asha: 150, ben: 90})
    lunch = next(each for each in sheets(here) if each.activity == LUNCH)
    assert {(each.id, each.minutes, each.employer) for each in lunch.helped} == {
        (asha, 150, ""), (ben, 90, "Firm"),
    }  # fmt: skip
    assert len(lunch.came) == 1
    assert len(sheets(here)) == 2
    assert sum(each.minutes for each in hours.helpings()) == 240


def test_where_the_day_has_no_sheet_one_is_made_and_found_again(here, asha):
    hours = VolunteerHours(here.records)
    shift = shift_of(here, asha)
    hours.write_down(shift, {asha: 150})
    (sheet,) = sheets(here)
    assert (sheet.name, sheet.on, sheet.activity) == ("Kitchen", DAY, "")
    assert hours.day_of(shift).has_sheet
    hours.write_down(shift, {asha: None})
    assert [each.helped for each in sheets(here)] == [()]


def test_of_two_records_that_were_made_one_the_hours_are_one_persons(here, asha):
    twin = here.people.add(Person(name="Asha"))
    here.records.add(ATTENDANCE, AttendanceSheet(name="x", on=DAY, helped=(Helped(twin, 60),)))
    here.records.add(ATTENDANCE, AttendanceSheet(name="y", on=DAY, helped=(Helped(asha, 60),)))
    DuplicatesService(here.records).merge(asha, twin)
    assert {each.person for each in VolunteerHours(here.records).helpings()} == {asha}


def test_milestones_are_offered_once_thanked_and_come_back_with_undo(here, asha):
    helped = (Helped(asha, 640),)
    here.records.add(ATTENDANCE, AttendanceSheet(name="Lunch", on=DAY, helped=helped))
    thanks = ThanksService(here.records)
    seen = thanks.seen()
    assert {(each.name, each.what) for each in seen.to_thank} == {
        ("Asha", "10 hours of help"), ("Asha", "5 years with us"),
    }  # fmt: skip
    (line,) = seen.volunteers
    assert (line.name, line.minutes, line.since) == ("Asha", 640, date(2021, 11, 1))
    thanks.thank([each.milestone for each in seen.to_thank])
    assert here.records.offers().undo == "Undo: thank 2 people"
    after = thanks.seen()
    assert after.to_thank == ()
    assert {each.what for each in after.thanked} == {"10 hours of help", "5 years with us"}
    here.records.undo()
    assert len(thanks.seen().to_thank) == 2


def test_nobody_is_thanked_for_hours_that_are_still_to_come(here, ben):
    today = here.clock.today()
    for days, minutes in ((0, 60), (1, 600)):
        on = today + timedelta(days=days)
        helped = (Helped(ben, minutes),)
        here.records.add(ATTENDANCE, AttendanceSheet(name="Lunch", on=on, helped=helped))
    seen = ThanksService(here.records).seen()
    assert seen.to_thank == ()
    assert [each.minutes for each in seen.volunteers] == [60]


def test_somebody_can_be_thanked_just_so(here, asha):
    thanks = ThanksService(here.records)
    reached = thanks.just_so(asha)
    assert reached.reason is Reason.JUST_SO
    thanks.thank([reached])
    assert [each.what for each in thanks.seen().thanked] == ["All that they do"]


def test_nobody_thanks_who_was_removed(here, ben):
    here.records.add(ATTENDANCE, AttendanceSheet(name="x", on=DAY, helped=(Helped(ben, 6_000),)))
    here.records.erase([ben])
    seen = ThanksService(here.records).seen()
    assert (seen.to_thank, seen.volunteers) == ((), ())


def test_a_sheet_is_kept_in_the_shape_of_who_came(here, asha):
    shift = shift_of(here, asha)
    sheet_id = VolunteerHours(here.records).write_down(shift, {asha: 30})
    record = here.records.held(AttendanceSheet, sheet_id).record
    assert record.values[f"helped/{asha}"] == {"minutes": 30}
    assert thing_of(AttendanceSheet, record.values).helped == (Helped(asha, 30),)
