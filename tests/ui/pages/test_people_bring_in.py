"""People come in from a spreadsheet: dropped, chosen or pasted, looked at, added, and undone."""

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from tests.support.every_size import usable_at_every_size
from tests.support.hostile_texts import hostile_texts
from tests.support.people_window import DEV, names, people_of, person_named, said_in
from tests.support.titles_window import rows
from vcs_desktop.domain.people import Person, Tie
from vcs_desktop.services.people_import import PersonField
from vcs_desktop.ui.pages.people.bring_in.row_card import RowCard

FIVE = """Full name,Mobile,Email,Role
Asha Patel,07700 900111,asha@example.org,Treasurer
Ben Okafor,07700 900112,ben@example.org,Volunteer
Carol Nguyen,07700 900113,,Chair
Hana Sato,07700 900114,,
Elodie Marchand,07700 900115,elodie@example.org,Volunteer
"""
TROUBLE = """Full name,Mobile,Email,Joined,DBS number,T-shirt
Asha Patel,07700 900111,asha@example,1/2/2024,001234567890,M
,07700 900115,,,,
dev Singh,07700 900001,,,,
"""


@pytest.fixture
def sheet(tmp_path):
    """Write a CSV file, and return where it is."""

    def write(text, name="our people.csv"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write


@pytest.fixture
def look_at(open_people, qtbot):
    """Open the page, give it a file, and wait until its rows are seen."""

    def look(path, people=()):
        page = open_people(people=people)
        drop(page, path)
        view = page.places.front()
        qtbot.waitUntil(view.look.isVisible)
        qtbot.waitUntil(lambda: not view.progress.isVisible())
        return page, view

    return look


def drop(page, *paths):
    """Drop files on a page."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left = Qt.MouseButton.LeftButton
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(5, 5), copy, mime, left, none))
    QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), copy, mime, left, none))


def test_five_people_come_in_by_a_drop_and_one_key(look_at, sheet, group_house, qtbot):
    page, view = look_at(sheet(FIVE))
    assert view.look.summary.text() == "5 people will be added."
    assert view.look.add_button.text() == "Add 5 people"
    assert view.look.add_button.hasFocus()
    with qtbot.waitSignal(group_house.session.acted):
        qtbot.keyClick(view.look.add_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(names(page)) == 5)
    assert page.places.is_back()
    assert person_named(group_house, "Carol Nguyen").roles[0].tie == Tie.COMMITTEE
    assert person_named(group_house, "Asha Patel").email == "asha@example.org"
    assert page.undo_bar.words.text() == "Added 5 people."
    page.undo_bar.undo_button.click()
    qtbot.waitUntil(lambda: names(page) == [])
    assert people_of(group_house) == []


def test_the_button_of_an_empty_page_leads_to_where_files_are_chosen(open_people, qtbot):
    page = open_people(people=())
    page.view.empty.bring_in_button.click()
    view = page.places.front()
    assert view.source.isVisible()
    assert view.source.zone.button.hasFocus()
    view.back_button.click()
    assert page.places.is_back()
    qtbot.waitUntil(page.view.empty.button.hasFocus)


def test_rows_that_are_pasted_come_in_as_well(open_people, group_house, qtbot):
    page = open_people(people=())
    page.bring_in_button.click()
    view = page.places.front()
    assert not view.source.paste_button.isEnabled()
    QGuiApplication.clipboard().setText("Name\tPhone\nAsha\t123456\nBen\t\n")
    view.source.paste.box.paste()
    view.source.paste_button.click()
    qtbot.waitUntil(view.look.isVisible)
    assert view.look.title.text() == "What you pasted"
    view.look.add_button.click()
    qtbot.waitUntil(lambda: people_of(group_house) == ["Asha", "Ben"])


def test_an_excel_file_offers_its_sheets(look_at, tmp_path, group_house, qtbot):
    book = Workbook()
    book.active.title = "Members"
    for row in (("Name", "Phone"), ("Asha", "07700 900111")):
        book.active.append(row)
    other = book.create_sheet("Helpers")
    for row in (("Name", "Phone"), ("Ben", "07700 900112"), ("Dev", "07700 900113")):
        other.append(row)
    book.save(tmp_path / "people.xlsx")
    _, view = look_at(tmp_path / "people.xlsx")
    assert view.look.sheet.isVisible()
    first = view.look.sheet.chosen_id()
    wanted = {"Members": ("Helpers", 2), "Helpers": ("Members", 1)}[first]
    view.look.sheet.choose(wanted[0])
    view.look.sheet.box.activated.emit(view.look.sheet.box.currentIndex())
    qtbot.waitUntil(lambda: view.look.summary.text().startswith(str(wanted[1])))
    assert view.look.sheet.chosen_id() == wanted[0]


def test_each_column_shows_three_values_and_can_be_said_to_be_another(
    look_at, sheet, group_house, qtbot
):
    _, view = look_at(sheet(FIVE))
    cards = view.look.columns.cards
    assert cards[0].samples.text() == "Asha Patel\nBen Okafor\nCarol Nguyen"
    assert [card.field() for card in cards.values()] == [
        PersonField.NAME, PersonField.PHONE, PersonField.EMAIL, PersonField.ROLE,
    ]  # fmt: skip
    box = cards[1].choice.box
    box.setCurrentIndex(box.findData(PersonField.NOTES.value))
    assert not view.look.add_button.isEnabled()
    qtbot.waitUntil(view.look.add_button.isEnabled)
    view.look.add_button.click()
    qtbot.waitUntil(lambda: len(people_of(group_house)) == 5)
    kept = person_named(group_house, "Asha Patel")
    assert (kept.phone, kept.notes) == ("", "07700 900111")


def test_without_a_column_of_names_it_asks_for_one(look_at, sheet, qtbot):
    _, view = look_at(sheet(FIVE))
    box = view.look.columns.cards[0].choice.box
    box.setCurrentIndex(box.findData(PersonField.LEFT_OUT.value))
    qtbot.waitUntil(lambda: "which column has the names" in view.look.summary.text())
    assert view.look.columns.fold.is_open()
    assert not view.look.add_button.isVisible()
    box.setCurrentIndex(box.findData(PersonField.NAME.value))
    qtbot.waitUntil(view.look.add_button.isVisible)


def test_a_file_without_headings_can_be_told_so(look_at, sheet, qtbot):
    _, view = look_at(sheet("Name,Phone\nAsha,07700 900111\n"))
    assert view.look.summary.text() == "1 person will be added."
    view.look.headings.click()
    qtbot.waitUntil(lambda: view.look.summary.text() == "2 people will be added.")
    assert not view.look.headings.isChecked()


def test_every_row_says_what_stays_out_and_whom_it_looks_like(look_at, sheet, qtbot):
    _, view = look_at(sheet(TROUBLE), people=(DEV,))
    assert "Never keep the number of a DBS certificate" in view.look.remarks.text()
    assert 4 not in view.look.columns.cards
    marks = {row.title: row.mark for row in rows(view.look.titles) if row.id}
    assert marks["Row 3"] == "Stays out"
    assert marks["Asha Patel"] == "Something stays out"
    view.look.titles.open("2")
    qtbot.waitUntil(lambda: "Asha Patel" in said_in(view.look.titles.area))
    assert any("is not an email address" in each for each in said_in(view.look.titles.area))
    view.look.titles.open("4")
    qtbot.waitUntil(lambda: "dev Singh" in said_in(view.look.titles.area))
    assert any("who is here already" in each for each in said_in(view.look.titles.area))


def test_a_person_decides_what_is_done_with_a_row(look_at, sheet, group_house, qtbot):
    page, view = look_at(
        sheet("Name,Phone,Email\ndev Singh,07700 900001,dev@example.org\n"), people=(DEV,)
    )
    assert view.look.add_button.text() == "Bring in 1 row"
    box = view.look.titles.area.findChild(RowCard).choice.box
    box.setCurrentIndex(box.findData("add"))
    assert view.look.summary.text() == "1 person will be added."
    box.setCurrentIndex(box.findData("leave_out"))
    assert view.look.summary.text() == "0 people will be added. 1 row stays out."
    assert not view.look.add_button.isVisible()
    box.setCurrentIndex(box.findData("merge"))
    view.look.add_button.click()
    qtbot.waitUntil(lambda: person_named(group_house, "dev Singh").email == "dev@example.org")
    qtbot.waitUntil(page.undo_bar.isVisible)
    assert people_of(group_house) == ["dev Singh"]


def test_what_stayed_out_is_told_at_the_end_and_can_be_copied(look_at, sheet, qtbot):
    page, view = look_at(sheet(TROUBLE))
    view.look.add_button.click()
    qtbot.waitUntil(view.report.isVisible)
    qtbot.waitUntil(lambda: len(names(page)) == 2)
    assert view.report.close_button.hasFocus()
    assert view.report.headline.text() == "Added 2 people."
    assert "Row 3 has no name, so it stays out." in view.report.lines.text()
    view.report.copy_button.click()
    assert "Row 3 has no name" in QGuiApplication.clipboard().text()
    view.report.close_button.click()
    qtbot.waitUntil(lambda: names(page) == ["Asha Patel", "dev Singh"])


def test_what_a_row_would_leave_out_is_said_of_the_one_it_would_go_to(look_at, sheet, qtbot):
    _, view = look_at(sheet("Name,Phone\ndev Singh,01865 123456\n"), people=(DEV,))
    said = said_in(view.look.titles.area)
    lead = said.index("If you add it to dev Singh:")
    assert "has another phone already" in said[lead + 1]


def test_a_file_that_is_no_table_says_so_and_changes_nothing(
    open_people, sheet, group_house, qtbot
):
    page = open_people(people=())
    drop(page, sheet("PK\x03\x04 no spreadsheet", "people.xlsx"))
    view = page.places.front()
    qtbot.waitUntil(view.message.isVisible)
    assert view.source.isVisible()
    assert people_of(group_house) == []


def test_a_long_import_can_be_stopped_and_leaves_nothing(look_at, sheet, group_house, qtbot):
    many = "Name,Phone\n" + "".join(f"Person {n},07700 9{n:05}\n" for n in range(3_000))
    _, view = look_at(sheet(many))
    view.look.add_button.click()
    view.view_model.stop()
    qtbot.waitUntil(view.message.isVisible, timeout=20_000)
    assert view.message.words.text() == "Stopped. Nothing was changed."
    assert people_of(group_house) == []
    assert view.look.isEnabled()


def test_what_was_pasted_is_there_again_after_a_lock(open_people, group_house, qtbot):
    page = open_people(people=())
    page.bring_in_button.click()
    view = page.places.front()
    qtbot.keyClicks(view.source.paste.box, "Asha, 123")
    page.put_away()
    group_house.settle()
    view.source.set_text("")
    view.begin()
    qtbot.waitUntil(lambda: view.source.paste.words() == "Asha, 123")


def test_the_rows_keep_qts_rules(look_at, sheet):
    _, view = look_at(sheet(FIVE))
    model = view.look.titles.list.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.look.show_preview(view.look.preview)
    view.look.columns.changed.emit()
    assert model.rowCount() == 5


def test_cells_that_want_to_do_harm_are_shown_as_words(look_at, sheet, tmp_path, qtbot):
    canary = tmp_path / "canary.png"
    canary.write_bytes(b"")
    texts = [text.replace('"', "'").replace("\x00", "") for _, text in hostile_texts(canary)][::50]
    body = "".join(f'"x {text[:1000]}","{text[:1000]}","{text[:1000]}"\n' for text in texts)
    path = tmp_path / "hostile.csv"
    path.write_bytes(("Name,Notes,Skills\n" + body).encode("utf-8", "ignore"))
    _, view = look_at(path)
    view.look.columns.fold.set_open(True)
    view.grab()
    for row in rows(view.look.titles):
        if row.id:
            view.look.titles.open(row.id)
            view.look.titles.grab()


def test_it_can_be_used_by_everybody(look_at, sheet, qtbot):
    page, view = look_at(sheet(TROUBLE), people=(DEV, Person(name="Asha Patel")))
    usable_at_every_size(qtbot, page)
    view.look.columns.fold.set_open(True)
    view.look.titles.open("4")
    usable_at_every_size(qtbot, page)
    view.look.add_button.click()
    qtbot.waitUntil(view.report.isVisible)
    usable_at_every_size(qtbot, page)
    page.asides.bring_in()
    usable_at_every_size(qtbot, page)
