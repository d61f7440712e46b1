"""Actions come in: into the meeting that said so, for somebody whom the group knows."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.bringing_in import bring_file_in, bring_in
from tests.support.group_file import computer
from vcs_desktop.documents.table_out import content_of
from vcs_desktop.domain.kinds import MEETING, PERSON
from vcs_desktop.domain.meetings import Action, Meeting
from vcs_desktop.domain.people import Person
from vcs_desktop.services.meeting_papers import MeetingPapersService
from vcs_desktop.services.meetings import MeetingsService
from vcs_desktop.services.tables_out import tables_of
from vcs_desktop.services.things import things

DAY = date(2026, 12, 4)
TEXT = """Meeting,Meeting date,Action,Who,Due,Done
Committee,4/12/26,Ring the hall,Asha Khan,11/12/2026,
committee,4/12/2026,Buy a kettle,"Okafor, Ben",,5/12/2026
Committee,4/12/2026,Put the poster up,,,not yet
"""


bring = partial(bring_in, "actions")
bring_file = partial(bring_file_in, "actions")


def add(here, *names, on=DAY, name="Committee", actions=()):
    """Add people by their names, and a meeting; return the ids of the people."""
    ids = [here.people.add(Person(name=each)) for each in names]
    here.records.add(MEETING, Meeting(name=name, on=on, actions=actions))
    return ids


def actions(here):
    found = [each for meeting in things(here.records, Meeting, MEETING) for each in meeting.actions]
    return {each.what: (each.owner, each.due_on, each.done_on) for each in found}


def test_actions_come_into_their_meeting_with_who_does_them(here):
    asha, ben = add(here, "Asha Khan", "Ben Okafor")
    done = bring(here, TEXT)
    assert actions(here) == {
        "Ring the hall": (asha, date(2026, 12, 11), None),
        "Buy a kettle": (ben, None, date(2026, 12, 5)),
        "Put the poster up": ("", None, None),
    }
    assert (done.added, done.merged, done.left_out) == (3, 0, ())


def test_an_action_whose_meeting_is_not_there_says_so_and_makes_none(here):
    add(here, on=date(2026, 11, 6))
    text = TEXT + "AGM,,Count,,,\n,7/11/2026,Count,,,\n,,Count,,,\n,6/11/2026,Count,,,\n"
    done = bring(here, text)
    why = {each.row: each.why for each in done.left_out}
    assert why[2] == (
        "Row 2 stays out: there is no meeting called “Committee” on 4 December 2026. "
        "Bring in your meetings first."
    )
    assert "there is no meeting called “AGM”. Bring in" in why[5]
    assert "there is no meeting on 7 November 2026" in why[6]
    assert "it does not say of which meeting it is" in why[7]
    assert sorted(why) == [2, 3, 4, 5, 6, 7]
    assert actions(here) == {"Count": ("", None, None)}
    assert len(things(here.records, Meeting, MEETING)) == 1


def test_a_day_with_two_meetings_is_not_guessed(here):
    add(here)
    add(here, name="AGM")
    done = bring(here, "Date,Action\n4/12/2026,Count\n")
    assert "it may be of more than one meeting" in done.left_out[0].why
    assert actions(here) == {}


def test_who_is_not_known_is_told_and_the_action_comes_in_for_nobody(here):
    add(here)
    done = bring(here, TEXT)
    assert done.added == 3
    assert "nobody among your people is called Asha Khan" in done.left_out[0].why
    assert things(here.records, Person, PERSON) == []
    assert all(owner == "" for owner, _, _ in actions(here).values())


def test_what_an_action_lacks_is_filled_in_and_what_it_says_is_left(here):
    (asha,) = add(
        here,
        "Asha Khan",
        actions=(
            Action("a", "ring  the hall"),
            Action("b", "Put the poster up", "", date(2026, 12, 1)),
        ),
    )
    text = "Meeting,Date,Action,Who,Due\nCommittee,4/12/2026,Ring the hall,Asha Khan,11/12/2026\n"
    done = bring(here, text + "Committee,4/12/2026,Put the poster up,,2/12/2026\n")
    assert actions(here) == {
        "ring  the hall": (asha, date(2026, 12, 11), None),
        "Put the poster up": ("", date(2026, 12, 1), None),
    }
    assert (done.added, done.merged) == (0, 1)
    assert "something else under “By when” already" in done.left_out[0].why


def test_one_action_of_two_people_is_two(here):
    asha, ben = add(here, "Asha", "Ben")
    text = "Meeting,Date,Action,Who\n" + "".join(
        f"Committee,4/12/2026,Bake,{who}\n" for who in ("Asha", "Ben", "")
    )
    done = bring(here, text)
    (meeting,) = things(here.records, Meeting, MEETING)
    assert {each.owner for each in meeting.actions} == {asha, ben}
    assert "has this action for more than one person" in done.left_out[0].why


def test_nonsense_is_said_with_its_row_and_column(here):
    add(here)
    text = """Meeting,Date,Action,Due,Done
