"""Numbers with two places, as people type them and as they are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.hundredths import (
    MOST_HUNDREDTHS,
    NotANumber,
    read_hundredths,
    typed_hundredths,
)


@given(st.integers(0, MOST_HUNDREDTHS))
def test_what_is_shown_is_read_again_as_the_same(hundredths):
    assert read_hundredths(typed_hundredths(hundredths)) == hundredths


@given(st.text())
def test_whatever_is_typed_is_a_number_or_refused_in_words(text):
    try:
        found = read_hundredths(text)
    except NotANumber:
        found = None
    assert found is None or 0 <= found <= MOST_HUNDREDTHS


@pytest.mark.parametrize(
    ("text", "hundredths"),
    [("12", 1200), ("1.5", 150), (".5", 50), ("1,200.25", 120_025), ("2.", 200), ("2.500", 250)],
)
def test_numbers_are_read_as_people_type_them(text, hundredths):
    assert read_hundredths(text) == hundredths


@pytest.mark.parametrize("text", ["-1", "1.255", "1,2", ".", "12a", "1000000.01", "9" * 50])
def test_other_things_are_refused(text):
    with pytest.raises(NotANumber):
        read_hundredths(text)


def test_nothing_typed_is_nothing_said():
    assert read_hundredths(" ") is None
