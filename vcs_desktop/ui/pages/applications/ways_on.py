"""The two ways on from an answer: it is done, and the next; or the next, and it stays as it is."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import button, label, set_kind

DONE_KEYS = ("Ctrl+Return", "Ctrl+Enter")
_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class WaysOn(QObject):
    """``done_asked`` says that the answer is done, ``next_asked`` wants what follows.

    The first is offered where something is written that is not called done. Its keys go on
    from anywhere in ``card``, also where nothing is written.
    """

    done_asked = Signal()
    next_asked = Signal()

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        self.done_button = button("", "primary", tip=tr("Or press Ctrl+Enter in your answer"))
        self.next_button = button("", "primary")
        self.note = label("", "muted", wrap=True)
        self.note.hide()
        self._following = ""
        self._can_be_done = False
        self._over = 0
        self.done_button.clicked.connect(self.go_on)
        self.next_button.clicked.connect(self.next_asked)
        for key in DONE_KEYS:
            QShortcut(QKeySequence(key), card, context=_HERE).activated.connect(self.go_on)

    def set_following(self, following: str, *, is_question: bool) -> None:
        """Say what follows: another question, or in words the part after the last one."""
        self._following = following
        self.next_button.setText(following)
        if is_question:
            self.done_button.setText(tr("Done, next question"))
        else:
            self.done_button.setText(
                tr("Done. {following}", following=following) if following else tr("Done")
            )
        self._show()

    def set_answer(self, *, can_be_done: bool, over: int) -> None:
        """Say whether the answer can be called done now, and by how many it is too long."""
        self._can_be_done, self._over = can_be_done, over
        self._show()

    def go_on(self) -> None:
        """Call the answer done where something is written, and go on to what follows."""
        if self._can_be_done:
            if self._over:
                say(self.done_button, sentences(tr("Done."), self.note.text()))
            self.done_asked.emit()
        self.next_asked.emit()

    def _show(self) -> None:
        self.done_button.setVisible(self._can_be_done)
        self.next_button.setVisible(bool(self._following))
        set_kind(self.next_button, "" if self._can_be_done else "primary")
        is_over = self._can_be_done and bool(self._over)
        self.note.setText(tr("You can go on, and cut it later.") if is_over else "")
        self.note.setVisible(is_over)
