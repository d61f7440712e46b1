"""A small number stays untold, and so does what would give it away."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vcs_desktop.domain.small_numbers import round_limit, untold


@pytest.mark.parametrize(
    ("counts", "places"),
    [
        ((), set()),
        ((0, 7, 9), set()),
        ((0, 0, 3), set()),
        ((3, 20, 9), {2}),
        ((3, 3, 20), set()),
        ((1, 1, 20), {2}),
        ((4, 4, 6), {2}),
        ((1, 5, 5, 8), {1, 2, 3}),
    ],
)
def test_the_smallest_of_the_others_stay_untold_and_no_more_than_it_takes(counts, places):
    assert untold(counts) == places


@pytest.mark.parametrize("counts", [(4, 4), (1, 5), (1, 1, 1, 1, 1)])
def test_where_there_is_nothing_else_to_leave_out_the_total_is_vague(counts):
    assert untold(counts) is None


def test_a_total_that_is_vague_is_under_a_round_number():
    assert [round_limit(each) for each in (5, 9, 10, 19)] == [10, 10, 20, 20]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 9), max_size=4))
def test_whoever_reckons_with_the_total_finds_no_small_number(counts):
    places, total = untold(counts), sum(counts)
    if places is None or total < 5:
        return
    could_be = [
        range(1, 5) if 0 < count < 5 else range(5, total + 1) if place in places else (count,)
        for place, count in enumerate(counts)
    ]
    ways = [way for way in product(*could_be) if sum(way) == total]
    for place, count in enumerate(counts):
        if 0 < count < 5:
            assert len({way[place] for way in ways}) > 1
