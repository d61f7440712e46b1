"""The text widget that shows other people's text: it loads nothing and opens nothing."""

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QTextBrowser

from vcs_desktop.domain.reading import Text
from vcs_desktop.ui.sight import InSight
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.reading_blocks import write_blocks

_READ_ONLY = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.TextSelectableByKeyboard
    | Qt.TextInteractionFlag.LinksAccessibleByMouse
)


class SafeText(QTextBrowser):
    """Text that stays where it is read: what stands at the top stays there at every width.

    It has a caret for the keyboard, and Tab leaves it. ``moved`` says that the person
    scrolled.
    """

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
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
        InSight(self)
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
