"""How long somebody helped is read as people type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.durations import MOST_MINUTES, NotADuration, read_duration, typed_duration


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("", None),
        ("2", 120),
        ("1.5", 90),
        ("1,5", 90),
        (".5", 30),
        ("2h30", 150),
        ("2 h 30", 150),
        ("2:30", 150),
        ("2 hours and 30 minutes", 150),
        ("3 hrs", 180),
        ("45 min", 45),
        ("1½", 90),
        ("½", 30),
        ("half an hour", 30),
        ("An hour and a half", 90),
        ("0", 0),
        ("24", 1440),
        ("0.33", 20),
    ],
)
def test_a_length_is_read_as_it_was_meant(typed, minutes):
    assert read_duration(typed) == minutes


@pytest.mark.parametrize("typed", ["long", "2h70", "25", "1.5½", "-1", ".", "2..5", "h", "²"])
def test_what_is_no_length_is_told(typed):
    with pytest.raises(NotADuration):
        read_duration(typed)


@given(st.one_of(st.none(), st.integers(0, MOST_MINUTES)))
def test_what_stands_in_a_field_is_read_again_as_the_same(minutes):
    assert read_duration(typed_duration(minutes)) == minutes


@given(st.text(max_size=15))
def test_any_text_is_a_length_of_at_most_a_day_or_is_told(text):
    try:
        minutes = read_duration(text)
    except NotADuration:
        return
    assert minutes is None or 0 <= minutes <= MOST_MINUTES
