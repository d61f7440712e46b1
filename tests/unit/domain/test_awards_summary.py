from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.awards import Award, FunderLine, summary_of


def award(number, pence, funder="A fund", currency="GBP"):
    return Award(str(number), "Help", "grant", amount_pence=pence, funder=funder, currency=currency)


def test_nothing_sums_up_to_nothing():
    assert summary_of([]).count == 0
    assert summary_of([]).median_pence is None


def test_the_middle_of_three_is_the_middle_one():
    summary = summary_of([award(1, 500_00), award(2, 90_000_00), award(3, 2_000_00)])
    assert summary.median_pence == 2_000_00
    assert (summary.least_pence, summary.most_pence) == (500_00, 90_000_00)


def test_the_middle_of_two_is_half_way():
    assert summary_of([award(1, 100), award(2, 201)]).median_pence == 150


def test_awards_without_an_amount_are_counted_but_not_measured():
    summary = summary_of([award(1, None), award(2, 100)])
    assert summary.count == 2
    assert summary.median_pence == 100


def test_other_money_than_pounds_is_not_mixed_in():
    summary = summary_of([award(1, 100), award(2, 9_999, currency="EUR")])
    assert summary.most_pence == 100
    assert summary.funders == (FunderLine("A fund", 2, 100),)


def test_who_made_most_awards_comes_first():
    summary = summary_of([award(1, 5, "B"), award(2, 5, "A"), award(3, 1, "A"), award(4, 1, "")])
    assert [line.name for line in summary.funders] == ["A", "B", "A funder not named"]


@given(st.lists(st.integers(1, 10**9), min_size=1))
def test_the_middle_lies_between_the_least_and_the_most(amounts):
    summary = summary_of(award(n, pence) for n, pence in enumerate(amounts))
    assert summary.least_pence <= summary.median_pence <= summary.most_pence
