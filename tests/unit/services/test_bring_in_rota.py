"""A rota comes in: shifts and who is down for them; nobody is made whom we do not know."""

from datetime import date
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.bringing_in import bring_in
from tests.support.group_file import computer
from vcs_desktop.documents.table_out import content_of
from vcs_desktop.domain.kinds import PERSON, SHIFT, VOLUNTEER_ROLE
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.volunteering import OnShift, Shift, VolunteerRole
from vcs_desktop.services.bring_in import BringIn
from vcs_desktop.services.tables_out import tables_of
from vcs_desktop.services.things import things

ROTA = """Date,Time,Until,Role,Needed,Volunteer 1,Volunteer 2,Agreed
3/12/2026,10am,1pm,Kitchen,2,Asha Khan,"Okafor, Ben",yes
3/12/2026,10am,1pm,Door,,,,
"""


bring = partial(bring_in, "rota")


def shifts(here):
    found = things(here.records, Shift, SHIFT)
    return sorted(found, key=lambda each: (each.on, each.name, each.starts, each.ends))


def test_people_are_put_on_the_shift_with_their_answer_and_it_belongs_to_its_role(here):
    asha, ben = (here.people.add(Person(name=each)) for each in ("Asha Khan", "Ben Okafor"))
    role = here.records.add(VOLUNTEER_ROLE, VolunteerRole(name="kitchen", activity="a"))
    done = bring(here, ROTA)
    door, kitchen = shifts(here)
    assert (kitchen.on, kitchen.starts, kitchen.ends) == (date(2026, 12, 3), "10:00", "13:00")
    assert (kitchen.needed, kitchen.role, kitchen.activity) == (2, role, "a")
    assert set(kitchen.people) == {OnShift(asha, has_agreed=True), OnShift(ben, has_agreed=True)}
    assert (door.needed, door.people, door.role) == (1, (), "")
    assert (done.added, done.left_out) == (2, ())
    again = bring(here, ROTA)
    assert (again.added, again.merged, again.unchanged) == (0, 0, 2)


def test_both_times_may_stand_in_one_cell_and_names_in_another(here):
    asha, ben = (here.people.add(Person(name=each)) for each in ("Asha Khan", "Ben Okafor"))
    text = 'Date,Time,Role,Who has agreed,Who\n3/12/2026,10-1pm,Kitchen,Asha Khan,"Ben Okafor"\n'
    bring(here, text)
    (shift,) = shifts(here)
    assert (shift.starts, shift.ends) == ("10:00", "13:00")
    assert set(shift.people) == {OnShift(asha, has_agreed=True), OnShift(ben)}


def test_who_is_not_known_is_told_and_never_made_and_the_shift_comes_in(here):
    done = bring(here, ROTA)
    assert done.added == 2
    assert [each.row for each in done.left_out] == [2, 2]
    assert "nobody among your people is called Asha Khan" in done.left_out[0].why
    assert things(here.records, Person, PERSON) == []
    assert len(shifts(here)) == 2


def test_of_two_with_one_name_nobody_is_chosen(here):
    here.people.add(Person(name="Asha Khan"))
    here.people.add(Person(name="asha khan"))
    done = bring(here, "Date,Role,Name\n3/12/2026,Kitchen,Asha Khan\n")
    assert "more than one person is called Asha Khan" in done.left_out[0].why
    assert shifts(here)[0].people == ()


def test_one_more_row_for_a_shift_puts_somebody_more_on_it(here):
    asha, ben = (here.people.add(Person(name=each)) for each in ("Asha", "Ben"))
    done = bring(here, "Date,Role,Name\n3/12/2026,Kitchen,Asha\n3/12/2026,KITCHEN,Ben\n")
    (shift,) = shifts(here)
    assert {each.id for each in shift.people} == {asha, ben}
    assert (done.added, done.merged) == (1, 1)


def test_an_answer_is_filled_in_and_another_one_is_left_as_it_was(here):
    asha = here.people.add(Person(name="Asha"))
    bring(here, "Date,Role,Name\n3/12/2026,Kitchen,Asha\n")
    assert shifts(here)[0].people == (OnShift(asha),)
    assert bring(here, "Date,Role,Name,Answer\n3/12/2026,Kitchen,Asha,yes\n").merged == 1
    done = bring(here, "Date,Role,Name,Answer\n3/12/2026,Kitchen,Asha,no\n")
    assert "another answer already" in done.left_out[0].why
    assert shifts(here)[0].people == (OnShift(asha, has_agreed=True),)


