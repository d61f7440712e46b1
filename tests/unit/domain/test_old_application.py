"""Old applications taken apart: by numbers, headings, tables and question marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.answers import Canonical
from vcs_desktop.domain.form_lines import FormLine, lines_of
from vcs_desktop.domain.old_application import joined_with_last, old_form
from vcs_desktop.domain.questions_typed import TooManyQuestions


def told(form):
    return [(each.question.ref, each.question.text, each.text) for each in form.answers]


def strong(text):
    return FormLine(text, is_strong=True)


def table(number, *rows):
    return [
        FormLine(line, cell=(number, row, column))
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        for line in cell.split("\n")
    ]


OLD = """Warm spaces 2023
Tea & Talk

1. What does your group do? (max 250 words)
Please tell us who comes.
We run a lunch club.

It is open on:
1. Tuesdays
2. Thursdays

2. How will you measure it?
Answer: We count.

We ask.
3. Budget
£300

Who runs it?
Asha."""


def test_numbers_and_question_marks_take_an_old_text_apart():
    form = old_form(lines_of(OLD))
    assert form.before == "Warm spaces 2023\nTea & Talk"
    assert told(form) == [
        (
            "1",
            "What does your group do?",
            "We run a lunch club.\n\nIt is open on:\n1. Tuesdays\n2. Thursdays",
        ),
        ("2", "How will you measure it?", "We count.\n\nWe ask."),
        ("3", "Budget", "£300"),
        ("", "Who runs it?", "Asha."),
    ]
    first = form.answers[0].question
    assert (first.limit, first.guidance) == (250, "Please tell us who comes.")
    assert first.canonical is Canonical.WHAT_WE_DO


def test_headings_and_bold_lines_are_the_questions_where_most_of_them_are():
    form = old_form(
        [
            strong("Our form"),
            strong("What do you do?"),
            FormLine("Tell us all."),
            FormLine("We cook. Do we like it?"),
            FormLine("Is it fun?"),
            FormLine("Yes."),
            strong("Our plan"),
            FormLine("To cook more."),
            strong("Why is it needed?"),
            FormLine("Because."),
        ]
    )
    assert form.before == "Our form"
    assert told(form) == [
        ("", "What do you do?", "We cook. Do we like it?\nIs it fun?\nYes."),
        ("", "Our plan", "To cook more."),
        ("", "Why is it needed?", "Because."),
    ]


def test_a_heading_over_a_question_goes_into_its_guidance():
    form = old_form(
        [
            strong("1. What do you do?"),
            FormLine("We cook."),
            strong("Part two"),
            strong("2. Why is it needed?"),
            FormLine("Because."),
        ]
    )
    assert told(form)[1] == ("2", "Why is it needed?", "Because.")
    assert form.answers[1].question.guidance == "Part two"


def test_a_table_of_questions_and_answers_is_read_row_by_row():
    rows = [
        ("Question", "Answer"),
        ("1. What do you do?\nMax 50 words", "We cook.\nWhy? For fun."),
        ("2. Why is it needed?", "Please see above."),
        ("Postcode", ""),
        ("Budget", ""),
    ]
    form = old_form(table(0, *rows))
    assert told(form) == [
        ("1", "What do you do?", "We cook.\nWhy? For fun."),
        ("2", "Why is it needed?", "Please see above."),
        ("", "Postcode", ""),
        ("", "Budget", ""),
    ]
    assert form.answers[0].question.limit == 50


def test_a_table_with_the_numbers_in_a_column_of_their_own_is_read_too():
    rows = [("No", "Question", "Answer"), ("1", "Name", "Tea & Talk"), ("2.", "Plan", "Cook")]
    assert told(old_form(table(0, *rows))) == [("1", "Name", "Tea & Talk"), ("2", "Plan", "Cook")]


def test_a_box_below_a_question_holds_its_answer():
    lines = [
        FormLine("1. What do you do?"),
        *table(0, ("We cook.\nAnd talk.",)),
        FormLine("2. Why is it needed?"),
        *table(1, ("",)),
    ]
    assert told(old_form(lines)) == [
        ("1", "What do you do?", "We cook.\nAnd talk."),
        ("2", "Why is it needed?", ""),
    ]


def test_a_table_in_an_answer_stays_in_it_row_by_row():
    lines = [
        FormLine("1. What will it cost?"),
        *table(0, ("Tea", "£3"), ("Cake", "£4.50")),
        FormLine("2. Why is it needed?"),
        FormLine("Because."),
    ]
    assert told(old_form(lines))[0] == ("1", "What will it cost?", "Tea\t£3\nCake\t£4.50")


def test_questions_and_answers_can_be_told_by_their_letters():
    form = old_form(lines_of("Q: Your aims\nA: To cook.\nA. is for apple\nQ: Your plan\nA: Tea"))
    assert told(form) == [
        ("", "Your aims", "To cook.\nA. is for apple"),
        ("", "Your plan", "Tea"),
    ]


def test_plain_headings_are_questions_where_nothing_else_tells_them():
    form = old_form(
        lines_of(
            "Tell us about your group:\nWe cook.\n\nAnd we talk.\n\nThe need\nMany live alone.\n\n"
            "Our colours\nBlue."
        )
    )
    assert told(form) == [
        ("", "Tell us about your group:", "We cook.\n\nAnd we talk."),
        ("", "The need", "Many live alone.\n\nOur colours\nBlue."),
    ]


def test_a_long_paragraph_is_no_question_whatever_it_ends_with():
    long = "We have cooked for years. " * 40 + "Who would not like that?"
    assert told(old_form(lines_of(f"What do you do?\n{long}"))) == [("", "What do you do?", long)]


@pytest.mark.parametrize("text", ["", "\n\n", "Only a letter. It asks nothing."])
def test_a_text_without_questions_is_left_whole(text):
    form = old_form(lines_of(text))
    assert form.answers == ()
    assert form.before == text.strip()


def test_what_was_no_question_is_put_with_the_answer_before_it():
    form = old_form(lines_of("What do you do?\nWe cook.\nDo you like tea?\nWe do.\nWhy?\nSo."))
    joined = joined_with_last(form.answers, 1)
    assert [(each.question.text, each.text) for each in joined] == [
        ("What do you do?", "We cook.\nDo you like tea?\nWe do."),
        ("Why?", "So."),
    ]
    assert [each.question.order for each in joined] == [1, 2]
    with pytest.raises(IndexError):
        joined_with_last(form.answers, 0)
    with pytest.raises(IndexError):
        joined_with_last(form.answers, 3)


def test_more_questions_than_any_form_has_are_refused():
    with pytest.raises(TooManyQuestions):
        old_form(lines_of("Why?\nSo.\n" * 201))


words = st.text(st.characters(codec=None), max_size=60)


@given(
    st.lists(
        st.builds(
            FormLine,
            words | st.sampled_from(["1. Why?", "2. Plan", "Why?", "Answer: tea", "max 5 words"]),
            st.booleans(),
            st.none() | st.tuples(*[st.integers(0, 3)] * 3),
        ),
        max_size=25,
    )
)
def test_any_lines_can_be_taken_apart(lines):
    form = old_form(lines)
    assert [each.question.order for each in form.answers] == list(range(1, len(form.answers) + 1))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["What does your group do?", "Why is it needed?", "Who runs it?"]),
            st.lists(
                st.sampled_from(["We cook.", "And we talk", "- tea", "1. Tuesdays", ""]), max_size=4
            ),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_no_word_of_an_answer_is_lost(asked):
    lines = []
    for number, (question, answer) in enumerate(asked, start=1):
        lines += [f"{number}. {question}", *answer]
    form = old_form(lines_of("\n".join(lines)))
    found = [(each.question.text, each.text.split()) for each in form.answers]
    assert found == [(question, " ".join(answer).split()) for question, answer in asked]
