"""What is offered is shown before anything starts, and nobody says yes by mistake."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel

from tests.support.accessibility import every_complaint, spoken, words_without_room
from tests.support.funding_window import words_in
from vcs_desktop.services.arrivals import Offer
from vcs_desktop.ui.arrivals.offer_card import OfferCard
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import column, panel, scroll

DIGITS = "12345 67890 24680 13579 00042 99999"
OFFER = Offer(
    line="oxfordshire", name="Oxfordshire practice council", fingerprint=DIGITS, version=3, has=0,
    issued_at=datetime(2026, 11, 20, tzinfo=UTC), is_new=True, is_known=False, is_sure=True,
    is_late=False, records=12_345, to_read=3_400_000, room_needed=48_000_000,
    room_free=12_000_000_000,
)  # fmt: skip


@pytest.fixture
def card(show):
    made = OfferCard()
    show(scroll(panel(column(made, None, margins=(16, 16, 16, 16)))), 1000, 700)
    return made


def said(card):
    return " ".join(each.text() for each in card.findChildren(QLabel) if each.isVisibleTo(card))


def test_it_says_whose_it_is_how_old_how_much_and_the_room(card, qtbot):
    card.show_offer(OFFER, asks=True)
    qtbot.waitUntil(lambda: "12.0 GB" in said(card))
    words = said(card)
    for each in (
        "Oxfordshire practice council", "Friday 20 November 2026", "12,345 records",
        "Nothing of it yet", "3.4 MB", "48.0 MB", "12.0 GB",
    ):  # fmt: skip
        assert each in words
    assert "out of date" not in words


def test_the_digits_stand_in_groups_and_are_spelled_one_by_one(card):
    card.show_offer(OFFER, asks=True)
    assert card.question.digits.text() == DIGITS
    assert (
        spoken(card.question.digits).text(QAccessible.Text.Name).startswith("1 2 3 4 5, 6 7 8 9 0")
    )
    assert "ring the people" in said(card)


def test_nobody_says_yes_before_the_digits_were_compared(card, qtbot):
    card.show_offer(OFFER, asks=True)
    with qtbot.assertNotEmitted(card.accepted):
        card.accept_button.click()
    assert card.question.error.isVisible()
    assert QApplication.focusWidget() is card.question.tick.box
    assert "not been compared" in card.question.tick.box.accessibleDescription()
    qtbot.keyClick(card.question.tick.box, Qt.Key.Key_Space)
    assert not card.question.error.isVisible()
    with qtbot.waitSignal(card.accepted) as accepted:
        card.accept_button.click()
    assert accepted.args == [DIGITS]


def test_another_offer_is_asked_about_anew(card, qtbot):
    card.show_offer(OFFER, asks=True)
    card.question.tick.box.click()
    card.show_offer(replace(OFFER, fingerprint="1" * 5), asks=True)
    with qtbot.assertNotEmitted(card.accepted):
        card.accept_button.click()


def test_a_publisher_who_is_known_is_not_asked_about_again(card, qtbot):
    card.show_offer(replace(OFFER, is_known=True, has=2), asks=False)
    assert not card.question.isVisible()
    qtbot.waitUntil(lambda: "Version 2. This is version 3" in said(card))
    with qtbot.waitSignal(card.accepted) as accepted:
        card.accept_button.click()
    assert accepted.args == [""]


@pytest.mark.parametrize("change", [{"is_known": False}, {"is_known": True, "is_sure": False}])
def test_who_forgets_to_ask_cannot_leave_the_question_out(card, qtbot, change):
    card.show_offer(replace(OFFER, **change), asks=False)
    assert card.question.isVisible()
    with qtbot.assertNotEmitted(card.accepted):
        card.accept_button.click()


def test_one_that_goes_too_far_ahead_says_so(card):
    card.show_offer(replace(OFFER, is_known=True, is_sure=False), asks=True)
    assert "much further ahead" in said(card)
    assert "Is the date of this computer right?" in said(card)


def test_what_is_late_says_so_and_can_be_taken_in(card, qtbot):
    card.show_offer(replace(OFFER, is_known=True, is_late=True), asks=False)
    assert "it may be out of date" in said(card)
    with qtbot.waitSignal(card.accepted):
        card.accept_button.click()


def test_without_room_it_is_refused_before_it_starts(card, qtbot):
    card.show_offer(replace(OFFER, room_free=47_999_999), asks=True)
    assert "not enough room" in said(card)
    assert "Nothing was changed" in said(card)
    assert not card.accept_button.isVisible()
    assert not card.question.isVisible()
    with qtbot.assertNotEmitted(card.accepted):
        card.accept_button.click()
    with qtbot.waitSignal(card.declined):
        card.decline_button.click()


def test_what_is_here_already_offers_nothing(card):
    card.show_offer(replace(OFFER, is_known=True, has=3, is_new=False), asks=False)
    assert "You have this already" in said(card)
    assert not card.accept_button.isVisible()
    assert card.decline_button.text() == "Close"


def test_a_name_with_code_in_it_is_shown_as_it_is_written(card):
    card.show_offer(replace(OFFER, name="<b>Council</b> " + "x" * 300), asks=True)
    assert card.name.textFormat() == Qt.TextFormat.PlainText
    assert any("<b>Council</b>" in each for each in words_in(card))


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width", [520, 1000])
@pytest.mark.parametrize("asks", [True, False])
def test_it_can_be_used_by_everybody(card, qtbot, percent, width, asks):
    look.set_text_size(percent)
    card.window().resize(width, 700)
    card.show_offer(replace(OFFER, is_known=not asks, is_late=True), asks=asks)
    qtbot.waitUntil(lambda: every_complaint(card.window()) == [])
    qtbot.waitUntil(lambda: words_without_room(card) == [])
