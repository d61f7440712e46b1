"""Two laptops write the same application, apart: when they meet, nothing of either is lost."""

import random
from dataclasses import replace

import pytest

from tests.crash.backup_kills import CONTENT
from tests.support.application_examples import WARM, records_of, with_all_in_it
from tests.support.two_laptops import two_laptops
from vcs_desktop.domain.answers import ListedQuestion
from vcs_desktop.domain.budgets import BudgetLine, PaidBy
from vcs_desktop.domain.call_changes import ChangeKind
from vcs_desktop.domain.funding import Question, RequiredDocument


@pytest.fixture
def two(tmp_path):
    file = tmp_path / "paper.pdf"
    file.write_bytes(CONTENT)
    found = two_laptops(tmp_path, lambda inside: with_all_in_it(inside, file))
    (line,) = found.one.applications.lines()
    found.id = line.id
    yield found
    found.close()


def write(inside, id_, number, text):
    held = inside.applications.opened(id_).answers[number]
    inside.applications.save_answer(held, replace(held.thing, text=text))


def texts(inside, id_):
    return [each.text for each in inside.applications.whole(id_).answers]


def with_line(inside, id_, line_id, **changes):
    held = inside.budgets.of(id_)
    known = {each.id: each for each in held.thing.lines}
    known[line_id] = replace(known.get(line_id, BudgetLine(line_id)), **changes)
    inside.budgets.save(held, replace(held.thing, lines=tuple(known.values())))


def lines(inside, id_):
    return {each.id: each for each in inside.budgets.of(id_).thing.lines}


def test_different_answers_stand_side_by_side(two):
    write(two.one, two.id, 0, "By Asha")
    write(two.other, two.id, 1, "By Ben")
    two.meet()
    for each in two.both:
        assert texts(each, two.id)[:2] == ["By Asha", "By Ben"]


def test_two_texts_of_one_answer_are_merged_or_both_offered(two):
    write(two.one, two.id, 0, "First.\n\nSecond.")
    two.meet()
    write(two.one, two.id, 0, "First, by Asha.\n\nSecond.")
    write(two.other, two.id, 0, "First.\n\nSecond.\n\nThird, by Ben.")
    write(two.one, two.id, 1, "Pots")
    write(two.other, two.id, 1, "Pans")
    two.meet()
    for each in two.both:
        assert texts(each, two.id)[0] == "First, by Asha.\n\nSecond.\n\nThird, by Ben."
        second = each.applications.opened(two.id).answers[1].record
        offered = each.history.unsettled(second.id).fields["text"]
        assert {told.value for told in offered} == {"Pots", "Pans"}


def test_lines_of_a_budget_come_together_and_two_prices_of_one_are_both_offered(two):
    with_line(two.one, two.id, "pots", what="Pots", unit_pence=1_00)
    with_line(two.other, two.id, "pans", what="Pans", paid=(PaidBy("x", 5),))
    with_line(two.one, two.id, "oven", unit_pence=6_00)
    with_line(two.other, two.id, "oven", unit_pence=7_00)
    two.meet()
    assert lines(two.one, two.id) == lines(two.other, two.id)
    assert set(lines(two.one, two.id)) == {"oven", "pots", "pans"}
    budget = two.one.budgets.of(two.id).record
    (offered,) = two.one.history.unsettled(budget.id).fields.values()
    assert {told.value["unit_pence"] for told in offered} == {6_00, 7_00}


def test_a_budget_that_both_begin_is_one(two):
    for inside, line in ((two.one, "pots"), (two.other, "pans")):
        begun = inside.applications.start_with([ListedQuestion("q", text="Why?")], name=line)
        with_line(inside, begun, line, what=line)
    two.meet()
    assert len(two.one.applications.lines()) == len(two.other.applications.lines()) == 3
    (shared,) = (each.id for each in two.one.applications.lines() if each.name == "pots")
    with_line(two.one, shared, "a", what="By Asha")
    with_line(two.other, shared, "b", what="By Ben")
    two.meet()
    assert set(lines(two.one, shared)) == {"pots", "a", "b"}


