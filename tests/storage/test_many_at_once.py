"""Many changes at once write exactly what they would have written one after the other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.group_file import TABLES, computer
from vcs_desktop.core.errors import Stopped
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.kinds import OPENER, PERSON
from vcs_desktop.domain.people import Person
from vcs_desktop.storage.operations import Erased
from vcs_desktop.wire.operation import Change

IDS = ("p1", "p2", "p3", "p4", "p5")
DEEDS = st.dictionaries(
    st.sampled_from(IDS), st.sampled_from(["phone", "name", "bin", "restore"]), min_size=1
)


def named(name):
    return {"name": Change(None, name)}


def do(act, record, what):
    if what == "bin":
        act.delete(PERSON, record)
    elif what == "restore":
        act.restore(PERSON, record)
    else:
        act.change(PERSON, record, {what: Change(None, f"{what} of {record}")})


def acted(path, rounds, *, at_once):
    on = computer(path, name="Asha")
    for each in rounds:
        with on.records.acting(Verb.CHANGE) as act:
            if at_once:
                with act.many(list(each)):
                    for record, what in each.items():
                        do(act, record, what)
            else:
                for record, what in each.items():
                    do(act, record, what)
    return on


@settings(deadline=None, max_examples=30)
@given(rounds=st.lists(DEEDS, min_size=1, max_size=4))
def test_at_once_or_one_after_the_other_is_the_same(tmp_path_factory, rounds):
    folder = tmp_path_factory.mktemp("many")
    one = acted(folder / "one.db", rounds, at_once=False)
    many = acted(folder / "many.db", rounds, at_once=True)
    try:
        for table in TABLES:
            assert many.rows(table) == one.rows(table), table
        assert many.records.checked().complaints == ()
        assert many.records.offers() == one.records.offers()
    finally:
        one.database.close()
        many.database.close()


def test_records_of_several_kinds_are_made_at_once(here):
    with here.records.acting(Verb.CHANGE) as act, act.many(["p1", "o1"]):
        act.change(PERSON, "p1", {**named("Carol"), "phone": Change(None, "07")}, seen=())
        act.change(OPENER, "o1", named("Ben"), seen=())
    assert here.people.people()[0].phone == "07"
    assert here.records.checked().complaints == ()


def make_at_once(on, *records, then=lambda: None):
    with on.records.acting(Verb.CHANGE) as act, act.many(list(records)):
        for record in records:
            act.change(PERSON, record, named("Dev"))
        then()


def test_what_was_erased_takes_nothing_at_once_either(here):
    carol = here.people.add(Person(name="Carol"))
    here.records.erase([carol])
    with pytest.raises(Erased):
        make_at_once(here, "p1", carol)
    assert here.people.people() == []


def test_an_older_version_that_is_changed_at_once_keeps_both_values(here):
    carol = here.people.add(Person(name="Carol"))
    seen = here.people.person(carol).record.heads
    here.people.save(here.people.person(carol), Person(carol, "Carole"))
    with here.records.acting(Verb.CHANGE) as act, act.many([carol]):
        act.change(PERSON, carol, {"name": Change("Carol", "Carolyn")}, seen=seen)
    told = here.people.person(carol).record.choices["name"]
    assert {each.value for each in told} == {"Carole", "Carolyn"}
    assert here.records.checked().complaints == ()


def test_a_record_is_touched_once(here):
    with pytest.raises(ValueError, match="twice"):
        make_at_once(here, "p1", "p1")
    assert here.people.people() == []


def test_what_is_stopped_half_way_leaves_nothing(here):
    def stop():
        raise Stopped

    with pytest.raises(Stopped):
        make_at_once(here, "p1", "p2", then=stop)
    assert here.people.people() == []
    assert here.records.checked().operations == 0


def test_after_many_the_act_goes_on_one_by_one(here):
    with here.records.acting(Verb.CHANGE) as act:
        with act.many(["p1"]):
            act.change(PERSON, "p1", named("Carol"))
        act.change(PERSON, "p1", {"name": Change("Carol", "Carole")})
    assert [each.name for each in here.people.people()] == ["Carole"]
    assert here.records.checked().complaints == ()
