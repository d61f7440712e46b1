"""Learning: finding a guide, the other parts of the page, and every size of window."""

from functools import partial

import pytest
from PySide6.QtCore import Qt

from tests.support.every_size import SIZES, nothing_is_wrong
from tests.support.guide_library import GuideHouse, guide
from tests.support.learning_window import BID, BUDGET, answer, opened_id, rows, words_in
from tests.support.library_examples import put
from vcs_desktop.core.errors import Damaged
from vcs_desktop.ui.pages.learning.page import GUIDES, NEAR_US, RULES, LearningPage
from vcs_desktop.ui.theme import look
from vcs_desktop.wire.record import Record


@pytest.fixture
def house(guide_house):
    return guide_house


@pytest.fixture
def page(learning_page):
    return learning_page


def test_guides_stand_under_their_topics_and_the_first_is_open(page):
    assert rows(page) == ["Contracts", "How to bid", "How to plain", "Money", "How to budget"]
    assert page.title == "Learning"
    assert page.subtitle == "3 guides"
    said = words_in(page.guides.browse.about)
    assert "How to bid" in said
    assert "say what bid is" in said
    assert "8 minutes" in said
    assert "2 questions" in said
    assert "A sheet of one page" in said


def test_filters_leave_what_was_asked_for_and_say_how_many(page, qtbot):
    bar = page.guides.browse.filter_bar
    bar.topic.choose("Contracts")
    qtbot.waitUntil(lambda: page.subtitle == "2 of 3 guides")
    bar.time.choose("10")
    bar.level.choose("first steps")
    qtbot.waitUntil(lambda: rows(page) == ["Contracts", "How to bid"])
    bar.find_field.box.setText("budget")
    qtbot.waitUntil(page.guides.browse.empty.isVisible)
    qtbot.mouseClick(page.guides.browse.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(rows(page)) == 5)
    assert bar.find_field.words() == ""
    assert bar.topic.chosen_id() == ""


def test_what_was_done_can_be_left_out(page, qtbot, house):
    page.guides.browse.about.done_button.click()
    qtbot.waitUntil(lambda: page.subtitle == "3 guides. You have done 1.")
    page.guides.browse.filter_bar.not_done.click()
    qtbot.waitUntil(lambda: "How to bid" not in rows(page))


def test_an_empty_library_says_what_would_be_here(open_house, tasks, show_page):
    page = show_page(LearningPage(open_house(GuideHouse), tasks))
    assert page.guides.browse.empty.title.text() == "There are no guides here"
    assert not page.guides.browse.empty.button.isVisible()


def test_what_goes_wrong_is_said_and_one_can_try_again(house, open_learning, qtbot):
    house.learning.fail("guides", Damaged())
    page = open_learning()
    empty = page.guides.browse.empty
    assert empty.title.text() == "We could not look"
    assert "damaged" in empty.text.text()
    house.learning.mend("guides")
    empty.button.click()
    qtbot.waitUntil(lambda: len(rows(page)) == 5)


def test_a_guide_that_cannot_be_opened_says_so_and_can_be_tried_again(page, qtbot, house):
    house.learning.fail("guide", Damaged())
    page.guides.browse.list.choose(BUDGET)
    about = page.guides.browse.about
    qtbot.waitUntil(about.problem.isVisible)
    house.learning.mend("guide")
    about.problem.button.click()
    qtbot.waitUntil(lambda: "How to budget" in words_in(about))


def test_the_guide_that_was_left_is_the_one_that_is_open(house, open_learning, qtbot):
    house.learning.note_place(BUDGET, 0.4)
    page = open_learning()
    qtbot.waitUntil(lambda: opened_id(page) == BUDGET)
    qtbot.waitUntil(lambda: page.guides.browse.about.read_button.text() == "Go on reading")
    assert "About 12 minutes left" in words_in(page.guides.browse.about)


def test_with_the_keyboard_alone_one_gets_from_the_list_into_the_text_and_back(page, qtbot):
    browse = page.guides.browse
    browse.list.setFocus()
    qtbot.keyClick(browse.list, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: opened_id(page) == BUDGET)
    qtbot.keyClick(browse.list, Qt.Key.Key_Return)
    assert browse.about.read_button.hasFocus()
    qtbot.keyClick(browse.about.read_button, Qt.Key.Key_Return)
    text = page.guides.reader.reading.browser
    qtbot.waitUntil(text.hasFocus)
    assert page.title == "How to budget"
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    qtbot.waitUntil(browse.list.hasFocus)
    assert page.title == "Learning"
    assert browse.list.chosen_id() == BUDGET


