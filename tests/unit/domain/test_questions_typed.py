"""Questions in pasted text: numbers, limits and guidance, in the shapes of real forms."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.answers import Canonical, Unit
from vcs_desktop.domain.form_lines import follows, lines_of, mark_of, plain_lists
from vcs_desktop.domain.old_application import old_form
from vcs_desktop.domain.printed_lines import printed_lines
from vcs_desktop.domain.questions_typed import (
    MOST_QUESTIONS,
    TooManyQuestions,
    questions_in_text,
)


def found(text):
    return [(each.ref, each.text, each.limit) for each in questions_in_text(text).questions]


@pytest.mark.parametrize(
    ("line", "ref", "rest"),
    [
        ("1. Why?", "1", "Why?"),
        ("1) Why?", "1", "Why?"),
        ("(1) Why?", "1", "Why?"),
        ("1: Why?", "1", "Why?"),
        ("1.Why?", "1", "Why?"),
        ("Q1 Why?", "1", "Why?"),
        ("Q1. Why?", "1", "Why?"),
        ("q.1: Why?", "1", "Why?"),
        ("Question 1: Why?", "1", "Why?"),
        ("QUESTION 12 - Why?", "12", "Why?"),
        ("Question 3a Why?", "3a", "Why?"),
        ("Question 1", "1", ""),
        ("1.2 Why?", "1.2", "Why?"),
        ("1.2. Why?", "1.2", "Why?"),
        ("3a) Why?", "3a", "Why?"),
        ("3b Why?", "3b", "Why?"),
        ("a) Why?", "a", "Why?"),
        ("(b) Why?", "b", "Why?"),
        ("A. Why?", "A", "Why?"),
        ("Q: Why?", "", "Why?"),
        ("Question: Why?", "", "Why?"),
        ("  4.\tWhy?", "4", "Why?"),
    ],
)
def test_the_number_of_a_question_is_read_as_forms_write_it(line, ref, rest):
    mark = mark_of(line)
    assert (mark.ref, mark.rest) == (ref, rest)


@pytest.mark.parametrize(
    "line",
    ["", "Why?", "1.5 million people", "2026 was good", "10,000 people", "3 people", "A lunch club",
     "i.e. us", "e.g. tea", "£1. Tea", "1:30 on Tuesdays", "Questions to ask", "Quite."],
)  # fmt: skip
def test_other_beginnings_of_lines_are_no_numbers(line):
    mark = mark_of(line)
    assert mark is None or line.startswith("1.5")


@pytest.mark.parametrize(
    ("last", "line", "is_next"),
    [
        ("1. a", "2. b", True),
        ("1. a", "3. b", True),
        ("1. a", "9. b", False),
        ("2. a", "1. b", False),
        ("2. a", "2. b", False),
        ("2. a", "2a) b", True),
        ("2a) a", "2b) b", True),
        ("2b) a", "3. b", True),
        ("1.1 a", "1.2 b", True),
        ("1.9 a", "2.1 b", True),
        ("1. a", "a) b", True),
        ("1. a", "c) b", False),
        ("b) a", "2. b", True),
    ],
)
def test_numbers_go_on_from_one_question_to_the_next(last, line, is_next):
    assert follows(mark_of(line), mark_of(last)) is is_next


def test_a_numbered_form_gives_its_questions_limits_and_guidance():
    form = questions_in_text(
        "Small grants\nPlease answer all.\n\n"
        "1. What does your group do? (max 250 words)\nSay who comes.\n- and where\n\n"
        "2) What will you do with\nthe money? [up to 1,000 characters excluding spaces]\n"
        "Q3 How will you measure change?\nWord limit: 200\n"
        "Question 4: Budget"
    )
    assert form.before == "Small grants\nPlease answer all."
    first, second, third, fourth = form.questions
    assert (first.ref, first.text, first.limit) == ("1", "What does your group do?", 250)
    assert first.guidance == "Say who comes.\n- and where"
    assert first.canonical is Canonical.WHAT_WE_DO
    assert (second.text, second.limit, second.unit) == (
        "What will you do with the money?",
        1000,
        Unit.CHARACTERS,
    )
    assert not second.counts_spaces
    assert (third.limit, third.guidance) == (200, "")
    assert (fourth.ref, fourth.text) == ("4", "Budget")
    assert [each.order for each in form.questions] == [1, 2, 3, 4]


def test_parts_of_a_question_have_its_number_and_its_heading():
    form = questions_in_text("3. Your plan\na) What?\nb) When? (50 words)\n4. Why?")
    assert [each.ref for each in form.questions] == ["3a", "3b", "4"]
    assert form.questions[0].guidance == "Your plan"


def test_a_question_with_parts_stays_one_where_it_asks_something_itself():
    assert [ref for ref, _, _ in found("3. What is your plan?\na) What?\nb) When?")] == [
        "3",
        "3a",
        "3b",
    ]


def test_a_list_in_the_guidance_is_no_question():
    text = "1. What do you do?\nSay:\n1. who comes\n2. when\n2. What will it cost?"
    assert [each for _, each, _ in found(text)] == ["What do you do?", "What will it cost?"]


def test_numbers_that_begin_anew_in_a_section_are_questions_where_they_ask():
    assert found("1. Aims\n2. Plan\nSection B\n1. What will it cost?\n2. Who pays?") == [
        ("1", "Aims", None),
        ("2", "Plan", None),
        ("1", "What will it cost?", None),
        ("2", "Who pays?", None),
    ]


def test_without_numbers_question_marks_and_limits_tell_the_questions():
    form = questions_in_text(
        "What do you do?\nTell us all.\n(max 100 words)\n\nYour plan (50 words)\nWho comes?"
    )
    assert [(each.text, each.limit) for each in form.questions] == [
        ("What do you do?", 100),
        ("Your plan", 50),
        ("Who comes?", None),
    ]
    assert form.questions[0].guidance == "Tell us all."


def test_where_nothing_tells_every_line_is_a_question():
    assert found("Aims\n\nPlan\nBudget") == [
        ("", "Aims", None),
        ("", "Plan", None),
        ("", "Budget", None),
    ]


def test_a_number_without_a_sign_counts_where_the_line_asks_something():
    form = questions_in_text("1 What do you do?\n2\tYour plan (50 words)\n3 Church Lane\n4 Why?")
    assert [(each.ref, each.text) for each in form.questions] == [
        ("1", "What do you do?"),
        ("2", "Your plan"),
        ("4", "Why?"),
    ]
    assert form.questions[1].guidance == "3 Church Lane"


def test_a_limit_below_a_numbered_question_is_its_own_unless_it_asks_something_else():
    text = "1. Your work. Who comes?\nWrite in plain words. (Limit 500 characters)\n2. Why?"
    assert found(text) == [("1", "Your work. Who comes?", 500), ("2", "Why?", None)]
    text = "1. Who comes?\nAnd who does not? (50 words)\n2. Why?"
    assert found(text) == [
        ("1", "Who comes?", None),
        ("", "And who does not?", 50),
        ("2", "Why?", None),
    ]


def test_what_is_said_after_a_question_is_guidance():
    form = questions_in_text(
        "What would you do with a grant? Please tell us how you would spend it.\n\n"
        "Have you had one before? If yes, say when.\n\nWho are you? Why you?"
    )
    assert [(each.text, each.guidance) for each in form.questions] == [
        ("What would you do with a grant?", "Please tell us how you would spend it."),
        ("Have you had one before?", "If yes, say when."),
        ("Who are you? Why you?", ""),
    ]


def test_headings_over_paragraphs_are_the_questions_of_a_form_without_numbers():
    form = questions_in_text(
        "Short description\nTwo or three sentences. What will happen?\n\n"
        "Why is it needed?\nSay how you know.\n\n"
        "People who benefit\nCount each once.\n(max 80 words)\n\n"
        "What will change"
    )
    assert [(each.text, each.guidance, each.limit) for each in form.questions] == [
        ("Short description", "Two or three sentences. What will happen?", None),
        ("Why is it needed?", "Say how you know.", None),
        ("People who benefit", "Count each once.", 80),
        ("What will change", "", None),
    ]


def test_the_number_can_stand_on_a_line_of_its_own():
    assert found("Question 1\nWhat do you do?\nMax 100 words\nQuestion 2\nWhy?") == [
        ("1", "What do you do?", 100),
        ("2", "Why?", None),
    ]


def test_a_limit_in_the_guidance_counts():
    text = (
        "1. Your project\nPlease describe it (max 200 words)\n2. Why?\nUse no more than 90 words."
    )
    assert found(text) == [("1", "Your project", 200), ("2", "Why?", 90)]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\u200b"])
def test_without_words_there_are_no_questions(text):
    assert questions_in_text(text).questions == ()


def test_more_questions_than_any_form_has_are_refused():
    questions_in_text("\n".join(f"{n}. Why?" for n in range(1, MOST_QUESTIONS + 1)))
    with pytest.raises(TooManyQuestions):
        questions_in_text("Why?\n" * (MOST_QUESTIONS + 1))
    with pytest.raises(TooManyQuestions):
        questions_in_text("Tea\n" * 100_000)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["{}. ", "{}) ", "Q{} ", "Question {}: ", "({}) ", "Q{}. "]),
            st.sampled_from(["What do you do?", "Your plan", "Who comes, and when?"]),
            st.none() | st.integers(1, 5000),
        ),
        min_size=1,
        max_size=30,
    )
)
def test_whatever_numbers_look_like_every_question_is_found_with_its_limit(asked):
    lines = []
    for number, (mark, question, limit) in enumerate(asked, start=1):
        said = f" (max {limit:,} words)" if limit else ""
        lines += [f"{mark.format(number)}{question}{said}", "Some guidance here."]
    form = questions_in_text("\n".join(lines))
    assert [(each.ref, each.text, each.limit) for each in form.questions] == [
        (str(number), question, limit) for number, (_, question, limit) in enumerate(asked, 1)
    ]
    assert {each.guidance for each in form.questions} == {"Some guidance here."}


@given(st.text(st.characters(codec=None), max_size=400) | st.text("1.)aQ? \n(", max_size=200))
def test_any_text_is_read_and_no_word_of_a_question_is_made_up(text):
    form = questions_in_text(text)
    seen = "\n".join(each.text for each in lines_of(without_hidden(text)))
    for each in form.questions:
        assert each.text
        assert all(word in seen for word in each.text.split() if word.isascii())


@pytest.mark.parametrize(
    "text",
    [
        "Why?\n\n" * 20_000,
        "1. What\n" + "and so\n" * 20_000,
        "1. Why?\n" + "Please say\n" * 20_000,
        "(max 5 words)\n" * 20_000,
        "Tea\ncake\n\n" * 20_000,
        "1." + " " * 200_000 + "x",
        "\t" * 200_000 + "x",
        "a - b " * 20_000,
    ],
)
def test_a_form_without_end_takes_no_longer_than_it_is_long(text):
    for read in (questions_in_text, lambda told: old_form(lines_of(told))):
        with suppress(TooManyQuestions):
            read(text)
    printed_lines([text])


@pytest.mark.parametrize("text", ["x" * 200_000, "1" * 200_000, "1. " * 60_000, "((((" * 50_000])
def test_a_line_without_end_is_read(text):
    questions_in_text(text)


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("\u2022\ttea", "- tea"),
        ("  \u25cf tea", "- tea"),
        ("\uf0b7 tea", "- tea"),
        ("\u00b7tea", "- tea"),
        ("1.\ttea", "1. tea"),
        ("-\ttea", "- tea"),
        ("  a)\t tea", "  a) tea"),
        ("tea\tcake", "tea\tcake"),
        ("\u2022", "\u2022"),
        ("- tea", "- tea"),
        ("", ""),
    ],
)
def test_lists_are_as_people_type_them_whatever_drew_their_bullets(line, plain):
    assert plain_lists(line) == plain


def test_lines_are_as_they_were_but_for_spaces_at_their_end():
    assert [each.text for each in lines_of("a  \n\n b")] == ["a", "", " b"]
