"""How to begin, on the first visit: three ways, and what is not there yet says so."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

# From how many logical pixels on (at 100 % text) things stand side by side.
_BESIDE_FROM = 700


class Welcome(QFrame):
    """Says what this is for, and asks how to begin. Never in the way of anything."""

    practice_chosen = Signal()
    looking_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "info")
        self.practice_button = button(tr("Try with the practice group"), "primary")
        self.looking_button = button(tr("Just look around"))
        self._later = label(tr("Start a group"), "strong", wrap=True)
        self._later.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._ways = row(
            _way(
                panel(FlowLayout(self.practice_button)),
                tr(
                    "Marston Lunch Club is made up. See what it could apply for. "
                    "Nothing you try can go wrong."
                ),
            ),
            _way(
                panel(FlowLayout(self.looking_button)),
                tr("Read guides, local facts and what the councils promised."),
            ),
            _way(
                self._later,
                tr(
                    "Not here yet. Later you can put in your own group, kept behind a password. "
                    "Then every answer is about you."
                ),
            ),
            gap=10,
        )
        for place in range(self._ways.count()):
            self._ways.setStretch(place, 1)
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
                self._ways,
                margins=(16, 14, 16, 14),
                gap=10,
            )
        )
        self.practice_button.clicked.connect(self.practice_chosen)
        self.looking_button.clicked.connect(self.looking_chosen)
        look.changed.connect(self._reflow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the ways under one another where there is no room beside."""
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        beside = _has_room(self)
        # Its words begin where those under the buttons beside it do.
        self._later.setMinimumHeight(self.looking_button.sizeHint().height() if beside else 0)
        _turn(self._ways, beside=beside)


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


def _way(head: QWidget, text: str) -> QFrame:
    return card(head, label(text, wrap=True), None, margins=(12, 10, 12, 10), gap=6)
