"""What lists and the calendar make of a group's records, and that it is no more than they show."""

from dataclasses import fields, replace
from datetime import date

import pytest

from tests.support.group_file import computer
from tests.support.starter import starter_rules
from vcs_desktop.domain.due import OwnDate
from vcs_desktop.domain.expenses import ExpenseLine
from vcs_desktop.domain.kinds import DOCUMENT, MEETING, OWN_DATE, SHIFT
from vcs_desktop.domain.meetings import Action, Decision, Meeting, Present
from vcs_desktop.domain.papers import Paper
from vcs_desktop.domain.people import DbsCheck, Person
from vcs_desktop.domain.volunteering import Shift
from vcs_desktop.services import dues, expenses
from vcs_desktop.services.dues import DueSources, FromOutside
from vcs_desktop.services.expenses import ExpensesService

DAY = date(2026, 11, 19)
MET = Meeting(
    name="Committee",
    on=DAY,
    starts="19:00",
    place="The hall",
    present=(Present("p"),),
    decisions=(Decision("d", "A kettle"),),
    actions=(Action("a", "Buy it", due_on=DAY), Action("b", "Boil it", due_on=DAY, done_on=DAY)),
    notes="Long",
)
PAPER = Paper(name="Insurance", agreed_on=DAY, review_on=DAY, expires_on=DAY, note="In the safe")


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "group.db")
    yield made
    made.database.close()


@pytest.fixture
def made_of(monkeypatch):
    """Return the things that were made of records, as they come."""
    found = []

    def watch(module):
        real = module.thing_of

        def thing_of(*told):
            found.append(real(*told))
            return found[-1]

        monkeypatch.setattr(module, "thing_of", thing_of)

    watch(dues)
    watch(expenses)
    return found


def said(thing):
    """Return the names of the fields that say something."""
    nothing = type(thing)()
    return {
        each.name
        for each in fields(thing)
        if getattr(thing, each.name) != getattr(nothing, each.name)
    }


def test_the_calendar_makes_of_papers_and_meetings_only_what_falls_due(here, made_of):
    here.records.add(MEETING, MET)
    here.records.add(DOCUMENT, PAPER)
    found = DueSources(here.records, FromOutside()).between(DAY, DAY)
    assert sorted(each.what for each in found) == [
        "Buy it",
        "Committee",
        "Last day that it holds: Insurance",
        "Look through again: Insurance",
    ]
    assert {type(each): said(each) for each in made_of} == {
        Paper: {"id", "name", "review_on", "expires_on"},
        Meeting: {"id", "name", "on", "starts", "place", "actions"},
    }


def test_a_month_makes_things_only_of_what_falls_in_it(here, made_of):
    for years in range(4):
        on = DAY.replace(year=DAY.year + years)
        here.records.add(MEETING, replace(MET, on=on, actions=()))
        here.records.add(DOCUMENT, replace(PAPER, review_on=on, expires_on=None))
        here.records.add(SHIFT, Shift(on=on))
        here.records.add(OWN_DATE, OwnDate(name="Fair", on=on))
        here.people.add(Person(name="Asha", dbs=DbsCheck(recheck_on=on)))
    found = DueSources(here.records, FromOutside()).between(DAY, DAY)
    assert len(found) == 5
    assert sorted(type(each).__name__ for each in made_of) == [
        "Meeting",
        "OwnDate",
        "Paper",
        "Person",
        "Shift",
    ]


def test_what_is_open_and_what_comes_are_read_once_for_both(here, made_of):
    for each in (DAY.replace(day=2), DAY):
        here.records.add(DOCUMENT, replace(PAPER, review_on=each, expires_on=DAY.replace(day=30)))
        here.records.add(OWN_DATE, OwnDate(name="Pay", on=each, repeats_months=1))
    sources, end = DueSources(here.records, FromOutside()), DAY.replace(month=12, day=31)
    asked_for_one_by_one = sources.still_open(DAY), sources.between(DAY, end)
    made_of.clear()
    assert sources.open_and_ahead(DAY, end) == asked_for_one_by_one
    assert len(made_of) == len({each.id for each in made_of}) == 4


def test_a_claim_is_worked_out_without_making_those_of_other_people(here, made_of):
    service = ExpensesService(here.records)
    drive = ExpenseLine("d", DAY, "Food bank", miles_tenths=100)
    asha, bill = (here.people.add(Person(name=name)) for name in ("Asha", "Bill"))
    claims = []
    for person in (asha, bill, bill, asha):
        claims.append(service.add(person))
        held = service.held(claims[-1])
        service.save(held, replace(held.thing, lines=(drive,)))
    made_of.clear()
    service.claim(claims[0], starter_rules())
    assert [each.id for each in made_of] == [claims[-1]]
