"""The pages of a paper's file are looked at, turned, printed, and read aloud."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from tests.support import accessibility
from tests.support.documents_window import add, kept, looked_at, titles, wait_for_page
from tests.support.group_house import GroupHouse
from tests.support.paper_files import a_pdf, a_picture, put
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.kinds import DOCUMENT
from vcs_desktop.domain.papers import Paper, newest
from vcs_desktop.ui.pages.documents.page import DocumentsPage
from vcs_desktop.ui.reading_order import put_tab_in_reading_order
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets import two_line_rows
from vcs_desktop.ui.widgets.two_line_rows import TwoLineDelegate


@pytest.fixture
def house(tmp_path, tasks, qtbot):
    made = GroupHouse(tmp_path, tasks, qtbot).begin()
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def page(house, show_page):
    return show_page(DocumentsPage(house, house.tasks, house.session))


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "theirs"
    folder.mkdir()
    return folder


def test_the_pages_of_a_pdf_are_turned_by_key_and_read_aloud(page, house, files, qtbot):
    preview = looked_at(page, house, put(files, "Policy.pdf", a_pdf("First words", "Second")))
    assert preview.isVisible()
    assert preview.pages.place_line.text() == "Page 1 of 2"
    assert QApplication.focusWidget() is preview.pages.pane.page
    assert preview.pages.pane.page.accessibleName() == "Page 1 of 2, Policy.pdf"
    assert preview.pages.pane.page.accessibleDescription() == "First words"
    assert not preview.pages.earlier_button.isEnabled()
    qtbot.keyClick(preview.pages.pane.page, Qt.Key.Key_PageDown)
    house.settle()
    assert preview.pages.place_line.text() == "Page 2 of 2"
    assert preview.pages.pane.page.accessibleDescription() == "Second"
    qtbot.keyClick(preview.pages.pane.page, Qt.Key.Key_PageDown)
    house.settle()
    assert preview.pages.place_line.text() == "Page 2 of 2"
    qtbot.keyClick(preview.pages.pane.page, Qt.Key.Key_PageUp)
    house.settle()
    assert preview.pages.place_line.text() == "Page 1 of 2"
    qtbot.keyClick(preview.pages.pane.page, Qt.Key.Key_Escape)
    assert page.view.isVisible()
    assert not preview.isVisible()


def test_a_page_is_shown_larger_and_as_sharp(page, house, files, qtbot):
    preview = looked_at(page, house, put(files, "Policy.pdf", a_pdf("One")))
    across = preview.pages.pane.page.width()
    qtbot.keyClick(preview.pages.pane.page, Qt.Key.Key_Plus)
    assert preview.pages.pane.page.width() == pytest.approx(across * 1.5, abs=2)
    wait_for_page(page, house)
    assert preview.pages.shown_page.width == pytest.approx(across * 1.5, abs=2)
    qtbot.keyClick(preview.pages.pane.page, Qt.Key.Key_Minus)
    assert preview.pages.pane.page.width() == across


def test_a_picture_is_drawn_in_its_colours(page, house, files):
    path = put(files, "Poster.jpg", a_picture("JPEG", (80, 40), "#c81e1e"))
    preview = looked_at(page, house, path)
    drawn = preview.pages.pane.page.grab().toImage()
    colour = drawn.pixelColor(drawn.width() // 2, drawn.height() // 2)
    assert abs(colour.red() - 0xC8) < 8
    assert max(colour.green(), colour.blue()) < 0x30


def test_a_file_that_cannot_be_shown_says_why_and_offers_a_copy(page, house, files):
    preview = looked_at(page, house, put(files, "Policy.pdf", b"%PDF-1.7 not at all"))
    assert preview.message.words.text() == (
        "This file cannot be shown here. It may be damaged. "
        "Save a copy and open it in another program, if you trust its sender."
    )
    assert preview.message.act_button.text() == "Save a copy"
    assert not preview.print_button.isEnabled()


def test_the_pages_are_printed_as_they_look(page, house, files, qtbot):
    preview = looked_at(page, house, put(files, "Policy.pdf", a_pdf("One", "Two")))
    assert page.print_act() is not None
    out = files / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    with qtbot.waitSignal(preview.printing.told, timeout=20_000) as told:
        preview.printing.print_on(printer, newest(kept(house)["Policy"]).file, 2)
    assert told.args == ["It is on its way to the printer.", "ok"]
    assert out.read_bytes().count(b"/Type /Page\n") == 2
    assert b"Policy" not in out.read_bytes()


def test_nothing_is_left_of_a_page_when_the_group_is_locked(page, house, files):
    preview = looked_at(page, house, put(files, "Policy.pdf", a_pdf("One")))
    page.put_away()
    assert preview.pages.pane.page.width() == 1


# For everybody


@pytest.mark.parametrize("where", ["list", "preview"])
@pytest.mark.parametrize(
    ("width", "height", "percent"), [(1150, 700, 100), (683, 700, 100), (1150, 700, 200)]
)
def test_everybody_can_use_it(page, house, files, where, width, height, percent):
    add(page, house, put(files, "Insurance.pdf", a_pdf("One", "Two")))
    held = house.inside.papers.paper(kept(house)["Insurance"].id)
    house.inside.papers.save(held, replace(held.thing, expires_on=date(2026, 1, 1)))
    page.view.shown()
    house.settle()
    if where == "preview":
        page.fronts.look_at(newest(held.thing))
        wait_for_page(page, house)
    look.set_text_size(percent)
    page.resize(width, height)
    house.settle()
    put_tab_in_reading_order(page)
    complaints = accessibility.every_complaint(page) + accessibility.words_without_room(page)
    assert complaints == []


def test_of_five_thousand_papers_only_those_in_sight_are_measured(house, show_page, monkeypatch):
    ids = [f"paper-{n:05}" for n in range(5_000)]
    with house.inside.records.acting(Verb.ADD) as act, act.many(ids):
        for each in ids:
            house.inside.records.new_in(act, DOCUMENT, Paper(name=f"Paper {each}"), each)
    measured = []

    class Counting(TwoLineDelegate):
        """Counts in a class of its own: Qt keeps hold of what a class did when it was made."""

        def sizeHint(self, option, index):  # noqa: N802  its name in Qt
            measured.append(index.row())
            return super().sizeHint(option, index)

    monkeypatch.setattr(two_line_rows, "TwoLineDelegate", Counting)
    page = show_page(DocumentsPage(house, house.tasks, house.session))
    house.settle()
    page.view.titles.list.grab()
    assert len(titles(page)) == 5_000
    assert 0 < len(measured) < 500
