"""The chips and choices above the list."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.money import pence_of
from vcs_desktop.domain.opportunities import Filters, Order
from vcs_desktop.ui.opportunity_words import counted
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Button, column, panel
from vcs_desktop.ui.widgets.chips import Chip
from vcs_desktop.ui.widgets.choice import Choice
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

SMALL_GRANT_PENCE = pence_of(5000)
CLOSING_DAYS = 30

_AREA_WIDTH, _SORT_WIDTH = 220, 172
_ANY_AREA = ("", "Any area")
_ORDERS = ((Order.FIT.value, "Best fit first"), (Order.CLOSING.value, "Soonest first"))


class FilterBar(QWidget):
    """Says what the person wants to see.

    ``more`` is the button that folds the filters away where there is little
    room; the page puts it among its actions.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.grants = Chip("Grants")
        self.contracts = Chip("Contracts to bid for")
        self.closing = Chip(f"Closing in {CLOSING_DAYS} days")
        self.small = Chip("Under £5,000")
        self.kept = Chip("Kept")
        self.hidden = Chip("Hidden too")
        self.area = Choice("Area", (_ANY_AREA,))
        self.sort = Choice("Sort", _ORDERS)
        self.more = Button("Filters", "quiet", "funnel")
        self.more.setCheckable(True)
        self._chips = panel(FlowLayout(*self._all_chips(), self.area, self.sort, gap=6))
        self.setLayout(column(self._chips))
        self._narrow = False
        self.hidden.hide()
        self._scale()
        self._connect()

    def filters(self, words: str = "") -> Filters:
        """Return what is asked for now, together with some words."""
        kinds = (
            *((Kind.FUNDING_CALL,) if self.grants.isChecked() else ()),
            *((Kind.TENDER,) if self.contracts.isChecked() else ()),
        )
        return Filters(
            words=words,
            kinds=kinds,
            closing_within_days=CLOSING_DAYS if self.closing.isChecked() else None,
            amount_max_pence=SMALL_GRANT_PENCE if self.small.isChecked() else None,
            area=self.area.chosen_id(),
            kept_only=self.kept.isChecked(),
            hidden_too=self.hidden.isChecked(),
            order=Order(self.sort.chosen_id()),
        )

    def is_any_on(self) -> bool:
        """Say whether anything is left out by a filter."""
        return self._count_on() > 0

    def clear(self) -> None:
        """Turn every filter off, and say so once."""
        with QSignalBlocker(self):
            for chip in self._all_chips():
                chip.setChecked(False)
            self.area.choose("")
        self._tell()

    def offer_areas(self, areas: Iterable[tuple[str, str]]) -> None:
        """Offer areas to choose from: code and name of each."""
        with QSignalBlocker(self.area.box):
            chosen = self.area.chosen_id()
            while self.area.box.count() > 1:
                self.area.box.removeItem(1)
            for code, name in areas:
                self.area.box.addItem(name, code)
            self.area.choose(chosen)

    def offer_hidden(self, *, on: bool) -> None:
        """Offer to show what was hidden, when something is."""
        self.hidden.setVisible(on or self.hidden.isChecked())

    def set_narrow(self, narrow: bool) -> None:
        """Fold the filters behind one button where there is little room."""
        self._narrow = narrow
        self.more.setVisible(narrow)
        self._show_chips()

    def _all_chips(self) -> tuple[Chip, ...]:
        return (self.grants, self.contracts, self.closing, self.small, self.kept, self.hidden)

    def _connect(self) -> None:
        for chip in self._all_chips():
            chip.toggled.connect(self._tell)
        self.area.chosen.connect(self._tell)
        self.sort.chosen.connect(self._tell)
        self.more.toggled.connect(self._show_chips)
        look.changed.connect(self._scale)

    def _tell(self) -> None:
        count = self._count_on()
        self.more.setText(f"Filters: {counted(count, 'is', 'are')} on" if count else "Filters")
        self.changed.emit()

    def _show_chips(self) -> None:
        self._chips.setVisible(self.more.isChecked() or not self._narrow)

    def _count_on(self) -> int:
        return sum(chip.isChecked() for chip in self._all_chips()) + bool(self.area.chosen_id())

    def _scale(self) -> None:
        # So that everything stands in one line on a usual laptop.
        self.area.box.setFixedWidth(look.px(_AREA_WIDTH))
        self.sort.box.setFixedWidth(look.px(_SORT_WIDTH))
