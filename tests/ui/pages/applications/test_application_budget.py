"""The budget of an application is typed line by line, adds up as it is typed, and is kept."""

import pytest

from tests.support.applications_window import press
from vcs_desktop.domain.budget_paid import paid_by
from vcs_desktop.domain.budgets import Basis, LineKind, Promise, Vat
from vcs_desktop.ui.pages.applications.page import ApplicationsPage
from vcs_desktop.ui.widgets.basics import Button
from vcs_desktop.ui.widgets.undo_bar import UndoBar


@pytest.fixture
def part(house, show_page, begun):
    page = show_page(ApplicationsPage(house, house.tasks, house.session))
    view = page.open(begun, "budget")
    house.settle()
    return view.front()


def type_in(qtbot, field, words):
    field.box.setFocus()
    field.box.selectAll()
    qtbot.keyClicks(field.box, words)


def choose(field, choice):
    field.box.setCurrentIndex(field.box.findData(str(choice)))


def add(house, part, qtbot, button, **words):
    press(part, button)
    house.settle()
    form = part.forms[-1]
    for name, said in words.items():
        field = form.bound[name].field
        if hasattr(field, "choose"):
            choose(field, said)
        else:
            type_in(qtbot, field, said)
    press(part, "Done")
    house.settle()


def budget(house, begun):
    return house.application(begun).budget


def sums(part):
    model = part.table.model()
    return {
        model.index(row, 0).data(): model.index(row, 1).data() for row in range(model.rowCount())
    }


def said(part):
    return [each.said for each in part.found]


def test_an_empty_budget_says_what_to_do_first(part):
    assert said(part) == ["The budget has no costs yet."]


def test_a_cost_is_typed_and_the_sums_follow(part, house, begun, qtbot):
    add(house, part, qtbot, "Add a cost", what="Oven", unit_pence="1,400")
    add(
        house, part, qtbot, "Add a cost", what="Courses", quantity_hundredths="4.5", unit="people",
        unit_pence="30.01",
    )  # fmt: skip
    assert sums(part)["Full cost"] == "£1,535.05"
    kept = budget(house, begun)
    assert [each.what for each in kept.lines] == ["Oven", "Courses"]
    assert kept.application == begun


def test_while_somebody_types_the_sums_are_there_before_they_are_done(part, house, begun, qtbot):
    press(part, "Add a cost")
    house.settle()
    type_in(qtbot, part.forms[-1].bound["unit_pence"].field, "12")
    part.put_away()
    house.settle()
    assert sums(part)["Full cost"] == "£12"
    assert part.forms[-1].isVisible()


def test_what_another_funder_pays_is_not_asked_for(part, house, begun, qtbot):
    add(
        house,
        part,
        qtbot,
        "Add who else pays",
        name="Parish",
        pence="300",
        promise=Promise.PROMISED,
    )
    (funder,) = budget(house, begun).funders
    add(
        house, part, qtbot, "Add a cost", what="Food", unit_pence="900",
        **{f"paid/{funder.id}": "300"},
    )  # fmt: skip
    assert sums(part)["What is left to ask for"] == "£600"
    assert not any("stands on no line" in each for each in said(part))
    press(part, "Take Parish out")
    house.settle()
    assert sums(part)["What is left to ask for"] == "£900"
    assert budget(house, begun).lines[0].paid == ()


def test_running_costs_are_shared_by_a_basis(part, house, begun, qtbot):
    add(house, part, qtbot, "Add a running cost", what="Rent", pence="3,600")
    whole = part.forms[0].bound
    choose(whole["basis"].field, Basis.PEOPLE)
    type_in(qtbot, whole["share_ours"].field, "20")
    type_in(qtbot, whole["share_whole"].field, "60")
    choose(whole["vat"].field, Vat.NOT_REGISTERED)
    part.put_away()
    house.settle()
    assert sums(part)["This work's part of the running costs"] == "£1,200"
    choose(whole["basis"].field, Basis.DIRECT_COST)
    part.put_away()
    house.settle()
    assert (budget(house, begun).share_ours, budget(house, begun).share_whole) == (None, None)
    assert whole["share_whole"].field.words() == ""
    type_in(qtbot, whole["share_whole"].field, "5000")
    part.put_away()
    house.settle()
    assert budget(house, begun).share_whole == 5_000_00


