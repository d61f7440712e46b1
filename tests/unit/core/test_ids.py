"""Ids of version 7: sorted by time, and each greater than the one before."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.ids import Ids, is_id


@dataclass
class SetClock:
    moment: datetime

    def now(self):
        return self.moment

    def today(self):
        return self.moment.date()


# RFC 9562, appendix A.6: this moment and these random bits give this id.
MOMENT = datetime(2022, 2, 22, 19, 22, 22, tzinfo=UTC)
RANDOM = (0xCC3 << 62) | 0x18C4DC0C0C07398F
EXAMPLE = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


def test_the_example_of_the_standard_comes_out():
    assert Ids(SetClock(MOMENT), lambda count: RANDOM.to_bytes(count, "big")).new() == EXAMPLE


@given(st.lists(st.integers(min_value=-5_000, max_value=5_000), min_size=2, max_size=50))
def test_each_is_greater_than_the_one_before_whatever_the_clock_does(steps):
    clock = SetClock(MOMENT)
    ids = Ids(clock)
    made = []
    for step in steps:
        clock.moment += timedelta(milliseconds=step)
        made.append(ids.new())
    assert made == sorted(set(made))
    assert all(UUID(each).version == 7 for each in made)
    assert all(UUID(each).variant == "specified in RFC 4122" for each in made)


def test_a_random_part_that_is_full_goes_on_in_the_next_millisecond():
    ids = Ids(SetClock(MOMENT), lambda count: b"\xff" * count)
    first, second = UUID(ids.new()), UUID(ids.new())
    assert second > first
    assert (second.int >> 80) == (first.int >> 80) + 1


@pytest.mark.parametrize("year", [1900, 9999])
def test_a_clock_that_is_far_off_still_gives_ids(year):
    made = Ids(SetClock(datetime(year, 1, 1, tzinfo=UTC))).new()
    assert UUID(made).version == 7


def test_the_time_can_be_read_from_it():
    before = datetime.now(UTC)
    made = UUID(Ids(SystemClock()).new())
    assert abs((made.int >> 80) / 1000 - before.timestamp()) < 60


def test_an_id_is_told_from_words_that_somebody_typed():
    assert is_id(Ids(SystemClock()).new())
    for typed in ("", "Sam Okafor", "0190", "01A20846-FE00-7C5B-BB78-230F7A5B0B6D"):
        assert not is_id(typed)
