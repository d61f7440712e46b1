"""Starting a group in six questions, by key alone, with what each says when it is not answered."""

import pytest
from PySide6.QtCore import Qt

from tests.support.groups_window import (
    Typist,
    start_it,
    to_way_back,
    to_words,
    words_kept,
)
from vcs_desktop.services.groups import way_back
from vcs_desktop.services.groups.way_back import Asking

OWN = "orange bicycle rain window"


@pytest.fixture
def page(starting):
    return starting


@pytest.fixture
def hands(qtbot, page):
    return Typist(qtbot, page)


def test_a_group_is_started_by_key_alone_with_a_code_copied_by_hand(page, hands, house, settings):
    to_words(page, hands)
    words = page.views.start.words.choose.chosen()
    assert len(words.split()) == 4
    hands.press(page.views.start.next_button)
    hands.wait_focus(page.views.start.once_more.once_more.field.box)
    hands.type(words)
    hands.enter()
    flow = page.views.start.way_back.flow.code
    hands.wait_focus(flow.print_button)
    assert page.views.start.next_button.isHidden()
    hands.press(flow.copy_button)
    hands.wait(lambda: flow.code_card is not None)
    copied = [each.text() for each in flow.code_card.groups]
    hands.wait_focus(flow.have_button)
    hands.enter()
    hands.wait(lambda: len(flow.fields) == 2)
    for place in flow.making.rehearsal.places:
        hands.type(copied[place - 1].lower())
        hands.enter()
    start_it(page, hands, house)
    assert house.session.name == "Tea & Talk"
    assert house.session.person == "Asha"
    assert way_back.state(house.inside).is_done
    group = house.session.group_id
    house.lock()
    house.groups.open(group, words).close()
    house.groups.open_with_code(group, " ".join(copied)).close()
    assert settings.current.shared
    assert words_kept(page) == []


def test_later_starts_the_group_and_the_way_back_is_still_asked_for(page, hands, house):
    to_way_back(page, hands)
    assert "before you close" in page.views.start.way_back.flow.later_words.text()
    hands.press(page.views.start.way_back.flow.later_button)
    start_it(page, hands, house)
    assert way_back.state(house.inside) == way_back.WayBack(Asking.MAY_PUT_OFF, 3)


def test_enter_goes_on_from_a_choice_too(page, hands):
    hands.type("Tea & Talk")
    hands.enter()
    start = page.views.start
    hands.wait_focus(start.you.field.box)
    hands.tab_to(start.you.role.box)
    hands.enter()
    hands.wait_focus(start.words.choose.offered_option.button)
    hands.wait(lambda: start.words.choose.chosen() != "")
    hands.enter()
    hands.wait_focus(start.once_more.once_more.field.box)


def test_words_of_ones_own_are_judged_while_they_are_typed_and_asked_for_twice(page, hands, house):
    to_words(page, hands)
    choose = page.views.start.words.choose
    hands.tab_to(choose.offered_option.button)
    hands.key(Qt.Key.Key_Down)
    assert choose.is_own
    hands.tab_to(choose.own_field.box)
    hands.enter()
    assert "Type your secret words first" in choose.own_field.error
    hands.type("teatalk")
    hands.wait(lambda: "Not strong yet" in choose.strength.text())
    hands.enter()
    hands.wait(lambda: "too easy to guess" in choose.own_field.error)
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type(OWN)
    hands.wait(lambda: "Strong" in choose.strength.text())
    hands.enter()
    again = page.views.start.once_more.once_more
    hands.wait_focus(again.field.box)
    assert again.copied.isHidden()
    hands.enter()
    assert "once more" in again.field.error
    hands.type("other words")
    hands.enter()
    assert "other words than before" in again.field.error
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type(OWN.upper())
    hands.enter()
    assert "Caps Lock" in again.field.error
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type(OWN)
    hands.enter()
    hands.wait(page.views.start.way_back.isVisible)
    hands.press(page.views.start.way_back.flow.later_button)
    start_it(page, hands, house)
    group = house.session.group_id
    house.lock()
    house.groups.open(group, OWN).close()


