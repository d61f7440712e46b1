"""When to look for a newer library by itself: never too often, and never for ever not."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.core.settings import LOOKS, Settings
from vcs_desktop.domain.days import local_day
from vcs_desktop.domain.updates import (
    LONGEST_BACKOFF,
    LONGEST_WAIT,
    SHORTEST_BACKOFF,
    Looks,
    LookWhen,
    asked_wait,
    backoff,
    next_look,
)

NOW = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
moments = st.integers(-400, 400).flatmap(
    lambda days: st.integers(0, 86_399).map(lambda second: NOW + days * DAY + second * SECOND)
)
chances = st.floats(0, 1)
seconds = st.floats(allow_nan=False)
looks = st.builds(
    Looks,
    opened_at=moments,
    done_at=st.none() | moments,
    tried_at=st.none() | moments,
    failures=st.integers(0, 10_000),
    wait_s=seconds,
)


def test_the_settings_know_the_same_times_and_look_once_a_day_where_nothing_else_was_chosen():
    assert tuple(LookWhen) == LOOKS
    assert LookWhen(Settings().look_when) is LookWhen.DAILY


@given(looks, moments, chances)
def test_who_wants_to_ask_by_hand_is_never_asked_for(so_far, now, jitter):
    assert next_look(LookWhen.ASKED, so_far, now, jitter) is None


@given(looks, moments, chances)
def test_once_a_day_is_always_due_within_a_day_or_when_the_service_asked_to_come(
    so_far, now, jitter
):
    at = next_look(LookWhen.DAILY, so_far, now, jitter)
    assert at is not None
    assert at <= now + max(DAY + timedelta(hours=2), asked_wait(so_far.wait_s), LONGEST_BACKOFF)


@given(looks, moments, chances)
def test_after_a_look_that_was_well_once_a_day_waits_for_the_next_day(so_far, now, jitter):
    done = Looks(so_far.opened_at, done_at=now)
    at = next_look(LookWhen.DAILY, done, now, jitter)
    assert at is not None
    assert local_day(at) == local_day(now) + DAY


@given(moments, chances)
def test_each_time_the_app_opens_is_once_each_time(opened_at, jitter):
    before = Looks(opened_at, done_at=opened_at - DAY)
    now = opened_at + SECOND
    assert next_look(LookWhen.OPENED, before, now, jitter) == now
    assert next_look(LookWhen.OPENED, Looks(opened_at, done_at=now), now, jitter) is None


@given(st.sampled_from([LookWhen.DAILY, LookWhen.OPENED]), st.integers(1, 10_000), chances, seconds)
def test_after_failures_nobody_is_asked_before_the_service_said(when, failures, jitter, wait_s):
    so_far = Looks(NOW - DAY, tried_at=NOW, failures=failures, wait_s=wait_s)
    at = next_look(when, so_far, NOW, jitter)
    assert at is not None
    assert NOW + asked_wait(wait_s) <= at <= NOW + max(asked_wait(wait_s), LONGEST_BACKOFF)


@given(st.integers(1, 10_000), chances)
def test_the_longest_wait_grows_from_five_seconds_to_an_hour(failures, jitter):
    assert backoff(1, 1) == SHORTEST_BACKOFF
    assert timedelta(0) <= backoff(failures, jitter) <= backoff(failures, 1) <= LONGEST_BACKOFF
    assert backoff(failures, 1) <= backoff(failures + 1, 1)
    assert backoff(10_000, 1) == LONGEST_BACKOFF


@given(seconds)
def test_no_service_can_ask_us_to_stay_away_for_ever(wait_s):
    assert timedelta(0) <= asked_wait(wait_s) <= LONGEST_WAIT


@given(chances)
def test_a_clock_that_was_put_back_keeps_nobody_from_looking(jitter):
    ahead = Looks(NOW, done_at=NOW + 400 * DAY, tried_at=NOW + 400 * DAY, failures=3)
    assert next_look(LookWhen.DAILY, ahead, NOW, jitter) == NOW


def test_yesterday_evening_is_another_day_also_after_the_clocks_change():
    evening = datetime(2026, 10, 24, 22, 30, tzinfo=UTC)
    before = Looks(evening, done_at=evening)
    at = next_look(LookWhen.DAILY, before, evening + timedelta(minutes=10), 0)
    assert at == datetime(2026, 10, 24, 23, tzinfo=UTC)
