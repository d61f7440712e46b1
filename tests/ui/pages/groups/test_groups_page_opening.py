"""Opening a group: by key alone, with every way it can go wrong said in words."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.support.groups_window import row_of, words_kept
from tests.support.keyrings import LockedRing, remembering
from tests.support.vault_examples import ASHA, BEN, CODE, written

WRONG = "apple onion window teapot"


def test_a_group_is_opened_with_words_by_key_alone(house, open_page, typist):
    house.tea()
    page = open_page()
    hands = typist(page)
    hands.press(row_of(page, "Tea & Talk").open_button)
    hands.wait_focus(page.opening.way_in.who.box)
    hands.tab_to(page.opening.way_in.words_field.box)
    hands.type(ASHA)
    hands.enter()
    hands.wait(lambda: house.session.is_open)
    assert house.session.person == "Asha"
    hands.wait(lambda: page.led == [("home", "")])
    assert words_kept(page) == []


def test_who_says_who_they_are_is_the_one_whose_words_are_tried(house, open_page, qtbot):
    house.tea()
    page = open_page()
    row_of(page, "Tea & Talk").open_button.click()
    way_in = page.opening.way_in
    assert [way_in.who.box.itemText(n) for n in range(3)] == ["Asha", "Ben", "I am not sure"]
    way_in.who.box.setCurrentIndex(1)
    way_in.words_field.box.setText(ASHA)
    way_in.go_button.click()
    qtbot.waitUntil(lambda: "not the right secret words" in way_in.words_field.error)
    way_in.who.box.setCurrentIndex(2)
    way_in.go_button.click()
    qtbot.waitUntil(lambda: house.session.is_open)


@pytest.mark.parametrize("code", [True, False])
def test_wrong_words_lead_to_the_printed_code_only_where_there_is_one(
    house, open_page, typist, code
):
    house.tea(ben=False, code=code)
    page = open_page()
    hands = typist(page)
    hands.press(row_of(page, "Tea & Talk").open_button)
    field = page.opening.way_in.words_field
    hands.wait_focus(field.box)
    hands.type(WRONG)
    hands.enter()
    hands.wait(lambda: "capital letters" in field.error)
    assert ("printed code" in field.error) is code


def test_wrong_words_stay_so_that_a_slip_can_be_mended(house, open_page, typist):
    house.tea(ben=False)
    page = open_page()
    hands = typist(page)
    hands.press(row_of(page, "Tea & Talk").open_button)
    field = page.opening.way_in.words_field
    hands.wait_focus(field.box)
    hands.type(WRONG)
    hands.enter()
    hands.wait(lambda: field.error != "")
    assert field.box.echoMode() == QLineEdit.EchoMode.Password
    assert field.box.selectedText() == WRONG
    assert "Check the spelling" in field.box.accessibleDescription()
    hands.wait_focus(field.box)
    hands.press(field.show_button)
    assert field.box.echoMode() == QLineEdit.EchoMode.Normal
    assert field.error  # it stays while nobody typed
    hands.tab_to(field.box)  # Tab marks all of it, so what is typed takes its place
    hands.type(ASHA)
    assert field.error == ""
    hands.enter()
    hands.wait(lambda: house.session.is_open)


def test_nothing_typed_is_asked_for_and_counts_as_no_try(house, open_page, typist):
    group = house.tea(ben=False)
    page = open_page()
    page.show_thing(group)
    hands = typist(page)
    hands.wait_focus(page.opening.way_in.words_field.box)
    hands.enter()
    assert "Type your secret words first" in page.opening.way_in.words_field.error
    assert not (house.groups._folder / group / "tries.json").exists()


def test_after_too_many_tries_one_waits_and_the_button_comes_back(house, open_page, typist):
    group = house.tea(ben=False)
    page = open_page()
    page.show_thing(group)
    way_in, hands = page.opening.way_in, typist(page)
    hands.wait_focus(way_in.words_field.box)
    for _ in range(5):
        way_in.words_field.box.setText(WRONG)
        hands.enter()
        hands.wait(lambda: way_in.can_go() and way_in.words_field.error != "")
        way_in.words_field.on_edited()
    hands.enter()
    hands.wait(lambda: "wrong too often" in way_in.words_field.error)
    assert not way_in.go_button.isEnabled()
    assert way_in.go_button.text() == "Wait 1 second"
    hands.enter()  # does nothing
    house.clock.go_on(1)
    hands.wait(way_in.can_go)
    assert way_in.go_button.text() == "Open"
    way_in.words_field.box.setText(ASHA)
    hands.enter()
    hands.wait(lambda: house.session.is_open)


def test_the_printed_code_opens_with_any_spaces_and_leads_to_new_words(house, open_page, typist):
    group = house.tea()
    page = open_page()
    page.show_thing(group)
    way_in, hands = page.opening.way_in, typist(page)
    hands.wait(lambda: page.front is page.opening)
    hands.press(way_in.way_button)
    hands.wait_focus(way_in.code_field.box)
    assert way_in.who.isHidden()
    hands.type(written(CODE).lower().replace("-", "  ")[:-1])
    assert way_in.code_field.count.text() == "33 of 34"
    hands.enter()
    assert "34 letters" in way_in.code_field.error
    hands.key(Qt.Key.Key_End)
    hands.type(written(CODE)[-1])
    assert way_in.code_field.error == ""
    hands.enter()
    hands.wait(lambda: house.session.is_open)
    hands.wait(lambda: page.led == [("our-group", "access")])
    assert words_kept(page) == []


def test_a_slip_in_the_code_is_said_as_soon_as_it_is_known(house, open_page, typist):
    group = house.tea(ben=False)
    page = open_page()
    page.show_thing(group)
    field, hands = page.opening.way_in.code_field, typist(page)
    hands.wait(lambda: page.front is page.opening)
    hands.press(page.opening.way_in.way_button)
    hands.type("0u")
    assert "“U”" in field.error
    field.forget()
    whole = written(CODE).replace("-", "")
    hands.type(("1" if whole[0] == "0" else "0") + whole[1:])
    assert "slip" in field.error
    field.forget()
    hands.type(written(house.groups.new_code()))
    hands.enter()
    hands.wait(lambda: "not the code of this group" in field.error)


def test_a_group_without_a_code_does_not_ask_for_one(house, open_page, qtbot):
    group = house.tea(code=False)
    page = open_page()
    page.show_thing(group)
    qtbot.waitUntil(lambda: page.front is page.opening)
    assert page.opening.way_in.way_button.isHidden()


def test_damaged_records_are_said_and_the_way_to_a_backup_offered(house, open_page, typist):
    group = house.tea(ben=False)
    file = house.data_file(group)
    file.write_bytes(b"\x00" * file.stat().st_size)
    page = open_page()
    page.show_thing(group)
    hands = typist(page)
    hands.wait_focus(page.opening.way_in.words_field.box)
    hands.type(ASHA)
    hands.enter()
    hands.wait(page.opening.message.isVisible)
    assert "damaged" in page.opening.message.words.text()
    assert words_kept(page) == []
    hands.wait_focus(page.opening.message.act_button)
    hands.enter()
    hands.wait(lambda: page.front is page.views.restore)
    hands.wait(page.views.restore.message.isVisible)
    assert "no copy" in page.views.restore.message.words.text()


def test_a_damaged_way_in_is_told_apart_from_wrong_words(house, open_page, typist):
    group = house.tea(ben=False)
    for name in ("slots.json", "slots-copy.json"):
        file = house.groups._folder / group / name
        content = json.loads(file.read_text("utf-8"))
        sealed = content["slots"][0]["sealed"]
        content["slots"][0]["sealed"] = ("0" if sealed[0] != "0" else "1") + sealed[1:]
        file.write_text(json.dumps(content), "utf-8")
    page = open_page()
    page.show_thing(group)
    hands = typist(page)
    hands.wait_focus(page.opening.way_in.words_field.box)
    hands.type(ASHA)
    hands.enter()
    hands.wait(page.opening.message.isVisible)
    assert "Your way into this group is damaged" in page.opening.message.words.text()
    assert "printed code" in page.opening.message.words.text()
    assert page.opening.way_in.words_field.error == ""


def test_records_that_are_not_there_are_said_to_be_missing(house, open_page, typist):
    group = house.tea(ben=False)
    house.data_file(group).unlink()
    page = open_page()
    page.show_thing(group)
    hands = typist(page)
    hands.wait_focus(page.opening.way_in.words_field.box)
    hands.type(ASHA)
    hands.enter()
    hands.wait(page.opening.message.isVisible)
    assert "is not there" in page.opening.message.words.text()


def test_a_group_whose_key_is_being_changed_elsewhere_says_so(house, open_page, typist):
    from vcs_desktop.services.groups.folder import GroupFolder

    group = house.tea(ben=False)
    page = open_page()
    page.show_thing(group)
    hands = typist(page)
    hands.wait_focus(page.opening.way_in.words_field.box)
    hands.type(ASHA)
    with GroupFolder(house.groups._folder / group).hold(alone=True):
        hands.enter()
        hands.wait(page.opening.message.isVisible)
    assert "open in another window" in page.opening.message.words.text()
    hands.wait_focus(page.opening.way_in.go_button)
    hands.enter()
    hands.wait(lambda: house.session.is_open)


def test_esc_leads_back_to_the_list_and_takes_the_words_out(house, open_page, typist, qtbot):
    group = house.tea(ben=False)
    page = open_page()
    page.show_thing(group)
    hands = typist(page)
    hands.wait_focus(page.opening.way_in.words_field.box)
    hands.type(ASHA)
    hands.key(Qt.Key.Key_Escape)
    assert page.front is page.picker
    assert words_kept(page) == []
    with qtbot.waitSignal(page.back_asked):
        hands.key(Qt.Key.Key_Escape)


def test_words_do_not_stay_when_another_page_comes_to_the_front(house, open_page, typist):
    group = house.tea(ben=False)
    page = open_page()
    page.show_thing(group)
    hands = typist(page)
    hands.wait_focus(page.opening.way_in.words_field.box)
    hands.type(ASHA)
    page.hide()
    assert words_kept(page) == []


def test_opening_another_group_locks_the_one_that_was_open(house, open_page, typist):
    house.begin()
    other = house.hall()
    page = open_page()
    page.show_thing(other)
    hands = typist(page)
    hands.wait_focus(page.opening.way_in.words_field.box)
    hands.type(BEN)
    hands.enter()
    hands.wait(lambda: house.session.name == "Hall")
    assert [house.groups.open(line.id, ASHA).close() for line in house.groups.groups()[1:]]


def test_where_the_computer_can_remember_it_is_offered_and_then_opens_without_words(
    tmp_path, house, open_page, typist
):
    ring = LockedRing()
    ring.locked = False
    house.groups = remembering(tmp_path / "groups", ring, clock=house.clock)
    group = house.tea(ben=False)
    page = open_page()
    page.show_thing(group)
    hands = typist(page)
    hands.wait(page.opening.remember.isVisible)
    page.opening.remember.box.setChecked(True)
    hands.tab_to(page.opening.way_in.words_field.box)
    hands.type(ASHA)
    hands.enter()
    hands.wait(lambda: house.session.is_open)
    house.lock()
    page.show_thing(group)
    hands.wait(lambda: house.session.is_open)
    house.lock()
    ring.locked = True
    page.show_thing(group)
    hands.wait(page.opening.message.isVisible)
    assert "locked" in page.opening.message.words.text()
    hands.wait_focus(page.opening.way_in.words_field.box)


def test_on_a_shared_laptop_remembering_is_not_offered(house, open_page, qtbot):
    group = house.tea()
    page = open_page()
    page.show_thing(group)
    qtbot.waitUntil(lambda: page.front is page.opening)
    house.settle()
    assert page.opening.remember.isHidden()
