"""What people do with records: undo in words, history with names, and the bin."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.group_file import ASHA, BEN, START, OpenFile, computer
from vcs_desktop.domain.acts import Verb, redo_words, undo_words
from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.people import Consent, Person, Role, Tie
from vcs_desktop.services.records import (
    DAYS_IN_BIN,
    MOST_LETTERS,
    ChangedSince,
    NoSuchRecord,
    NothingToUndo,
    Offers,
    RecordsService,
    TooLong,
)
from vcs_desktop.storage.operations import NotInBin
from vcs_desktop.wire.operation import Change

SECRET = "Sentinel of Iffley Road"


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "here.db", seed=1, name="Asha")
    yield made
    made.database.close()


@pytest.fixture
def there(tmp_path):
    made = computer(tmp_path / "there.db", seed=2, who=BEN)
    yield made
    made.database.close()


@pytest.fixture
def carol(here):
    return here.people.add(Person(name="Carol", phone="07"))


def rename(on, person, name):
    before = on.people.person(person)
    on.people.save(before, replace(before.thing, name=name))


def name_of(on, person):
    return on.people.person(person).thing.name


def reopened(on):
    """Return the service as it is after the app was closed and started again."""
    return RecordsService(OpenFile(on.database), on.clock, on.records.ids, on.records.who)


def test_nothing_was_done_so_nothing_is_offered(here):
    assert here.records.offers() == Offers("", "")
    for act in (here.records.undo, here.records.redo):
        with pytest.raises(NothingToUndo):
            act()


def test_undo_says_what_it_undoes_and_redo_does_it_again(here, carol):
    assert here.records.offers() == Offers("Undo: add Carol", "")
    rename(here, carol, "Carole")
    assert here.records.offers() == Offers("Undo: change Carole", "")
    assert here.records.undo() == carol
    assert name_of(here, carol) == "Carol"
    assert here.records.offers() == Offers("Undo: add Carol", "Redo: change Carol")
    assert here.records.redo() == carol
    assert name_of(here, carol) == "Carole"
    assert here.records.checked().complaints == ()


def test_undo_and_redo_go_all_the_way_and_back_across_restarts(here, carol):
    rename(here, carol, "Carole")
    here.people.remove(carol)
    here.records.restore(carol)
    words = []
    for _ in range(4):
        words.append(reopened(here).offers().undo)
        reopened(here).undo()
    assert words == [
        "Undo: take Carole out of the bin",
        "Undo: put Carole in the bin",
        "Undo: change Carole",
        "Undo: add Carol",
    ]
    assert here.people.people() == []
    for _ in range(4):
        reopened(here).redo()
    assert [each.name for each in here.people.people()] == ["Carole"]
    assert reopened(here).offers() == Offers("Undo: take Carole out of the bin", "")
    assert here.records.checked().complaints == ()


def test_what_was_undone_cannot_be_redone_after_something_else_was_done(here, carol):
    rename(here, carol, "Carole")
    here.records.undo()
    here.people.add(Person(name="Dev"))
    assert here.records.offers() == Offers("Undo: add Dev", "")


def test_everybody_undoes_only_what_they_did_themselves(here, carol):
    ben = here.as_(BEN)
    rename(ben, carol, "Carole")
    assert ben.records.offers().undo == "Undo: change Carole"
    assert here.records.offers().undo == "Undo: add Carole"


def test_what_somebody_else_changed_since_stays_as_they_left_it(here, carol):
    before = here.people.person(carol)
    here.people.save(before, replace(before.thing, name="Carole", phone="08"))
    rename(here.as_(BEN), carol, "Caroline")
    here.records.undo()
    assert here.people.person(carol).thing == Person(carol, "Caroline", phone="07")


def test_what_was_made_stays_once_somebody_else_has_written_in_it(here, carol):
    rename(here.as_(BEN), carol, "Caroline")
    with pytest.raises(ChangedSince):
        here.records.undo()
    assert here.people.person(carol).record.binned_at is None
    assert name_of(here, carol) == "Caroline"


def test_when_nothing_is_as_it_was_left_undo_says_so_and_goes_on_to_the_next(here, carol):
    rename(here, carol, "Carole")
    rename(here.as_(BEN), carol, "Caroline")
    with pytest.raises(ChangedSince):
        here.records.undo()
    assert name_of(here, carol) == "Caroline"
    assert here.records.offers() == Offers("Undo: add Caroline", "")


def test_what_somebody_has_yet_to_choose_is_not_chosen_by_undo(here, there, carol):
    here.give(there)
    rename(there, carol, "Caroline")
    rename(here, carol, "Carole")
    there.give(here)
    assert name_of(here, carol) == "Carole"
    with pytest.raises(ChangedSince):
        here.records.undo()
    assert len(here.people.person(carol).record.choices["name"]) == 2


def test_redo_leaves_alone_what_was_changed_since(here, carol):
    rename(here, carol, "Carole")
    here.records.undo()
    rename(here.as_(BEN), carol, "Caroline")
    with pytest.raises(ChangedSince):
        here.records.redo()
    assert name_of(here, carol) == "Caroline"


@pytest.mark.parametrize("gone", ["remove", "erase"])
def test_what_is_gone_meanwhile_is_not_undone(here, carol, gone):
    rename(here, carol, "Carole")
    ben = here.as_(BEN)
    if gone == "remove":
        ben.people.remove(carol)
        with pytest.raises(ChangedSince):
            here.records.undo()
    else:
        ben.records.erase([carol])
        assert here.records.offers() == Offers("", "")
    assert here.records.checked().complaints == ()


def test_removing_what_was_removed_by_another_is_not_undone_twice(here, carol):
    here.people.remove(carol)
    here.as_(BEN).records.restore(carol)
    with pytest.raises(ChangedSince):
        here.records.undo()
    here.as_(BEN).people.remove(carol)
    here.as_(BEN).records.restore(carol)
    assert [each.name for each in here.people.people()] == ["Carol"]


def test_redo_of_an_act_whose_record_was_erased_says_that_it_stays(here, carol):
    with here.records.acting("import") as act:
        for n in ("p1", "p2"):
            act.change(PERSON, n, {"name": Change(None, n)})
    here.records.undo()
    here.records.erase(["p1", "p2"])
    with pytest.raises(ChangedSince):
        here.records.redo()


def test_an_act_on_several_records_is_undone_as_one(here):
    with here.records.acting("import") as act:
        for n in range(40):
            act.change(PERSON, f"p{n}", {"name": Change(None, f"Person {n}")})
    assert len(here.people.people()) == 40
    assert here.records.offers().undo == "Undo: 40 changes"
    assert here.records.undo() == ""
    assert here.people.people() == []
    assert here.records.checked().complaints == ()
    assert here.records.offers().redo == "Redo: 40 changes"
    here.records.redo()
    assert len(here.people.people()) == 40


@pytest.mark.parametrize("verb", [Verb.ADD, Verb.CHANGE, Verb.DELETE, Verb.RESTORE, Verb.CHOOSE])
def test_every_act_has_words_for_both_ways(verb):
    assert undo_words(verb, "Asha", 1).startswith("Undo: ")
    assert redo_words(verb, "Asha", 1).startswith("Redo: ")
    assert "Asha" in undo_words(verb, "Asha", 1)
    assert "Asha" in redo_words(verb, "Asha", 1)


def test_history_says_field_by_field_who_did_what_when(here, carol):
    rename(here.as_(BEN), carol, "Carole")
    newest, first = here.records.history(carol)
    assert (first.who, first.verb, first.at > START) == ("Asha", "add", True)
    assert dict(first.changes) == {"name": Change(None, "Carol"), "phone": Change(None, "07")}
    assert (newest.who, dict(newest.changes)) == ("", {"name": Change("Carol", "Carole")})
    rename(here.as_(BEN, "Ben"), carol, "Caroline")
    assert [each.who for each in here.records.history(carol, limit=2)] == ["Ben", "Ben"]


def test_undo_is_in_the_history_too(here, carol):
    rename(here, carol, "Carole")
    here.records.undo()
    assert [each.verb for each in here.records.history(carol)] == ["undo", "change", "add"]


def test_a_record_that_never_was_has_no_history(here):
    with pytest.raises(NoSuchRecord):
        here.records.history("nobody")


def test_whoever_acts_is_known_by_name_once_and_that_is_not_undone(here, carol):
    rename(here, carol, "Carole")
    assert len(here.records.history(ASHA)) == 1
    asha_k = here.as_(ASHA, "Asha K")
    rename(asha_k, carol, "Carol")
    assert [dict(each.changes) for each in here.records.history(ASHA)] == [
        {"name": Change("Asha", "Asha K")},
        {"name": Change(None, "Asha")},
    ]
    assert [here.records.undo() for _ in range(3)] == [carol] * 3


def test_whose_name_was_erased_goes_on_working_without_one(here, carol):
    here.records.erase([ASHA])
    rename(here, carol, "Carole")
    assert {each.who for each in here.records.history(carol)} == {""}
    assert here.records.checked().complaints == ()


def test_the_bin_keeps_things_for_ninety_days_and_does_not_empty_itself(here, carol):
    here.people.remove(carol)
    assert here.people.people() == []
    found = here.records.bin()
    assert [(each.id, each.title, each.days_left) for each in found] == [
        (carol, "Carol", DAYS_IN_BIN)
    ]
    here.clock.moment += timedelta(days=100)
    assert here.records.bin()[0].days_left == 0
    here.clock.moment -= timedelta(days=9_000)
    assert here.records.bin()[0].days_left == DAYS_IN_BIN
    here.records.restore(carol)
    assert here.records.bin() == []
    assert [each.name for each in here.people.people()] == ["Carol"]


def test_deleting_for_good_is_an_act_of_its_own(here, carol):
    with pytest.raises(NotInBin):
        here.records.delete_for_good([carol])
    here.people.remove(carol)
    here.records.delete_for_good([carol])
    assert here.records.bin() == []
    with pytest.raises(NoSuchRecord):
        here.people.person(carol)
    history = here.records.history(carol)
    assert [each.deed for each in history] == ["erase", "delete", "change"]
    assert [each.blanked for each in history] == [False, True, True]
    assert not any(each.changes for each in history)


def test_erasing_nothing_writes_nothing(here, carol):
    before = here.rows("operation")
    here.records.erase([])
    assert here.rows("operation") == before


def test_no_word_of_what_was_erased_is_left_in_the_file(tmp_path, monkeypatch):
    from vcs_desktop.storage import database, group_migrate

    # The same file, only not encrypted, so that its bytes can be looked through.
    monkeypatch.setattr(database, "_PLAIN", database._KEYED)
    path = tmp_path / "plain.db"
    group_migrate.GROUP.make_ready(path)
    opened = database.Database(path)
    here = computer(tmp_path / "other.db")
    records = RecordsService(OpenFile(opened), here.clock, here.records.ids, ASHA)
    everywhere = Person(name=SECRET, phone=SECRET, notes=SECRET * 2000, skills=(SECRET,) * 9)
    kept = records.add(PERSON, Person(name="Kept"))
    person = records.add(PERSON, everywhere)
    held = records.held(Person, person)
    records.save(held, replace(held.thing, name=f"{SECRET} II"))
    records.undo()
    records.put_in_bin(person)
    assert SECRET.encode() in path.read_bytes() + path.with_name("plain.db-wal").read_bytes()
    records.erase([person])
    bytes_now = b"".join(file.read_bytes() for file in tmp_path.glob("plain.db*"))
    assert SECRET.encode() not in bytes_now
    assert records.held(Person, kept).thing.name == "Kept"
    opened.close()
    here.database.close()


def test_two_versions_stay_until_somebody_chooses(here, there, carol):
    here.give(there)
    rename(here, carol, "Carole")
    rename(there, carol, "Caroline")
    there.give(here)
    versions = here.people.person(carol).record.choices["name"]
    assert [each.value for each in versions] == ["Caroline", "Carole"]
    for each in versions:
        here.records.choose(carol, "name", each.operation)
        assert name_of(here, carol) == each.value
        assert here.people.person(carol).record.choices == {}
        here.give(there)
        assert name_of(there, carol) == each.value
        break
    with pytest.raises(NoSuchRecord):
        here.records.choose(carol, "name", versions[0].operation)
    assert here.records.offers().undo == "Undo: choose a version for Caroline"


def test_what_was_deleted_here_and_changed_there_stays_and_says_so(here, there, carol):
    here.give(there)
    here.people.remove(carol)
    rename(there, carol, "Carole")
    there.give(here)
    assert here.people.person(carol).record.returned
    assert here.people.people()[0].has_choice
    here.records.restore(carol)
    assert not here.people.people()[0].has_choice


def test_a_text_without_end_is_refused_and_nothing_is_changed(here, carol):
    before = here.people.person(carol)
    with pytest.raises(TooLong):
        here.people.save(before, replace(before.thing, notes="x" * (MOST_LETTERS + 1)))
    assert here.people.person(carol) == before


def test_several_texts_that_are_too_long_together_are_refused_in_words(here):
    text = "\U0001f600" * (MOST_LETTERS - 1)
    person = Person(name=text, email=text, phone=text, address=text, access_needs=text)
    held = here.people.person(here.people.add(person))
    other = replace(
        person, **dict.fromkeys(("name", "email", "phone", "address", "access_needs"), text[1:])
    )
    with pytest.raises(TooLong):
        here.people.save(held, other)
    assert here.people.person(held.record.id) == held


def test_saving_what_was_not_changed_writes_nothing(here, carol):
    before = here.rows("operation")
    held = here.people.person(carol)
    here.people.save(held, replace(held.thing))
    assert here.rows("operation") == before


def test_what_a_newer_app_told_stays_when_we_change_what_is_beside_it(here):
    role = {"tie": "committee", "title": "Chair", "sworn_in_by": "Mayor"}
    with here.records.acting("add") as act:
        values = {"name": "Dev", "roles/r1": role, "mood": "calm", "dbs": 7}
        act.change(PERSON, "p1", {name: Change(None, value) for name, value in values.items()})
    held = here.people.person("p1")
    assert held.thing.roles == (Role("r1", Tie.COMMITTEE, "Chair"),)
    ended = replace(held.thing.roles[0], until=date(2026, 12, 1))
    here.people.save(held, replace(held.thing, roles=(ended,)))
    after = here.people.person("p1").record.values
    assert after["roles/r1"] == role | {"until": "2026-12-01"}
    assert (after["mood"], after["dbs"]) == ("calm", 7)


def test_consents_are_never_merged_by_themselves(here, there):
    given = Consent("c1", "You may use photos of me.", date(2026, 1, 5))
    person = here.people.add(Person(name="Carol", consents=(given,)))
    here.give(there)
    for on, day in ((here, 1), (there, 2)):
        held = on.people.person(person)
        withdrawn = replace(given, withdrawn_on=date(2026, 11, day))
        on.people.save(held, replace(held.thing, consents=(withdrawn,)))
    there.give(here)
    assert list(here.people.person(person).record.choices) == ["consents/c1"]
