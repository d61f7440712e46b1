"""The questions of an application: added, moved, removed, kept as lists, taken over anew."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.application_examples import BARE, WARM
from tests.support.group_file import computer
from vcs_desktop.domain.answers import Canonical, ListedQuestion, Unit
from vcs_desktop.domain.application_whole import digest_of
from vcs_desktop.domain.budgets import Budget, budget_id
from vcs_desktop.domain.call_change_words import change_name, now_in_words, was_in_words
from vcs_desktop.domain.call_changes import ChangeKind
from vcs_desktop.domain.funding import Question, RequiredDocument
from vcs_desktop.domain.grants import Grant, grant_id
from vcs_desktop.domain.kinds import BUDGET, GRANT
from vcs_desktop.services.applications import ApplicationsService
from vcs_desktop.services.applications.questions import NoNameOfList, NoQuestions
from vcs_desktop.services.bin import BinService
from vcs_desktop.services.records import NoSuchRecord


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "group.db", name="Asha")
    yield made
    made.database.close()


@pytest.fixture
def applications(here):
    return ApplicationsService(here.records)


@pytest.fixture
def begun(applications):
    return applications.start_from_call(WARM)


def texts(applications, application_id):
    return [each.question for each in applications.whole(application_id).answers]


def ids(applications, application_id):
    return [each.id for each in applications.whole(application_id).answers]


def write(applications, application_id, text):
    for held in applications.opened(application_id).answers:
        applications.save_answer(held, replace(held.thing, text=text))


def test_a_question_is_added_at_the_end_or_where_it_belongs(applications, begun):
    applications.add_question(begun, ListedQuestion("", text="Why you?", limit=9))
    applications.add_question(begun, ListedQuestion("", text="Who are you?"), at=0)
    applications.add_question(
        begun, ListedQuestion("", text="How will you keep people safe?"), at=2
    )
    assert texts(applications, begun) == [
        "Who are you?",
        "What does your group do?",
        "How will you keep people safe?",
        "What will you do with the grant?",
        "What will it cost?",
        "Why you?",
    ]
    assert applications.whole(begun).answers[2].canonical is Canonical.SAFETY


def test_to_add_a_question_is_taken_back_as_one(applications, begun, here):
    applications.add_question(begun, ListedQuestion("", text="Why you?"))
    assert here.records.offers().undo == "Undo: add Why you?"
    here.records.undo()
    assert len(texts(applications, begun)) == 3


def test_a_question_is_added_to_an_application_only(applications):
    with pytest.raises(NoSuchRecord):
        applications.add_question("nothing", ListedQuestion("", text="Why?"))


@settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15
)
@given(moves=st.lists(st.tuples(st.integers(0, 2), st.integers(-1, 4)), max_size=12))
def test_questions_moved_any_number_of_times_stand_where_they_were_put(applications, moves):
    begun = applications.start_from_call(WARM)
    expected = ids(applications, begun)
    for which, to in moves:
        answer_id = expected.pop(which)
        applications.move_question(answer_id, to)
        expected.insert(max(0, min(to, 2)), answer_id)
        assert ids(applications, begun) == expected


def test_where_there_is_no_room_left_between_two_all_get_new_places(applications, begun, here):
    first = ids(applications, begun)[0]
    for number in range(12):
        applications.add_question(begun, ListedQuestion("", text=f"Extra {number}"), at=1)
    orders = [each.order for each in applications.whole(begun).answers]
    assert orders == sorted(set(orders))
    assert texts(applications, begun)[1:13] == [f"Extra {number}" for number in range(11, -1, -1)]
    assert ids(applications, begun)[0] == first
    applications.move_question(first, 14)
    assert here.records.offers().undo == "Undo: move What does your group do?"
    here.records.undo()
    assert ids(applications, begun)[0] == first


def test_a_question_moves_into_a_place_without_room_and_every_other_keeps_its_own(
    applications, begun, here
):
    orders = (10, 11, 12)
    for held, order in zip(applications.opened(begun).answers, orders, strict=True):
        applications.save_answer(held, replace(held.thing, order=order))
    first, second, third = ids(applications, begun)
    applications.move_question(third, 1)
    assert ids(applications, begun) == [first, third, second]
    here.records.undo()
    assert ids(applications, begun) == [first, second, third]


def test_a_question_added_without_room_is_taken_back_by_its_name(applications, begun, here):
    for held in applications.opened(begun).answers:
        applications.save_answer(held, replace(held.thing, order=7))
    before = ids(applications, begun)
    added = applications.add_question(begun, ListedQuestion("", text="Why you?"), at=1)
    assert ids(applications, begun) == [before[0], added, *before[1:]]
    assert here.records.offers().undo == "Undo: add Why you?"


def test_a_question_in_the_bin_cannot_be_moved(applications, begun):
    removed = ids(applications, begun)[0]
    applications.remove_question(removed)
    with pytest.raises(NoSuchRecord):
        applications.move_question(removed, 1)


def test_two_computers_that_add_at_the_same_place_keep_both(tmp_path):
    one = computer(tmp_path / "one.db", seed=1)
    other = computer(tmp_path / "other.db", seed=2)
    here, there = ApplicationsService(one.records), ApplicationsService(other.records)
    begun = here.start_from_call(WARM)
    one.give(other)
    here.add_question(begun, ListedQuestion("", text="From here"), at=1)
    there.add_question(begun, ListedQuestion("", text="From there"), at=1)
    one.give(other)
    other.give(one)
    assert texts(here, begun) == texts(there, begun)
    assert set(texts(here, begun)[1:3]) == {"From here", "From there"}
    second = ids(here, begun)[2]
    here.move_question(second, 1)
    assert ids(here, begun)[1] == second
    one.database.close()
    other.database.close()


def test_a_question_that_was_removed_is_in_the_bin_with_its_answer(applications, begun, here):
    write(applications, begun, "Tea")
    removed = ids(applications, begun)[1]
    applications.remove_question(removed)
    assert "What will you do with the grant?" not in texts(applications, begun)
    BinService(here.records).restore([removed])
    assert applications.answer(removed).thing.text == "Tea"
    assert texts(applications, begun)[1] == "What will you do with the grant?"


def test_questions_are_kept_as_a_list_and_begin_another_application(applications, begun):
    list_id = applications.keep_as_list(begun, "  Warm rooms ")
    (kept,) = applications.question_lists()
    assert (kept.id, kept.name) == (list_id, "Warm rooms")
    again = applications.whole(applications.start_from_list(list_id))
    before = applications.whole(begun)
    assert again.application.name == "Warm rooms"
    assert [(each.ref, each.question, each.limit, each.unit) for each in again.answers] == [
        (each.ref, each.question, each.limit, each.unit) for each in before.answers
    ]


def test_a_list_is_named_and_removed(applications, begun):
    with pytest.raises(NoNameOfList):
        applications.keep_as_list(begun, " ")
    with pytest.raises(NoQuestions):
        applications.add_list("Empty", ())
    list_id = applications.keep_as_list(begun, "Warm rooms")
    assert [each.name for each in applications.question_lists()] == ["Warm rooms"]
    applications.remove_list(list_id)
    assert applications.question_lists() == []
    with pytest.raises(NoSuchRecord):
        applications.question_list(begun)


def test_an_application_goes_to_the_bin_and_comes_back_with_all_that_belongs_to_it(
    applications, begun, here
):
    write(applications, begun, "Tea")
    early = ids(applications, begun)[0]
    applications.remove_question(early)
    here.records.add(BUDGET, Budget(application=begun), record_id=budget_id(begun))
    here.records.add(GRANT, Grant(application=begun), record_id=grant_id(begun))
    other = applications.start_from_call(BARE)
    applications.remove(begun)
    assert [each.id for each in applications.lines()] == [other]
    assert here.records.offers().undo == "Undo: put Warm welcome (practice) in the bin"
    bin_ = BinService(here.records)
    assert [each.id for each in bin_.things()] == [begun]
    assert bin_.restore([begun]) == 1
    assert len(ids(applications, begun)) == 2
    assert applications.whole(begun).budget is not None
    assert [each.id for each in bin_.things()] == [early]
    here.records.undo()
    assert [each.id for each in applications.lines()] == [other]


def test_an_application_deleted_for_good_leaves_no_word_of_its_answers(applications, begun, here):
    write(applications, begun, "Marmalade")
    applications.remove(begun)
    BinService(here.records).delete_for_good([begun])
    assert here.rows("record") == [each for each in here.rows("record") if each["kind"] == "opener"]
    assert not any("Marmalade" in str(each) for each in here.rows("operation"))


def later(**told):
    return replace(WARM, **told)


def test_a_notice_that_is_as_it_was_offers_nothing(applications, begun):
    whole = applications.whole(begun)
    assert applications.changes_in_call(whole, WARM) == ()
    assert applications.changes_in_call(whole, later(summary="Other words", url="x")) == ()
    assert applications.changes_in_call(whole, replace(BARE, title="Another notice")) == ()
    own = applications.whole(applications.start_with(()))
    assert applications.changes_in_call(own, later(award_max_pence=1)) == ()


def test_a_newer_closing_day_is_offered_in_words_and_taken_over(applications, begun, here):
    call = later(closes_at=datetime(2026, 12, 11, 17, tzinfo=UTC), award_max_pence=150_000)
    day, time, most = applications.changes_in_call(applications.whole(begun), call)
    assert (change_name(day), was_in_words(day), now_in_words(day)) == (
        "Closing day",
        "Friday 4 December 2026",
        "Friday 11 December 2026",
    )
    assert (was_in_words(time), now_in_words(time)) == ("12:00", "17:00")
    assert (was_in_words(most), now_in_words(most)) == ("£2,000", "£1,500")
    applications.take_over(begun, call, [day.id, time.id])
    terms = applications.application(begun).thing.terms
    assert (terms.closes_on, terms.closes_time) == (date(2026, 12, 11), "17:00")
    assert terms.award_max_pence == 200_000
    assert applications.changes_in_call(applications.whole(begun), call) == ()
    assert here.records.offers().undo == "Undo: take over what is new in Warm welcome (practice)"
    here.records.undo()
    assert len(applications.changes_in_call(applications.whole(begun), call)) == 3


def test_a_question_that_is_asked_otherwise_keeps_the_words_of_its_answer(applications, begun):
    write(applications, begun, "We cook.")
    asked = (
        Question("1", "What does your group do, and where?", 80, "words", "Say where."),
        Question("1b", "Who runs it?", 50),
        *WARM.questions[1:],
    )
    call = later(questions=asked)
    changed, new = applications.changes_in_call(applications.whole(begun), call)
    assert (changed.kind, new.kind) == (ChangeKind.QUESTION_CHANGED, ChangeKind.QUESTION_NEW)
    assert change_name(changed) == "Question 1"
    assert was_in_words(changed) == "What does your group do? (Up to 100 words)"
    assert now_in_words(changed) == "What does your group do, and where? (Up to 80 words)"
    assert was_in_words(new) == "Not asked for"
    applications.take_over(begun, call, [changed.id, new.id])
    first, last, *_ = applications.whole(begun).answers
    assert (first.question, first.limit, first.text) == (asked[0].text, 80, "We cook.")
    assert (last.question, last.canonical, last.text) == (
        "Who runs it?",
        Canonical.WHO_RUNS_IT,
        "",
    )


def test_questions_that_only_got_other_numbers_keep_their_answers(applications, begun):
    write(applications, begun, "Ours")
    asked = (
        Question("1", "Are you a charity?"),
        *(replace(each, ref=str(number)) for number, each in enumerate(WARM.questions, start=2)),
    )
    found = applications.changes_in_call(applications.whole(begun), later(questions=asked))
    assert [each.kind for each in found] == [
        ChangeKind.QUESTION_NEW,
        *[ChangeKind.QUESTION_CHANGED] * 2,
    ]
    call = later(questions=asked)
    applications.take_over(begun, call, [each.id for each in found])
    after = applications.whole(begun).answers
    assert [each.question for each in after] == [each.text for each in asked]
    assert [each.text for each in after] == ["", "Ours", "Ours", "Ours"]


def test_a_question_that_is_gone_says_whether_it_was_answered(applications, begun):
    write(applications, begun, "Ours")
    call = later(questions=WARM.questions[:2])
    (gone,) = applications.changes_in_call(applications.whole(begun), call)
    assert (gone.kind, gone.has_text) == (ChangeKind.QUESTION_GONE, True)
    assert now_in_words(gone) == "Not asked for"
    applications.take_over(begun, call, [])
    assert len(texts(applications, begun)) == 3
    assert applications.changes_in_call(applications.whole(begun), call) == ()
    third = later(questions=WARM.questions[:1])
    every = applications.changes_in_call(applications.whole(begun), third)
    applications.take_over(begun, third, [each.id for each in every])
    assert texts(applications, begun) == ["What does your group do?"]


def test_standard_questions_are_not_taken_for_those_that_come_later(applications):
    begun = applications.start_from_call(BARE)
    write(applications, begun, "Ours")
    call = replace(BARE, questions=(Question("1", "What is your charity number?"),))
    found = applications.changes_in_call(applications.whole(begun), call)
    assert found[0].kind is ChangeKind.QUESTION_NEW
    assert {each.kind for each in found[1:]} == {ChangeKind.QUESTION_GONE}
    assert len(found) == 7


def test_papers_come_change_and_go_with_the_paper_of_the_group_beside(applications, begun):
    held = applications.application(begun)
    papers = tuple(replace(each, paper="p1") for each in held.thing.papers)
    applications.save(held, replace(held.thing, papers=papers))
    call = later(
        required_documents=(RequiredDocument("bank  statement", 6), RequiredDocument("Accounts"))
    )
    changed, new, gone = applications.changes_in_call(applications.whole(begun), call)
    assert was_in_words(changed) == "Bank statement, at most 3 months old"
    assert (change_name(new), now_in_words(new)) == ("Paper: Accounts", "Accounts")
    assert (gone.kind, was_in_words(gone)) == (ChangeKind.PAPER_GONE, "Group rules")
    applications.take_over(begun, call, [changed.id, new.id, gone.id])
    after = applications.application(begun).thing.papers
    assert [(each.name, each.max_age_months, each.paper) for each in sorted(
        after, key=lambda each: each.order
    )] == [("Bank statement", 6, "p1"), ("Accounts", None, "")]  # fmt: skip


def test_what_a_second_person_checks_changes_with_every_word_that_is_sent(applications, begun):
    before = applications.whole(begun)
    said, first = before.application, before.answers[0]
    for other in (
        replace(before, answers=(replace(first, text="New"), *before.answers[1:])),
        replace(before, answers=(replace(first, limit=7, unit=Unit.WORDS), *before.answers[1:])),
        replace(before, answers=before.answers[1:]),
        replace(before, application=replace(said, ask_pence=1)),
        replace(before, application=replace(said, ends_on=date(2027, 1, 1))),
        replace(before, application=replace(said, papers=said.papers[1:])),
        replace(before, budget=Budget(notes="x")),
    ):
        assert digest_of(other) != digest_of(before)
    for same in (
        replace(before, answers=tuple(reversed(before.answers))),
        replace(before, answers=(replace(first, pasted_on=date(2026, 1, 1)), *before.answers[1:])),
        replace(before, application=replace(said, checked_by="a", notes="n", minutes_spent=4)),
    ):
        assert digest_of(same) == digest_of(before)
