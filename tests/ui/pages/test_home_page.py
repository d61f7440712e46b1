"""Home over a small real library."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from tests.support.funding_library import MEALS, Household, grant
from vcs_desktop.core.errors import NewerLibrary
from vcs_desktop.ui.pages.home.page import HomePage
from vcs_desktop.ui.widgets.basics import Button


@pytest.fixture
def page(house, tasks, show):
    return show(HomePage(house, tasks), 1150, 640)


def look(page, qtbot):
    with qtbot.waitSignal(page.ready):
        page.shown()


def words_in(widget):
    return [each.text() for each in widget.findChildren(QLabel)]


def test_on_the_first_visit_home_says_what_the_app_is_for_and_has_one_main_button(page, qtbot):
    look(page, qtbot)
    assert page.welcome.isVisible()
    assert page.first_focus() is page.find_button
    assert not page.new_card.isVisible()
    assert not page.recent_card.isVisible()
    with qtbot.waitSignal(page.place_asked) as asked:
        page.find_button.click()
    assert asked.args == ["funding", ""]


def test_home_says_the_day_and_for_whom_it_judged(page, qtbot):
    look(page, qtbot)
    assert page.subtitle == (
        "Monday 23 November 2026. Judged for Cherwell Lunch Club, a practice group."
    )


def test_the_next_things_say_why_they_stand_there_and_open(page, qtbot, house):
    house.choices.keep(MEALS.id)
    look(page, qtbot)
    assert "You kept this" in words_in(page.next_card)
    assert not page.welcome.isVisible()
    first = page.rows[0]
    assert first.open_button.accessibleName() == "Open: meals"
    with qtbot.waitSignal(page.place_asked) as asked:
        first.open_button.click()
    assert asked.args == ["funding", MEALS.id]


def test_one_can_pick_up_where_one_left_off(page, qtbot, house):
    house.choices.look_at(MEALS.id)
    look(page, qtbot)
    assert page.recent_card.isVisible()
    assert "meals" in words_in(page.recent_card)


def test_on_the_first_visit_what_is_added_stands_there_as_new_today(page, qtbot, house):
    look(page, qtbot)
    house.put(grant("just added"))
    look(page, qtbot)
    assert words_in(page.new_card)[:2] == ["New today", "just added"]


def test_what_is_new_since_the_last_visit_is_shown(tmp_path, house, tasks, show, qtbot):
    house.home.look()
    house.put(*(grant(f"new {number}") for number in range(5)))
    later = Household(tmp_path, date(2026, 11, 25))
    page = show(HomePage(later, tasks), 1150, 640)
    look(page, qtbot)
    assert page.new_card.isVisible()
    assert "New since last time" in words_in(page.new_card)
    assert "new 0" in words_in(page.new_card)
    more = next(each for each in page.new_card.findChildren(Button) if "more" in each.text())
    assert more.text() == "See 2 more in Funding"
    with qtbot.waitSignal(page.place_asked):
        more.click()
    tasks.stop()
    later.close()


def test_nothing_new_is_said_too(tmp_path, house, tasks, show, qtbot):
    house.home.look()
    later = Household(tmp_path, date(2026, 11, 25))
    page = show(HomePage(later, tasks), 1150, 640)
    look(page, qtbot)
    assert "Nothing new since your last visit." in words_in(page.new_card)
    tasks.stop()
    later.close()


def test_the_focus_moves_from_the_page_to_the_first_thing_to_press(page, qtbot):
    page.sheet.setFocusProxy(None)
    page.setFocus()
    look(page, qtbot)
    assert page.first_focus() is page.find_button


def test_an_empty_library_says_what_will_stand_here(tmp_path, tasks, show, qtbot):
    empty = Household(tmp_path)
    page = show(HomePage(empty, tasks), 1150, 640)
    look(page, qtbot)
    assert any(words.startswith("Nothing closes soon") for words in words_in(page.next_card))
    tasks.stop()
    empty.close()


def test_a_library_that_cannot_be_read_is_told_and_can_be_tried_again(page, qtbot, house):
    house.home.fail("look", NewerLibrary())
    look(page, qtbot)
    assert page.problem.isVisible()
    assert "newer version" in page.problem.text.text()
    assert page.first_focus() is None
    house.home.mend("look")
    with qtbot.waitSignal(page.ready):
        page.problem.button.click()
    assert not page.problem.isVisible()
    assert page.next_card.isVisible()


def test_before_the_answer_home_waits_with_the_focus_on_the_page(page):
    assert page.first_focus() is None
    assert QApplication.focusWidget() not in page.findChildren(Button)
