"""Who can open the group: people let in and taken out, words, the code, the name, this laptop."""

from functools import partial

import pytest
from PySide6.QtCore import Qt

from tests.support.every_size import usable_at_every_size
from tests.support.groups_window import GroupsHouse, Typist, make_part, words_kept
from tests.support.keyrings import WorkingRing, remembering
from tests.support.vault_examples import ASHA, BEN, CODE, MovableClock, written
from vcs_desktop.core.group_errors import MistypedCode, NoCode, WrongCode, WrongPassphrase
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.way_back import code_flow

WRONG = "apple onion window teapot"
SHUT = (WrongPassphrase, WrongCode, NoCode, MistypedCode)


@pytest.fixture
def house(tmp_path, tasks, qtbot):
    made = GroupsHouse(tmp_path, tasks, qtbot, MovableClock()).begin()
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def open_part(house, settings, tasks, show):
    return partial(make_part, house, settings, tasks, show)


@pytest.fixture
def hands(qtbot):
    return Typist(qtbot, None)


def begin(part, hands):
    """Put the focus on the part."""
    part.host.activateWindow()
    part.people.words_button.setFocus()
    hands.wait_focus(part.people.words_button)


def opens(house, group, words):
    """Say whether words, or a code, open a group that is open here too."""
    try:
        house.groups.open(group, words).close()
    except SHUT:
        return False
    return True


def rows(part):
    return list(part.people.take_out_buttons)


def test_it_says_who_can_open_the_group_and_who_one_is(house, open_part):
    house.inside.group.add_opener("Ben", BEN)
    part = open_part()
    said = " ".join(words.text() for words in part.people.findChildren(type(part.code_words)))
    assert "Asha (you)" in said
    assert "Ben" in said
    assert len(rows(part)) == 1
    assert "none yet" in part.code_words.text()


def test_another_person_is_let_in_with_words_that_they_type(house, open_part, hands):
    part = open_part()
    begin(part, hands)
    hands.press(part.people.add_button)
    hands.wait_focus(part.people.let_in.name_field.box)
    hands.type("Ben")
    choose = part.people.let_in.words.choose
    hands.tab_to(choose.offered_option.button)
    hands.key(Qt.Key.Key_Down)
    hands.tab_to(choose.own_field.box)
    hands.type(BEN)
    hands.enter()
    hands.wait_focus(part.people.let_in.words.once_more.field.box)
    hands.type(BEN)
    hands.enter()
    hands.wait(part.people.message.isVisible)
    assert "Ben can open" in part.people.message.words.text()
    hands.wait(lambda: len(rows(part)) == 1)
    assert opens(house, house.session.group_id, BEN)
    assert set(words_kept(part)) == {"Tea & Talk"}  # its name may be changed here


def test_ones_own_words_are_changed_after_the_present_ones(house, open_part, hands):
    part = open_part()
    begin(part, hands)
    hands.press(part.people.words_button)
    form = part.people.words_form
    hands.wait_focus(form.present.box)
    hands.wait(lambda: form.words.words() != "")
    words = form.words.words()
    hands.press(form.words.once_more.copied.box)
    hands.press(form.use_button)
    assert "present words first" in form.present.error
    hands.tab_to(form.present.box)
    hands.type(WRONG)
    hands.press(form.use_button)
    hands.wait(lambda: "not the right secret words" in form.present.error)
    assert opens(house, house.session.group_id, ASHA)
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type(ASHA)
    hands.press(form.use_button)
    hands.wait(part.people.message.isVisible)
    group = house.session.group_id
    assert opens(house, group, words)
    assert not opens(house, group, ASHA)
    assert form.isHidden()


def test_keeping_the_old_words_changes_nothing_and_keeps_none_on_the_screen(
    house, open_part, hands
):
    part = open_part()
    begin(part, hands)
    hands.press(part.people.words_button)
    form = part.people.words_form
    hands.wait(lambda: form.words.words() != "")
    form.present.box.setText(ASHA)
    hands.press(form.leave_button)
    assert form.isHidden()
    assert form.words.words() == ""
    assert set(words_kept(part)) == {"Tea & Talk"}
    assert opens(house, house.session.group_id, ASHA)


