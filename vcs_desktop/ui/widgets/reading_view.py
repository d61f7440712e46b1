"""THE viewer of other people's text: headings to move about, words to find, nothing loaded."""

from bisect import bisect_right

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.reading import Text, headings
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Button, column, panel, row
from vcs_desktop.ui.widgets.find_bar import FindBar
from vcs_desktop.ui.widgets.outline import Outline
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
        texts = column(self.find_bar, gap=8)
        texts.put(self.browser, 1)
        self._reading = panel(texts)
        self._panes = row(gap=12)
        self._panes.put(self.outline)
        self._panes.put(self._reading, 100)
        self._panes.put(None)
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
        self._places = self.browser.write(text)
        self.set_position(0.0)
        self.find_bar.forget()
        self._reflow()

    def go_to(self, heading: int) -> None:
        """Bring a heading to the top, by its number from 0, and put the caret there."""
        if 0 <= heading < len(self._places):
            self.browser.scroll_to(self._places[heading])
            self._follow_scroll()

    def position(self) -> float:
        """Return how far down the text is scrolled: 0 at its top, 1 at its end, or all seen."""
        return self.browser.fraction()

    def set_position(self, fraction: float) -> None:
        """Scroll to a part of the whole, from 0 to 1, and put the caret at the top of it."""
        self.browser.scroll_to_fraction(fraction)
        self._mark_here()

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
        self.browser.moved.connect(self._follow_scroll)
        self.outline.chosen.connect(self.go_to)
        self.outline.entered.connect(self._read_from)
        self.contents_button.toggled.connect(self._reflow)
        self.find_bar.left.connect(self._go_back_to_text)
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._reading.setMaximumWidth(look.px(_TEXT_WIDTH))
        self._places = self.browser.write(self._text)
        self.find_bar.mark()
        self._reflow()

    def _follow_scroll(self) -> None:
        self._mark_here()
        self.progressed.emit(self.position())

    def _mark_here(self) -> None:
        """Mark in the outline the heading under which the top of the text stands."""
        if self._places:
            here = bisect_right(self._places, self.browser.place()) - 1
            self.outline.set_here(max(0, here))

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
