"""In a history people read names where records keep ids: of people, merged or gone, of records."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.people_window import said_in
from vcs_desktop.domain.applications import Application
from vcs_desktop.domain.attendance import Activity, AttendanceSheet, Came, Helped
from vcs_desktop.domain.expenses import ExpenseClaim
from vcs_desktop.domain.kinds import (
    ACTIVITY,
    ATTENDANCE,
    EXPENSES,
    KINDS,
    MEETING,
    SHIFT,
    VOLUNTEER_ROLE,
)
from vcs_desktop.domain.meetings import Action, ConflictDeclared, Meeting, Presence, Present
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.volunteering import OnShift, Shift, VolunteerRole
from vcs_desktop.ui.history import named_fields
from vcs_desktop.ui.history.field_words import fields_of
from vcs_desktop.ui.history.lines import lines_of
from vcs_desktop.ui.history.panel import HistoryPanel


@pytest.fixture
def told(group):
    """Say what the newest entry of a record's history says, line by line."""

    def lines(record_id):
        past = group.inside.history.of_record(record_id)
        entry = past.entries[0]
        found = lines_of(past.record.kind, entry.changes, past.names)
        return [line.told if entry.verb == "add" else line.said for line in found]

    return lines


@pytest.fixture
def asha(group):
    return group.inside.people.add(Person(name="Asha Patel"))


def save(group, shape, record_id, **changes):
    held = group.inside.records.held(shape, record_id)
    group.inside.records.save(held, replace(held.thing, **changes))


def test_who_came_and_who_helped_is_told_by_name(group, told, asha):
    records = group.inside.records
    lunch = records.add(ACTIVITY, Activity(name="Thursday lunch"))
    sheet = records.add(ATTENDANCE, AttendanceSheet(on=date(2026, 11, 19), activity=lunch))
    assert "Activity: Thursday lunch" in told(sheet)
    save(group, AttendanceSheet, sheet, came=(Came(asha),), helped=(Helped(asha, 90),))
    assert told(sheet) == ["Asha Patel came", "Asha Patel helped: minutes: 90"]
    save(group, AttendanceSheet, sheet, came=(Came(asha, is_first_time=True),))
    assert told(sheet) == ["Asha Patel came, for the first time: “Yes” was added"]
    save(group, AttendanceSheet, sheet, came=())
    assert told(sheet) == ["Asha Patel came: this was taken back"]


def test_a_name_is_the_one_they_have_now_also_after_a_merge(group, told, asha):
    inside = group.inside
    twin = inside.people.add(Person(name="A. Patel"))
    sheet = inside.records.add(ATTENDANCE, AttendanceSheet(came=(Came(twin),)))
    inside.duplicates.merge(asha, twin)
    assert told(sheet) == ["Asha Patel came"]
    assert "Made one with A. Patel: day it was done: 23 November 2026" in told(asha)
    save(group, Person, asha, name="Asha Shah")
    assert told(sheet) == ["Asha Shah came"]


def test_who_decided_and_who_checked_are_told_by_name_or_as_typed(group, told, asha):
    application = group.inside.applications.start_with([], name="Warm room")
    save(group, Application, application, decided_by=asha, checked_by="Sam Okafor")
    assert told(application) == [
        "Who decided: “Asha Patel” was added",
        "Who checked it: “Sam Okafor” was added",
    ]
    save(group, Application, application, decided_by="The committee")
    assert told(application) == ["Who decided: changed from “Asha Patel” to “The committee”"]
    group.inside.records.erase([asha])
    assert told(application) == [
        "Who decided: changed from “Somebody who was removed” to “The committee”"
    ]


def test_who_was_erased_is_told_to_be_removed(group, told, asha):
    sheet = group.inside.records.add(ATTENDANCE, AttendanceSheet(came=(Came(asha),)))
    group.inside.records.erase([asha])
    assert told(sheet) == ["Somebody who was removed came"]


def test_a_rota_a_meeting_and_a_claim_name_people_and_records(group, told, asha):
    records = group.inside.records
    cook = records.add(VOLUNTEER_ROLE, VolunteerRole(name="Cook"))
    shift = records.add(
        SHIFT, Shift(role=cook, activity="gone-for-good", people=(OnShift(asha, has_agreed=True),))
    )
    said = told(shift)
    assert "Role: Cook" in said
    assert "Activity: Something that was removed" in said
    assert "Asha Patel is down for it: has said yes: Yes" in said
    met = Meeting(
        present=(Present(asha, Presence.ONLINE),), actions=(Action("a", "Ring", asha),),
        conflicts=(ConflictDeclared("c", asha, "Her brother"),),
    )  # fmt: skip
    said = told(records.add(MEETING, met))
    assert "Asha Patel at the meeting: how: There, online" in said
    assert "Action (Ring): who: Asha Patel" in said
    assert "Interest declared (Her brother): who: Asha Patel" in said
    claim = records.add(EXPENSES, ExpenseClaim(name="Van", person=asha))
    assert "Who asks: Asha Patel" in told(claim)


def test_no_id_of_anybody_is_on_the_screen(group, show, tasks, asha, qtbot):
    sheet = group.inside.records.add(ATTENDANCE, AttendanceSheet(name="Lunch", came=(Came(asha),)))
    save(group, AttendanceSheet, sheet, came=())
    panel = show(HistoryPanel(group, tasks, group.session), 640, 600)
    panel.show_history(sheet)
    qtbot.waitUntil(lambda: "Asha Patel came" in said_in(panel))
    assert asha not in " ".join(said_in(panel))
    back = next(
        each
        for each in panel.findChildren(type(panel.slices.newer_button))
        if each.text() == "Bring this back"
    )
    assert back.accessibleName() == "Bring this back: Asha Patel came"
    back.click()
    qtbot.waitUntil(lambda: group.inside.records.held(AttendanceSheet, sheet).thing.came != ())


def test_every_field_that_is_read_as_a_name_is_there():
    for kind, name in (*named_fields._PARTS, *named_fields._PEOPLE, *named_fields._RECORDS):
        field, _, part = name.partition("/")
        assert kind in KINDS
        assert field in fields_of(kind)
        assert not part or part in fields_of(kind)[field].inner
