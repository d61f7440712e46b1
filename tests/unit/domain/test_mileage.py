"""What journeys are worth: the rate of the day, the miles of the tax year, whole pence."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.library import Provenance
from vcs_desktop.domain.mileage import (
    FIRST_RATE,
    LATER_RATE,
    TENTHS_AT_FIRST_RATE,
    Journey,
    tax_year,
    worth_of,
)
from vcs_desktop.domain.reference import Rule
from vcs_desktop.domain.rulebook import RuleBook

LAST_OLD, FIRST_NEW = date(2026, 4, 5), date(2026, 4, 6)


def row(name, pence, since=None, until=None):
    when = Provenance(valid_from=since, valid_to=until)
    return Rule(f"{name}/{since}", name, name, pence, "pence", provenance=when)


OLD, NEW = row(FIRST_RATE, 45, until=LAST_OLD), row(FIRST_RATE, 55, since=FIRST_NEW)
LATER = row(LATER_RATE, 25)
BOOK = RuleBook((OLD, NEW, LATER))
DAYS = st.dates(date(2024, 4, 6), date(2028, 4, 5))
TENTHS = st.integers(0, 60_000)
JOURNEYS = st.lists(st.tuples(DAYS, TENTHS), max_size=12).map(
    lambda told: [Journey(str(n), on, tenths) for n, (on, tenths) in enumerate(told)]
)


def pence(*journeys):
    found = worth_of(journeys, BOOK)
    return [found[each.id].pence for each in journeys]


def test_the_rate_is_that_of_the_day_of_the_journey():
    assert pence(Journey("a", LAST_OLD, 100), Journey("b", FIRST_NEW, 100)) == [450, 550]
    assert worth_of([Journey("a", LAST_OLD, 1)], BOOK)["a"].rules == (OLD,)


def test_miles_after_ten_thousand_have_the_later_rate_within_one_journey_too():
    day = date(2026, 1, 2)
    full = Journey("a", day, TENTHS_AT_FIRST_RATE - 10)
    over = Journey("b", day + timedelta(1), 30)
    found = worth_of([over, full], BOOK)
    assert found["a"].pence == 449_955
    assert (found["b"].pence, found["b"].first_tenths) == (45 + 50, 10)
    assert found["b"].rules == (OLD, LATER)


def test_exactly_ten_thousand_miles_have_the_first_rate():
    day = date(2026, 1, 2)
    assert pence(Journey("a", day, TENTHS_AT_FIRST_RATE), Journey("b", day, 10)) == [450_000, 25]


def test_a_new_tax_year_begins_to_count_anew():
    many = Journey("a", LAST_OLD, TENTHS_AT_FIRST_RATE)
    assert pence(many, Journey("b", LAST_OLD, 10), Journey("c", FIRST_NEW, 10))[1:] == [25, 55]
    assert (tax_year(LAST_OLD), tax_year(FIRST_NEW)) == (2025, 2026)


def test_half_a_penny_is_rounded_up():
    assert pence(Journey("a", LAST_OLD, 1)) == [5]  # 4.5p
    assert pence(Journey("a", LAST_OLD, 3)) == [14]  # 13.5p
    assert pence(Journey("a", LAST_OLD, 2)) == [9]


def test_a_group_may_pay_less_and_never_more_than_the_rate():
    day = FIRST_NEW
    assert pence(Journey("a", day, 100, 45)) == [450]
    assert pence(Journey("a", day, 100, 60)) == [550]
    assert pence(Journey("a", day, 100, 0)) == [0]
    many = Journey("a", day, TENTHS_AT_FIRST_RATE, 45)
    assert pence(many, Journey("b", day, 10, 45)) == [450_000, 25]


def test_without_a_day_or_a_rate_nothing_is_made_up():
    found = worth_of([Journey("a", None, 10)], BOOK)
    assert found["a"].pence is None
    no_old_rate = RuleBook((NEW, LATER))
    assert worth_of([Journey("a", LAST_OLD, 10)], no_old_rate)["a"].pence is None
    assert worth_of([Journey("a", FIRST_NEW, 10)], no_old_rate)["a"].pence == 55


@given(JOURNEYS, st.randoms(use_true_random=False))
def test_the_order_in_which_journeys_are_written_down_changes_nothing(journeys, random):
    mixed = list(journeys)
    random.shuffle(mixed)
    assert worth_of(mixed, BOOK) == worth_of(journeys, BOOK)


@given(JOURNEYS)
def test_each_journey_is_within_half_a_penny_of_the_exact_sum(journeys):
    left = {}
    found = worth_of(journeys, BOOK)
    for each in sorted(journeys, key=lambda one: (one.on, one.id)):
        year = tax_year(each.on)
        first = min(each.tenths, left.setdefault(year, TENTHS_AT_FIRST_RATE))
        left[year] -= first
        rate = 45 if each.on <= LAST_OLD else 55
        exact = Fraction(first * rate + (each.tenths - first) * 25, 10)
        gap = found[each.id].pence - exact
        assert Fraction(-1, 2) < gap <= Fraction(1, 2)
        assert isinstance(found[each.id].pence, int)


@given(JOURNEYS)
def test_no_tax_year_has_more_than_ten_thousand_miles_at_the_first_rate(journeys):
    found = worth_of(journeys, BOOK)
    by_year = {}
    for each in journeys:
        by_year[tax_year(each.on)] = by_year.get(tax_year(each.on), 0) + each.tenths
    for year, driven in by_year.items():
        mine = [each for each in journeys if tax_year(each.on) == year]
        first = sum(found[each.id].first_tenths for each in mine)
        assert first == min(driven, TENTHS_AT_FIRST_RATE)
