"""The rota of a group on a real encrypted file."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.group_file import computer
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.rota import MOST_WEEKS
from vcs_desktop.domain.volunteering import Barrier, Shift, VolunteerRole, WorksWith
from vcs_desktop.services.duplicates import DuplicatesService
from vcs_desktop.services.records import NoSuchRecord
from vcs_desktop.services.rota import NoPattern, RotaService
from vcs_desktop.services.volunteering import NoName, NothingInTheWay, VolunteeringService

THURSDAY = date(2026, 11, 26)
KITCHEN = Shift(name="Kitchen", on=THURSDAY, starts="10:30", ends="13:00", needed=2)


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "group.db")
    made.rota, made.roles = RotaService(made.records), VolunteeringService(made.records)
    made.asha = made.people.add(Person(name="Asha"))
    made.ben = made.people.add(Person(name="Ben"))
    yield made
    made.database.close()


def names(line):
    return [(each.name, each.has_agreed) for each in line.people]


def test_who_is_put_on_the_rota_is_named_and_undo_says_so(here):
    shift = here.rota.add_shift(KITCHEN)
    here.rota.put_on(shift, here.asha)
    assert names(here.rota.line(shift)) == [("Asha", None)]
    assert here.records.offers().undo == "Undo: put Asha on the rota"
    here.rota.answer(shift, here.asha, True)
    assert here.records.offers().undo == "Undo: write down what Asha said"
    assert names(here.rota.line(shift)) == [("Asha", True)]
    here.rota.take_off(shift, here.asha)
    assert here.records.offers().undo == "Undo: take Asha off the rota"
    here.records.undo()
    assert names(here.rota.line(shift)) == [("Asha", True)]


def test_nobody_is_put_on_twice_and_nothing_is_done_then(here):
    shift = here.rota.add_shift(KITCHEN)
    here.rota.put_on(shift, here.asha)
    before = here.rows("operation")
    assert not here.rota.put_on(shift, here.asha)
    assert not here.rota.take_off(shift, here.ben)
    assert not here.rota.answer(shift, here.asha, None)
    assert here.rows("operation") == before


def test_two_computers_put_somebody_on_each_and_both_stay(here, tmp_path):
    shift = here.rota.add_shift(KITCHEN)
    other = computer(tmp_path / "other.db", who="0190-other", seed=2)
    here.give(other)
    here.rota.put_on(shift, here.asha)
    RotaService(other.records).put_on(shift, here.ben)
    other.give(here)
    assert names(here.rota.line(shift)) == [("Asha", None), ("Ben", None)]
    other.database.close()


def test_weeks_out_of_a_pattern_are_one_act(here):
    role = here.roles.add_role(VolunteerRole(name="Kitchen", weekday=3, starts="10:30"))
    made = here.rota.make_weeks(role, THURSDAY, 4)
    assert len(made) == 4
    assert here.records.offers().undo == "Undo: add 4 shifts to the rota"
    assert here.rota.make_weeks(role, THURSDAY, 4) == []
    assert [line.shift.on for line in here.rota.rota()] == [
        THURSDAY + timedelta(7 * n) for n in range(4)
    ]
    here.records.undo()
    assert here.rota.rota() == []


def test_a_role_without_a_day_makes_no_weeks(here):
    role = here.roles.add_role(VolunteerRole(name="Friend"))
    with pytest.raises(NoPattern):
        here.rota.make_weeks(role, THURSDAY, 4)


def test_a_week_is_copied_with_its_people(here):
    shift = here.rota.add_shift(KITCHEN)
    here.rota.put_on(shift, here.asha)
    here.rota.answer(shift, here.asha, True)
    here.rota.copy_week(THURSDAY - timedelta(3), 2)
    lines = here.rota.rota()
    assert [names(line) for line in lines] == [[("Asha", each)] for each in (True, None, None)]
    assert here.records.offers().undo == "Undo: add 2 shifts to the rota"


def test_home_hears_who_is_missing_this_week(here):
    here.rota.add_shift(KITCHEN)
    here.rota.add_shift(Shift(name="Later", on=THURSDAY + timedelta(14)))
    assert [gap.words for gap in here.rota.missing_soon()] == [
        "Thursday 26 November: 2 more people needed for Kitchen"
    ]


def test_what_is_long_over_is_not_in_the_rota(here):
    here.rota.add_shift(Shift(name="Old", on=date(2026, 1, 1)))
    assert here.rota.rota() == []
    assert len(here.rota.rota(date(2026, 1, 1))) == 1


def test_a_shift_needs_a_name_and_another_record_is_none(here):
    with pytest.raises(NoName):
        here.rota.add_shift(Shift(on=THURSDAY))
    with pytest.raises(NoSuchRecord):
        here.rota.line(here.asha)


def test_who_was_removed_is_missing_and_no_longer_on_the_rota(here):
    shift = here.rota.add_shift(KITCHEN)
    here.rota.put_on(shift, here.asha)
    here.rota.put_on(shift, here.ben)
    assert here.rota.missing_soon() == []
    here.records.erase([here.asha])
    assert names(here.rota.line(shift)) == [("Ben", None)]
    assert [gap.needed for gap in here.rota.missing_soon()] == [1]


def test_of_two_records_that_were_made_one_a_person_is_on_a_shift_once(here):
    shift = here.rota.add_shift(KITCHEN)
    twin = here.people.add(Person(name="Asha"))
    for each in (twin, here.asha):
        here.rota.put_on(shift, each)
    here.rota.answer(shift, twin, True)
    DuplicatesService(here.records).merge(here.asha, twin)
    assert names(here.rota.line(shift)) == [("Asha", True)]
    assert [gap.needed for gap in here.rota.missing_soon()] == [1]
    assert not here.rota.put_on(shift, here.asha)
    here.rota.answer(shift, here.asha, False)
    assert names(here.rota.line(shift)) == [("Asha", False)]
    here.rota.take_off(shift, here.asha)
    assert names(here.rota.line(shift)) == []


def test_roles_are_listed_by_name_and_those_that_ended_last(here):
    for name, ended in (("b", None), ("A", None), ("0", date(2026, 1, 1))):
        here.roles.add_role(VolunteerRole(name=name, ended_on=ended))
    assert [role.name for role in here.roles.roles()] == ["A", "b", "0"]


def test_a_role_is_changed_field_by_field(here):
    role = here.roles.role(here.roles.add_role(VolunteerRole(name=" Youth  club ")))
    assert role.thing.name == "Youth club"
    changed = VolunteerRole(role.thing.id, "Youth club", works_with=WorksWith.CHILDREN)
    here.roles.save_role(role, changed)
    assert here.roles.role(role.thing.id).thing == changed
    with pytest.raises(NoName):
        here.roles.save_role(role, VolunteerRole(role.thing.id, " "))


def test_what_stood_in_the_way_is_counted_and_nobody_is_named(here):
    here.roles.note_stopping([Barrier.COST, Barrier.TIME])
    here.roles.note_stopping([Barrier.COST])
    stopped = here.roles.stopped()
    assert (stopped.count, stopped.barriers[Barrier.COST], stopped.barriers[Barrier.TIME]) == (
        2, 2, 1,
    )  # fmt: skip
    assert stopped.since == date(2026, 11, 1)
    with pytest.raises(NothingInTheWay):
        here.roles.note_stopping([])


def test_half_a_year_of_the_rota_is_in_sight_and_what_is_later_is_counted(here):
    role = here.roles.add_role(VolunteerRole(name="Kitchen", weekday=3, starts="10:30"))
    here.rota.make_weeks(role, here.records.clock.today(), MOST_WEEKS)
    seen = here.rota.look()
    assert (len(seen.lines), seen.later) == (MOST_WEEKS, 0)
    late = here.rota.add_shift(Shift(name="Fete", on=THURSDAY + timedelta(weeks=40)))
    assert here.rota.look() == replace(seen, later=1)
    for whole in (here.rota.look(is_whole=True), here.rota.look(late)):
        assert (len(whole.lines), whole.later) == (MOST_WEEKS + 1, 0)
    assert here.rota.look(seen.lines[0].shift.id).later == 1
    here.rota.remove(late)
    assert here.rota.look() == seen


def test_a_rota_that_is_only_far_ahead_is_shown_whole(here):
    here.rota.add_shift(Shift(name="Fete", on=THURSDAY + timedelta(weeks=40)))
    seen = here.rota.look()
    assert ([line.shift.name for line in seen.lines], seen.later) == (["Fete"], 0)
