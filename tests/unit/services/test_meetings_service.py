"""Meetings in a real, encrypted file: kept, undone, and looked back at."""

from dataclasses import replace
from datetime import date, timedelta

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.group_file import BEN, computer
from tests.support.vault_examples import TEA, MovableClock, service
from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.meeting_rules import brought_back, open_actions
from vcs_desktop.domain.meetings import (
    Action,
    ConflictDeclared,
    Decision,
    LookedBack,
    Meeting,
    MeetingKind,
    Outcome,
    Presence,
    Present,
)
from vcs_desktop.domain.people import Interest, Person, Role, Tie
from vcs_desktop.domain.table_out import TableOut
from vcs_desktop.services.in_group import in_group
from vcs_desktop.services.meeting_papers import ACTIONS, MINUTES, NOTICE, meetings_table
from vcs_desktop.services.meetings import (
    MeetingsService,
    NoNameOfMeeting,
    interests_to_declare,
)
from vcs_desktop.services.records import NoSuchRecord

TODAY = date(2026, 11, 23)
COMMITTEE = (Role("r", Tie.COMMITTEE, "Chair"),)


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "group.db")
    yield made
    made.database.close()


@pytest.fixture
def meetings(here):
    return MeetingsService(here.records)


def put(meetings, **told):
    """Add a meeting that says this."""
    held = meetings.meeting(meetings.add())
    return meetings.save(held, replace(held.thing, **told)).record.id


def two_meetings(meetings):
    first = put(
        meetings,
        on=TODAY - timedelta(30),
        actions=(Action("a1", "Ring the hall"), Action("a2", "Buy cups")),
    )
    return first, put(meetings, on=TODAY)


def test_a_new_meeting_is_as_the_last_one_was(meetings):
    first = put(meetings, name="Our meeting", on=TODAY, starts="19:30", place="Hall", quorum=3)
    second = meetings.meeting(meetings.add()).thing
    assert (second.name, second.starts, second.place, second.quorum) == (
        "Our meeting",
        "19:30",
        "Hall",
        3,
    )
    assert second.on is None
    assert first != second.id


def test_the_quorum_of_a_yearly_meeting_is_not_taken_for_the_committee(meetings):
    put(meetings, on=TODAY - timedelta(9), quorum=3)
    put(meetings, on=TODAY, kind=MeetingKind.YEARLY, name="AGM", quorum=20)
    added = meetings.meeting(meetings.add()).thing
    assert (added.name, added.quorum) == ("Committee meeting", 3)


def test_a_meeting_without_a_name_is_not_kept(meetings):
    held = meetings.meeting(meetings.add())
    with pytest.raises(NoNameOfMeeting):
        meetings.save(held, replace(held.thing, name="  "))


def test_the_list_says_what_is_open(meetings):
    done = Action("a1", "Ring", done_on=TODAY)
    put(meetings, on=TODAY, place="Hall", actions=(done, Action("a2", "Buy cups")))
    (line,) = meetings.lines()
    assert (line.name, line.on, line.place, line.open_actions) == (
        "Committee meeting",
        TODAY,
        "Hall",
        1,
    )
    assert line.kind is MeetingKind.COMMITTEE


def test_nothing_that_somebody_typed_counts_as_an_action(meetings):
    said = '"actions/1": {"done_on": "x"} and "done_on": "y"'
    put(meetings, name=said, notes=said, actions=(Action("a1", said), Action("a2", '"actions/')))
    (line,) = meetings.lines()
    assert (line.name, line.open_actions) == (said, 2)


def test_an_action_that_was_done_is_done_in_both_meetings_and_undone_in_both(meetings, here):
    first, second = two_meetings(meetings)
    meetings.look_back(second, "a1", Outcome.DONE)
    assert [each.done_on for each in meetings.meeting(first).thing.actions] == [TODAY, None]
    assert meetings.meeting(second).thing.looked_back[0].id == "a1"
    assert [each.action.id for each in meetings.open_actions()] == ["a2"]
    here.records.undo()
    assert [each.done_on for each in meetings.meeting(first).thing.actions] == [None, None]
    assert meetings.meeting(second).thing.looked_back == ()