def test_another_number_of_people_is_told_and_left_as_it_was(here):
    bring(here, ROTA)
    done = bring(here, "Date,Time,Until,Role,Needed\n3/12/2026,10am,1pm,Kitchen,5\n")
    assert "this shift needs 2 already" in done.left_out[0].why
    assert {each.needed for each in shifts(here)} == {1, 2}


def test_a_row_without_times_is_not_guessed_where_a_day_has_two_such_shifts(here):
    here.people.add(Person(name="Asha"))
    bring(here, "Date,Time,Role\n3/12/2026,10am,Kitchen\n3/12/2026,2pm,Kitchen\n")
    done = bring(here, "Date,Role,Name\n3/12/2026,Kitchen,Asha\n")
    assert "more than one of these shifts" in done.left_out[0].why
    assert all(each.people == () for each in shifts(here))


def test_somebody_in_the_bin_is_on_their_shift_already(here):
    asha = here.people.add(Person(name="Asha"))
    text = "Date,Role,Name\n3/12/2026,Kitchen,Asha\n"
    bring(here, text)
    here.people.remove(asha)
    again = bring(here, text)
    assert (again.added, again.merged, again.unchanged, again.left_out) == (0, 0, 1, ())


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_rota_that_went_out_comes_in_elsewhere_with_everybody_on_it(
    here, there, tmp_path, ending
):
    for computer_ in (here, there):
        for name in ("Asha", "Ben"):
            computer_.people.add(Person(name=name))
    asha, ben = (next(e.id for e in here.people.people() if e.name == n) for n in ("Asha", "Ben"))
    day = date(2026, 12, 3)
    people = (OnShift(asha, has_agreed=True), OnShift(ben, has_agreed=False))
    for shift in (
        Shift(name="Kitchen", on=day, starts="10:00", ends="13:00", needed=3, people=people),
        Shift(name="Kitchen", on=day, people=(OnShift(ben),), notes="Two\nlines"),
        Shift(name="Kitchen", on=day, starts="10:00"),
        Shift(name="Door", on=day, needed=0),
    ):
        here.records.add(SHIFT, shift)
    table = tables_of(here.records)["rota"]
    path = tmp_path / f"rota{ending}"
    path.write_bytes(content_of(table, ending))
    coming = BringIn(there.records, "rota")
    done = coming.carry_out(coming.preview(coming.read(path)))
    assert done.left_out == ()
    assert sorted(tables_of(there.records)["rota"].rows) == sorted(table.rows)
    before = here.rows("record")
    coming = BringIn(here.records, "rota")
    done = coming.carry_out(coming.preview(coming.read(path)))
    assert (done.added, done.merged, done.left_out) == (0, 0, ())
    assert here.rows("record") == before


a_row = st.tuples(
    st.sampled_from(["3/12/2026", "4/12/2026"]),
    st.sampled_from(["", "10am", "2pm"]),
    st.sampled_from(["", "1pm", "3pm"]),
    st.sampled_from(["Kitchen", "Door"]),
    st.sampled_from(["", "1", "2", "3"]),
    st.sampled_from(["", "Asha", "Ben", "Asha; Ben", "Zed", "Total"]),
    st.sampled_from(["", "yes", "no"]),
    st.sampled_from(["", "apron", "keys"]),
)


@given(st.lists(a_row, min_size=1, max_size=7))
@settings(max_examples=25, deadline=None)
def test_whatever_a_rota_says_twice_is_as_once_and_makes_nobody(tmp_path_factory, rows):
    heading = "Date,From,To,Role,Needed,Name,Answer,Notes"
    text = "\n".join([heading, *map(",".join, rows)])
    here = computer(tmp_path_factory.mktemp("rota") / "here.db", name="Asha")
    try:
        for name in ("Asha", "Ben"):
            here.people.add(Person(name=name))
        bring(here, text)
        kept = here.rows("record")
        again = bring(here, text)
        assert here.rows("record") == kept
        assert len(here.people.people()) == 2
    finally:
        here.database.close()
    assert (again.added, again.merged) == (0, 0)
