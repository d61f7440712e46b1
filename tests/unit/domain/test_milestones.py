"""Whom to thank, and for what."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.milestones import (
    HOURS,
    Helping,
    Milestone,
    full_years,
    hours_words,
    milestones,
    reason_words,
    totals,
    volunteer_since,
)
from vcs_desktop.domain.people import Person, Role, Tie
from vcs_desktop.domain.thanks import Reason, Thanks

TODAY = date(2026, 11, 28)


def helped(*hours, person="asha", first=date(2026, 1, 1)):
    return [Helping(person, first + timedelta(n), round(each * 60)) for n, each in enumerate(hours)]


def test_a_mark_is_reached_on_the_day_that_brought_the_last_minute():
    found = milestones(helped(4, 4, 2, 5), {}, (), TODAY)
    assert found == [Milestone("asha", Reason.HOURS, 10, date(2026, 1, 3))]


def test_a_minute_short_of_a_mark_is_not_there_yet():
    assert milestones([Helping("a", TODAY, 599)], {}, (), TODAY) == []
    assert milestones([Helping("a", TODAY, 600)], {}, (), TODAY)[0].count == 10


def test_only_the_highest_mark_is_told():
    assert [each.count for each in milestones(helped(120), {}, (), TODAY)] == [100]


def test_who_was_thanked_is_not_offered_again_until_the_next_mark():
    done = [Thanks("t", person="asha", reason=Reason.HOURS, count=50)]
    assert milestones(helped(60), {}, done, TODAY) == []
    assert milestones(helped(100), {}, done, TODAY)[0].count == 100
    other = [Thanks("t", person="ben", reason=Reason.HOURS, count=50)]
    assert len(milestones(helped(60), {}, other, TODAY)) == 1
    just_so = [Thanks("t", person="asha", reason=Reason.JUST_SO)]
    assert len(milestones(helped(60), {}, just_so, TODAY)) == 1


def test_years_are_told_from_their_day_on():
    since = {"asha": date(2021, 11, 29)}
    assert milestones((), since, (), date(2026, 11, 28))[0].count == 3
    found = milestones((), since, (), date(2026, 11, 29))
    assert found == [Milestone("asha", Reason.YEARS, 5, date(2026, 11, 29))]


def test_who_began_on_a_29_february_has_a_year_on_the_28th():
    assert full_years(date(2024, 2, 29), date(2025, 2, 27)) == 0
    assert full_years(date(2024, 2, 29), date(2025, 2, 28)) == 1
    assert full_years(TODAY, TODAY) == 0
    assert full_years(TODAY + timedelta(1), TODAY) == 0


def test_the_newest_comes_first():
    helpings = [*helped(10, person="a"), *helped(10, person="b", first=date(2026, 5, 1))]
    assert [each.person for each in milestones(helpings, {}, (), TODAY)] == ["b", "a"]


def test_years_go_back_to_the_first_role_of_who_still_volunteers():
    old = Role("1", Tie.VOLUNTEER, since=date(2015, 1, 1), until=date(2018, 1, 1))
    now = Role("2", Tie.VOLUNTEER, since=date(2020, 1, 1))
    member = Role("3", Tie.MEMBER, since=date(2001, 1, 1))
    assert volunteer_since(Person(roles=(now, old, member)), TODAY) == date(2015, 1, 1)
    assert volunteer_since(Person(roles=(old, member)), TODAY) is None
    assert volunteer_since(Person(roles=(Role("1", Tie.VOLUNTEER),)), TODAY) is None


def test_amounts_are_said_in_words():
    assert hours_words(150) == "2 hours 30 minutes"
    assert hours_words(60) == "1 hour"
    assert (hours_words(45), hours_words(0)) == ("45 minutes", "0 hours")
    assert reason_words(Reason.HOURS, 50) == "50 hours of help"
    assert reason_words(Reason.YEARS, 1) == "1 year with us"
    assert reason_words(Reason.JUST_SO, 0) == "All that they do"


@given(st.lists(st.tuples(st.sampled_from("ab"), st.dates(), st.integers(0, 9_000))))
def test_a_mark_is_never_above_what_was_helped_and_the_next_one_is(told):
    helpings = [Helping(*each) for each in told]
    found = {each.person: each.count for each in milestones(helpings, {}, (), TODAY)}
    for person, minutes in totals(helpings).items():
        mark = found.get(person, 0)
        assert mark * 60 <= minutes
        assert all(minutes < each * 60 for each in HOURS if each > mark)
