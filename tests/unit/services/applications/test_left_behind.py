"""An application is deleted for good on one laptop while another goes on: nothing typed is lost."""

from dataclasses import replace

import pytest

from tests.crash.backup_kills import CONTENT
from tests.support.application_examples import with_all_in_it
from tests.support.two_laptops import two_laptops
from vcs_desktop.domain.answers import AnswerState, ListedQuestion
from vcs_desktop.domain.budgets import BudgetLine
from vcs_desktop.domain.grants import Payment
from vcs_desktop.services.group_search import GroupSearch
from vcs_desktop.storage.queries import group_applications

NAME = "From an application that was deleted"


@pytest.fixture
def two(tmp_path):
    file = tmp_path / "paper.pdf"
    file.write_bytes(CONTENT)

    def begin(inside):
        with_all_in_it(inside, file)
        inside.applications.start_with([ListedQuestion("q", text="Why?")], name="Bare")

    found = two_laptops(tmp_path, begin)
    ids = {each.name: each.id for each in found.one.applications.lines()}
    found.id, found.bare = ids["Warm welcome (practice)"], ids["Bare"]
    yield found
    found.close()


def delete_for_good(inside, id_):
    inside.applications.remove(id_)
    inside.bin.delete_for_good([id_])


def add_answer(inside, id_, text="Written meanwhile"):
    answer_id = inside.applications.add_question(id_, ListedQuestion("q", text="One more?"))
    held = inside.applications.answer(answer_id)
    done = replace(held.thing, text=text, state=AnswerState.DONE)
    inside.applications.save_answer(held, done)
    return answer_id


def put_away(two):
    for each in two.both:
        each.bin.put_away_left_behind()
    two.meet()


def in_bin(inside):
    return [each.id for each in inside.bin.things()]


def texts(inside, id_):
    return [each.text for each in inside.applications.whole(id_).answers]


def test_a_question_that_was_added_meanwhile_waits_in_the_bin_and_is_shown_nowhere_else(two):
    delete_for_good(two.one, two.id)
    added = add_answer(two.other, two.id)
    two.meet()
    put_away(two)
    for each in two.both:
        assert in_bin(each) == [added]
        assert [line.id for line in each.applications.lines()] == [two.bare]
        assert each.answer_library.answers() == []
        assert GroupSearch(each.records).found("One more") == []


def test_taken_out_of_the_bin_it_stands_in_an_application_of_its_own(two):
    delete_for_good(two.one, two.id)
    added, another = add_answer(two.other, two.id), add_answer(two.other, two.id, "And this")
    two.meet()
    put_away(two)
    assert two.one.bin.restore([added]) == 1
    assert in_bin(two.one) == [another]
    (found,) = (each for each in two.one.applications.lines() if each.name == NAME)
    assert texts(two.one, found.id) == ["Written meanwhile"]
    assert two.one.bin.restore([another]) == 1
    two.meet()
    for each in two.both:
        assert in_bin(each) == []
        assert texts(each, found.id) == ["Written meanwhile", "And this"]
        assert len(each.applications.lines()) == 2


def test_two_who_take_it_out_apart_have_it_once(two):
    delete_for_good(two.one, two.id)
    added = add_answer(two.other, two.id)
    two.meet()
    put_away(two)
    for each in two.both:
        each.bin.restore([added])
    two.meet()
    for each in two.both:
        (found,) = (line for line in each.applications.lines() if line.name == NAME)
        assert texts(each, found.id) == ["Written meanwhile"]
        assert not each.applications.opened(found.id).answers[0].record.choices


def test_taking_it_out_is_one_act_that_can_be_undone(two):
    delete_for_good(two.one, two.id)
    added = add_answer(two.other, two.id)
    two.meet()
    put_away(two)
    two.one.bin.restore([added])
    two.one.records.undo()
    assert added in in_bin(two.one)
    assert [each.id for each in two.one.applications.lines()] == [two.bare]
    two.one.records.redo()
    assert added not in in_bin(two.one)
    assert len(two.one.applications.lines()) == 2


def test_deleted_for_good_in_its_turn_it_is_gone(two):
    delete_for_good(two.one, two.id)
    added = add_answer(two.other, two.id)
    two.meet()
    put_away(two)
    two.one.bin.delete_for_good([added])
    two.meet()
    for each in two.both:
        assert each.bin.things() == []
        with each.records.database.reading() as session:
            assert group_applications.left_behind(session) == []


def test_a_budget_and_a_grant_that_were_begun_meanwhile_come_back_with_their_figures(two):
    delete_for_good(two.one, two.bare)
    held = two.other.budgets.of(two.bare)
    line = BudgetLine("pots", what="Pots", unit_pence=5_00)
    two.other.budgets.save(held, replace(held.thing, lines=(line,)))
    said = two.other.applications.application(two.bare).thing
    grant = two.other.grants.of(said)
    payment = Payment("first", what="First", pence=100_00)
    two.other.grants.save(grant, replace(grant.thing, payments=(payment,)))
    two.meet()
    put_away(two)
    for each in two.both:
        assert len(in_bin(each)) == 2
    two.one.bin.restore(in_bin(two.one))
    two.meet()
    for each in two.both:
        (found,) = (line for line in each.applications.lines() if line.name == NAME)
        assert each.applications.whole(found.id).budget.lines == (line,)
        said = each.applications.application(found.id).thing
        assert each.grants.of(said).thing.payments == (payment,)
        assert in_bin(each) == []
    delete_for_good(two.other, found.id)
    two.meet()
    for each in two.both:
        assert in_bin(each) == []
        with each.records.database.reading() as session:
            assert group_applications.left_behind(session) == []


def test_what_belongs_to_an_application_that_is_only_in_the_bin_is_left_alone(two):
    two.one.applications.remove(two.id)
    add_answer(two.other, two.id)
    two.meet()
    put_away(two)
    for each in two.both:
        assert in_bin(each) == [two.id]
    two.one.bin.restore([two.id])
    assert len(texts(two.one, two.id)) == 4
