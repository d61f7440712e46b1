"""The field for words with its clear button; and that undo and a message take turns."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from tests.support.accessibility import every_complaint
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import column, panel, scroll
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.undo_bar import UndoBar
from vcs_desktop.ui.widgets.words_field import WordsField


@pytest.fixture
def field(show):
    made = WordsField("Find", "Such as budget")
    show(panel(column(made, None)), 900, 160)
    return made


def test_the_clear_button_is_there_with_the_words_and_takes_them_out(field, qtbot):
    assert not field.clear_button.isVisible()
    field.box.setText("budget")
    assert field.clear_button.isVisible()
    assert field.clear_button.accessibleName() == "Clear the words"
    with qtbot.waitSignal(field.asked) as asked:
        qtbot.mouseClick(field.clear_button, Qt.MouseButton.LeftButton)
    assert asked.args == [""]
    assert not field.clear_button.isVisible()


def test_words_that_are_looked_for_already_are_said_and_not_asked_for(field, qtbot):
    with qtbot.assertNotEmitted(field.asked, wait=400):
        field.set_words("budget")
    assert field.words() == "budget"
    assert field.clear_button.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_the_clear_button_stands_at_the_end_and_covers_no_words(field, qtbot, percent, direction):
    look.set_text_size(percent)
    field.box.setLayoutDirection(direction)
    field.box.setText("budget")
    clear, box = field.clear_button.geometry(), field.box.rect()
    assert box.contains(clear)
    margins = field.box.textMargins()
    if direction == Qt.LayoutDirection.LeftToRight:
        assert clear.center().x() > box.center().x()
        assert margins.right() > margins.left()
    else:
        assert clear.center().x() < box.center().x()
        assert margins.left() > margins.right()
    qtbot.waitUntil(lambda: every_complaint(field) == [])


def test_what_was_done_can_be_taken_back(show):
    undone = []
    bar = UndoBar()
    show(panel(column(bar)))
    QAccessible.setActive(True)
    bar.offer("Hidden.", lambda: undone.append("first"))
    assert bar.isVisible()
    bar.offer("Hidden again.", lambda: undone.append("second"))
    assert bar.undo_button.accessibleName() == "Undo: Hidden again."
    bar.undo_button.click()
    assert undone == ["second"]
    assert not bar.isVisible()
    bar.offer("Kept.", lambda: undone.append("third"))
    bar.close_button.click()
    assert not bar.isVisible()
    assert undone == ["second"]


def test_the_newer_of_undo_and_a_message_takes_the_place_of_the_older(show):
    undo, message = UndoBar(), MessageBar()
    undo.take_turns_with(message)
    show(panel(column(undo, message, None)))
    message.tell("Saved.")
    taken_back = []
    undo.offer("Kept.", lambda: taken_back.append(True))
    assert (undo.isVisible(), message.isVisible()) == (True, False)
    message.tell("Saved again.")
    assert (undo.isVisible(), message.isVisible()) == (False, True)
    undo.offer("Hidden.", lambda: taken_back.append(True))
    undo.undo_button.click()
    assert taken_back == [True]
    assert not undo.isVisible()


def test_what_is_said_below_the_edge_of_the_window_comes_into_sight(show, qtbot):
    message, above = MessageBar(), panel(column(None))
    above.setFixedHeight(900)
    pane = scroll(panel(column(above, message)))
    show(pane, 600, 300)
    message.tell("Saved as “year.pdf”.")

    def seen():
        foot = message.mapTo(pane.viewport(), message.rect().bottomLeft()).y()
        return 0 < foot <= pane.viewport().height()

    qtbot.waitUntil(seen)
