"""Sums of who came: nobody counted twice, nothing lost, and quick."""

import time
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.attendance import (
    AttendanceSheet,
    Came,
    Helped,
    count_of,
    first_timers,
    helped_minutes,
)
from vcs_desktop.domain.attendance_sums import (
    Help,
    Missed,
    PersonSum,
    Session,
    Sum,
    as_now,
    between,
    by_activity,
    by_employer,
    by_month,
    by_person,
    came_before,
    missed,
    names_of_activities,
    session_of,
    sum_of,
    usual,
    usual_helpers,
)
from vcs_desktop.domain.values import values_of

THURSDAY = date(2026, 11, 26)


def session(on, *came, first=(), helped=None, what="lunch", others=0, others_first=0):
    return Session(
        id=f"{what}-{on}",
        name=what.title(),
        activity=what,
        on=on,
        came={each: each in first for each in came},
        others=others,
        others_first=others_first,
        helped={person: Help(minutes) for person, minutes in (helped or {}).items()},
    )


def weeks_ago(weeks):
    return THURSDAY - timedelta(weeks=weeks)


IDS = st.sampled_from(["ann", "ben", "cat", "dev", "eve"])
SHEETS = st.builds(
    lambda on, came, helped, others, first: AttendanceSheet(
        name="Lunch",
        activity="lunch",
        on=on,
        came=tuple(Came(each, is_first) for each, is_first in sorted(came.items())),
        helped=tuple(Helped(each, minutes) for each, minutes in sorted(helped.items())),
        others=others,
        others_first_time=min(first, others),
    ),
    st.dates(date(2024, 1, 1), date(2028, 12, 31)),
    st.dictionaries(IDS, st.booleans()),
    st.dictionaries(IDS, st.one_of(st.none(), st.integers(0, 600))),
    st.integers(0, 50),
    st.integers(0, 50),
)


@given(SHEETS)
def test_a_sheet_read_quickly_says_what_the_sheet_says(sheet):
    found = session_of("s", values_of(sheet))
    assert (found.visits, found.first_timers, found.minutes) == (
        count_of(sheet),
        first_timers(sheet),
        helped_minutes(sheet),
    )
    assert (found.on, found.name, found.activity) == (sheet.on, "Lunch", "lunch")


@given(st.lists(SHEETS, max_size=12))
def test_the_months_and_the_activities_add_up_to_the_whole(sheets):
    sessions = [session_of(str(n), values_of(each)) for n, each in enumerate(sheets)]
    whole = sum_of(sessions)
    first, last = date(2024, 1, 1), date(2028, 12, 31)
    for sums in (by_month(sessions, first, last), by_activity(sessions)):
        parts = list(sums.values())
        assert sum(each.visits for each in parts) == whole.visits
        assert sum(each.minutes for each in parts) == whole.minutes
        assert sum(each.sessions for each in parts) == whole.sessions
    people = by_person(sessions)
    assert sum(each.came for each in people) + whole.counted == whole.visits
    assert sum(each.came > 0 for each in people) == whole.people
    assert sum(each.minutes for each in people) == whole.minutes


def test_values_that_are_not_what_they_should_be_count_for_nothing():
    values = {
        "on": "2026-11-26",
        "name": 3,
        "others": True,
        "others_first_time": "2",
        "came/ann": "yes",
        "came/ben": {"is_first_time": 1},
        "helped/cat": {"minutes": "90", "employer": None},
    }
    found = session_of("s", values)
    assert found == Session("s", "", "", THURSDAY, {"ben": False}, helped={"cat": Help()})
    assert session_of("s", {}) is None
    assert session_of("s", {"on": "soon"}) is None
    assert session_of("s", {"on": 3}) is None


def test_people_are_counted_once_however_often_they_come():
    sessions = [
        session(weeks_ago(1), "ann", "ben", others=3, others_first=1, helped={"cat": 120}),
        session(weeks_ago(0), "ann", "dev", first=("dev",), helped={"cat": 90, "eve": None}),
    ]
    assert sum_of(sessions) == Sum(
        sessions=2,
        visits=7,
        people=3,
        counted=3,
        first_timers=2,
        helpers=2,
        minutes=210,
        unsaid=1,
    )
    assert sum_of([]) == Sum()


def test_two_records_that_turned_out_to_be_one_person_came_once():
    was = Session(
        "s",
        "",
        "",
        THURSDAY,
        {"ann": False, "anne": True},
        helped={"ann": Help(60), "anne": Help(90, "Bank")},
    )
    found = as_now(was, lambda each: "ann")
    assert found.came == {"ann": True}
    assert found.helped == {"ann": Help(90, "Bank")}
    assert as_now(was, lambda each: each) is was


def test_a_month_without_sessions_is_a_month_all_the_same():
    months = by_month([session(THURSDAY, "ann")], date(2026, 10, 15), date(2027, 1, 2))
    assert list(months) == [date(2026, n, 1) for n in (10, 11, 12)] + [date(2027, 1, 1)]
    assert [each.visits for each in months.values()] == [0, 1, 0, 0]


def test_both_ends_of_a_stretch_are_in_it():
    sessions = [session(weeks_ago(n), "ann") for n in range(4)]
    assert [each.on for each in between(sessions, weeks_ago(2), weeks_ago(1))] == [
        weeks_ago(1),
        weeks_ago(2),
    ]