def test_two_who_keep_a_copy_apart_have_both_whole_and_told_apart(two):
    by_asha = two.one.application_papers.keep(two.id, by="Asha")
    write(two.other, two.id, 0, "Corrected by Ben")
    by_ben = two.other.application_papers.keep(two.id, by="Ben")
    two.meet()
    for each in two.both:
        copies = each.applications.application(two.id).thing.copies
        assert set(copies) == {by_asha, by_ben}
        assert each.application_papers.read(by_ben).whole.answers[0].text == "Corrected by Ben"
        assert each.application_papers.read(by_asha).whole.answers[0].text != "Corrected by Ben"
    assert two.one.application_papers.keep(two.id).number == 2


def test_what_was_written_on_an_application_that_was_removed_comes_back_with_it(two):
    two.one.applications.remove(two.id)
    write(two.other, two.id, 0, "Written on")
    two.other.applications.add_question(two.id, ListedQuestion("q", text="One more?"))
    two.meet()
    for each in two.both:
        assert each.applications.lines() == []
        assert [found.id for found in each.bin.things()] == [two.id]
    two.other.bin.restore([two.id])
    two.meet()
    for each in two.both:
        assert len(texts(each, two.id)) == 4
        assert texts(each, two.id)[0] == "Written on"
        assert each.applications.whole(two.id).budget is not None


def test_an_application_that_is_removed_while_a_copy_is_kept_stays_whole_when_a_person_says_so(two):
    before = texts(two.one, two.id)
    two.one.applications.remove(two.id)
    copy = two.other.application_papers.keep(two.id)
    two.meet()
    for each in two.both:
        assert each.history.unsettled(two.id).deleted is not None
        assert each.application_papers.read(copy)
    two.one.bin.keep(two.id)
    two.meet()
    for each in two.both:
        assert texts(each, two.id) == before
        assert each.applications.whole(two.id).budget is not None
        assert each.bin.things() == []
        assert each.history.unsettled(two.id).deleted is None


def test_what_was_removed_by_itself_before_stays_in_the_bin(two):
    first = two.one.applications.opened(two.id).answers[0].thing.id
    two.one.applications.remove_question(first)
    two.one.applications.remove(two.id)  # at the very same moment
    two.one.bin.restore([two.id])
    assert len(texts(two.one, two.id)) == 2
    assert [each.id for each in two.one.bin.things()] == [first]


def test_one_that_returned_and_was_removed_again_brings_all_of_it_back(two):
    two.one.applications.remove(two.id)
    two.other.application_papers.keep(two.id)
    two.meet()
    two.clock.go_on(60)
    two.one.applications.remove(two.id)
    two.one.bin.restore([two.id])
    assert len(texts(two.one, two.id)) == 3


def test_an_undo_on_one_takes_back_nothing_of_the_other(two):
    write(two.one, two.id, 0, "By Asha")
    write(two.other, two.id, 1, "By Ben")
    copy = two.other.application_papers.keep(two.id)
    two.meet()
    two.one.records.undo()
    two.meet()
    for each in two.both:
        assert texts(each, two.id)[1] == "By Ben"
        assert texts(each, two.id)[0] != "By Asha"
        assert each.application_papers.read(copy).whole.answers[1].text == "By Ben"


def test_one_that_is_deleted_for_good_while_the_other_writes_leaves_nothing(two):
    two.one.applications.remove(two.id)
    two.one.bin.delete_for_good([two.id])
    write(two.other, two.id, 0, "Written on")
    two.meet()
    for each in two.both:
        assert records_of(each, two.id) == set()
        assert each.applications.lines() == []


NEWER = replace(
    WARM,
    questions=(*WARM.questions, Question("5", "Who looks after the money?", 80, "words")),
    required_documents=(*WARM.required_documents, RequiredDocument("Accounts", 12)),
    award_max_pence=300_000,
)


