"""THE viewer of other people's text: headings to move about, words to find, nothing loaded."""

from bisect import bisect_right

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.reading import Text, headings
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Button, column, panel, row
from vcs_desktop.ui.widgets.find_bar import FindBar
from vcs_desktop.ui.widgets.outline import Outline
from vcs_desktop.ui.widgets.reading_blocks import write_blocks
from vcs_desktop.ui.widgets.reading_browser import ReadingBrowser

# Pixels at 100 % text. A line of 80 letters is as wide as the text gets.
BESIDE_FROM = 760
_TEXT_WIDTH = 720
_OUTLINE_WIDTH = 240
_LEAST_HEIGHT = 200
# Headings are worth a list from this many on.
_LEAST_HEADINGS = 2


class ReadingView(QWidget):
    """Shows one text. Its ``outline`` stands beside it, or folds away where there is little room.

    ``progressed`` says how far down the text is scrolled, from 0 to 1. ``word_asked``
    is a word whose meaning is wanted (Shift+F1), ``link_asked`` the address of a link
    that was clicked or entered: whoever shows the view asks and opens, the view never
    does. The size of the text, its colours and the width may change: what stood at the
    top stays there.
    """

    progressed = Signal(float)
    word_asked = Signal(str)
    link_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.browser = ReadingBrowser()
        self.outline = Outline()
        self.find_bar = FindBar(self.browser)
        self.contents_button = Button(tr("Contents"), "fold")
        self.contents_button.setCheckable(True)
        self._text: Text = ()
        self._places: tuple[int, ...] = ()
        # What stands at the top: a part of the whole that was asked for, or a place in the text.
        self._wanted: float | None = 0.0
        self._top = 0
        self._keeping = False
        texts = column(self.find_bar, gap=8)
        texts.put(self.browser, 1)
        self._reading = panel(texts)
        self._panes = row(gap=12)
        self._panes.put(self.outline)
        self._panes.put(self._reading, 1)
        whole = column(self.contents_button, gap=4)
        whole.put(self._panes, 1)
        self.setLayout(whole)
        self._connect()
        self._restyle()

    def show_text(self, text: Text, title: str) -> None:
        """Show a text from its top; ``title`` is what a screen reader calls it."""
        self._text = text
        self.browser.setAccessibleName(title)
        self.outline.set_headings(headings(text))
        self.contents_button.setChecked(False)
        self._fill()
        self.set_position(0.0)
        self.find_bar.forget()
        self._reflow()

    def go_to(self, heading: int) -> None:
        """Bring a heading to the top, by its number from 0, and put the caret there."""
        if 0 <= heading < len(self._places):
            cursor = QTextCursor(self.browser.document())
            cursor.setPosition(self._places[heading])
            self.browser.setTextCursor(cursor)
            self._wanted, self._top = None, self._places[heading]
            self._keep_place()
            self._follow_scroll()

    def position(self) -> float:
        """Return how far down the text is scrolled: 0 at its top, 1 at its end, or all seen."""
        bar = self.browser.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() > 0 else 1.0

    def set_position(self, fraction: float) -> None:
        """Scroll to a part of the whole, from 0 to 1, and put the caret at the top of it."""
        self._wanted = min(max(fraction, 0.0), 1.0)
        self._keep_place()
        self.browser.setTextCursor(self._cursor_at_top())
        self._keep_place()

    def open_find(self) -> QLineEdit:
        """Show the search in this text, and return its field."""
        return self.find_bar.begin()

    def sizeHint(self) -> QSize:
        """Ask for little: the text scrolls by itself and stretches."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never be squeezed so low that nothing can be read; the page scrolls instead."""
        return QSize(look.px(_LEAST_HEIGHT), look.px(_LEAST_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what stands at the top there, and fold the outline where there is no room."""
        super().resizeEvent(event)
        self._reflow()

    def _connect(self) -> None:
        self.browser.link_asked.connect(self.link_asked)
        self.browser.word_asked.connect(self.word_asked)
        self.browser.find_asked.connect(self.open_find)
        self.browser.verticalScrollBar().valueChanged.connect(self._follow_scroll)
        self.browser.verticalScrollBar().rangeChanged.connect(self._keep_place)
        self.outline.chosen.connect(self.go_to)
        self.outline.entered.connect(self._read_from)
        self.contents_button.toggled.connect(self._reflow)
        self.find_bar.left.connect(self._go_back_to_text)
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.browser.restyle()
        self.browser.setMaximumWidth(look.px(_TEXT_WIDTH))
        self._fill()
        self._reflow()

    def _fill(self) -> None:
        """Write the text in the present size and colours; caret and place stay."""
        cursor = self.browser.textCursor()
        anchor, caret = cursor.anchor(), cursor.position()
        self._keeping = True
        self._places = write_blocks(self.browser.document(), self._text)
        end = self.browser.document().characterCount() - 1
        cursor = QTextCursor(self.browser.document())
        cursor.setPosition(min(anchor, end))
        cursor.setPosition(min(caret, end), QTextCursor.MoveMode.KeepAnchor)
        self.browser.setTextCursor(cursor)
        self._keeping = False
        self._keep_place()

    def _keep_place(self) -> None:
        """Scroll to what is to stand at the top."""
        if self._keeping:
            return
        self._keeping = True
        self.browser.document().size()  # lays all of it out, so that the bar knows its length
        bar = self.browser.verticalScrollBar()
        if self._wanted is not None:
            bar.setValue(round(self._wanted * bar.maximum()))
        else:
            cursor = QTextCursor(self.browser.document())
            cursor.setPosition(min(self._top, self.browser.document().characterCount() - 1))
            bar.setValue(bar.value() + self.browser.cursorRect(cursor).top())
        self._keeping = False

    def _follow_scroll(self) -> None:
        """Note what stands at the top now, and mark its heading in the outline."""
        if self._keeping:
            return
        self._wanted = None
        self._top = self._cursor_at_top().position()
        self._mark_here()
        self.progressed.emit(self.position())

    def _mark_here(self) -> None:
        if self._places:
            self.outline.set_here(max(0, bisect_right(self._places, self._top) - 1))

    def _cursor_at_top(self) -> QTextCursor:
        return self.browser.cursorForPosition(QPoint(self.browser.viewport().width() // 2, 2))

    def _read_from(self, heading: int) -> None:
        self.contents_button.setChecked(False)
        self.go_to(heading)
        self.browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back_to_text(self) -> None:
        self.browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reflow(self) -> None:
        beside = self.width() >= look.px(BESIDE_FROM)
        worth = len(self._places) >= _LEAST_HEADINGS
        is_open = self.contents_button.isChecked()
        self.contents_button.setVisible(worth and not beside)
        self.contents_button.set_icon("chevron-down" if is_open else "chevron-right")
        self.contents_button.setAccessibleDescription(
            tr("Open. Press to close.") if is_open else tr("Closed. Press to open.")
        )
        self.outline.setVisible(worth and (beside or is_open))
        self._reading.setVisible(beside or not (worth and is_open))
        direction = QBoxLayout.Direction
        self._panes.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self.outline.setMaximumWidth(look.px(_OUTLINE_WIDTH) if beside else 1 << 20)
        self.outline.setMinimumWidth(look.px(_OUTLINE_WIDTH) if beside else 0)
