"""Whatever somebody writes into an answer is kept as it is, but for what nobody sees."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.application_examples import WARM
from tests.support.group_file import computer
from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.answers import ListedQuestion
from vcs_desktop.domain.application_whole import digest_of
from vcs_desktop.domain.counting import counted
from vcs_desktop.services.answer_library import AnswerLibrary
from vcs_desktop.services.applications import ApplicationsService
from vcs_desktop.services.records import MOST_LETTERS, TooLong

texts = st.text(st.characters(codec=None), max_size=200) | st.sampled_from(
    [
        "<script>alert(1)</script> & <para>",
        "\u202eevil\u2066 مرحبا שלום \u200f",
        "👩\u200d👧 🏴\U000e0067\U000e007f",
        "a\x00b\x07c\x1b[31m",
        "lone \ud800 half \udfff",
        "z" + "\u0301" * 300,
        "one\r\ntwo\rthree\u2028four\u2029five\x0bsix",
        "=cmd|'/c calc'!A1",
        "{name} %s \\u0000",
        '"; DROP TABLE record; --',
    ]
)


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    made = computer(tmp_path_factory.mktemp("hostile") / "group.db", name="Asha")
    yield made
    made.database.close()


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(question=texts, text=texts, name=texts, ref=texts)
def test_what_is_written_comes_back_but_for_what_nobody_sees(here, question, text, name, ref):
    applications = ApplicationsService(here.records)
    asked = ListedQuestion("q", ref=ref, text=question, guidance=question)
    begun = applications.start_with([asked], name=name, funder=name)
    (held,) = applications.opened(begun).answers
    applications.save_answer(held, replace(held.thing, text=text))
    whole = applications.whole(begun)
    (answer,) = whole.answers
    assert answer.text == without_hidden(text)
    assert answer.question == answer.guidance == without_hidden(question)
    assert counted(text, answer) == counted(answer.text, answer)
    assert digest_of(whole) == digest_of(applications.whole(begun))
    assert begun in {each.id for each in applications.lines()}
    applications.remove(begun)


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=texts)
def test_any_text_can_be_pasted_confirmed_and_found_again(here, text):
    applications, library = ApplicationsService(here.records), AnswerLibrary(here.records)
    form = applications.read_old_text(f"1. What does your group do?\n{text}\n{text}")
    brought = applications.bring_in_old(form.answers, name=text)
    said = {each.id for each in library.answers()}
    finished = {each.id for each in applications.whole(brought).answers if each.text.strip()}
    assert finished <= said
    library.answers(words=text)
    library.suited_to(applications.whole(brought).answers[0])
    applications.remove(brought)


@pytest.mark.parametrize("length", [MOST_LETTERS - 1, MOST_LETTERS])
def test_a_field_takes_a_text_without_spaces_up_to_its_limit(here, length):
    applications = ApplicationsService(here.records)
    held = applications.opened(applications.start_from_call(WARM)).answers[0]
    applications.save_answer(held, replace(held.thing, text="é" * length))
    assert len(applications.answer(held.thing.id).thing.text) == length


@pytest.mark.parametrize("field", ["text", "question", "guidance", "ref"])
def test_a_word_of_200_000_letters_is_refused_in_every_field_and_breaks_nothing(here, field):
    applications = ApplicationsService(here.records)
    held = applications.opened(applications.start_from_call(WARM)).answers[0]
    with pytest.raises(TooLong):
        applications.save_answer(held, replace(held.thing, **{field: "x" * 200_000}))
    assert applications.answer(held.thing.id).thing == held.thing


def test_a_notice_that_says_too_much_begins_nothing(here):
    applications = ApplicationsService(here.records)
    before = len(applications.lines())
    for call in (
        replace(WARM, title="x" * 200_000),
        replace(WARM, exclusions=("x" * 200_000,)),
        replace(WARM, questions=(replace(WARM.questions[0], text="x" * 200_000),)),
    ):
        with pytest.raises(TooLong):
            applications.start_from_call(call)
    assert len(applications.lines()) == before