def test_an_action_that_is_carried_on_gets_its_new_day_and_comes_back_again(meetings):
    first, second = two_meetings(meetings)
    later = TODAY + timedelta(30)
    meetings.look_back(second, "a1", Outcome.CARRIED_ON, later)
    assert meetings.meeting(first).thing.actions[0].due_on == later
    third = put(meetings, on=later)
    back = meetings.around(meetings.meeting(third).thing).back
    assert [each.action.id for each in back] == ["a1", "a2"]
    assert not back[0].is_done


def test_what_was_said_of_an_action_can_be_taken_back(meetings):
    first, second = two_meetings(meetings)
    meetings.look_back(second, "a1", Outcome.DONE)
    meetings.look_back(second, "a1", None)
    assert meetings.meeting(first).thing.actions[0].done_on is None
    assert meetings.meeting(second).thing.looked_back == ()


def test_nothing_is_done_on_a_day_that_has_not_come(meetings):
    first = put(meetings, on=TODAY, actions=(Action("a1", "Ring"),))
    coming = put(meetings, on=TODAY + timedelta(9))
    meetings.look_back(coming, "a1", Outcome.DONE)
    assert meetings.meeting(first).thing.actions[0].done_on == TODAY


def test_an_action_that_no_meeting_has_is_not_found(meetings):
    with pytest.raises(NoSuchRecord):
        meetings.look_back(meetings.add(), "nothing", Outcome.DONE)


def test_the_committee_of_the_day_can_vote_and_their_interests_come_up(meetings, here):
    ended = replace(COMMITTEE[0], until=TODAY - timedelta(1))
    asha = here.people.add(
        Person(
            name="Asha",
            roles=COMMITTEE,
            interests=(Interest("i", "Her son owns the hall"), Interest("j", "Old", None, TODAY)),
        )
    )
    here.people.add(Person(name="Ben", roles=(ended,)))
    here.people.add(Person(name="Cleo", roles=(Role("m", Tie.MEMBER),)))
    meeting = Meeting("m", on=TODAY, present=(Present(asha, Presence.ONLINE),))
    around = meetings.around(meeting)
    assert [each.name for each in around.voters] == ["Asha"]
    (found,) = interests_to_declare(meeting, around)
    assert found[1].what == "Her son owns the hall"
    said = ConflictDeclared("c", asha, "Her son owns the hall")
    assert interests_to_declare(replace(meeting, conflicts=(said,)), around) == []
    assert interests_to_declare(replace(meeting, present=()), around) == []
    yearly = meetings.around(replace(meeting, kind=MeetingKind.YEARLY))
    assert [each.name for each in yearly.voters] == ["Asha", "Cleo"]
    assert meetings.around(replace(meeting, kind=MeetingKind.OTHER)).voters is None
    assert [each.name for each in meetings.committee()] == ["Asha"]


def test_people_can_be_chosen_by_name(meetings, here):
    here.records.add(PERSON, Person(name="Zed"))
    assert [name for _, name in meetings.around(Meeting()).names] == ["Zed"]


DAYS = (None, *(TODAY + timedelta(by) for by in (-60, -30, 0, 30)))


@given(st.data())
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_comes_back_is_what_the_rule_says_of_all_meetings(here, data):
    meetings = MeetingsService(here.records)
    for each in meetings.lines():
        meetings.remove(each.id)
    days = st.sampled_from(DAYS)
    actions = st.builds(
        lambda done_on: (Action(here.records.ids.new(), 'Ask "the hall"', "", None, done_on),), days
    )
    for on, some in data.draw(st.lists(st.tuples(days, st.just(()) | actions), max_size=7)):
        put(meetings, on=on, actions=some, notes='They said "actions/": "done_on": nothing')
    every = meetings.all()
    ids = [action.id for each in every for action in each.actions]
    for line in meetings.lines():
        held = meetings.meeting(line.id).thing
        assert line.open_actions == sum(each.done_on is None for each in held.actions)
        if ids:
            held = replace(held, looked_back=(LookedBack(data.draw(st.sampled_from(ids))),))
        back = meetings.around(held).back
        assert [_told(each) for each in back] == [_told(each) for each in brought_back(every, held)]
    assert [(each.meeting.id, each.action) for each in meetings.open_actions()] == [
        (meeting.id, action) for meeting, action in open_actions(every)
    ]


