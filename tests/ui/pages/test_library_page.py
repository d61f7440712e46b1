"""The library page: whose it is, how old, what comes on a stick, and what a person loaded."""

from functools import partial
from random import Random

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.support.accessibility import every_complaint, words_without_room
from tests.support.funding_window import words_in
from tests.support.library_examples import call, contract, grant, put
from tests.support.library_window import LibraryHouse, drag, drag_data
from tests.support.signed_trees import DIGITS, LATER_ROOT_KEY, LINE, NAME, Office, pack
from vcs_desktop.domain.library import STARTER, THIS_COMPUTER
from vcs_desktop.ui.reading_order import put_tab_in_reading_order
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import column, panel

MANY = tuple(call(f"grant {number:03}") for number in range(60))


@pytest.fixture
def house(tmp_path, tasks):
    made = LibraryHouse(tmp_path)
    put(made.database, call("came along"), grant("roof"), origin=STARTER)
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def page(house, tasks, settings, show_page):
    return show_page(house.page(tasks, settings))


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "tree")
    made.publish(*MANY)
    return made


@pytest.fixture
def stick(office, tmp_path):
    return pack(office.folder, tmp_path / "Oxfordshire.vcslibrary")


@pytest.fixture
def wait(qtbot):
    return partial(qtbot.waitUntil, timeout=10_000)


@pytest.fixture
def offered(page, wait):
    def offer(path):
        page.take_files([path])
        wait(page.arrivals.card.isVisible)
        return page.arrivals.card

    return offer


@pytest.fixture
def take(page, offered, wait):
    """Say yes to a library, its digits compared, and wait for what comes of it."""

    def say_yes(path):
        card = offered(path)
        if card.question.isVisible():
            card.question.tick.box.click()
        card.accept_button.click()
        wait(page.message.isVisible)
        return page.message.words.text()

    return say_yes


def csv(path, *names):
    rows = ["grantName,applicationUrl", *(f"{name},https://example.org/{name}" for name in names)]
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


def titles(page):
    return [card.origin.title or card.origin.name for card in page.origin_cards()]


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


def test_a_stick_is_looked_at_before_anything_starts(page, house, offered, stick):
    before = house.all()
    card = offered(stick)
    assert card.name.text() == NAME
    assert card.question.digits.text() == DIGITS
    assert house.all() == before
    assert QApplication.focusWidget() is card.question.tick.box


def test_after_a_yes_it_comes_in_and_says_what_came(page, house, take, stick, wait):
    assert "60 new, 0 changed, 0 taken out" in take(stick)
    assert len(house.lines(LINE)) == 60
    wait(lambda: titles(page) == [STARTER, NAME])
    assert not page.arrivals.card.isVisible()
    assert page.isAncestorOf(QApplication.focusWidget())


def test_a_newer_one_of_the_same_people_asks_for_no_digits(
    page, house, take, offered, office, stick, tmp_path
):
    take(stick)
    office.publish(*MANY[2:], contract("lunches"))
    newer = pack(office.folder, tmp_path / "newer.vcslibrary")
    card = offered(newer)
    assert not card.question.isVisible()
    assert "1 new, 0 changed, 2 taken out" in take(newer)


def test_the_same_again_says_that_there_is_nothing_to_add(take, offered, stick):
    take(stick)
    card = offered(stick)
    assert "You have this already" in card.state.text()
    assert not card.accept_button.isVisible()


def test_a_no_changes_nothing(page, house, offered, stick):
    before = house.all()
    offered(stick).decline_button.click()
    assert not page.arrivals.card.isVisible()
    assert house.all() == before
    assert page.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("pull_at", ["Checking", "Taking in"])
def test_a_stick_pulled_out_half_way_changes_nothing_and_try_again_goes_on(
    page, house, take, office, tmp_path, wait, pull_at
):
    noise = Random(7)
    office.publish(*(call(f"{n}", note=noise.randbytes(20_000).hex()) for n in range(60)))
    stick = pack(office.folder, tmp_path / "large.vcslibrary")
    before = house.all()
    house.arrivals.pull_at = pull_at
    words = take(stick)
    assert house.arrivals.pulled
    assert "Was the stick pulled out?" in words
    assert "Nothing was changed" in words
    assert house.all() == before
    house.arrivals.put_back()
    page.message.act_button.click()
    wait(lambda: "60 new" in page.message.words.text())
    assert not page.arrivals.card.isVisible()  # what was answered is not asked again
    assert len(house.lines(LINE)) == 60


def test_another_library_put_in_its_place_is_asked_about(page, house, take, stick, wait, tmp_path):
    house.arrivals.pull_at = "Checking"
    take(stick)
    stranger = Office(tmp_path / "other", root_key=LATER_ROOT_KEY)
    stranger.publish(*MANY[:3])
    pack(stranger.folder, stick)
    page.message.act_button.click()
    wait(page.arrivals.card.isVisible)
    assert page.arrivals.card.question.isVisible()
    assert page.arrivals.card.question.digits.text() != DIGITS
    assert house.lines(LINE) == []


def test_a_stick_that_is_gone_before_it_is_looked_at_says_so(page, stick, wait):
    stick.unlink()
    page.take_files([stick])
    wait(page.message.isVisible)
    assert "Was the stick pulled out?" in page.message.words.text()
    assert "Nothing was changed" in page.message.words.text()


