"""Where a person stands in an application after something was pressed, and what undo takes back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.support.applications_window import press, words_on
from tests.ui.app.test_no_window_flashes import Deactivations
from tests.ui.pages.applications.test_application_budget import add, choose, type_in
from vcs_desktop.domain.applications import PlannedChange, Signature
from vcs_desktop.domain.budgets import Basis, Vat
from vcs_desktop.domain.group_documents import DocumentKind
from vcs_desktop.domain.papers import Paper
from vcs_desktop.domain.people import Person
from vcs_desktop.ui.widgets.basics import Button


@pytest.fixture
def open_at(page, house, begun, qtbot):
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)

    def open_it(name):
        view = page.open(begun, name)
        house.settle()
        return view.front()

    return open_it


def focus_words():
    focus = QApplication.focusWidget()
    return focus.accessibleName() or focus.text()


def test_after_a_cost_the_next_one_can_be_added(open_at, house, qtbot):
    part = open_at("budget")
    add(house, part, qtbot, "Add a cost", what="Oven", unit_pence="1,400")
    assert focus_words() == "Add a cost"
    add(house, part, qtbot, "Add a running cost", what="Rent", pence="3,600")
    assert focus_words() == "Add a running cost"
    press(part, "Take Oven out")
    house.settle()
    assert focus_words() == "Add a cost"


def test_a_new_cost_is_typed_into_empty_fields(open_at, house):
    part = open_at("budget")
    press(part, "Add a cost")
    house.settle()
    bound = part.forms[-1].bound
    assert QApplication.focusWidget() is bound["what"].field.box
    assert bound["unit_pence"].field.box.text() == ""
    assert "No costs yet." not in words_on(part)  # it is being typed


def test_an_empty_budget_shows_no_table_of_nothing(open_at, house, qtbot):
    part = open_at("budget")
    assert "£0" not in " ".join(words_on(part))
    assert not hasattr(part, "table")
    add(house, part, qtbot, "Add a cost", what="Oven", unit_pence="1,400")
    rows = [part.table.model().index(row, 0).data() for row in range(3)]
    assert rows == ["Only for this work", "Full cost", "What is left to ask for"]


def test_only_what_means_something_in_a_budget_is_asked(open_at, house, qtbot):
    part = open_at("budget")
    whole = part.forms[0].bound
    asked = ("share_ours", "share_whole", "months", "inflation", "rate_name")
    assert not any(whole[name].field.isVisible() for name in asked)
    choose(whole["basis"].field, Basis.PEOPLE)
    type_in(qtbot, whole["rate_pence"].field, "12")
    seen = [name for name in asked if whole[name].field.isVisible()]
    assert seen == ["share_ours", "share_whole", "months", "rate_name"]
    choose(whole["basis"].field, Basis.DIRECT_COST)
    assert not whole["share_ours"].field.isVisible()


def test_what_is_done_after_an_act_takes_its_undo_away(page, open_at, house, begun, qtbot):
    papers = open_at("papers")
    papers.new_paper.set_words("Quote")
    papers.add_paper_button.click()
    house.settle()
    assert page.undo_bar.isVisible()
    qtbot.keyClicks(papers.checker.box, "Sam Okafor")
    papers.check_button.click()
    house.settle()
    assert page.undo_bar.words.text() == "It is written down that Sam Okafor read it."
    first = papers.choices[house.application(begun).application.papers[0].id]
    house.inside.papers.add(Paper(kind=DocumentKind.CONSTITUTION))
    papers.shown()
    house.settle()
    first = papers.choices[house.application(begun).application.papers[0].id]
    first.box.setFocus()
    first.box.setCurrentIndex(1)
    house.settle()
    assert not page.undo_bar.isVisible()  # it would have taken the choice of the paper back


def test_who_chooses_a_paper_stays_at_that_paper(open_at, house, begun):
    house.inside.papers.add(Paper(kind=DocumentKind.CONSTITUTION))
    papers = open_at("papers")
    needed = house.application(begun).application.papers[1].id
    papers.choices[needed].box.setFocus()
    papers.choices[needed].box.setCurrentIndex(1)
    house.settle()
    assert QApplication.focusWidget() is papers.choices[needed].box


def test_somebody_new_can_sign(open_at, house, begun, qtbot):
    papers = open_at("papers")
    papers.signer.box.setFocus()
    qtbot.keyClicks(papers.signer.box, "Priya Shah")
    qtbot.keyClick(papers.signer.box, Qt.Key.Key_Return)
    house.settle()
    assert any("Priya Shah. Has not signed yet" in each for each in words_on(papers))
    (signature,) = house.application(begun).application.signatures
    assert house.inside.people.person(signature.id).thing.name == "Priya Shah"


@pytest.mark.parametrize(
    ("name", "following"), [("about", "plan"), ("plan", "budget"), ("budget", "papers"),
                            ("papers", "ready")],
)  # fmt: skip
def test_each_part_leads_to_the_one_after_it(page, open_at, house, name, following):
    part = open_at(name)
    view = page.places.front()
    part.next_button.click()
    house.settle()
    assert view.sections.current_id() == following
    assert QApplication.focusWidget() is view.sections.buttons[following]


@pytest.mark.parametrize("name", ["about", "plan", "budget", "papers", "ready", "after"])
def test_no_part_flashes_up_as_a_window(page, open_at, house, begun, name):
    taken = Deactivations()
    page.installEventFilter(taken)
    jean = house.inside.people.add(Person(name="Jean Marsh"))
    house.inside.application_papers.mark_checked(begun, "Sam Okafor")
    house.inside.application_papers.keep(begun, note="By post")
    held = house.inside.applications.application(begun)
    row = PlannedChange("row", "a", change="Less lonely", outcome="loneliness")
    house.inside.applications.save(
        held, replace(held.thing, signatures=(Signature(jean),), changes=(row,))
    )
    open_at(name)
    assert taken.count == 0


def test_after_it_is_sent_nothing_comes_next(open_at):
    assert not open_at("after").next_button.isVisible()


def test_after_money_is_spread_over_the_costs_more_can_be_added(open_at, house, qtbot):
    part = open_at("budget")
    add(house, part, qtbot, "Add a cost", what="Oven", unit_pence="1,400")
    add(house, part, qtbot, "Add who else pays", name="Parish", pence="200")
    pressed = next(each for each in part.findChildren(Button) if each.text().startswith("Spread"))
    pressed.setFocus()
    pressed.click()
    house.settle()
    assert focus_words() == "Add who else pays"


def test_after_one_has_signed_the_next_one_can(open_at, house, begun):
    jean, sam = (house.inside.people.add(Person(name=each)) for each in ("Jean", "Sam"))
    held = house.inside.applications.application(begun)
    signatures = (Signature(jean), Signature(sam))
    house.inside.applications.save(held, replace(held.thing, signatures=signatures))
    papers = open_at("papers")
    papers.to_sign[0].setFocus()
    papers.to_sign[0].click()
    house.settle()
    assert focus_words().endswith("signed today")
    papers.to_sign[0].click()
    house.settle()
    assert all(each.on for each in house.application(begun).application.signatures)
    assert QApplication.focusWidget() is papers.signer.box


def test_after_a_paper_is_added_the_own_one_can_be_chosen_for_it(open_at, house, begun):
    papers = open_at("papers")
    papers.new_paper.set_words("Quote")
    papers.add_paper_button.setFocus()
    papers.add_paper_button.click()
    house.settle()
    (quote,) = [each for each in papers.choices.values() if each.title == "Quote"]
    assert QApplication.focusWidget() is quote.box
    press(papers, "Take away: Quote")
    house.settle()
    assert QApplication.focusWidget() is papers.new_paper.box


def test_the_field_stays_where_it_is_while_the_sums_above_it_change(page, open_at, house, qtbot):
    part = open_at("budget")
    page.resize(900, 500)
    press(part, "Add a cost")
    house.settle()
    row, whole = part.forms[-1].bound, part.forms[0].bound

    def assert_stays(field, act):
        field.take_focus()
        house.settle()
        qtbot.waitUntil(lambda: not field.box.visibleRegion().isEmpty())
        sums_card = part._still.parent()
        top, height = field.box.mapTo(page, QPoint(0, 0)).y(), sums_card.height()
        act()
        part.put_away()
        house.settle()
        qtbot.waitUntil(lambda: sums_card.height() != height)
        qtbot.waitUntil(lambda: field.box.mapTo(page, QPoint(0, 0)).y() == top)

    qtbot.keyClicks(row["what"].field.box, "Oven")
    price, vat = row["unit_pence"].field, whole["vat"].field
    assert_stays(price, lambda: type_in(qtbot, price, "1,400"))
    assert_stays(vat, lambda: choose(vat, Vat.NOT_REGISTERED))
    assert page.sheet.verticalScrollBar().value() > 0
