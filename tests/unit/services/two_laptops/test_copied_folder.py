"""A group's folder that was copied to another computer: two computers write as one laptop."""

import shutil

import pytest

from tests.support.laptops import meet, records_of
from tests.support.vault_examples import BEN
from vcs_desktop.domain.people import Person
from vcs_desktop.storage import exchange_log


def held(inside):
    with inside.records.database.reading() as session:
        return exchange_log.how_many_wait(session)


def device(inside):
    with inside.records.database.reading() as session:
        return exchange_log.this_device_id(session)


@pytest.fixture
def copied(two, home):
    """A laptop, another one, and a copy of the other's folder, which goes on by itself."""
    one, other = two
    meet(one, other)
    group = other.group.id
    other.group.close()
    shutil.copytree(home.place / "two", home.place / "copy")
    other, copy = (home.inside(home.groups(each).open(group, BEN)) for each in ("two", "copy"))
    assert device(other) == device(copy)
    return one, other, copy


def write(laptop, *names):
    return [laptop.people.add(Person(name=name)) for name in names]


def test_nothing_is_lost_of_what_either_does(copied):
    one, other, copy = copied
    people = write(other, "Ann", "Bob")
    people += write(copy, "Cy", "Di", "Ed")
    meet(one, other, copy)
    people += write(other, "Flo")
    people += write(copy, "Gil")
    meet(one, other, copy, rounds=3)
    for each in copied:
        assert set(people) <= set(records_of(each))
        assert held(each) == {}
        assert each.records.checked().complaints == ()
    assert records_of(one) == records_of(other) == records_of(copy)


def test_each_says_that_there_are_two_and_goes_on_under_an_id_of_its_own(copied):
    _, other, copy = copied
    before = device(other)
    write(other, "Ann")
    write(copy, "Bob")
    told = {name: [] for name in ("one", "other", "copy")}
    for _ in range(3):
        for name, each in zip(told, copied, strict=True):
            told[name] += each.laptops.exchange().notices
    for name in ("other", "copy"):
        assert any("as this laptop" in each for each in told[name])
    assert any("as “Ben's laptop”" in each for each in told["one"])
    assert len({before, device(other), device(copy)}) == 3
    write(other, "Cy")
    write(copy, "Di")
    assert not any("computer" in each for one_of in copied for each in exchanged(one_of))


def exchanged(inside):
    return inside.laptops.exchange().notices


def test_who_joins_later_has_the_work_of_both(copied, home):
    one, other, copy = copied
    people = write(other, "Ann") + write(copy, "Bob")
    meet(one, other, copy, rounds=3)
    third = home.another(one, "three", "Cy's laptop")
    meet(third, one)
    assert set(people) <= set(records_of(third))
    assert held(third) == {}


def test_when_it_is_taken_out_the_work_of_both_counts_up_to_then(copied, home):
    one, other, copy = copied
    people = write(other, "Ann") + write(copy, "Bob")
    meet(one, other, copy, rounds=3)
    (line,) = (each for each in one.laptops.laptops() if not each.is_this)
    assert one.laptops.remove([line.id]).error is None
    third = home.another(one, "three", "Cy's laptop")
    meet(third, one)
    assert set(people) <= set(records_of(third))
    assert held(third) == {}


def test_a_disk_that_was_put_back_by_another_program_loses_nothing(two, home):
    one, other = two
    group = other.group.id
    other.group.close()
    shutil.copytree(home.place / "two", home.place / "kept")
    other = home.inside(home.groups("two").open(group, BEN))
    people = write(other, "Ann")
    meet(one, other)
    other.group.close()
    shutil.rmtree(home.place / "two")
    shutil.copytree(home.place / "kept", home.place / "two")
    other = home.inside(home.groups("two").open(group, BEN))
    people += write(other, "Bob")
    meet(other, one, rounds=3)
    assert set(people) <= set(records_of(other))
    assert records_of(one) == records_of(other)


def test_who_was_put_back_gives_again_what_somebody_deleted_meanwhile(two, home):
    """It does not know any more how it signed that, and signs it the same."""
    one, other = two
    meet(one, other)
    person = other.people.add(Person(name="Ann"))
    other.group.close()
    shutil.copytree(home.place / "two", home.place / "copy")
    other = home.inside(home.groups("two").open(other.group.id, BEN))
    other.laptops.exchange()
    other.group.close()
    with one.laptops._ways.service() as (service, _):
        for each in service.operations(0).operations:
            service.blank(each.uuid, b"no blank of anybody's")
    back = home.inside(home.groups("copy").open(one.group.id, BEN))
    meet(back, one)
    assert one.people.person(person)
    assert held(one) == {}
