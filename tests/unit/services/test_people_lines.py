"""What the list of people says of each of them today."""

from datetime import date

import pytest

from tests.support.group_file import computer
from vcs_desktop.domain.people import DbsCheck, Person, Role, Tie

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