def test_whatever_byte_is_altered_it_is_refused_in_words_and_nothing_changes(
    page, house, stick, tmp_path, wait
):
    content, before = stick.read_bytes(), house.all()
    for number, place in enumerate(range(0, len(content), len(content) // 7)):
        wrong = tmp_path / f"wrong-{number}.vcslibrary"
        wrong.write_bytes(content[:place] + bytes([content[place] ^ 0x41]) + content[place + 1 :])
        page.message.hide()
        page.take_files([wrong])
        wait(lambda: page.message.isVisible() or page.arrivals.card.isVisible())
        if page.arrivals.card.isVisible():
            page.arrivals.card.question.tick.box.click()
            page.arrivals.card.accept_button.click()
            wait(page.message.isVisible)
        if "60 new" not in page.message.words.text():  # a byte that means nothing in a zip
            assert "Nothing was changed" in page.message.words.text()
            assert house.all() == before
        else:
            assert len(house.lines(LINE)) == 60
            break


def test_one_cut_off_is_refused_in_words(page, house, stick, wait):
    stick.write_bytes(stick.read_bytes()[:500])
    page.take_files([stick])
    wait(page.message.isVisible)
    assert "Nothing was changed" in page.message.words.text()
    assert page.message.property("kind") == "bad"


def test_coming_in_can_be_stopped_and_changes_nothing(page, house, offered, stick, wait):
    before = house.all()
    card = offered(stick)
    card.question.tick.box.click()
    card.accept_button.click()
    page.arrivals.progress.cancelled.emit()
    wait(page.message.isVisible)
    if "Stopped" in page.message.words.text():
        assert house.all() == before
        page.message.act_button.click()
        wait(lambda: "60 new" in page.message.words.text())


def test_a_folder_that_holds_a_library_is_offered_too(offered, office):
    assert offered(office.folder).name.text() == NAME


def test_what_has_to_be_asked_only_while_it_comes_in_is_asked(
    page, house, take, offered, office, stick, wait
):
    take(stick)
    office.publish(*MANY[1:])
    pack(office.folder, stick)
    card = offered(stick)
    assert not card.question.isVisible()
    office.publish(*MANY[2:], version=5_000, delta=False)  # while somebody was still reading
    pack(office.folder, stick)
    card.accept_button.click()
    wait(card.question.isVisible)
    assert "much further ahead" in card.question.why.text()
    assert "much further ahead" in page.message.words.text()
    assert len(house.lines(LINE)) == 60
    card.question.tick.box.click()
    card.accept_button.click()
    wait(lambda: len(house.lines(LINE)) == 58)


def test_what_comes_in_goes_on_when_the_page_is_gone(house, tasks, settings, show, stick, wait):
    page = house.page(tasks, settings)
    show(panel(column(page)), 1000, 600)
    page.take_files([stick])
    wait(page.arrivals.card.isVisible)
    page.arrivals.card.question.tick.box.click()
    house.arrivals.hold()
    page.arrivals.card.accept_button.click()
    page.hide()
    shiboken6.delete(page)  # as when a group is locked
    house.arrivals.let_go()
    wait(lambda: len(house.lines(LINE)) == 60)


def test_a_second_look_takes_the_place_of_the_first(page, stick, tmp_path, wait):
    page.take_files([tmp_path / "absent.vcslibrary"])
    page.take_files([stick])
    wait(page.arrivals.card.isVisible)
    assert not page.message.isVisible()


def test_a_look_can_be_stopped_and_begun_again(page, stick, wait):
    page.take_files([stick])
    page.arrivals.progress.cancelled.emit()
    assert "Stopped" in page.message.words.text()
    page.message.act_button.click()
    wait(page.arrivals.card.isVisible)


def test_while_one_comes_in_the_next_has_to_wait(page, house, offered, stick, wait):
    card = offered(stick)
    card.question.tick.box.click()
    card.accept_button.click()
    page.take_files([stick])
    assert "Wait until this one" in page.message.words.text()
    wait(lambda: "60 new" in page.message.words.text())


def test_two_libraries_at_once_are_taken_one_at_a_time(page, stick, office, wait):
    page.take_files([stick, office.folder])
    wait(page.arrivals.card.isVisible)
    assert "one at a time" in page.message.words.text()


def test_what_waits_at_the_service_is_offered_and_the_yes_goes_there(
    page, house, stick, monkeypatch
):
    said = []
    monkeypatch.setattr(house.updates, "get", said.append)
    page._updates.get = said.append
    page.show_thing("service")
    assert not page.arrivals.card.isVisible()  # nothing waits
    house.updates.waiting_offer = house.arrivals.look_at(stick)
    page.show_thing("service")
    assert page.arrivals.card.isVisible()
    page.arrivals.card.question.tick.box.click()
    page.arrivals.card.accept_button.click()
    assert said == [DIGITS]
    assert not page.arrivals.card.isVisible()


def test_a_library_that_is_late_says_so(page, take, office, tmp_path, wait):
    office.publish(*MANY, expires="2026-11-21T00:00:00Z")
    take(pack(office.folder, tmp_path / "late.vcslibrary"))
    wait(lambda: titles(page) == [STARTER, NAME])
    wait(page.origin_cards()[1].late.isVisible)
    assert not page.origin_cards()[0].late.isVisible()


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
    assert remove.accessibleName() == "Remove what came from ours.csv"
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
    assert page.window().focusWidget() is page.sheet


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
    from vcs_desktop.core.errors import Damaged

    def fail():
        raise Damaged

    with monkeypatch.context() as broken:
        broken.setattr(house.library, "holdings", fail)
        page = show_page(house.page(tasks, settings))
        assert page.message.isVisible()
    page.message.act_button.click()
    wait(lambda: titles(page) == [STARTER])


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
