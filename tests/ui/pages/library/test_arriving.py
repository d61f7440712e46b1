"""A library on a stick: offered, believed or refused, taken in whole, and gone on with."""

from random import Random

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from tests.support.library_examples import call, contract
from tests.support.signed_trees import DIGITS, LATER_ROOT_KEY, LINE, NAME, STRANGER, Office, pack
from vcs_desktop.domain.library import STARTER
from vcs_desktop.ui.widgets.basics import column, panel

MANY = tuple(call(f"grant {number:03}") for number in range(60))
"""What the office has published first."""


def titles(page):
    return [card.origin.title or card.origin.name for card in page.origin_cards()]


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
    wait(lambda: page.window().focusWidget() is page.message.act_button)
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


def test_files_that_are_dropped_with_a_library_are_not_passed_over_in_silence(
    page, stick, tmp_path, wait
):
    (tmp_path / "ours.csv").write_text("grantName,applicationUrl\n", "utf-8")
    page.take_files([tmp_path / "ours.csv", stick])
    wait(page.arrivals.card.isVisible)
    assert "Add your own files after it." in page.message.words.text()


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


def test_what_is_from_somebody_else_is_refused_once_and_not_to_be_tried_again(
    page, take, stick, tmp_path, wait
):
    take(stick)
    stranger = Office(tmp_path / "stranger", root_key=STRANGER)
    stranger.publish(*MANY)
    page.message.hide()
    page.take_files([pack(stranger.folder, tmp_path / "stranger.vcslibrary")])
    wait(page.message.isVisible)
    assert "from somebody else" in page.message.words.text()
    assert "remove it on the Library page" in page.message.words.text()
    assert not page.message.act_button.isVisible()


def test_an_error_is_not_told_as_if_it_had_caused_itself(page, tmp_path, wait, caplog):
    letter = tmp_path / "letter.vcslibrary"
    letter.write_text("Dear Sir", "utf-8")
    page.take_files([letter])
    wait(page.message.isVisible)
    said = "".join(each.exc_text or "" for each in caplog.records)
    assert said.count("direct cause") <= 1
