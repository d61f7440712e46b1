"""Days and times as people in the United Kingdom write them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.feeds.dates import read_day


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-12-04", "2026-12-04"),
        ("03/04/2014", "2014-04-03"),
        ("27/09/2013", "2013-09-27"),
        ("3.4.2014", "2014-04-03"),
        ("4 December 2026", "2026-12-04"),
        ("4th Dec 2026", "2026-12-04"),
        ("Friday 4 December 2026", "2026-12-04"),
        ("Friday, 4 December, 2026", "2026-12-04"),
        ("1 Sept 2026", "2026-09-01"),
        ("12-Jun-2020", "2020-06-12"),
        ("4 December 2026, 12 noon", "2026-12-04T12:00+00:00"),
        ("4 December 2026 at 12 midday", "2026-12-04T12:00+00:00"),
        ("4 December 2026 at noon", "2026-12-04T12:00+00:00"),
        ("4 December 2026 midnight", "2026-12-04T23:59+00:00"),
        ("4 July 2026 5pm", "2026-07-04T17:00+01:00"),
        ("4 July 2026, 12.30am", "2026-07-04T00:30+01:00"),
        ("04/12/2026 17:00", "2026-12-04T17:00+00:00"),
        ("2026-12-04T12:00", "2026-12-04T12:00+00:00"),
        ("2026-07-04T12:00Z", "2026-07-04T13:00+01:00"),
        ("2026-12-04 09:30", "2026-12-04T09:30+00:00"),
    ],
)
def test_a_day_is_read(text, iso):
    found = read_day(text)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "31/02/2026", "04/13/2014", "4 Frimaire 2026", "4 December 2026 25:00",
        "4 December 2026 at teatime", "4 December 2026 5", "4 December 2026 13pm", "27/09/13",
        "20261304", "0001-01-01T00:00+14:00",
    ],
)  # fmt: skip
def test_what_is_no_day_is_not_guessed(text):
    assert read_day(text) is None


def test_only_a_day_in_figures_needs_an_assumption():
    slashed = read_day("03/04/2014")
    assert slashed is not None
    assert slashed.day == date(2014, 4, 3)
    assert "3 April 2014" in slashed.assumption
    worded = read_day("3 April 2014")
    assert worded is not None
    assert worded.assumption == ""


def test_a_moment_keeps_its_time():
    found = read_day("4 December 2026, 12 noon")
    assert found is not None
    assert found.at == time(12)


@given(st.text(max_size=40))
def test_no_text_at_all_makes_it_fail(text):
    read_day(text)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2999, 12, 31)))
def test_a_day_written_by_hand_comes_back(day):
    for text in (f"{day.day}/{day.month}/{day.year}", f"{day.day} {day:%B %Y}", day.isoformat()):
        found = read_day(text)
        assert found is not None
        assert found.day == day