def test_offered_words_may_be_copied_down_in_place_of_typing(page, hands):
    to_words(page, hands)
    hands.press(page.views.start.next_button)
    hands.press(page.views.start.once_more.once_more.copied.box)
    hands.press(page.views.start.next_button)
    hands.wait(page.views.start.way_back.isVisible)


def test_other_words_are_offered_as_often_as_somebody_likes(page, hands):
    to_words(page, hands)
    choose, seen = page.views.start.words.choose, set()
    for _ in range(3):
        before = choose.chosen()
        seen.add(before)
        hands.press(choose.other_button)
        hands.wait(lambda before=before: choose.chosen() != before)
    assert len(seen) == 3


@pytest.mark.parametrize(("name", "said"), [("", "needs a name"), ("x" * 121, "too long")])
def test_a_name_that_cannot_be_used_is_said_beside_it(page, hands, name, said):
    page.views.start.name.field.box.setText(name)
    hands.enter()
    assert said in page.views.start.name.field.error
    assert page.views.start.name.isVisible()
    hands.wait_focus(page.views.start.name.field.box)


def test_what_somebody_is_called_may_be_empty_and_not_too_long(page, hands):
    hands.type("Tea")
    hands.enter()
    page.views.start.you.field.box.setText("x" * 81)
    hands.enter()
    assert "too long" in page.views.start.you.field.error
    page.views.start.you.field.box.setText("")
    hands.enter()
    hands.wait(page.views.start.words.isVisible)


def test_back_loses_nothing_and_the_answers_can_be_changed_at_the_end(page, hands, house):
    page.views.start.name.hide_name.box.setChecked(True)
    to_way_back(page, hands)
    page.views.start.you.role.choose("treasurer")
    words = page.views.start.words.choose.chosen()
    for _ in range(4):
        hands.press(page.views.start.back_button)
    assert page.views.start.name.name() == "Tea & Talk"
    assert page.views.start.name.hide_name.box.isChecked()
    for _ in range(3):
        hands.press(page.views.start.next_button)
    assert page.views.start.words.choose.chosen() == words
    hands.press(page.views.start.next_button)
    hands.press(page.views.start.way_back.flow.later_button)
    hands.wait(page.views.start.last.isVisible)
    said = [page.views.start.last.change_buttons[n].accessibleName() for n in range(4)]
    assert said[0] == "Change: Your group"
    hands.press(page.views.start.last.change_buttons[0])
    hands.wait_focus(page.views.start.name.field.box)
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type("Talk & Tea")
    for _ in range(4):
        hands.press(page.views.start.next_button)
    hands.press(page.views.start.way_back.flow.later_button)
    start_it(page, hands, house)
    assert house.session.name == "Talk & Tea"
    assert house.groups.groups()[0].name == ""
    assert house.inside.openers.my_role() == "treasurer"


def test_a_laptop_that_only_one_person_uses_is_said_to_be_so(page, hands, house, settings):
    to_way_back(page, hands)
    hands.press(page.views.start.way_back.flow.later_button)
    hands.press(page.views.start.last.shared.box)
    start_it(page, hands, house)
    assert not settings.current.shared


def test_only_the_newest_words_have_to_be_typed_once_more(page, hands):
    to_words(page, hands)
    hands.press(page.views.start.next_button)
    page.views.start.once_more.once_more.copied.box.setChecked(True)
    hands.press(page.views.start.back_button)
    before = page.views.start.words.choose.chosen()
    hands.press(page.views.start.words.choose.other_button)
    hands.wait(lambda: page.views.start.words.choose.chosen() != before)
    hands.press(page.views.start.next_button)
    assert not page.views.start.once_more.once_more.copied.box.isChecked()
