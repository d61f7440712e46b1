"""The library of answers: filled by what was finished, found by what is asked, used again."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.application_examples import WARM
from tests.support.group_file import computer
from vcs_desktop.domain.answer_library import Dated, library_of, suited
from vcs_desktop.domain.answers import Answer, AnswerState, Canonical, FactSource, UsedFact
from vcs_desktop.domain.applications import Application, Status
from vcs_desktop.domain.kinds import ANSWER
from vcs_desktop.services.answer_library import AnswerLibrary
from vcs_desktop.services.applications import ApplicationsService
from vcs_desktop.services.bin import BinService
from vcs_desktop.services.records import NoSuchRecord, TooLong

FACT = UsedFact("f1", FactSource.LIBRARY, "fact/alone", "23.2%", "23.2%", "2021", "ONS")
OLD = (
    "1. What does your group do?\nWe cook lunch for older people in our village every Tuesday.\n"
    "2. Why is this project needed?\nMany live alone.\n3. Your colours\nBlue."
)


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "group.db", name="Asha")
    yield made
    made.database.close()


@pytest.fixture
def applications(here):
    return ApplicationsService(here.records)


@pytest.fixture
def library(here):
    return AnswerLibrary(here.records)


def write(applications, held, text, **told):
    return applications.save_answer(
        held, replace(held.thing, text=text, **{"state": AnswerState.DONE, **told})
    )


def bring_in(applications, **told):
    form = applications.read_old_text(OLD)
    return applications.bring_in_old(form.answers, **{"name": "Warm 2023", **told})


def test_old_answers_fill_the_library_by_what_is_asked(applications, library):
    bring_in(applications, funder="County", sent_on=date(2023, 5, 1))
    found = library.answers()
    assert [each.canonical for each in found] == [
        Canonical.WHAT_WE_DO,
        Canonical.NEED,
        Canonical.NONE,
    ]
    first = found[0]
    assert (first.application, first.funder, first.is_from_before) == ("Warm 2023", "County", True)
    assert (first.written_on, first.word_count) == (date(2023, 5, 1), 11)
    assert first.character_count == len(first.answer.text)


def test_only_what_is_finished_is_in_the_library(applications, library):
    begun = applications.start_from_call(WARM)
    one, two, _ = applications.opened(begun).answers
    write(applications, one, "We cook.")
    write(applications, two, "More.", state=AnswerState.NEEDS_CHECKING)
    assert [each.answer.text for each in library.answers()] == ["We cook."]
    held = applications.application(begun)
    applications.save(held, replace(held.thing, status=Status.SENT, sent_on=date(2026, 12, 1)))
    assert [each.answer.text for each in library.answers()] == ["We cook.", "More."]
    assert library.answers()[0].written_on == date(2026, 12, 1)


def test_an_answer_that_was_not_sent_is_as_old_as_its_last_change(applications, library):
    begun = applications.start_from_call(WARM)
    write(applications, applications.opened(begun).answers[0], "We cook.")
    assert library.answers()[0].written_on == date(2026, 11, 23)


def test_answers_are_found_by_words_and_by_the_usual_question(applications, library):
    bring_in(applications, funder="County")
    assert [each.answer.ref for each in library.answers(words="lunch older")] == ["1"]
    assert [each.answer.ref for each in library.answers(words="colour")] == ["3"]
    assert len(library.answers(words="county")) == 3
    assert library.answers(words="nothing of this") == []
    assert [each.answer.ref for each in library.answers(canonical=Canonical.NEED)] == ["2"]


def test_what_is_in_the_bin_is_not_in_the_library(applications, library, here):
    brought = bring_in(applications)
    applications.remove_question(applications.whole(brought).answers[0].id)
    assert len(library.answers()) == 2
    applications.remove(brought)
    assert library.answers() == []
    BinService(here.records).restore([brought])
    assert len(library.answers()) == 2


def test_an_answer_is_used_again_as_a_copy_that_knows_where_it_is_from(applications, library):
    old = applications.whole(bring_in(applications)).answers[0]
    held = applications.answer(old.id)
    write(applications, held, held.thing.text, facts=(FACT,))
    begun = applications.start_from_call(WARM)
    target = applications.opened(begun).answers[0]
    (offered, *_) = library.suited_to(target.thing)
    assert offered.id == old.id
    after = library.reuse(target, offered.id)
    assert (after.thing.text, after.thing.reused_from) == (old.text, old.id)
    assert (after.thing.facts, after.thing.state) == ((FACT,), AnswerState.DRAFT)
    applications.save_answer(after, replace(after.thing, text="We cook.", state=AnswerState.DONE))
    assert applications.answer(old.id).thing.text == old.text
    used = {each.id: each.used_in for each in library.answers(canonical=Canonical.WHAT_WE_DO)}
    assert used == {old.id: (WARM.title,), after.thing.id: ()}


def test_an_answer_can_be_put_after_what_is_written(applications, library):
    old = applications.whole(bring_in(applications)).answers[1]
    begun = applications.start_from_call(WARM)
    target = write(applications, applications.opened(begun).answers[0], "We cook.\n")
    assert library.reuse(target, old.id, add=True).thing.text == "We cook.\n\nMany live alone."
    empty = applications.opened(begun).answers[1]
    assert library.reuse(empty, old.id, add=True).thing.text == "Many live alone."


def test_what_becomes_too_long_or_is_no_answer_changes_nothing(applications, library):
    brought = bring_in(applications)
    old = applications.whole(brought).answers[1]
    begun = applications.start_from_call(WARM)
    target = write(applications, applications.opened(begun).answers[0], "x" * 99_990)
    with pytest.raises(TooLong):
        library.reuse(target, old.id, add=True)
    for no_answer in (brought, "nothing"):
        with pytest.raises(NoSuchRecord):
            library.reuse(target, no_answer)
    assert len(applications.answer(target.thing.id).thing.text) == 99_990


def test_short_and_long_versions_of_an_answer_stand_side_by_side(applications, library):
    old = applications.whole(bring_in(applications)).answers[0]
    begun = applications.start_from_call(WARM)
    middle = library.reuse(applications.opened(begun).answers[0], old.id)
    middle = write(applications, middle, "We cook lunch on Tuesdays.")
    again = applications.start_from_call(WARM)
    last = library.reuse(applications.opened(again).answers[0], middle.thing.id)
    write(applications, last, "We cook.")
    for each in (old.id, middle.thing.id, last.thing.id):
        assert [found.word_count for found in library.versions_of(each)] == [2, 5, 11]
    assert library.versions_of("nothing") == []


def test_of_answers_with_the_same_words_one_is_offered(applications, library):
    old = applications.whole(bring_in(applications, sent_on=date(2024, 1, 1))).answers[0]
    begun = applications.start_from_call(WARM)
    copy = library.reuse(applications.opened(begun).answers[0], old.id)
    applications.save_answer(copy, replace(copy.thing, state=AnswerState.DONE))
    again = applications.opened(applications.start_from_call(WARM)).answers[0]
    assert [each.id for each in library.suited_to(again.thing)] == [copy.thing.id]
    assert len(library.answers(canonical=Canonical.WHAT_WE_DO)) == 2


def test_answers_in_a_ring_end(library, here):
    application = here.records.add("application", Application(name="A"))
    told = {"application": application, "text": "Tea", "state": AnswerState.DONE}
    here.records.add(ANSWER, Answer(reused_from="b", **told), record_id="a")
    here.records.add(ANSWER, Answer(reused_from="a", **told), record_id="b")
    assert {each.id for each in library.versions_of("a")} == {"a", "b"}


def test_what_fits_the_limit_and_is_newer_is_offered_first():
    applications = {
        each: Application(each, name=each, status=Status.SENT, sent_on=on)
        for each, on in (
            ("old", date(2020, 1, 1)),
            ("long", date(2026, 1, 1)),
            ("new", date(2025, 1, 1)),
            ("other", date(2026, 1, 1)),
        )
    }
    need, asked = Canonical.NEED, "Why is it needed?"
    answers = [
        Answer("1", "old", question=asked, canonical=need, text="Short."),
        Answer("2", "long", question="The need", canonical=need, text="word " * 90),
        Answer("3", "new", question="The need", canonical=need, text="Short too."),
        Answer("4", "other", question="What is your colour?", text="Blue."),
    ]
    entries = library_of(applications, [Dated(each) for each in answers])
    to = Answer("x", "mine", question=asked, canonical=need, limit=50)
    assert [each.id for each in suited(entries, to)] == ["1", "3", "2"]
    assert [each.id for each in suited(entries, replace(to, question="Which colour is your"))] == [
        "3",
        "1",
        "2",
    ]
    colour = Answer("x", "mine", question="What is your favourite colour?")
    assert [each.id for each in suited(entries, colour)] == ["4"]
    assert suited(entries, replace(colour, application="other")) == []
