"""Which backups stay, whatever the clock said when they were made."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.thinning import LAST, STEPS, kept

START = date(2026, 11, 23)
DAYS = st.lists(st.dates(date(2006, 1, 1), date(2046, 12, 31)), max_size=150)
MOST = LAST + sum(most for most, _ in STEPS)
TWENTY_YEARS = timedelta(days=7305)


def used(days):
    """Return the days of what is there when each day a backup is made and they are thinned."""
    there = []
    for day in days:
        there.append(day)
        there = [there[place] for place in sorted(kept(there))]
    return there


def daily(count, start=START):
    return [start + timedelta(days=number) for number in range(count)]


@given(DAYS)
def test_the_newest_always_stay_and_there_are_never_too_many(days):
    stay = kept(days)
    assert stay >= set(range(max(0, len(days) - LAST), len(days)))
    assert len(stay) <= MOST


@given(DAYS)
def test_what_goes_has_a_newer_one_of_its_time_or_a_full_row_of_newer_ones(days):
    stay = kept(days)
    for place in set(range(len(days))) - stay:
        newer = [each for each in stay if each > place]
        same_month = any(
            (days[each].year, days[each].month) == (days[place].year, days[place].month)
            for each in newer
        )
        same_week = any(
            days[each].isocalendar()[:2] == days[place].isocalendar()[:2] for each in newer
        )
        assert same_month or same_week or len(newer) == MOST


@given(DAYS)
def test_thinning_a_second_time_takes_no_more(days):
    once = sorted(kept(days))
    assert len(kept([days[place] for place in once])) == len(once)


@given(DAYS, st.integers(-4, 4))
def test_how_far_the_clock_is_off_changes_nothing(days, times):
    # The calendar begins anew every 400 years: the same weeks and months, far away.
    shifted = [day.replace(year=day.year + 400 * times) for day in days]
    assert kept(shifted) == kept(days)


def test_a_year_of_daily_use_leaves_days_then_weeks_then_months():
    there = used(daily(400))
    ages = [(there[-1] - day).days for day in reversed(there)]
    assert ages[:17] == list(range(17))
    assert len(there) == MOST
    assert 300 < ages[-1] < 395


def test_a_week_with_the_clock_20_years_off_takes_nothing_that_should_stay():
    for wrong in (TWENTY_YEARS, -TWENTY_YEARS):
        before = daily(300)
        off = [day + wrong for day in daily(7, before[-1])]
        after = daily(30, before[-1] + timedelta(days=7))
        there = used([*before, *off, *after])
        right = [day for day in there if abs(day - START) < timedelta(days=1000)]
        assert (right[-1] - right[0]).days > 250
        assert set(after[-LAST:]) <= set(right)


def test_a_clock_that_jumps_to_and_fro_does_not_use_up_the_places_of_older_backups():
    before = used(daily(300))
    to_and_fro = [START + TWENTY_YEARS, START - TWENTY_YEARS] * 100
    there = used([*before, *to_and_fro])
    assert len(set(there) & set(before)) > len(before) - LAST - 5


def test_a_clock_that_begins_on_the_same_day_at_every_start_leaves_the_newest():
    assert len(used([START] * 100)) == LAST
