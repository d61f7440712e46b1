"""Laptops are taken out of a group: they get nothing more, and what they did before counts."""

import pytest

from tests.support.laptops import meet, records_of
from tests.support.vault_examples import ASHA
from vcs_desktop.core.two_laptops_errors import LastLaptop, NoSuchLaptop, TakenOut
from vcs_desktop.domain.arriving_changes import Why
from vcs_desktop.domain.laptops import State
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups.restoring import by_words
from vcs_desktop.storage import exchange_log, exchange_state
from vcs_desktop.sync.group_exchange.exchange import keys_of
from vcs_desktop.sync.service_errors import DeviceRemoved
from vcs_desktop.wire.service import SealedOperation


def named(inside, name):
    return next(each for each in inside.laptops.laptops() if each.name == name)


def held(inside):
    with inside.records.database.reading() as session:
        return exchange_log.how_many_wait(session)


def test_a_laptop_that_was_taken_out_gets_nothing_more(two):
    one, other = two
    person = one.people.add(Person(name="Dev"))
    meet(one, other)
    report = one.laptops.remove([named(one, "Ben's laptop").id])
    assert report.error is None
    secret = one.people.add(Person(name="Later"))
    one.laptops.exchange()
    assert isinstance(other.laptops.exchange().error, DeviceRemoved)
    assert other.laptops.standing().state is State.REMOVED
    with pytest.raises(TakenOut):
        other.laptops.exchange()
    assert other.people.person(person)
    assert other.records.held(Person, secret) is None
    assert named(one, "Ben's laptop").is_removed


def test_what_comes_after_has_a_key_that_it_lacks(two, home):
    one, other = two
    one.laptops.remove([named(one, "Ben's laptop").id])
    one.people.add(Person(name="Later"))
    one.laptops.exchange()
    newest = home.server.group(one.group.id).operations[-1]
    with other.records.database.writing() as session:
        exchange_log.arrive(session, [exchange_log.Arrived(newest.uuid, 99, newest.body)])
        (arrived,) = exchange_log.arrived(session)
    assert keys_of(other.records.database, other.group.id).open(arrived) is Why.NO_KEY


def test_what_it_gave_before_stays_and_a_new_laptop_has_it_too(two, home):
    one, other = two
    person = other.people.add(Person(name="From Ben"))
    other.laptops.exchange()  # one has not heard of it when it takes the laptop out
    one.laptops.remove([named(one, "Ben's laptop").id])
    assert one.people.person(person)
    third = home.another(one, "three", "Cy's laptop")
    meet(third, one)
    assert records_of(third) == records_of(one)


def test_what_it_smuggles_in_later_is_refused_in_words(two, home):
    one, other = two
    meet(one, other)
    one.laptops.remove([named(one, "Ben's laptop").id])
    other.people.add(Person(name="Smuggled"))
    _put_behind_the_door(home, other)
    report = one.laptops.exchange()
    assert held(one) == {Why.REMOVED: 1}
    assert any("taken out" in each for each in report.notices)
    third = home.another(one, "three", "Cy's laptop")
    meet(one)
    assert held(third) == {Why.REMOVED: 1}
    assert records_of(third).keys() == records_of(one).keys()


def test_what_a_third_laptop_had_before_it_heard_counts_everywhere(home):
    one = home.first()
    other, third = home.another(one), home.another(one, "three", "Cy's laptop")
    meet(one, other, third)
    one.laptops.remove([named(one, "Ben's laptop").id])
    person = other.people.add(Person(name="By stick"))
    stick = home.place / "stick.vcschanges"
    other.laptops.exchange_out(stick)
    third.laptops.exchange_in(stick)
    assert third.people.person(person)
    meet(third, one, third, one)
    assert one.people.person(person)
    assert records_of(third) == records_of(one)


def test_a_person_goes_with_all_laptops(home):
    one = home.first()
    home.another(one, "two", "First of Ben")
    meet(one)
    owner = named(one, "First of Ben").owner_id
    assert named(one, "First of Ben").owner == "Ben"
    one.laptops.remove_person(owner)
    assert [each.is_removed for each in one.laptops.laptops()] == [False, True]


def test_nobody_takes_out_the_laptop_in_front_of_them_or_one_twice(two):
    one, _ = two
    this, other = one.laptops.laptops()
    assert this.is_this
    with pytest.raises(LastLaptop):
        one.laptops.remove([this.id])
    one.laptops.remove([other.id])
    with pytest.raises(NoSuchLaptop):
        one.laptops.remove([other.id])


def test_two_that_take_out_at_the_same_moment_end_with_one_key(home):
    one = home.first()
    laptops = [home.another(one, f"l{n}", f"Laptop {n}") for n in range(3)]
    meet(one, *laptops)
    first = [named(one, "Laptop 1").id]
    second = [named(laptops[0], "Laptop 2").id]
    one.laptops.remove(first)
    laptops[0].laptops.remove(second)
    meet(one, laptops[0])
    assert records_of(one) == records_of(laptops[0])
    keys = []
    for each in (one, laptops[0]):
        with each.records.database.reading() as session:
            keys.append([(e.epoch, e.key) for e in exchange_state.epochs(session) if e.is_given])
    assert keys[0] == keys[1]
    assert [n for n, _ in keys[0]] == [1, 2, 3]


def test_a_laptop_that_was_brought_back_can_take_another_out(two, home, tmp_path):
    one, other = two
    one.backups.copy_to(tmp_path / "group.vcsgroup")
    one.group.close()
    groups = home.groups("one")
    groups.restoring.restore(tmp_path / "group.vcsgroup", by_words(ASHA), replace=True)
    again = home.inside(groups.open(one.group.id, ASHA))
    again.laptops.go_on()
    third = home.another(again, "three", "Cy's laptop")
    meet(other, third, again)
    assert again.laptops.remove([named(again, "Ben's laptop").id]).error is None
    later = again.people.add(Person(name="Later"))
    meet(again, third)
    assert third.people.person(later)
    assert isinstance(other.laptops.exchange().error, DeviceRemoved)


def _put_behind_the_door(home, inside):
    """Let a service that helps a laptop that was taken out serve what it made."""
    database = inside.records.database
    keys = keys_of(database, inside.group.id)
    with database.reading() as session:
        waiting = exchange_log.to_give(session, 10)
        part = exchange_state.taking_part(session)
    group = home.server.group(inside.group.id)
    group.removed.clear()
    sealed = [SealedOperation(e.logged.id, keys.sealed(e, keys.signed(e))) for e in waiting]
    home.server.at("x").entering(inside.group.id, part.token).push(sealed)
    group.removed.add(part.door)
