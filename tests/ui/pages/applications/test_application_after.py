"""What came of an application is written down, and a grant that was won has its money and days."""

from dataclasses import replace
from datetime import date

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.support.application_examples import WARM
from tests.support.applications_window import press
from tests.ui.pages.applications.test_application_budget import add
from vcs_desktop.domain.applications import Status
from vcs_desktop.domain.grants import Grant, grant_id
from vcs_desktop.services.dues import DueSources, FromOutside
from vcs_desktop.ui.pages.applications.page import ApplicationsPage
from vcs_desktop.ui.widgets.basics import Button


@pytest.fixture
def part(house, show_page, begun):
    page = show_page(ApplicationsPage(house, house.tasks, house.session))
    view = page.open(begun, "after")
    house.settle()
    return view.front()


def say(house, part, qtbot, **words):
    bound = part.forms[0].bound
    for name, said in words.items():
        field = bound[name].field
        if hasattr(field, "choose"):
            field.box.setCurrentIndex(field.box.findData(said))
        else:
            field.box.setFocus()
            qtbot.keyClicks(field.box, said)
    part.put_away()
    house.settle()


def won(house, part, qtbot):
    say(house, part, qtbot, awarded_pence="1,500", status=Status.AWARDED)
    house.settle()


def grant(house, begun):
    return house.inside.records.held(Grant, grant_id(begun)).thing


def money(part):
    from vcs_desktop.ui.widgets.whole_table import WholeTable

    model = part.findChild(WholeTable).model()
    return {
        model.index(each, 0).data(): model.index(each, 1).data() for each in range(model.rowCount())
    }


def test_what_came_of_it_is_kept_with_hours_as_people_say_them(part, house, begun, qtbot):
    say(
        house, part, qtbot, status=Status.SENT, sent_on="20/11/2026", reference="WR-17",
        minutes_spent="6.5",
    )  # fmt: skip
    said = house.application(begun).application
    assert (said.status, said.sent_on, said.reference, said.minutes_spent) == (
        Status.SENT, date(2026, 11, 20), "WR-17", 390,
    )  # fmt: skip


def test_a_grant_begins_with_what_is_known_of_the_application(part, house, begun, qtbot):
    won(house, part, qtbot)
    add(house, part, qtbot, "Add a payment", what="First half", pence="750", due_on="05/01/2027")
    kept = grant(house, begun)
    assert (kept.name, kept.funder, kept.awarded_pence) == (WARM.title, WARM.funder, 1_500_00)
    assert [(each.what, each.pence) for each in kept.payments] == [("First half", 750_00)]


def test_the_lists_of_a_grant_come_as_soon_as_it_is_won_and_go_if_it_is_not(part, house, qtbot):
    won(house, part, qtbot)
    assert money(part)["Given"] == "£1,500"
    field = part.forms[0].bound["awarded_pence"].field
    field.box.clear()
    say(house, part, qtbot, awarded_pence="1,600")
    assert part.forms[0].bound["awarded_pence"].field is field  # nobody who types loses the field
    assert money(part)["Given"] == "£1,600"
    say(house, part, qtbot, status=Status.REFUSED)
    house.settle()
    seen = [each.text() for each in part.findChildren(Button) if each.isVisible()]
    assert "Add a payment" not in seen


def test_money_that_came_and_was_spent_adds_up(part, house, begun, qtbot):
    won(house, part, qtbot)
    add(house, part, qtbot, "Add a payment", pence="750", received_on="20/11/2026")
    add(house, part, qtbot, "Add what was spent", what="Oven", pence="200.50", on="21/11/2026")
    told = money(part)
    assert (told["Given"], told["Came so far"], told["Spent so far"], told["Not spent yet"]) == (
        "£1,500", "£750", "£200.50", "£1,299.50",
    )  # fmt: skip


def test_reports_and_payments_show_in_dates(part, house, begun, qtbot):
    won(house, part, qtbot)
    add(house, part, qtbot, "Add a report", what="Half-way report", due_on="05/01/2027")
    sources = DueSources(house.inside.records, FromOutside())
    found = sources.between(date(2027, 1, 1), date(2027, 1, 31))
    assert [each.what for each in found] == [f"Half-way report ({WARM.title})"]


def test_what_is_taken_out_comes_back_by_undo(part, house, begun, qtbot):
    won(house, part, qtbot)
    add(house, part, qtbot, "Add a condition", what="Thank them")
    press(part, "Take Thank them out")
    house.settle()
    assert grant(house, begun).conditions == ()
    house.inside.records.undo()
    assert len(grant(house, begun).conditions) == 1


def test_a_first_version_of_the_report_is_saved_and_says_what_is_kept(
    part, house, begun, qtbot, tmp_path
):
    won(house, part, qtbot)
    add(house, part, qtbot, "Add what was spent", what="Oven", pence="200.50", on="21/11/2026")
    part.report_out.save_at(str(tmp_path / "report.docx"))
    house.settle()
    document = docx.Document(str(tmp_path / "report.docx"))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert document.paragraphs[0].text == f"Report: {WARM.title}"
    assert {"Oven", "£200.50", "£1,299.50"} <= set(cells)


def test_what_was_asked_for_and_won_stands_in_a_chart_and_its_table(house, show_page, begun, qtbot):
    page = show_page(ApplicationsPage(house, house.tasks, house.session))
    house.settle()
    held = house.inside.applications.application(begun)
    told = replace(held.thing, status=Status.AWARDED, ask_pence=2_000_00, awarded_pence=1_500_00)
    house.inside.applications.save(held, replace(told, minutes_spent=390))
    page.results_button.click()
    house.settle()
    view = page.places.front()
    model = view.table.model()
    assert [model.index(0, each).data() for each in range(model.columnCount())] == [
        WARM.funder, "1", "1", "£2,000", "£1,500", "6.5",
    ]  # fmt: skip
    assert model.index(model.rowCount() - 1, 0).data() == "Altogether"
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    house.settle()
    assert page.places.is_back()
    page.results_button.click()
    view.back_button.click()
    house.settle()
    assert page.places.is_back()


def test_results_follow_what_another_window_writes(house, show_page, begun):
    page = show_page(ApplicationsPage(house, house.tasks, house.session))
    house.settle()
    page.results_button.click()
    house.settle()
    held = house.inside.applications.application(begun)
    house.inside.applications.save(held, replace(held.thing, status=Status.SENT))
    house.session.tell_changed()
    house.settle()
    model = page.places.front().table.model()
    assert [model.index(0, each).data() for each in (0, 1)] == [WARM.funder, "1"]


def test_before_anything_is_sent_the_results_say_what_will_stand_there(house, show_page, begun):
    page = show_page(ApplicationsPage(house, house.tasks, house.session))
    house.settle()
    page.results_button.click()
    house.settle()
    said = [each.text() for each in page.places.front().findChildren(QLabel)]
    assert any(each.startswith("Nothing is sent yet.") for each in said)
