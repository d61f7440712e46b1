"""What is said of a budget that is not sound yet, and that a sound one is left in peace."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.applications import EarlySpending, Terms
from vcs_desktop.domain.budget_checks import begun_before, checked, match_needed
from vcs_desktop.domain.budget_sums import sums_of
from vcs_desktop.domain.budgets import (
    Basis,
    Budget,
    BudgetLine,
    CostType,
    LineKind,
    OtherFunder,
    PaidBy,
    RunningCost,
    Vat,
)

TERMS = Terms(award_min_pence=500_00, award_max_pence=2_000_00, exclusions=("building work",))
FOOD = BudgetLine("food", what="Lunches", cost_type=CostType.FOOD, unit_pence=1_000_00)
SOUND = Budget(lines=(FOOD,), vat=Vat.NOT_REGISTERED)


def said(budget, terms=TERMS, ask=1_000_00):
    return [each.said for each in checked(budget, terms, ask)]


def test_a_sound_budget_has_nothing_to_put_right():
    assert said(SOUND) == []


def test_a_budget_without_costs_says_so_and_nothing_else():
    assert said(Budget()) == ["The budget has no costs yet."]


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (None, "Nobody has said how much you ask for."),
        (1_000_01, "You ask for £0.01 more than the budget needs."),
        (999_99, "You ask for £0.01 less than the budget needs."),
        (2_000_01, "The most they give is £2,000. You ask for £2,000.01."),
        (499_99, "The least they give is £500. You ask for £499.99."),
    ],
)
def test_the_ask_is_held_against_the_budget_and_the_grant_to_the_penny(ask, expected):
    assert expected in said(SOUND, ask=ask)


@pytest.mark.parametrize("ask", [500_00, 2_000_00])
def test_the_least_and_the_most_that_they_give_can_be_asked_for(ask):
    lines = (replace(FOOD, unit_pence=ask),)
    assert said(replace(SOUND, lines=lines), ask=ask) == []


def test_a_penny_that_two_funders_pay_is_found():
    twice = replace(FOOD, paid=(PaidBy("x", 600_00), PaidBy("y", 400_01)))
    funders = (
        OtherFunder("x", name="Trust", pence=600_00),
        OtherFunder("y", name="Shop", pence=400_01),
    )
    found = said(replace(SOUND, lines=(twice,), funders=funders), ask=0)
    assert "Others pay £0.01 more than “Lunches” costs." in found


def test_money_of_a_funder_that_is_nowhere_or_twice_is_found():
    paid = replace(FOOD, paid=(PaidBy("x", 300_00),))
    little = OtherFunder("x", name="Trust", pence=200_00)
    much = replace(little, pence=350_00)
    assert "“Trust” pays £100 more than it gives." in said(
        replace(SOUND, lines=(paid,), funders=(little,)), ask=700_00
    )
    assert "£50 of “Trust” stands on no line." in said(
        replace(SOUND, lines=(paid,), funders=(much,)), ask=700_00
    )


def test_a_line_that_a_funder_pays_who_was_taken_out_is_found():
    paid = replace(FOOD, paid=(PaidBy("gone", 300_00),))
    assert said(replace(SOUND, lines=(paid,)), ask=700_00) == [
        "Somebody who is no longer a funder pays for “Lunches”."
    ]


def test_running_costs_need_a_basis_and_its_two_numbers():
    rent = replace(SOUND, running_costs=(RunningCost("r", what="Rent", pence=100_00),))
    assert "It is not said how the running costs are shared out." in said(rent)
    by_people = replace(rent, basis=Basis.PEOPLE, share_ours=61)
    assert "The share of the running costs cannot be worked out yet." in said(by_people)
    too_much = replace(by_people, share_whole=60)
    assert "This work's part is larger than the whole group's." in said(too_much)


def test_a_funder_who_pays_no_running_costs_is_not_asked_for_them():
    rent = RunningCost("r", what="Rent", pence=400_00)
    budget = replace(SOUND, running_costs=(rent,), basis=Basis.SPACE, share_ours=1, share_whole=2)
    without = replace(TERMS, pays_overheads=False)
    assert said(budget, without, ask=1_200_00) == [
        "They do not pay running costs. £200 of them are in what you ask for."
    ]
    other = OtherFunder("x", name="Own money", pence=200_00, is_match=False)
    paid = replace(budget, funders=(other,), overheads_paid=(PaidBy("x", 200_00),))
    assert said(paid, without) == []


def test_match_money_is_a_part_of_the_full_cost_and_only_what_counts_as_such():
    wanting = replace(TERMS, match_percent=10)
    paid = replace(FOOD, paid=(PaidBy("x", 100_00),))
    funder = OtherFunder("x", name="Trust", pence=100_00)
    matched = replace(SOUND, lines=(paid,), funders=(funder,))
    assert said(matched, wanting, ask=900_00) == []
    not_counted = replace(matched, funders=(replace(funder, is_match=False),))
    assert said(not_counted, wanting, ask=900_00) == [
        "They want 10% from elsewhere: £100. You have £0."
    ]


@given(st.integers(0, 10**9), st.integers(0, 100))
def test_the_match_that_is_needed_is_never_a_penny_too_little(pence, percent):
    sums = sums_of(Budget(lines=(replace(FOOD, unit_pence=pence),)))
    needed = match_needed(sums, percent)
    assert needed * 100 >= pence * percent > (needed - 1) * 100 - (not needed) * 100


def test_a_cost_that_sounds_like_one_they_do_not_pay_is_asked_about_and_does_not_block():
    roof = replace(FOOD, what="Repair of the roof", cost_type=CostType.BUILDING)
    found = checked(replace(SOUND, lines=(roof,)), TERMS, 1_000_00)
    assert [(each.said, each.is_question, each.part) for each in found] == [
        (
            "They do not pay for “building work”. Is “Repair of the roof” a part of that?",
            True,
            "food",
        )
    ]


def test_a_line_needs_a_name_a_price_and_given_time_a_rate():
    nameless = replace(FOOD, what=" ")
    assert "A cost has no name." in said(replace(SOUND, lines=(nameless,)))
    free = replace(FOOD, unit_pence=0)
    assert "“Lunches” costs nothing." in said(replace(SOUND, lines=(free,)), ask=0)
    hours = replace(FOOD, id="h", what="Cooks", kind=LineKind.IN_KIND, is_time_given=True)
    budget = replace(SOUND, lines=(FOOD, hours))
    assert said(budget) == ["It is not said what an hour given is worth."]
    assert said(replace(budget, rate_pence=12_60)) == []


def test_it_has_to_be_said_whether_prices_hold_vat():
    assert said(replace(SOUND, vat=Vat.UNKNOWN)) == ["It is not said whether prices include VAT."]


DECIDES = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("starts", "early", "decides", "expected"),
    [
        (date(2027, 2, 28), EarlySpending.UNKNOWN, DECIDES, ["food"]),
        (date(2027, 2, 28), EarlySpending.NOT_ALLOWED, DECIDES, ["food"]),
        (date(2027, 2, 28), EarlySpending.ALLOWED, DECIDES, []),
        (date(2027, 3, 1), EarlySpending.NOT_ALLOWED, DECIDES, []),
        (None, EarlySpending.NOT_ALLOWED, DECIDES, []),
        (date(2027, 2, 28), EarlySpending.UNKNOWN, None, []),
    ],
)
def test_what_begins_before_they_decide_is_found_where_they_may_not_pay(
    starts, early, decides, expected
):
    budget = replace(SOUND, lines=(replace(FOOD, starts_on=starts),))
    assert [each.line.id for each in begun_before(budget, decides, early)] == expected


def test_what_somebody_else_pays_may_begin_at_any_time():
    paid = replace(FOOD, starts_on=date(2027, 1, 1), paid=(PaidBy("x", 1_000_00),))
    budget = replace(SOUND, lines=(paid,))
    assert begun_before(budget, DECIDES, EarlySpending.NOT_ALLOWED) == []
