"""A group's papers come in by the handful, are kept up to date, looked at, and found again."""

from datetime import date
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from tests.support.documents_window import add, kept, rows, titles, type_in
from tests.support.group_house import GroupHouse
from tests.support.paper_files import a_pdf, a_picture, put
from vcs_desktop.domain.group_documents import DocumentKind
from vcs_desktop.domain.papers import Paper, newest
from vcs_desktop.ui.pages.documents.page import DocumentsPage
from vcs_desktop.ui.pages.documents.view_model import draft_name


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


# Adding


def test_a_new_group_is_told_what_this_place_is_for(page):
    assert page.view.titles.empty.title.text() == "The papers of your group"
    assert page.subtitle == "0 papers"
    assert not page.view.missing.isVisible()


def test_files_dropped_anywhere_become_papers_and_can_be_taken_back(page, house, files):
    paths = [put(files, "Safeguarding policy.pdf", a_pdf()), put(files, "Lease.png", a_picture())]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
    page.dropEvent(
        QDropEvent(
            QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    house.settle()
    house.settle()
    assert titles(page) == ["Lease", "Safeguarding policy"]
    assert page.undo_bar.words.text() == (
        "2 papers were added. We guessed the kind of some by their names. You can change that."
    )
    page.undo_bar.undo_button.click()
    house.settle()
    assert titles(page) == []


def test_what_cannot_be_added_is_told_beside_what_was(page, house, files):
    add(page, house, put(files, "Lease.pdf", a_pdf()), put(files, "Empty.pdf", b""))
    assert titles(page) == ["Lease"]
    words = page.message.words.text()
    assert words.startswith("Added: Lease.")
    assert "“Empty.pdf” was not added. There is nothing in this file." in words


def test_a_paper_without_a_file_is_written_down_and_named(page, house, qtbot):
    page.write_button.click()
    house.settle()
    house.settle()
    form = page.view.card.form
    assert QApplication.focusWidget() is form.name_field.box
    assert form.name_field.box.selectedText() == "New paper"
    qtbot.keyClicks(form.name_field.box, "Lease of the hall")
    form.name_field.on_left()
    house.settle()
    assert list(kept(house)) == ["Lease of the hall"]
    assert titles(page) == ["Lease of the hall"]
    assert page.view.card.title.text() == "Lease of the hall"
    assert form.saved_line.words.text() == "Saved"


def test_what_funders_ask_for_and_is_not_here_is_written_down_by_a_button(page, house, files):
    add(page, house, put(files, "Lease.pdf", a_pdf()))
    missing = page.view.missing
    assert missing.fold.button.text() == "Funders ask for 6 more papers"
    missing.fold.set_open(True)
    missing.buttons[DocumentKind.INSURANCE].click()
    house.settle()
    house.settle()
    assert "insurance" in kept(house)
    assert missing.fold.button.text() == "Funders ask for 5 more papers"
    assert page.view.card.title.text() == "Public liability insurance"


def test_locking_while_files_come_in_keeps_those_that_were_done(
    page, house, files, qtbot, monkeypatch
):
    take, entered, go_on = house.inside.blobs.add, Event(), Event()

    def slow(path, progress=None, stop=None):
        if path.name == "Rota.pdf":
            entered.set()
            go_on.wait(20)
        return take(path, stop=stop)

    monkeypatch.setattr(house.inside.blobs, "add", slow)
    page.add_files([put(files, f"{name}.pdf", a_pdf()) for name in ("Lease", "Rota", "Rules")])
    qtbot.waitUntil(entered.is_set)
    page.put_away()
    house.session.lock()
    with pytest.raises(qtbot.TimeoutError):  # its file is not let go before
        qtbot.waitUntil(lambda: not house.space.is_open, timeout=700)
    go_on.set()
    qtbot.waitUntil(lambda: not house.space.is_open)
    house.open_again()
    assert list(kept(house)) == ["Lease"]


# The card


def test_what_is_typed_on_a_card_is_kept_and_undone(page, house, files, qtbot):
    add(page, house, put(files, "Insurance 2026.pdf", a_pdf()))
    form = page.view.card.form
    assert form.kind_field.chosen_id() == "insurance"
    type_in(qtbot, form.field("expires_on"), "1/12/2026")
    house.settle()
    (paper,) = kept(house).values()
    assert paper.expires_on == date(2026, 12, 1)
    assert rows(page)[0].mark == "Runs out on 1 December 2026"
    house.inside.records.undo()
    house.session.tell_changed()
    house.settle()
    assert form.field("expires_on").box.text() == ""
    assert rows(page)[0].mark == ""


def test_a_day_that_is_not_right_yet_is_there_again_after_the_group_was_locked(
    page, house, qtbot, show_page
):
    house.inside.papers.add(Paper(name="Lease"))
    page.shown()
    house.settle()
    house.settle()
    type_in(qtbot, page.view.card.form.field("review_on"), "some day")
    page.put_away()
    house.settle()
    (paper,) = kept(house).values()
    assert house.inside.desk.read(draft_name(paper.id)) == {"review_on": "some day"}
    again = show_page(DocumentsPage(house, house.tasks, house.session))
    house.settle()
    field = again.view.card.form.field("review_on")
    assert field.box.text() == "some day"
    assert field.error
    type_in(qtbot, field, "1/12/2027")
    again.put_away()
    house.settle()
    assert house.inside.desk.read(draft_name(paper.id)) is None
    assert kept(house)["Lease"].review_on == date(2027, 12, 1)


def test_another_row_keeps_what_was_typed_in_the_one_before(page, house, qtbot):
    for name in ("Accounts", "Lease"):
        house.inside.papers.add(Paper(name=name))
    page.shown()
    house.settle()
    house.settle()
    field = page.view.card.form.field("note")
    field.take_focus()
    qtbot.keyClicks(field.box, "In the blue folder")
    page.view.titles.open(kept(house)["Lease"].id)
    house.settle()
    assert kept(house)["Accounts"].note == "In the blue folder"
    assert page.view.card.title.text() == "Lease"
    assert page.view.card.form.field("note").words() == ""


def test_a_paper_goes_to_the_bin_and_back(page, house):
    house.inside.papers.add(Paper(name="Lease"))
    page.shown()
    house.settle()
    house.settle()
    page.view.card.remove_button.click()
    house.settle()
    house.settle()
    assert titles(page) == []
    assert page.undo_bar.words.text() == "“Lease” is in the bin."
    page.undo_bar.undo_button.click()
    house.settle()
    house.settle()
    assert titles(page) == ["Lease"]


def test_a_newer_file_holds_and_the_older_one_can_still_be_had(page, house, files):
    add(page, house, put(files, "Lease.pdf", a_pdf("old")))
    (paper,) = kept(house).values()
    page.acts.add_newer(paper.id, str(put(files, "Lease 2.pdf", a_pdf("new"))))
    house.settle()
    house.settle()
    (paper,) = kept(house).values()
    assert newest(paper).file.name == "Lease 2.pdf"
    part = page.view.card.files
    assert part.older.button.text() == "1 older file"
    assert page.undo_bar.words.text() == "“Lease 2.pdf” is the file that holds now."
    part.buttons[f"{newest(paper).id}/away"].click()
    house.settle()
    house.settle()
    assert newest(kept(house)["Lease"]).file.name == "Lease.pdf"
    assert page.view.card.files.older is None


def test_a_copy_is_saved_and_never_over_another_file_unasked(page, house, files):
    content = a_pdf("one")
    add(page, house, put(files, "Lease.pdf", content))
    stored = newest(kept(house)["Lease"]).file
    page.acts.copy_out.save_at(stored, str(files / "copy.pdf"))
    house.settle()
    assert (files / "copy.pdf").read_bytes() == content
    assert page.message.words.text().startswith("Saved as “copy.pdf”.")
    there = put(files, "mine.pdf", b"mine")
    page.acts.copy_out.save_at(stored, str(there))
    house.settle()
    assert there.read_bytes() == b"mine"
    box = QApplication.activeModalWidget()
    assert box.text() == "There is already a file called “mine.pdf”."
    box.close()


def test_a_file_of_another_kind_is_opened_elsewhere_after_a_warning(page, house, files):
    add(page, house, put(files, "Rota.txt", b"Monday: Asha"))
    version = newest(kept(house)["Rota"])
    look = page.view.card.files.buttons[f"{version.id}/look"]
    assert look.text() == "Save a copy and open it"
    look.click()
    box = QApplication.activeModalWidget()
    assert box.text() == "Do you know who made this file?"
    box.close()


@pytest.mark.qt_log_ignore("does not support (grabbing|raise)", extend=True)
def test_a_row_has_a_menu_by_key(page, house, qtbot):
    house.inside.papers.add(Paper(name="Lease"))
    page.shown()
    house.settle()
    house.settle()
    qtbot.keyClick(page.view.titles.list, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert [each.text() for each in menu.actions()] == [
        "Open",
        "Add a newer file",
        "Put in the bin",
    ]
    menu.actions()[2].trigger()
    menu.close()
    house.settle()
    assert kept(house) == {}


# Finding


def test_papers_are_found_by_name_by_kind_and_by_what_stands_in_them(page, house, files):
    policy = put(files, "Policy.pdf", a_pdf("The lead is Carol Marsh"))
    add(page, house, policy, put(files, "Our insurance.pdf", a_pdf("Cover")))
    field = page.filter_bar.find_field
    for words, found in (
        ("policy", ["Policy"]),
        ("liability", ["Our insurance"]),
        ("carol", ["Policy"]),
        ("custard", []),
    ):
        field.set_words(words)
        field.asked.emit(words)
        house.settle()
        assert titles(page) == found
        if words == "carol":
            assert rows(page)[0].line == "Page 1: The lead is Carol Marsh"
    assert page.view.titles.empty.title.text() == "No paper is like this"
    page.view.titles.empty.button.click()
    house.settle()
    assert len(titles(page)) == 2


def test_those_that_need_a_look_are_counted_and_listed_alone(page, house):
    house.inside.papers.add(Paper(name="Lease"))
    house.inside.papers.add(Paper(name="Insurance", expires_on=date(2026, 11, 1)))
    page.shown()
    house.settle()
    chip = page.filter_bar.look_chip
    assert chip.text() == "Needs a look: 1"
    chip.click()
    assert titles(page) == ["Insurance"]
    assert rows(page)[0].mark == "Has run out"
    house.settle()
    assert page.subtitle == "1 of 2 papers"


def test_the_search_opens_a_paper_here_whatever_the_filters_say(page, house):
    for name in ("Lease", "Rota"):
        house.inside.papers.add(Paper(name=name))
    page.shown()
    house.settle()
    page.filter_bar.find_field.set_words("rota")
    page.filter_bar.find_field.asked.emit("rota")
    house.settle()
    page.show_thing(kept(house)["Lease"].id)
    house.settle()
    assert page.view.card.title.text() == "Lease"


# Lists in and out


def test_the_list_goes_out_as_it_is_shown(page, house):
    house.inside.papers.add(Paper(name="Lease", review_on=date(2027, 1, 2), note="Blue folder"))
    house.inside.papers.add(Paper(name="Insurance", expires_on=date(2026, 11, 1)))
    page.shown()
    house.settle()
    table = page._what_is_shown()()
    assert [row[0] for row in table.rows] == ["Insurance", "Lease"]
    assert table.rows[1] == (
        "Lease",
        "Another paper",
        None,
        date(2027, 1, 2),
        None,
        "",
        "Blue folder",
    )
    page.filter_bar.look_chip.click()
    table = page._what_is_shown()()
    assert [row[0] for row in table.rows] == ["Insurance"]
    assert "Only those that need a look." in table.about
    assert page.print_act() == page.list_out.print_list


def test_a_table_of_papers_comes_in_from_here(page, house, files):
    page.bring_in_button.click()
    coming = page.fronts.coming
    assert coming.isVisible()
    assert not page.write_button.isVisible()
    coming.read(put(files, "papers.csv", b"Name,Expiry date\nInsurance,1/12/2026\n"))
    house.settle()
    house.settle()
    coming.look.add_button.click()
    house.settle()
    house.settle()
    (paper,) = house.inside.papers.all()
    assert (paper.kind, paper.expires_on) == (DocumentKind.INSURANCE, date(2026, 12, 1))
    page.fronts.go_back()
    house.settle()
    assert titles(page) == ["Insurance"]
