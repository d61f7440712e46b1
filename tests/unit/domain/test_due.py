"""What falls due: its order, what came of it, what is still open, and its words."""

from datetime import date, time

import pytest

from vcs_desktop.domain import due_of_activities, due_of_people, due_of_years
from vcs_desktop.domain.attendance import Activity
from vcs_desktop.domain.due import (
    DateDone,
    DateLine,
    Due,
    DueKind,
    Outcome,
    done_id,
    is_open,
    outcome_of,
    time_of,
    with_outcomes,
)
from vcs_desktop.domain.due_words import far_in_words, kind_in_words, when_in_words, with_time
from vcs_desktop.domain.obligations import ForPeriod, Need, Obligation, Period
from vcs_desktop.domain.our_group import YearEnd
from vcs_desktop.domain.people import DbsCheck, Person, Role, Tie

ON = date(2026, 12, 4)
MEETING = Due("meeting/a", ON, DueKind.MEETING, "Committee", starts="19:30", place="The hall")
PAPER = Due("document/b/expiry", ON, DueKind.EXPIRY, "Insurance")


def test_what_has_no_hour_comes_first_in_its_day():
    early = Due("x", date(2026, 12, 3), DueKind.OUR_OWN, "Zebra", starts="23:00")
    lines = with_outcomes([MEETING, PAPER, early], {})
    assert [line.due for line in lines] == [early, PAPER, MEETING]


def test_what_was_ticked_off_is_known_by_the_date_and_its_day():
    done = {done_id(PAPER): DateDone(done_id(PAPER), "Insurance", ON, ON)}
    moved = Due(PAPER.id, date(2027, 12, 4), PAPER.kind, PAPER.what)
    assert [line.outcome for line in with_outcomes([PAPER, moved], done)] == [Outcome.DONE, None]


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        (None, None),
        (DateDone("a", "x"), None),
        (DateDone("a", "x", ON, ON), Outcome.DONE),
        (DateDone("a", "x", ON, ON, is_not_needed=True), Outcome.NOT_NEEDED),
    ],
)
def test_what_came_of_a_date(done, expected):
    assert outcome_of(done) is expected


@pytest.mark.parametrize(
    ("line", "today", "expected"),
    [
        (DateLine(PAPER), date(2027, 6, 1), True),
        (DateLine(PAPER, Outcome.NOT_NEEDED), date(2026, 1, 1), False),
        (DateLine(MEETING), ON, True),
        (DateLine(MEETING), date(2026, 12, 5), False),
    ],
)
def test_what_takes_place_is_over_after_its_day_and_what_is_to_do_is_not(line, today, expected):
    assert is_open(line, today) is expected


@pytest.mark.parametrize(
    ("starts", "expected"),
    [("19:30", time(19, 30)), ("", None), ("24:00", None), ("7pm", None), ("00:00", time(0, 0))],
)
def test_only_a_time_of_day_is_one(starts, expected):
    assert time_of(Due("a", ON, DueKind.MEETING, "x", starts=starts)) == expected


def test_when_it_is_in_words():
    assert when_in_words(MEETING) == "Friday 4 December 2026 at 7.30pm"
    assert when_in_words(PAPER) == "Friday 4 December 2026"
    assert with_time(MEETING) == "7.30pm Committee"
    assert with_time(PAPER) == "Insurance"


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 12, 4), "today"),
        (date(2026, 12, 3), "tomorrow"),
        (date(2026, 11, 22), "in 12 days"),
        (date(2026, 12, 5), "yesterday"),
        (date(2026, 12, 7), "3 days ago"),
    ],
)
def test_how_far_off_it_is(today, words):
    assert far_in_words(ON, today) == words


def test_every_kind_has_words():
    assert all(kind_in_words(kind) for kind in DueKind)


def test_a_check_is_looked_at_again_and_a_term_ends():
    person = Person(
        "p",
        "Carol",
        roles=(
            Role("r1", Tie.COMMITTEE, "Treasurer", until=date(2027, 1, 1)),
            Role("r2", Tie.COMMITTEE, until=date(2027, 2, 1)),
            Role("r3", Tie.VOLUNTEER, until=date(2027, 3, 1)),
            Role("r4", Tie.VOLUNTEER, "Driver"),
        ),
        dbs=DbsCheck(recheck_on=ON),
    )
    assert [(due.on, due.kind, due.what) for due in due_of_people.dues_of(person)] == [
        (ON, DueKind.RECHECK, "Look at the DBS check of Carol again"),
        (date(2027, 1, 1), DueKind.TERM_ENDS, "The term of Carol ends: Treasurer"),
        (date(2027, 2, 1), DueKind.TERM_ENDS, "The term of Carol ends: Committee"),
    ]


def test_of_whom_nothing_is_known_nothing_falls_due():
    assert list(due_of_people.dues_of(Person("p", "Dan", dbs=DbsCheck()))) == []


def test_an_activity_takes_place_on_its_day_until_it_ends():
    lunch = Activity("a", "Thursday lunch", weekday=3, starts="12:00", ended_on=date(2026, 12, 10))
    found = list(due_of_activities.dues_of(lunch, date(2026, 11, 26), date(2026, 12, 31)))
    assert [due.on for due in found] == [
        date(2026, 11, 26), date(2026, 12, 3), date(2026, 12, 10)
    ]  # fmt: skip
    assert len({due.id for due in found}) == 3


@pytest.mark.parametrize("weekday", [None, 7, -1])
def test_an_activity_without_a_day_of_the_week_is_on_no_day(weekday):
    lunch = Activity("a", "Lunch", weekday=weekday)
    assert list(due_of_activities.dues_of(lunch, ON, date(2027, 12, 31))) == []


def test_the_last_week_of_the_calendar_is_no_trouble():
    lunch = Activity("a", "Lunch", weekday=3)
    assert len(list(due_of_activities.dues_of(lunch, date(9999, 12, 25), date.max))) == 1


def test_a_year_of_accounts_ends_every_year():
    found = due_of_years.year_end_dues(YearEnd(29, 2), date(2027, 2, 28), date(2028, 12, 31))
    assert [due.on for due in found] == [date(2027, 2, 28), date(2028, 2, 29)]
    assert list(due_of_years.year_end_dues(None, ON, ON)) == []


def test_only_what_must_be_filed_or_looked_at_is_in_the_calendar():
    def one(need, on=ON):
        return Obligation(f"a/{need}", need, "Annual return", "Every CIO does.", "Do it.", on)

    periods = [ForPeriod(Period(ON), tuple(map(one, Need))), ForPeriod(Period(ON), ())]
    assert [due.id for due in due_of_years.filing_dues(periods)] == [
        "filing/a/must",
        "filing/a/check",
    ]
    assert not list(due_of_years.filing_dues([ForPeriod(Period(ON), (one(Need.MUST, None),))]))
    assert next(due_of_years.filing_dues(periods)).why == "Every CIO does. Do it."
