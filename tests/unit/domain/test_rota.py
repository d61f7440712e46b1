"""The rota: patterns, copied weeks, and who is missing."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.due import DueKind
from vcs_desktop.domain.rota import (
    MOST_WEEKS,
    copied_week,
    dues_of,
    from_pattern,
    missing_soon,
    missing_words,
    monday_of,
    time_words,
)
from vcs_desktop.domain.volunteering import (
    Barrier,
    OnShift,
    Shift,
    Stopping,
    VolunteerRole,
    agreed,
    barrier_counts,
    missing,
)

MONDAY = date(2026, 11, 30)
THURSDAY = date(2026, 12, 3)
COOK = VolunteerRole(
    "cook", name="Kitchen", weekday=3, starts="10:30", ends="12:00", people_needed=3, activity="a"
)
YES, ASKED, NO = OnShift("p1", has_agreed=True), OnShift("p2"), OnShift("p3", has_agreed=False)


def shift(**more):
    return Shift(**{"id": "s1", "name": "Kitchen", "on": THURSDAY, "needed": 3, **more})


def test_the_sentence_says_who_is_missing_plainly():
    one = shift(people=(YES, ASKED, NO))
    assert missing_words(one) == "Thursday 3 December: 1 more person needed for Kitchen"
    two = shift(people=(YES, NO))
    assert missing_words(two) == "Thursday 3 December: 2 more people needed for Kitchen"
    assert missing_words(shift(needed=1, people=(YES,))) == ""
    assert missing_words(shift(on=None)) == ""


def test_who_said_no_is_missing_and_who_was_asked_is_not():
    assert missing(shift(people=(YES, ASKED, NO))) == 1
    assert agreed(shift(people=(YES, ASKED, NO))) == 1


def test_a_pattern_makes_its_day_of_each_week():
    made = from_pattern(COOK, MONDAY, 3, ())
    assert [each.on for each in made] == [THURSDAY + timedelta(7 * n) for n in range(3)]
    first = made[0]
    assert (first.name, first.role, first.activity) == ("Kitchen", "cook", "a")
    assert (first.starts, first.ends, first.needed) == ("10:30", "12:00", 3)


def test_a_pattern_made_twice_makes_nothing_twice():
    made = from_pattern(COOK, MONDAY, 4, ())
    assert from_pattern(COOK, MONDAY, 4, made) == []
    assert len(from_pattern(COOK, MONDAY, 5, made)) == 1


def test_a_pattern_begins_on_the_day_itself():
    assert from_pattern(COOK, THURSDAY, 1, ())[0].on == THURSDAY
    assert from_pattern(COOK, THURSDAY + timedelta(1), 1, ())[0].on == THURSDAY + timedelta(7)


def test_a_role_without_a_day_or_that_ended_makes_no_shifts():
    assert from_pattern(VolunteerRole("r", name="Helper"), MONDAY, 4, ()) == []
    ended = VolunteerRole("r", name="Helper", weekday=3, ended_on=THURSDAY)
    assert [each.on for each in from_pattern(ended, MONDAY, 4, ())] == [THURSDAY]


@given(
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.integers(0, 6),
    st.integers(-3, MOST_WEEKS + 9),
)
def test_a_pattern_keeps_to_its_day_and_never_looks_back(first, weekday, weeks):
    made = from_pattern(VolunteerRole("r", name="x", weekday=weekday), first, weeks, ())
    assert len(made) == max(0, min(weeks, MOST_WEEKS))
    assert all(each.on.weekday() == weekday and each.on >= first for each in made)


def test_a_week_is_copied_with_its_people_who_are_asked_anew():
    one = shift(people=(YES, ASKED, NO), notes="Bring a cake.")
    made = copied_week([one, shift(id="s2", on=THURSDAY + timedelta(7), name="Other")], MONDAY, 2)
    assert [each.on for each in made] == [THURSDAY + timedelta(7), THURSDAY + timedelta(14)]
    assert made[0].people == (OnShift("p1"), OnShift("p2"))
    assert (made[0].id, made[0].notes) == ("", "")


def test_a_week_copied_twice_makes_nothing_twice():
    week = [shift(), shift(id="s2", name="Door", starts="09:00")]
    made = copied_week(week, MONDAY, 2)
    assert len(made) == 4
    assert copied_week([*week, *made], MONDAY, 2) == []


def test_home_hears_of_the_next_seven_days_only():
    days = [THURSDAY + timedelta(n) for n in (-1, 0, 7, 8)]
    shifts = [shift(id=str(day), on=day) for day in reversed(days)]
    assert [gap.on for gap in missing_soon(shifts, THURSDAY)] == days[1:3]
    assert missing_soon([shift(needed=0)], THURSDAY) == []


def test_each_shift_with_a_day_is_a_date_that_says_who_is_missing():
    due, full = dues_of([shift(starts="10:30"), shift(id="s2", needed=1, people=(YES,))])
    assert dues_of([shift(on=None)]) == []
    assert (due.id, due.kind, due.on) == ("shift/s1", DueKind.SHIFT, THURSDAY)
    assert (due.what, due.why, due.starts) == ("Rota: Kitchen", "3 more people needed.", "10:30")
    assert full.why == "Nobody is missing."


def test_times_are_said_as_people_say_them():
    assert time_words(shift(starts="10:30", ends="12:00")) == "10.30am to 12 noon"
    assert time_words(shift(starts="10:30")) == "from 10.30am"
    assert time_words(shift()) == ""


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_the_week_of_a_day_begins_on_its_monday(day):
    assert monday_of(day).weekday() == 0
    assert 0 <= (day - monday_of(day)).days < 7


def test_barriers_are_counted_and_each_person_once():
    stoppings = [
        Stopping("1", barriers=(Barrier.COST, Barrier.COST, Barrier.TIME)),
        Stopping("2", barriers=(Barrier.COST,)),
        Stopping("3"),
    ]
    counts = barrier_counts(stoppings)
    assert (counts[Barrier.COST], counts[Barrier.TIME], counts[Barrier.ACCESS]) == (2, 1, 0)


def test_where_the_calendar_ends_no_shift_is_made_and_nothing_breaks():
    monday = date(9999, 12, 20)
    assert [each.on for each in from_pattern(COOK, monday, 5, [])] == [
        date(9999, 12, 23),
        date(9999, 12, 30),
    ]
    assert from_pattern(COOK, date.max, 5, []) == []
    there = [shift(on=date(9999, 12, 23))]
    assert [each.on for each in copied_week(there, monday, 5)] == [date(9999, 12, 30)]
