"""A record's files stand beside it: opened here, saved, and what is missing says how it comes."""

import hashlib

import pytest
from PySide6.QtWidgets import QMessageBox

from tests.support import accessibility
from tests.support.fault_proxy import faulty_service
from tests.support.funding_window import words_in
from tests.support.library_examples import call
from tests.support.paper_files import a_pdf
from tests.support.signed_trees import DIGITS, Office
from tests.support.updates_window import Arriving, Network
from vcs_desktop.ui import files
from vcs_desktop.ui.along.along import Along
from vcs_desktop.ui.updates.updates import Updates

FORM, LETTER, PROGRAM = a_pdf("Fill this in", "And this"), b"Dear all", b"MZ a program"


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "tree")
    documents = [
        {"title": title, "url": f"attachments/{hashlib.sha256(each).hexdigest()}"}
        for title, each in (("Form", FORM), ("Letter.txt", LETTER), ("Tool", PROGRAM))
    ]
    grants = call("halls", documents=documents), call("no files")
    made.publish(*grants, attachments=(FORM, LETTER, PROGRAM))
    return made


@pytest.fixture
def house(tmp_path, tasks):
    made = Arriving(tmp_path / "data")
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def updates(house, tasks, settings):
    made = Updates(house, tasks, settings, house.clock)
    made.network = Network()
    return made


@pytest.fixture
def show_card(house, tasks, updates, show, qtbot):
    def put(record_id="call/halls"):
        card = Along(house, tasks, updates).card(record_id)
        with qtbot.waitSignal(card.told):
            show(card, 500, 500)
        return card

    return put


@pytest.fixture
def opened(monkeypatch):
    paths = []
    monkeypatch.setattr(files, "open_file", lambda path: paths.append(path) or True)
    return paths


def test_a_record_without_files_shows_nothing_of_them(house, office, tasks, updates, qtbot):
    house.arrivals.take_in(office.folder, trust=DIGITS)
    card = Along(house, tasks, updates).card("call/no files")
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.told):
        card.ask()
    assert card.isHidden()


def test_each_file_is_there_with_its_size_and_what_can_be_done(house, office, show_card):
    house.arrivals.take_in(office.folder, trust=DIGITS)
    card = show_card()
    assert accessibility.every_complaint(card) == []
    said = words_in(card)
    assert {"Form", "PDF, 2 KB", "Letter.txt", "Text, 1 KB", "Tool", "1 KB"} <= set(said)
    assert list(card.buttons) == ["0/open", "0/save", "1/open", "1/save", "2/save"]
    assert card.buttons["0/open"].accessibleName() == "Open: Form"
    assert not card.why.isVisible()
    assert not card.get_button.isVisible()


def test_a_pdf_is_opened_here_and_its_pages_are_turned(house, office, show_card, qtbot):
    house.arrivals.take_in(office.folder, trust=DIGITS)
    card = show_card()
    card.buttons["0/open"].click()
    look = card.look
    qtbot.waitUntil(lambda: look.pages.shown_page is not None)
    assert look.pages.place_line.text() == "Page 1 of 2"
    assert look.pages.pane.page.accessibleDescription() == "Fill this in"
    look.pages.later_button.click()
    qtbot.waitUntil(lambda: look.pages.place_line.text() == "Page 2 of 2")
    assert not look.pages.later_button.isEnabled()
    look.close()
    assert card.look is None


def test_another_document_is_opened_only_after_a_question_and_as_a_copy(
    house, office, show_card, opened, tmp_path, qtbot
):
    house.arrivals.take_in(office.folder, trust=DIGITS)
    card = show_card()
    card.buttons["1/open"].click()
    box = card.findChild(QMessageBox)
    assert "Letter.txt" in box.informativeText()
    next(each for each in box.buttons() if "copy" in each.text()).click()
    out = tmp_path / "Letter.txt"
    card.dialog.fileSelected.emit(str(out))
    qtbot.waitUntil(lambda: opened == [out])
    assert out.read_bytes() == LETTER


def test_a_copy_is_saved_where_it_was_chosen(house, office, show_card, opened, tmp_path, qtbot):
    house.arrivals.take_in(office.folder, trust=DIGITS)
    card = show_card()
    card.buttons["2/save"].click()
    with qtbot.waitSignal(card.message.told):
        card.dialog.fileSelected.emit(str(tmp_path / "Tool"))
    assert card.message.words.text() == "Saved: Tool"
    assert (tmp_path / "Tool").read_bytes() == PROGRAM
    assert opened == []


def test_what_waits_because_it_costs_says_so_and_comes_when_it_is_asked_for(
    house, office, updates, settings, show_card, qtbot
):
    with faulty_service(office.folder) as service:
        settings.change(service=service.address, metered_care=True)
        updates.network = Network(is_metered=True)
        house.arrivals.sync(service.address, trust=DIGITS, text_only=True)
        card = show_card()
        assert "PDF, 2 KB" not in words_in(card)
        assert "2 KB. Not here yet." in words_in(card)
        assert "you pay for this connection" in card.why.text()
        assert card.get_button.text() == "Get the missing files (2 KB)"
        card.get_button.click()
        assert card.get_button.text() == "Getting updates"
        qtbot.waitUntil(lambda: "0/open" in card.buttons)
    assert not card.why.isVisible()
    assert not card.get_button.isVisible()
    assert "PDF, 2 KB" in words_in(card)


def test_files_asked_for_while_a_look_is_under_way_are_fetched_after_it(
    house, office, updates, settings, show_card, qtbot
):
    with faulty_service(office.folder) as service:
        settings.change(service=service.address, metered_care=True)
        updates.network = Network(is_metered=True)
        house.arrivals.sync(service.address, trust=DIGITS, text_only=True)
        card = show_card()
        updates.get()
        updates.get_files()
        qtbot.waitUntil(lambda: "0/open" in card.buttons)


def test_without_an_address_they_come_from_a_stick(house, office, show_card):
    house.arrivals.take_in(office.folder, trust=DIGITS, text_only=True)
    card = show_card()
    assert "from a stick" in card.why.text()
    assert not card.get_button.isVisible()


def test_one_that_the_disk_hurt_is_told_and_is_missing_then(house, office, show_card, qtbot):
    house.arrivals.take_in(office.folder, trust=DIGITS)
    kept = house.laptop.folder / "attachments" / hashlib.sha256(FORM).hexdigest()
    card = show_card()
    kept.write_bytes(b"x" * len(FORM))
    card.buttons["0/open"].click()
    look = card.look
    qtbot.waitUntil(look.message.isVisible)
    assert "not on this computer yet" in look.message.words.text()
    look.close()
    qtbot.waitUntil(lambda: "0/open" not in card.buttons)
