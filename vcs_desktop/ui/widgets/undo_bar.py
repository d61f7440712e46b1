"""Says what was just done, and takes it back."""

from collections.abc import Callable
from typing import ClassVar
from weakref import WeakSet

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import button
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.words_bar import WordsBar


class UndoBar(WordsBar):
    """A line such as "Hidden. Undo". It stays until it is used, closed or replaced.

    It never goes away by itself: people who read slowly need it as well. ``offered``
    says that there is something new to take back.
    """

    offered = Signal()
    # Those that ever offered something: looking for them among all widgets would take long.
    _have_offered: ClassVar[WeakSet["UndoBar"]] = WeakSet()

    @classmethod
    def in_sight(cls, window: QWidget) -> "UndoBar | None":
        """Return the bar on the screen of a window that offers something, if there is one."""
        shown = (bar for bar in cls._have_offered if isValid(bar) and bar.isVisible())
        return next((bar for bar in shown if bar.window() is window), None)

    def __init__(self) -> None:
        undo, close = button(tr("Undo"), icon="undo-2"), button(tr("Close"), "quiet")
        super().__init__(undo, close)
        self.undo_button, self.close_button = undo, close
        # Only while the bar is seen; a field that is typed in takes the key for itself.
        self.undo_button.setShortcut(QKeySequence.StandardKey.Undo)
        self.setProperty("kind", "undo")
        self._undo: Callable[[], None] | None = None
        self.undo_button.clicked.connect(self._take_back)
        self.close_button.clicked.connect(self.close_bar)
        self.hide()

    def offer(self, words: str, undo: Callable[[], None]) -> None:
        """Say what was done; ``undo`` is called if the person wants it back."""
        self._undo = undo
        self._have_offered.add(self)
        self.words.setText(words)
        self.undo_button.setAccessibleName(tr("Undo: {what}", what=words))
        self.close_button.setAccessibleName(tr("Close this message"))
        self.reflow()
        self.offered.emit()
        self.show()
        say(self, sentences(words, tr("You can undo this.")))

    def close_bar(self) -> None:
        """Go away; what was done stays done."""
        self._undo = None
        self.hide()

    def take_turns_with(self, message: MessageBar) -> None:
        """Let the newer of this and a message take the place of the older: lists need the room."""
        self.offered.connect(message.hide)
        message.told.connect(self.close_bar)

    def _take_back(self) -> None:
        undo = self._undo
        self.close_bar()
        if undo is not None:
            undo()
