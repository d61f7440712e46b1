"""What the list of people says of each of them today."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.group_file import computer
from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.people import DbsCheck, Person, Role, Tie
from vcs_desktop.wire.operation import Change

TODAY = date(2026, 11, 23)
PAST, LATER = date(2025, 1, 1), date(2027, 1, 1)


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "here.db")
    yield made
    made.database.close()


def line_of(here, **told):
    here.people.add(Person(name="Asha", **told))
    (line,) = here.people.people()
    return line


@pytest.mark.parametrize(
    ("roles", "ties", "titles", "has_left"),
    [
        ((), (Tie.CONTACT,), (), False),
        ((Role("1", Tie.VOLUNTEER, "Driver"),), (Tie.VOLUNTEER,), ("Driver",), False),
        ((Role("1", Tie.COMMITTEE, "Chair", until=PAST),), (Tie.CONTACT,), (), True),
        ((Role("1", Tie.COMMITTEE, "Chair", until=TODAY),), (Tie.COMMITTEE,), ("Chair",), False),
        ((Role("1", Tie.COMMITTEE, "Chair", since=LATER),), (Tie.CONTACT,), (), False),
        (
            (Role("1", Tie.VOLUNTEER, "Cook"), Role("2", Tie.MEMBER, until=PAST)),
            (Tie.VOLUNTEER,),
            ("Cook",),
            False,
        ),
        (
            (Role("1", Tie.VOLUNTEER), Role("2", Tie.MEMBER)),
            (Tie.MEMBER, Tie.VOLUNTEER),
            (),
            False,
        ),
    ],
)
def test_ties_are_those_of_the_roles_that_hold_today(here, roles, ties, titles, has_left):
    line = line_of(here, roles=roles)
    assert (line.ties, line.titles, line.has_left) == (ties, titles, has_left)


@pytest.mark.parametrize(("day", "is_due"), [(None, False), (LATER, False), (TODAY, True)])
def test_a_dbs_check_is_due_from_its_day_on(here, day, is_due):
    line = line_of(here, dbs=DbsCheck(recheck_on=day))
    assert (line.recheck_on, line.recheck_is_due) == (day, is_due)


def test_people_are_counted_by_what_they_are(here):
    here.people.add(Person(name="Asha", roles=(Role("1", Tie.VOLUNTEER), Role("2", Tie.MEMBER))))
    here.people.add(Person(name="Ben", roles=(Role("3", Tie.VOLUNTEER),)))
    here.people.add(Person(name="Carol"))
    here.people.remove(here.people.add(Person(name="Dev", roles=(Role("4", Tie.VOLUNTEER),))))
    assert here.people.counts() == {
        Tie.MEMBER: 1, Tie.COMMITTEE: 0, Tie.VOLUNTEER: 2, Tie.CONTACT: 1
    }  # fmt: skip


def test_the_titles_stand_in_the_order_of_the_roles(here):
    roles = (Role("2", Tie.VOLUNTEER, "Cook"), Role("10", Tie.MEMBER), Role("1", title="Driver"))
    assert line_of(here, roles=roles).titles == ("Driver", "Cook")


def test_what_cannot_be_a_role_is_passed_over(here):
    told = {
        "name": "Asha",
        "roles/1": "Driver",
        "roles/2": {"tie": "volunteer", "title": 7, "until": "soon"},
        "Roles/3": {"tie": "committee"},
    }
    changes = {name: Change(None, value) for name, value in told.items()}
    with here.records.acting("add_people") as act:
        act.change(PERSON, here.records.ids.new(), changes, seen=())
    (line,) = here.people.people()
    assert (line.name, line.ties, line.titles) == ("Asha", (Tie.VOLUNTEER,), ())


def test_people_with_the_same_roles_stand_alike_and_others_do_not(here):
    role = Role("1", Tie.VOLUNTEER, "Driver")
    for name, held in (("Asha", role), ("Ben", role), ("Carol", replace(role, until=PAST))):
        here.people.add(Person(name=name, roles=(held,)))
    assert [(line.titles, line.has_left) for line in here.people.people()] == [
        (("Driver",), False),
        (("Driver",), False),
        ((), True),
    ]
