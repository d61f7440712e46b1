"""Words of an answer that are not known are marked while it is written, and can be mended."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat

from tests.support.accessibility import every_complaint
from tests.support.application_examples import WARM
from vcs_desktop.ui.pages.applications.page import ApplicationsPage

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


@pytest.fixture
def page(house, show_page):
    return show_page(ApplicationsPage(house, house.tasks, house.session), 1158, 560)


@pytest.fixture
def part(page, house):
    made = page.open(house.inside.applications.start_from_call(WARM), "answers").front()
    house.settle()
    return made


@pytest.fixture
def write(part, qtbot):
    """Put words in the answer, and wait until they have been looked at."""

    def put(words):
        with qtbot.waitSignal(part.card.marks.changed):
            part.card.text_field.box.setPlainText(words)
        return part.card.text_field.box

    return put


def marked(part):
    return [each.selectedText() for each in part.card.marks.unknown()]


def buttons(bar):
    return [each.text() for each in bar.offers if each.isVisible()]


def test_a_word_that_is_not_known_has_a_wave_under_it(part, write):
    box = write("We cook hott lunsh on Thursdays.")
    assert marked(part) == ["hott", "lunsh"]
    assert {each.format.underlineStyle() for each in box.extraSelections()} == {WAVE}


def test_pictures_before_a_word_do_not_move_its_mark(part, write):
    write("🍲🍲 A 👩‍🍳 cooks.\n🍲 lunsh 🍲 and hott")
    assert marked(part) == ["lunsh", "hott"]


def test_only_the_sentence_that_changed_is_asked_about(part, write, house, qtbot):
    box = write("We cook. We eat lunsh. We sing.")
    house.spelling.asked.clear()
    box.moveCursor(box.textCursor().MoveOperation.End)
    with qtbot.waitSignal(part.card.marks.changed):
        qtbot.keyClicks(box, " We dance.")
    assert "".join(house.spelling.asked).strip() == "We dance."
    assert marked(part) == ["lunsh"]


def test_the_word_that_is_being_typed_is_marked_when_the_caret_leaves_it(part, qtbot):
    box = part.card.text_field.box
    with qtbot.waitSignal(part.card.marks.changed):
        qtbot.keyClicks(box, "hott")
    assert marked(part) == []
    with qtbot.waitSignal(part.card.marks.changed):
        qtbot.keyClicks(box, " soup")
    assert marked(part) == ["hott"]


def test_the_check_goes_from_one_word_to_the_next(part, write, house, page):
    box = write("We cook lunsh, hott, in Marstonn.")
    bar = part.card.spelling
    part.card.spelling_button.click()
    house.settle()
    assert box.textCursor().selectedText() == "lunsh"
    assert buttons(bar) == ["lunch", "lush"]
    bar.offers[0].click()
    house.settle()
    assert box.toPlainText() == "We cook lunch, hott, in Marstonn."
    assert box.textCursor().selectedText() == "hott"
    bar.leave_button.click()
    house.settle()
    assert box.textCursor().selectedText() == "Marstonn"
    assert every_complaint(bar) == []
    bar.add_button.click()
    house.settle()
    assert bar.words.text() == "There is no word left to look at."
    assert house.inside.own_words.all() == ("Marstonn",)
    assert marked(part) == []
    bar.close_button.click()
    assert box.hasFocus()


def test_a_word_that_was_mended_can_be_undone(part, write, house):
    box = write("A lunsh")
    part.card.spelling_button.click()
    house.settle()
    part.card.spelling.offers[0].click()
    box.undo()
    assert box.toPlainText() == "A lunsh"


def test_names_and_our_own_words_are_right(part, write, house):
    house.inside.own_words.add("Marstonn")
    house.session.tell_changed()
    house.settle()
    write("Lunch in Marstonn")
    assert marked(part) == []


def open_menu(part, qtbot, at):
    box = part.card.text_field.box
    cursor = box.textCursor()
    cursor.setPosition(at)
    box.setTextCursor(cursor)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    return part.card.menu.menu


def entries(menu):
    return [each.text() for each in menu.actions()]


@pytest.mark.qt_log_ignore("does not support (grabbing|raise)", extend=True)
def test_shift_f10_opens_what_may_be_meant(part, write, house, qtbot):
    box = write("A hott lunsh")
    menu = open_menu(part, qtbot, 8)
    house.settle()
    expected = ["lunch", "lush", "Add “lunsh” to our words", "Leave “lunsh” as it is"]
    assert entries(menu)[:4] == expected
    menu.actions()[0].trigger()
    menu.close()
    assert box.toPlainText() == "A hott lunch"
    assert marked(part) == ["hott"]


@pytest.mark.qt_log_ignore("does not support (grabbing|raise)", extend=True)
def test_the_menu_of_a_word_that_is_right_has_the_usual_entries_alone(part, write, house, qtbot):
    write("A hott lunsh")
    menu = open_menu(part, qtbot, 0)
    house.settle()
    assert not any("our words" in each for each in entries(menu))
    menu.close()


def test_a_word_is_found_in_the_answer_and_its_marks_stay(part, write, house, page, qtbot):
    box = write("Lunch is hott. Lunch is good.")
    field = page.find_here()
    qtbot.keyClicks(field, "lunch")
    part.card.find_bar.look_for_words()
    assert part.card.find_bar.count_label.text() == "1 of 2"
    assert marked(part) == ["hott"]
    assert len(box.extraSelections()) == 3
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert [each.cursor.selectedText() for each in box.extraSelections()] == ["hott"]
    assert box.hasFocus()


def test_what_is_typed_while_words_are_found_is_found_at_the_next_step(part, write, page, qtbot):
    box = write("Lunch.")
    qtbot.keyClicks(page.find_here(), "lunch")
    part.card.find_bar.look_for_words()
    box.moveCursor(box.textCursor().MoveOperation.End)
    qtbot.keyClicks(box, " Lunch, lunch")
    part.card.find_bar.go_on()
    assert part.card.find_bar.count_label.text().endswith("of 3")
