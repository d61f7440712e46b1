"""The dates of a group: gathered from everywhere, ticked off, and taken back."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.dates_house import CLOSES, dates_of, fill
from tests.support.group_file import computer
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.due import DateDone, Due, DueKind, Outcome, OwnDate, done_id
from vcs_desktop.domain.kinds import DOCUMENT, MEETING, OWN_DATE, SHIFT
from vcs_desktop.domain.meetings import Action, Meeting
from vcs_desktop.domain.papers import Paper
from vcs_desktop.domain.volunteering import OnShift, Shift
from vcs_desktop.services import date_files
from vcs_desktop.services.dates import NEAREST, NoNameOfDate
from vcs_desktop.services.records import NoSuchRecord
from vcs_desktop.wire.operation import Change

START, END = date(2026, 11, 23), date(2026, 12, 31)


@pytest.fixture
def desk(tmp_path):
    made = computer(tmp_path / "group.db")
    yield made
    made.database.close()


@pytest.fixture
def dates(desk):
    return dates_of(desk)


@pytest.fixture
def ids(desk):
    return fill(desk.records)


def named(lines):
    return [(line.due.on.isoformat(), line.due.what) for line in lines]


def find(lines, what):
    return next(line for line in lines if line.due.what == what)


def test_a_group_without_anything_has_no_dates_but_what_it_kept_of_the_library(dates):
    assert named(dates.between(START, END)) == [("2026-12-04", "Closes: Winter Warmth")]
    agenda = dates.agenda()
    assert (agenda.before, agenda.ticked, agenda.undated) == ((), (), ())


@pytest.mark.usefixtures("ids")
def test_dates_come_from_every_part_sorted_by_day(dates):
    found = [each for each in named(dates.between(START, END)) if "lunch" not in each[1]]
    assert found == [
        ("2026-11-30", "Pay the hall"),
        ("2026-12-03", "Rota: Kitchen"),
        ("2026-12-04", "Closes: Winter Warmth"),
        ("2026-12-08", "Committee"),
        ("2026-12-10", "Buy a kettle"),
        ("2026-12-31", "Pay the hall"),
        ("2026-12-31", "The term of Anna ends: Chair"),
    ]
    weekly = dates.between(START, END)
    assert sum(line.due.kind is DueKind.ACTIVITY for line in weekly) == 6


@pytest.mark.usefixtures("ids")
def test_both_ends_of_the_time_count_and_nothing_beyond(dates):
    assert named(dates.between(date(2027, 1, 1), date(2027, 1, 1))) == [
        ("2027-01-01", "Last day that it holds: Public liability insurance")
    ]


@pytest.mark.usefixtures("ids")
def test_what_is_still_open_from_before_is_told_and_of_what_comes_again_once(dates):
    assert named(dates.agenda().before) == [
        ("2026-10-01", "Look through again: Public liability insurance"),
        ("2026-10-31", "Pay the hall"),
        ("2026-11-01", "Look at the DBS check of Anna again"),
        ("2026-11-20", "Ring the council"),
    ]
    assert dates.left_over() == list(dates.agenda().before)


@pytest.mark.usefixtures("ids")
def test_the_year_of_accounts_ends_and_no_filing_is_made_up_without_rules(dates):
    found = dates.between(date(2027, 1, 2), date(2027, 12, 1))
    assert "Your year of accounts ends" in [line.due.what for line in found]
    assert not any(line.due.kind is DueKind.FILING for line in found)


@pytest.mark.usefixtures("ids")
def test_the_next_dates_leave_out_what_comes_every_week(dates):
    assert named(dates.next(3)) == [
        ("2026-11-30", "Pay the hall"),
        ("2026-12-04", "Closes: Winter Warmth"),
        ("2026-12-08", "Committee"),
    ]
    assert [line.due.what for line in dates.next(50)].count("Pay the hall") == 1


@pytest.mark.parametrize("outcome", list(Outcome))
def test_what_is_ticked_off_is_no_longer_open_and_undo_brings_it_back(dates, desk, ids, outcome):
    due = find(dates.agenda().before, "Look through again: Public liability insurance").due
    dates.tick(due, outcome)
    assert due.what not in [line.due.what for line in dates.agenda().before]
    assert find(dates.agenda().ticked, due.what).outcome is outcome
    assert desk.records.offers().undo == f"Undo: tick off {due.what}"
    desk.records.undo()
    assert find(dates.agenda().before, due.what).outcome is None


@pytest.mark.usefixtures("ids")
def test_what_was_ticked_off_by_mistake_is_open_again_and_can_be_ticked_off_again(dates):
    due = find(dates.agenda().before, "Pay the hall").due
    for _ in range(2):
        dates.tick(due, Outcome.DONE)
        assert "Pay the hall" not in [line.due.what for line in dates.agenda().before]
        dates.untick(due)
        assert "Pay the hall" in [line.due.what for line in dates.agenda().before]


@pytest.mark.usefixtures("ids")
def test_ticking_off_one_time_leaves_the_next_time_open(dates):
    dates.tick(find(dates.between(START, END), "Pay the hall").due, Outcome.DONE)
    found = [line for line in dates.between(START, END) if line.due.what == "Pay the hall"]
    assert [line.outcome for line in found] == [Outcome.DONE, None]


def test_an_action_that_is_done_is_done_in_its_meeting(dates, desk, ids):
    due = find(dates.agenda().before, "Ring the council").due
    dates.tick(due, Outcome.DONE)
    actions = {each.id: each for each in desk.records.held(Meeting, ids["meeting"]).thing.actions}
    assert actions["a1"].done_on == dates.today()
    assert actions["a2"].done_on is None
    assert desk.records.held(DateDone, done_id(due)) is None
    desk.records.undo()
    assert find(dates.agenda().before, "Ring the council")


@pytest.mark.usefixtures("ids")
def test_nobodys_name_is_copied_where_a_date_about_them_is_ticked_off(dates, desk):
    due = find(dates.agenda().before, "Look at the DBS check of Anna again").due
    dates.tick(due, Outcome.DONE)
    kept = desk.records.held(DateDone, done_id(due)).thing
    assert kept.name == "A DBS check to look at again"
    assert "Anna" not in str(desk.records.held(DateDone, done_id(due)).record.values)


def test_a_date_that_is_moved_is_open_again(dates, desk, ids):
    before = dates.own(ids["own"])
    own = dates.save_own(before, replace(before.thing, repeats_months=0))
    dates.tick(find(dates.agenda().before, "Pay the hall").due, Outcome.DONE)
    dates.save_own(own, replace(own.thing, on=date(2026, 12, 24)))
    assert find(dates.between(START, END), "Pay the hall").outcome is None


def test_two_computers_that_tick_the_same_date_off_keep_one_record(dates, desk, ids, tmp_path):
    other = computer(tmp_path / "other.db", who="0190-ben", seed=2)
    desk.give(other)
    due = find(dates.agenda().before, "Pay the hall").due
    dates.tick(due, Outcome.DONE)
    dates_of(other).tick(due, Outcome.DONE)
    other.give(desk)
    assert len(desk.rows("record")) == len(other.rows("record"))
    assert "Pay the hall" not in [line.due.what for line in dates.agenda().before]
    other.database.close()


def test_a_date_of_our_own_is_added_changed_and_put_in_the_bin(dates, desk):
    own_id = dates.add_own(OwnDate(name="  Summer   fair ", on=date(2026, 12, 20)))
    assert find(dates.between(START, END), "Summer fair")
    held = dates.own(own_id)
    dates.save_own(held, replace(held.thing, place="The green"))
    assert find(dates.between(START, END), "Summer fair").due.place == "The green"
    desk.records.put_in_bin(own_id)
    assert "Summer fair" not in [line.due.what for line in dates.between(START, END)]


def test_a_date_needs_a_name_and_not_a_day(dates):
    with pytest.raises(NoNameOfDate):
        dates.add_own(OwnDate(name="  "))
    own_id = dates.add_own(OwnDate(name="Some day"))
    assert dates.agenda().undated == ((own_id, "Some day"),)
    with pytest.raises(NoNameOfDate):
        dates.save_own(dates.own(own_id), OwnDate(own_id, ""))


def test_what_is_no_date_of_our_own_is_not_opened_as_one(dates, ids):
    for wrong in ("nowhere", ids["meeting"]):
        with pytest.raises(NoSuchRecord):
            dates.own(wrong)


def test_what_is_in_the_bin_falls_on_no_day(dates, desk, ids):
    for each in ids.values():
        desk.records.put_in_bin(each)
    assert [
        line.due for line in dates.between(START, END) if line.due.kind is not DueKind.ACTIVITY
    ] == [CLOSES]


def test_the_action_of_a_meeting_that_is_gone_can_still_be_ticked_off(dates, desk):
    gone = Due("meeting/m/a", START, DueKind.ACTION, "x", record_kind="meeting", record_id="m")
    dates.tick(gone, Outcome.DONE)
    assert desk.records.held(DateDone, done_id(gone)).thing.due_on == START


def test_to_untick_what_nobody_ticked_off_changes_nothing(dates, desk):
    dates.untick(CLOSES)
    assert desk.rows("record") == []


@pytest.mark.parametrize("months", [-1, 36_000, 10**12])
@pytest.mark.parametrize("on", [date.min, date(2026, 1, 31), date.max])
def test_a_date_that_says_something_impossible_stops_no_calendar(dates, desk, on, months):
    desk.records.add(OWN_DATE, OwnDate(name="Odd", on=on, repeats_months=months))
    assert dates.agenda().today == dates.today()
    assert dates.between(date.min, date.max)


def test_a_date_kept_as_own_is_of_that_kind(dates, desk):
    own_id = dates.add_own(OwnDate(name="Fair"))
    assert desk.records.held(OwnDate, own_id).record.kind == OWN_DATE


def test_a_year_of_two_thousand_dates_is_there_within_a_tenth_of_a_second(dates, desk):
    records = desk.records
    with records.acting(Verb.ADD) as act:
        for number in range(1_500):
            day = date(2027, 1, 1) + timedelta(number % 365)
            shift = Shift(name=f"Shift {number}", on=day, people=(OnShift("a"), OnShift("b")))
            records.new_in(act, SHIFT, shift, records.ids.new())
        for number in range(45):
            own = OwnDate(name=f"Own {number}", on=date(2026, 1, 1), repeats_months=1)
            records.new_in(act, OWN_DATE, own, records.ids.new())
    took = []
    for _ in range(5):
        begun = process_time()
        found = dates.between(date(2027, 1, 1), date(2027, 12, 31))
        took.append(process_time() - begun)
    assert len(found) >= 2_000
    assert min(took) < 0.1


@pytest.mark.parametrize("write", [date_files.wall_month, date_files.wall_year])
def test_the_last_months_of_the_calendar_go_on_the_wall_too(dates, desk, tmp_path, write):
    desk.records.add(OWN_DATE, OwnDate(name="The end", on=date.max))
    dates.inside.group = SimpleNamespace(name="Tea & Talk")
    path = write(dates, date.max, tmp_path / "wall.pdf")
    assert path.read_bytes().startswith(b"%PDF")


def test_the_nearest_dates_are_the_beginning_of_the_list(dates, ids):
    dates.add_own(OwnDate(name="Some day"))
    near, whole = dates.nearest(), dates.agenda()
    assert (near.is_whole, whole.is_whole) == (False, True)
    assert (near.today, near.before) == (whole.today, whole.before)
    assert near.ahead == whole.ahead[: len(near.ahead)]
    assert 0 < len(near.ahead) < len(whole.ahead)
    assert whole.ahead[len(near.ahead)].due.on > dates.today() + NEAREST


def test_of_thousands_of_dates_little_more_than_a_screen_comes_first(dates, ids, desk):
    days = [dates.today() + timedelta(number - 300) for number in range(320)]
    for day in days:
        dates.add_own(OwnDate(name="Ring the hall", on=day))
        desk.records.add(DOCUMENT, Paper(name="Lease", review_on=day))
    near, whole = dates.nearest(), dates.agenda()
    assert near.before == whole.before[: len(near.before)]
    assert 30 <= len(near.before) < 100
    assert near.ahead == ()


def test_what_was_ticked_off_long_ago_leaves_a_first_part_to_show(dates, ids):
    dates._closings = list
    days = [dates.today() + timedelta(number - 150) for number in range(160)]
    for day in days:
        dates.add_own(OwnDate(name="Ring the hall", on=day))
    for line in dates.left_over():
        dates.tick(line.due, Outcome.DONE)
    near, whole = dates.nearest(), dates.agenda()
    assert near.before == whole.before == ()
    assert near.ahead == whole.ahead[: len(near.ahead)]
    assert len(near.ahead) >= 10


@settings(max_examples=25, deadline=None)
@given(
    ages=st.lists(st.integers(-400, 40), max_size=90),
    odd=st.lists(st.sampled_from(["soon", "2026-02-30", 7, None]), max_size=3),
)
def test_a_first_part_is_always_the_beginning_of_the_whole(ages, odd):
    with TemporaryDirectory() as place:
        desk = computer(Path(place) / "group.db")
        dates = dates_of(desk)
        dates._closings = list
        _keep_at_once(desk.records, dates.today(), ages, odd)
        near, whole = dates.nearest(), dates.agenda()
        desk.database.close()
    every, first = (*whole.before, *whole.ahead), (*near.before, *near.ahead)
    assert first == every[: len(first)]
    assert first or not every or every[0].due.on > dates.today() + NEAREST


def _keep_at_once(records, today, ages, odd):
    days = [(today + timedelta(age)).isoformat() for age in ages]
    told = [(OWN_DATE, "on", day) for day in (*days, *odd)]
    told += [(DOCUMENT, "review_on", day) for day in (*days[::2], *odd)]
    with records.acting(Verb.ADD) as act:
        for kind, field, day in told:
            changes = {"name": Change(None, "Fair"), field: Change(None, day)}
            act.change(kind, records.ids.new(), changes, seen=())


def test_the_same_falls_due_however_the_days_are_asked_for(dates, ids):
    dates.tick(find(dates.agenda().before, "Pay the hall").due, Outcome.DONE)
    first, last = date(2026, 9, 25), date(2027, 1, 3)
    whole = dates.between(first, last)
    for day in range((last - first).days):
        middle = first + timedelta(day)
        assert dates.between(first, middle) + dates.between(middle + timedelta(1), last) == whole


def test_what_comes_next_is_found_however_far_ahead_it_is(dates):
    days = [dates.today() + timedelta(days) for days in (5, 31, 100, 366, 400)]
    for number, day in enumerate(days):
        dates.add_own(OwnDate(name=f"Date {number}", on=day))
    dates._closings = list
    assert [line.due.what for line in dates.next(9)] == ["Date 0", "Date 1", "Date 2", "Date 3"]
    assert [line.due.what for line in dates.next(3)] == ["Date 0", "Date 1", "Date 2"]


@pytest.mark.parametrize("wrong", ["soon", "2026-02-30", "20261301", 7, None])
def test_a_date_whose_day_cannot_be_one_has_no_day_yet(dates, desk, wrong):
    own_id = desk.records.ids.new()
    changes = {"name": Change(None, "Fair"), "on": Change(None, wrong)}
    with desk.records.acting(Verb.ADD) as act:
        act.change(OWN_DATE, own_id, changes, seen=())
    assert dates.agenda().undated == ((own_id, "Fair"),)
    assert find(dates.between(START, END), CLOSES.what)


def test_an_action_falls_due_long_after_its_meeting_and_a_meeting_without_one_does_not(dates, desk):
    due_on = date(2026, 12, 10)
    for each in (
        Meeting(name="Old", on=date(2020, 1, 1), actions=(Action("a", "Ring", due_on=due_on),)),
        Meeting(name="Older", on=date(2019, 1, 1), actions=(Action("a", "Write"),)),
        Meeting(actions=(Action("a", "Ask", due_on=due_on, done_on=due_on),)),
    ):
        desk.records.add(MEETING, each)
    assert named(dates.between(due_on, due_on)) == [("2026-12-10", "Ring")]


def test_days_that_no_calendar_has_are_not_the_end_of_the_first_part(dates):
    _keep_at_once(dates.inside.records, dates.today(), range(-5, 5), ["0000-01-01"] * 70)
    near, whole = dates.nearest(), dates.agenda()
    assert near.before == whole.before
    assert near.ahead == whole.ahead[: len(near.ahead)]
