"""How alike two people are, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.people import Person
from vcs_desktop.domain.same_person import (
    MOST_TOGETHER,
    Likeness,
    Trait,
    alike_pairs,
    keys_of,
    likeness,
    name_key,
    phone_numbers,
)


@pytest.mark.parametrize(
    "other",
    ["patel asha", "Patel, Asha", "ÁSHA  PATEL", "Mrs Asha Patel", "Asha-Patel", "asha\npatel"],
)
def test_a_name_is_the_same_in_any_order_case_and_accents(other):
    assert likeness(Person(name="Asha Patel"), Person(name=other)).traits == {Trait.NAME}


@pytest.mark.parametrize("other", ["Asha", "Asha Patil", "Ash Patel", ""])
def test_another_name_is_not_the_same(other):
    assert not likeness(Person(name="Asha Patel"), Person(name=other))


def test_an_apostrophe_makes_no_other_name_and_a_title_alone_is_one():
    assert name_key("Neil O'Brien") == name_key("obrien, NEIL") == name_key("O\u2019Brien Neil")
    assert name_key("Mr") == "mr"
    assert name_key("\u674e \u96f7") == name_key("\u96f7 \u674e") != ""
    assert name_key("***") == ""


@pytest.mark.parametrize(
    "other",
    ["07700 900001", "+44 7700 900001", "+44 (0)7700 900-001", "0044 7700900001", "7700900001",
     "(07700) 900001", "07700 900001 ext 12", "01865 1, 07700900001", "home or 07700 900001"],
)  # fmt: skip
def test_a_phone_number_is_the_same_in_any_spelling(other):
    one, two = Person(name="A", phone="07700900001"), Person(name="B", phone=other)
    assert likeness(one, two).traits == {Trait.PHONE}


@pytest.mark.parametrize("other", ["", "999", "07700 900002", "none", "+353 7700 900001"])
def test_another_phone_number_is_not(other):
    assert not likeness(Person(name="A", phone="07700900001"), Person(name="B", phone=other))


def test_too_few_digits_are_no_number():
    assert phone_numbers("12345") == []


def test_addresses_of_e_mail_are_compared_without_capitals():
    one, two = Person(email="Asha@Example.org "), Person(email="asha@example.ORG")
    assert likeness(one, two).why == "They have the same email address."


def test_why_is_a_sentence_for_everything_two_people_can_have_in_common():
    traits = [frozenset(some) for some in ([t] for t in Trait)]
    traits += [frozenset(Trait) - each for each in traits] + [frozenset(Trait)]
    said = {Likeness(each).why for each in traits}
    assert len(said) == 7
    assert all(each.startswith("They have the same ") for each in said)
    assert Likeness().why == ""


def test_two_things_make_it_likely_and_one_does_not():
    one = Person(name="Asha Patel", email="a@b.org", phone="07700 900001")
    assert not likeness(one, Person(name="Ben", phone="07700 900001")).is_likely
    assert likeness(one, Person(name="asha patel", email="a@b.org")).is_likely


PEOPLE = st.lists(
    st.builds(
        Person,
        name=st.sampled_from(["Asha Patel", "patel asha", "Ben Osei", "", "Eve"]),
        email=st.sampled_from(["", "a@b.org", "A@B.org", "c@d.org"]),
        phone=st.sampled_from(["", "07700 900001", "+447700900001", "01865 000002"]),
    ),
    max_size=8,
)


@given(PEOPLE)
def test_pairs_by_keys_are_the_pairs_that_comparing_everybody_finds(people):
    known = [(str(at), keys_of(each)) for at, each in enumerate(people)]
    found = {frozenset((a, b)): alike for a, b, alike in alike_pairs(known)}
    expected = {
        frozenset((str(a), str(b))): alike
        for a, one in enumerate(people)
        for b, other in enumerate(people[:a])
        if (alike := likeness(one, other))
    }
    assert found == expected


def test_the_groups_own_phone_makes_nobody_alike_and_one_name_of_many_does_not_explode():
    number = MOST_TOGETHER + 1
    shared = [(str(n), keys_of(Person(name=f"P{n}", phone="01865 000111"))) for n in range(number)]
    assert list(alike_pairs(shared)) == []
    named = [(str(n), keys_of(Person(name="Asha Patel"))) for n in range(number)]
    assert len(list(alike_pairs(named))) == number - 1
