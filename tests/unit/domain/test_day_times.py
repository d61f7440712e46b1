"""A time of day is read as people type it, and said as they say it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.day_times import NotATime, in_words, minutes_between, parse


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("10:30", "10:30"),
        ("10.30", "10:30"),
        ("at 10.30", "10:30"),
        ("7.30pm", "19:30"),
        ("7.30 p.m.", "19:30"),
        ("7pm", "19:00"),
        ("7 in the evening", "19:00"),
        ("half past seven in the evening", "19:30"),
        ("7.30am", "07:30"),
        ("1930", "19:30"),
        ("930", "09:30"),
        ("0200", "02:00"),
        ("02:00", "02:00"),
        ("2", "14:00"),
        ("2:15", "14:15"),
        ("7", "07:00"),
        ("half past ten", "10:30"),
        ("Half-past two", "14:30"),
        ("quarter to one", "12:45"),
        ("a quarter past 11", "11:15"),
        ("ten to twelve", "11:50"),
        ("ten past 1pm", "13:10"),
        ("twenty-five to 8 pm", "19:35"),
        ("ten thirty", "10:30"),
        ("eleven o'clock", "11:00"),
        ("12", "12:00"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
        ("noon", "12:00"),
        ("midnight", "00:00"),
        ("19:30pm", "19:30"),
    ],
)
def test_a_time_is_read_as_it_was_meant(typed, kept):
    assert parse(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["lunch", "25:00", "10:60", "2460", "13am", "half past", "seventy past two", "10:3", "-2", "²"],
)
def test_what_is_no_time_is_told(typed):
    with pytest.raises(NotATime):
        parse(typed)


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("", ""),
        ("10:30", "10.30am"),
        ("19:00", "7pm"),
        ("12:00", "12 noon"),
        ("00:00", "midnight"),
        ("00:05", "12.05am"),
        ("12:45", "12.45pm"),
    ],
)
def test_a_time_is_said_as_people_say_it(kept, said):
    assert in_words(kept) == said


TIMES = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))


@given(TIMES)
def test_what_is_kept_is_read_again_from_digits_and_from_words(kept):
    hour = int(kept[:2])
    assert parse(in_words(kept)) == kept
    if not 1 <= hour <= 6 or kept.startswith("0"):
        assert parse(kept) == kept


@given(st.text(max_size=20))
def test_any_text_is_a_time_or_is_told_to_be_none(text):
    try:
        kept = parse(text)
    except NotATime:
        return
    assert kept == "" or (len(kept) == 5 and parse(in_words(kept)) == kept)


@given(TIMES, TIMES)
def test_how_long_something_takes_is_less_than_a_day(starts, ends):
    took = minutes_between(starts, ends)
    assert (took is None) == (starts == ends)
    assert took is None or 0 < took < 24 * 60


def test_how_long_something_takes_goes_over_midnight_and_needs_both_ends():
    assert minutes_between("10:00", "12:30") == 150
    assert minutes_between("22:00", "01:00") == 180
    assert minutes_between("", "12:00") is None
    assert minutes_between("12:00", "") is None
