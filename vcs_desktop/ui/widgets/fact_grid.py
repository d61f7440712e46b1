"""Four or so short facts: what it is called, small, and what it is, strong."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import card, label
from vcs_desktop.ui.widgets.prose import name_prose

# From how many logical pixels on (at 100 % text) the facts stand side by side.
_COLUMNS_FROM = {3: 860, 2: 420, 1: 0}
_GAP = 8


class FactGrid(QWidget):
    """Facts in as many columns, up to three, as there is room for."""

    def __init__(self, facts: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._cards: list[QFrame] = []
        self._columns = 2
        self.set_facts(facts)
        look.changed.connect(self._lay)

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these (name, fact); a fact that is empty is left out."""
        for old in self._cards:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = [
            card(
                label(name, "small", wrap=True),
                name_prose(fact, "strong"),
                None,
                kind="fact",
                margins=(12, 8, 12, 8),
                gap=0,
            )
            for name, fact in facts
            if fact
        ]
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have as many columns as there is room for."""
        super().resizeEvent(event)
        if self._columns != self._columns_now():
            self._lay()

    def _columns_now(self) -> int:
        width, facts = self.width(), max(1, len(self._cards))
        room = next(many for many, least in _COLUMNS_FROM.items() if width >= look.px(least))
        return ceil(facts / ceil(facts / room))  # 4 stand as 2 and 2, not as 3 and 1

    def _lay(self) -> None:
        self._columns = self._columns_now()
        self._grid.setSpacing(look.px(_GAP))
        for place, fact in enumerate(self._cards):
            self._grid.addWidget(fact, place // self._columns, place % self._columns)
        for number in range(len(_COLUMNS_FROM)):
            self._grid.setColumnStretch(number, int(number < self._columns))
