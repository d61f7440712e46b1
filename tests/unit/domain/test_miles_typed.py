"""Miles as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.miles_typed import MOST_MILES, NotMiles, read_miles, typed_miles


@pytest.mark.parametrize(
    ("typed", "tenths"),
    [
        ("", None), ("12", 120), ("12.5", 125), (" 12.50 miles ", 125), ("1 mile", 10),
        (".5", 5), ("0", None), ("1,250", 12_500), ("10000", 100_000),
    ],
)  # fmt: skip
def test_miles_are_read_in_tenths(typed, tenths):
    assert read_miles(typed) == tenths


@pytest.mark.parametrize("typed", ["twelve", "-3", "12.55", "1,2", ".", "10000.1", "12 km", "²"])
def test_what_is_no_number_of_miles_is_refused(typed):
    with pytest.raises(NotMiles):
        read_miles(typed)


@given(st.integers(1, MOST_MILES * 10))
def test_what_is_shown_is_read_again_as_it_was(tenths):
    assert read_miles(typed_miles(tenths)) == tenths
