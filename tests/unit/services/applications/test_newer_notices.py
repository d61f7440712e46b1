"""Whatever a funder changes, a draft that takes all of it over asks the same and loses no word."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.application_examples import WARM
from tests.support.group_file import computer
from vcs_desktop.domain.answers import AnswerState
from vcs_desktop.domain.call_change_words import change_name, now_in_words, was_in_words
from vcs_desktop.domain.funding import Question, RequiredDocument
from vcs_desktop.services.applications import ApplicationsService

questions = st.lists(
    st.builds(
        Question,
        ref=st.sampled_from(["", "1", "2", "3", "A"]),
        text=st.sampled_from(
            [
                "What does your group do?",
                "What does your group do, and where?",
                "What will you do with the grant?",
                "What will it cost?",
                "Who runs it?",
                "Why?",
            ]
        ),
        limit=st.none() | st.integers(1, 500),
        unit=st.sampled_from(["words", "characters", "pages"]),
        guidance=st.sampled_from(["", "Say more."]),
    ),
    min_size=1,
    max_size=6,
).map(tuple)
papers = st.lists(
    st.builds(
        RequiredDocument,
        st.sampled_from(["Bank statement", "bank statement", "Accounts", "Rules"]),
        st.none() | st.integers(1, 12),
    ),
    max_size=4,
).map(tuple)
calls = st.builds(
    replace,
    st.just(WARM),
    questions=questions,
    required_documents=papers,
    closes_at=st.none() | st.just(datetime(2027, 1, 4, 9, 30, tzinfo=UTC)),
    award_max_pence=st.none() | st.integers(1, 10_000_000),
    match_percent=st.none() | st.integers(0, 100),
    pays_overheads=st.none() | st.booleans(),
    cost_types=st.sampled_from([(), ("food",)]),
    hours_to_apply=st.none() | st.floats(0, 99),
)


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    made = computer(tmp_path_factory.mktemp("newer") / "group.db", name="Asha")
    yield made
    made.database.close()


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(first=calls, newer=calls)
def test_all_that_is_new_is_offered_said_and_taken_over(here, first, newer):
    applications = ApplicationsService(here.records)
    begun = applications.start_from_call(first)
    for number, held in enumerate(applications.opened(begun).answers):
        done = replace(held.thing, text=f"Answer {number}", state=AnswerState.DONE)
        applications.save_answer(held, done)
    before = applications.whole(begun)
    changes = applications.changes_in_call(before, newer)
    assert len({each.id for each in changes}) == len(changes)
    for each in changes:
        assert change_name(each)
        assert was_in_words(each)
        assert now_in_words(each)
    applications.take_over(begun, newer, [each.id for each in changes])
    after = applications.whole(begun)
    assert applications.changes_in_call(after, newer) == ()
    assert sorted(
        (each.question, each.ref, each.limit) for each in after.answers if each.limit
    ) == (sorted((each.text, each.ref, each.limit) for each in newer.questions if each.limit))
    assert len(after.answers) == len(newer.questions)
    kept = {each.id: each.text for each in before.answers}
    assert all(kept[each.id] == each.text for each in after.answers if each.id in kept)
    assert sorted(each.name.casefold() for each in after.application.papers) == sorted(
        each.name.casefold() for each in newer.required_documents
    )
    assert after.application.terms.award_max_pence == newer.award_max_pence
    applications.remove(begun)


def test_two_who_write_the_same_answer_lose_none_of_their_words(tmp_path):
    one = computer(tmp_path / "one.db", seed=1)
    other = computer(tmp_path / "other.db", seed=2).as_("0190-ben", "Ben")
    here, there = ApplicationsService(one.records), ApplicationsService(other.records)
    begun = here.start_from_call(WARM)
    first, second, _ = here.opened(begun).answers
    here.save_answer(first, replace(first.thing, text="We cook.\n\nWe talk."))
    one.give(other)
    mine, ours = here.answer(first.record.id), there.answer(first.record.id)
    here.save_answer(mine, replace(mine.thing, text="We cook lunch.\n\nWe talk."))
    there.save_answer(ours, replace(ours.thing, text="We cook.\n\nWe talk.\n\nWe sing."))
    theirs, also = here.answer(second.record.id), there.answer(second.record.id)
    here.save_answer(theirs, replace(theirs.thing, text="Pots."))
    there.save_answer(also, replace(also.thing, text="Pans."))
    one.give(other)
    other.give(one)
    for service in (here, there):
        opened = service.opened(begun).answers
        assert opened[0].thing.text == "We cook lunch.\n\nWe talk.\n\nWe sing."
        assert {each.value for each in opened[1].record.choices["text"]} == {"Pots.", "Pans."}
    one.database.close()
    other.database.close()
