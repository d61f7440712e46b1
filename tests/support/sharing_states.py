"""What the window shows of sharing beyond its page at rest: beginning, each form, sending."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vcs_desktop.domain.sharing.shared import Sort
from vcs_desktop.ui.pages.council.our_side import SHARED
from vcs_desktop.ui.sharing.draft_card import DraftCard
from vcs_desktop.ui.sharing.sent_card import SentCard

if TYPE_CHECKING:
    from tests.support.window_states import Walk


def sharing(walk: "Walk") -> Iterator[QWidget]:
    """What was answered, what can be begun, each form, what is missing, and sending.

    The practice group is open.
    """
    page = walk.come_to("council")
    page.sections.open(SHARED)
    view = page.sections.current().view
    walk.wait(lambda: len(view.lines()) > 1)
    view.open(next(each.id for each in view.lines() if each.has_reply))
    walk.wait(lambda: isinstance(view.card, SentCard))
    yield page
    for sort in Sort:
        view.begin()
        yield page
        before = view.card
        view.start.buttons[sort].click()
        walk.wait(lambda before=before: bool(view.start.subjects) or view.card is not before)
        if view.start.subjects:
            yield page
            view.start.subjects[0].click()
        walk.wait(
            lambda sort=sort: (
                isinstance(view.card, DraftCard) and view.card.opened.shared.sort is sort
            )
        )
        view.card.preview_button.click()
        walk.wait(view.card.message.isVisible)
        yield page
    view.send_button.click()
    walk.wait(view.send_button.isEnabled)
    yield page
    view.key_card.show_key("12345 12345", is_other=True)
    yield page
