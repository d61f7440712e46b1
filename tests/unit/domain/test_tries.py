"""Wrong tries cost more and more time, never a day, whatever the clock does."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.tries import WrongTries

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def after(count):
    return WrongTries(count, NOON)


def test_the_first_five_cost_nothing():
    assert [after(count).wait_s(NOON) for count in range(5)] == [0] * 5
    assert WrongTries().wait_s(NOON) == 0


def test_then_the_wait_doubles_up_to_a_minute():
    waits = [after(count).wait_s(NOON) for count in range(5, 14)]
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_time_that_has_gone_is_taken_off():
    assert after(9).wait_s(NOON + timedelta(seconds=10.5)) == 6
    assert after(9).wait_s(NOON + timedelta(seconds=16)) == 0
    assert after(9).wait_s(NOON + timedelta(days=9000)) == 0


def test_a_clock_that_was_put_back_makes_nobody_wait_a_year():
    earlier = NOON - timedelta(days=365)
    seen = after(20).seen_at(earlier)
    assert seen.wait_s(earlier) == 60
    assert seen.wait_s(earlier + timedelta(seconds=60)) == 0
    assert after(3).seen_at(NOON + timedelta(1)) == after(3)


@given(st.integers(0, 10**30), st.integers(-(10**8), 10**8))
def test_nobody_ever_waits_longer_than_a_minute(count, seconds):
    moment = NOON + timedelta(seconds=seconds)
    assert 0 <= after(count).seen_at(moment).wait_s(moment) <= 60


def test_each_wrong_try_counts():
    assert WrongTries().one_more(NOON).one_more(NOON) == WrongTries(2, NOON)
