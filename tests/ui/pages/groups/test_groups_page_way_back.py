"""A second way in, asked for in the first line of Home and before the group is locked."""

import pytest

from tests.support.every_size import usable_at_every_size
from tests.support.groups_window import GroupsHouse, Typist, make_page, words_kept
from tests.support.vault_examples import ASHA, BEN, CODE, written
from vcs_desktop.services.groups import way_back
from vcs_desktop.services.groups.way_back import Asking
from vcs_desktop.ui.way_back.line import WayBackLine


@pytest.fixture
def house(tmp_path, tasks, qtbot):
    made = GroupsHouse(tmp_path, tasks, qtbot).begin()
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def page(house, settings, show, qtbot):
    return make_page(house, settings, show, qtbot)


@pytest.fixture
def hands(qtbot, page):
    return Typist(qtbot, page)


@pytest.fixture
def line(house, tasks, show):
    made = show(WayBackLine(house, tasks, house.session), 900, 80)
    made.shown()
    house.settle()
    return made


def test_the_line_is_there_until_there_is_a_second_way_in(house, line, qtbot):
    assert line.isVisible()
    assert "second way in" in line.words.text()
    with qtbot.waitSignal(line.wanted):
        line.act_button.click()
    house.inside.group.add_opener("Ben", BEN)
    line.shown()
    qtbot.waitUntil(line.isHidden)


def test_who_came_in_with_the_code_is_led_to_new_words(house, line, qtbot):
    house.inside.group.set_code(CODE)
    group = house.session.group_id
    house.lock()
    house._open(lambda: house.groups.open_with_code(group, written(CODE)))
    line.shown()
    qtbot.waitUntil(lambda: "printed code" in line.words.text())
    with qtbot.waitSignal(line.words_wanted):
        line.act_button.click()
    made = house.inside.group
    made.change_words(made.openers[0].id, BEN)
    line.shown()
    qtbot.waitUntil(line.isHidden)


def test_of_a_locked_group_the_line_says_nothing(house, line, qtbot):
    house.lock()
    line.shown()
    qtbot.waitUntil(line.isHidden)


def test_the_line_can_be_used_by_everybody(line, qtbot):
    usable_at_every_size(qtbot, line)


def test_later_works_three_times_and_says_how_often_it_still_does(house, page, hands):
    for left in (3, 2, 1):
        page.show_thing("way-back")
        hands.wait(page.views.way_back.flow.later_button.isVisible)
        assert str(left) in page.views.way_back.flow.later_words.text()
        hands.press(page.views.way_back.flow.later_button)
        hands.wait(lambda: page.front is page.picker)
    page.show_thing("way-back")
    hands.wait(page.views.way_back.flow.later_words.isVisible)
    assert page.views.way_back.flow.later_button.isHidden()
    assert way_back.state(house.inside).asking is Asking.MUST_NOW
    assert page.led == [("home", "")] * 3


def test_before_the_group_is_locked_later_goes_on_to_lock_it(house, page, hands, qtbot):
    page.show_thing("way-back/lock")
    hands.wait(page.views.way_back.flow.later_button.isVisible)
    with qtbot.waitSignal(house.session.locked):
        hands.press(page.views.way_back.flow.later_button)


def test_though_later_is_used_up_the_group_can_always_be_locked(house, page, hands, qtbot):
    for _ in range(3):
        way_back.put_off(house.inside)
    page.show_thing("way-back/lock")
    later = page.views.way_back.flow.later_button
    hands.wait(later.isVisible)
    assert later.text() == "Lock without it"
    assert "three times" in page.views.way_back.flow.later_words.text()
    with qtbot.waitSignal(house.session.locked):
        hands.press(later)


def test_before_the_window_closes_later_goes_on_to_close_it(house, page, hands):
    page.show_thing("way-back/close")
    hands.wait(page.views.way_back.flow.later_button.isVisible)
    hands.press(page.views.way_back.flow.later_button)
    hands.wait(lambda: not page.window().isVisible())


def test_a_code_copied_by_hand_is_a_way_back_once_two_groups_were_typed(house, page, hands):
    page.show_thing("way-back")
    flow = page.views.way_back.flow.code
    hands.wait(page.views.way_back.flow.later_button.isVisible)
    hands.press(flow.copy_button)
    hands.wait(lambda: flow.have_button is not None)
    assert page.views.way_back.flow.later_button.isVisible() is False  # one thing at a time
    code = flow.making.rehearsal.groups
    hands.press(flow.have_button)
    hands.wait(lambda: len(flow.fields) == 2)
    assert not way_back.state(house.inside).is_done
    for place in flow.making.rehearsal.places:
        hands.type(code[place - 1])
        hands.enter()
    hands.wait(lambda: page.led == [("home", "")])
    assert way_back.state(house.inside).is_done
    assert flow.code_card is None
    group = house.session.group_id
    house.lock()
    house.groups.open_with_code(group, " ".join(code)).close()


def test_a_second_person_is_let_in(house, page, hands):
    page.show_thing("way-back")
    flow = page.views.way_back.flow
    hands.wait(flow.later_button.isVisible)
    hands.press(flow.person_button)
    hands.wait_focus(flow.person.name_field.box)
    hands.type("Ben")
    hands.enter()
    hands.wait(lambda: flow.person.words.words() != "")
    hands.press(flow.person.words.once_more.copied.box)
    hands.press(flow.person.done_button)
    hands.wait(lambda: page.led == [("home", "")])
    assert way_back.state(house.inside).is_done
    assert words_kept(page) == []


def test_a_person_whose_name_is_too_long_is_told_beside_the_name(house, page, hands):
    page.show_thing("way-back")
    flow = page.views.way_back.flow
    hands.wait(flow.later_button.isVisible)
    hands.press(flow.person_button)
    hands.wait(lambda: flow.person.words.words() != "")
    flow.person.name_field.box.setText("x" * 81)
    flow.person.words.once_more.copied.box.setChecked(True)
    hands.press(flow.person.done_button)
    hands.wait(lambda: "too long" in flow.person.name_field.error)


def test_a_group_that_is_open_elsewhere_gets_no_code_and_says_why(house, page, hands):
    page.show_thing("way-back")
    flow = page.views.way_back.flow.code
    hands.wait(page.views.way_back.flow.later_button.isVisible)
    hands.press(flow.copy_button)
    hands.wait(lambda: flow.have_button is not None)
    hands.press(flow.have_button)
    hands.wait(lambda: len(flow.fields) == 2)
    with house.groups.open(house.session.group_id, ASHA):
        for place in flow.making.rehearsal.places:
            hands.type(flow.making.rehearsal.groups[place - 1])
            hands.enter()
        hands.wait(flow.message.isVisible)
    assert "open in another window" in flow.message.words.text()
    hands.press(flow.check_button)
    hands.wait(lambda: page.led == [("home", "")])


def test_where_there_is_a_way_back_already_another_may_be_made(house, page, hands):
    house.inside.group.set_code(CODE)
    page.show_thing("way-back")
    hands.wait(lambda: "already" in page.views.way_back.words.text())
    assert page.views.way_back.flow.later_button.isVisible() is False
