"""How to begin, on the first visit: with sample data, a group, or the library alone."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Box, Button, button, card, column, label, panel, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

# From how many logical pixels on (at 100 % text) things stand side by side.
_BESIDE_FROM = 700


class Welcome(QFrame):
    """Says what this is for, and asks how to begin. Never in the way of anything."""

    practice_chosen = Signal()
    start_chosen = Signal()
    join_chosen = Signal()
    looking_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "info")
        self.practice_button = button(tr("Try with sample data"), "primary")
        self.start_button = button(tr("Start a group"))
        self.join_button = button(tr("My group is on another laptop"))
        self.looking_button = button(tr("Just look at the library"))
        self._pairs = [
            _pair(
                _way(
                    self.practice_button,
                    tr("A made-up lunch club with people in it. Nothing you try can go wrong."),
                ),
                _way(
                    self.start_button,
                    tr("Your own group, behind secret words. Then every answer is about you."),
                ),
            ),
            _pair(
                _way(
                    self.join_button,
                    tr("Your group is on another computer already. See how it comes here."),
                ),
                _way(
                    self.looking_button,
                    tr("Read guides, local facts and what the councils promised."),
                ),
            ),
        ]
        self.setLayout(
            column(
                label(tr("Welcome. How do you want to begin?"), "title", wrap=True),
                label(
                    tr(
                        "This app helps small groups to find money, to learn, and to know their "
                        "area. It works without internet. What you do stays on this computer."
                    ),
                    wrap=True,
                ),
                *self._pairs,
                margins=(16, 14, 16, 14),
                gap=10,
            )
        )
        self.practice_button.clicked.connect(self.practice_chosen)
        self.start_button.clicked.connect(self.start_chosen)
        self.join_button.clicked.connect(self.join_chosen)
        self.looking_button.clicked.connect(self.looking_chosen)
        look.changed.connect(self._reflow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the ways under one another where there is no room beside."""
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        for pair in self._pairs:
            _turn(pair, beside=_has_room(self))


class TourOffer(QFrame):
    """Offers the first tour, once."""

    wanted = Signal()
    declined = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "undo")
        self.show_button = button(tr("Show me round"), icon="eye")
        self.no_button = button(tr("Not now"), "quiet", name=tr("No tour now"))
        words = label(tr("New here? See what is where, in one minute."), wrap=True)
        self._line = row(margins=(16, 8, 12, 8), gap=12)
        self._line.put(words, 1)
        self._line.put(panel(FlowLayout(self.show_button, self.no_button)))
        self.setLayout(self._line)
        self.show_button.clicked.connect(self.wanted)
        self.no_button.clicked.connect(self.declined)
        look.changed.connect(self._reflow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the words where there is no room beside."""
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        _turn(self._line, beside=_has_room(self))


def _has_room(widget: QWidget) -> bool:
    return widget.width() >= look.px(_BESIDE_FROM)


def _turn(box: Box, *, beside: bool) -> None:
    direction = QBoxLayout.Direction
    box.setDirection(direction.LeftToRight if beside else direction.TopToBottom)


def _pair(first: QWidget, second: QWidget) -> Box:
    both = row(gap=10)
    both.put(first, 1)
    both.put(second, 1)
    return both


def _way(begin: Button, text: str) -> QFrame:
    """Return one way to begin: its button, and what it leads to."""
    head = panel(FlowLayout(begin))
    return card(head, label(text, wrap=True), None, margins=(12, 10, 12, 10), gap=6)
