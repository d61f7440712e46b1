"""Words that are looked for in an open group's records."""

import pytest

from vcs_desktop.core.group_errors import Locked
from vcs_desktop.domain.kinds import KINDS, PERSON, PROFILE
from vcs_desktop.domain.people import EmergencyContact, Person, Role, Tie
from vcs_desktop.services.group_search import GroupSearch


@pytest.fixture
def search(here):
    return GroupSearch(here.records)


def titles(found):
    return [each.title for each in found]


def test_people_are_found_by_the_beginnings_of_all_words(here, search):
    carol = here.people.add(Person(name="Carol Ńguyen", notes="Drives the minibus on Mondays."))
    here.people.add(Person(name="Carola Smith"))
    (found,) = search.found("nguy CAR")
    assert (found.id, found.kind, found.title, found.why) == (carol, PERSON, "Carol Ńguyen", "")
    assert titles(search.found("minib carol")) == ["Carol Ńguyen"]
    assert search.found("arol") == []
    assert search.found("carol dev") == []


def test_why_it_answers_is_told_where_the_title_does_not(here, search):
    here.people.add(Person(name="Carol", notes="Drives the minibus on Mondays."))
    assert search.found("minibus")[0].why == "Drives the minibus on Mondays."


def test_those_named_so_come_first_and_then_the_newest(here, search):
    here.people.add(Person(name="Dev", emergency=EmergencyContact("Carol")))
    here.people.add(Person(name="Carol Old"))
    here.people.add(Person(name="Eve", notes="A friend of Carol."))
    here.people.add(Person(name="Carol New"))
    assert titles(search.found("carol")) == ["Carol New", "Carol Old", "Eve", "Dev"]
    assert titles(search.found("carol", limit=3)) == ["Carol New", "Carol Old", "Eve"]


def test_what_is_in_the_bin_or_erased_is_not_found(here, search):
    carol = here.people.add(Person(name="Carol"))
    here.people.remove(carol)
    assert search.found("carol") == []
    here.records.restore(carol)
    assert titles(search.found("carol")) == ["Carol"]
    here.records.erase([carol])
    assert search.found("carol") == []


def test_a_kind_can_be_asked_for(here, search):
    here.people.add(Person(name="Botley"))
    here.records.add(PROFILE, KINDS[PROFILE].shape(name="Botley Lunch Club"), record_id="our-group")
    assert titles(search.found("botley", kinds=[PERSON])) == ["Botley"]
    assert titles(search.found("botley")) == ["Botley Lunch Club", "Botley"]


@pytest.mark.parametrize("typed", ["", " ", "…", "'", "%", "_", '"', "a" * 500, "\x00"])
def test_nothing_to_look_for_finds_nothing_and_breaks_nothing(here, search, typed):
    here.people.add(Person(name="Carol"))
    assert search.found(typed) == []


def test_parts_such_as_roles_are_found(here, search):
    here.people.add(Person(name="Carol", roles=(Role("1", Tie.COMMITTEE, "Treasurer"),)))
    assert search.found("treas")[0].why == "Treasurer"


def test_locked_there_is_nothing_to_ask(here, search):
    here.people.add(Person(name="Carol"))
    here.database.close()
    with pytest.raises(Locked):
        search.found("carol")
