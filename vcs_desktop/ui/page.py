"""What every page of the window is: a heading, what can be done, and a body."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLineEdit, QWidget

from vcs_desktop.ui.reading_order import put_tab_in_reading_order
from vcs_desktop.ui.sight import bring_into_sight
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Box, column, label, panel, row, scroll
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

# Below this many logical pixels (at 100 % text) the page is one column.
NARROW = 760
# Below this height what scrolls needs all of it, and what stands under it scrolls as well.
_LOW = 200
_HEADER_GAP = 12
_SIDES = (20, 16)


class Page(QWidget):
    """One place in the window. Subclasses fill ``body`` and answer the hooks.

    The whole page scrolls up and down when it is taller than the window; so a
    subclass puts its widgets straight into ``body``. Lists that scroll by
    themselves say a small ``sizeHint`` height and stretch. What stands in ``foot``
    is seen however far down somebody is.
    """

    # What the page shows first is there; the window passes the first one on.
    ready = Signal()
    # The person wants another place: the id of its page, and of what to show there or "".
    place_asked = Signal(str, str)
    # The person wants a record, wherever it is shown: its kind and its id.
    record_asked = Signal(str, str)
    # The person wants to be shown round the window.
    tour_asked = Signal()
    # The person wants the page that was there before this one.
    back_asked = Signal()
    # The page has another ``window_title`` now.
    retitled = Signal()
    # What the window is called while the page is in front, without a word of anybody's; empty
    # is what the place is called.
    window_title = ""

    def __init__(self, title: str, subtitle: str = "") -> None:
        super().__init__()
        self.page_title = label(title, "display", wrap=True)
        self.page_subtitle = label(subtitle, "muted", wrap=True)
        self._actions = FlowLayout()
        self._actions_area = panel(self._actions)
        self._header = row(gap=_HEADER_GAP)
        self._header.put(self.page_title, 1)
        self._header.put(self._actions_area)
        self._head = column(self._header, gap=2)
        self.body: Box = column(gap=12)
        self.body_area = panel(self.body)
        inside = column(self._head, margins=(_SIDES[0], 14, _SIDES[1], 14), gap=12)
        held = column(gap=0)
        held.put(self.body_area, 1)
        inside.put(panel(held), 1)
        self.sheet = scroll(panel(inside))
        self.foot: Box = column()
        self._foot = _Foot(self.foot, held, column(self.sheet, gap=0))
        self.setLayout(self._foot.under)
        _Relaid(self._actions_area).asked.connect(self._reflow)
        self._reflow()
        # Only now: a widget that is shown before it has a parent flashes up as a window.
        self.page_subtitle.setVisible(bool(subtitle))
        look.changed.connect(self._reflow)

    @property
    def title(self) -> str:
        """What the page is called, as its heading says it."""
        return self.page_title.text()

    @title.setter
    def title(self, words: str) -> None:
        self.page_title.setText(words)

    @property
    def subtitle(self) -> str:
        """The line under the heading, such as "12 you can look at", or empty."""
        return self.page_subtitle.text()

    @subtitle.setter
    def subtitle(self, words: str) -> None:
        self.page_subtitle.setText(words)
        self.page_subtitle.setVisible(bool(words))

    def add_actions(self, *actions: QWidget) -> None:
        """Put buttons, or a field, beside the heading."""
        for action in actions:
            self._actions.addWidget(action)

    def is_narrow(self) -> bool:
        """Say whether there is room for one column only."""
        return self.width() < look.px(NARROW)

    def shown(self) -> None:
        """Called each time the page comes to the front, after it is on the screen."""

    def put_away(self) -> None:
        """Called just before the group is locked: keep what is half written."""

    def show_thing(self, thing_id: str) -> None:
        """Show one record; another page or the search asked for it."""

    def show_record(self, kind: str, record_id: str) -> None:
        """Show one record of a kind that the page shows; most tell kinds by the id alone."""
        self.show_thing(record_id)

    def ask(self, words: str) -> None:
        """Show what has these words; only a page whose ``PageSpec.takes_words`` does."""

    def find_here(self) -> QWidget | None:
        """Return the field that searches this page, or None if there is none."""
        return next((field for field in self.findChildren(QLineEdit) if field.isVisible()), None)

    def print_act(self) -> Callable[[], None] | None:
        """Return what prints that which is in front, None where there is nothing to print."""
        return None

    def parts(self) -> tuple[QWidget, ...]:
        """Return the parts of the page at which F6 stops, as they are read; none: the page is one.

        Those that are not on the screen, or that hold nothing to stop at, are passed by.
        """
        return ()

    def first_focus(self) -> QWidget | None:
        """Return what has the focus when the page comes; None is the first stop in its body."""
        return None

    def bring_to_top(self, widget: QWidget) -> None:
        """Where the page is taller than the window, scroll to the top of a widget in it.

        What has the focus stays in sight.
        """
        top = widget.mapTo(self, QPoint()).y() - self.sheet.y()
        bar = self.sheet.verticalScrollBar()
        bar.setValue(bar.value() + top)
        focus = self.focusWidget()
        if focus is not None and focus.hasFocus():
            bring_into_sight(focus)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Put the tab stops in order before Tab is followed; Qt asks this on the way up."""
        if not self.isVisible():  # another page came: the focus only has to leave this one
            return super().focusNextPrevChild(forward)
        before = QApplication.focusWidget()
        is_gone = before is not None and not before.isVisible()
        put_tab_in_reading_order(self)
        moved = super().focusNextPrevChild(forward)
        now = QApplication.focusWidget()
        if is_gone and now is not None and not self.isAncestorOf(now):
            # What was pressed went away: nobody asked to leave the page for what stands beside it.
            self.sheet.go_in(self.title)
            return True
        focus = self.focusWidget()
        if moved and focus is not None:
            bring_into_sight(focus)
        return moved

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the words where there is no room beside the heading."""
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        narrow, direction = (
            self.is_narrow() or _is_too_wide(self, self._actions),
            QBoxLayout.Direction,
        )
        self._header.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        (self._header if narrow else self._head).insertWidget(1, self.page_subtitle)
        self._foot.make_room(low=self.height() < look.px(_LOW))


class AsidePage(Page):
    """A page that one opens from another, such as Help: Esc leads back there."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc, where nothing inside the page has a use for it."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)


class _Foot:
    """What stands under a page, or at the end of what scrolls where the page is low."""

    def __init__(self, foot: Box, inside: Box, under: Box) -> None:
        self._foot = foot
        self._area = panel(foot)
        self._inside = inside
        self.under = under
        self._is_low: bool | None = None

    def make_room(self, *, low: bool) -> None:
        """Stand where there is room."""
        if low == self._is_low:
            return
        self._is_low = low
        left, right = (0, 0) if low else _SIDES
        self._foot.set_margins((left, 0, right, 0))
        (self._inside if low else self.under).put(self._area)


class _Relaid(QObject):
    """Says that something in a widget came, went, or wants other room."""

    asked = Signal()

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice it; nothing is kept from the widget."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.asked.emit()
        return super().eventFilter(watched, event)


def _is_too_wide(page: Page, actions: FlowLayout) -> bool:
    """Say whether the heading and all buttons in one line are wider than the page."""
    words = page.page_title.fontMetrics().horizontalAdvance(page.title)
    left, right = look.px(_SIDES[0]), look.px(_SIDES[1])
    gap = look.px(_HEADER_GAP)
    return left + words + gap + actions.sizeHint().width() + right > page.width()