Committee,31/11/2026,Ring,,
Committee,4/12/2026,,,
Committee,4/12/2026,=1+1,soon,yes
"""
    done = bring(here, text)
    why = [each.why for each in done.left_out]
    assert why[0].startswith("Row 2, “Date”: “31/11/2026” is not a day.")
    assert "nothing under “What is to be done”" in why[1]
    assert "“soon” is not a day" in why[2]
    assert why[3] == "Row 4, “Done”: “yes” is not a day. Write the day it was done."
    assert actions(here) == {"=1+1": ("", None, None)}


def test_the_same_table_twice_doubles_nothing_and_is_one_act(here):
    add(here, "Asha Khan", "Ben Okafor")
    before_any = here.rows("record")
    bring(here, TEXT)
    before = here.rows("record")
    again = bring(here, TEXT)
    assert here.rows("record") == before
    assert (again.added, again.merged, again.unchanged, again.left_out) == (0, 0, 3, ())
    here.records.undo()
    assert actions(here) == {}
    assert len(here.rows("record")) == len(before_any)


def test_an_action_of_somebody_in_the_bin_is_there_already(here):
    (asha,) = add(here, "Asha")
    text = "Meeting,Date,Action,Who\nCommittee,4/12/2026,Bake,Asha\n"
    bring(here, text)
    here.people.remove(asha)
    before = here.rows("record")
    again = bring(here, text)
    assert here.rows("record") == before
    assert (again.added, again.merged) == (0, 0)


class Group:
    """A group that has a name and nothing else."""

    name = "Tea & Talk"


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_the_list_of_the_page_comes_in_elsewhere(here, there, tmp_path, ending):
    for each in (here, there):
        add(each, "Asha Khan", "Ben Okafor")
    add(here, name="Planning day", on=None, actions=(Action("x", "Sleep; then\neat"),))
    add(there, name="Planning day", on=None)
    bring(here, TEXT)

    def table_of(computer_):
        meetings = MeetingsService(computer_.records)
        return MeetingPapersService(Group(), computer_.records, meetings).actions_table()

    path = tmp_path / f"actions{ending}"
    path.write_bytes(content_of(table_of(here), ending))
    assert bring_file(there, path).left_out == ()
    assert sorted(map(str, table_of(there).rows)) == sorted(map(str, table_of(here).rows))
    before = here.rows("record")
    assert bring_file(here, path).left_out == ()
    assert here.rows("record") == before


a_day = st.none() | st.dates(date(1850, 1, 1), date(2100, 1, 1))
an_action = st.builds(
    Action,
    id=st.uuids().map(str),
    what=st.sampled_from(["Bake", "Ring; then\nwrite", "=1+1", "'+44", "Bake a cake"]),
    owner=st.sampled_from(["", "Asha", "Ben"]),
    due_on=a_day,
    done_on=a_day,
)


@given(
    st.lists(
        st.lists(an_action, max_size=5, unique_by=lambda each: (each.what, each.owner)).map(tuple),
        min_size=1,
        max_size=3,
    ).filter(any),
    st.sampled_from([".csv", ".xlsx"]),
)
@settings(max_examples=25, deadline=None)
def test_whatever_went_out_comes_in_again_as_it_was(tmp_path_factory, wanted, ending):
    folder = tmp_path_factory.mktemp("actions")
    here, there = (computer(folder / f"{seed}.db", seed=seed) for seed in (1, 2))
    try:
        for each in (here, there):
            for name in ("Asha", "Ben"):
                each.people.add(Person(name=name))
        ids = {each.name: each.id for each in here.people.people()} | {"": ""}
        for number, every in enumerate(wanted, 1):
            owned = tuple(replace(each, owner=ids[each.owner]) for each in every)
            on = None if number == 1 else date(2026, 12, number)
            add(here, name="Committee" if on else "Planning", on=on, actions=owned)
            add(there, name="Committee" if on else "Planning", on=on)
        table = tables_of(here.records)["actions"]
        path = folder / f"actions{ending}"
        path.write_bytes(content_of(table, ending))
        before = here.rows("record")
        again = bring_file(here, path)
        assert here.rows("record") == before
        done = bring_file(there, path)
        came = tables_of(there.records)["actions"]
    finally:
        here.database.close()
        there.database.close()
    assert (again.added, again.merged, again.left_out) == (0, 0, ())
    assert (done.added, done.left_out) == (sum(map(len, wanted)), ())
    assert sorted(map(str, came.rows)) == sorted(map(str, table.rows))


a_row = st.tuples(
    st.sampled_from(["", "Committee", "committee", "AGM"]),
    st.sampled_from(["", "4/12/2026", "31/11/2026"]),
    st.sampled_from(["Bake", "bake", "Ring"]),
    st.sampled_from(["", "Asha", "Ben", "Zed", "Total"]),
    st.sampled_from(["", "5/12/2026", "6/12/2026", "soon"]),
    st.sampled_from(["", "7/12/2026", "no", "yes"]),
)
already = st.lists(
    st.builds(
        Action,
        id=st.uuids().map(str),
        what=st.sampled_from(["Bake", "Ring"]),
        owner=st.sampled_from(["", "Asha"]),
        due_on=st.sampled_from([None, date(2026, 12, 5)]),
    ),
    max_size=3,
).map(tuple)


@given(already, st.lists(a_row, min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_whatever_a_table_says_twice_is_as_once_and_makes_nobody(tmp_path_factory, there, rows):
    text = "\n".join(["Meeting,Date,Action,Who,Due,Done", *map(",".join, rows)])
    here = computer(tmp_path_factory.mktemp("actions") / "here.db", name="Asha")
    try:
        asha = here.people.add(Person(name="Asha"))
        here.people.add(Person(name="Ben"))
        owned = tuple(replace(each, owner=asha if each.owner else "") for each in there)
        here.records.add(MEETING, Meeting(name="Committee", on=DAY, actions=owned))
        bring(here, text)
        kept = here.rows("record")
        again = bring(here, text)
        assert here.rows("record") == kept
        assert len(here.people.people()) == 2
    finally:
        here.database.close()
    assert (again.added, again.merged) == (0, 0)
