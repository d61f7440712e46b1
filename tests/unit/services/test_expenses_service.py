"""Claims for expenses on a real encrypted file, by the rates of the library."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.group_file import computer
from tests.support.starter import starter_rules
from vcs_desktop.domain.expenses import ExpenseLine
from vcs_desktop.domain.people import Person
from vcs_desktop.services.duplicates import DuplicatesService
from vcs_desktop.services.expenses import (
    ClaimState,
    ExpensesService,
    NoPerson,
    rates_on,
    without_lines,
)
from vcs_desktop.services.records import NoSuchRecord

DAY = date(2026, 11, 19)
BUS = ExpenseLine("b", DAY, "Bus", pence=420, has_receipt=True)
DRIVE = ExpenseLine("d", DAY, "Food bank", miles_tenths=100)


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "group.db")
    yield made
    made.database.close()


@pytest.fixture
def expenses(here):
    return ExpensesService(here.records)


@pytest.fixture
def asha(here):
    return here.people.add(Person(name="Asha"))


def claim_with(expenses, person, *lines):
    claim_id = expenses.add(person)
    held = expenses.held(claim_id)
    expenses.save(held, replace(held.thing, lines=lines))
    return claim_id


def test_a_claim_comes_to_what_was_paid_and_driven(expenses, asha):
    opened = expenses.claim(claim_with(expenses, asha, BUS, DRIVE), starter_rules())
    assert opened.pence == {"b": 420, "d": 550}
    assert (opened.name, opened.total.pence) == ("Asha", 970)
    assert [rule.value for rule in opened.rules] == [55]
    assert opened.held.thing.name == "Expenses, November 2026"


def test_the_rate_is_that_of_the_day_and_its_row_says_where_it_was_read(expenses, asha):
    old = replace(DRIVE, on=date(2026, 4, 5))
    opened = expenses.claim(claim_with(expenses, asha, old), starter_rules())
    assert opened.total.pence == 450
    (rule,) = opened.rules
    assert rule.provenance.source_url.startswith("https://")
    assert rule.provenance.as_of is not None


def test_the_miles_of_all_claims_of_one_person_count_and_no_others(here, expenses, asha):
    ben = here.people.add(Person(name="Ben"))
    long = replace(DRIVE, miles_tenths=100_000, on=date(2026, 5, 1))
    claim_with(expenses, asha, long)
    hers = claim_with(expenses, asha, DRIVE)
    his = claim_with(expenses, ben, DRIVE)
    book = starter_rules()
    assert expenses.claim(hers, book).total.pence == 250
    assert expenses.claim(his, book).total.pence == 550
    totals = {line.id: line.total.pence for line in expenses.claims(book)}
    assert (totals[hers], totals[his]) == (250, 550)


def test_claims_to_settle_stand_before_those_that_are_paid(expenses, asha):
    paid, agreed, new = (claim_with(expenses, asha, BUS) for _ in range(3))
    for claim_id, more in ((paid, {"paid_on": DAY}), (agreed, {"agreed_by": asha})):
        held = expenses.held(claim_id)
        expenses.save(held, replace(held.thing, **more))
    lines = list(expenses.claims(starter_rules()))
    assert [line.state for line in lines] == [ClaimState.OPEN, ClaimState.AGREED, ClaimState.PAID]
    assert lines[0].id == new
    assert expenses.claim(agreed, starter_rules()).agreed_by == "Asha"


def test_without_a_rate_the_sum_says_that_something_is_missing(expenses, asha):
    opened = expenses.claim(
        claim_with(expenses, asha, BUS, replace(DRIVE, on=None)), starter_rules()
    )
    assert (opened.total.pence, opened.total.without_rate) == (420, 1)
    assert opened.pence["d"] is None


def test_a_claim_is_somebodys(expenses, asha):
    with pytest.raises(NoPerson):
        expenses.add("")
    held = expenses.held(expenses.add(asha))
    with pytest.raises(NoPerson):
        expenses.save(held, replace(held.thing, person=""))
    with pytest.raises(NoSuchRecord):
        expenses.held(asha)


def test_a_line_is_taken_out(expenses, asha):
    claim = expenses.held(claim_with(expenses, asha, BUS, DRIVE)).thing
    assert without_lines(claim, "b").lines == (DRIVE,)


def test_the_rates_of_a_day_are_two():
    assert [rule.value for rule in rates_on(starter_rules(), DAY)] == [55, 25]


def test_every_claim_in_the_list_comes_to_what_it_comes_to_by_itself(here, expenses, asha):
    also_asha = here.people.add(Person(name="Asha P."))
    far = replace(DRIVE, miles_tenths=99_950, on=date(2026, 5, 1))
    claim_with(expenses, asha, far, BUS)
    claim_with(expenses, also_asha, DRIVE)
    claim_with(expenses, here.people.add(Person(name="Ben")), DRIVE)
    DuplicatesService(here.records).merge(asha, also_asha)
    book = starter_rules()
    claims = expenses.claims(book)
    assert len(claims) == 3
    for line in claims:
        alone = expenses.claim(line.id, book)
        assert (line.total, line.name) == (alone.total, alone.name)
    assert sorted(line.total.pence for line in claims) == [400, 550, 420 + 549_725]


def test_the_newest_claim_stands_first_and_one_without_a_day_before_it(expenses, asha):
    days = (DAY, None, date(2026, 11, 20))
    ids = [claim_with(expenses, asha, replace(BUS, on=day)) for day in days]
    assert [line.on for line in expenses.claims(starter_rules())] == [
        None,
        *sorted(days[::2])[::-1],
    ]
    assert set(expenses.claims(starter_rules()).ids) == set(ids)
