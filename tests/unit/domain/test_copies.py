"""When a group should be copied to another place again."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.copies import DAYS_BETWEEN_COPIES, is_copy_wanted

TODAY = date(2026, 11, 23)
ages = st.none() | st.integers(-400, 400)


def days_ago(age):
    return None if age is None else TODAY - timedelta(days=age)


@given(ages, ages)
def test_a_copy_is_wanted_when_none_was_made_and_nobody_told_for_a_week(copied, told):
    quiet = any(age is not None and 0 <= age < DAYS_BETWEEN_COPIES for age in (copied, told))
    assert is_copy_wanted(days_ago(copied), days_ago(told), TODAY) is not quiet


def test_the_edges_are_whole_days():
    assert is_copy_wanted(None, None, TODAY)
    assert not is_copy_wanted(TODAY, None, TODAY)
    assert not is_copy_wanted(days_ago(6), None, TODAY)
    assert is_copy_wanted(days_ago(7), None, TODAY)
    assert is_copy_wanted(days_ago(-1), None, TODAY)
