"""What a budget adds up to: every part to the penny, and every whole the sum of its parts."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.support.budget_examples import PENCE, budgets, line
from vcs_desktop.domain.budget_sums import MOST_YEARS, sums_of, years_of
from vcs_desktop.domain.budgets import (
    Basis,
    Budget,
    LineKind,
    OtherFunder,
    PaidBy,
    RunningCost,
)


@given(budgets)
def test_the_parts_of_any_budget_are_its_wholes(budget):
    sums = sums_of(budget)
    assert sum(sums.by_year) == sums.full_cost
    assert sum(sums.by_type.values()) + sums.overheads == sums.full_cost
    assert sums.full_cost == sums.asked + sums.others
    money = [each for each in sums.lines if each.line.kind != LineKind.IN_KIND]
    assert sum(each.ours for each in money) == sums.direct + sums.shared
    assert sums.asked == (
        sum(each.asked for each in money) + sums.overheads - sums.overheads_others
    )
    assert len(sums.by_year) == years_of(budget) <= MOST_YEARS


@given(budgets)
def test_what_each_funder_pays_on_lines_is_what_the_lines_say_of_it(budget):
    sums = sums_of(budget)
    on_lines = sum(each.others for each in sums.lines) + sums.overheads_others
    assert sum(each.on_lines for each in sums.funders) == on_lines


@given(budgets)
def test_the_share_of_the_running_costs_is_their_rounded_share_and_never_a_penny_off(budget):
    sums = sums_of(budget)
    wholes = sum(each.whole for each in sums.running)
    exact = wholes * (sums.share or 0)
    # Each whole was rounded by itself: half a penny for each, times the share, and one rounding.
    most_off = Fraction(len(sums.running) * (sums.share or 0) + 1, 2)
    assert abs(sums.overheads - exact) <= most_off


@given(st.integers(0, 100_000), PENCE)
def test_a_line_is_its_number_times_its_price_with_half_a_penny_up(hundredths, pence):
    expected = Decimal(hundredths * pence) / 100
    found = sums_of(Budget(lines=(line(pence=pence, quantity_hundredths=hundredths),))).direct
    assert found == int(expected.quantize(Decimal(1), ROUND_HALF_UP))


@given(budgets, st.randoms())
def test_it_does_not_matter_in_which_order_lines_came(budget, random):
    mixed = list(budget.lines)
    random.shuffle(mixed)
    assert sums_of(replace(budget, lines=tuple(mixed))) == sums_of(budget)


def test_three_rooms_share_a_pound_without_losing_a_penny():
    costs = tuple(RunningCost(each, pence=100) for each in "abc")
    budget = Budget(running_costs=costs, basis=Basis.PEOPLE, share_ours=1, share_whole=3)
    assert [each.ours for each in sums_of(budget).running] == [34, 33, 33]


def test_a_third_of_the_people_carries_a_third_of_the_rent():
    rent = RunningCost("r", what="Rent", pence=3_600_00)
    budget = Budget((), lines=(line(),), running_costs=(rent,), basis=Basis.PEOPLE)
    shared = replace(budget, share_ours=20, share_whole=60)
    assert sums_of(shared).overheads == 1_200_00
    assert sums_of(replace(shared, months=6)).overheads == 600_00
    assert sums_of(replace(shared, months=18)).by_year == (1_300_00, 600_00)


def test_by_direct_cost_the_lines_themselves_say_what_this_works_part_is():
    budget = Budget(
        lines=(line(pence=250_00),),
        running_costs=(RunningCost("r", pence=400_00),),
        basis=Basis.DIRECT_COST,
        share_whole=1_000_00,
    )
    assert sums_of(budget).overheads == 100_00


def test_while_the_share_is_not_known_nothing_is_counted_of_what_it_shares():
    budget = Budget(lines=(line(kind=LineKind.SHARED),), basis=Basis.TIME, share_ours=3)
    sums = sums_of(budget)
    assert (sums.share, sums.shared, sums.full_cost) == (None, 0, 0)


def test_later_years_are_dearer_and_time_that_is_given_is_not():
    later = line(pence=1_000_00, year=3)
    given_time = line("b", 0, kind=LineKind.IN_KIND, year=3, is_time_given=True)
    given_time = replace(given_time, quantity_hundredths=10_00)
    budget = Budget(lines=(later, given_time), inflation_hundredths=1_000, rate_pence=12_60)
    sums = sums_of(budget)
    assert (sums.direct, sums.in_kind) == (1_210_00, 126_00)
    assert sums.by_year == (0, 0, 1_210_00)


def test_what_others_pay_is_not_asked_for_again():
    food = line(pence=900_00, paid=(PaidBy("x", 300_00),))
    funder = OtherFunder("x", name="Parish council", pence=400_00)
    sums = sums_of(Budget(lines=(food,), funders=(funder,)))
    assert (sums.asked, sums.others) == (600_00, 300_00)
    assert [(each.on_lines, each.left) for each in sums.funders] == [(300_00, 100_00)]
