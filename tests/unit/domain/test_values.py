"""Records as plain values and back: nothing told is lost, no value from outside breaks it."""

from dataclasses import FrozenInstanceError, dataclass, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.group import GroupProfile, LegalForm, Policy
from vcs_desktop.domain.kinds import KINDS, is_long_text, title_of
from vcs_desktop.domain.people import Consent, DbsCheck, Person, Role, Tie
from vcs_desktop.domain.values import changes_of, same, thing_of, values_of
from vcs_desktop.wire.operation import Change
from vcs_desktop.wire.record import canonical

TEXT = st.text("abc \n", max_size=8)
DAYS = st.none() | st.dates(date(2000, 1, 1), date(2030, 1, 1))
IDS = st.uuids().map(str)
ROLES = st.lists(
    st.builds(Role, IDS, st.sampled_from(Tie), TEXT, DAYS, DAYS),
    max_size=3,
    unique_by=lambda role: role.id,
).map(lambda roles: tuple(sorted(roles, key=lambda role: role.id)))
PEOPLE = st.builds(
    Person,
    id=st.just("p1"),
    name=TEXT,
    roles=ROLES,
    skills=st.lists(TEXT, max_size=3).map(tuple),
    dbs=st.none() | st.builds(DbsCheck, st.none(), DAYS, DAYS),
    consents=st.builds(Consent, IDS, TEXT, DAYS).map(lambda consent: (consent,)),
)
PROFILES = st.builds(
    GroupProfile,
    name=TEXT,
    legal_form=st.none() | st.sampled_from(LegalForm),
    annual_income_pence=st.none() | st.integers(0, 10**12),
    policies=st.none() | st.lists(st.builds(Policy, TEXT, DAYS), max_size=2).map(tuple),
    live_grants=st.none() | st.lists(TEXT, max_size=2).map(tuple),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["", "x", "2026-13-01", "member"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
    max_leaves=5,
)
NAMES = st.sampled_from(
    ["name", "roles", "roles/r1", "roles/", "skills", "dbs", "emergency", "policies", "legal_form",
     "annual_income_pence", "id", "more"]
)  # fmt: skip


@given(PEOPLE | PROFILES)
def test_what_was_told_comes_back_as_it_was(thing):
    values = values_of(thing)
    canonical(values)
    assert thing_of(type(thing), values, getattr(thing, "id", "")) == thing


@given(PEOPLE, PEOPLE)
def test_the_changes_lead_from_one_to_the_other(before, after):
    values = values_of(before)
    for name, change in changes_of(values, before, after).items():
        assert not same(change.old, change.new)
        values.pop(name, None)
        if change.new is not None:
            values[name] = change.new
    assert thing_of(Person, values, "p1") == after


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
@given(values=st.dictionaries(NAMES, JSON, max_size=6))
def test_values_from_outside_never_break_a_record(kind, values):
    before = canonical(values)
    thing = thing_of(kind.shape, values, "r1")
    assert isinstance(thing, kind.shape)
    assert changes_of(values, thing, replace(thing)) == {}
    assert canonical(values) == before
    title_of(kind.name, values)


@pytest.mark.parametrize(
    ("values", "person"),
    [
        ({"skills": ["a", 7, "b"]}, Person(skills=("a", "b"))),
        ({"roles/r1": {"tie": "pilot", "title": "A"}}, Person(roles=(Role("r1", title="A"),))),
        ({"roles/r1": "Chair", "roles": "Chair"}, Person()),
        ({"dbs": {"seen_on": "soon"}}, Person(dbs=DbsCheck())),
        ({"name": 7, "emergency": []}, Person()),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_taken_as_not_told(values, person):
    assert thing_of(Person, values) == person


def test_a_part_that_lacks_what_it_needs_is_passed_over():
    values = {"policies": [{"reviewed_on": "2026-01-01"}, {"name": "Safeguarding"}]}
    assert thing_of(GroupProfile, values).policies == (Policy("Safeguarding"),)


@given(PEOPLE | PROFILES)
def test_a_record_that_was_read_is_the_same_as_one_that_was_made(thing):
    read = thing_of(type(thing), values_of(thing), getattr(thing, "id", ""))
    assert type(read) is type(thing)
    assert (repr(read), hash(read)) == (repr(thing), hash(thing))
    assert replace(read, name="Ash") == replace(thing, name="Ash")
    with pytest.raises(FrozenInstanceError):
        read.name = "Ash"


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_of_a_record_that_says_nothing_every_field_is_there(kind):
    assert thing_of(kind.shape, {}) == kind.shape()


@dataclass(frozen=True)
class Loose:
    """A shape that is not laid out in slots."""

    id: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Tidied:
    """A shape that looks at what it is made of."""

    id: str = ""
    name: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", self.name.strip())


@pytest.mark.parametrize("shape", [Loose, Tidied])
def test_a_shape_that_is_made_in_its_own_way_is_made_so(shape):
    assert thing_of(shape, {"name": " Ash "}, "r1") == shape("r1", " Ash ")


def test_what_stands_under_a_field_that_has_no_parts_leaves_the_field_alone():
    values = {"name": "Ash", "name/1": {}, "skills": ["a"], "skills/1": {"b": 1}}
    assert thing_of(Person, values) == Person(name="Ash", skills=("a",))


def test_what_cannot_be_read_is_not_thrown_away_when_something_else_is_changed():
    held = {"name": "Ash", "dbs": {"seen_on": "soon", "by": "Ben"}, "mood": "calm"}
    before = thing_of(Person, held)
    changes = changes_of(held, before, replace(before, dbs=DbsCheck(recheck_on=date(2027, 1, 1))))
    assert changes == {
        "dbs": Change(held["dbs"], {"seen_on": "soon", "by": "Ben", "recheck_on": "2027-01-01"})
    }


def test_only_long_texts_are_ever_merged():
    assert is_long_text("person", "notes")
    assert not any(
        is_long_text(kind, name)
        for kind, name in [("person", "address"), ("group_profile", "name"), ("spaceship", "notes")]
    )