def test_who_came_in_with_the_code_says_who_they_are_and_needs_no_old_words(
    house, open_part, hands
):
    house.inside.group.set_code(CODE)
    house.inside.group.add_opener("Ben", BEN)
    group = house.session.group_id
    house.lock()
    house._open(lambda: house.groups.open_with_code(group, written(CODE)))
    part = open_part()
    assert part.people.by_code.isVisible()
    assert part.people.words_button.property("kind") == "primary"
    assert part.code.print_button.property("kind") == ""  # the code there is still works
    assert part.people.role.isHidden()
    begin(part, hands)
    hands.press(part.people.words_button)
    form = part.people.words_form
    hands.wait(lambda: form.words.words() != "")
    assert form.present.isHidden()
    words = form.words.words()
    hands.press(form.words.once_more.copied.box)
    hands.press(form.use_button)
    assert "who you are" in form.who.error
    form.who.choose(house.inside.group.openers[1].id)
    hands.press(form.use_button)
    hands.wait(part.people.message.isVisible)
    assert opens(house, group, words)
    assert opens(house, group, ASHA)
    assert not opens(house, group, BEN)
    house.settle()
    assert part.people.by_code.isHidden()
    assert part.people.words_button.property("kind") == ""


def test_where_there_is_no_code_none_is_said_to_end(house, open_part, hands):
    house.inside.group.add_opener("Ben", BEN)
    part = open_part()
    begin(part, hands)
    hands.press(next(iter(part.people.take_out_buttons.values())))
    said = part.people.taking_out.means.text()
    assert "new key" in said
    assert "code" not in said


def test_taking_somebody_out_says_what_it_means_and_does_it(house, open_part, hands):
    group = house.inside.group
    group.set_code(CODE)
    group.add_opener("Ben", BEN)
    house.inside.openers.set_role("chair")
    house.inside.backups.back_up_if_changed()
    part = open_part()
    begin(part, hands)
    hands.press(next(iter(part.people.take_out_buttons.values())))
    taking = part.people.taking_out
    hands.wait_focus(taking.leave_button)  # Enter by itself takes nobody out
    assert taking.title.text() == "Take Ben out?"
    assert "The printed code ends too" in taking.means.text()
    hands.press(taking.go_button)
    hands.wait(lambda: rows(part) == [] and part.people.message.isVisible())
    assert "printed code ended" in part.people.message.words.text()
    assert not opens(house, group.id, BEN)
    assert not group.has_code
    assert len(house.inside.backups.list()) == 1  # the old one opened with Ben's words
    part.people.message.act_button.click()
    hands.wait_focus(part.code.print_button)


def test_who_is_kept_stays(house, open_part, hands):
    house.inside.group.add_opener("Ben", BEN)
    part = open_part()
    begin(part, hands)
    hands.press(next(iter(part.people.take_out_buttons.values())))
    hands.wait_focus(part.people.taking_out.leave_button)
    hands.enter()
    assert part.people.taking_out.isHidden()
    assert opens(house, house.session.group_id, BEN)


def test_nobody_is_taken_out_while_the_group_is_open_elsewhere(house, open_part, hands):
    house.inside.group.add_opener("Ben", BEN)
    part = open_part()
    begin(part, hands)
    hands.press(next(iter(part.people.take_out_buttons.values())))
    with house.groups.open(house.session.group_id, ASHA):
        hands.press(part.people.taking_out.go_button)
        hands.wait(part.people.taking_out.message.isVisible)
    assert "open in another window" in part.people.taking_out.message.words.text()
    assert part.people.taking_out.go_button.isEnabled()


def test_a_role_holds_at_once_stands_in_the_history_and_can_be_undone(house, open_part, qtbot):
    part = open_part()
    with qtbot.waitSignal(house.session.acted):
        part.people.role.box.setCurrentIndex(part.people.role.box.findData("treasurer"))
    assert house.inside.openers.my_role() == "treasurer"
    entry = house.inside.records.history(house.session.opener_id)[0]
    assert entry.changes["role"].new == "treasurer"
    house.inside.records.undo()
    part.shown()
    qtbot.waitUntil(lambda: part.people.role.chosen_id() == "")


def test_a_new_code_ends_the_old_one_once_it_was_rehearsed(
    house, open_part, hands, tmp_path, monkeypatch
):
    house.inside.group.set_code(CODE)
    group = house.session.group_id
    part = open_part()
    assert "ends the old one" in part.code_words.text()
    monkeypatch.setattr(
        code_flow.files,
        "ask_where_to_save",
        lambda _p, _t, name, _k, then: then(str(tmp_path / name)),
    )
    begin(part, hands)
    hands.press(part.code.save_button)
    hands.wait(lambda: part.code.have_button is not None)
    house.groups.open_with_code(group, written(CODE)).close()  # still good
    code = part.code.making.rehearsal.groups
    hands.press(part.code.have_button)
    hands.wait(lambda: len(part.code.fields) == 2)
    for place in part.code.making.rehearsal.places:
        hands.type(code[place - 1])
        hands.enter()
    hands.wait(part.message.isVisible)
    with pytest.raises(WrongCode):
        house.groups.open_with_code(group, written(CODE))
    house.groups.open_with_code(group, "-".join(code)).close()


