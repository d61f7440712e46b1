"""Who is erased is gone from the file to the last byte, in free pages and in the log as well."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.decrypted_pages import decrypted
from tests.support.group_file import KEY, OpenFile, computer
from vcs_desktop.domain.kinds import DOCUMENT
from vcs_desktop.domain.papers import Paper
from vcs_desktop.domain.people import (
    Channel,
    Consent,
    DbsCheck,
    EmergencyContact,
    Interest,
    Person,
    Role,
    Tie,
)
from vcs_desktop.services.about_person import AboutPersonService
from vcs_desktop.services.desk import DeskService
from vcs_desktop.services.duplicates import DuplicatesService
from vcs_desktop.services.group_search import GroupSearch
from vcs_desktop.services.people_import import PeopleImport
from vcs_desktop.storage import paper_texts

WORD = "Zanzibarlike"
"""Nothing else in the file has it, and its folded form is found in the column of words."""

FORMS = tuple(form.encode() for form in (WORD, WORD.lower(), WORD.upper()))


class Group(OpenFile):
    name = "Tea & Talk"


def planted(number=1):
    """Return somebody every text of whom says the word."""
    told = f"{WORD} {number}"
    return Person(
        name=told,
        email=f"{WORD}{number}@x.org",
        phone=f"{WORD} 07700 90000{number}",
        address=f"{told}\nOxford",
        roles=(Role(f"r{number}", Tie.COMMITTEE, told, date(2025, 1, 1)),),
        skills=(told,),
        interests=(Interest(f"i{number}", told),),
        consents=(Consent(f"c{number}", told, date(2025, 1, 1), Channel.PAPER),),
        emergency=EmergencyContact(told, told, told),
        dbs=DbsCheck(seen_on=date(2025, 1, 1)),
        access_needs=told,
        notes=f"{told}\n" * 400,  # over several pages
    )


@pytest.fixture
def about(here):
    return AboutPersonService(Group(here.database), here.records)


def told(here):
    """Return every byte of the file and its log, decrypted."""
    return decrypted(here.database.path, KEY)


def is_there(here):
    content = told(here)
    return any(form in content for form in FORMS)


def live(here, person):
    """Use the app with somebody: change, undo, bin, draft, search."""
    for notes in ("one", "two"):
        held = here.people.person(person)
        here.people.save(held, replace(held.thing, notes=f"{WORD} {notes}", phone=WORD))
    here.records.undo()
    here.records.redo()
    here.people.remove(person)
    here.records.restore(person)
    DeskService(here.records.group).put("draft/person", {"notes": WORD}, about=person)
    assert GroupSearch(here.records).found(WORD.lower())


def test_the_way_of_looking_finds_what_is_there(here):
    here.people.add(planted())
    content = told(here)
    assert b"CREATE TABLE operation" in content
    assert all(form in content for form in FORMS[:2])
    here.database.empty_log()
    assert is_there(here)


def test_not_a_byte_of_somebody_is_left_when_they_are_erased(here, about):
    others = [here.people.add(Person(name=f"Ben {n}", notes="tea\n" * 300)) for n in range(20)]
    person = here.people.add(planted())
    live(here, person)
    assert is_there(here)
    gone = about.erase(person)
    assert gone.name == f"{WORD} 1"
    assert not is_there(here)
    assert {each.id for each in here.people.people()} == set(others)
    assert here.records.checked().complaints == ()


def test_who_lies_in_the_bin_and_came_from_a_file_is_erased_as_well(here, about):
    coming = PeopleImport(here.records)
    table = coming.read_text(f"Name,Notes\n{WORD},{WORD} likes tea\nBen,\n")
    done = coming.carry_out(coming.preview(table))
    here.people.remove(done.added_ids[0])
    assert is_there(here)
    here.records.delete_for_good([done.added_ids[0]])
    assert not is_there(here)


def test_what_was_merged_into_somebody_goes_with_them(here, about):
    kept, other, third = (here.people.add(planted(n)) for n in (1, 2, 3))
    twice = DuplicatesService(here.records)
    twice.merge(other, third)
    twice.merge(kept, other)
    about.erase(kept)
    assert not is_there(here)


def test_many_are_erased_and_nothing_is_left_in_free_pages(here):
    people = [here.people.add(planted(number)) for number in range(30)]
    here.records.erase(people)
    assert here.people.people() == []
    assert not is_there(here)


def test_nothing_of_somebody_stays_on_another_computer_that_hears_of_it(here, about, tmp_path):
    there = computer(tmp_path / "there.db", seed=2)
    person = here.people.add(planted())
    here.give(there)
    assert is_there(there)
    about.erase(person)
    here.give(there)
    there.database.empty_log()
    assert not is_there(there)
    there.database.close()


def test_nothing_of_what_stood_in_a_papers_file_stays_either(here):
    paper = here.records.add(DOCUMENT, Paper(name="Policy"))
    with here.database.writing() as session:
        paper_texts.keep(session, paper, "b" * 64, [f"{WORD} on page one"] * 50)
    assert GroupSearch(here.records).found(WORD)
    assert is_there(here)
    here.records.erase([paper])
    assert not is_there(here)
    with here.database.writing() as session:  # a reading that began before ends after
        paper_texts.keep(session, paper, "b" * 64, [WORD])
    assert not is_there(here)
