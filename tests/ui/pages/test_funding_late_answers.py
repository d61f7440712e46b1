"""Answers that come late, out of turn or not at all: nothing moves under the hand."""

import pytest
from PySide6.QtCore import Qt

from tests.support.funding_library import LUNCHES, MEALS, grant
from vcs_desktop.core.errors import NewerLibrary
from vcs_desktop.ui.pages.funding.page import FundingPage


@pytest.fixture
def page(house, tasks, show):
    return show(FundingPage(house, tasks), 1150, 640)


BY_DAY = ["arts", "lunches", "surgery", "meals", "charities", "rolling"]


def titles(page):
    return [line.record.title for line in page.results.lines()]


def judged(page):
    return all(line.fit for line in page.results.lines())


def start(page, qtbot):
    """Have the page look, and stay where nothing has been judged yet."""
    page.shown()
    qtbot.waitUntil(lambda: titles(page) == BY_DAY)


def test_the_first_list_comes_before_anything_is_judged(page, house, qtbot):
    house.funding.hold("find")
    with qtbot.waitSignal(page.ready):
        start(page, qtbot)
    assert page.subtitle == "6 open. Checking which ones fit you."
    assert page.results.list.chosen_id() == ""
    assert page.find_view.pane.empty.isVisible()


def test_the_best_come_first_by_themselves_while_nobody_touches_the_list(page, house, qtbot):
    house.funding.hold("find")
    start(page, qtbot)
    house.funding.let_go("find")
    qtbot.waitUntil(lambda: judged(page))
    assert titles(page) != BY_DAY
    assert not page.results.offer_button.isVisible()


def test_once_touched_the_list_stays_and_the_better_order_is_offered(page, house, qtbot):
    house.funding.hold("find")
    start(page, qtbot)
    page.results.list.setFocus()
    qtbot.keyClick(page.results.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.results.list, Qt.Key.Key_Down)
    chosen = page.results.list.chosen_id()
    house.funding.let_go("find")
    qtbot.waitUntil(lambda: judged(page))
    assert titles(page) == BY_DAY
    assert page.results.list.chosen_id() == chosen
    assert page.results.offer_button.text() == "Show the best fit first"
    page.results.offer_button.click()
    assert titles(page) != BY_DAY
    assert page.results.list.chosen_id() == chosen
    assert not page.results.offer_button.isVisible()


def test_scrolling_counts_as_touching(page, house, qtbot):
    house.funding.hold("find")
    start(page, qtbot)
    page.results.list.verticalScrollBar().sliderPressed.emit()
    house.funding.let_go("find")
    qtbot.waitUntil(lambda: judged(page))
    assert titles(page) == BY_DAY


def test_only_the_latest_question_is_answered(page, house, qtbot):
    page.shown()
    qtbot.waitUntil(lambda: judged(page) and "Judged" in page.subtitle)
    house.funding.hold("find")
    house.funding.hold("first_open")
    page.ask("theatre")
    page.ask("charities")
    house.funding.let_all_go()
    qtbot.waitUntil(lambda: titles(page) == ["charities"])
    qtbot.waitUntil(lambda: judged(page))
    assert page.subtitle.startswith("Results for “charities”")


def test_a_slow_judge_does_not_keep_a_filter_waiting(page, house, qtbot):
    page.shown()
    qtbot.waitUntil(lambda: judged(page) and "Judged" in page.subtitle)
    house.funding.hold("find")
    page.results.filter_bar.contracts.click()
    qtbot.waitUntil(lambda: titles(page) == ["lunches", "surgery"])
    assert not judged(page)


def test_when_the_library_changes_a_touched_list_offers_the_new_one(page, house, qtbot):
    page.shown()
    qtbot.waitUntil(lambda: judged(page) and "Judged" in page.subtitle)
    qtbot.keyClick(page.results.list, Qt.Key.Key_Down)
    house.put(grant("brand new"))
    page.shown()
    qtbot.waitUntil(page.results.offer_button.isVisible)
    assert "brand new" not in titles(page)
    page.results.offer_button.click()
    assert "brand new" in titles(page)


