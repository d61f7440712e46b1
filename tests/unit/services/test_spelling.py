"""Spelling of British English, of words of this field, and of the group's own."""

import pytest

from tests.support.vault_examples import TEA, MovableClock, service
from vcs_desktop.domain.people import Person
from vcs_desktop.services.in_group import in_group
from vcs_desktop.services.own_words import OwnWordsService
from vcs_desktop.services.spelling import SpellingService


@pytest.fixture(scope="module")
def spelling():
    return SpellingService()


@pytest.fixture
def inside(tmp_path):
    clock = MovableClock()
    group = service(tmp_path / "groups", clock).create(TEA)
    yield in_group(group, clock)
    group.close()


def unknown(spelling, text, ours=()):
    return [each.word for each in spelling.unknown(text, ours)]


def test_british_words_are_known_and_american_ones_are_not(spelling):
    assert unknown(spelling, "We organise a programme in the neighbourhood's centre.") == []
    assert unknown(spelling, "A neighborhood program in the center") == [
        "neighborhood",
        "center",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Safeguarding and wellbeing",
        "Fundraising with our trustees' help, and co-production.",
        "Rose Hill, Blackbird Leys and Bicester",
        "A drop-in, a peer-led group, an email",
        "Don’t worry: it’s the group’s own café.",  # noqa: RUF001
    ],
)
def test_words_of_this_field_and_of_oxfordshire_are_known(spelling, text):
    assert unknown(spelling, text) == []


def test_a_mistake_is_found_where_it_stands_and_something_better_is_offered(spelling):
    text = "We recieve forty people."
    (found,) = spelling.unknown(text)
    assert (text[found.start : found.end], spelling.offered(found.word)[0]) == (
        "recieve",
        "receive",
    )


def test_nothing_is_guessed_at_for_a_word_of_great_length(spelling):
    assert spelling.offered("x" * 39) == []


def test_what_the_group_says_is_right_is_right_in_every_form(spelling):
    text = "Zbyszko cooks. Zbyszko’s soup. ZBYSZKO-led"  # noqa: RUF001
    assert unknown(spelling, text) == ["Zbyszko", "Zbyszko’s", "ZBYSZKO-led"]  # noqa: RUF001
    assert unknown(spelling, text, ["Zbyszko"]) == []


def test_a_word_that_was_added_is_kept_once_and_can_be_taken_out_again(inside):
    own = OwnWordsService(inside.records)
    own.add(" Zbyszko ")
    own.add("Zbyszko")
    own.add("and/or")
    own.add("")
    assert own.all() == ("Zbyszko",)
    own.remove("Zbyszko")
    assert own.all() == ()


def test_to_add_a_word_can_be_undone(inside):
    own = OwnWordsService(inside.records)
    own.add("Zbyszko")
    inside.records.undo()
    assert own.all() == ()


def test_the_names_of_the_groups_people_are_right(inside):
    inside.people.add(Person(name="Zbyszko Marsh"))
    assert {"Zbyszko", "Marsh"} <= OwnWordsService(inside.records).right_words()
