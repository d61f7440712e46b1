"""Says what was just done, and takes it back."""

from collections.abc import Callable
from typing import ClassVar
from weakref import WeakSet

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget
from shiboken6 import isValid

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.ui.say import say
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button, label, panel, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar

_LEAST_FOR_WORDS = 220


class UndoBar(QFrame):
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
        super().__init__()
        self.setProperty("kind", "undo")
        self.words = label(wrap=True)
        self.undo_button = button(tr("Undo"), icon="undo-2")
        # Only while the bar is seen; a field that is typed in takes the key for itself.
        self.undo_button.setShortcut(QKeySequence.StandardKey.Undo)
        self.close_button = button(tr("Close"), "quiet")
        self._buttons = FlowLayout(self.undo_button, self.close_button)
        self._line = row(margins=(12, 6, 6, 6), gap=8)
        self._line.put(self.words, 1)
        self._line.put(panel(self._buttons))
        self.setLayout(self._line)
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
        self._reflow()
        self.offered.emit()
        self.show()
        say(self, sentences(words, tr("You can undo this.")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the words where there is no room beside them."""
        super().resizeEvent(event)
        self._reflow()

    def close_bar(self) -> None:
        """Go away; what was done stays done."""
        self._undo = None
        self.hide()

    def take_turns_with(self, message: MessageBar) -> None:
        """Let the newer of this and a message take the place of the older: lists need the room."""
        self.offered.connect(message.hide)
        message.told.connect(self.close_bar)

    def _reflow(self) -> None:
        narrow = self.width() < self._buttons.sizeHint().width() + look.px(_LEAST_FOR_WORDS)
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _take_back(self) -> None:
        undo = self._undo
        self.close_bar()
        if undo is not None:
            undo()
