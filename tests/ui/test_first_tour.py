"""Being shown round the window: one card, which can be left at any time."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from tests.support import accessibility
from vcs_desktop.ui.first_tour.steps import steps
from vcs_desktop.ui.theme import look


@pytest.fixture
def tour(window):
    window.menu_bar.show_round.trigger()
    return window.first_tour


def place_of(widget, window):
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def test_it_begins_with_the_places_and_has_the_focus(tour, window):
    assert tour.card.title.text() == "The places"
    assert tour.card.count.text() == "1 of 5"  # the demo window has one page of those it shows
    assert QApplication.focusWidget() is tour.card.next_button
    assert tour.mark.geometry().contains(window.navigation.list.geometry().center())


def test_it_opens_the_pages_that_it_talks_about(tour, window):
    tour.card.next_button.click()
    assert tour.card.title.text() == "Funding"
    assert window.windowTitle().startswith("Funding")
    assert QApplication.focusWidget() is tour.card.next_button
    tour.card.back_button.click()
    assert tour.card.title.text() == "The places"


def test_it_never_hides_a_small_thing_that_it_points_at(tour, window, qtbot):
    while tour.card.title.text() != "Search":
        tour.card.next_button.click()
    search = place_of(window.top_bar.search, window)
    qtbot.waitUntil(lambda: tour.mark.geometry().contains(search))
    assert not place_of(tour.card, window).intersects(search)


def test_after_the_last_step_one_is_where_one_began(tour, window):
    while tour.card.next_button.text() != "Done":
        tour.card.next_button.click()
    assert not tour.card.leave_button.isVisible()
    tour.card.next_button.click()
    assert tour.card is None
    assert window.windowTitle().startswith("Home")
    assert window.page().isAncestorOf(QApplication.focusWidget())


def test_esc_leaves_it_at_any_time(tour, window, qtbot):
    tour.card.next_button.click()
    qtbot.keyClick(tour.card.next_button, Qt.Key.Key_Escape)
    assert tour.card is None
    assert window.windowTitle().startswith("Home")


def test_it_can_be_begun_again_and_goes_on_where_it_is_on(tour, window):
    tour.card.next_button.click()
    window.page().name_field.setFocus()
    window.menu_bar.show_round.trigger()
    assert tour.card.title.text() == "Funding"
    assert QApplication.focusWidget() is tour.card.next_button
    tour.card.leave_button.click()
    window.menu_bar.show_round.trigger()
    assert tour.card.title.text() == "The places"
    tour.leave()


def test_that_it_was_seen_is_kept(tour, settings):
    assert settings.current.tour_seen


def test_the_window_goes_on_working_meanwhile(tour, window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.windowTitle().startswith("Funding")
    assert tour.card.isVisible()


def test_it_moves_along_when_the_window_or_the_words_get_larger(tour, window, qtbot):
    for width, height, percent in ((1200, 640, 100), (900, 600, 150), (683, 364, 200)):
        window.resize(width, height)
        look.set_text_size(percent)
        qtbot.waitUntil(lambda: window.rect().contains(place_of(tour.card, window)))
        qtbot.waitUntil(lambda: accessibility.every_complaint(tour.card) == [])


def test_every_step_of_a_whole_window_can_be_read_where_there_is_little_room(make_window, qtbot):
    window = make_window(683, 364)
    look.set_text_size(200)
    window.menu_bar.show_round.trigger()
    card = window.first_tour.card
    for number, step in enumerate(steps(["funding", "learning", "facts", "council"]), 1):
        card.tell(step, number, 8)
        qtbot.waitUntil(lambda: window.rect().contains(place_of(card, window)))
        card.stand_by(window.rect())
        assert card.height() >= card.layout().totalHeightForWidth(card.width())


def test_from_right_to_left_it_points_too(make_window, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window = make_window()
        window.menu_bar.show_round.trigger()
        tour = window.first_tour
        assert not place_of(tour.card, window).intersects(place_of(window.navigation, window))
        assert window.rect().contains(place_of(tour.card, window))
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
