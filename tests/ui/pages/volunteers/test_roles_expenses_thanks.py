"""Roles, expenses and thanks in the window."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.support.every_size import usable_at_every_size
from tests.support.people_window import said_in, type_in
from tests.support.volunteers_window import pages_of, pressed, rows_of, titles_of
from vcs_desktop.domain.kinds import EXPENSES, SHIFT, VOLUNTEER_ROLE
from vcs_desktop.domain.volunteering import Barrier, WorksWith
from vcs_desktop.ui.pages.volunteers.list_part import ListPart
from vcs_desktop.ui.pages.volunteers.page import CLAIMS, ROLES, ROTA, THANKS, VolunteersPage
from vcs_desktop.ui.paper_out import PaperOut


def test_a_role_says_what_can_be_said_of_checks_and_again_when_answers_change(
    open_part, house, qtbot
):
    part = open_part(ROLES)
    assert rows_of(part)[0].mark == "Looking for people"
    assert "By these answers, this is not regulated activity." in said_in(part.card)
    works_with = part.form.bound["works_with"].field
    works_with.box.setCurrentIndex(works_with.box.findData(WorksWith.CHILDREN.value))
    for name in ("is_close_work", "is_often"):
        box = part.form.bound[name].field.box
        box.setCurrentIndex(box.findData("yes"))
    part.form.autosave.now()
    house.settle()
    said = said_in(part.card)
    assert "By these answers, this is regulated activity." in said
    assert any("against the law" in each for each in said)
    assert any("Checked on" in each for each in said)
    assert house.inside.volunteering.role(house.cook).thing.works_with is WorksWith.CHILDREN


def test_a_role_is_printed_as_a_notice(open_part, house, tmp_path, opened):
    part = open_part(ROLES)
    path = tmp_path / "notice.pdf"
    paper = part.card.findChild(PaperOut)
    paper.make_at(str(path))
    house.settle()
    assert "Can you help?" in pages_of(path)[0]
    assert "notice.pdf" in part.message.words.text()
    paper.print_it()
    house.settle()
    assert [each.name for each in opened] == ["volunteer-role.pdf"]


def test_a_role_without_a_name_is_not_kept(open_part, house, qtbot):
    part = open_part(ROLES)
    field = part.form.bound["name"].field
    type_in(qtbot, field, " ")
    assert field.error == "Type a name."
    part.form.autosave.now()
    house.settle()
    assert house.inside.volunteering.role(house.cook).thing.name == "Kitchen"


def test_a_claim_is_begun_filled_in_and_worked_out(open_part, house, qtbot, tmp_path):
    part = open_part(CLAIMS)
    part.titles.empty.button.click()
    qtbot.keyClicks(part.person_field.box, "ben")
    qtbot.keyClick(part.person_field.box, Qt.Key.Key_Return)
    house.settle()
    assert rows_of(part)[0].title == "Ben Li"
    qtbot.waitUntil(lambda: part.card is not None)
    part.card.add_button.click()
    form = part.line_form
    for name, words in (("on", "19/11/2026"), ("what", "Food bank"), ("miles", "12.5")):
        type_in(qtbot, form.bound[name].field, words)
    form.autosave.now()
    house.settle()
    said = said_in(part.card)
    assert "In all: £6.88" in said
    assert "19 November 2026: Food bank. £6.88" in said
    assert any("up to 55p" in each for each in said)
    assert rows_of(part)[0].mark == "To be agreed"
    type_in(qtbot, part.form.bound["most"].field, "0.40")
    house.settle()
    assert "In all: £5" in said_in(part.card)
    most = part.form.bound["most"].field
    most.take_focus()
    most.box.selectAll()
    qtbot.keyClick(most.box, Qt.Key.Key_Delete)
    most.on_left()
    house.settle()
    paper = part.card.findChild(PaperOut)
    path = tmp_path / "claim.pdf"
    paper.make_at(str(path))
    house.settle()
    assert "In all: £6.88" in pages_of(path)[0]
    pressed(part.card, "Take Food bank out")
    house.settle()
    assert "No lines yet." in said_in(part.card)
    part.undo_bar.undo_button.click()
    house.settle()
    assert "In all: £6.88" in said_in(part.card)


def test_who_agreed_and_when_it_was_paid_is_kept(open_part, house, qtbot):
    house.fill()
    claim = house.inside.expenses.add(house.ben)
    part = open_part(CLAIMS, filled=False)
    agreed = part.form.bound["agreed_by"].field
    agreed.take_focus()
    qtbot.keyClicks(agreed.box, "asha")
    qtbot.keyClick(agreed.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: agreed.person_id() == house.asha)
    part.form.autosave.now()
    house.settle()
    assert rows_of(part)[0].mark == "Agreed, to be paid"
    advice = next(
        each for each in part.form.findChildren(QLabel) if each.text().startswith("Who agrees")
    )
    assert advice.property("kind") == "muted"
    agreed.box.selectAll()
    qtbot.keyClicks(agreed.box, "ben")
    qtbot.keyClick(agreed.box, Qt.Key.Key_Return)
    assert advice.property("kind") == "warn"
    agreed.box.selectAll()
    qtbot.keyClicks(agreed.box, "asha")
    qtbot.keyClick(agreed.box, Qt.Key.Key_Return)
    part.form.autosave.now()
    house.settle()
    type_in(qtbot, part.form.bound["paid_on"].field, "20/11/2026")
    house.settle()
    assert rows_of(part)[0].mark == "Paid"
    kept = house.inside.expenses.held(claim).thing
    assert (kept.agreed_by, kept.paid_on) == (house.asha, date(2026, 11, 20))


def test_whom_to_thank_stands_first_and_is_offered_once(open_part, house, tmp_path):
    part = open_part(THANKS)
    rows = rows_of(part)
    assert [(row.title, row.line) for row in rows if row.id][1:4] == [
        ("Asha Patel", "10 hours of help"),
        ("Asha Patel", "5 years with us"),
        ("Asha Patel", "10 hours 40 minutes · since 1 November 2021"),
    ]
    part.open(rows[2].id)
    house.settle()
    part.card.wording.box.setPlainText("for ten hours of soup")
    path = tmp_path / "thanks.pdf"
    part.card.findChild(PaperOut).make_at(str(path))
    house.settle()
    (page,) = pages_of(path)
    assert "for ten hours of soup" in page
    assert "Asha Patel" in page
    part.card.thank_button.click()
    house.settle()
    assert house.inside.records.offers().undo.startswith("Undo: thank")
    assert "10 hours of help" not in [row.line for row in rows_of(part)]
    part.undo_bar.undo_button.click()
    house.settle()
    assert "10 hours of help" in [row.line for row in rows_of(part)]


def test_all_certificates_come_in_one_file(open_part, house, tmp_path):
    part = open_part(THANKS)
    part.open("all")
    house.settle()
    path = tmp_path / "thanks.pdf"
    part.card.findChild(PaperOut).make_at(str(path))
    house.settle()
    assert len(pages_of(path)) == 2
    part.card.thank_button.click()
    house.settle()
    assert part.undo_bar.words.text() == "2 people were thanked."


def test_what_stood_in_the_way_is_counted_without_a_name(open_part, house):
    part = open_part(THANKS)
    part.stopped_button.click()
    house.settle()
    part.aside.note_button.click()
    house.settle()
    assert "Nothing is ticked yet." in part.message.words.text()
    part.aside.ticks.ticks[Barrier.COST.value].box.click()
    part.aside.note_button.click()
    house.settle()
    assert house.inside.volunteering.stopped().barriers[Barrier.COST] == 1
    part.stopped_button.click()
    house.settle()
    said = said_in(part.aside)
    assert "Cost: 1" in said
    assert any("fewer than 5" in each for each in said)


def test_a_claim_without_lines_names_no_day(open_part, house):
    part = open_part(CLAIMS)
    claim = house.inside.expenses.add(house.ben)
    part.shown()
    house.settle()
    assert [row.line for row in rows_of(part) if row.id == claim] == ["£0"]


@pytest.mark.parametrize("kind", [SHIFT, VOLUNTEER_ROLE, EXPENSES])
def test_what_the_search_finds_is_opened_in_its_part(open_part, house, tasks, show_page, kind):
    house.fill()
    claim = house.inside.expenses.add(house.ben)
    wanted = {SHIFT: house.over, VOLUNTEER_ROLE: house.cook, EXPENSES: claim}[kind]
    page = show_page(VolunteersPage(house, tasks, house.session), 1150, 700)
    page.show_record(kind, wanted)
    house.settle()
    house.settle()
    assert page.front().titles.shown_id == wanted


def test_a_part_that_is_asked_for_at_once_is_the_only_one_that_is_made(house, tasks, show_page):
    page = VolunteersPage(house, tasks, house.session)
    page.shown()
    page.show_thing(ROLES)
    show_page(page, 1150, 700)
    house.settle()
    assert [each.isVisible() for each in page.findChildren(ListPart)] == [True]


def test_a_part_that_went_behind_opens_no_card_and_asks_again_when_it_comes_back(
    house, tasks, show_page, qtbot
):
    house.fill()
    page = show_page(VolunteersPage(house, tasks, house.session), 1150, 700)
    page.show_thing(ROTA)
    rota = page.front()
    page.show_thing(ROLES)
    house.settle()
    house.settle()
    assert (rows_of(rota), rota.card) == ([], None)
    page.show_thing(ROTA)
    qtbot.waitUntil(lambda: rota.card is not None)
    assert rows_of(rota) != []


def test_who_agreed_is_named_though_nobody_was_asked_for_yet(open_part, house):
    house.fill()
    claim = house.inside.expenses.add(house.ben)
    held = house.inside.expenses.held(claim)
    house.inside.expenses.save(held, replace(held.thing, agreed_by=house.asha))
    part = open_part(CLAIMS, filled=False)
    field = part.form.bound["agreed_by"].field
    assert (field.box.text(), field.problem()) == ("Asha Patel", "")
    field.take_focus()
    house.settle()
    assert (field.box.text(), field.person_id(), field.problem()) == ("Asha Patel", house.asha, "")


def test_what_is_half_typed_is_kept_when_the_group_is_locked(house, tasks, show_page, qtbot):
    house.fill()
    page = show_page(VolunteersPage(house, tasks, house.session), 1150, 700)
    page.show_thing(ROLES)
    house.settle()
    house.settle()
    field = page.front().form.bound["where"].field
    field.box.selectAll()
    qtbot.keyClicks(field.box, "Scout hut")
    house.session.locking.connect(page.put_away)
    house.lock()
    house.open_again()
    assert house.inside.volunteering.role(house.cook).thing.where == "Scout hut"


@pytest.mark.parametrize("part_id", [ROTA, ROLES, CLAIMS, THANKS])
def test_everybody_can_use_each_part_at_every_size(open_part, house, qtbot, part_id):
    house.fill()
    house.inside.expenses.add(house.ben)
    part = open_part(part_id, filled=False)
    usable_at_every_size(qtbot, part.window())


def test_lists_go_out_as_they_are_shown(open_part, house):
    house.fill()
    house.inside.expenses.add(house.ben)
    for part_id, row in (
        (ROLES, ("Kitchen", "Cook a simple lunch.", "Thursdays, 10 to 1", "Church hall", "Asha")),
        (CLAIMS, ("Ben Li", "Expenses, November 2026", None, 0, "To be agreed")),
        (THANKS, ("Asha Patel", 640, date(2021, 11, 1))),
    ):
        part = open_part(part_id, filled=False)
        assert part._table().rows == (row,)
        assert part.list_out.button.isVisible()


def test_roles_come_in_from_a_spreadsheet_and_undo_takes_them_back(open_part, house, qtbot):
    part = open_part(ROLES, filled=False)
    part.bringing_in.button.click()
    house.settle()
    view = part.bringing_in.view
    view.source.set_text("Role,What they do\nDriver,Fetches people\n")
    view.source.paste_button.click()
    qtbot.waitUntil(view.look.isVisible)
    qtbot.waitUntil(view.look.add_button.isVisible)
    with qtbot.waitSignal(view.back_asked):
        view.look.add_button.click()
    house.settle()
    assert titles_of(part) == ["Driver"]
    part.undo_bar.undo_button.click()
    house.settle()
    assert titles_of(part) == []


def test_volunteers_come_in_from_a_spreadsheet_and_undo_takes_them_back(open_part, house, qtbot):
    part = open_part(THANKS, filled=False)
    part.bringing_in.button.click()
    house.settle()
    view = part.bringing_in.view
    view.source.set_text("Name,Role,Since\nDina Costa,Driver,1/9/2024\n")
    view.source.pasted.emit("Name,Role,Since\nDina Costa,Driver,1/9/2024\n")
    qtbot.waitUntil(view.look.isVisible)
    qtbot.waitUntil(view.look.add_button.isVisible)
    with qtbot.waitSignal(view.back_asked):
        view.look.add_button.click()
    house.settle()
    assert part.main.isVisible()
    assert "Dina Costa" in titles_of(part)
    part.undo_bar.undo_button.click()
    house.settle()
    assert "Dina Costa" not in titles_of(part)
