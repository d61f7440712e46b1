"""Whoever checked an application or decided about it is kept by id, and a typed name stands too."""

import json
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from tests.support.application_examples import WARM
from tests.support.two_laptops import two_laptops
from vcs_desktop.domain.people import Person
from vcs_desktop.services.who import who

REMOVED = "Somebody who was removed"


@pytest.fixture
def begun(inside):
    return inside.applications.start_from_call(WARM)


@pytest.fixture
def jean(inside):
    return inside.people.add(Person(name="Jean Marsh"))


def decide(inside, id_, by):
    held = inside.applications.application(id_)
    inside.applications.save(held, replace(held.thing, decided_by=by))


def checked_on_paper(inside, id_):
    return inside.application_papers.sheet(id_).checked_by


def test_who_checked_it_is_called_on_paper_as_they_are_called_now(inside, begun, jean):
    held = inside.application_papers.mark_checked(begun, jean)
    assert held.thing.checked_by == jean
    assert checked_on_paper(inside, begun) == "Jean Marsh, 23 November 2026"
    person = inside.people.person(jean)
    inside.people.save(person, replace(person.thing, name="Jean Hill"))
    assert checked_on_paper(inside, begun) == "Jean Hill, 23 November 2026"


def test_somebody_who_is_not_in_the_list_is_called_as_typed(inside, begun):
    inside.application_papers.mark_checked(begun, "Sam  Okafor")
    assert checked_on_paper(inside, begun) == "Sam Okafor, 23 November 2026"
    assert who(inside.records).said("Sam Okafor") == "Sam Okafor"
    assert who(inside.records).said("") == ""


def test_who_was_made_one_with_another_is_that_one(inside, begun, jean):
    twin = inside.people.add(Person(name="J. Marsh"))
    inside.application_papers.mark_checked(begun, twin)
    inside.duplicates.merge(jean, twin)
    assert checked_on_paper(inside, begun) == "Jean Marsh, 23 November 2026"


def test_who_is_erased_is_in_no_draft_any_more_and_in_the_copy_that_was_sent(inside, begun, jean):
    inside.application_papers.mark_checked(begun, jean)
    decide(inside, begun, jean)
    copy = inside.application_papers.keep(begun)
    told = inside.about_person.about(jean).took_part
    assert [each.lines for each in told] == [
        ("They decided about it.", "They read all of it on 23 November 2026.")
    ]
    gone = inside.about_person.erase(jean)
    assert "Kept copies of applications stay as they were sent, with their name." in gone.said
    assert gone.still_named == ()
    assert checked_on_paper(inside, begun) == f"{REMOVED}, 23 November 2026"
    record = inside.applications.application(begun).record
    assert "Jean" not in json.dumps(record.values)
    assert all("Jean" not in str(each.changes) for each in inside.records.history(begun))
    assert inside.application_papers.read(copy).names[jean] == "Jean Marsh"


def test_a_typed_name_is_told_to_be_there_still(inside, begun, jean):
    inside.application_papers.mark_checked(begun, "Jean Marsh")
    gone = inside.about_person.erase(jean)
    assert [each.record_id for each in gone.still_named] == [begun]


def test_a_kept_copy_tells_whom_its_ids_mean(inside, begun, jean):
    inside.application_papers.mark_checked(begun, jean)
    decide(inside, begun, "The committee")
    copy = inside.application_papers.keep(begun)
    content = inside.papers.blobs.read(copy.file)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        told = json.loads(archive.read("application.json"))
    assert told["application"]["checked_by"] == jean
    assert told["names"][jean] == "Jean Marsh"
    assert "The committee" not in told["names"]
    assert "" not in told["names"]


def test_a_copy_of_an_application_in_which_nobody_is_chosen_says_what_it_always_said(inside, begun):
    inside.application_papers.mark_checked(begun, "Sam Okafor")
    copy = inside.application_papers.keep(begun)
    assert set(inside.application_papers.read(copy).names) == {
        "group",
        *(each.id for each in inside.applications.application(begun).thing.papers),
    }


def test_two_who_name_two_people_are_both_offered_by_name(tmp_path):
    ids = {}

    def begin(inside):
        ids["it"] = inside.applications.start_from_call(WARM)
        ids["jean"] = inside.people.add(Person(name="Jean Marsh"))

    two = two_laptops(tmp_path, begin)
    two.one.application_papers.mark_checked(ids["it"], ids["jean"])
    two.other.application_papers.mark_checked(ids["it"], "Sam Okafor")
    two.meet()
    for each in two.both:
        unsettled = each.history.unsettled(ids["it"])
        offered = [told.value for told in unsettled.fields["checked_by"]]
        assert {unsettled.names.said(value) for value in offered} == {"Jean Marsh", "Sam Okafor"}
    two.one.about_person.erase(ids["jean"])
    two.meet()
    for each in two.both:
        unsettled = each.history.unsettled(ids["it"])
        offered = [told.value for told in unsettled.fields["checked_by"]]
        assert {unsettled.names.said(value) for value in offered} == {REMOVED, "Sam Okafor"}
    two.close()
