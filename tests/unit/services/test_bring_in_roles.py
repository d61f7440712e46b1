"""Roles and activities come in by their names, and what stands there is not written over."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.bringing_in import bring_file_in, bring_in
from tests.support.group_file import computer
from vcs_desktop.documents.table_out import content_of
from vcs_desktop.domain.attendance import Activity
from vcs_desktop.domain.kinds import ACTIVITY, VOLUNTEER_ROLE
from vcs_desktop.domain.volunteering import VolunteerRole
from vcs_desktop.services.tables_out import tables_of
from vcs_desktop.services.things import things

ROLES = """Role,What,When,Where,Skills,Contact,Day,Time,How many,Wanted,Activity
Cook,Cooks lunch,"Thursdays, 10 to 1",The hall,Food hygiene,Asha,Thursday,10am-1pm,2,yes,Lunch
Driver,Fetches people,,,,,,,,no,
"""
ACTIVITIES = """Activity,Day,Time,Venue,Last session,Notes
Thursday lunch,Thursdays,10.30am to 1pm,The hall,,Bring a spoon
Choir,tue,7pm,Library,1/7/26,
"""


def roles(here):
    return {each.name: each for each in things(here.records, VolunteerRole, VOLUNTEER_ROLE)}


def activities(here):
    return {each.name: each for each in things(here.records, Activity, ACTIVITY)}


def test_a_role_comes_in_as_it_stands_on_its_card(here):
    lunch = here.records.add(ACTIVITY, Activity(name="Lunch"))
    done = bring_in("roles", here, ROLES)
    cook = roles(here)["Cook"]
    assert replace(cook, id="") == VolunteerRole(
        name="Cook",
        what="Cooks lunch",
        when="Thursdays, 10 to 1",
        where="The hall",
        needs="Food hygiene",
        contact="Asha",
        is_wanted=True,
        activity=lunch,
        weekday=3,
        starts="10:00",
        ends="13:00",
        people_needed=2,
    )
    assert replace(roles(here)["Driver"], id="") == VolunteerRole(
        name="Driver", what="Fetches people"
    )
    assert (done.added, done.left_out) == (2, ())


def test_an_activity_that_is_not_there_is_told_and_not_made(here):
    done = bring_in("roles", here, ROLES)
    assert done.added == 2
    assert [each.why for each in done.left_out] == [
        "Row 2: there is no activity called “Lunch”, so it stays out. Add it first."
    ]
    assert activities(here) == {}
    again = bring_in("roles", here, ROLES)
    assert (again.added, again.merged) == (0, 0)


def test_a_role_that_is_there_gets_what_it_lacks_and_keeps_what_it_says(here):
    here.records.add(
        VOLUNTEER_ROLE, VolunteerRole(name="cook", where="The library", is_wanted=True)
    )
    here.records.add(ACTIVITY, Activity(name="Lunch"))
    done = bring_in("roles", here, ROLES)
    cook = roles(here)["cook"]
    assert (cook.where, cook.what, cook.starts) == ("The library", "Cooks lunch", "10:00")
    assert (done.added, done.merged) == (1, 1)
    told = [each.why for each in done.left_out]
    assert "something else under “Where” already" in told[0]
    assert "something else under “How many are needed” already" in told[1]


def test_activities_come_in_with_their_day_and_time(here):
    done = bring_in("activities", here, ACTIVITIES)
    assert (done.added, done.left_out) == (2, ())
    lunch, choir = activities(here)["Thursday lunch"], activities(here)["Choir"]
    assert (lunch.weekday, lunch.starts, lunch.ends) == (3, "10:30", "13:00")
    assert (lunch.place, lunch.notes) == ("The hall", "Bring a spoon")
    assert (choir.weekday, choir.starts, choir.ended_on) == (1, "19:00", date(2026, 7, 1))


@pytest.mark.parametrize(
    ("when", "read"),
    [
        ("Thursdays 10am to 1pm", (3, "10:00", "13:00")),
        ("Every Thu, 7-9pm", (3, "19:00", "21:00")),
        ("Monday", (0, "", "")),
        ("from 10am", (None, "10:00", "")),
    ],
)
def test_a_day_and_a_time_may_stand_in_one_cell(here, when, read):
    bring_in("activities", here, f'Activity,When\nLunch,"{when}"\n')
    lunch = activities(here)["Lunch"]
    assert (lunch.weekday, lunch.starts, lunch.ends) == read


def test_nonsense_is_said_with_its_row_and_column(here):
    text = """Activity,Day,Time,When,Ended
