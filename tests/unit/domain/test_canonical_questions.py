"""Which question stands behind the words of real forms, and of the library's practice grants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import starter
from vcs_desktop.domain.answers import Canonical
from vcs_desktop.domain.canonical_questions import canonical_of
from vcs_desktop.domain.from_record import thing_of
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.standard_questions import standard_questions

ASKED = {
    Canonical.WHAT_WE_DO: (
        "What does your group do?",
        "Tell us about your organisation",
        "Please describe your charity's main activities",
        "What is your organisation's mission?",
        "About your group",
        "Describe the history of your club.",
        "Who are you and what do you do?",
    ),
    Canonical.WHAT_THE_MONEY_IS_FOR: (
        "What will you do with the grant?",
        "What would you like to do?",
        "Tell us about your project",
        "How will you spend the money?",
        "What do you want to buy?",
        "Please give a summary of your proposal",
        "What will the funding be used for?",
        "Project description",
        "What is your project?",
    ),
    Canonical.WHO_BENEFITS: (
        "Who will benefit from your project?",
        "How many people will take part?",
        "Who are your beneficiaries?",
        "How does your project involve your community?",
        "Who is the project for?",
        "How many people will use it?",
        "Who eats with you?",
        "Who uses the hall?",
        "Who are the young people?",
        "Describe the people your project will reach: who will be helped?",
    ),
    Canonical.NEED: (
        "How do you know that people need it?",
        "How do you know there is a need for this project?",
        "Why is this project needed?",
        "What evidence of need do you have?",
        "What problem are you trying to address?",
        "What need will your project meet?",
        "Please explain the need for your activity",
        "Have you consulted the community?",
        "What is wrong with what you have now?",
    ),
    Canonical.WHAT_CHANGES: (
        "What difference will your project make?",
        "What will change because of your work?",
        "What outcomes do you expect?",
        "What do you hope to achieve?",
        "What will be different in a year?",
        "What impact will the grant have?",
    ),
    Canonical.MEASURES: (
        "How will you measure success?",
        "How will you monitor and evaluate your project?",
        "How will you know that you have made a difference?",
        "What data will you collect to show the change?",
        "How will you know if it has been successful?",
    ),
    Canonical.WHO_RUNS_IT: (
        "Who will run the project?",
        "Who will look after the money?",
        "Who will manage the grant?",
        "What skills and experience does your team have?",
        "Tell us about your trustees",
        "How will you find and support them?",
    ),
    Canonical.SAFETY: (
        "Keeping people safe",
        "How will you keep people safe?",
        "Describe your safeguarding arrangements",
        "How do you protect vulnerable adults?",
        "How do you keep food safe?",
        "What health and safety measures are in place?",
    ),
    Canonical.VALUE_FOR_MONEY: (
        "How does your project offer value for money?",
        "Is your project cost-effective?",
    ),
    Canonical.ENVIRONMENT: (
        "How will you reduce your environmental impact?",
        "What steps do you take on climate change?",
    ),
    Canonical.EQUALITY: (
        "How will you make sure everyone can take part?",
        "Describe your approach to equality, diversity and inclusion",
        "How do you remove barriers for disabled people?",
    ),
    Canonical.NONE: (
        "",
        "Budget",
        "What is your charity number?",
        "Bank account details",
        "Name of contact",
        "What will it cost?",
        "When does it start?",
        "Postcode",
        "What happens when the money ends?",
    ),
}


@pytest.mark.parametrize(
    ("question", "canonical"),
    [(each, canonical) for canonical, questions in ASKED.items() for each in questions],
)
def test_the_question_behind_a_funders_words_is_found(question, canonical):
    assert canonical_of(question) is canonical
    assert canonical_of(question.upper()) is canonical
    assert canonical_of(f"  {question}\n") is canonical


def test_the_standard_questions_are_what_they_are_tagged_as():
    for each in standard_questions():
        assert canonical_of(each.text) is each.canonical, each.text


def test_guidance_counts_only_where_the_question_tells_nothing():
    assert canonical_of("Section 3", "Say how you will keep people safe.") is Canonical.SAFETY
    assert canonical_of("Who will run it?", "Mention safeguarding.") is Canonical.WHO_RUNS_IT


def test_half_the_questions_of_the_practice_grants_are_known():
    questions = [
        each.text for record in starter.of(Kind.FUNDING_CALL) for each in thing_of(record).questions
    ]
    known = [each for each in questions if canonical_of(each) is not Canonical.NONE]
    assert len(known) >= 0.5 * len(questions), sorted(set(questions) - set(known))


@given(st.text(st.characters(codec=None), max_size=200))
def test_any_text_has_an_answer(text):
    assert canonical_of(text, text) in Canonical


def test_a_word_without_end_takes_no_time_without_end():
    assert canonical_of("who " * 100_000) is Canonical.NONE
    assert canonical_of("x" * 200_000) is Canonical.NONE
