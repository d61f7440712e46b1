"""Who is there twice: found, merged as one act that can be undone, or told apart for good."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.group_file import BEN, computer
from vcs_desktop.domain.people import MergedRecord, Person, Role, SomebodyElse, Tie
from vcs_desktop.services import duplicates as duplicates_module
from vcs_desktop.services.duplicates import DuplicatesService, SettleFirst
from vcs_desktop.services.records import NoSuchRecord, TooLong

ON = date(2026, 11, 23)
ONE = Person(name="Asha Patel", phone="07700 900001", roles=(Role("r1", Tie.MEMBER),), notes="Tea")
TWO = Person(
    name="patel asha",
    email="asha@x.org",
    phone="01865 000002",
    roles=(Role("r2", Tie.COMMITTEE, "Chair"),),
    skills=("minibus",),
    notes="Cake",
)


@pytest.fixture
def twice(here):
    return DuplicatesService(here.records)


@pytest.fixture
def two(here):
    return here.people.add(ONE), here.people.add(TWO)


def test_pairs_are_told_with_why_the_likeliest_first(here, twice, two):
    here.people.add(Person(name="Zoe", email="zoe@x.org", phone="01234 567890"))
    here.people.add(Person(name="zoe", email="ZOE@x.org"))
    likely, other = twice.pairs()
    assert {likely.first.name, likely.second.name} == {"Zoe", "zoe"}
    assert (likely.why, likely.is_likely) == ("They have the same name and email address.", True)
    assert {other.first.id, other.second.id} == set(two)
    assert (other.why, other.is_likely) == ("They have the same name.", False)


def test_who_is_in_the_bin_is_nobodys_double(here, twice, two):
    here.people.remove(two[1])
    assert twice.pairs() == []


def test_a_merge_fills_what_is_empty_joins_what_is_several_and_says_what_stays_behind(twice, two):
    kept, other = two
    told = twice.merging(kept, other)
    assert told.person == replace(
        ONE, id=kept, email="asha@x.org", roles=(*ONE.roles, *TWO.roles),
        skills=("minibus",), notes="Tea\n\nCake",
    )  # fmt: skip
    assert told.left_behind == ("phone",)


def test_a_merge_is_one_act_that_undo_takes_back(here, twice, two):
    kept, other = two
    told = twice.merging(kept, other).person
    twice.merge(kept, other)
    merged = replace(told, merged_from=(MergedRecord(other, ON),))
    assert here.people.person(kept).thing == merged
    assert [each.id for each in here.people.people()] == [kept]
    assert [each.id for each in here.records.bin()] == [other]
    assert here.records.offers().undo == "Undo: merge Asha Patel"
    assert here.records.undo() == kept
    assert here.people.person(kept).thing == replace(ONE, id=kept)
    assert here.people.person(other).record.binned_at is None
    assert here.records.offers().redo == "Redo: merge Asha Patel"
    assert here.records.redo() == kept
    assert here.people.person(kept).thing == merged
    assert here.records.checked().complaints == ()


def test_all_that_both_said_is_in_the_record_in_the_bin_or_in_the_history(here, twice, two):
    kept, other = two
    twice.merge(kept, other)
    assert here.people.person(other).thing == replace(TWO, id=other)
    history = here.records.history(kept)
    assert history[0].verb == "merge"
    assert set(history[0].changes) == {
        "email", "notes", "roles/r2", "skills", f"merged_from/{other}"
    }  # fmt: skip


def test_a_merge_of_two_that_say_the_same_still_remembers_the_other(here, twice):
    kept, other = (here.people.add(Person(name="Asha")) for _ in range(2))
    twice.merge(kept, other)
    assert here.people.person(kept).thing.merged_from == (MergedRecord(other, ON),)
    here.records.undo()
    assert len(here.people.people()) == 2


def test_what_was_changed_after_the_merge_stays_when_it_is_undone(here, twice, two):
    kept, other = two
    twice.merge(kept, other)
    held = here.people.person(kept)
    ben = here.as_(BEN, "Ben")
    ben.people.save(held, replace(held.thing, email="new@x.org"))
    here.records.undo()
    assert here.people.person(kept).thing == replace(ONE, id=kept, email="new@x.org")
    assert len(here.people.people()) == 2


def test_when_the_kept_one_is_erased_the_merge_is_no_longer_offered(here, twice, two):
    kept, other = two
    twice.merge(kept, other)
    here.records.erase([kept])
    assert here.records.offers().undo == "Undo: add patel asha"


def test_two_versions_are_settled_before_a_merge(here, twice, two):
    held = here.people.person(two[0])
    for email in ("a@x.org", "b@x.org"):
        here.people.save(held, replace(held.thing, email=email))
    for act in (twice.merge, twice.merging):
        with pytest.raises(SettleFirst):
            act(*two)


def test_notes_that_are_too_long_together_are_not_merged(here, twice, two, monkeypatch):
    monkeypatch.setattr(duplicates_module, "MOST_LETTERS", 8)
    with pytest.raises(TooLong):
        twice.merge(*two)
    assert len(here.people.people()) == 2


@pytest.mark.parametrize("other", ["nobody", "itself", "in the bin"])
def test_only_two_people_who_are_there_are_merged_or_told_apart(here, twice, two, other):
    kept = two[0]
    if other == "in the bin":
        here.people.remove(two[1])
        other = two[1]
    other = kept if other == "itself" else other
    with pytest.raises(NoSuchRecord):
        twice.merge(kept, other)
    if other != kept:
        with pytest.raises(NoSuchRecord):
            twice.not_the_same(kept, other)


def test_two_who_are_not_the_same_are_never_offered_again_until_undo(here, twice, two):
    twice.not_the_same(*reversed(two))
    assert twice.pairs() == []
    assert here.people.person(two[0]).thing.not_same_as == (SomebodyElse(two[1], ON),)
    assert here.people.person(two[1]).thing.not_same_as == ()
    assert here.records.offers().undo == "Undo: tell Asha Patel apart"
    operations = len(here.rows("operation"))
    twice.not_the_same(*two)
    assert len(here.rows("operation")) == operations
    here.records.undo()
    assert len(twice.pairs()) == 1


def test_it_is_known_on_the_other_computers_too(here, twice, two, tmp_path):
    there = computer(tmp_path / "there.db", seed=2)
    twice.not_the_same(*two)
    here.give(there)
    assert DuplicatesService(there.records).pairs() == []
    there.database.close()


def test_two_merges_one_after_the_other_remember_both(here, twice):
    first, second, third = (here.people.add(Person(name="Asha")) for _ in range(3))
    twice.merge(second, third)
    twice.merge(first, second)
    assert {each.id for each in here.people.person(first).thing.merged_from} == {second, third}
