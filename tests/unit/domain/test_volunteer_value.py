"""Hours are valued at the rate of their day, and never without one."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.library import Provenance
from vcs_desktop.domain.reference import Rule
from vcs_desktop.domain.rulebook import LIVING_WAGE, RuleBook
from vcs_desktop.domain.volunteer_value import value_of


def rate(pence, first, last=None, name=LIVING_WAGE):
    return Rule(
        id=f"{name}/{first}",
        rule=name,
        title=f"From {first}",
        value=pence,
        unit="pence",
        provenance=Provenance(source="Gazette", valid_from=first, valid_to=last),
    )


APRIL = date(2026, 4, 1)
BOOK = RuleBook([rate(1221, date(2025, 4, 1), date(2026, 3, 31)), rate(1271, APRIL)])


def test_hours_before_and_after_the_first_of_april_have_two_rates():
    found = value_of([(APRIL, 60), (APRIL - timedelta(1), 120), (APRIL, 30)], BOOK)
    assert [(part.rule.value, part.minutes, part.pence) for part in found.parts] == [
        (1221, 120, 2442),
        (1271, 90, 1907),
    ]
    assert (found.pence, found.minutes, found.without_rate) == (4349, 210, 0)


def test_a_day_without_a_rate_has_no_value():
    found = value_of([(date(2025, 3, 31), 600)], BOOK)
    assert (found.parts, found.pence, found.without_rate) == ((), 0, 600)
    assert value_of([(APRIL, 60)], RuleBook([])).without_rate == 60


def test_a_rate_without_a_first_day_is_no_named_dated_rate():
    book = RuleBook([rate(1271, None)])
    assert value_of([(APRIL, 60)], book).without_rate == 60


def test_days_over_a_year_after_the_rate_began_are_told():
    assert not value_of([(date(2027, 3, 31), 60)], BOOK).parts[0].is_past_its_year
    assert value_of([(date(2027, 4, 1), 60)], BOOK).parts[0].is_past_its_year


def test_another_named_rate_can_be_used():
    book = RuleBook([rate(1345, date(2025, 10, 1), name="real_living_wage")])
    assert value_of([(APRIL, 60)], book, "real_living_wage").pence == 1345


@given(
    st.lists(
        st.tuples(st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.integers(0, 1440)), max_size=30
    )
)
def test_every_minute_has_a_rate_or_is_told_to_have_none(helped):
    found = value_of(helped, BOOK)
    assert found.minutes + found.without_rate == sum(minutes for _, minutes in helped)
    exact = sum(part.minutes * part.rule.value for part in found.parts)
    assert abs(found.pence * 60 - exact) <= 30 * len(found.parts)
