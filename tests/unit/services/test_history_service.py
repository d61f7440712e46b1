"""What was done: to one record in slices, in the group lately, and what is to be settled."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.group_file import BEN, START, computer, counts
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.people import DbsCheck, EmergencyContact, Person, Role, Tie
from vcs_desktop.services.bin import BinService
from vcs_desktop.services.history import HistoryService
from vcs_desktop.services.records import NoSuchRecord
from vcs_desktop.storage.operations import NotInBin
from vcs_desktop.wire.operation import Change


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "here.db", seed=1, name="Asha")
    yield made
    made.database.close()


@pytest.fixture
def there(tmp_path):
    made = computer(tmp_path / "there.db", seed=2, who=BEN, name="Ben")
    yield made
    made.database.close()


def history(on):
    return HistoryService(on.records)


def change(on, person_id, **fields):
    held = on.people.person(person_id)
    on.people.save(held, replace(held.thing, **fields))


def phones(past):
    return [each.changes["phone"].new for each in past.entries if "phone" in each.changes]


def test_a_history_is_read_in_slices_the_newest_first(here):
    cara = here.people.add(Person(name="Cara"))
    for number in range(7):
        change(here, cara, phone=str(number))
    first = history(here).of_record(cara, limit=3)
    assert phones(first) == ["6", "5", "4"]
    assert (first.skipped, first.total) == (0, 8)
    last = history(here).of_record(cara, skip=6, limit=3)
    assert phones(last) == ["0"]
    assert [each.verb for each in last.entries] == [Verb.CHANGE, Verb.ADD]
    assert {each.who for each in last.entries} == {"Asha"}


def test_what_never_was_has_no_history(here):
    with pytest.raises(NoSuchRecord):
        history(here).of_record("nobody")


def test_an_erased_record_says_who_erased_it_and_no_word_more(here):
    cara = here.people.add(Person(name="Cara", notes="Sentinel"))
    here.as_(BEN, "Ben").records.erase([cara])
    past = history(here).of_record(cara)
    assert past.record is None
    assert past.erasure.who == "Ben"
    assert [(each.blanked, dict(each.changes)) for each in past.entries] == [(True, {})]
    assert "Sentinel" not in repr(past)


def test_an_older_value_comes_back_as_a_change_that_can_be_undone(here):
    cara = here.people.add(Person(name="Cara", phone="01865 1"))
    change(here, cara, phone="01865 2")
    past = history(here).of_record(cara)
    history(here).bring_back(past.record, "phone", "", "01865 1")
    assert here.people.person(cara).thing.phone == "01865 1"
    here.records.undo()
    assert here.people.person(cara).thing.phone == "01865 2"


def test_one_thing_inside_a_field_comes_back_and_the_others_stay(here):
    cara = here.people.add(Person(name="Cara", emergency=EmergencyContact("Dev", "1", "Son")))
    change(here, cara, emergency=EmergencyContact("Dev", "2", "Brother"))
    past = history(here).of_record(cara)
    history(here).bring_back(past.record, "emergency", "phone", "1")
    assert here.people.person(cara).thing.emergency == EmergencyContact("Dev", "1", "Brother")


def test_a_field_that_says_nothing_now_comes_back_whole(here):
    dbs = DbsCheck(seen_on=START.date())
    cara = here.people.add(Person(name="Cara", dbs=dbs))
    change(here, cara, dbs=None)
    past = history(here).of_record(cara)
    history(here).bring_back(past.record, "dbs", "", past.entries[0].changes["dbs"].old)
    assert here.people.person(cara).thing.dbs == dbs


def test_what_was_changed_meanwhile_becomes_a_choice_and_is_not_lost(here):
    cara = here.people.add(Person(name="Cara", phone="1"))
    change(here, cara, phone="2")
    past = history(here).of_record(cara)
    change(here, cara, phone="3")
    history(here).bring_back(past.record, "phone", "", "1")
    versions = here.people.person(cara).record.choices["phone"]
    assert {each.value for each in versions} == {"1", "3"}


def test_lately_tells_who_did_what_to_what_with_acts_told_once(here):
    cara = here.people.add(Person(name="Cara"))
    ben = here.as_(BEN, "Ben")
    with ben.records.acting(Verb.DELETE) as act:
        act.delete(PERSON, cara)
        act.restore(PERSON, cara)
    found = history(here).lately()
    told = [(each.who, each.verb, each.title, each.count) for each in found.done]
    assert told == [("Ben", Verb.DELETE, "Cara", 1), ("Asha", Verb.ADD, "Cara", 1)]


def test_one_act_on_several_says_how_many(here):
    some = [here.people.add(Person(name=name)) for name in ("Cara", "Dev", "Eli")]
    with here.records.acting(Verb.DELETE) as act:
        for each in some:
            act.delete(PERSON, each)
    newest = history(here).lately(limit=1).done[0]
    assert (newest.count, newest.record_id, newest.title) == (3, "", "")
    assert newest.kind == PERSON
    here.records.erase(some)
    assert history(here).lately(limit=1).done[0].count == 3


def test_lately_goes_on_with_older_acts(here):
    for name in ("Cara", "Dev", "Eli"):
        here.people.add(Person(name=name))
    assert [each.title for each in history(here).lately(skip=1, limit=1).done] == ["Dev"]
    assert history(here).lately().total == 4  # that Asha became known is one


def test_two_versions_say_who_wrote_each_and_when(here, there):
    cara = here.people.add(Person(name="Cara", phone="1"))
    here.give(there)
    change(here, cara, phone="2")
    change(there, cara, phone="3")
    there.give(here)
    found = history(here).unsettled(cara)
    assert found.title == "Cara"
    assert {(each.value, each.who) for each in found.fields["phone"]} == {
        ("2", "Asha"),
        ("3", "Ben"),
    }
    assert found.deleted is None
    chosen = next(each for each in found.fields["phone"] if each.who == "Ben")
    here.records.choose(cara, "phone", chosen.operation)
    assert not history(here).unsettled(cara).fields


def test_a_role_that_one_took_away_and_another_changed_is_a_choice(here, there):
    cara = here.people.add(Person(name="Cara", roles=(Role("r1", Tie.VOLUNTEER, "Driver"),)))
    here.give(there)
    change(here, cara, roles=())
    change(there, cara, roles=(Role("r1", Tie.VOLUNTEER, "Van driver"),))
    there.give(here)
    versions = history(here).unsettled(cara).fields["roles/r1"]
    assert {each.value["title"] if each.value else None for each in versions} == {
        None,
        "Van driver",
    }


def test_what_was_deleted_here_and_changed_there_says_who_deleted_it(here, there):
    cara = here.people.add(Person(name="Cara"))
    here.give(there)
    here.people.remove(cara)
    change(there, cara, phone="3")
    there.give(here)
    found = history(here).unsettled(cara)
    assert found.deleted.who == "Asha"
    here.records.restore(cara)
    assert history(here).unsettled(cara).deleted is None


def test_nothing_is_to_be_settled_in_what_is_not_there(here):
    with pytest.raises(NoSuchRecord):
        history(here).unsettled("nobody")


def test_several_things_leave_the_bin_as_one_act(here):
    some = [here.people.add(Person(name=name)) for name in ("Cara", "Dev")]
    for each in some:
        here.people.remove(each)
    bin_ = BinService(here.records)
    assert bin_.restore([*some, "nobody"]) == 2
    assert bin_.things() == []
    here.records.undo()
    assert {each.title for each in bin_.things()} == {"Cara", "Dev"}


def test_nothing_in_the_bin_is_no_act(here):
    bin_ = BinService(here.records)
    cara = here.people.add(Person(name="Cara"))
    before = here.records.offers()
    assert bin_.restore([cara]) == 0
    assert here.records.offers() == before


def test_what_is_over_its_time_is_offered_first_the_oldest_before_all(here):
    names = ("Cara", "Dev", "Eli", "Fay")
    for name in names:
        here.people.remove(here.people.add(Person(name=name)))
        here.clock.moment += timedelta(days=60)
    titles = [(each.title, bool(each.days_left)) for each in BinService(here.records).things()]
    assert titles == [("Cara", False), ("Dev", False), ("Eli", False), ("Fay", True)]
    here.clock.moment -= timedelta(days=100)
    assert BinService(here.records).things()[0].title == "Cara"


def test_only_what_is_in_the_bin_is_deleted_for_good(here):
    cara = here.people.add(Person(name="Cara"))
    with pytest.raises(NotInBin):
        BinService(here.records).delete_for_good([cara])
    here.people.remove(cara)
    BinService(here.records).delete_for_good([cara])
    assert history(here).of_record(cara).record is None


def test_more_than_one_statement_takes_are_restored_and_erased_at_once(here):
    some = [here.records.ids.new() for _ in range(1_001)]
    with here.records.acting(Verb.ADD) as act, act.many(some):
        for each in some:
            act.change(PERSON, each, {"name": Change(None, f"Sentinel {each}")}, seen=())
    here.records.erase(some[:3])
    with here.records.acting(Verb.DELETE) as act, act.many(some[3:]):
        for each in some[3:]:
            act.delete(PERSON, each)
    bin_ = BinService(here.records)
    assert bin_.restore([*some, *some]) == 998
    assert not here.records.checked().complaints
    here.records.erase(some)
    assert counts(here)["erasure"] == 1_001
    assert counts(here)["person"] == 0
    assert not here.records.checked().complaints
    assert all(each.blanked for each in history(here).of_record(some[-1]).entries)