def take_over(inside, id_, wanted=lambda _: True):
    changes = inside.applications.changes_in_call(inside.applications.whole(id_), NEWER)
    inside.applications.take_over(id_, NEWER, [each.id for each in changes if wanted(each)])


def test_what_both_take_over_from_a_newer_notice_is_there_once(two):
    for each in two.both:
        take_over(each, two.id)
    two.meet()
    for each in two.both:
        whole = each.applications.whole(two.id)
        assert [said.ref for said in whole.answers] == ["1", "2", "4", "5"]
        assert sorted(paper.name for paper in whole.application.papers) == [
            "Accounts",
            "Bank statement",
            "Group rules",
        ]
        records = [each.applications.application(two.id).record]
        records += [held.record for held in each.applications.opened(two.id).answers]
        assert [list(record.choices) for record in records] == [[]] * 5


def choices(inside, id_):
    """Return what somebody is asked to choose, by kind and field."""
    opened = inside.applications.opened(id_)
    records = [opened.application.record, *(held.record for held in opened.answers)]
    return [(each.kind, name) for each in records for name in each.choices]


def test_who_takes_over_a_part_and_another_all_of_it_end_with_all_of_it(two):
    take_over(two.one, two.id, lambda change: change.kind is ChangeKind.QUESTION_NEW)
    two.clock.go_on(3 * 86_400)
    take_over(two.other, two.id)
    two.meet()
    for each in two.both:
        whole = each.applications.whole(two.id)
        assert [said.ref for said in whole.answers] == ["1", "2", "4", "5"]
        assert whole.application.terms.award_max_pence == 300_000
        assert len(whole.application.papers) == 3
        assert choices(each, two.id) == []


MUCH_NEWER = replace(
    WARM,
    questions=(
        Question("0", "Are you insured for this?", 50, "words"),
        *WARM.questions[:2],
        Question("4", "What will it cost?", 700, "characters"),
        Question("5", "Who looks after the money?", 80, "words"),
    ),
    required_documents=(
        WARM.required_documents[0],
        RequiredDocument("Accounts", 12),
        RequiredDocument("Insurance", 12),
    ),
    award_min_pence=60_000,
    award_max_pence=300_000,
)


@pytest.mark.parametrize("seed", range(6))
def test_whoever_takes_over_what_nobody_is_asked_to_choose_what_nobody_can_tell(two, seed):
    rng = random.Random(seed)
    offered = two.one.applications.changes_in_call(two.one.applications.whole(two.id), MUCH_NEWER)
    chosen = [[each.id for each in offered if rng.random() < 0.5] for _ in two.both]
    for each, ids in zip(two.both, chosen, strict=True):
        each.applications.take_over(two.id, MUCH_NEWER, ids)
        two.clock.go_on(86_400)
    two.meet()
    taken = {*chosen[0], *chosen[1]}
    for each in two.both:
        assert choices(each, two.id) == []
        terms = each.applications.whole(two.id).application.terms
        assert (terms.award_min_pence == 60_000) == ("term/award_min_pence" in taken)
        assert (terms.award_max_pence == 300_000) == ("term/award_max_pence" in taken)
    assert two.one.applications.whole(two.id) == two.other.applications.whole(two.id)


def test_two_newer_notices_that_were_taken_over_apart_are_chosen_from_where_they_differ(two):
    for each, most in ((two.one, 300_000), (two.other, 400_000)):
        call = replace(WARM, award_max_pence=most)
        changes = each.applications.changes_in_call(each.applications.whole(two.id), call)
        each.applications.take_over(two.id, call, [change.id for change in changes])
    two.meet()
    for each in two.both:
        assert choices(each, two.id) == [("application", "terms")]


def test_changes_that_are_chosen_in_any_order_end_the_same(two):
    changes = two.one.applications.changes_in_call(two.one.applications.whole(two.id), NEWER)
    ids = [each.id for each in changes]
    two.one.applications.take_over(two.id, NEWER, ids)
    two.other.applications.take_over(two.id, NEWER, ids[::-1])
    one, other = (each.applications.whole(two.id) for each in two.both)
    assert one == other
