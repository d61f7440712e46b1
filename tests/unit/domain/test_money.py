"""Pence inside, pounds outside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.money import in_pounds, pence_of, pounds_of, range_in_pounds


@pytest.mark.parametrize(
    ("pounds", "pence"),
    [(18400, 1_840_000), ("12.71", 1271), (0.01, 1), (543_000_000, 54_300_000_000), (0.005, 1)],
)
def test_pounds_become_pence(pounds, pence):
    assert pence_of(pounds) == pence


@pytest.mark.parametrize("nonsense", ["", "ten", float("nan"), float("inf"), "£5"])
def test_what_is_not_an_amount_is_refused(nonsense):
    with pytest.raises(ValueError, match="not an amount"):
        pence_of(nonsense)


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_pence_survive_the_way_out_and_back(pence):
    assert pence_of(pounds_of(pence)) == pence


@pytest.mark.parametrize(
    ("pence", "words"),
    [(1_840_000, "£18,400"), (1271, "£12.71"), (1, "£0.01"), (0, "£0"), (-50, "-£0.50")],
)
def test_amounts_are_written_as_people_write_them(pence, words):
    assert in_pounds(pence) == words


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (30_000, 2_000_000, "£300 to £20,000"),
        (None, 500_000, "Up to £5,000"),
        (0, 500_000, "Up to £5,000"),
        (500_000, 500_000, "£5,000"),
        (50_000, None, "From £500"),
        (None, None, "Amount not stated"),
        (0, None, "Amount not stated"),
    ],
)
def test_ranges_read_well(least, most, words):
    assert range_in_pounds(least, most) == words
