"""Adding from files, and who has been funded near us."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.support.funding_library import MEALS, award
from tests.support.funding_window import words_in
from vcs_desktop.core.errors import FolderNotWritable


@pytest.fixture
def page(funding_page):
    return funding_page


CALL = """
- id: call/new
  grantName: New money
  fundingOrganization: {name: A fund}
  rolling: true
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "new.yaml"
    path.write_text(CALL)
    return path


def test_a_file_is_added_and_what_came_of_it_is_told(page, qtbot, file):
    page.load_panel.load([file])
    qtbot.waitUntil(page.load_panel.report.isVisible, timeout=15_000)
    assert page.load_panel.headline.text().startswith("1 added.")
    qtbot.waitUntil(lambda: page.subtitle.startswith("7 open"))
    page.load_panel.close_button.click()
    assert not page.load_panel.report.isVisible()
    page.load_panel.load([file])
    qtbot.waitUntil(page.load_panel.report.isVisible, timeout=15_000)
    assert page.load_panel.headline.text().startswith("Nothing new: you had all of this already.")


def test_what_could_not_be_used_is_told_and_can_be_copied(page, qtbot, tmp_path, file):
    bad = tmp_path / "bad.yaml"
    bad.write_text(f"{CALL}- id: call/odd\n  grantMaximumAward: lots\n")
    page.load_panel.load([file, bad])
    qtbot.waitUntil(page.load_panel.report.isVisible, timeout=15_000)
    assert page.load_panel.refused.isVisible()
    page.load_panel.refused.set_open(True)
    page.load_panel.copy_button.click()
    assert "bad.yaml" in QApplication.clipboard().text()


def test_a_file_that_cannot_be_used_at_all_is_told(page, qtbot, tmp_path):
    nonsense = tmp_path / "nonsense.bin"
    nonsense.write_bytes(bytes(range(256)))
    page.load_panel.load([nonsense])
    qtbot.waitUntil(page.load_panel.report.isVisible, timeout=15_000)
    assert page.load_panel.headline.text().startswith("Nothing was added.")


def test_a_load_can_be_cancelled_and_a_second_one_waits_for_its_turn(page, qtbot, house, file):
    house.library.hold("load")
    page.load_panel.load([file])
    page.load_panel.load([file])
    qtbot.waitUntil(page.load_panel.progress.isVisible)
    qtbot.waitUntil(page.load_panel.progress.cancel_button.isVisible)
    page.load_panel.progress.cancel_button.click()
    house.library.let_go("load")
    qtbot.waitUntil(page.load_panel.report.isVisible, timeout=15_000)
    assert page.load_panel.headline.text().startswith("You stopped this.")
    assert house.library.asked.count("load") == 1


def test_a_load_that_breaks_is_told(page, qtbot, house, file):
    house.library.fail("load", FolderNotWritable())
    page.load_panel.load([file])
    qtbot.waitUntil(page.load_panel.report.isVisible)
    assert "cannot save" in page.load_panel.lines.text() + page.load_panel.headline.text()


def test_files_can_be_dropped_anywhere_on_the_page(page, qtbot, file):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    assert page.load_panel.zone.isVisible()
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert not page.load_panel.zone.isVisible()
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), copy, data, left, none))
    qtbot.waitUntil(page.load_panel.report.isVisible, timeout=15_000)


def test_a_button_asks_for_files_too(page, qtbot, file):
    page.load_button.click()
    dialog = page.findChild(QFileDialog)
    dialog.filesSelected.emit([str(file)])
    dialog.close()
    qtbot.waitUntil(page.load_panel.report.isVisible, timeout=15_000)


def test_nobody_funded_near_us_says_what_to_do(page, qtbot):
    page.near_us_button.click()
    title = page.near_us.empty.title
    qtbot.waitUntil(lambda: title.text() == "No awards found in or near Cherwell")
    qtbot.keyClick(page.near_us, Qt.Key.Key_Escape)
    assert page.results.list.isVisible()


def test_who_has_been_funded_near_us_is_summed_up_and_listed(page, qtbot, house):
    house.put(award("choir", 2_000, place="Cherwell 1"), award("hall", 800, place="Cherwell 2"))
    page.near_us_button.click()
    qtbot.waitUntil(page.near_us.awards.isVisible)
    assert page.near_us.where.text() == "2 awards in or near Cherwell."
    assert "£1,400" in words_in(page.near_us.facts)
    page.near_us.find_field.box.setFocus()
    qtbot.keyClicks(page.near_us.find_field.box, "nobody")
    qtbot.waitUntil(page.near_us.empty.isVisible)
    assert page.near_us.empty.title.text() == "No awards found for “nobody”"
    assert page.subtitle == ""  # what the list holds is told beside the list only
    page.near_us.back_button.click()
    assert not page.near_us.isVisible()
    assert page.subtitle.startswith("6 open")


def test_a_narrow_table_of_awards_keeps_what_says_most(page, qtbot, house):
    house.put(award("choir", 2_000, place="Cherwell 1"))
    page.near_us_button.click()
    qtbot.waitUntil(page.near_us.awards.isVisible)
    page.resize(500, 640)
    hidden = [page.near_us.awards.isColumnHidden(column) for column in range(6)]
    assert hidden == [False, False, True, False, True, True]


def test_awards_that_cannot_be_looked_up_are_told(page, qtbot, house):
    house.funding.fail("funded_near_us", FolderNotWritable())
    page.near_us_button.click()
    qtbot.waitUntil(lambda: "cannot save" in page.near_us.empty.text.text())


def test_one_award_is_opened_among_the_others_of_its_funder(page, qtbot, house):
    house.put(award("choir", 2_000, funder="Parish Trust"), award("hall", 800, on="2020-01-01"))
    page.show_record("award", "360G-choir")
    qtbot.waitUntil(page.near_us.awards.isVisible)
    assert page.near_us.find_field.box.text() == "Parish Trust"
    assert page.near_us.awards.currentIndex().row() == 0
    assert QApplication.focusWidget() is page.near_us.awards


def test_an_award_that_has_gone_says_so(page, qtbot):
    page.show_record("award", "360G-gone")
    qtbot.waitUntil(lambda: page.near_us.empty.title.text() == "We could not look")


def test_a_grant_is_opened_by_its_kind_too(page, qtbot):
    page.near_us_button.click()
    page.show_record("funding_call", MEALS.id)
    assert page.find_view.isVisible()


def test_opening_something_leaves_the_awards(page, qtbot):
    page.near_us_button.click()
    page.show_thing(MEALS.id)
    assert page.find_view.isVisible()
    assert not page.near_us.isVisible()


def test_the_focus_begins_in_the_list(page):
    assert page.first_focus() is page.results.list


def test_paths_are_handed_on_as_they_are(page, qtbot, house, tmp_path):
    odd = tmp_path / "Grants & “contracts” 2026.yaml"
    odd.write_text(CALL)
    page.load_panel.load([Path(odd)])
    qtbot.waitUntil(page.load_panel.report.isVisible, timeout=15_000)
    assert odd.name in page.load_panel.headline.text()