def _told(back):
    return back.action, back.agreed_at.id, back.agreed_at.on, back.looked, back.is_done


def test_a_new_meeting_is_as_the_last_was_and_takes_as_many_as_the_last_of_the_committee(meetings):
    put(meetings, name="First", on=TODAY - timedelta(90), quorum=4, place="Mill")
    put(meetings, name="Second", on=TODAY - timedelta(60), quorum=None, place="Barn")
    put(meetings, on=TODAY - timedelta(30), quorum=9, kind=MeetingKind.YEARLY, place="Hall")
    meetings.remove(put(meetings, on=TODAY, quorum=7))
    new = meetings.meeting(meetings.add()).thing
    assert (new.name, new.quorum, new.place) == ("Committee meeting", 4, "Hall")
    assert new.kind is MeetingKind.COMMITTEE


def test_a_meeting_goes_to_the_bin_and_comes_back(meetings, here):
    meeting_id = meetings.add()
    meetings.remove(meeting_id)
    assert meetings.lines() == []
    here.records.undo()
    assert [line.id for line in meetings.lines()] == [meeting_id]


def test_two_people_can_take_minutes_on_two_computers(meetings, here, tmp_path):
    there = computer(tmp_path / "other.db", who=BEN, seed=2)
    meeting_id = put(meetings, on=TODAY, present=(Present("a"),))
    here.give(there)
    others = MeetingsService(there.records)
    for service_, decision, person in ((meetings, "1", "b"), (others, "2", "c")):
        held = service_.meeting(meeting_id)
        now = held.thing
        service_.save(
            held,
            replace(
                now,
                decisions=(Decision(decision, f"Decision {decision}"),),
                present=(*now.present, Present(person)),
            ),
        )
    here.give(there)
    there.give(here)
    mine, theirs = meetings.meeting(meeting_id), others.meeting(meeting_id)
    assert mine.thing == theirs.thing
    assert [each.what for each in mine.thing.decisions] == ["Decision 1", "Decision 2"]
    assert {each.id for each in mine.thing.present} == {"a", "b", "c"}
    assert not mine.record.choices
    there.database.close()


@pytest.fixture
def inside(tmp_path):
    clock = MovableClock()
    groups = service(tmp_path / "groups", clock)
    opened = groups.create(TEA)
    yield in_group(opened, clock)
    opened.close()


def test_papers_are_written_with_names_and_for_printing(inside, tmp_path):
    asha = inside.people.add(Person(name="Asha", roles=COMMITTEE))
    meeting_id = put(
        inside.meetings,
        on=TODAY,
        quorum=1,
        present=(Present(asha),),
        actions=(Action("a1", "Ring the hall", asha),),
    )
    out = inside.meeting_papers.make(MINUTES, meeting_id, tmp_path / "minutes.docx")
    said = "\n".join(each.text for each in docx.Document(str(out)).paragraphs)
    assert "There: Asha" in said
    assert "1 of 1 who can vote were there." in said
    assert "Ring the hall. Asha" in said
    page = inside.meeting_papers.make(NOTICE, meeting_id, None)
    assert page.name == "notice-committee-meeting.pdf"
    assert page.read_bytes().startswith(b"%PDF")
    sheet = inside.meeting_papers.sheet(ACTIONS, "")
    assert sheet.title == "What we said we would do"


def test_lists_go_out_as_tables(inside):
    put(inside.meetings, on=TODAY, actions=(Action("a1", "Ring the hall", "", TODAY),))
    table = inside.meeting_papers.actions_table()
    assert isinstance(table, TableOut)
    assert table.rows == (("Ring the hall", "", TODAY, "Committee meeting", TODAY),)
    (row,) = meetings_table(inside.meetings.lines()).rows
    assert row == ("Committee meeting", "Committee meeting", TODAY, "", "", None, 1)
