"""The answer has the room there is: beside questions and earlier answers, or alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.accessibility import every_complaint
from tests.support.application_examples import WARM
from tests.support.applications_window import rows
from vcs_desktop.domain.answers import AnswerState
from vcs_desktop.ui.pages.applications.answer_box import LEAST_LINES
from vcs_desktop.ui.pages.applications.page import ApplicationsPage
from vcs_desktop.ui.reading_order import put_tab_in_reading_order
from vcs_desktop.ui.theme import look

ROOM = {100: (1158, 560), 150: (1366, 480), 200: (1366, 430)}
"""What a window of 1366 x 728 leaves for a page, by the size of the text."""


@pytest.fixture
def open_part(house, show_page, begun):
    """Open the answers of an application in so much room."""

    def open_it(width=1158, height=560):
        made = show_page(ApplicationsPage(house, house.tasks, house.session), width, height)
        view = made.open(begun, "answers")
        house.settle()
        return view.front()

    return open_it


def lines_in_sight(box):
    seen = box.viewport().visibleRegion().boundingRect().height()
    return seen / box.fontMetrics().lineSpacing()


def page_of(part):
    while not isinstance(part, ApplicationsPage):
        part = part.parentWidget()
    return part


@pytest.mark.parametrize(("percent", "room"), [*ROOM.items(), (100, (683, 560))])
def test_whoever_types_sees_eight_lines_of_the_answer_and_its_count(
    open_part, house, qtbot, percent, room
):
    look.set_text_size(percent)
    part = open_part(*room)
    box = part.card.text_field.box
    box.setPlainText("A line\n" * 30)
    box.setFocus(Qt.FocusReason.TabFocusReason)
    house.settle()
    qtbot.waitUntil(lambda: lines_in_sight(box) >= LEAST_LINES)
    count = part.card.count
    qtbot.waitUntil(lambda: count.visibleRegion().boundingRect().height() == count.height())
    put_tab_in_reading_order(page_of(part))
    assert every_complaint(page_of(part)) == []


def test_at_the_usual_size_three_panes_stand_side_by_side(open_part):
    part = open_part()
    shown = (part.list, part.card.text_field.box, part.reuse)
    assert all(each.isVisible() for each in shown)
    assert not part.panes.before_button.isVisible()
    assert page_of(part).sheet.verticalScrollBar().maximum() == 0


def test_in_little_room_the_questions_open_over_the_answer_and_esc_closes_them(open_part, qtbot):
    part = open_part(683)
    assert not part.list.isVisible()
    part.panes.before_button.setFocus()
    qtbot.keyClick(part.panes.before_button, Qt.Key.Key_Space)
    assert part.list.hasFocus()
    assert not part.card.isVisible()
    qtbot.keyClick(part.list, Qt.Key.Key_Escape)
    assert part.card.isVisible()
    assert part.panes.before_button.hasFocus()


def test_a_question_that_is_chosen_there_is_ready_to_be_answered(open_part, house, qtbot):
    part = open_part(683)
    part.panes.before_button.click()
    qtbot.keyClick(part.list, Qt.Key.Key_Down)
    qtbot.keyClick(part.list, Qt.Key.Key_Return)
    assert part.card.answer.question == WARM.questions[1].text
    assert part.card.text_field.box.hasFocus()


def test_in_little_room_the_hint_opens_with_a_button(open_part):
    part = open_part(683)
    assert part.card.guidance.text() == WARM.questions[0].guidance
    assert not part.card.guidance.isVisible()
    part.hint_button.click()
    assert part.card.guidance.isVisible()


def test_what_is_typed_is_seen_though_the_page_was_scrolled_away_from_it(open_part, house, qtbot):
    look.set_text_size(200)
    part = open_part(*ROOM[200])
    box = part.card.text_field.box
    box.setPlainText("A line\n" * 7)
    box.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(box, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)

    def is_caret_seen():
        caret, seen = box.cursorRect(), box.viewport().visibleRegion().boundingRect()
        return seen.top() <= caret.top() and caret.bottom() <= seen.bottom()

    qtbot.waitUntil(is_caret_seen)
    house.settle()
    page_of(part).sheet.verticalScrollBar().setValue(0)
    assert not is_caret_seen()
    qtbot.keyClicks(box, "Thank you.")
    qtbot.waitUntil(is_caret_seen)


@pytest.fixture
def earlier(house):
    """An application from before whose first answer is done; return the id of the answer."""
    applications = house.inside.applications
    before = applications.start_from_call(replace(WARM, title="Last winter"))
    first = applications.opened(before).answers[0]
    applications.save_answer(
        first, replace(first.thing, text="We cook for forty people.", state=AnswerState.DONE)
    )
    return first.thing.id


def first_answer(house, begun):
    return house.application(begun).answers[0]


def test_an_earlier_answer_to_the_same_question_is_put_in(open_part, house, begun, earlier, qtbot):
    part = open_part()
    (card,) = part.reuse.earlier
    card.put_button.setFocus()
    assert card.put_button.accessibleName() == "Put in my answer: We cook for forty people."
    card.put_button.click()
    house.settle()
    kept = first_answer(house, begun)
    assert (kept.text, kept.reused_from) == ("We cook for forty people.", earlier)
    assert part.card.text_field.words() == kept.text
    assert part.card.text_field.box.hasFocus()
    qtbot.keyClicks(part.card.text_field.box, " And talk.")
    assert part.card.text_field.words() == f"{kept.text} And talk."
    part.card.text_field.set_words(kept.text)
    page_of(part).undo_bar.undo_button.click()
    house.settle()
    assert first_answer(house, begun).text == ""
    assert part.card.text_field.words() == ""


def test_an_earlier_answer_is_put_in_once_by_who_presses_twice(open_part, house, begun, earlier):
    (card,) = open_part().reuse.earlier
    card.put_button.click()
    card.put_button.click()
    house.settle()
    assert first_answer(house, begun).text == "We cook for forty people."


def test_what_is_half_typed_stays_when_an_earlier_answer_is_put_in(
    open_part, house, begun, earlier, qtbot
):
    part = open_part()
    part.card.text_field.box.setFocus()
    qtbot.keyClicks(part.card.text_field.box, "We meet on Thursdays.")
    part.reuse.earlier[0].put_button.click()
    house.settle()
    expected = "We meet on Thursdays.\n\nWe cook for forty people."
    assert first_answer(house, begun).text == expected
    assert part.card.text_field.words() == expected


def test_short_and_long_versions_stand_side_by_side(open_part, house, earlier, qtbot):
    applications = house.inside.applications
    other = applications.start_from_call(replace(WARM, title="Spring"))
    held = applications.opened(other).answers[0]
    held = house.inside.answer_library.reuse(held, earlier)
    longer = replace(held.thing, text=f"{held.thing.text} All year.", state=AnswerState.DONE)
    applications.save_answer(held, longer)
    part = open_part()
    part.reuse.earlier[0].versions_button.click()
    dialog = QApplication.activeModalWidget()
    assert every_complaint(dialog) == []
    named = [each for each in dialog.findChildren(type(dialog.close_button)) if each.text()]
    assert [each.text() for each in named].count("Put in my answer") == 2
    dialog.close()


def test_what_they_ask_can_be_changed_and_other_answers_are_offered(
    open_part, house, begun, earlier
):
    part = open_part()
    part.list.choose(house.application(begun).answers[1].id)
    house.settle()
    assert part.reuse.earlier == []
    part.reuse.canonical.box.setCurrentIndex(part.reuse.canonical.box.findData("what_we_do"))
    house.settle()
    assert len(part.reuse.earlier) == 1
    assert house.application(begun).answers[1].canonical == "what_we_do"


def test_what_came_from_elsewhere_is_shown_in_the_answer(open_part, house, begun):
    part = open_part()
    held = house.inside.applications.opened(begun).answers[0]
    house.inside.applications.save_answer(held, replace(held.thing, text="From Sam"))
    house.session.tell_changed()
    house.settle()
    assert part.card.text_field.words() == "From Sam"
    assert rows(part) == [f"{each.ref}. {each.text}" for each in WARM.questions]
