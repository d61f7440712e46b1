"""Two records made one: nothing that either says is lost."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.people import (
    Consent,
    DbsCheck,
    EmergencyContact,
    Interest,
    Person,
    Role,
    SomebodyElse,
    Tie,
)
from vcs_desktop.domain.person_merge import left_behind, merged_values
from vcs_desktop.domain.values import thing_of, values_of
from vcs_desktop.domain.words_typed import folded

TEXTS = st.sampled_from(["", "a", "b", "a\nb", "c d", "Á"])
DAYS = st.none() | st.dates(date(2020, 1, 1), date(2026, 1, 1))


def parts(*made):
    return st.lists(st.one_of(made), max_size=3, unique_by=lambda each: each.id).map(tuple)


IDS = st.sampled_from(["1", "2", "3", "4"])
PEOPLE = st.builds(
    Person,
    name=TEXTS,
    email=TEXTS,
    phone=TEXTS,
    address=TEXTS,
    roles=parts(st.builds(Role, IDS, st.sampled_from(Tie), TEXTS, DAYS)),
    skills=st.lists(TEXTS.filter(bool), max_size=3).map(tuple),
    interests=parts(st.builds(Interest, IDS, TEXTS)),
    consents=parts(st.builds(Consent, IDS, TEXTS, DAYS)),
    emergency=st.none() | st.builds(EmergencyContact, TEXTS.filter(bool)),
    dbs=st.none() | st.builds(DbsCheck, seen_on=st.dates(date(2020, 1, 1), date(2026, 1, 1))),
    access_needs=TEXTS,
    notes=TEXTS,
)


def merged(kept, other):
    return thing_of(Person, merged_values(values_of(kept), values_of(other)))


@given(PEOPLE, PEOPLE)
def test_every_value_of_both_is_in_the_result_or_said_to_be_left_behind(one, two):
    kept, other = values_of(one), values_of(two)
    after, behind = merged_values(kept, other), left_behind(kept, other)
    for name, value in kept.items():
        assert says(after.get(name), value), name
    for name, value in other.items():
        there = says(after.get(name), value)
        same_part = "/" in name and any(
            each == value for key, each in after.items() if key.split("/")[0] == name.split("/")[0]
        )
        assert there or same_part or name in behind, name


def says(after, value):
    """Whether what is there says all that a value says: lines of a text, things of a list."""
    if isinstance(value, str) and isinstance(after, str):
        return set(map(folded, value.splitlines())) <= set(map(folded, after.splitlines()))
    if isinstance(value, list) and isinstance(after, list):
        return {folded(each) for each in value} <= {folded(each) for each in after}
    return after == value


@given(PEOPLE, PEOPLE)
def test_what_the_kept_record_says_stays(one, two):
    after = merged(one, two)
    for field in ("name", "email", "phone", "address", "emergency", "dbs"):
        assert getattr(after, field) == (getattr(one, field) or getattr(two, field))


@given(PEOPLE)
def test_a_record_merged_with_itself_or_with_nothing_stays_as_it_is(one):
    values = values_of(one)
    assert merged_values(values, values) == values
    assert merged_values(values, {}) == values
    assert left_behind(values, values) == []


@given(PEOPLE, PEOPLE)
def test_merging_twice_changes_nothing_more(one, two):
    once = merged_values(values_of(one), values_of(two))
    assert merged_values(once, values_of(two)) == once


def test_the_same_role_under_another_id_is_there_once():
    kept = Person(name="Asha", roles=(Role("r1", Tie.COMMITTEE, "Chair"),))
    other = Person(name="Asha", roles=(Role("r2", Tie.COMMITTEE, "Chair"), Role("r3")))
    assert [role.id for role in merged(kept, other).roles] == ["r1", "r3"]


def test_notes_stand_one_below_the_other_unless_one_has_the_other():
    assert merged(Person(notes="a"), Person(notes="b")).notes == "a\n\nb"
    assert merged(Person(notes="a\nb"), Person(notes="b")).notes == "a\nb"
    assert merged(Person(notes="b"), Person(notes="a\nb")).notes == "a\nb"


def test_skills_are_joined_without_those_that_are_there_in_other_letters():
    kept, other = Person(skills=("First aid",)), Person(skills=("first AID", "Minibus"))
    assert merged(kept, other).skills == ("First aid", "Minibus")


def test_somebody_is_not_told_apart_from_themselves():
    kept = values_of(Person("k", name="A", not_same_as=(SomebodyElse("o"), SomebodyElse("x"))))
    other = values_of(Person("o", name="A", not_same_as=(SomebodyElse("k"), SomebodyElse("y"))))
    after = thing_of(Person, merged_values(kept, other, ("k", "o")))
    assert [each.id for each in after.not_same_as] == ["x", "y"]


def test_what_a_newer_app_added_comes_along():
    assert merged_values({"name": "A"}, {"van": True, "keys/1": {"no": 2}}) == {
        "name": "A", "van": True, "keys/1": {"no": 2}
    }  # fmt: skip
    assert left_behind({"van": 1, "roles/1": {"a": 1}}, {"van": 2, "roles/1": {"a": 2}}) == [
        "van", "roles/1"
    ]  # fmt: skip


def test_the_same_number_or_name_in_another_spelling_is_not_left_behind():
    kept = {"name": "Asha Patel", "phone": "07700 900001, 01865 1"}
    assert left_behind(kept, {"name": "patel, asha", "phone": "+44 7700 900001"}) == []
    assert left_behind(kept, {"name": "Asha", "phone": "07700 900002"}) == ["name", "phone"]
    assert left_behind({"phone": "x"}, {"phone": "X"}) == []
