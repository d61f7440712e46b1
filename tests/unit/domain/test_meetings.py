"""Rules of meetings: are enough people there, do the votes add up, what is still to be done."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.due import DueKind
from vcs_desktop.domain.meeting_rules import (
    Quorum,
    before,
    brought_back,
    in_time,
    open_actions,
    quorum_of,
    quorum_words,
    those_there,
    votes_warning,
    who_can_vote,
)
from vcs_desktop.domain.meeting_words import ended
from vcs_desktop.domain.meetings import (
    Action,
    Decision,
    LookedBack,
    Meeting,
    MeetingKind,
    Outcome,
    Presence,
    Present,
    dues_of,
)
from vcs_desktop.domain.people import Tie
from vcs_desktop.domain.values import thing_of, values_of

PEOPLE = st.sets(st.sampled_from("abcdefgh"))
HOW = st.sampled_from(list(Presence))
FIRST = date(2026, 9, 3)
ACTIONS = st.lists(
    st.tuples(st.sampled_from("pqrstu"), st.none() | st.integers(0, 200)),
    max_size=3,
    unique_by=lambda each: each[0],
)


def names(person_id):
    return {"a": "Asha", "b": "Ben"}[person_id]


@st.composite
def meetings_in_a_row(draw):
    """Draw meetings four weeks apart, each with actions of its own."""
    count = draw(st.integers(1, 5))
    return [
        Meeting(
            f"m{number}",
            on=FIRST + timedelta(weeks=4 * number),
            actions=tuple(
                Action(
                    f"{number}{id_}",
                    due_on=None,
                    done_on=None if done is None else FIRST + timedelta(days=done),
                )
                for id_, done in draw(ACTIONS)
            ),
        )
        for number in range(count)
    ]


@given(st.dictionaries(st.sampled_from("abcdefgh"), HOW), PEOPLE, st.none() | st.integers(0, 9))
def test_only_those_count_who_can_vote_and_are_there(how, voters, needed):
    meeting = Meeting(
        present=tuple(Present(person, each) for person, each in how.items()), quorum=needed
    )
    quorum = quorum_of(meeting, voters)
    there = {person for person, each in how.items() if each is not Presence.APOLOGIES}
    assert quorum == Quorum(len(there & voters), len(voters), needed)
    assert 0 <= quorum.there <= len(voters)
    if needed is None:
        assert quorum.is_met is None
    else:
        assert quorum.is_met == (len(there & voters) >= needed)
    assert quorum_of(meeting, None).there == len(those_there(meeting)) == len(there)


def test_somebody_with_two_records_counts_once():
    meeting = Meeting(present=(Present("a"), Present("old a"), Present("b")))
    now = {"old a": "a"}
    quorum = quorum_of(meeting, ["a", "old a", "b", "c"], lambda each: now.get(each, each))
    assert (quorum.there, quorum.of) == (2, 3)


def test_the_quorum_is_said_in_words():
    assert quorum_words(Quorum(4, 6, 3)) == "4 of 6 are there; you need 3. That is enough."
    said = "2 of 6 are there; you need 3. That is not enough to decide."
    assert quorum_words(Quorum(2, 6, 3)) == said
    assert quorum_words(Quorum(4, 6)) == "4 of 6 are there. Nobody has said yet how many you need."
    assert quorum_words(Quorum(1, None, 1)) == "1 person is there; you need 1. That is enough."


def test_who_can_vote_depends_on_the_meeting():
    assert who_can_vote(MeetingKind.COMMITTEE) == (Tie.COMMITTEE,)
    assert Tie.MEMBER in who_can_vote(MeetingKind.YEARLY)
    assert who_can_vote(MeetingKind.OTHER) == ()


@given(st.none() | st.integers(0, 9), st.none() | st.integers(0, 9), st.none() | st.integers(0, 9))
def test_more_votes_than_voters_are_always_said_and_nothing_counted_never(yes, no, neither):
    decision = Decision("d", "Buy chairs", yes, no, neither)
    counted = sum(each or 0 for each in (yes, no, neither))
    assert bool(counted > 6) == ("Count again" in votes_warning(decision, 6))
    if counted == 0 and None in (yes, no, neither):
        assert votes_warning(decision, 6) == ""


def test_votes_that_add_up_are_not_remarked_on():
    assert votes_warning(Decision("d", "", 4, 1, 1), 6) == ""
    assert votes_warning(Decision("d"), 0) == ""
    assert "As many are for it" in votes_warning(Decision("d", "", 3, 3), 6)
    said = "1 person who was there is not counted."
    assert votes_warning(Decision("d", "", 4, 1, 0), 6) == said


@given(meetings_in_a_row(), st.randoms())
def test_nothing_that_is_still_open_is_ever_lost_from_the_next_meeting(meetings, shuffling):
    shuffled = list(meetings)
    shuffling.shuffle(shuffled)
    following = Meeting("z", on=meetings[-1].on + timedelta(weeks=4))
    back = brought_back(shuffled, following)
    ids = [each.action.id for each in back]
    assert len(set(ids)) == len(ids)
    assert {action.id for _, action in open_actions(shuffled)} <= set(ids)
    assert {each.id for each in meetings[-1].actions} <= set(ids)
    assert [each.agreed_at.on for each in back] == sorted(each.agreed_at.on for each in back)


@given(meetings_in_a_row(), st.integers(1, 300))
def test_what_is_done_after_a_meeting_changes_nothing_in_its_minutes(meetings, later):
    last = Meeting("z", on=meetings[-1].on + timedelta(weeks=4))
    before_it = brought_back(meetings, last)
    done_on = last.on + timedelta(days=later)
    done = [
        replace(
            each,
            actions=tuple(a if a.done_on else replace(a, done_on=done_on) for a in each.actions),
        )
        for each in meetings
    ]
    after = brought_back(done, last)
    assert [(each.action.id, each.is_done) for each in after] == [
        (each.action.id, each.is_done) for each in before_it
    ]


def test_what_a_meeting_said_of_an_action_stays_though_it_is_done_later():
    action = Action("a1", "Ask about the roof", "a", FIRST, done_on=FIRST + timedelta(weeks=9))
    first = Meeting("m1", on=FIRST, actions=(action,))
    second = Meeting(
        "m2",
        on=FIRST + timedelta(weeks=4),
        looked_back=(LookedBack("a1", Outcome.CARRIED_ON, FIRST + timedelta(weeks=8)),),
    )
    (back,) = brought_back([first, second], second)
    assert not back.is_done
    assert back.looked.outcome is Outcome.CARRIED_ON
    assert back.agreed_at is first


def test_meetings_without_a_day_come_last_and_none_is_before_itself():
    one, two = Meeting("b", on=FIRST), Meeting("a")
    assert in_time([two, one]) == [one, two]
    assert before([two, one], one) == []
    assert before([two, one], two) == [one]


def test_what_is_open_falls_due_with_who_is_to_do_it():
    meeting = Meeting(
        "m1",
        "Committee meeting",
        on=FIRST,
        starts="19:30",
        actions=(
            Action("1", "Ring the hall", "a", FIRST + timedelta(days=9)),
            Action("2", "Done already", "b", FIRST, done_on=FIRST),
            Action("3", "No day", "b"),
            Action("4", "", "", FIRST),
        ),
    )
    dues = dues_of(meeting, names)
    assert [(each.kind, each.on) for each in dues] == [
        (DueKind.MEETING, FIRST),
        (DueKind.ACTION, FIRST + timedelta(days=9)),
        (DueKind.ACTION, FIRST),
    ]
    assert dues[0].starts == "19:30"
    assert dues[1].what == "Ring the hall"
    assert dues[1].why == "Asha is to do it, said the meeting of 3 September 2026."
    assert len({each.id for each in dues}) == len(dues)
    assert {each.record_id for each in dues} == {"m1"}


@given(meetings_in_a_row())
def test_meetings_are_kept_and_read_as_they_are(meetings):
    for each in meetings:
        assert thing_of(Meeting, values_of(each), each.id).actions == tuple(
            sorted(each.actions, key=lambda action: action.id)
        )


@given(st.text(max_size=40))
def test_words_of_people_have_an_end_before_ours_begin(text):
    said = ended(text)
    assert ended(said) == said
    assert said.startswith(text.strip())
    assert not said or said[-1] in ".!?…:;"
