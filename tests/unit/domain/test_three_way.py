"""Two versions of a longer text: one text where the changes are apart, else a choice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.three_way import MOST_LINES, merged

BASE = "Bring\nthe keys\nand the tea.\nLock up.\nTurn off the heating."
COFFEE = BASE.replace("tea", "coffee")
LINES = st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=7).map("\n".join)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (COFFEE, "Please!\n" + BASE, "Please!\n" + COFFEE),
        (BASE + "\nThanks", COFFEE, COFFEE + "\nThanks"),
        (BASE.replace("keys", "bread"), BASE, BASE.replace("keys", "bread")),
        (BASE, "", ""),
        (BASE + "\nA", BASE + "\nA", BASE + "\nA"),
        (BASE.replace("keys", "bread"), BASE.replace("keys", "cups"), None),
        (BASE.replace("keys", "bread"), BASE.replace("and the tea", "and cups"), None),
        (BASE + "\nA", BASE + "\nB", None),
    ],
)  # fmt: skip
def test_changes_apart_are_both_kept_and_changes_that_touch_are_not_mixed(one, other, both):
    assert merged(BASE, one, other) == both


@given(LINES, LINES, LINES)
def test_it_does_not_matter_which_is_named_first(base, one, other):
    assert merged(base, one, other) == merged(base, other, one)


@given(LINES, LINES)
def test_a_text_merged_with_what_it_was_made_from_is_itself(base, one):
    assert merged(base, one, base) == merged(base, one, one) == one


@given(LINES, LINES, LINES)
def test_no_line_comes_from_nowhere(base, one, other):
    both = merged(base, one, other)
    if both is not None:
        assert set(both.split("\n")) <= {*base.split("\n"), *one.split("\n"), *other.split("\n")}


def test_a_text_without_end_is_not_compared():
    long = "\n".join(map(str, range(MOST_LINES + 1)))
    assert merged(long, "first\n" + long, long + "\nlast") is None
