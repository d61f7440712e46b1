"""What is done on one laptop of a group is found on the other, and nothing is lost on the way."""

from dataclasses import replace

import pytest

from tests.support.laptops import ADDRESS, meet, records_of
from tests.support.vault_examples import ASHA
from vcs_desktop.core.two_laptops_errors import LookFirst, NotShared
from vcs_desktop.domain.kinds import DOCUMENT
from vcs_desktop.domain.laptops import State
from vcs_desktop.domain.papers import Paper, PaperVersion
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups.restoring import by_words
from vcs_desktop.sync.service_errors import ServiceOffline


def add(inside, name="Dev"):
    return inside.people.add(Person(name=name))


def rename(inside, person, **changes):
    held = inside.people.person(person)
    inside.people.save(held, replace(held.thing, **changes))


def same(*laptops):
    first, *others = map(records_of, laptops)
    assert all(first == other for other in others)
    assert {each.records.checked().complaints for each in laptops} == {()}


def test_an_edit_travels_from_one_laptop_to_the_other(two):
    one, other = two
    person = add(one)
    meet(one, other)
    assert other.people.person(person).thing.name == "Dev"
    rename(other, person, phone="01865 1")
    meet(other, one)
    assert one.people.person(person).thing.phone == "01865 1"
    same(one, other)


def test_who_did_it_and_where_is_told(two):
    one, other = two
    person = add(one)
    one.laptops.exchange()
    report = other.laptops.exchange()
    (came,) = report.came
    assert (came.who, came.laptop, came.title, came.verb) == ("Asha", "Asha's laptop", "Dev", "add")
    assert came.record_id == person
    assert other.laptops.came() == (came,)
    assert one.laptops.came() == ()


def test_what_was_there_before_the_group_was_shared_travels_too(home):
    one = home.alone("one")
    person = add(one)
    one.records.undo()
    one.records.redo()
    one.laptops.share("Asha's laptop")
    one.laptops.use_service(ADDRESS, home.server.new_code())
    other = home.another(one)
    assert other.people.person(person).thing.name == "Dev"
    meet(one)
    same(one, other)


def test_changes_made_apart_are_both_kept_and_a_contradiction_is_a_choice(two):
    one, other = two
    person = add(one)
    meet(one, other)
    rename(one, person, phone="1", email="a@example.org")
    rename(other, person, phone="2", address="Mill Lane")
    meet(one, other, one)
    same(one, other)
    record = records_of(one)[person]
    assert {each.value for each in record.choices["phone"]} == {"1", "2"}
    assert (record.values["email"], record.values["address"]) == ("a@example.org", "Mill Lane")


def test_nothing_new_takes_one_request(two, home):
    one, other = two
    meet(one, other)
    home.server.requests = 0
    report = one.laptops.exchange()
    assert home.server.requests == 1
    assert (report.sent, report.waiting, report.notices, report.error) == (0, 0, (), None)


def test_what_is_erased_goes_from_the_other_laptop_and_from_the_service(two, home):
    one, other = two
    person = add(one, "Somebody Secret")
    meet(one, other)
    one.records.erase([person])
    meet(one, other)
    assert other.records.held(Person, person) is None
    same(one, other)
    held = home.server.group(one.group.id).operations
    assert sum(each.body is None for each in held) == 1
    third = home.another(one, "three")
    meet(third, one, other)
    same(one, other, third)


def test_what_was_erased_before_it_was_sent_is_sent_blank(two, home):
    one, other = two
    person = add(one)
    rename(one, person, phone="1")
    one.records.erase([person])
    add(one, "Eve")
    meet(one, other)
    same(one, other)
    third = home.another(other, "three")
    meet(third, one)
    same(one, third)


def test_an_edit_of_what_was_erased_elsewhere_is_erased_too(two, home):
    one, other = two
    person = add(one)
    meet(one, other)
    one.records.erase([person])
    rename(other, person, phone="1")
    meet(other, one, other)
    same(one, other)
    assert other.records.held(Person, person) is None
    bodies = [each for each in home.server.group(one.group.id).operations if each.body is None]
    assert len(bodies) == 2


def test_an_answer_that_was_lost_loses_and_doubles_nothing(two, home):
    one, other = two
    person = add(one)

    def lost(when, what):
        if (when, what) == ("after", "push"):
            raise ServiceOffline

    home.server.faults = lost
    report = one.laptops.exchange()
    assert isinstance(report.error, ServiceOffline)
    assert report.waiting
    home.server.faults = lambda *_: None
    report = one.laptops.exchange()
    assert (report.error, report.waiting, report.notices) == (None, 0, ())
    other.laptops.exchange()
    assert other.people.person(person)
    same(one, other)


def test_a_service_that_was_put_back_gets_everything_again(two, home):
    one, other = two
    backup = home.server.backup()
    person = add(one)
    meet(one, other)
    rename(other, person, phone="1")
    other.laptops.exchange()
    home.server.restore(backup)
    report = one.laptops.exchange()
    assert any("put back" in each for each in report.notices)
    meet(other, one)
    same(one, other)
    third = home.another(one, "three")
    meet(third, one)
    same(one, third)


def test_after_a_restore_nothing_is_exchanged_until_somebody_has_looked(two, home, tmp_path):
    one, other = two
    person = add(one)
    meet(one, other)
    one.backups.copy_to(tmp_path / "group.vcsgroup")
    rename(one, person, phone="1")
    meet(one, other)
    one.group.close()
    groups = home.groups("one")
    groups.restoring.restore(tmp_path / "group.vcsgroup", by_words(ASHA), replace=True)
    again = home.inside(groups.open(one.group.id, ASHA))
    assert again.laptops.standing().state is State.LOOK
    assert again.laptops.standing().words
    with pytest.raises(LookFirst):
        again.laptops.exchange()
    rename(again, person, email="a@example.org")
    again.laptops.go_on()
    meet(again, other, again)
    same(again, other)
    assert other.people.person(person).thing.phone == "1"
    assert other.people.person(person).thing.email == "a@example.org"
    assert len(other.laptops.laptops()) == 2


def test_much_that_would_be_deleted_waits_for_a_person(two):
    one, other = two
    people = [add(one, f"Person {n}") for n in range(30)]
    meet(one, other)
    for each in people[:25]:
        one.people.remove(each)
    add(one, "Eve")
    one.laptops.exchange()
    report = other.laptops.exchange()
    assert report.would_delete == 25
    assert not report.came
    assert any("25" in each for each in report.notices)
    assert len(other.records.bin()) == 0
    assert other.laptops.exchange().would_delete == 25
    other.laptops.let_delete()
    assert other.laptops.exchange().would_delete == 0
    assert len(other.records.bin()) == 25
    same(one, other)


def test_files_go_and_come_sealed_and_what_is_erased_goes_everywhere(two, home, tmp_path):
    one, other = two
    file = tmp_path / "rules.txt"
    file.write_bytes(b"The rules of the group. " * 100_000)
    stored = one.blobs.add(file)
    paper = one.records.add(
        DOCUMENT, Paper(name="Rules", versions=(PaperVersion("v1", file=stored),))
    )
    meet(one, other)
    assert other.blobs.read(stored) == file.read_bytes()
    one.records.erase([paper])
    meet(one, other)
    assert not other.blobs.is_there(stored)
    assert home.server.group(one.group.id).blobs == {}


def test_a_group_on_one_laptop_exchanges_nothing(home):
    one = home.alone("one")
    assert not one.laptops.standing().is_shared
    with pytest.raises(NotShared):
        one.laptops.exchange()
