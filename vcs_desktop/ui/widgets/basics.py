"""The smallest pieces: words, buttons, rows and cards. Every page is made of these.

Sizes are given at 100 % text. What is made here follows the text size and the
colours by itself, so a page is never rebuilt when they change.
"""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QBoxLayout,
    QFrame,
    QLabel,
    QLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTextEdit,
    QWidget,
)

from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.wrapped_words import WrappedWords

Item = QWidget | QLayout | None
Margins = tuple[int, int, int, int]

_NO_MARGINS: Margins = (0, 0, 0, 0)
_CARD_MARGINS: Margins = (16, 14, 16, 14)
_ICON_SIZE = 18
_ICON_GAP = 6
_SEEN_ROUND_FOCUS = 6
# So much of a list in which no row is under the hand, and of a text whose caret is not seen.
_SEEN_AT_TOP = 60
_AS_ONE = "readAsOne"
_ICON_COLOURS = {"primary": "onBrand", "link": "bad", "side": "sideInk"}
_RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange)


def label(
    text: str = "", kind: str = "", *, wrap: bool = False, buddy: QWidget | None = None
) -> QLabel:
    """Return words on the page, always as plain text: nothing in them is read as HTML.

    ``kind`` is one of display, title, heading, strong, muted, small, ok, warn,
    info and bad. ``buddy`` is the field that these words name; a screen reader
    then says them when the field has the focus.
    """
    made = WrappedWords(text) if wrap else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    if buddy is not None:
        made.setBuddy(buddy)
    return made


def set_kind(widget: QWidget, kind: str) -> None:
    """Change what a label, a button or a card is for, and so how it looks."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        if isinstance(widget, Button):
            widget.draw_icon()


class Button(QPushButton):
    """A button with words and perhaps an icon, which takes its colour from the button."""

    def __init__(self, text: str, kind: str = "", icon: str = "") -> None:
        super().__init__(text)
        self.setProperty("kind", kind)
        self._icon_name = icon
        self._drawn: object = None
        self.draw_icon()

    def set_icon(self, name: str) -> None:
        """Show another icon; an empty name shows none."""
        if name != self._icon_name:
            self._icon_name = name
            self.draw_icon()

    def setText(self, text: str) -> None:
        """Say other words; between the icon and the first of them there is room."""
        had_words = bool(self.text())
        super().setText(text)
        if bool(text) != had_words:
            self.draw_icon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too: outside dialogs, Qt's buttons only know the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again when the colours, the size or the state change."""
        super().changeEvent(event)
        if event.type() in (*_RESTYLED, QEvent.Type.EnabledChange):
            self.draw_icon()

    def draw_icon(self) -> None:
        """Draw the icon in the colours of what the button is for now, if it looks otherwise yet."""
        if not self._icon_name:
            self._drawn = None
            self.setIcon(QIcon())
            return
        kind = _ICON_COLOURS.get(self.property("kind"), "brand") if self.isEnabled() else "muted"
        size, gap = look.px(_ICON_SIZE), look.px(_ICON_GAP) if self.text() else 0
        wanted = (self._icon_name, look.token(kind), size, gap, self.isRightToLeft())
        if wanted == self._drawn:
            return
        self._drawn = wanted
        pixmap = look.pixmap(self._icon_name, kind, _ICON_SIZE)
        self.setIcon(QIcon(_with_gap(pixmap, gap, left=self.isRightToLeft())))
        self.setIconSize(QSize(size + gap, size))


def button(text: str, kind: str = "", *, icon: str = "", name: str = "", tip: str = "") -> Button:
    """Return a button.

    ``kind`` is primary (one a page), quiet, inline, link, or empty for a plain
    one. ``name`` is what a screen reader says where the words alone are not
    enough ("Keep this grant"). ``tip`` must say more than the name does: a
    screen reader reads it out after the name.
    """
    made = Button(text, kind, icon)
    if name:
        made.setAccessibleName(name)
    if tip:
        made.setToolTip(tip)
    return made


