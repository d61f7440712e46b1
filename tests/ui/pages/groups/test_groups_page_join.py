"""A group that is on another laptop comes to this one: code, four words, own words, records."""

import pytest
from PySide6.QtCore import Qt

from tests.support.every_size import usable_at_every_size
from tests.support.groups_window import Typist, make_page, words_kept
from tests.support.laptops import ADDRESS
from tests.support.vault_examples import BEN
from vcs_desktop.domain.people import Person
from vcs_desktop.services.two_laptops.joining import NewMember
from vcs_desktop.ui.updates.exchanges import Exchanges

HERE = "Ben's laptop"


@pytest.fixture
def house(laptops_house):
    return laptops_house


@pytest.fixture
def one(house):
    """The other laptop, on which the group is, with somebody in it."""
    made = house.others.first()
    made.people.add(Person(name="Dev"))
    made.laptops.exchange()
    return made


@pytest.fixture
def page(house, settings, show, qtbot):
    return make_page(house, settings, show, qtbot)


@pytest.fixture
def hands(qtbot, page):
    return Typist(qtbot, page)


def type_in(hands, page, code, address=ADDRESS):
    """Type the address and the code by key alone."""
    join = page.views.join
    hands.wait_focus(join.ask.address.box)
    hands.type(address)
    hands.tab_to(join.ask.code.box)
    hands.type(code.lower())
    hands.tab_to(join.ask.name.box)
    join.ask.name.box.selectAll()
    hands.type(HERE)
    hands.enter()


def ask(hands, page, code, address=ADDRESS):
    """Type the address and the code, and wait until the four words are there."""
    type_in(hands, page, code, address)
    hands.wait(page.views.join.four_words.isVisible)


def be_let_in(page, one, house):
    (asking,) = one.laptops.asking()
    assert asking.words == page.views.join.four_words.words.text()
    one.laptops.accept(asking.device)
    page.views.join.four_words.look()
    house.settle()


def to_the_end(hands, page):
    """Answer what comes after the four words: a name, own words, once more, later."""
    join = page.views.join
    hands.wait_focus(join.you.field.box)
    hands.type("Ben")
    hands.enter()
    hands.wait(lambda: join.words.choose.chosen() != "")
    hands.press(join.next_button)
    hands.wait_focus(join.once_more.once_more.field.box)
    hands.type(join.words.choose.chosen())
    hands.enter()
    hands.wait(join.way_back.isVisible)
    hands.press(join.way_back.flow.later_button)
    hands.wait(join.last.isVisible)


def test_the_whole_way_by_key_alone(house, one, page, hands, qtbot, tasks):
    exchanges = Exchanges(house, tasks, house.session, house.clock)
    code = "-".join(one.laptops.invite().code)
    hands.press(page.picker.ways["join"])
    assert page.front is page.views.join
    ask(hands, page, code)
    be_let_in(page, one, house)
    to_the_end(hands, page)
    with qtbot.waitSignal(exchanges.ended, timeout=20_000):
        hands.press(page.views.join.next_button)
    house.settle()
    assert house.session.name == "Tea & Talk"
    assert {each.name for each in house.inside.people.people()} == {"Dev"}
    assert [each.label for each in house.inside.group.openers] == ["Ben"]
    assert [each.name for each in house.inside.laptops.laptops()] == [HERE, "Asha's laptop"]
    kept = words_kept(page)  # names may stay; nothing that is secret
    assert set(kept) <= {ADDRESS, HERE, "Our laptop"}
    house.lock()


def test_what_a_phone_read_is_taken_in_one_line(one, page, hands, house):
    invited = one.laptops.invite()
    page.show_thing("join")
    ask(hands, page, "", invited.qr_text)
    assert page.views.join.ask.address.words() == ADDRESS
    (asking,) = one.laptops.asking()
    assert asking.name == HERE


def test_a_wrong_code_is_said_beside_it(one, page, hands, house):
    page.show_thing("join")
    join = page.views.join
    join.ask.address.box.setText(ADDRESS)
    join.ask.code.box.setText("AAAA AAAA AAAA")
    hands.press(join.next_button)
    hands.wait(lambda: join.ask.code.error != "")
    assert "does not let anybody in" in join.ask.code.error
    hands.wait_focus(join.ask.code.box)


def test_nothing_is_asked_before_all_is_answered(page, hands, house):
    page.show_thing("join")
    join = page.views.join
    hands.press(join.next_button)
    assert join.ask.address.error
    join.ask.address.box.setText(ADDRESS)
    hands.press(join.next_button)
    assert join.ask.code.error
    assert house.server.requests == 0


