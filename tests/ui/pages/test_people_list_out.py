"""The list of people goes out as it is shown: saved, printed, never over another file unasked."""

import csv

import openpyxl
import pypdfium2
import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from vcs_desktop.core.errors import FolderNotWritable
from vcs_desktop.domain.people import Tie
from vcs_desktop.ui import files


@pytest.fixture
def opened_paths(monkeypatch):
    paths = []
    monkeypatch.setattr(files, "open_file", lambda path: paths.append(path) or True)
    return paths


def choose(page, qtbot, ending, path):
    """Ask for a kind of file, and choose a place for it in the dialog."""
    page.list_out.dialog = None
    page.list_out.save_as(ending)
    qtbot.waitUntil(lambda: page.list_out.dialog is not None)
    dialog = page.list_out.dialog
    assert dialog.isVisible()
    proposed = dialog.selectedFiles()[0]
    dialog.fileSelected.emit(str(path))
    dialog.done(QFileDialog.DialogCode.Rejected)
    return proposed


def told(page, qtbot):
    qtbot.waitUntil(page.list_out.message.isVisible)
    return page.list_out.message.words.text()


def rows_of(path):
    return [*csv.reader(path.read_text("utf-8-sig").splitlines())]


def test_the_list_is_saved_as_it_is_filtered(open_people, qtbot, tmp_path):
    page = open_people()
    page.filter_bar.chips[Tie.VOLUNTEER].click()
    out = tmp_path / "helpers.csv"
    proposed = choose(page, qtbot, ".csv", out)
    assert proposed.endswith("people.csv")
    words = told(page, qtbot)
    assert "Saved as “helpers.csv”." in words
    assert "not locked" in words
    assert [row[0] for row in rows_of(out)] == ["Name", "Carol Ńguyen", "Élodie Marchand"]


def test_a_spreadsheet_says_how_it_was_filtered_and_holds_nothing_private(
    open_people, qtbot, tmp_path
):
    page = open_people()
    page.filter_bar.chips[Tie.COMMITTEE].click()
    choose(page, qtbot, ".xlsx", tmp_path / "people.xlsx")
    told(page, qtbot)
    book = openpyxl.load_workbook(tmp_path / "people.xlsx")
    about = [row[0].value for row in book["About this list"].iter_rows()]
    assert "Only the committee." in about
    assert any(line.startswith("As of Monday 23 November 2026") for line in about)
    words = str([[cell.value for cell in row] for row in book["People"].iter_rows()])
    assert "carol@example.org" in words
    assert "Likes mornings" not in words
    assert "Large print" not in words


def test_printing_opens_pages_that_are_not_kept(open_people, qtbot, opened_paths, group_house):
    page = open_people()
    page.print_act()()
    assert "Print it from there" in told(page, qtbot)
    (path,) = opened_paths
    words = pypdfium2.PdfDocument(path.read_bytes())[0].get_textpage().get_text_range()
    assert "Zed" in words
    groups = group_house.inside.group.files().folder.path.parent
    assert path.parent == groups.parent / "pages"


def test_another_file_is_not_written_over_without_asking(open_people, qtbot, tmp_path):
    page = open_people()
    out = tmp_path / "people.csv"
    out.write_text("the list of last year")
    choose(page, qtbot, ".csv", tmp_path / "people")
    box = page.list_out.findChild(QMessageBox)
    assert "people.csv" in box.text()
    box.escapeButton().click()
    assert out.read_text() == "the list of last year"
    choose(page, qtbot, ".csv", out)
    box = next(each for each in page.list_out.findChildren(QMessageBox) if each.isVisible())
    next(each for each in box.buttons() if each.text() == "Save over the old file").click()
    told(page, qtbot)
    assert rows_of(out)[0][0] == "Name"


def test_a_file_that_came_meanwhile_is_left_alone(open_people, qtbot, tmp_path):
    page = open_people()
    out = tmp_path / "people.csv"
    out.write_text("new")
    table = page.list_out._what_is_shown()()
    page.list_out.save_at(table, str(out))
    assert "already a file with this name" in told(page, qtbot)
    assert out.read_text() == "new"


def test_a_place_that_cannot_be_written_is_said(open_people, qtbot, tmp_path):
    page = open_people()
    (tmp_path / "file").touch()
    choose(page, qtbot, ".pdf", tmp_path / "file" / "people.pdf")
    assert FolderNotWritable.__name__
    assert "cannot save it there" in told(page, qtbot)


def test_a_closed_message_takes_no_room(open_people, qtbot, opened_paths):
    page = open_people()
    assert not page.list_out.isVisible()
    page.print_act()()
    told(page, qtbot)
    page.list_out.message.close_button.click()
    assert not page.list_out.isVisible()
    assert page.view.titles.list.hasFocus()


def test_there_is_nothing_to_save_or_print_where_nobody_is(open_people):
    page = open_people(people=())
    assert not page.list_out.button.isVisible()
    assert page.print_act() is None
