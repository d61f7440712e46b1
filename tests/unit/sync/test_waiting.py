"""How long to wait before a service is asked again."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.sync.remote import asked_wait_s, wait_s

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@given(st.integers(-5, 10_000), st.floats(0, 1), st.floats(0, 1e9))
def test_it_is_always_between_five_seconds_and_an_hour(failures, chance, asked):
    assert 5 <= wait_s(failures, lambda: chance, asked) <= 3_600


def test_the_most_doubles_with_each_failure_and_chance_chooses_below_it():
    assert [wait_s(n, lambda: 1.0) for n in range(4)] == [5, 10, 20, 40]
    assert wait_s(3, lambda: 0.5) == 22.5
    assert wait_s(3, lambda: 0.0) == 5
    assert wait_s(50, lambda: 1.0) == 3_600


def test_what_the_service_asks_for_is_kept():
    assert wait_s(0, lambda: 0.0, 120) == 120


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        ("99999999999", 3_600),
        ("Sun, 22 Nov 2026 12:00:30 GMT", 30),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0),
        ("Sun, 22 Nov 2099 11:00:00 GMT", 3_600),
        ("soon", 0),
        ("", 0),
        ("-5", 0),
        ("\u0665", 0),
    ],
)
def test_retry_after_is_read_as_seconds_or_as_a_moment(said, seconds):
    assert asked_wait_s({"retry-after": said}, NOW.timestamp()) == seconds
    assert asked_wait_s({}, NOW.timestamp()) == 0
