"""Values of the weekly records in the history, as people say them."""

import pytest

from vcs_desktop.domain.kinds import ACTIVITY, EXPENSES, MEETING, VOLUNTEER_ROLE
from vcs_desktop.ui.history.lines import value_in_words


@pytest.mark.parametrize("kind", [ACTIVITY, VOLUNTEER_ROLE])
@pytest.mark.parametrize(("value", "words"), [(0, "Monday"), (6, "Sunday"), (7, "7"), ("x", "x")])
def test_a_day_of_the_week_is_told_by_its_name(kind, value, words):
    assert value_in_words(kind, "weekday", value) == words


def test_miles_are_told_as_they_are_typed():
    told = value_in_words(EXPENSES, "lines/1", {"what": "Food bank", "miles_tenths": 125})
    assert "12.5" in told
    assert "125" not in told


@pytest.mark.parametrize("kind", [ACTIVITY, MEETING])
@pytest.mark.parametrize(
    ("value", "words"),
    [("19:30", "7.30pm"), ("12:00", "12 noon"), ("7.30", "7.30"), ("soon", "soon"), (19, "19")],
)
def test_a_time_is_told_as_people_say_it_and_what_is_none_as_it_is(kind, value, words):
    assert value_in_words(kind, "starts", value) == words
