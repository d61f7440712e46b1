"""Counts, budgets and readiness against a second, plainer way to work them out."""

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.answers import Answer, AnswerState, UsedFact
from vcs_desktop.domain.application_whole import Whole, digest_of
from vcs_desktop.domain.applications import (
    Application,
    Choice,
    EarlySpending,
    NeededPaper,
    Signature,
    Terms,
)
from vcs_desktop.domain.budget_checks import checked, match_needed
from vcs_desktop.domain.budget_sums import sums_of
from vcs_desktop.domain.budgets import (
    Basis,
    Budget,
    BudgetLine,
    LineKind,
    OtherFunder,
    PaidBy,
    RunningCost,
    Vat,
)
from vcs_desktop.domain.counting import characters, words
from vcs_desktop.domain.papers import Paper, PaperVersion
from vcs_desktop.domain.readiness import Around, is_ready, readiness
from vcs_desktop.domain.ready_lines import State

TODAY = date(2026, 11, 28)
SIGNS = (
    "a", "tea", "é", "e\u0301", " ", "\t", "\n", "\r\n", "\r", "\u00a0", "\u2003", "\u3000", "-",
    "👩\u200d👧", "🇬🇧", "👍🏽", "न\u094dन", "ﷺ", "\u200c", "/", "\u2028", "\x1f", "\u1680",
)  # fmt: skip
LETTERS = st.lists(st.sampled_from(SIGNS) | st.characters(codec="utf-8"), max_size=40).map("".join)


def words_by_hand(text):
    """Walk over the letters: a word begins where white space ends."""
    count, is_inside = 0, False
    for letter in text:
        count += not letter.isspace() and not is_inside
        is_inside = not letter.isspace()
    return count


def letters_by_hand(text, *, spaces, breaks):
    """Walk over the letters of form C, and leave out what does not count."""
    count = 0
    for letter in normalize("NFC", text):
        if letter == "\n":
            count += breaks
        elif letter.isspace():
            count += spaces
        else:
            count += 1
    return count


@given(LETTERS, st.booleans(), st.booleans())
def test_words_and_characters_are_those_of_a_walk_over_the_letters(text, spaces, breaks):
    kept = without_hidden(text)
    assert words(text) == words_by_hand(kept) == len(re.findall(r"\S+", kept))
    by_hand = letters_by_hand(kept, spaces=spaces, breaks=breaks)
    assert characters(text, spaces=spaces, breaks=breaks) == by_hand


ids = st.sampled_from(["a", "b", "c"])
paid = st.lists(st.builds(PaidBy, ids, st.integers(0, 500_00)), max_size=2).map(tuple)
lines = st.lists(
    st.builds(
        BudgetLine,
        id=st.uuids().map(str),
        order=st.integers(0, 9),
        kind=st.sampled_from(LineKind),
        quantity_hundredths=st.integers(0, 10_000),
        unit_pence=st.integers(0, 5_000_00),
        year=st.integers(1, 4),
        paid=paid,
        starts_on=st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1)),
        is_time_given=st.booleans(),
        what=st.sampled_from(["", "Oven", "Building work"]),
    ),
    max_size=8,
)
budgets = st.builds(
    Budget,
    lines=lines.map(tuple),
    running_costs=st.lists(
        st.builds(RunningCost, st.uuids().map(str), st.integers(0, 3), st.just("Rent"),
                  st.integers(0, 9_000_00)), max_size=4).map(tuple),
    basis=st.sampled_from(Basis),
    share_ours=st.none() | st.integers(0, 500),
    share_whole=st.none() | st.integers(0, 500),
    months=st.none() | st.integers(0, 40),
    overheads_paid=paid,
    funders=st.lists(st.builds(OtherFunder, ids, st.just(0), st.just("Parish"),
                               st.integers(0, 900_00)), max_size=3, unique_by=lambda f: f.id
                     ).map(tuple),
    rate_pence=st.none() | st.integers(0, 20_00),
    inflation_hundredths=st.none() | st.integers(0, 1_000),
    vat=st.sampled_from(Vat),
)  # fmt: skip


def half_up(exact):
    """Round by long division, without a half that is added."""
    whole, rest = divmod(exact.numerator, exact.denominator)
    return whole + (2 * rest >= exact.denominator)


def line_by_hand(line, budget):
    price = budget.rate_pence or 0 if line.is_time_given else line.unit_pence
    exact = Fraction(line.quantity_hundredths) / 100 * price
    if line.kind != LineKind.IN_KIND:
        for _ in range(1, line.year):
            exact += exact * Fraction(budget.inflation_hundredths or 0, 10_000)
    return exact


def share_by_hand(budget):
    if budget.basis == Basis.NONE:
        return Fraction(0)
    if budget.basis == Basis.DIRECT_COST:
        ours = sum((line_by_hand(each, budget) for each in budget.lines
                    if each.kind == LineKind.DIRECT), Fraction(0))  # fmt: skip
    elif budget.share_ours is None:
        return None
    else:
        ours = Fraction(budget.share_ours)
    return ours / budget.share_whole if budget.share_whole else None


