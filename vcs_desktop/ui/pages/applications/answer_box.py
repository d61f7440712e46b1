"""The field in which an answer is typed: as high as there is room, and never under eight lines."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.long_text_field import PlainTextField
from vcs_desktop.ui.widgets.row_menu import asks_for_menu

LEAST_LINES = 8
_SPARE = 2
_EXACT = QTextDocument.FindFlag.FindCaseSensitively

Mark = QTextEdit.ExtraSelection


class AnswerBox(QPlainTextEdit):
    """Plain text with marks on some of its words. Tab leaves it.

    ``menu_asked`` carries the place in the text, in Qt's units, and on the screen where what
    can be done is to be shown: by the mouse, or with Shift+F10 at the caret.
    """

    menu_asked = Signal(int, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._found: list[Mark] = []
        self._spelled: list[Mark] = []
        look.changed.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for what it needs at least: it scrolls by itself and stretches."""
        return QSize(look.px(200), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Ask for no width of its own."""
        return QSize(0, self.minimumHeight())

    def setExtraSelections(self, marks: Sequence[Mark]) -> None:
        """Mark what was found; the words that are not known stay marked."""
        self._found = list(marks)
        self._mark()

    def mark_spelling(self, marks: list[Mark]) -> None:
        """Mark the words that are not known; what was found stays marked."""
        self._spelled = marks
        self._mark()

    def put_words(self, words: str, instead: str = "") -> None:
        """Put words in place of others, or at the caret, apart from what stands round it."""
        cursor = self.document().find(instead, 0, _EXACT) if instead else QTextCursor()
        if cursor.isNull():
            cursor = self.textCursor()
            cursor.setPosition(cursor.selectionEnd())
            before, after = (self._letter(cursor.position() + each) for each in (-1, 0))
            words = f"{' ' if before.strip() else ''}{words}{' ' if after.isalnum() else ''}"
        # One step by itself: of two changes, for Qt adds what is typed next to a single one.
        cursor.beginEditBlock()
        cursor.insertText(f"{words} ")
        cursor.deletePreviousChar()
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the pointer, or by key at the caret."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_at_caret()
        else:
            self.menu_asked.emit(self.cursorForPosition(event.pos()).position(), event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the menu with Shift+F10, where the system makes no event of it itself."""
        if asks_for_menu(event):
            self._ask_at_caret()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep its least height: Qt forgets it when the style is put on."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _letter(self, place: int) -> str:
        """Return the letter at a place; at an end of the text or of a line there is none."""
        letter = self.document().characterAt(place) if place >= 0 else ""
        return letter.strip("\0\u2029")

    def _ask_at_caret(self) -> None:
        place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        self.menu_asked.emit(self.textCursor().position(), place)

    def _mark(self) -> None:
        super().setExtraSelections([*self._spelled, *self._found])

    def _fit(self) -> None:
        first = self.document().firstBlock().layout()
        line = first.lineAt(0).height() if first.lineCount() else self.fontMetrics().lineSpacing()
        margins = self.contentsMargins()
        edges = margins.top() + margins.bottom() + 2 * self.frameWidth()
        round_it = max(edges, self.height() - self.viewport().height(), look.px(10))
        text = LEAST_LINES * max(line, self.fontMetrics().lineSpacing())
        least = ceil(text + round_it + 2 * self.document().documentMargin()) + _SPARE
        if least != self.minimumHeight():
            self.setMinimumHeight(least)


class AnswerField(PlainTextField):
    """The answer to one question, with what stands below it, such as how long it is."""

    box: AnswerBox

    def __init__(self, title: str, *below: QWidget) -> None:
        """``title`` is only heard: the question stands above the field."""
        super().__init__(title, AnswerBox())
        self.label.hide()
        self.box.setAccessibleName(title)
        for item in below:
            self.add_below(item)
