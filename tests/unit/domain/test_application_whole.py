"""Places of answers, how far they are, and what is taken over from a notice."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.application_examples import BARE, WARM
from vcs_desktop.domain.answers import Answer, AnswerState, FactSource, Unit, UsedFact
from vcs_desktop.domain.application_whole import (
    Progress,
    Whole,
    digest_of,
    numbered,
    place_between,
    progress_of,
)
from vcs_desktop.domain.applications import Application, KeptCopy, Signature
from vcs_desktop.domain.budgets import Budget, BudgetLine
from vcs_desktop.domain.call_terms import papers_of, questions_of, terms_of
from vcs_desktop.domain.funding import Question
from vcs_desktop.domain.ordered import in_order

places = st.none() | st.integers(-10_000, 10_000)


@given(places, places)
def test_a_place_between_two_stands_between_them_or_is_none(before, after):
    found = place_between(before, after)
    if found is None:
        assert before is not None
        assert after is not None
        assert after - before < 2
        return
    assert before is None or before < found
    assert after is None or found < after


@given(st.lists(st.integers(-50, 50), max_size=12))
def test_new_places_keep_the_order(orders):
    answers = in_order(Answer(str(at), order=order) for at, order in enumerate(orders))
    again = numbered(answers)
    assert [each.id for each in in_order(again)] == [each.id for each in answers]
    assert len({each.order for each in again}) == len(again)


@pytest.mark.parametrize(
    ("text", "state", "progress"),
    [
        ("", AnswerState.DONE, Progress.NOT_STARTED),
        (" \n", AnswerState.DRAFT, Progress.NOT_STARTED),
        ("Tea", AnswerState.DRAFT, Progress.DRAFT),
        ("Tea", AnswerState.NEEDS_CHECKING, Progress.NEEDS_CHECKING),
        ("Tea", AnswerState.DONE, Progress.DONE),
    ],
)
def test_how_far_an_answer_is_depends_on_its_words_too(text, state, progress):
    assert progress_of(Answer(text=text, state=state)) is progress


def test_figures_and_budget_lines_are_among_what_is_checked():
    whole = Whole(Application(name="A"), (Answer("1", text="Tea"),), Budget())
    first = whole.answers[0]
    for other in (
        replace(whole, answers=(replace(first, facts=(UsedFact("f", FactSource.LIBRARY),)),)),
        replace(whole, budget=Budget(lines=(BudgetLine("l", what="Tea"),))),
        replace(whole, budget=None),
        replace(whole, application=replace(whole.application, funder="County")),
    ):
        assert digest_of(other) != digest_of(whole)
    for same in (
        replace(whole, answers=(replace(first, state=AnswerState.DONE, reused_from="x"),)),
        replace(whole, answers=(replace(first, id="another"),)),
        replace(
            whole,
            application=replace(
                whole.application,
                signatures=(Signature("a"),),
                copies=(KeptCopy("c"),),
                sent_on=date(2026, 1, 1),
                checked_digest="x",
            ),
        ),
    ):
        assert digest_of(same) == digest_of(whole)


@pytest.mark.parametrize(
    ("closes_at", "on", "time"),
    [
        (None, None, ""),
        (datetime(2026, 12, 4, 12, tzinfo=UTC), date(2026, 12, 4), "12:00"),
        (datetime(2026, 7, 3, 11, tzinfo=UTC), date(2026, 7, 3), "12:00"),
        (datetime(2026, 7, 3, 22, 59, tzinfo=UTC), date(2026, 7, 3), ""),
        (datetime(2026, 12, 4, 23, 59, tzinfo=UTC), date(2026, 12, 4), ""),
        (datetime(2026, 7, 3, 23, 30, tzinfo=UTC), date(2026, 7, 4), "00:30"),
    ],
)
def test_a_closing_moment_is_a_day_and_a_time_in_london(closes_at, on, time):
    terms = terms_of(replace(WARM, closes_at=closes_at))
    assert (terms.closes_on, terms.closes_time) == (on, time)


def test_a_notice_is_told_from_a_newer_one_by_what_is_taken_over_only():
    first = terms_of(WARM, date(2026, 11, 1))
    assert first.digest == terms_of(replace(WARM, summary="x", url="y"), date(2026, 12, 1)).digest
    changed = replace(WARM, questions=(*WARM.questions, Question("9", "Why?")))
    assert terms_of(changed).digest != first.digest
    assert terms_of(replace(WARM, required_documents=())).digest != first.digest


def test_what_is_counted_in_anything_else_than_characters_is_counted_in_words():
    asked = tuple(
        Question(str(at), "Why?", 5, unit)
        for at, unit in enumerate(["characters", "words", "pages"])
    )
    units = [each.unit for each in questions_of(replace(WARM, questions=asked))]
    assert units == [Unit.CHARACTERS, Unit.WORDS, Unit.WORDS]
    assert questions_of(BARE) == papers_of(BARE) == ()
