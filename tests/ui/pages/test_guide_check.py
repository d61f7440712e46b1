"""Learning: the check of a guide, from the first question to how it went."""

import pytest
from PySide6.QtCore import Qt

from tests.support.guide_library import CHECK
from tests.support.learning_window import BID, BUDGET, answer, right_answer, words_in


@pytest.fixture
def house(guide_house):
    return guide_house


@pytest.fixture
def page(learning_page):
    return learning_page


def test_each_answer_is_told_why_and_the_right_one_leads_on(check, qtbot, house):
    question = check.question
    assert question.title.text() == CHECK[0]["question"]
    answer(check, 1)
    assert question.verdict.text() == "Not quite."
    assert question.feedback.text() == "No. Look for the closing day."
    answer(check, 0)
    assert question.verdict.text() == "That is right."
    assert question.feedback.text() == "Yes. Not a day later."
    assert question.next_button.hasFocus()
    kept = house.learning.guide(BUDGET).line.marks
    qtbot.waitUntil(lambda: house.learning.guide(BUDGET).line.marks.attempt.chosen == ((1, 0), ()))
    assert kept.done_at is None


def test_without_an_answer_one_is_asked_to_choose(check):
    check.question.check_button.click()
    assert check.question.verdict.text() == "Choose an answer first."
    assert check.question.options[0].button.hasFocus()


def test_the_arrow_keys_choose_an_answer_and_enter_checks_it(check, qtbot):
    question = check.question
    first, second = (option.button for option in question.options[:2])
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert question.verdict.text() == "Choose an answer first."
    assert question.feedback.text() == "The arrow keys choose one, or press Space."
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    assert question.choices.checkedId() == 1
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert question.verdict.text() == "Not quite."


def test_a_click_on_the_words_chooses_the_answer(check, qtbot):
    qtbot.mouseClick(check.question.options[1].words, Qt.MouseButton.LeftButton)
    assert check.question.choices.checkedId() == 1


def test_the_end_of_the_check_says_how_it_went_and_offers_done(page, check, qtbot, house):
    answer(check, 1)
    check.question.next_button.click()
    answer(check, right_answer(check))
    check.question.next_button.click()
    result = check.result
    assert result.title.text() == "You had 1 of 2 right the first time."
    said = words_in(result)
    assert "Worth another look" in said
    assert "Right the first time" in said
    assert "The answer: On its closing day" in said
    assert result.done_button.hasFocus()
    result.done_button.click()
    qtbot.waitUntil(lambda: not result.done_button.isVisible())
    assert result.again_button.hasFocus()
    assert house.learning.guides().done == 1


def test_a_question_left_out_keeps_its_answer_a_secret(check, qtbot):
    check.question.next_button.click()
    answer(check, 1)
    check.question.next_button.click()
    result = check.result
    assert result.left.text() == "1 question has no answer yet."
    assert "The answer: On its closing day" not in words_in(result)
    assert not result.done_button.isVisible()
    result.rest_button.click()
    assert check.question.title.text() == CHECK[0]["question"]
    assert check.question.options[0].button.hasFocus()


def test_one_can_leave_in_the_middle_and_go_on_later(page, check, read, qtbot, house):
    answer(check, 0)
    qtbot.waitUntil(lambda: house.learning.guide(BUDGET).line.marks.attempt is not None)
    qtbot.keyClick(check.back_button, Qt.Key.Key_Escape)
    assert page.guides.front() is page.guides.reader
    read(BID)
    read(BUDGET)
    page.guides.reader.check_button.click()
    assert check.question.title.text() == CHECK[1]["question"]


def test_the_check_can_be_done_again_and_the_old_answers_stay_until_then(check, qtbot, house):
    for _ in CHECK:
        answer(check, right_answer(check))
        check.question.next_button.click()
    qtbot.waitUntil(lambda: house.learning.guide(BUDGET).line.marks.attempt.chosen == ((0,), (1,)))
    check.result.again_button.click()
    assert check.question.title.text() == CHECK[0]["question"]
    assert check.question.choices.checkedId() == -1
    assert house.learning.guide(BUDGET).line.marks.attempt.chosen == ((0,), (1,))


def test_a_question_that_was_answered_shows_its_answer_again(page, check, qtbot, house):
    check.question.next_button.click()
    answer(check, 0)
    qtbot.waitUntil(lambda: house.learning.guide(BUDGET).line.marks.attempt is not None)
    check.back_button.click()
    page.guides.reader.check_button.click()
    assert check.question.title.text() == CHECK[0]["question"]
    check.question.next_button.click()
    assert check.question.choices.checkedId() == 0
    assert check.question.feedback.text() == "No. The rules name who."


def test_the_check_is_one_part_for_f6_and_has_nothing_to_search(page, check):
    assert page.parts() == (page.sections.bar, check)
    assert page.find_here() is None
    assert page.first_focus() is check.question.options[0].button