@given(budgets)
def test_every_sum_of_a_budget_is_that_of_the_fractions_by_hand(budget):
    sums = sums_of(budget)
    share = share_by_hand(budget)
    assert sums.share == share
    for kind, said in ((LineKind.DIRECT, sums.direct), (LineKind.IN_KIND, sums.in_kind)):
        mine = [each for each in budget.lines if each.kind == kind]
        assert said == sum(half_up(line_by_hand(each, budget)) for each in mine)
    shared = [each for each in budget.lines if each.kind == LineKind.SHARED]
    assert sums.shared == sum(half_up(line_by_hand(each, budget) * (share or 0)) for each in shared)
    years = max([1, -(-(budget.months or 0) // 12), *(each.year for each in budget.lines)])
    running = Fraction(0)
    for cost in budget.running_costs:
        price = Fraction(cost.pence)
        for year in range(years):
            months = 12 if budget.months is None else max(0, min(12, budget.months - 12 * year))
            running += price * months / 12
            price += price * Fraction(budget.inflation_hundredths or 0, 10_000)
    assert sums.overheads == half_up(running * (share or 0))
    assert sums.full_cost == sums.direct + sums.shared + sums.overheads == sum(sums.by_year)
    others = sum(each.pence for line in budget.lines if line.kind != LineKind.IN_KIND
                 for each in line.paid)  # fmt: skip
    assert sums.others == others + sum(each.pence for each in budget.overheads_paid)
    assert sums.asked == sums.full_cost - sums.others


@given(budgets, st.integers(0, 100))
def test_the_match_is_the_least_number_of_pence_that_is_enough(budget, percent):
    sums = sums_of(budget)
    needed = match_needed(sums, percent)
    assert needed * 100 >= sums.full_cost * percent
    assert needed == 0 or (needed - 1) * 100 < sums.full_cost * percent


@given(st.integers(1_00, 50_000_00), st.integers(-1, 1), st.integers(-1, 1), st.integers(-1, 1))
def test_a_penny_over_or_under_is_found_and_the_penny_itself_is_not(cost, ask, least, most):
    budget = Budget(lines=(BudgetLine("a", what="Oven", unit_pence=cost),), vat=Vat.NOT_REGISTERED)
    terms = Terms(award_min_pence=cost + least, award_max_pence=cost + most)
    found = checked(budget, terms, cost + ask)
    is_sound = ask == 0 and least <= 0 and most >= 0
    assert (found == ()) == is_sound
    assert all(each.said and each.advice for each in found)


texts = st.sampled_from(["", " ", "We cook.", "We cook. " * 30])
answers = st.lists(
    st.builds(
        Answer,
        id=st.uuids().map(str),
        order=st.integers(0, 9),
        question=texts,
        limit=st.none() | st.integers(0, 40),
        text=texts,
        state=st.sampled_from(AnswerState),
        facts=st.sampled_from([(), (UsedFact("f", value="38"),)]),
    ),
    max_size=4,
).map(tuple)
days = st.none() | st.dates(TODAY - timedelta(400), TODAY + timedelta(400))
papers = st.lists(
    st.builds(
        NeededPaper, ids, st.integers(0, 3), st.just("Rules"), st.none() | st.integers(0, 14),
        st.sampled_from(["", "p", "gone"]),
    ),
    max_size=3,
    unique_by=lambda each: each.id,
).map(tuple)  # fmt: skip
applications = st.builds(
    Application,
    name=texts,
    terms=st.builds(
        Terms,
        closes_on=days,
        closes_time=st.sampled_from(["", "12:00"]),
        award_min_pence=st.none() | st.integers(0, 900_00),
        award_max_pence=st.none() | st.integers(0, 900_00),
        match_percent=st.none() | st.integers(0, 100),
        pays_overheads=st.none() | st.booleans(),
        exclusions=st.sampled_from([(), ("building work",), ("",)]),
        signatories_needed=st.none() | st.integers(0, 3),
    ),
    ask_pence=st.none() | st.integers(0, 900_00),
    starts_on=days,
    ends_on=days,
    early_spending=st.sampled_from(EarlySpending),
    choice=st.sampled_from(Choice),
    decided_on=days,
    papers=papers,
    checked_by=st.sampled_from(["", "Sam"]),
    checked_on=days,
    checked_digest=st.sampled_from(["", "other", "now"]),
    signatures=st.lists(
        st.builds(Signature, ids, st.just("Chair"), days), max_size=3, unique_by=lambda s: s.id
    ).map(tuple),
    sent_on=days,
)
group_papers = st.builds(
    Paper,
    id=st.just("p"),
    agreed_on=days,
    versions=st.sampled_from([(), (PaperVersion("v", added_on=TODAY),)]),
)


@given(applications, answers, st.none() | budgets, group_papers, days, st.integers(0, 3))
def test_whatever_an_application_is_like_each_line_that_is_not_good_says_what_to_do(
    application, said, budget, paper, decides_on, newer
):
    whole = Whole(application, said, budget)
    if application.checked_digest == "now":
        whole = replace(whole, application=replace(application, checked_digest=digest_of(whole)))
    stale = {each.id: 1 for each in said[:1]}
    around = Around(TODAY, {"p": paper}, stale, None, newer, decides_on)
    found = readiness(whole, around)
    assert found == readiness(whole, around)
    assert all(each.said for each in found)
    assert [each for each in found if each.state is not State.GOOD and not each.advice] == []
    assert [each for each in found if each.state is State.GOOD and each.advice] == []
    is_wrong = not said or budget is None or any(not each.text.strip() for each in said)
    assert not (is_wrong and is_ready(found))
    about = {each.part for each in found if each.part}
    known = {*(each.id for each in (*said, *application.papers)),
             *(each.id for part in ((budget.lines, budget.funders, budget.running_costs)
                                    if budget else ()) for each in part)}  # fmt: skip
    assert about <= known


@given(st.integers(0, 10**9), st.integers(0, 10**6))
def test_a_line_is_what_a_decimal_calculator_says(pence, hundredths):
    line = BudgetLine("a", quantity_hundredths=hundredths, unit_pence=pence)
    exact = Decimal(hundredths) * Decimal(pence) / Decimal(100) + Decimal("0.5")
    assert sums_of(Budget(lines=(line,))).direct == int(exact.to_integral_value(ROUND_FLOOR))
