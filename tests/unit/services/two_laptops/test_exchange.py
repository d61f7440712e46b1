"""A group on two laptops: invited, let in, and what is done on one is found on the other."""

from dataclasses import replace

import pytest

from tests.support.laptops import close, house, meet, records_of
from vcs_desktop.domain.people import Person


@pytest.fixture
def home(tmp_path):
    return house(tmp_path)


def test_an_edit_travels_from_one_laptop_to_the_other(home):
    one = home.first()
    person = one.people.add(Person(name="Dev"))
    two = home.another(one)
    assert two.people.person(person).thing.name == "Dev"
    held = two.people.person(person)
    two.people.save(held, replace(held.thing, phone="01865 1"))
    meet(two, one)
    assert one.people.person(person).thing.phone == "01865 1"
    meet(one, two)
    assert records_of(one) == records_of(two)
    assert one.records.checked().complaints == two.records.checked().complaints == ()
    close(one, two)
