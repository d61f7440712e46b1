"""What the app says by itself: to a screen reader, and in a box. The only message boxes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QWidget

from vcs_desktop.core.errors import AppError, words_for
from vcs_desktop.core.language import tr
from vcs_desktop.ui.focus_ring import FocusRing
from vcs_desktop.ui.theme import look


def say(widget: QWidget, text: str) -> None:
    """Have a screen reader say a change without moving the focus.

    Not for errors that also take the focus: they would be said twice.
    """
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def tell_problem(parent: QWidget | None, error: BaseException) -> QMessageBox:
    """Say in plain words what went wrong and what to do, and return the box.

    Without a window to stand before, it waits until the person has closed it.
    """
    if isinstance(error, AppError):
        text, more = error.message, error.advice
    else:
        text, more = words_for(error), ""
    nothing = QMessageBox.StandardButton.NoButton
    box = QMessageBox(QMessageBox.Icon.Warning, tr("There is a problem"), text, nothing, parent)
    box.addButton(tr("Close"), QMessageBox.ButtonRole.RejectRole)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(more)
    FocusRing(box)
    if parent is None:
        look.dress(box)
        box.exec()
    else:
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
    return box


def ask(
    parent: QWidget, question: str, more: str, answers: Sequence[tuple[str, Callable[[], None]]]
) -> QMessageBox:
    """Ask what to do, and return the box; nothing is done unless an answer is chosen.

    ``answers`` are the words of the buttons and what each does. Cancel, Esc and
    Enter do nothing: whoever only wants the box away has changed nothing.
    """
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setInformativeText(more)
    for words, act in answers:
        box.addButton(words, QMessageBox.ButtonRole.ActionRole).clicked.connect(act)
    cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(cancel)
    box.setDefaultButton(cancel)
    _stack_buttons(box, parent)
    FocusRing(box)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def _stack_buttons(box: QMessageBox, parent: QWidget) -> None:
    """Put the buttons under one another where the window has no room for them side by side."""
    buttons = box.findChild(QDialogButtonBox)
    if buttons is not None and buttons.sizeHint().width() > parent.window().width():
        buttons.setOrientation(Qt.Orientation.Vertical)
