"""Questions of an application are added, moved, changed and taken out where they are answered."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.support.accessibility import every_complaint
from tests.support.application_examples import WARM
from tests.support.applications_window import rows
from vcs_desktop.domain.answers import Unit
from vcs_desktop.ui.pages.applications.page import ApplicationsPage

ALT = Qt.KeyboardModifier.AltModifier
ASKED = [f"{each.ref}. {each.text}" for each in WARM.questions]


@pytest.fixture
def page(house, show_page):
    return show_page(ApplicationsPage(house, house.tasks, house.session), 1158, 560)


@pytest.fixture
def part(page, house, begun):
    made = page.open(begun, "answers").front()
    house.settle()
    return made


def first(house, begun):
    return house.application(begun).answers[0]


def write(house, begun, number, text):
    held = house.inside.applications.opened(begun).answers[number]
    return house.inside.applications.save_answer(held, replace(held.thing, text=text))


def change(part, house, name, act):
    part.card.fold.set_open(True)
    act(part.card.fold.form.bound[name].field)
    part.put_away()
    house.settle()


def test_a_question_is_added_and_its_words_are_typed_at_once(part, house, begun, qtbot):
    part.questions.add_button.click()
    house.settle()
    assert part.card.fold.question.box.hasFocus()
    qtbot.keyClicks(part.card.fold.question.box, "Who are you?")
    part.put_away()
    house.settle()
    assert rows(part)[-1] == "4. Who are you?"
    assert house.application(begun).answers[-1].question == "Who are you?"


def test_alt_and_an_arrow_move_a_question_and_it_stays_under_the_hand(part, house, begun, qtbot):
    part.list.setFocus()
    chosen = part.list.chosen_id()
    qtbot.keyClick(part.list, Qt.Key.Key_Down, ALT)
    house.settle()
    assert rows(part) == [ASKED[1], ASKED[0], ASKED[2]]
    assert part.list.chosen_id() == chosen == part.card.answer.id
    qtbot.keyClick(part.list, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(part.list, Qt.Key.Key_Up, ALT)
    house.settle()
    assert rows(part) == ASKED


def test_the_mouse_moves_a_question_too(part, house):
    part.card.fold.set_open(True)
    part.card.fold.down_button.click()
    house.settle()
    assert rows(part) == [ASKED[1], ASKED[0], ASKED[2]]


def test_a_question_goes_to_the_bin_and_comes_back_with_its_answer(part, house, begun, page):
    write(house, begun, 0, "We cook.")
    part.card.fold.set_open(True)
    part.card.fold.remove_button.click()
    house.settle()
    assert rows(part) == ASKED[1:]
    assert part.card.answer.question == WARM.questions[1].text
    page.undo_bar.undo_button.click()
    house.settle()
    assert rows(part) == ASKED
    assert first(house, begun).text == "We cook."


def test_the_last_question_that_goes_leaves_a_way_to_add_one(part, house):
    for _ in WARM.questions:
        part.card.fold.set_open(True)
        part.card.fold.remove_button.click()
        house.settle()
    assert part.card is None
    part.empty.button.click()
    house.settle()
    assert part.card.fold.is_open()


def test_another_limit_counts_at_once(part, house, begun, qtbot):
    part.card.text_field.box.setPlainText("one two three")

    def type_limit(field):
        field.box.selectAll()
        qtbot.keyClicks(field.box, "2")

    change(part, house, "limit", type_limit)
    assert part.card.count.text() == "3 words of 2. 1 word too many: please cut some."
    kept = first(house, begun)
    assert (kept.limit, kept.text) == (2, "one two three")


def test_characters_are_counted_by_the_rule_of_the_form(part, house, begun):
    part.card.text_field.box.setPlainText("a b\nc")
    fold = part.card.fold
    fold.set_open(True)
    bound = fold.form.bound
    assert not bound["counts_spaces"].field.isVisible()
    bound["unit"].field.box.setCurrentIndex(1)
    assert bound["counts_spaces"].field.isVisible()
    bound["counts_spaces"].field.box.setCurrentIndex(1)
    part.put_away()
    house.settle()
    assert first(house, begun).unit is Unit.CHARACTERS
    assert part.card.count.text() == "4 characters of 100."
    assert every_complaint(part.card) == []


def open_window(part, house, begun):
    write(house, begun, 0, "We cook.\nWe eat.")
    write(house, begun, 1, "An oven")
    house.session.tell_changed()
    house.settle()
    return part.open_paste_window()


def clipboard():
    return QGuiApplication.clipboard()


def test_a_window_beside_the_browser_gives_one_answer_after_the_other(part, house, begun, qtbot):
    window = open_window(part, house, begun)
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.question.text() == ASKED[0]
    assert window.count.text() == "4 words of 100."
    window.copy_button.click()
    assert clipboard().text() == "We cook.\nWe eat."
    assert window.copy_button.text() == "Copied"
    window.tick.click()
    house.settle()
    assert first(house, begun).pasted_on == date(2026, 11, 23)
    window.next_button.click()
    assert (window.question.text(), window.tick.isChecked()) == (ASKED[1], False)
    assert window.copy_button.text() == "Copy"
    window.before_button.click()
    assert window.tick.isChecked()
    window.tick.click()
    house.settle()
    assert first(house, begun).pasted_on is None
    assert every_complaint(window) == []
    window.close()


def test_the_window_has_what_was_typed_last(part, house, begun, qtbot):
    box = part.card.text_field.box
    qtbot.keyClicks(box, "We cook.")
    window = part.open_paste_window()
    house.settle()
    window.copy_button.click()
    assert clipboard().text() == "We cook."
    qtbot.keyClicks(box, " We eat.")
    part.put_away()
    house.settle()
    window.copy_button.click()
    assert (window.text.text(), clipboard().text()) == ("We cook. We eat.",) * 2
    assert window.count.text() == "4 words of 100."
    window.close()


def test_the_window_stays_where_it_is_when_a_question_goes(part, house, begun, qtbot):
    window = open_window(part, house, begun)
    window.next_button.click()
    house.inside.applications.remove_question(house.application(begun).answers[0].id)
    house.session.tell_changed()
    house.settle()
    assert window.text.text() == "An oven"
    assert window.place.text() == "Question 1 of 2"
    for each in house.application(begun).answers:
        house.inside.applications.remove_question(each.id)
    with qtbot.waitSignal(window.destroyed):
        house.session.tell_changed()
        house.settle()


def test_pasting_begins_at_the_first_answer_that_is_not_pasted_yet(part, house, begun):
    part.list.choose(house.application(begun).answers[2].id)
    house.settle()
    window = open_window(part, house, begun)
    assert window.question.text() == ASKED[0]
    window.tick.click()
    house.settle()
    window.close()
    again = part.open_paste_window()
    assert again.question.text() == ASKED[1]
    again.close()


def test_an_answer_that_is_not_there_cannot_be_copied(part, house, begun):
    window = open_window(part, house, begun)
    window.next_button.click()
    window.next_button.click()
    assert window.text.text() == "No answer yet."
    assert not window.copy_button.isEnabled()
    assert not window.next_button.isEnabled()
    window.close()


def test_when_the_group_is_locked_the_window_goes_and_the_clipboard_forgets(
    part, house, begun, qtbot
):
    window = open_window(part, house, begun)
    window.copy_button.click()
    with qtbot.waitSignal(window.destroyed):
        house.lock()
    assert clipboard().text() == ""


def test_what_somebody_else_copied_since_stays_on_the_clipboard(part, house, begun, qtbot):
    window = open_window(part, house, begun)
    window.copy_button.click()
    clipboard().setText("a recipe")
    with qtbot.waitSignal(window.destroyed):
        house.lock()
    assert clipboard().text() == "a recipe"
