"""What an open application of the practice group shows: its editor, and what opens over it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from tests.support.window_states import Walk

WORD = "xyzzy" * 6
"""Is in no language, and too long for anything to be offered for it."""


def answers(walk: "Walk") -> Iterator[QWidget]:
    """An answer, the check of spelling, what can be changed, both panes, the window to paste from.

    The practice group is open.
    """
    page = walk.come_to("applications")
    application_id = page.view.lines()[0].id
    view = page.open(application_id, "answers")
    walk.wait(lambda: view.front() is not None and view.front().card is not None)
    part = view.front()
    yield page
    with walk.qtbot.waitSignal(part.card.marks.changed, timeout=30_000):
        part.card.text_field.box.setPlainText(WORD)
    part.card.spelling_button.click()
    walk.wait(part.card.spelling.leave_button.isVisible)
    part.find_here()
    part.card.fold.set_open(True)
    yield page
    part.card.spelling.leave()
    part.card.find_bar.leave()
    part.card.text_field.box.undo()
    for pane in (part.panes.before, part.panes.after):
        part.panes.open(pane)
        yield page
        part.panes.close_pane()
    window = part.open_paste_window()
    yield window
    window.close()
    page.back_button.click()