class Picture(QLabel):
    """An icon beside words that say the same; a screen reader passes it by."""

    def __init__(self, name: str, colour: str, size: int) -> None:
        super().__init__()
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._what = (name, colour, size)
        self._draw()

    def set_icon(self, name: str, colour: str) -> None:
        """Show another icon."""
        self._what = (name, colour, self._what[2])
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again when the colours or the size change."""
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._draw()

    def _draw(self) -> None:
        self.setPixmap(look.pixmap(*self._what))


def picture(name: str, colour: str = "brand", size: int = 20) -> Picture:
    """Return an icon that stands beside words which say the same."""
    return Picture(name, colour, size)


class Box(QBoxLayout):
    """A row or a column whose margins and gaps grow with the text."""

    def __init__(
        self, direction: QBoxLayout.Direction, margins: Margins, gap: int, *items: Item
    ) -> None:
        super().__init__(direction)
        self._margins = margins
        self._gap = gap
        for item in items:
            self.put(item)
        self._scale()
        look.changed.connect(self._scale)

    def put(self, item: Item, stretch: int = 0) -> None:
        """Add a widget, a layout, or (None) a space that takes what is left over."""
        if item is None:
            self.addStretch(1)
        elif isinstance(item, QWidget):
            self.addWidget(item, stretch)
        else:
            self.addLayout(item, stretch)

    def set_margins(self, margins: Margins) -> None:
        """Leave other room round the items."""
        self._margins = margins
        self._scale()

    def clear(self) -> None:
        """Take everything out and delete it."""
        while (item := self.takeAt(0)) is not None:
            _delete(item.widget() or item.layout())

    def _scale(self) -> None:
        self.setContentsMargins(*(look.px(margin) for margin in self._margins))
        self.setSpacing(look.px(self._gap))


def column(*items: Item, margins: Margins = _NO_MARGINS, gap: int = 8) -> Box:
    """Return a layout with items under one another; None is a space that stretches."""
    return Box(QBoxLayout.Direction.TopToBottom, margins, gap, *items)


def row(*items: Item, margins: Margins = _NO_MARGINS, gap: int = 8) -> Box:
    """Return a layout with items side by side; None is a space that stretches."""
    return Box(QBoxLayout.Direction.LeftToRight, margins, gap, *items)


def panel(layout: QLayout) -> QWidget:
    """Return a plain widget that holds a layout, so that it can be shown and hidden."""
    made = QWidget()
    made.setLayout(layout)
    return made


def card(
    *items: Item, kind: str = "card", margins: Margins = _CARD_MARGINS, gap: int = 8
) -> QFrame:
    """Return a framed column.

    ``kind`` is card, fact, ok, warn, bad, info, errors, drop or undo.
    """
    made = QFrame()
    made.setProperty("kind", kind)
    made.setLayout(column(*items, margins=margins, gap=gap))
    return made


class ScrollPane(QScrollArea):
    """Keeps what has the focus in sight when there is less room than before, or larger words."""

    def __init__(self) -> None:
        super().__init__()
        look.changed.connect(self._follow_focus_soon)

    def go_in(self, name: str) -> None:
        """Take the focus: the arrows scroll then, and Tab leads to the first thing inside.

        Nothing is pressed by it, and nothing can be by pressing Enter again. ``name``
        is what a screen reader calls the pane.
        """
        self.setAccessibleName(name)
        # Qt leaves a widget that takes no focus out when it puts Tab in order.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Be passed by again; the mouse goes into what is in the pane, not into the pane."""
        super().focusOutEvent(event)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll to what has the focus."""
        super().resizeEvent(event)
        self._follow_focus()

    def _follow_focus_soon(self) -> None:
        """Scroll once what is inside is laid out for its new look: that comes after the pane."""
        QTimer.singleShot(0, self, self._follow_focus)

    def _follow_focus(self) -> None:
        inside = self.widget()
        focus = inside.focusWidget() if inside is not None else None
        if focus is not None and focus.hasFocus():
            self.bring_into_sight(focus)

    def show_widget(self, widget: QWidget) -> None:
        """Show another widget, from its top, in place of what is in the column of the pane.

        That goes a moment later: it may be a button of its own that was pressed, and
        is still at work.
        """
        pane = self.widget()
        inside = None if pane is None else pane.layout()
        if isinstance(inside, Box):
            inside.clear()
            inside.put(widget)
            widget.show()  # at once, so that it can take the focus
        self.verticalScrollBar().setValue(0)

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll to a widget in the pane.

        In a list it is the row under the hand that counts, in a text that is higher than
        the pane the caret, and of what is ``read_as_one`` all of it, as far as there is
        room; any other pane in the pane is left alone.
        """
        if isinstance(widget, QAbstractItemView):
            row_now = widget.visualRect(widget.currentIndex())
            self._bring_part_into_sight(widget.viewport(), row_now)
        elif isinstance(widget, QTextEdit | QPlainTextEdit):
            if widget.height() <= self._room():
                self._bring_part_into_sight(widget, widget.rect())
            else:
                self._bring_part_into_sight(widget.viewport(), _seen_caret(widget))
        elif not isinstance(widget, QAbstractScrollArea):
            # Not ensureWidgetVisible: of a field it brings the caret alone, without the ring.
            for whole in (_whole_round(widget), widget):
                self._bring_part_into_sight(whole, whole.rect())

    def _bring_part_into_sight(self, view: QWidget, part: QRect) -> None:
        """Scroll to a part of what a view shows, or to its top if there is no such part.

        Of one higher than the pane, to its beginning.
        """
        if not part.isValid():
            part = QRect(0, 0, 1, look.px(_SEEN_AT_TOP))
        top = view.mapTo(self.viewport(), part.topLeft()).y()
        height = min(part.height(), self._room())
        middle = self.verticalScrollBar().value() + top + height // 2
        self.ensureVisible(0, middle, 0, height // 2 + look.px(_SEEN_ROUND_FOCUS))

    def _room(self) -> int:
        return self.viewport().height() - 2 * look.px(_SEEN_ROUND_FOCUS)


def read_as_one(widget: QWidget) -> None:
    """Have all of a widget come into sight when something in it gets the focus."""
    widget.setProperty(_AS_ONE, True)


def _whole_round(widget: QWidget) -> QWidget:
    """Return what is read as one with a widget; else the widget."""
    above: QWidget | None = widget
    while above is not None:
        if above.property(_AS_ONE):
            return above
        above = above.parentWidget()
    return widget


def _seen_caret(text: QTextEdit | QPlainTextEdit) -> QRect:
    """Return where the caret is, as far as the text is not scrolled away from it."""
    return text.cursorRect().intersected(text.viewport().rect())


def scroll(widget: QWidget) -> ScrollPane:
    """Return a widget in a pane that scrolls up and down, never sideways."""
    made = ScrollPane()
    made.setWidgetResizable(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setWidget(widget)
    return made


def _with_gap(pixmap: QPixmap, gap: int, *, left: bool) -> QPixmap:
    """Return an icon with room beside it, since Qt leaves none before the words."""
    if not gap:
        return pixmap
    ratio = pixmap.devicePixelRatio()
    room = round(gap * ratio)
    made = QPixmap(pixmap.width() + room, pixmap.height())
    made.fill(Qt.GlobalColor.transparent)
    made.setDevicePixelRatio(ratio)
    painter = QPainter(made)
    painter.drawPixmap(gap if left else 0, 0, pixmap)
    painter.end()
    return made


def _delete(thing: QObject | None) -> None:
    if isinstance(thing, QLayout):
        while (item := thing.takeAt(0)) is not None:
            _delete(item.widget() or item.layout())
    elif isinstance(thing, QWidget):
        thing.hide()
    if thing is not None:
        thing.deleteLater()