def test_the_usual_people_are_those_who_came_most_often_in_a_year():
    sessions = [
        session(weeks_ago(60), "old"),
        session(weeks_ago(3), "ann", "ben"),
        session(weeks_ago(2), "ben", "cat", helped={"dev": 60}),
        session(weeks_ago(1), "cat", what="art"),
        session(weeks_ago(0), "today"),
    ]
    assert list(usual(sessions, "lunch", THURSDAY).items()) == [("ben", 2), ("cat", 1), ("ann", 1)]
    assert usual_helpers(sessions, "lunch", THURSDAY) == {"dev": 1}


def test_who_came_before_is_known_also_from_other_activities():
    sessions = [
        session(weeks_ago(1), "ann", what="art"),
        session(THURSDAY, "ben"),
        session(THURSDAY, "cat", what="art"),
        session(THURSDAY + timedelta(1), "dev"),
    ]
    assert came_before(sessions, THURSDAY, f"lunch-{THURSDAY}") == {"ann", "cat"}


def test_who_came_often_and_misses_the_last_four_sessions_has_not_come_for_a_while():
    regular = [session(weeks_ago(n), "ann", "ben") for n in range(8, 3, -1)]
    lately = [session(weeks_ago(n), "ben") for n in range(4)]
    assert missed([*regular, *lately], THURSDAY) == [Missed("ann", "lunch", weeks_ago(4))]


def test_a_break_makes_nobody_miss_anything_and_neither_does_another_activity():
    regular = [session(weeks_ago(n), "ann", "ben") for n in range(30, 22, -1)]
    assert missed(regular, THURSDAY) == []
    lately = [session(weeks_ago(n), "ben") for n in range(4)]
    art = session(weeks_ago(1), "ann", what="art")
    assert missed([*regular, *lately, art], THURSDAY) == []


def test_who_helps_now_and_then_is_seen():
    regular = [session(weeks_ago(n), "ann", "ben") for n in range(8, 3, -1)]
    lately = [session(weeks_ago(n), "ben", helped={"ann": None}) for n in range(4)]
    assert missed([*regular, *lately], THURSDAY) == []


def test_who_came_seldom_is_not_missed():
    seldom = [session(weeks_ago(n), "ann", "ben") for n in (8, 7, 6)]
    lately = [session(weeks_ago(n), "ben") for n in range(4)]
    assert missed([*seldom, *lately], THURSDAY) == []


def test_each_person_has_how_often_and_when_last():
    sessions = [session(weeks_ago(1), "ann", helped={"ben": 60}), session(THURSDAY, "ann", "cat")]
    assert by_person(sessions) == [
        PersonSum("ann", 2, THURSDAY),
        PersonSum("cat", 1, THURSDAY),
        PersonSum("ben", 0, None, 1, 60),
    ]


def test_the_time_that_an_employer_gave_is_counted_whatever_the_capitals():
    one = Session("a", "", "", THURSDAY, helped={"ann": Help(60, "The Bank"), "ben": Help(30)})
    two = Session("b", "", "", THURSDAY, helped={"cat": Help(45, "the  bank"), "dev": Help(9, "X")})
    assert by_employer([one, two]) == {"The Bank": 105, "X": 9}


def test_an_activity_is_called_as_it_is_now_and_what_was_done_once_as_it_was_written():
    sessions = [
        session(THURSDAY, "ann"),
        Session("once", "Trip to Oxford", "", THURSDAY),
    ]
    assert names_of_activities(sessions, {"lunch": "Thursday lunch"}) == {
        "lunch": "Thursday lunch",
        "=trip to oxford": "Trip to Oxford",
    }


def test_five_years_of_sheets_are_summed_in_a_fraction_of_the_time_it_takes_to_make_them():
    values = [
        {
            "on": (date(2022, 1, 1) + timedelta(days=2 * n)).isoformat(),
            "name": "Lunch",
            "activity": f"a{n % 3}",
            **{f"came/p{(n * 7 + k) % 300}": {} for k in range(40)},
            **{f"helped/h{k}": {"minutes": 150} for k in range(5)},
        }
        for n in range(900)
    ]
    begun = time.perf_counter()
    sheets = [dict(each) for each in values for _ in range(20)]
    bare = time.perf_counter() - begun
    begun = time.perf_counter()
    sessions = [session_of(str(n), each) for n, each in enumerate(values)]
    whole = sum_of(sessions)
    by_month(sessions, date(2022, 1, 1), date(2026, 12, 31))
    by_activity(sessions)
    by_person(sessions)
    missed(sessions, date(2026, 12, 31))
    took = time.perf_counter() - begun
    assert len(sheets) == 18_000
    assert (whole.sessions, whole.visits, whole.people) == (900, 36_000, 300)
    assert took < 60 * bare


def test_the_last_month_of_the_calendar_is_a_month_like_any_other():
    found = by_month([], date(9999, 11, 30), date.max)
    assert list(found) == [date(9999, 11, 1), date(9999, 12, 1)]
    assert not by_month([], date(2026, 3, 1), date(2026, 2, 28))
