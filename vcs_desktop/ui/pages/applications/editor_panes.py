"""Three panes side by side; where there is less room one at a time, and buttons to the others."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Button, button, column, panel, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

THREE_PANES = 860
"""Logical pixels at 100 % text; below that one pane shows at a time."""

_SIDES = (236, 290)


class SidePane(QWidget):
    """What stands beside the main pane, or over it, with a way back."""

    def __init__(self, inside: QWidget, first: QWidget | None, width: int, back: str) -> None:
        """``first`` has the focus when it opens; None is the way back."""
        super().__init__()
        self.inside = inside
        self.back_button = button(back, icon="arrow-left")
        self.first = first or self.back_button
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        layout = column(panel(FlowLayout(self.back_button)), gap=6)
        layout.put(inside, 1)
        self.setLayout(layout)
        self._width = width

    def stand(self, *, alone: bool) -> None:
        """Take all the width, or that of a pane at the side."""
        self.back_button.setVisible(alone)
        if alone:
            self.setMinimumWidth(0)
            self.setMaximumWidth(look.px(10_000))
        else:
            # Words of another language may be longer.
            self.setFixedWidth(max(look.px(self._width), self.inside.minimumSizeHint().width()))


class EditorPanes(QWidget):
    """The main pane, with one before and one after it.

    In little room the two others are opened by buttons, over the main pane: the focus goes
    in, Esc closes, and it comes back. ``turned`` says that there is other room.
    """

    turned = Signal()

    def __init__(
        self,
        before: tuple[str, QWidget, QWidget],
        main: QWidget,
        after: tuple[str, QWidget],
    ) -> None:
        """``before`` and ``after`` have the words of their button, and what is in the pane.

        ``before`` has also what takes the focus when it opens.
        """
        super().__init__()
        back = tr("Back to your answer")
        self.main = main
        self.before = SidePane(before[1], before[2], _SIDES[0], back)
        self.after = SidePane(after[1], None, _SIDES[1], back)
        self.before_button = button(before[0], icon="list")
        self.after_button = button(after[0], icon="book-open")
        self._line = FlowLayout(self.before_button, self.after_button)
        self._bar = panel(self._line)
        self._open: SidePane | None = None
        self._panes = row(self.before, gap=12)
        self._panes.put(main, 1)
        self._panes.put(self.after)
        layout = column(self._bar, gap=8)
        layout.put(self._panes, 1)
        self.setLayout(layout)
        for pane, opener in self._openers():
            opener.clicked.connect(lambda _checked=False, each=pane: self.open(each))
            pane.back_button.clicked.connect(self.close_pane)
        look.changed.connect(self._reflow)
        self._reflow()

    def add_to_bar(self, extra: QWidget) -> None:
        """Add something that is wanted beside the buttons where there is little room."""
        self._line.addWidget(extra)

    def is_narrow(self) -> bool:
        """Say whether there is room for one pane only."""
        return self.width() < look.px(THREE_PANES)

    def open(self, pane: SidePane) -> None:
        """Bring a pane at the side to the front, with the focus in it."""
        if self.is_narrow():
            self._open = pane
            self._reflow()
        pane.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_pane(self) -> None:
        """Bring the main pane back; the focus goes to the button that opened the other."""
        closed, self._open = self._open, None
        if closed is None:
            return
        here = QApplication.focusWidget()
        had_focus = here is not None and closed.isAncestorOf(here)
        self._reflow()
        opener = next(opener for pane, opener in self._openers() if pane is closed)
        if had_focus and opener.isVisible():
            opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_pane(self) -> SidePane | None:
        """Return the pane that stands over the main one, if there is one."""
        return self._open

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close what is open over the main pane on Esc."""
        if event.key() == Qt.Key.Key_Escape and self._open is not None:
            self.close_pane()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Ask for no width: in little of it one pane shows at a time."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between one pane and three."""
        super().resizeEvent(event)
        self._reflow()
        self.turned.emit()

    def _openers(self) -> tuple[tuple[SidePane, Button], ...]:
        return (self.before, self.before_button), (self.after, self.after_button)

    def _reflow(self) -> None:
        narrow = self.is_narrow()
        if not narrow:
            self._open = None
        self._bar.setVisible(narrow and self._open is None)
        self.main.setVisible(self._open is None)
        for pane, _opener in self._openers():
            pane.stand(alone=narrow)
            pane.setVisible(not narrow or pane is self._open)
