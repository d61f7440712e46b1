"""After a long absence: what fell due meanwhile is asked about, one by one, and nothing is lost."""

from datetime import date, timedelta

import pytest

from tests.support.dates_house import dates_of, fill
from tests.support.group_file import computer
from vcs_desktop.domain.due import DueKind, Outcome, OwnDate
from vcs_desktop.domain.kinds import OWN_DATE
from vcs_desktop.services.absence import LONG_DAYS, leave, look_in, put_off


@pytest.fixture
def desk(tmp_path):
    made = computer(tmp_path / "group.db")
    yield made
    made.database.close()


@pytest.fixture
def dates(desk):
    fill(desk.records)
    return dates_of(desk)


def go_away(desk, days):
    desk.clock.moment += timedelta(days=days)


def whats(away):
    return [line.due.what for line in away.lines]


def test_the_first_look_is_no_absence(dates):
    assert look_in(dates) is None


@pytest.mark.parametrize(("days", "is_long"), [(LONG_DAYS - 1, False), (LONG_DAYS, True)])
def test_thirty_days_are_long(dates, desk, days, is_long):
    look_in(dates)
    go_away(desk, days)
    assert (look_in(dates) is not None) is is_long


def test_what_fell_due_meanwhile_is_told_in_order_and_what_is_next(dates, desk):
    look_in(dates)
    go_away(desk, 39)  # from 23 November to New Year's Day
    away = look_in(dates)
    assert away.since == date(2026, 11, 23)
    assert whats(away) == [
        "Closes: Winter Warmth",
        "Committee",
        "Buy a kettle",
        "Pay the hall",
        "The term of Anna ends: Chair",
    ]
    assert (away.number, away.total) == (1, 5)
    assert away.ahead[0].due.what == "Last day that it holds: Public liability insurance"


def test_neither_the_rota_nor_what_took_place_every_week_is_asked_about(dates, desk):
    look_in(dates)
    go_away(desk, 60)
    kinds = {line.due.kind for line in look_in(dates).lines}
    assert not kinds & {DueKind.SHIFT, DueKind.ACTIVITY}


def test_each_answer_leads_to_the_next_and_the_end_is_the_end(dates, desk):
    look_in(dates)
    go_away(desk, 39)
    answers = (
        lambda due: dates.tick(due, Outcome.DONE),
        lambda due: dates.tick(due, Outcome.NOT_NEEDED),
        lambda due: dates.tick(due, Outcome.DONE),  # an action: its meeting tells it no more
        lambda due: put_off(dates, due),
        lambda due: put_off(dates, due),
    )
    for number, answer in enumerate(answers, 1):
        away = look_in(dates)
        assert (away.number, away.total) == (number, 5)
        answer(away.lines[0].due)
    assert look_in(dates) is None
    assert look_in(dates) is None


def test_what_is_left_for_later_stays_in_the_list(dates, desk):
    look_in(dates)
    go_away(desk, 39)
    hall = next(line.due for line in look_in(dates).lines if line.due.what == "Pay the hall")
    put_off(dates, hall)
    assert hall.what not in whats(look_in(dates))
    assert hall in [line.due for line in dates.agenda().before]


def test_who_stops_in_the_middle_goes_on_there_the_next_day(dates, desk):
    look_in(dates)
    go_away(desk, 39)
    first = look_in(dates)
    put_off(dates, first.lines[0].due)
    go_away(desk, 1)
    again = look_in(dates)
    assert (again.number, again.total) == (2, 5)
    assert whats(again) == whats(first)[1:]


def test_who_leaves_is_not_asked_again_and_nothing_is_lost(dates, desk):
    look_in(dates)
    go_away(desk, 39)
    look_in(dates)
    leave(dates)
    assert look_in(dates) is None
    assert "Buy a kettle" in [line.due.what for line in dates.agenda().before]


def test_where_nothing_fell_due_nothing_is_asked(desk):
    dates = dates_of(desk, closings=())
    look_in(dates)
    go_away(desk, 100)
    assert look_in(dates) is None


def test_a_clock_that_was_wrong_for_a_while_does_no_harm(dates, desk):
    look_in(dates)
    go_away(desk, -400)
    assert look_in(dates) is None
    go_away(desk, 10)
    assert look_in(dates) is None


@pytest.mark.parametrize("rubbish", [[], "x", {"since": 5}, {"since": "2026-01-01"}, 7])
def test_what_is_damaged_on_the_desk_is_let_go(dates, rubbish):
    dates.inside.desk.put("dates/away", rubbish)
    assert look_in(dates) is None
    dates.inside.desk.put("dates/looked-on", rubbish)
    assert look_in(dates) is None


def test_of_what_comes_again_only_the_last_time_is_asked_about(desk):
    desk.records.add(OWN_DATE, OwnDate(name="Bins", on=date(2026, 1, 1), repeats_months=1))
    dates = dates_of(desk, closings=())
    look_in(dates)
    go_away(desk, 200)
    assert len(look_in(dates).lines) == 1
