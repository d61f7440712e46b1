"""The chips and choices above the list."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.money import pence_of
from vcs_desktop.domain.opportunities import Filters, Order
from vcs_desktop.ui.pages.funding.words import counted
from vcs_desktop.ui.widgets.basics import Button, column, label, panel, row
from vcs_desktop.ui.widgets.choice import Choice
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

SMALL_GRANT_PENCE = pence_of(5000)
CLOSING_DAYS = 30

_ORDERS = ((Order.FIT, "Best fit first"), (Order.CLOSING, "Closing soonest"))


class Chip(Button):
    """A filter that is on or off; a tick says so beside its colour."""

    def __init__(self, text: str, name: str = "") -> None:
        super().__init__(text, "filter")
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.toggled.connect(self._tick)

    def _tick(self, on: bool) -> None:  # noqa: FBT001  Qt's own signature
        self.set_icon("check" if on else "")


class FilterBar(QWidget):
    """Says what the person wants to see. ``changed`` carries Filters without words."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.grants = Chip("Grants")
        self.contracts = Chip("Contracts to bid for")
        self.closing = Chip(f"Closing in {CLOSING_DAYS} days")
        self.small = Chip("Under £5,000", "Offers less than £5,000")
        self.kept = Chip("Kept", "Only what you kept")
        self.hidden = Chip("Show hidden", "Show what you hid too")
        self.area = Choice()
        self.sort = Choice()
        self.area.addItem("Any area", "")
        for order, text in _ORDERS:
            self.sort.addItem(text, order)
        self.more = Button("Filters", "quiet", "funnel")
        self.more.setCheckable(True)
        self._area_field = _field("Area", self.area)
        self._sort_field = _field("Sort by", self.sort)
        self._chips = panel(FlowLayout(*self._all_chips(), self._area_field, self._sort_field))
        self.setLayout(column(self.more, self._chips, gap=8))
        self._narrow = False
        self._connect()

    def filters(self) -> Filters:
        """Return what is asked for now."""
        kinds = (
            *((Kind.FUNDING_CALL,) if self.grants.isChecked() else ()),
            *((Kind.TENDER,) if self.contracts.isChecked() else ()),
        )
        return Filters(
            kinds=kinds,
            closing_within_days=CLOSING_DAYS if self.closing.isChecked() else None,
            amount_max_pence=SMALL_GRANT_PENCE if self.small.isChecked() else None,
            area=self.area.currentData() or "",
            kept_only=self.kept.isChecked(),
            hidden_too=self.hidden.isChecked(),
            order=self.sort.currentData(),
        )

    def is_any_on(self) -> bool:
        """Say whether anything is left out by a filter."""
        return self._count_on() > 0

    def clear(self) -> None:
        """Turn every filter off, and say so once."""
        with QSignalBlocker(self):
            for chip in self._all_chips():
                chip.setChecked(False)
            self.area.setCurrentIndex(0)
        self._tell()

    def offer_areas(self, areas: tuple[tuple[str, str], ...]) -> None:
        """Offer areas to choose from: code and name of each."""
        with QSignalBlocker(self.area):
            chosen = self.area.currentData()
            while self.area.count() > 1:
                self.area.removeItem(1)
            for code, name in areas:
                self.area.addItem(name, code)
            self.area.setCurrentIndex(max(0, self.area.findData(chosen)))

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001
        """Fold the filters behind one button where there is little room."""
        self._narrow = narrow
        self.more.setVisible(narrow)
        self._show_chips()

    def _all_chips(self) -> tuple[Chip, ...]:
        return (self.grants, self.contracts, self.closing, self.small, self.kept, self.hidden)

    def _connect(self) -> None:
        for chip in self._all_chips():
            chip.toggled.connect(self._tell)
        self.area.currentIndexChanged.connect(self._tell)
        self.sort.currentIndexChanged.connect(self._tell)
        self.more.toggled.connect(self._show_chips)

    def _tell(self) -> None:
        count = self._count_on()
        self.more.setText(f"Filters: {counted(count, 'is', 'are')} on" if count else "Filters")
        self.changed.emit(self.filters())

    def _show_chips(self) -> None:
        self._chips.setVisible(self.more.isChecked() or not self._narrow)

    def _count_on(self) -> int:
        plain = replace(self.filters(), order=Order.FIT)
        chips = sum(chip.isChecked() for chip in self._all_chips())
        return chips + bool(plain.area)


def _field(text: str, choice: QComboBox) -> QWidget:
    return panel(row(label(text, "muted", buddy=choice), choice, gap=6))