def test_who_is_sent_away_is_told_and_can_begin_again(one, page, hands, house):
    page.show_thing("join")
    ask(hands, page, "".join(one.laptops.invite().code))
    one.laptops.refuse(one.laptops.asking()[0].device)
    page.views.join.four_words.look()
    hands.wait(page.views.join.ask.isVisible)
    assert "did not let this one in" in page.views.join.ask.message.words.text()
    assert not page.views.join.four_words.timer.isActive()
    assert page.views.join.ask.code.words() == ""


def test_offline_it_goes_on_waiting_and_says_so(one, page, hands, house):
    page.show_thing("join")
    ask(hands, page, "".join(one.laptops.invite().code))
    house.go_offline()
    page.views.join.four_words.look()
    hands.wait(lambda: "cannot be reached" in page.views.join.four_words.waiting.text())
    assert page.views.join.four_words.timer.isActive()
    house.go_offline(is_off=False)
    be_let_in(page, one, house)
    hands.wait(page.views.join.you.isVisible)
    assert not page.views.join.back_button.isVisible()


def test_back_and_escape_wait_for_nobody_any_more(one, page, hands, house):
    page.show_thing("join")
    ask(hands, page, "".join(one.laptops.invite().code))
    hands.press(page.views.join.back_button)
    assert page.views.join.ask.isVisible()
    assert not page.views.join.four_words.timer.isActive()
    hands.key(Qt.Key.Key_Escape)
    assert page.front is page.picker


def come_in(house, one):
    """Let the group come to this laptop by another window."""
    again = house.joining.ask(ADDRESS, "".join(one.laptops.invite().code), "A")
    one.laptops.accept(one.laptops.asking()[0].device)
    assert house.joining.is_let_in(again)
    return lambda: house.joining.finish(again, NewMember("Ben", BEN)).close()


def test_a_group_that_is_here_already_is_said_before_anybody_is_asked(one, page, hands, house):
    come_in(house, one)()
    page.show_thing("join")
    type_in(hands, page, "".join(one.laptops.invite().code))
    hands.wait(page.views.join.ask.message.isVisible)
    assert "is on this laptop already" in page.views.join.ask.message.words.text()
    assert one.laptops.asking() == ()


def test_a_group_that_came_here_meanwhile_is_said(one, page, hands, house):
    finish = come_in(house, one)
    page.show_thing("join")
    ask(hands, page, "".join(one.laptops.invite().code))
    be_let_in(page, one, house)
    finish()
    to_the_end(hands, page)
    hands.press(page.views.join.next_button)
    hands.wait(page.views.join.message.isVisible)
    assert page.views.join.next_button.isEnabled()


def test_joining_can_be_used_by_everybody_at_each_size(one, page, hands, house, qtbot):
    page.show_thing("join")
    usable_at_every_size(qtbot, page.host)
    page.views.join.ask.code.tell("This code does not let anybody in.")
    usable_at_every_size(qtbot, page.host)
    page.show_thing("join")
    ask(hands, page, "".join(one.laptops.invite().code))
    usable_at_every_size(qtbot, page.host)
    be_let_in(page, one, house)
    hands.wait(page.views.join.you.isVisible)
    usable_at_every_size(qtbot, page.host)


def test_who_looks_at_another_page_meanwhile_loses_neither_the_place_nor_keeps_words(
    one, page, hands, house
):
    page.show_thing("join")
    join = page.views.join
    ask(hands, page, "".join(one.laptops.invite().code))
    words = join.four_words.words.text()
    page.hide()
    page.show()
    assert join.four_words.words.text() == words
    be_let_in(page, one, house)
    hands.wait(join.you.isVisible)
    join._next()
    hands.wait(lambda: join.words.choose.chosen() != "")
    join._next()
    hands.wait(join.once_more.isVisible)
    before = join.words.choose.chosen()
    page.hide()
    page.show()
    assert join.words.isVisible()
    hands.wait(lambda: join.words.choose.chosen() not in ("", before))


def test_while_an_answer_is_awaited_no_second_question_is_asked(one, page, hands, house):
    page.show_thing("join")
    ask(hands, page, "".join(one.laptops.invite().code))
    asked = house.server.requests
    for _ in range(5):
        page.views.join.four_words.look()
    house.settle()
    assert house.server.requests == asked + 1
