"""A table comes in while somebody else changes the very records that it goes into."""

from contextlib import contextmanager
from dataclasses import replace

import pytest

from vcs_desktop.domain.attendance import AttendanceSheet, Came
from vcs_desktop.domain.due import OwnDate
from vcs_desktop.domain.kinds import ATTENDANCE, OWN_DATE
from vcs_desktop.domain.people import Person
from vcs_desktop.services.bring_in import BringIn
from vcs_desktop.services.records import RecordsService
from vcs_desktop.services.things import things
from vcs_desktop.storage.operations import Erased

SHEET = "Date,Activity,Name,Notes\n19/11/2026,Lunch,Asha Khan,\n"
MORE = "Date,Activity,Name,Notes\n19/11/2026,Lunch,Ben Okafor,Soup\n"
DATE = "Date,Event\n4/12/2026,Tea\n"
NOTED = "Date,Event,Notes\n4/12/2026,Tea,Cake\n"


class Overtaken(RecordsService):
    """Records to which somebody else writes once, just before the next act begins here."""

    meanwhile = staticmethod(lambda: None)

    @contextmanager
    def acting(self, *verb, **more):
        self.meanwhile()
        with super().acting(*verb, **more) as act:
            yield act


def bring(records, what, text):
    coming = BringIn(records, what)
    return coming.carry_out(coming.preview(coming.read_text(text)))


def bring_while(here, what, text, act):
    """Bring a text in, while the other window does something to what was there."""
    records = Overtaken(here.records.group, here.records.clock, here.records.ids, "0190-ben")
    records.meanwhile = act
    return bring(records, what, text)


def test_who_is_ticked_while_a_table_comes_in_stays_ticked(here):
    bring(here.records, "attendance", SHEET)
    cleo = here.people.add(Person(name="Cleo"))
    (before,) = things(here.records, AttendanceSheet, ATTENDANCE)

    def tick():
        held = here.records.held(AttendanceSheet, before.id)
        here.records.save(held, replace(held.thing, came=(*held.thing.came, Came(cleo)), others=3))

    bring_while(here, "attendance", MORE, tick)
    (after,) = things(here.records, AttendanceSheet, ATTENDANCE)
    assert cleo in {each.id for each in after.came}
    assert (len(after.came), after.others, after.notes) == (3, 3, "Soup")


def test_what_is_written_while_a_table_comes_in_is_kept_beside_it(here):
    bring(here.records, "dates", DATE)
    (before,) = things(here.records, OwnDate, OWN_DATE)

    def write():
        held = here.records.held(OwnDate, before.id)
        here.records.save(held, replace(held.thing, place="The hall"))

    bring_while(here, "dates", NOTED, write)
    (after,) = things(here.records, OwnDate, OWN_DATE)
    assert (after.place, after.notes) == ("The hall", "Cake")


def test_what_goes_to_the_bin_while_a_table_comes_in_comes_back_to_be_looked_at(here):
    bring(here.records, "dates", DATE)
    (before,) = things(here.records, OwnDate, OWN_DATE)
    bring_while(here, "dates", NOTED, lambda: here.records.put_in_bin(before.id))
    held = here.records.held(OwnDate, before.id)
    assert (held.thing.notes, held.record.returned) == ("Cake", True)


def test_what_is_deleted_for_good_while_a_table_comes_in_is_said_and_again_adds_it(here):
    bring(here.records, "dates", DATE)
    (before,) = things(here.records, OwnDate, OWN_DATE)
    with pytest.raises(Erased):
        bring_while(here, "dates", NOTED, lambda: here.records.erase([before.id]))
    assert things(here.records, OwnDate, OWN_DATE) == []
    assert bring(here.records, "dates", NOTED).added == 1
