"""What another funder gives is spread over the costs: to the penny, and nothing paid twice."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.support.budget_examples import budgets, line
from vcs_desktop.domain.budget_paid import paid_by, spread
from vcs_desktop.domain.budget_sums import sums_of
from vcs_desktop.domain.budgets import Basis, Budget, LineKind, OtherFunder, PaidBy, RunningCost

PARISH = "parish"


def budget(*lines, gives, **more):
    return Budget(lines=lines, funders=(OtherFunder(PARISH, name="Parish", pence=gives),), **more)


def paid(budget):
    return [paid_by(each.paid, PARISH) for each in budget.lines]


def test_it_is_spread_by_how_much_is_asked_for_each_cost():
    assert paid(spread(budget(line("a", 100), line("b", 300), gives=100), PARISH)) == [25, 75]


def test_the_pennies_that_do_not_divide_are_given_too():
    after = spread(budget(line("a", 100), line("b", 100), line("c", 100), gives=100), PARISH)
    assert sorted(paid(after)) == [33, 33, 34]


def test_what_stands_on_a_line_already_stays_there():
    begun = budget(line("a", 100, paid=(PaidBy(PARISH, 40),)), line("b", 60), gives=100)
    assert paid(spread(begun, PARISH)) == [40 + 30, 30]


def test_the_running_costs_get_their_part():
    after = spread(
        budget(
            line("a", 100),
            gives=100,
            running_costs=(RunningCost("r", pence=300),),
            basis=Basis.PEOPLE,
            share_ours=1,
            share_whole=1,
        ),
        PARISH,
    )
    assert (paid(after), paid_by(after.overheads_paid, PARISH)) == ([25], 75)


def test_what_is_given_in_kind_gets_none():
    after = spread(budget(line("a", 100), line("b", 900, kind=LineKind.IN_KIND), gives=50), PARISH)
    assert paid(after) == [50, 0]


def test_a_funder_that_gives_more_than_is_asked_for_keeps_the_rest():
    after = spread(budget(line("a", 100), gives=150), PARISH)
    assert paid(after) == [100]
    assert sums_of(after).funders[0].left == 50


def test_without_costs_nothing_is_spread():
    empty = budget(gives=100)
    assert spread(empty, PARISH) == empty


@given(budgets, st.sampled_from("xyz"), st.integers(0, 50_000_000))
def test_whatever_the_budget_no_penny_is_lost_made_or_paid_twice(made, funder, gives):
    before = replace(
        made,
        funders=tuple(
            replace(each, pence=gives) if each.id == funder else each for each in made.funders
        ),
    )
    was, now = sums_of(before), sums_of(spread(before, funder))
    left, still = (
        next(each.left for each in sums.funders if each.funder.id == funder) for sums in (was, now)
    )
    wanted = sum(
        max(0, each.asked) for each in was.lines if each.line.kind != LineKind.IN_KIND
    ) + max(0, was.overheads - was.overheads_others)
    assert left - still == max(0, min(left, wanted))
    assert was.asked - now.asked == left - still
    assert now.full_cost == was.full_cost
    for one, other in zip(was.lines, now.lines, strict=True):
        assert other.asked >= min(0, one.asked)
    assert [each.left for each in now.funders if each.funder.id != funder] == [
        each.left for each in was.funders if each.funder.id != funder
    ]
