"""The yearly look at people: whom, why, and how somebody is kept on purpose."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from vcs_desktop.domain.attendance import AttendanceSheet, Came, Helped
from vcs_desktop.domain.kinds import ATTENDANCE, MEETING, SHIFT
from vcs_desktop.domain.meetings import Meeting, Presence, Present
from vcs_desktop.domain.people import Consent, DbsCheck, EmergencyContact, Person, Role, Tie
from vcs_desktop.domain.retention import Rule, reasons
from vcs_desktop.domain.retention_rules import RetentionRules
from vcs_desktop.domain.volunteering import OnShift, Shift
from vcs_desktop.services.duplicates import DuplicatesService
from vcs_desktop.services.retention import RetentionService, ToReview

ON = date(2026, 11, 23)
LONG_AGO = date(2020, 5, 1)
GONE = Person(name="Gone", roles=(Role("1", Tie.VOLUNTEER, until=LONG_AGO),))


@pytest.fixture
def retention(here):
    return RetentionService(here.records)


def test_who_is_due_is_told_with_why_the_longest_first(here, retention):
    gone = here.people.add(GONE)
    left = replace(GONE.roles[0], until=date(2026, 1, 1))
    parts = here.people.add(Person(name="Left", roles=(left,), emergency=EmergencyContact("Dan")))
    here.people.add(Person(name="Here", roles=(Role("2"),)))
    assert retention.due(ON) == [
        ToReview(
            gone, "Gone", "Gone left on 1 May 2020, more than 2 years ago.", LONG_AGO, (Rule.LEFT,)
        ),
        ToReview(
            parts,
            "Left",
            "Left left on 1 January 2026, and the emergency contact is still here.",
            date(2026, 1, 1),
            (Rule.EMERGENCY_OF_LEAVER,),
        ),
    ]


def test_a_contact_is_due_by_the_last_change_of_the_record(here, retention):
    contact = here.people.add(Person(name="Carol"))
    assert retention.due(ON + timedelta(days=3 * 365)) == []
    (due,) = retention.due(ON + timedelta(days=3 * 366))
    assert (due.person_id, due.since, due.rules) == (contact, ON, (Rule.CONTACT,))


def test_who_is_in_the_bin_is_not_due(here, retention):
    here.people.remove(here.people.add(GONE))
    assert retention.due(ON) == []


def test_who_is_kept_comes_back_in_a_year_and_undo_takes_that_back(here, retention):
    ids = [here.people.add(replace(GONE, name=name)) for name in ("One", "Two")]
    binned = here.people.add(GONE)
    here.people.remove(binned)
    assert retention.keep([*ids, ids[0], binned, "nobody"], ON) == 2
    assert retention.due(ON) == []
    assert len(retention.due(ON.replace(year=ON.year + 1))) == 2
    assert here.records.offers().undo == "Undo: keep 2 people for another year"
    here.records.undo()
    assert len(retention.due(ON)) == 2
    retention.keep(ids[:1], ON)
    assert here.records.offers().undo == "Undo: keep One for another year"
    assert here.records.history(ids[0])[0].changes["kept_on"].new == ON.isoformat()
    assert here.records.checked().complaints == ()


def test_nobody_to_keep_is_no_act(here, retention):
    assert retention.keep([], ON) == 0
    assert here.records.offers().undo == ""


def test_a_group_sets_its_own_years_and_may_change_them(here, retention):
    here.people.add(GONE)
    assert retention.rules() == RetentionRules()
    retention.save_rules(retention.held_rules(), RetentionRules(left=10))
    assert retention.due(ON) == []
    held = retention.held_rules()
    retention.save_rules(held, replace(held.thing, left=None))
    assert len(retention.due(ON)) == 1
    here.records.undo()
    assert retention.rules() == RetentionRules(left=10)


def test_who_still_comes_helps_or_meets_is_not_due(here, retention):
    lately = ON - timedelta(days=30)
    for number, (kind, thing) in enumerate((
        (ATTENDANCE, lambda each: AttendanceSheet(on=lately, came=(Came(each),))),
        (ATTENDANCE, lambda each: AttendanceSheet(on=lately, helped=(Helped(each),))),
        (SHIFT, lambda each: Shift(on=lately, people=(OnShift(each),))),
        (MEETING, lambda each: Meeting(on=lately, present=(Present(each),))),
    )):  # fmt: skip
        person = here.people.add(replace(GONE, name=f"Gone {number}"))
        assert [each.person_id for each in retention.due(ON)] == [person]
        here.records.add(kind, thing(person))
        assert retention.due(ON) == []
    assert len(retention.due(ON + timedelta(days=3 * 366))) == 4


def test_who_said_no_or_sent_apologies_was_not_there(here, retention):
    person = here.people.add(GONE)
    here.records.add(SHIFT, Shift(on=ON, people=(OnShift(person, has_agreed=False),)))
    absent = (Present(person, Presence.APOLOGIES),)
    here.records.add(MEETING, Meeting(on=ON, present=absent))
    assert [each.person_id for each in retention.due(ON)] == [person]


def test_a_contact_who_came_under_a_record_made_one_with_theirs_counts_from_that_day(
    here, retention
):
    contact, twin = (here.people.add(Person(name="Carol")) for _ in range(2))
    came_on = ON + timedelta(days=700)
    here.records.add(ATTENDANCE, AttendanceSheet(on=came_on, came=(Came(twin),)))
    DuplicatesService(here.records).merge(contact, twin)
    assert retention.due(came_on + timedelta(days=3 * 365)) == []
    (due,) = retention.due(came_on + timedelta(days=3 * 366))
    assert (due.person_id, due.since) == (contact, came_on)
    assert due.why.startswith("Carol was last here, or last changed, on")


def test_nobody_is_missed_whatever_part_of_them_is_due(here, retention):
    dbs = DbsCheck(recheck_on=LONG_AGO)
    took_back = Consent("1", withdrawn_on=LONG_AGO)
    role, left = Role("1", Tie.MEMBER), Role("1", Tie.COMMITTEE, until=LONG_AGO)
    everybody = [
        Person(name="Contact"),
        Person(name="Member", roles=(role,)),
        Person(name="Left", roles=(left,)),
        Person(name="Kept", roles=(left,), kept_on=ON),
        Person(name="Checked", roles=(role,), dbs=dbs),
        Person(name="Took back", roles=(role,), consents=(took_back,)),
        Person(name="Calls", roles=(role,), emergency=EmergencyContact("until")),
        Person(name="Left with a check", roles=(left, replace(role, id="2")), dbs=dbs),
    ]
    for person in everybody:
        here.people.add(person)
    for years in range(9):
        day = ON.replace(year=ON.year + years)
        due = {each.name for each in retention.due(day)}
        assert due == {each.name for each in everybody if reasons(each, ON, day, RetentionRules())}
        assert "Member" not in due
