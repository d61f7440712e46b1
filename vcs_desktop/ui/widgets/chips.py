"""Filters that are on or off, and say so with a tick."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.ui.widgets.basics import Button
from vcs_desktop.ui.widgets.flow_layout import FlowLayout


class Chip(Button):
    """One filter: a button that stays pressed and shows a tick while it is on."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "filter")
        self.setCheckable(True)
        self.toggled.connect(self._tick)

    def _tick(self, on: bool) -> None:  # Qt passes the state by place
        self.set_icon("check" if on else "")


class Chips(QWidget):
    """A row of filters that wraps; several may be on at once."""

    changed = Signal()

    def __init__(self, choices: Iterable[tuple[str, str]]) -> None:
        """Make a chip for each (id, words)."""
        super().__init__()
        self.chips = {chip_id: Chip(words) for chip_id, words in choices}
        self.setLayout(FlowLayout(*self.chips.values()))
        for chip in self.chips.values():
            chip.toggled.connect(self.changed)

    def on(self) -> frozenset[str]:
        """Return the ids of the filters that are on."""
        return frozenset(chip_id for chip_id, chip in self.chips.items() if chip.isChecked())

    def set_on(self, chip_ids: Iterable[str]) -> None:
        """Turn exactly these filters on; says ``changed`` once, if anything did."""
        wanted = frozenset(chip_ids)
        if wanted == self.on():
            return
        self.blockSignals(True)
        for chip_id, chip in self.chips.items():
            chip.setChecked(chip_id in wanted)
        self.blockSignals(False)
        self.changed.emit()
