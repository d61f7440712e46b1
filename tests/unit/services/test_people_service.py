"""People of a group, and the group's own profile that fit is judged by."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.group_file import computer
from vcs_desktop.domain.people import (
    Channel,
    Consent,
    DbsCheck,
    DbsLevel,
    EmergencyContact,
    Interest,
    Person,
    Role,
    Tie,
    ties,
)
from vcs_desktop.services.people import NoName
from vcs_desktop.services.records import NoSuchRecord

WHOLE = Person(
    name="Carol Ńguyen",
    email="carol@example.org",
    phone="01865 000000",
    address="1 High Street\nOxford",
    roles=(
        Role("r1", Tie.COMMITTEE, "Treasurer", date(2025, 1, 1), date(2026, 12, 31)),
        Role("r2", Tie.VOLUNTEER, "", date(2024, 5, 1)),
    ),
    skills=("bookkeeping", "minibus"),
    interests=(Interest("i1", "Her brother owns the hall.", date(2025, 2, 1)),),
    consents=(Consent("c1", "You may ring me.", date(2025, 1, 1), Channel.PAPER),),
    emergency=EmergencyContact("Dan", "07", "partner"),
    dbs=DbsCheck(DbsLevel.ENHANCED, date(2025, 3, 1), date(2028, 3, 1)),
    access_needs="large print",
    notes="Likes mornings.",
)


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "here.db")
    yield made
    made.database.close()


def test_everything_about_a_person_is_kept_as_it_was_told(here):
    person = here.people.add(WHOLE)
    assert here.people.person(person).thing == replace(WHOLE, id=person)


def test_the_list_shows_people_by_name(here):
    here.people.add(Person(name="Dev"))
    here.people.add(WHOLE)
    found = here.people.people()
    assert [each.name for each in found] == ["Carol Ńguyen", "Dev"]
    assert (found[0].email, found[0].phone) == ("carol@example.org", "01865 000000")
    assert found[0].ties == ("committee", "volunteer")


def test_a_person_without_a_name_is_not_saved(here):
    with pytest.raises(NoName):
        here.people.add(Person(name="  \n "))
    person = here.people.add(Person(name=" Carol\n Ann "))
    held = here.people.person(person)
    assert held.thing.name == "Carol Ann"
    with pytest.raises(NoName):
        here.people.save(held, replace(held.thing, name=""))


def test_what_cannot_be_seen_and_halves_of_letters_are_not_kept(here):
    person = here.people.add(Person(name="Ca\x00rol\ud800", notes="a\r\nb"))
    assert here.people.person(person).thing == Person(person, "Carol", notes="a\nb")


def test_a_record_of_another_kind_is_nobody(here):
    asha = here.as_(here.records.who, "Asha")
    asha.people.add(WHOLE)
    for nobody in ("0000", here.records.who):
        with pytest.raises(NoSuchRecord):
            here.people.person(nobody)
    with pytest.raises(NoSuchRecord):
        here.records.put_in_bin("0000")


def test_a_role_is_added_and_taken_away(here):
    person = here.people.add(WHOLE)
    held = here.people.person(person)
    here.people.save(held, replace(held.thing, roles=(*WHOLE.roles[:1], Role("r3"))))
    assert here.people.person(person).thing.roles == (WHOLE.roles[0], Role("r3"))
    newest = here.records.history(person)[0]
    assert set(newest.changes) == {"roles/r2", "roles/r3"}


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2024, 1, 1), (Tie.CONTACT,)),
        (date(2024, 6, 1), (Tie.VOLUNTEER,)),
        (date(2025, 1, 1), (Tie.COMMITTEE, Tie.VOLUNTEER)),
        (date(2026, 12, 31), (Tie.COMMITTEE, Tie.VOLUNTEER)),
        (date(2027, 1, 1), (Tie.VOLUNTEER,)),
    ],
)
def test_what_somebody_is_to_the_group_follows_their_terms(on, expected):
    assert ties(WHOLE, on) == expected
