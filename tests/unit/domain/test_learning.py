from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.learning import (
    Attempt,
    GuideLine,
    GuideMarks,
    GuideState,
    answers_so_far,
    check_mark,
    in_reading_order,
    score_of,
)
from vcs_desktop.domain.reference import Answer, Question

CHECK = (
    Question("One?", (Answer("yes", "Right.", right=True), Answer("no", "Not so."))),
    Question("Two?", (Answer("no", "Not so."), Answer("yes", "Right.", right=True))),
)


def attempt(*chosen):
    return Attempt(check_mark(CHECK), chosen)


def test_only_the_first_answer_to_a_question_counts():
    assert score_of(CHECK, ((0,), (0, 1))).right == 1
    score = score_of(CHECK, ((0,), (1,)))
    assert (score.right, score.answered, score.asked, score.is_whole) == (2, 2, 2, True)


def test_a_check_is_whole_when_every_question_was_answered():
    assert not score_of(CHECK, ((0,), ())).is_whole
    assert not score_of((), ()).is_whole


def test_answers_to_other_questions_say_nothing():
    given_before = attempt((0,), (1,))
    assert answers_so_far(CHECK, given_before) == ((0,), (1,))
    assert answers_so_far(CHECK[:1], given_before) == ((),)
    reworded = (replace(CHECK[0], text="Another?"), CHECK[1])
    assert answers_so_far(reworded, given_before) == ((), ())
    assert answers_so_far(CHECK, None) == ((), ())


def test_better_feedback_does_not_make_the_answers_void():
    kinder = replace(CHECK[0].answers[1], feedback="Nearly.")
    same = (replace(CHECK[0], answers=(CHECK[0].answers[0], kinder)), CHECK[1])
    assert answers_so_far(same, attempt((0,), (1,))) == ((0,), (1,))


@given(st.lists(st.lists(st.integers()).map(tuple), max_size=4).map(tuple))
def test_whatever_a_file_says_was_chosen_the_check_can_go_on(chosen):
    found = answers_so_far(CHECK, Attempt(check_mark(CHECK), chosen))
    assert 0 <= score_of(CHECK, found).right <= 2


@pytest.mark.parametrize(
    ("marks", "state"),
    [
        (GuideMarks(), GuideState.NEW),
        (GuideMarks(place=0.01), GuideState.NEW),
        (GuideMarks(place=0.02), GuideState.BEGUN),
        (GuideMarks(place=1.0), GuideState.BEGUN),
    ],
)
def test_a_guide_counts_as_begun_once_one_has_gone_down_it(marks, state):
    assert marks.state is state


@pytest.mark.parametrize(
    ("minutes", "place", "left"), [(10, 0.0, 10), (10, 0.55, 5), (10, 1.0, 1), (None, 0.5, None)]
)
def test_how_long_the_rest_takes_is_at_least_a_minute(minutes, place, left):
    line = GuideLine("g", "G", minutes=minutes, marks=GuideMarks(place=place))
    assert line.minutes_left == left


def test_levels_that_we_do_not_know_and_times_not_given_stand_last():
    lines = [
        GuideLine("a", "A", topic="money", level="Expert"),
        GuideLine("b", "B", topic="Money", level="First steps"),
        GuideLine("c", "C", topic="Money", level="first steps", minutes=5),
        GuideLine("d", "D", topic="Contracts", level="in depth"),
    ]
    assert [line.id for line in in_reading_order(lines)] == ["d", "c", "b", "a"]
