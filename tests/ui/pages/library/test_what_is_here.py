"""What is in the library, and files of a person's own: shown, added, and taken out again."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.support.accessibility import every_complaint, words_without_room
from tests.support.funding_window import words_in
from tests.support.library_window import drag, drag_data
from vcs_desktop.core.errors import Damaged
from vcs_desktop.domain.library import STARTER, THIS_COMPUTER
from vcs_desktop.domain.updates import Standing
from vcs_desktop.ui.reading_order import put_tab_in_reading_order
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.updates.updates import UpdatesState

MOMENT = datetime(2026, 11, 29, 9, tzinfo=UTC)


def csv(path, *names):
    rows = ["grantName,applicationUrl", *(f"{name},https://example.org/{name}" for name in names)]
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


def answer(qtbot, words):
    """Press a button of the question that is on the screen."""
    box = next(each for each in QApplication.topLevelWidgets() if is_question(each))
    qtbot.mouseClick(next(one for one in box.buttons() if one.text() == words),
                     Qt.MouseButton.LeftButton)  # fmt: skip


def is_question(widget):
    return isinstance(widget, QMessageBox) and widget.isVisible()


def test_it_says_what_is_here_and_the_room_it_takes(page):
    assert "2 records in all" in page.subtitle
    assert "MB" in page.subtitle or "KB" in page.subtitle
    card = page.origin_cards()[0]
    assert card.origin.name == STARTER
    assert "Came with the app" in words_in(card)
    card.kinds.set_open(True)
    assert {"Grant", "Who was funded"} <= set(words_in(card))
    assert "no file of your own yet" in page.loaded.none.text()


def test_files_of_ones_own_are_shown_before_they_are_added(page, house, tmp_path, wait):
    bad = tmp_path / "letter.txt"
    bad.write_text("Dear Sir", "utf-8")
    page.take_files([csv(tmp_path / "ours.csv", "halls", ""), bad])
    wait(page.adding.card.isVisible)
    words = " ".join(words_in(page.adding.card))
    for each in ("What would be added", "ours.csv", "1 record", "halls", "letter.txt",
                 "This file cannot be used"):  # fmt: skip
        assert each in words
    assert house.lines(THIS_COMPUTER) == []
    page.adding.card.add_button.click()
    wait(page.message.isVisible)
    assert "ours.csv" in page.message.words.text()
    assert len(house.lines(THIS_COMPUTER)) == 1
    wait(lambda: "ours.csv" in words_in(page.loaded))
    assert not page.loaded.none.isVisible()


def test_where_nothing_can_be_added_there_is_no_button_for_it(page, tmp_path, wait):
    (tmp_path / "letter.txt").write_text("Dear Sir", "utf-8")
    page.take_files([tmp_path / "letter.txt"])
    wait(page.adding.card.isVisible)
    assert "Nothing here can be added" in words_in(page.adding.card)
    assert not page.adding.card.add_button.isVisible()
    page.adding.card.decline_button.click()
    assert not page.adding.card.isVisible()


def test_what_was_loaded_goes_only_after_a_yes(page, house, tmp_path, wait, qtbot):
    house.library.load([csv(tmp_path / "ours.csv", "halls")])
    page.shown()
    wait(lambda: "ours.csv" in words_in(page.loaded))
    remove = next(one for one in page.loaded.findChildren(type(page.stick_button))
                  if one.text() == "Remove")  # fmt: skip
    assert remove.accessibleName().startswith("Remove what came from ours.csv in the folder ")
    remove.click()
    wait(lambda: any(map(is_question, QApplication.topLevelWidgets())))
    answer(qtbot, "Cancel")
    assert len(house.lines(THIS_COMPUTER)) == 1
    remove.setFocus()
    qtbot.keyClick(remove, Qt.Key.Key_Space)
    wait(lambda: any(map(is_question, QApplication.topLevelWidgets())))
    answer(qtbot, "Remove")
    wait(page.message.isVisible)
    assert "ours.csv: 1 record" in page.message.words.text()
    assert house.lines(THIS_COMPUTER) == []
    wait(page.loaded.none.isVisible)
    # Where no system gives the keyboard back to the window, that is as far as it comes.
    wait(lambda: page.window().focusWidget() is page.message.close_button)


def test_a_whole_library_goes_only_after_a_yes(page, house, take, stick, wait, qtbot):
    take(stick)
    wait(lambda: len(page.origin_cards()) == 2)
    starter, theirs = page.origin_cards()
    assert not starter.remove_button.isVisible()
    theirs.remove_button.click()
    wait(lambda: any(map(is_question, QApplication.topLevelWidgets())))
    answer(qtbot, "Cancel")
    assert len(page.origin_cards()) == 2
    page.message.hide()
    house.updates.state = UpdatesState(standing=Standing.UP_TO_DATE, looked_at=MOMENT)
    theirs.remove_button.click()
    wait(lambda: any(map(is_question, QApplication.topLevelWidgets())))
    answer(qtbot, "Remove")
    wait(page.message.isVisible)
    assert "60 records" in page.message.words.text()
    wait(lambda: [each.origin.name for each in page.origin_cards()] == [STARTER])
    assert house.lines(theirs.origin.name) == []
    stands = house.updates.state
    assert (stands.standing, stands.looked_at) == (None, MOMENT)


def test_files_dropped_on_the_page_are_taken(page, stick, tmp_path, wait):
    assert drag(page.loaded, [csv(tmp_path / "ours.csv", "halls")])
    wait(page.adding.card.isVisible)
    assert drag(page.loaded, [stick])
    wait(page.arrivals.card.isVisible)


def test_addresses_elsewhere_and_words_are_not_taken(page):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.vcslibrary")])
    assert not drag_data(page.loaded, mime)
    mime = QMimeData()
    mime.setText("halls")
    assert not drag_data(page.loaded, mime)


def test_a_library_that_cannot_be_read_is_told_and_can_be_tried_again(
    house, tasks, settings, show_page, monkeypatch, wait
):
    def fail():
        raise Damaged

    with monkeypatch.context() as broken:
        broken.setattr(house.library, "holdings", fail)
        page = show_page(house.page(tasks, settings))
        assert page.message.isVisible()
    page.message.act_button.click()
    wait(lambda: [card.origin.name for card in page.origin_cards()] == [STARTER])


@pytest.mark.parametrize(("percent", "size"), [(100, (1150, 600)), (200, (683, 364))])
def test_all_that_it_can_show_can_be_used_by_everybody(
    page, house, take, offered, stick, wait, percent, size
):
    take(stick)
    tmp_path = stick.parent
    bad = tmp_path / "a-list-with-a-long-name-of-its-own.txt"
    bad.write_text("Dear Sir", "utf-8")
    house.library.load([csv(tmp_path / "ours.csv", "halls")])
    page.shown()
    wait(lambda: "ours.csv" in words_in(page.loaded))
    look.set_text_size(percent)
    page.window().resize(*size)
    page.take_files([csv(tmp_path / "more.csv", "seeds", ""), bad])
    wait(page.adding.card.isVisible)
    for card in page.origin_cards():
        card.kinds.set_open(True)
    offered(stick)
    put_tab_in_reading_order(page)
    wait(lambda: every_complaint(page) == [])
    wait(lambda: words_without_room(page) == [])