,Monday,,,
=1+1,Mon-Fri,soon,now and then,31/11/2026
"""
    done = bring_in("activities", here, text)
    why = [each.why for each in done.left_out]
    assert "nothing under “Name of the activity”" in why[0]
    assert "“Mon-Fri” is not one day of the week. Write it like Thursday." in why[1]
    assert "“soon” is not a time" in why[2]
    assert "we cannot read “now and then”" in why[3]
    assert "“31/11/2026” is not a day" in why[4]
    assert set(activities(here)) == {"=1+1"}


name = st.sampled_from(["Cook", "Tea & talk", "=1+1", "@home", "-x", "Ruf' an"])
words = st.just("") | st.sampled_from(["Two\nlines", "=1+1", "'x", "10", "a; b, c"])
clock = st.sampled_from(["", "00:00", "09:05", "13:00", "23:59"])
a_day = st.none() | st.dates(date(1850, 1, 1), date(2100, 1, 1))
weekday = st.none() | st.integers(0, 6)
an_activity = st.builds(
    Activity,
    name=name,
    place=words.map(lambda text: " ".join(text.split())),
    weekday=weekday,
    starts=clock,
    ends=clock,
    notes=words,
    ended_on=a_day,
)
a_role = st.builds(
    VolunteerRole,
    name=name,
    what=words,
    when=words,
    where=words,
    needs=words,
    contact=words,
    is_wanted=st.booleans(),
    activity=st.sampled_from(["", "Lunch"]),
    weekday=weekday,
    starts=clock,
    ends=clock,
    people_needed=st.integers(0, 5_000),
    ended_on=a_day,
)


@given(
    st.lists(an_activity, min_size=1, max_size=4, unique_by=lambda each: each.name),
    st.lists(a_role, min_size=1, max_size=4, unique_by=lambda each: each.name),
    st.sampled_from([".csv", ".xlsx"]),
)
@settings(max_examples=25, deadline=None)
def test_whatever_went_out_comes_in_again_as_it_was(tmp_path_factory, ran, done_by, ending):
    folder = tmp_path_factory.mktemp("roles")
    here, there = (computer(folder / f"{seed}.db", seed=seed) for seed in (1, 2))
    try:
        lunch = here.records.add(ACTIVITY, Activity(name="Lunch"))
        for each in ran:
            here.records.add(ACTIVITY, each)
        for each in done_by:
            here.records.add(VOLUNTEER_ROLE, replace(each, activity=lunch if each.activity else ""))
        for what, table_name in (("activities", "activities"), ("roles", "volunteer-roles")):
            table = tables_of(here.records)[table_name]
            path = folder / f"{what}{ending}"
            path.write_bytes(content_of(table, ending))
            before = here.rows("record")
            again = bring_file_in(what, here, path)
            assert here.rows("record") == before
            assert (again.added, again.merged, again.left_out) == (0, 0, ())
            done = bring_file_in(what, there, path)
            assert (done.added, done.left_out) == (len(table.rows), ())
            assert tables_of(there.records)[table_name].rows == table.rows
    finally:
        here.database.close()
        there.database.close()


a_row = st.tuples(
    st.sampled_from(["", "Cook", "COOK", "Driver", "=1+1"]),
    st.sampled_from(["", "Thursday", "thu", "Mon-Fri", "Friday 7pm"]),
    st.sampled_from(["", "10am-1pm", "7pm", "soon"]),
    st.sampled_from(["", "1pm", "13:00", "2pm"]),
    st.sampled_from(["", "The hall", "the hall", "Library"]),
    st.sampled_from(["", "1/7/26", "31/11/2026"]),
    st.sampled_from(["", "spoon", "fork"]),
)


@given(st.sampled_from(["roles", "activities"]), st.lists(a_row, min_size=1, max_size=7))
@settings(max_examples=40, deadline=None)
def test_whatever_a_table_says_twice_is_as_once(tmp_path_factory, what, rows):
    text = "\n".join(["Name,Day,Time,Ends,Place,Ended,Notes", *map(",".join, rows)])
    here = computer(tmp_path_factory.mktemp("roles") / "here.db", name="Asha")
    try:
        bring_in(what, here, text)
        kept = here.rows("record")
        again = bring_in(what, here, text)
        assert here.rows("record") == kept
    finally:
        here.database.close()
    assert (again.added, again.merged) == (0, 0)
