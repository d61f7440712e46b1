"""A decision to apply is tied to the meeting that took it, and the meeting tells of it."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.application_examples import WARM
from tests.support.two_laptops import two_laptops
from vcs_desktop.domain.applications import Choice
from vcs_desktop.domain.kinds import MEETING
from vcs_desktop.domain.meetings import Decision, Meeting
from vcs_desktop.services.meetings import DecidedHere


@pytest.fixture
def begun(inside):
    return inside.applications.start_from_call(WARM)


def meeting(inside, name="Committee", on=date(2026, 10, 12), **more):
    return inside.records.add(MEETING, Meeting(name=name, on=on, **more))


def tie(inside, application_id, meeting_id):
    held = inside.applications.application(application_id)
    after = replace(
        held.thing, choice=Choice.GO, decided_meeting=meeting_id, decided_why="It fits us."
    )
    inside.applications.save(held, after)


def decided_at(inside, meeting_id):
    return inside.meetings.around(inside.meetings.meeting(meeting_id).thing).decided


def test_a_meeting_is_called_by_its_name_and_day(inside):
    met = meeting(inside)
    someday = meeting(inside, "Members", None)
    assert inside.meetings.called([met, someday, "gone"]) == {
        met: "Committee, 12 October 2026",
        someday: "Members",
    }


def test_those_that_decided_about_the_notice_are_offered_first_then_the_newest(inside):
    first = meeting(inside)
    about = Decision("d", "Apply", tied_kind="funding_call", tied_to=WARM.id, tied_name=WARM.title)
    decided = meeting(inside, on=date(2026, 9, 1), decisions=(about,))
    later = meeting(inside, on=date(2026, 11, 2))
    planned = meeting(inside, on=date(2026, 12, 8))
    found = inside.meetings.to_choose(WARM.id)
    assert [each.id for each in found] == [decided, later, first, planned]
    assert [each.is_about_it for each in found] == [True, False, False, False]
    assert [each.id for each in inside.meetings.to_choose("")] == [later, first, decided, planned]


def test_the_meeting_tells_what_was_decided_there(inside, begun):
    met, other = meeting(inside), meeting(inside)
    tie(inside, begun, met)
    assert decided_at(inside, met) == (
        DecidedHere(begun, "Warm welcome (practice)", Choice.GO, "It fits us."),
    )
    assert decided_at(inside, other) == ()
    inside.records.undo()
    assert decided_at(inside, met) == ()


def test_an_application_in_the_bin_is_told_of_no_more(inside, begun):
    met = meeting(inside)
    tie(inside, begun, met)
    inside.applications.remove(begun)
    assert decided_at(inside, met) == ()


def test_a_meeting_that_is_deleted_for_good_leaves_a_tie_that_says_so(inside, begun):
    met = meeting(inside)
    tie(inside, begun, met)
    inside.meetings.remove(met)
    assert inside.meetings.called([met]) == {met: "Committee, 12 October 2026"}
    assert [each.id for each in inside.meetings.to_choose("")] == []
    inside.bin.delete_for_good([met])
    assert inside.meetings.called([met]) == {}


def test_two_who_tie_it_to_two_meetings_are_both_offered(tmp_path):
    ids = {}

    def begin(inside):
        ids["it"] = inside.applications.start_from_call(WARM)
        ids["one"], ids["other"] = meeting(inside), meeting(inside, "Members")

    two = two_laptops(tmp_path, begin)
    tie(two.one, ids["it"], ids["one"])
    tie(two.other, ids["it"], ids["other"])
    two.meet()
    for each in two.both:
        found = each.history.unsettled(ids["it"])
        names = {found.names.record(told.value) for told in found.fields["decided_meeting"]}
        assert names == {"Committee", "Members"}
    two.close()