def test_hours_that_are_given_count_at_todays_rate_with_its_name(part, house, begun, qtbot):
    press(part, "Count given hours at today's rate")
    house.settle()
    add(
        house, part, qtbot, "Add a cost", what="Cooks", kind=LineKind.IN_KIND,
        is_time_given="yes", quantity_hundredths="10",
    )  # fmt: skip
    kept = budget(house, begun)
    assert kept.rate_pence
    assert kept.rate_name
    assert kept.rate_from is not None
    assert sums(part)[
        "Worth of what is given beside that"
    ] == f"£{kept.rate_pence * 10 / 100:,.2f}".removesuffix(".00")
    assert sums(part)["Full cost"] == "£0"


def test_a_line_is_changed_and_taken_out_and_comes_back(part, house, begun, qtbot):
    add(house, part, qtbot, "Add a cost", what="Oven", unit_pence="1,400")
    press(part, "Change Oven")
    house.settle()
    type_in(qtbot, part.forms[-1].bound["unit_pence"].field, "1,500")
    press(part, "Done")
    house.settle()
    assert budget(house, begun).lines[0].unit_pence == 1_500_00
    press(part, "Take Oven out")
    house.settle()
    assert budget(house, begun).lines == ()
    house.inside.records.undo()
    part.shown()
    house.settle()
    assert sums(part)["Full cost"] == "£1,500"


def test_what_is_no_number_is_said_and_nothing_is_lost(part, house, begun, qtbot):
    press(part, "Add a cost")
    house.settle()
    bound = part.forms[-1].bound
    type_in(qtbot, bound["what"].field, "Oven")
    type_in(qtbot, bound["quantity_hundredths"].field, "two")
    bound["quantity_hundredths"].field.show_problem()
    part.put_away()
    house.settle()
    assert "cannot read this as a number" in bound["quantity_hundredths"].field.error
    assert budget(house, begun).lines[0].what == "Oven"
    assert budget(house, begun).lines[0].quantity_hundredths == 100


def test_what_a_funder_gives_is_spread_over_the_costs_in_one_act_and_taken_back_in_one(
    part, house, begun, qtbot
):
    add(house, part, qtbot, "Add a cost", what="Food", unit_pence="300")
    add(house, part, qtbot, "Add a cost", what="Rent", unit_pence="100")
    add(house, part, qtbot, "Add who else pays", name="Parish", pence="200")
    (funder,) = budget(house, begun).funders
    offers = []
    part.undo_offered.connect(lambda words, undo: offers.append(undo))
    press(part, "Spread what Parish pays over the costs")
    house.settle()
    assert [paid_by(each.paid, funder.id) for each in budget(house, begun).lines] == [
        150_00,
        50_00,
    ]
    assert sums(part)["What is left to ask for"] == "£200"
    assert not any("stands on no line" in each for each in said(part))
    assert not [each for each in part.findChildren(Button) if each.text().startswith("Spread")
                and each.isVisibleTo(part)]  # fmt: skip
    offers[-1]()
    house.settle()
    assert [each.paid for each in budget(house, begun).lines] == [(), ()]


def test_what_takes_the_last_act_back_is_in_sight_however_long_the_page(part, house, begun, qtbot):
    for number in range(9):
        add(house, part, qtbot, "Add a cost", what=f"Cost {number}", unit_pence="30")
    page = part.window()
    page.resize(683, 400)
    press(part, "Take Cost 0 out")
    house.settle()
    bar = page.findChild(UndoBar)
    assert bar.isVisible()
    for height in (0, page.sheet.verticalScrollBar().maximum()):
        page.sheet.verticalScrollBar().setValue(height)
        assert bar.visibleRegion().boundingRect() == bar.rect()
