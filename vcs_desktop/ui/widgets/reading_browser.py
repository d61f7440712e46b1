"""Text to read, with what can be asked of it: a link, a word, a search."""

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu

from vcs_desktop.core.language import tr
from vcs_desktop.ui.widgets.safe_text import SafeText

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST_TERM = 60


class ReadingBrowser(SafeText):
    """Text to read, with a caret: arrows and Page Up and Down move it, Shift marks words.

    ``link_asked`` is the address of a link that was clicked, or that Enter was
    pressed on; nothing is opened here. ``word_asked`` is what was marked, or the
    word at the caret, at Shift+F1. ``find_asked`` is Ctrl+F.
    """

    link_asked = Signal(str)
    word_asked = Signal(str)
    find_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reading")
        self.anchorClicked.connect(self._ask_link)

    def word_here(self) -> str:
        """Return what is marked, or the word at the caret; empty between words."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        words = cursor.selectedText().replace("\u2029", " ").replace("\u2028", " ").strip()
        return words if len(words) <= _LONGEST_TERM else ""

    def link_here(self) -> str:
        """Return the address of the link at the caret, empty where there is none."""
        cursor = self.textCursor()
        after = QTextCursor(cursor)
        after.setPosition(cursor.position())
        after.movePosition(QTextCursor.MoveOperation.NextCharacter)
        return cursor.charFormat().anchorHref() or after.charFormat().anchorHref()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for a link, a word or the search; everything else moves or scrolls."""
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER and self.link_here():
            self.link_asked.emit(self.link_here())
        elif event.key() == Qt.Key.Key_F1 and shift:
            self._ask_word()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.find_asked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the keys do, in our own words."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._move_caret_to(event.pos())
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return what can be done at the caret."""
        menu = QMenu(self)
        if self.link_here():
            menu.addAction(tr("Open the link…"), self._ask_link_here)
        word = self.word_here()
        if word:
            asked = tr("What does “{word}” mean?", word=word).replace("&", "&&")
            menu.addAction(asked, self._ask_word).setShortcut(QKeySequence("Shift+F1"))
        copy = menu.addAction(tr("Copy"), self.copy)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setEnabled(self.textCursor().hasSelection())
        every = menu.addAction(tr("Mark everything"), self.selectAll)
        every.setShortcut(QKeySequence.StandardKey.SelectAll)
        find = menu.addAction(tr("Find in this text"), self.find_asked.emit)
        find.setShortcut(QKeySequence.StandardKey.Find)
        return menu

    def _move_caret_to(self, point: QPoint) -> None:
        at = self.cursorForPosition(point)
        cursor = self.textCursor()
        if not cursor.selectionStart() <= at.position() <= cursor.selectionEnd():
            self.setTextCursor(at)

    def _ask_link(self, address: QUrl) -> None:
        self.link_asked.emit(address.toString(QUrl.ComponentFormattingOption.FullyEncoded))

    def _ask_link_here(self) -> None:
        self.link_asked.emit(self.link_here())

    def _ask_word(self) -> None:
        word = self.word_here()
        if word:
            self.word_asked.emit(word)
