"""What would be sent to the council, in a small window, and the council's digits before it."""

import pytest
from PySide6.QtCore import QPoint

from tests.support.every_size import usable_at_every_size
from tests.support.sharing import NEED, agreed, draft
from vcs_desktop.domain.sharing.shared import Sort
from vcs_desktop.ui.sharing.agree_card import AgreeCard
from vcs_desktop.ui.sharing.draft_card import DraftCard
from vcs_desktop.ui.theme import look


@pytest.mark.parametrize("percent", [100, 200])
def test_the_preview_opens_at_its_top_wherever_somebody_was_in_the_form(
    house, open_page, qtbot, percent
):
    look.set_text_size(percent)
    draft(house.inside, **{**NEED, "text": "Ben Okri has no lunch."})
    page = open_page(683, 364)
    view = page.sections.current().view
    view.both.open(view.both.shown_id)
    qtbot.waitUntil(lambda: isinstance(view.card, DraftCard))
    view.card.preview_button.setFocus()
    bars = [each.verticalScrollBar() for each in (page.sheet, view.both.area)]
    qtbot.waitUntil(lambda: any(each.maximum() for each in bars))
    for each in bars:
        each.setValue(each.maximum())
    view.card.preview_button.click()
    house.settle()
    qtbot.waitUntil(lambda: isinstance(view.card, AgreeCard))
    qtbot.waitUntil(lambda: _begins_in_sight(view.card, page.sheet))
    assert not view.card.agree_button.hasFocus()


def _begins_in_sight(card, sheet):
    """Say whether a card begins in the upper half of a page, and is seen from its top."""
    top = card.mapTo(sheet.viewport(), QPoint()).y()
    is_high = 0 <= top < sheet.viewport().height() / 2
    return is_high and card.visibleRegion().boundingRect().top() == 0


def to_be_compared(house, open_page):
    """Return the view and the body, after a try to send that waits for the council's digits."""
    _, body = agreed(house.inside, Sort.HELP)
    view = open_page().sections.current().view
    view.send_button.click()
    house.settle()
    assert view.message.words.text() == "1 thing waits for the council's digits."
    return view, body


def test_that_the_digits_are_the_same_is_said_to_be_noted_with_what_comes_next(house, open_page):
    view, body = to_be_compared(house, open_page)
    view.key_card.yes_button.click()
    house.settle()
    assert "It is noted that the digits are the same." in view.message.words.text()
    assert view.message.property("kind") == "ok"
    assert not view.key_card.isVisible()
    view.message.act_button.click()
    house.settle()
    (record_id,) = house.inbox.came
    assert house.inbox.read(record_id) == body


def test_digits_that_differ_lead_to_what_to_do_and_nothing_is_sent(house, open_page, qtbot):
    view, _ = to_be_compared(house, open_page)
    card = view.key_card
    assert not card.what_then.isVisible()
    card.differ_button.click()
    view.look()
    house.settle()
    assert card.isVisible()
    assert card.what_then.isVisible()
    assert "do not send" in card.what_then.text()
    assert "Ring the council" in card.what_then.text()
    view.send_button.click()
    house.settle()
    assert house.inbox.came == {}
    usable_at_every_size(qtbot, view)
