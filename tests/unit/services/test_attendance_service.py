"""Who came: written down on a real encrypted file, each tick taken back by its own undo."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.group_file import computer
from vcs_desktop.domain.attendance import Activity, Came, Helped
from vcs_desktop.domain.attendance_periods import PeriodKind
from vcs_desktop.domain.kinds import ACTIVITY, ATTENDANCE, OUR_GROUP, PROFILE
from vcs_desktop.domain.library import Provenance
from vcs_desktop.domain.our_group import OurGroup, YearEnd
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.reference import Rule
from vcs_desktop.domain.rulebook import LIVING_WAGE, RuleBook
from vcs_desktop.services.attendance import AttendanceService, NoActivity, SheetThere
from vcs_desktop.services.attendance_totals import Asked, AttendanceTotals
from vcs_desktop.services.duplicates import DuplicatesService
from vcs_desktop.services.people import NoName
from vcs_desktop.services.records import NoSuchRecord

# The clock of these files begins on Monday 23 November 2026.
THURSDAY, BEFORE = date(2026, 11, 19), date(2026, 11, 12)
BOOK = RuleBook(
    [
        Rule(
            id="wage",
            rule=LIVING_WAGE,
            title="Wage",
            value=1271,
            unit="pence",
            provenance=Provenance(source="Gazette", valid_from=date(2026, 4, 1)),
        )
    ]
)


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "group.db")
    made.attendance = AttendanceService(made.records)
    made.totals = AttendanceTotals(made.records)
    yield made
    made.database.close()


@pytest.fixture
def folk(here):
    """Return the ids of some people by their first names."""
    names = ("Asha Patel", "Ben Cole", "Carol Day")
    return {name.split()[0]: here.people.add(Person(name=name)) for name in names}


def sheet_of(here, on=THURSDAY, name="Thursday lunch"):
    return here.attendance.begin(on, name).place


def test_looking_at_a_sheet_that_is_not_there_writes_nothing(here):
    opened = here.attendance.begin(THURSDAY, "  Thursday   lunch ")
    assert (opened.place.id, opened.place.name, opened.held) == ("", "Thursday lunch", None)
    assert here.attendance.look().lines == ()
    with pytest.raises(NoActivity):
        here.attendance.begin(THURSDAY, "  ")


def test_the_first_tick_makes_the_sheet_and_its_activity(here, folk):
    written = here.attendance.tick(sheet_of(here), folk["Asha"])
    assert [each.id for each in written.sheet.came] == [folk["Asha"]]
    (activity,) = here.attendance.activities()
    assert (activity.name, activity.weekday) == ("Thursday lunch", 3)
    assert written.place.activity == activity.id
    (line,) = here.attendance.look().lines
    assert (line.name, line.on, line.visits) == ("Thursday lunch", THURSDAY, 1)


def test_a_sheet_for_the_same_day_and_activity_is_never_made_twice(here, folk):
    place = sheet_of(here)
    here.attendance.tick(place, folk["Asha"])
    here.attendance.tick(place, folk["Ben"])  # still without its id, as two windows might
    again = here.attendance.begin(THURSDAY, "thursday LUNCH")
    assert {each.id for each in again.sheet.came} == {folk["Asha"], folk["Ben"]}
    assert len(here.attendance.look().lines) == 1
    assert len(here.attendance.activities()) == 1


def test_each_tick_is_undone_by_itself_in_its_own_words(here, folk):
    written = here.attendance.tick(sheet_of(here), folk["Asha"])
    here.attendance.tick(written.place, folk["Ben"])
    assert here.records.offers().undo == "Undo: tick Ben Cole"
    here.records.undo()
    assert here.records.offers().redo == "Redo: tick Ben Cole"
    here.records.undo()
    assert here.attendance.open(written.place.id).sheet.came == ()
    assert here.records.offers().undo == "Undo: begin the sheet of Thursday lunch"
    here.records.undo()
    assert here.attendance.look().lines == ()
    assert here.attendance.activities() == []


def test_a_sheet_can_be_begun_again_after_it_went_to_the_bin(here, folk):
    first = here.attendance.tick(sheet_of(here), folk["Asha"]).place
    here.records.put_in_bin(first.id)
    second = here.attendance.tick(sheet_of(here), folk["Ben"])
    assert second.place.id != first.id
    assert [each.id for each in second.sheet.came] == [folk["Ben"]]


def test_two_computers_that_begin_the_same_sheet_have_one_sheet(here, folk, tmp_path):
    here.records.add(ACTIVITY, Activity(name="Lunch"))
    there = computer(tmp_path / "there.db", who="0190-ben", seed=2)
    there.attendance = AttendanceService(there.records)
    here.give(there)
    here.attendance.tick(sheet_of(here, name="Lunch"), folk["Asha"])
    there.attendance.tick(sheet_of(there, name="Lunch"), folk["Ben"])
    there.give(here)
    (line,) = here.attendance.look().lines
    assert line.visits == 2
    there.database.close()


def test_who_is_ticked_already_is_not_ticked_twice(here, folk):
    written = here.attendance.tick(sheet_of(here), folk["Asha"], is_first_time=True)
    again = here.attendance.tick(written.place, folk["Asha"])
    assert again.sheet.came == (Came(folk["Asha"], is_first_time=True),)
    assert again.held == written.held


def test_a_tick_is_taken_away_and_its_undo_says_so(here, folk):
    written = here.attendance.tick(sheet_of(here), folk["Asha"])
    assert here.attendance.untick(written.place, folk["Asha"]).sheet.came == ()
    assert here.records.offers().undo == "Undo: untick Asha Patel"


def test_a_new_person_is_added_and_ticked_as_one_act(here):
    written = here.attendance.tick_new(sheet_of(here), "  Dev   Singh ")
    assert [each.name for each in here.people.people()] == ["Dev Singh"]
    assert [each.id for each in written.sheet.came] == [written.person.id]
    assert here.records.offers().undo == "Undo: add and tick Dev Singh"
    here.records.undo()
    assert here.people.people() == []
    assert here.attendance.open(written.place.id).sheet.came == ()
    with pytest.raises(NoName):
        here.attendance.tick_new(written.place, " ")


def test_on_the_first_sheet_nobody_can_tell_who_is_new_and_later_it_is_known(here, folk):
    first = here.attendance.begin(BEFORE, "Lunch")
    assert not first.is_first_time(folk["Asha"])
    here.attendance.tick(first.place, folk["Asha"])
    later = here.attendance.begin(THURSDAY, "Lunch")
    assert not later.is_first_time(folk["Asha"])
    assert later.is_first_time(folk["Ben"])
    assert later.knows_first
    assert not first.knows_first
    new = here.attendance.tick_new(later.place, "Dev Singh", is_first_time=later.knows_first)
    assert new.sheet.came == (Came(new.person.id, is_first_time=True),)


def test_that_it_was_the_first_time_can_be_changed(here, folk):
    place = here.attendance.tick(sheet_of(here), folk["Asha"]).place
    said = here.attendance.say_first_time(place, folk["Asha"], is_first_time=True)
    assert said.sheet.came == (Came(folk["Asha"], is_first_time=True),)


def test_the_usual_people_stand_in_the_order_in_which_they_come_most(here, folk):
    for on, who_came in ((BEFORE, ("Asha", "Ben")), (date(2026, 11, 5), ("Ben",))):
        for each in who_came:
            here.attendance.tick(sheet_of(here, on), folk[each])
    opened = here.attendance.begin(THURSDAY, "Thursday lunch")
    assert list(opened.usual.items()) == [(folk["Ben"], 2), (folk["Asha"], 1)]


def test_helpers_are_on_the_same_sheet_with_their_hours(here, folk):
    place = here.attendance.help(sheet_of(here), Helped(folk["Ben"], 150)).place
    assert here.records.offers().undo == "Undo: tick Ben Cole"
    here.attendance.help(place, Helped(folk["Ben"], 90, "The Bank"))
    assert here.records.offers().undo == "Undo: change Thursday lunch"
    new = here.attendance.tick_new(place, "Eve Ray", helped=Helped("", 60))
    assert set(new.sheet.helped) == {
        Helped(folk["Ben"], 90, "The Bank"),
        Helped(new.person.id, 60),
    }
    left = here.attendance.unhelp(place, folk["Ben"])
    assert [each.id for each in left.sheet.helped] == [new.person.id]


def test_people_who_are_only_counted_are_never_less_than_nobody(here):
    place = here.attendance.count_others(sheet_of(here), 12, 30).place
    sheet = here.attendance.open(place.id).sheet
    assert (sheet.others, sheet.others_first_time) == (12, 12)
    assert here.attendance.count_others(place, -3, 2).sheet.others == 0


def test_two_records_made_one_are_one_person_on_the_sheet(here, folk):
    place = here.attendance.tick(sheet_of(here), folk["Asha"]).place
    here.attendance.tick(place, folk["Ben"])
    DuplicatesService(here.records).merge(folk["Asha"], folk["Ben"])
    opened = here.attendance.open(place.id)
    assert [each.id for each in opened.sheet.came] == [folk["Asha"]]
    assert here.attendance.look().lines[0].visits == 1
    assert here.attendance.untick(place, folk["Asha"]).sheet.came == ()


def test_who_was_erased_is_still_counted_but_has_no_name(here, folk):
    place = here.attendance.tick(sheet_of(here), folk["Asha"]).place
    here.records.erase([folk["Asha"]])
    opened = here.attendance.open(place.id)
    assert len(opened.sheet.came) == 1
    assert folk["Asha"] not in opened.names
    totals = here.totals.look(BOOK)
    assert totals.whole.visits == 1
    assert totals.names == {folk["Asha"]: "Somebody who was removed"}


def test_a_sheet_moves_to_another_day_but_not_onto_another_sheet(here, folk):
    place = here.attendance.tick(sheet_of(here), folk["Asha"]).place
    here.attendance.tick(sheet_of(here, BEFORE), folk["Asha"])
    with pytest.raises(SheetThere):
        here.attendance.move(place, BEFORE)
    moved = here.attendance.move(place, date(2026, 11, 18))
    assert moved.sheet.on == moved.place.on == date(2026, 11, 18)
    assert here.attendance.begin(THURSDAY, "Thursday lunch").held is None


def test_what_ran_in_the_last_week_is_offered_until_it_is_written_down(here, folk):
    here.attendance.tick(sheet_of(here, BEFORE), folk["Asha"])
    ((activity, day),) = here.attendance.look().to_write
    assert (activity.name, day) == ("Thursday lunch", THURSDAY)
    here.attendance.tick(sheet_of(here), folk["Asha"])
    assert here.attendance.look().to_write == ()


def test_an_activity_keeps_its_name_in_one_place(here, folk):
    place = here.attendance.tick(sheet_of(here), folk["Asha"]).place
    held = here.attendance.activity(place.activity)
    timed = replace(held.thing, name="Lunch club", starts="12:00", ends="14:30")
    here.attendance.save_activity(held, timed)
    assert here.attendance.look().lines[0].name == "Lunch club"
    assert here.attendance.begin(BEFORE, "Lunch club").minutes == 150
    with pytest.raises(NoActivity):
        here.attendance.save_activity(held, replace(held.thing, name=" "))


def test_only_what_is_a_sheet_opens_as_one(here, folk):
    for opened in (here.attendance.open, here.attendance.activity):
        with pytest.raises(NoSuchRecord):
            opened(folk["Asha"])


def test_the_notes_of_a_sheet_are_kept(here):
    place = here.attendance.note(sheet_of(here), "It snowed.").place
    assert here.attendance.open(place.id).sheet.notes == "It snowed."


def test_the_sums_of_a_year_have_hours_with_their_value(here, folk):
    place = here.attendance.tick(sheet_of(here), folk["Asha"]).place
    here.attendance.help(place, Helped(folk["Ben"], 150))
    here.attendance.tick(sheet_of(here, date(2025, 6, 5)), folk["Carol"])
    totals = here.totals.look(BOOK)
    assert (totals.whole.sessions, totals.whole.people, totals.value.pence) == (1, 1, 3178)
    assert [each.rule.id for each in totals.value.parts] == ["wage"]
    assert len(totals.months) == 11  # December is still to come
    last = here.totals.look(BOOK, Asked(PeriodKind.LAST_YEAR))
    assert last.whole.people == 1
    of_nothing = here.totals.look(BOOK, Asked(what="something else"))
    assert (of_nothing.whole.visits, len(of_nothing.by_activity)) == (0, 1)


def test_our_own_year_needs_its_last_day(here, folk):
    here.attendance.tick(sheet_of(here), folk["Asha"])
    assert here.totals.look(BOOK, Asked(PeriodKind.OUR_YEAR)).period is None
    here.records.add(PROFILE, OurGroup(year_end=YearEnd(31, 3)), record_id=OUR_GROUP)
    found = here.totals.look(BOOK, Asked(PeriodKind.OUR_YEAR))
    assert (found.period.first, found.whole.visits) == (date(2026, 4, 1), 1)
    backwards = Asked(PeriodKind.ANY, THURSDAY, BEFORE)
    assert here.totals.look(BOOK, backwards).period is None
    assert here.totals.look(BOOK, Asked(PeriodKind.ANY, BEFORE, THURSDAY)).whole.visits == 1


def test_a_sheet_is_of_its_kind(here, folk):
    place = here.attendance.tick(sheet_of(here), folk["Asha"]).place
    assert here.attendance.open(place.id).held.record.kind == ATTENDANCE


def test_the_latest_sheets_come_first_and_it_is_told_that_there_are_more(here, folk):
    for day in (5, 12, 19, 8):
        here.attendance.tick(sheet_of(here, date(2026, 11, day)), folk["Asha"])
    latest = here.attendance.look(newest=2)
    assert [line.on.day for line in latest.lines] == [19, 12]
    assert not latest.is_whole
    assert here.attendance.look(newest=4) == here.attendance.look()
