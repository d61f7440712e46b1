"""The text widget that shows other people's text: it loads nothing and opens nothing."""

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QMenu, QTextBrowser

from vcs_desktop.core.language import tr
from vcs_desktop.domain.reading import Text
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.reading_blocks import write_blocks

_READ_ONLY = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.TextSelectableByKeyboard
    | Qt.TextInteractionFlag.LinksAccessibleByMouse
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST_TERM = 60


class ReadingBrowser(QTextBrowser):
    """Text to read, with a caret: arrows and Page Up and Down move it, Shift marks words.

    ``link_asked`` is the address of a link that was clicked, or that Enter was
    pressed on; nothing is opened here. ``word_asked`` is what was marked, or the
    word at the caret, at Shift+F1. ``find_asked`` is Ctrl+F. ``moved`` says that the
    person scrolled. What stands at the top stays there when the width changes.
    """

    link_asked = Signal(str)
    word_asked = Signal(str)
    find_asked = Signal()
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reading")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(_READ_ONLY)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # What stands at the top: a part of the whole that was asked for, or a place in the text.
        self._wanted: float | None = 0.0
        self._top = 0
        self._keeping = False
        self.anchorClicked.connect(self._ask_link)
        self.verticalScrollBar().valueChanged.connect(self._note_place)
        self.verticalScrollBar().rangeChanged.connect(self._scroll_to_place)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give an empty picture for whatever is asked for.

        Anything else, even nothing, has Qt look for a file of that name by itself.
        """
        return QImage()

    def doSetSource(
        self,
        name: QUrl | str,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,  # noqa: A002
    ) -> None:
        """Go nowhere: there is only the text that was given."""

    def write(self, text: Text) -> tuple[int, ...]:
        """Show a text in the present size and colours, and return where its headings begin.

        Caret and place stay where they were, for the case that it is the same text.
        """
        cursor = self.textCursor()
        anchor, caret = cursor.anchor(), cursor.position()
        self.setCursorWidth(max(2, look.px(2)))
        self._keeping = True
        places = write_blocks(self.document(), text)
        self._keeping = False
        self._put_caret(anchor, caret)
        return places

    def place(self) -> int:
        """Return the position in the text of what stands at the top."""
        return self._top

    def fraction(self) -> float:
        """Return how far down it is scrolled, from 0 to 1; 1 also where all of it is seen."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() > 0 else 1.0

    def scroll_to_fraction(self, fraction: float) -> None:
        """Scroll to a part of the whole, from 0 to 1, and put the caret at the top of it."""
        self._wanted = min(max(fraction, 0.0), 1.0)
        self._scroll_to_place()
        self._top = self._place_at_top()
        self._put_caret(self._top, self._top)

    def scroll_to(self, place: int) -> None:
        """Bring a position of the text to the top, and put the caret there."""
        self._wanted, self._top = None, place
        self._put_caret(place, place)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep at the top what stands there."""
        self._keeping = True
        super().resizeEvent(event)
        self._keeping = False
        self._scroll_to_place()

    def showEvent(self, event: QShowEvent) -> None:
        """Keep at the top what was asked for before; Qt would go to the caret."""
        self._keeping = True
        super().showEvent(event)
        self._keeping = False
        self._scroll_to_place()

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

    def _put_caret(self, anchor: int, caret: int) -> None:
        """Put the caret somewhere without scrolling to it."""
        end = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(anchor, end))
        cursor.setPosition(min(caret, end), QTextCursor.MoveMode.KeepAnchor)
        self._keeping = True
        self.setTextCursor(cursor)
        self._keeping = False
        self._scroll_to_place()

    def _scroll_to_place(self) -> None:
        if self._keeping:
            return
        self._keeping = True
        self.document().size()  # lays all of it out, so that the bar knows how long it is
        bar = self.verticalScrollBar()
        if self._wanted is not None:
            bar.setValue(round(self._wanted * bar.maximum()))
        else:
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(self._top, self.document().characterCount() - 1))
            bar.setValue(bar.value() + self.cursorRect(cursor).top())
        self._keeping = False

    def _note_place(self) -> None:
        if not self._keeping:
            self._wanted = None
            self._top = self._place_at_top()
            self.moved.emit()

    def _place_at_top(self) -> int:
        return self.cursorForPosition(QPoint(self.viewport().width() // 2, 2)).position()
