"""What two laptops wrote apart is offered where the application is open, until somebody chooses."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from tests.support.application_examples import WARM
from tests.support.titles_window import rows
from vcs_desktop.domain.applications import Status
from vcs_desktop.domain.budgets import BudgetLine
from vcs_desktop.domain.ready_lines import State


def apart(held, save, one, other):
    """Save two changes of one version, as two laptops do that know nothing of each other."""
    save(held, one)
    save(held, other)


def in_the_name(inside, begun):
    held = inside.applications.application(begun)
    save = inside.applications.save
    apart(held, save, replace(held.thing, name="Asha's"), replace(held.thing, name="Ben's"))


def in_a_price(inside, begun):
    held = inside.budgets.of(begun)
    held = inside.budgets.save(held, replace(held.thing, lines=(BudgetLine("a", what="Oven"),)))
    one, other = (
        replace(held.thing, lines=(BudgetLine("a", what="Oven", unit_pence=pence),))
        for pence in (5_00, 6_00)
    )
    apart(held, inside.budgets.save, one, other)


def in_the_grant(inside, begun):
    held = inside.applications.application(begun)
    inside.applications.save(held, replace(held.thing, status=Status.AWARDED))
    held = inside.grants.of(held.thing)
    held = inside.grants.save(held, replace(held.thing, reference="A"))
    one, other = (replace(held.thing, reference=told) for told in ("B", "C"))
    apart(held, inside.grants.save, one, other)


@pytest.mark.parametrize("differ", [in_the_name, in_a_price, in_the_grant])
def test_two_versions_are_shown_over_the_parts_and_go_when_one_is_chosen(
    page, house, begun, differ
):
    differ(house.inside, begun)
    view = page.open(begun)
    house.settle()
    (shown,) = [each for each in view.versions.values() if each.isVisible()]
    choose = [each for each in shown.findChildren(type(page.back_button)) if each.isVisible()]
    assert [each.text() for each in choose] == ["This one is right"] * 2
    choose[0].click()
    house.settle()
    assert "You can undo this." in shown.message.words.text()
    assert not shown.content.count()


def test_an_application_without_two_versions_shows_none(page, house, begun):
    view = page.open(begun)
    house.settle()
    assert [each for each in view.versions.values() if each.isVisible()] == []


def test_another_application_that_is_opened_shows_its_own(page, house, begun):
    in_the_name(house.inside, begun)
    view = page.open(begun)
    house.settle()
    assert any(each.isVisible() for each in view.versions.values())
    page.open(house.inside.applications.start_from_call(WARM))
    house.settle()
    assert not any(each.isVisible() for each in view.versions.values())


def in_an_answer(inside, begun):
    held = inside.applications.opened(begun).answers[0]
    save = inside.applications.save_answer
    apart(held, save, replace(held.thing, text="We eat."), replace(held.thing, text="We sing."))


@pytest.mark.parametrize("differ", [in_the_name, in_a_price, in_the_grant, in_an_answer])
def test_the_row_of_an_application_says_that_there_are_two_versions_in_it(
    page, house, begun, differ
):
    other = house.inside.applications.start_from_call(WARM)
    differ(house.inside, begun)
    page.shown()
    house.settle()
    marks = {each.id: each.mark for each in rows(page.view.titles) if each.id}
    assert marks[begun] == "Two versions"
    assert marks[other] == "Draft"


def test_a_question_with_two_versions_is_marked_in_the_list_until_somebody_chooses(
    page, house, begun
):
    in_an_answer(house.inside, begun)
    part = page.open(begun, "answers").front()
    house.settle()
    marks = [each.mark for each in rows(part.questions)]
    assert marks[0] == "Two versions"
    assert "Two versions" not in marks[1:]
    shown = part.card.versions
    choose = [each for each in shown.findChildren(type(page.back_button)) if each.isVisible()]
    choose[0].click()
    house.settle()
    assert rows(part.questions)[0].mark == "Draft"


@pytest.mark.parametrize("which", [0, 1])
def test_choosing_a_version_of_an_answer_is_confirmed_as_anywhere_else(page, house, begun, which):
    in_an_answer(house.inside, begun)
    part = page.open(begun, "answers").front()
    house.settle()
    shown = part.card.versions
    choose = [each for each in shown.findChildren(type(page.back_button)) if each.isVisible()]
    choose[which].click()
    house.settle()
    message = part.card.versions.message
    assert message.isVisible()
    assert message.words.text().startswith("You chose a version of “")
    assert "You can undo this." in message.words.text()


@pytest.mark.parametrize(
    ("differ", "said"),
    [
        (in_the_name, "Something in this application has two versions."),
        (in_a_price, "Something in the budget has two versions."),
        (in_an_answer, "Question 1 has two versions of something."),
    ],
)
def test_check_and_keep_names_two_versions_as_something_to_do(house, begun, differ, said):
    assert not any("two versions" in each.said for each in house.readiness.lines(begun))
    differ(house.inside, begun)
    (line,) = [each for each in house.readiness.lines(begun) if "two versions" in each.said]
    assert line.said == said
    assert line.state is State.TO_DO
    assert line.advice == "Choose which one is right."


def test_what_comes_while_it_is_open_is_offered_at_once(page, house, begun):
    view = page.open(begun)
    house.settle()
    in_the_name(house.inside, begun)
    house.session.tell_changed()
    house.settle()
    assert any(each.isVisible() for each in view.versions.values())


def test_two_copies_with_one_number_are_told_apart(page, house, begun):
    copy = house.inside.application_papers.keep(begun, by="Asha")
    held = house.inside.applications.application(begun)
    other = replace(copy, id=f"{copy.id}-other", by="Ben")
    house.inside.applications.save(held, replace(held.thing, copies=(copy, other)))
    part = page.open(begun, "ready").front()
    house.settle()
    told = [each.text() for each in part.findChildren(QLabel) if each.text().startswith("Copy 1")]
    assert [each.split(",")[0] for each in told] == ["Copy 1B", "Copy 1A"]
    assert [each.split()[-1] for each in told] == ["Ben", "Asha"]
