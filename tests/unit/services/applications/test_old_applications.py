"""Old applications come in: read, confirmed, kept with their answers done."""

from datetime import date

import pytest

from tests.support.group_file import computer
from vcs_desktop.domain.answers import AnswerState, Canonical
from vcs_desktop.domain.applications import Status
from vcs_desktop.services.applications import ApplicationsService
from vcs_desktop.services.applications.questions import NoQuestions
from vcs_desktop.services.records import TooLong

OLD = (
    "1. What does your group do? (max 50 words)\nWe cook.\n\n2. Why is it needed?\n\n3. Budget\n£3"
)


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "group.db", name="Asha")
    yield made
    made.database.close()


@pytest.fixture
def applications(here):
    return ApplicationsService(here.records)


def test_nothing_is_kept_of_an_old_application_before_it_is_confirmed(applications, tmp_path):
    path = tmp_path / "old.txt"
    path.write_text(OLD, "utf-8")
    assert applications.read_old(path) == applications.read_old_text(OLD)
    assert len(applications.read_old(path).answers) == 3
    assert applications.lines() == []


def test_confirmed_answers_are_kept_and_those_with_words_are_done(applications, here):
    form = applications.read_old_text(OLD)
    brought = applications.bring_in_old(
        form.answers, name=" Warm\nrooms ", funder="County", sent_on=date(2024, 5, 1)
    )
    whole = applications.whole(brought)
    said = whole.application
    assert (said.name, said.funder, said.sent_on) == ("Warm rooms", "County", date(2024, 5, 1))
    assert (said.is_from_before, said.status) == (True, Status.SENT)
    assert [(each.ref, each.text, each.state) for each in whole.answers] == [
        ("1", "We cook.", AnswerState.DONE),
        ("2", "", AnswerState.DRAFT),
        ("3", "£3", AnswerState.DONE),
    ]
    assert (whole.answers[0].limit, whole.answers[0].canonical) == (50, Canonical.WHAT_WE_DO)
    (line,) = applications.lines()
    assert (line.done, line.all, line.next_on) == (2, 3, None)
    assert here.records.offers().undo == "Undo: bring in Warm rooms"
    here.records.undo()
    assert applications.lines() == []


def test_an_old_application_without_a_name_has_a_plain_one(applications):
    form = applications.read_old_text(OLD)
    brought = applications.bring_in_old(form.answers, status=Status.AWARDED)
    said = applications.whole(brought).application
    assert (said.name, said.status) == ("Old application", Status.AWARDED)


def test_without_answers_nothing_is_brought_in(applications):
    with pytest.raises(NoQuestions):
        applications.bring_in_old(())
    assert applications.lines() == []


def test_an_answer_that_is_too_long_keeps_all_of_it_out(applications):
    form = applications.read_old_text(f"{OLD}\n4. Why now?\n{'x' * 200_000}")
    assert len(form.answers) == 4
    with pytest.raises(TooLong):
        applications.bring_in_old(form.answers, name="Old")
    assert applications.lines() == []


def test_questions_are_read_from_text_and_file_alike_and_begin_an_application(
    applications, tmp_path
):
    path = tmp_path / "form.csv"
    path.write_text("Question,Limit\nWhy?,50\nHow?,", "utf-8")
    assert [each.text for each in applications.read_questions(path).questions] == ["Why?", "How?"]
    found = applications.read_questions_text("1. Why? (max 50 words)\n2. How?")
    begun = applications.start_with(found.questions, name="Ours")
    assert [
        (each.ref, each.question, each.limit) for each in applications.whole(begun).answers
    ] == [
        ("1", "Why?", 50),
        ("2", "How?", None),
    ]