def test_in_one_pane_enter_brings_what_it_is_about_and_esc_the_list(open_learning, qtbot):
    page = open_learning(600, 500)
    browse = page.guides.browse
    browse.filter_bar.more.click()
    assert browse.filter_bar.find_field.isVisible()
    browse.list.choose(BID)
    qtbot.waitUntil(lambda: opened_id(page) == BID)
    qtbot.keyClick(browse.list, Qt.Key.Key_Return)
    qtbot.waitUntil(browse.about.read_button.isVisible)
    qtbot.keyClick(browse.about.read_button, Qt.Key.Key_Escape)
    assert browse.list.isVisible()
    assert browse.list.hasFocus()


def test_a_rule_that_was_asked_for_opens_among_the_rules(page, qtbot):
    page.show_thing("rule/wage")
    qtbot.waitUntil(lambda: page.sections.current_id() == RULES)
    qtbot.waitUntil(lambda: page.rules.card is not None)
    assert page.title == "Learning"
    assert page.first_focus() is page.rules.titles.list
    assert page.find_here() is page.rules.find_field.box
    assert page.rules.titles.list in page.parts()


def test_an_event_that_was_asked_for_opens_near_us(page, qtbot, house):
    event = Record("event", "event/day", {"title": "A day", "startsAt": "2026-12-01T10:00:00Z"})
    put(house.database, event)
    page.show_thing("event/day")
    qtbot.waitUntil(lambda: page.sections.current_id() == NEAR_US)
    assert page.first_focus() is page.near_us.both.list
    assert len(page.parts()) == 3
    page.show_thing("")
    assert page.sections.current_id() == GUIDES


def test_a_guide_that_is_gone_says_so(page, qtbot):
    page.show_thing("training/gone")
    about = page.guides.browse.about
    qtbot.waitUntil(about.problem.isVisible)
    assert "taken out of the library" in about.problem.text.text()


def test_a_guide_that_is_gone_while_another_is_read_brings_the_list(page, read, qtbot):
    read()
    page.show_thing("training/gone")
    qtbot.waitUntil(lambda: page.guides.front() is page.guides.browse)
    assert page.guides.browse.about.problem.isVisible()


def test_a_guide_made_to_do_harm_can_be_opened_read_and_checked(page, read, qtbot, house):
    endless = "x" * 200_000
    answers = [{"text": endless, "right": True, "feedback": endless},
               {"text": "<img src=file:///etc/passwd>", "feedback": "&" * 5_000}]  # fmt: skip
    bad = guide(
        "harm",
        title=endless,
        summary=endless,
        topic=endless,
        level=endless,
        body="[" * 100_000 + "![x](file:///etc/passwd)<script>alert(1)</script>",
        goals=[endless, "\u202e" + endless],
        check=[{"question": endless, "answers": answers}],
        sources=[{"title": endless, "url": "file:///etc/passwd"}],
    )
    put(house.database, bad)
    reader = read("training/harm")
    reader.check_button.click()
    answer(page.guides.check, 1)
    page.guides.check.question.next_button.click()
    page.guides.check.back_button.click()
    reader.back_button.click()
    assert page.guides.front() is page.guides.browse


def test_asked_for_the_list_a_guide_that_is_read_gives_way(page, read):
    read()
    page.show_thing("")
    assert page.guides.front() is page.guides.browse


def test_coming_back_to_the_page_keeps_the_guide_that_is_read(page, read, qtbot):
    reader = read()
    page.shown()
    qtbot.waitUntil(lambda: page.title == "How to budget")
    assert page.guides.front() is reader


@pytest.mark.parametrize("front", ["browse", "about", "reader", "question", "result"])
def test_it_can_be_used_by_everybody(page, read, qtbot, front):
    if front in ("reader", "question", "result"):
        reader = read()
        reader.meaning.tell("Reserves: Money kept.", "info", "See it in the glossary", print)
    if front in ("question", "result"):
        page.guides.reader.check_button.click()
        answer(page.guides.check, 1)
    if front == "result":
        page.guides.check.question.next_button.click()
        page.guides.check.question.next_button.click()
    for width, height, percent in SIZES:
        look.set_text_size(percent)
        page.resize(width, height)
        if front == "about":
            page.guides.browse.go_into_about()
        qtbot.waitUntil(partial(nothing_is_wrong, page))