def test_when_nothing_has_changed_coming_back_changes_nothing(page, house, qtbot):
    page.shown()
    qtbot.waitUntil(lambda: judged(page) and "Judged" in page.subtitle)
    qtbot.keyClick(page.results.list, Qt.Key.Key_Down)
    before = titles(page)
    asked = house.funding.asked.count("judge_the_rest")
    page.shown()
    qtbot.waitUntil(lambda: house.funding.asked.count("judge_the_rest") > asked)
    assert titles(page) == before
    assert not page.results.offer_button.isVisible()


def test_when_more_was_judged_meanwhile_the_list_is_asked_for_again(
    page, house, qtbot, monkeypatch
):
    monkeypatch.setattr("vcs_desktop.services.funding.JUDGED_AT_ONCE", 2)
    page.shown()
    qtbot.waitUntil(lambda: len(titles(page)) == 6 and judged(page))


def test_a_library_that_cannot_be_read_is_told_and_can_be_tried_again(page, house, qtbot):
    house.funding.fail("first_open", NewerLibrary())
    house.funding.fail("find", NewerLibrary())
    page.shown()
    qtbot.waitUntil(lambda: page.results.empty.title.text() == "We could not look")
    assert "newer version" in page.results.empty.text.text()
    assert "newer version" in page.subtitle
    house.funding.mend("first_open")
    house.funding.mend("find")
    page.results.empty.button.click()
    qtbot.waitUntil(lambda: len(titles(page)) == 6)


def test_when_only_judging_fails_the_list_stays_and_the_page_says_so(page, house, qtbot):
    house.funding.fail("find", NewerLibrary())
    page.shown()
    qtbot.waitUntil(lambda: "newer version" in page.subtitle)


def test_a_library_with_nothing_in_it_offers_to_add_from_a_file(page, house, qtbot, monkeypatch):
    from dataclasses import replace

    real = house.funding._service.find

    def nothing(filters):
        return replace(real(filters), open_to_you=(), not_for_you=(), total=0)

    monkeypatch.setattr(house.funding._service, "find", nothing)
    monkeypatch.setattr(house.funding._service, "first_open", nothing)
    page.shown()
    qtbot.waitUntil(lambda: page.results.empty.button.text() == "Add from a file")
    with qtbot.waitSignal(page.results.load_asked):
        page.results.empty.button.click()


def test_what_home_asks_for_is_opened_even_before_the_list_is_there(page, house, qtbot):
    house.funding.hold("find")
    page.shown()
    page.show_thing(LUNCHES.id)
    house.funding.let_go("find")
    qtbot.waitUntil(lambda: judged(page) and "Judged" in page.subtitle)
    qtbot.waitUntil(lambda: page.find_view.pane.detail is not None)
    assert page.find_view.pane.detail.line.record.id == LUNCHES.id
    assert page.results.list.chosen_id() == LUNCHES.id


def test_a_detail_that_takes_long_says_so_and_only_the_last_one_opens(page, house, qtbot):
    page.shown()
    qtbot.waitUntil(lambda: page.find_view.pane.detail is not None)
    house.funding.hold("detail")
    page.show_thing(MEALS.id)
    page.show_thing(LUNCHES.id)
    qtbot.waitUntil(page.find_view.pane.loading.isVisible)
    house.funding.let_go("detail")
    qtbot.waitUntil(page.find_view.pane.area.isVisible)
    assert page.find_view.pane.detail.line.record.id == LUNCHES.id


@pytest.mark.qt_log_ignore("does not support (grabbing|raise)", extend=True)
def test_an_act_from_the_menu_waits_for_its_card(page, house, qtbot):
    page.shown()
    qtbot.waitUntil(lambda: page.find_view.pane.detail is not None)
    house.funding.hold("detail")
    page.results.list.choose(MEALS.id)
    page.results.list.menu_asked.emit(
        page.results.list.chosen_line(), page.mapToGlobal(page.rect().center())
    )
    from PySide6.QtWidgets import QMenu

    menu = next(each for each in page.findChildren(QMenu) if each.isVisible())
    next(action for action in menu.actions() if action.text() == "Keep").trigger()
    menu.close()
    house.funding.let_go("detail")
    qtbot.waitUntil(lambda: house.choices.all().kept == (MEALS.id,))