def test_the_name_is_changed_and_hidden(house, open_part, hands):
    part = open_part()
    begin(part, hands)
    hands.tab_to(part.name.field.box)
    hands.type("Talk & Tea")
    part.name.hide_name.box.setChecked(True)
    hands.enter()
    hands.wait(part.name.message.isVisible)
    assert house.inside.group.name == "Talk & Tea"
    assert house.groups.groups()[0].name == ""


def test_the_name_is_hidden_at_once_and_one_half_typed_is_left_alone(house, open_part, hands):
    part = open_part()
    begin(part, hands)
    hands.tab_to(part.name.field.box)
    hands.type("Talk &")
    hands.press(part.name.hide_name.box)
    hands.wait(part.name.message.isVisible)
    house.settle()
    assert house.groups.groups()[0].name == ""
    assert house.inside.group.name == "Tea & Talk"
    assert "Talk &" in part.name.field.words()
    hands.press(part.name.hide_name.box)
    hands.wait(lambda: "says the name now" in part.name.message.words.text())
    assert house.groups.groups()[0].name == "Tea & Talk"


def test_a_name_that_cannot_be_used_is_said_beside_it(house, open_part, hands):
    part = open_part()
    part.name.field.box.setText("")
    part.name.change_button.click()
    hands.wait(lambda: "needs a name" in part.name.field.error)
    assert house.inside.group.name == "Tea & Talk"


def test_when_it_locks_and_whether_it_is_shared_hold_at_once(open_part, settings):
    part = open_part()
    part.laptop.minutes.box.setCurrentIndex(part.laptop.minutes.box.findData("15"))
    assert settings.current.lock_after_minutes == 15
    assert part.laptop.remember.isHidden()
    assert "remembers nobody" in part.laptop.why_not.text()
    part.laptop.shared.box.setChecked(False)
    assert not settings.current.shared


def test_a_laptop_of_ones_own_remembers_until_it_is_said_to_be_shared(
    tmp_path, house, open_part, settings, qtbot
):
    house.lock()
    house.groups = remembering(
        tmp_path / "groups",
        WorkingRing(),
        clock=house.clock,
        shared=lambda: settings.current.shared,
    )
    settings.change(shared=False)
    house.open_again()
    part, group = open_part(), house.session.group_id
    qtbot.waitUntil(part.laptop.remember.isVisible)
    part.laptop.remember.box.setChecked(True)
    qtbot.waitUntil(lambda: house.groups.remembered.is_remembered(group))
    house.settle()
    part.laptop.shared.box.setChecked(True)
    house.settle()
    settings.change(shared=False)
    assert not house.groups.remembered.is_remembered(group)


def test_the_practice_group_has_nothing_to_choose(house, open_part):
    house._open(house.groups.practice.open)
    part = open_part()
    assert part.practice.isVisible()
    for each in (part.people, part.code_card, part.name, part.removal):
        assert each.isHidden()
    assert part.laptop.isVisible()


def test_when_it_is_put_away_no_secret_is_left_in_it(house, open_part, hands):
    part = open_part()
    part.people.words_button.click()
    hands.wait(lambda: part.people.words_form.words.words() != "")
    part.people.words_form.present.box.setText(ASHA)
    part.people.words_form.words.once_more.field.box.setText(ASHA)
    part.code.copy_button.click()
    hands.wait(lambda: part.code.code_card is not None)
    part.put_away()
    assert part.code.code_card is None
    assert part.people.words_form.words.words() == ""
    assert set(words_kept(part)) == {"Tea & Talk"}


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_it_can_be_used_by_everybody_at_each_size(house, open_part, qtbot, theme, hands):
    look.set_theme(theme)
    house.inside.group.add_opener("Ben", BEN)
    part = open_part()
    part.removal.fold.set_open(True)
    usable_at_every_size(qtbot, part.host)
    part.people.words_button.click()
    hands.wait(lambda: part.people.words_form.words.words() != "")
    usable_at_every_size(qtbot, part.host)
    part.people.words_form.leave_button.click()
    part.people.add_button.click()
    usable_at_every_size(qtbot, part.host)
    part.people.let_in.leave_button.click()
    next(iter(part.people.take_out_buttons.values())).click()
    usable_at_every_size(qtbot, part.host)


def test_in_little_room_a_form_that_opens_is_scrolled_to(house, open_part, hands):
    look.set_text_size(200)
    part = open_part()
    part.host.resize(683, 364)
    begin(part, hands)
    hands.enter()
    box = part.people.words_form.present.box
    hands.wait_focus(box)
    hands.wait(lambda: not box.visibleRegion().isEmpty())
