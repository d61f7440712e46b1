"""The words, chips and choices above the list."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.money import pence_of
from vcs_desktop.domain.opportunities import Filters, Order
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Button, column, panel
from vcs_desktop.ui.widgets.chips import Chip
from vcs_desktop.ui.widgets.choice import Choice
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.words_field import WordsField

SMALL_GRANT_PENCE = pence_of(5000)
CLOSING_DAYS = 30

_AREA_WIDTH, _SORT_WIDTH = 220, 172


class FilterBar(QWidget):
    """Says what the person wants to see: words, kinds, and so on.

    ``changed`` comes with every change, for words when the typing rests;
    ``entered`` with Enter in the field, after ``changed``. ``words_line`` is the
    field with its name, and ``more`` the button that folds the filters away where
    there is little room; the page puts both beside its heading.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words_line = WordsField(tr("Words"))
        self.words_box = self.words_line.box
        self.grants = Chip(tr("Grants"))
        self.contracts = Chip(tr("Contracts to bid for"))
        self.closing = Chip(tr("Closing in {days} days", days=CLOSING_DAYS))
        self.small = Chip(tr("Under £5,000"))
        self.kept = Chip(tr("Kept"))
        self.hidden = Chip(tr("Hidden too"))
        self.area = Choice(tr("Area"), (("", tr("Any area")),))
        self.sort = Choice(tr("Sort"), _orders())
        self.more = Button(tr("Filters"), "quiet", "funnel")
        self.more.setCheckable(True)
        self._filters = panel(FlowLayout(*self._all_chips(), self.area, self.sort, gap=6))
        self.setLayout(column(self._filters))
        self._narrow = False
        self._told = ""
        self.hidden.hide()
        self._scale()
        self._connect()

    def filters(self) -> Filters:
        """Return what is asked for now."""
        kinds = (
            *((Kind.FUNDING_CALL,) if self.grants.isChecked() else ()),
            *((Kind.TENDER,) if self.contracts.isChecked() else ()),
        )
        return Filters(
            words=self.words(),
            kinds=kinds,
            closing_within_days=CLOSING_DAYS if self.closing.isChecked() else None,
            amount_max_pence=SMALL_GRANT_PENCE if self.small.isChecked() else None,
            area=self.area.chosen_id(),
            kept_only=self.kept.isChecked(),
            hidden_too=self.hidden.isChecked(),
            order=Order(self.sort.chosen_id()),
        )

    def words(self) -> str:
        """Return the words that are asked for, without spaces around them."""
        return self.words_line.words()

    def ask(self, words: str) -> None:
        """Ask for other words, as if they had been typed; empty words ask for everything."""
        self.words_box.setText(words.strip())
        self._tell_words()

    def clear(self) -> None:
        """Turn every filter off, take the words out, and say so once."""
        with QSignalBlocker(self):
            for chip in self._all_chips():
                chip.setChecked(False)
            self.area.choose("")
            self.words_line.clear()
        self._tell()

    def offer_areas(self, areas: Iterable[tuple[str, str]]) -> None:
        """Offer areas to choose from: code and name of each."""
        self.area.offer(areas)

    def offer_hidden(self, *, on: bool) -> None:
        """Offer to show what was hidden, when something is."""
        self.hidden.setVisible(on or self.hidden.isChecked())

    def set_narrow(self, narrow: bool) -> None:
        """Fold the filters behind one button where there is little room."""
        self._narrow = narrow
        self.more.setVisible(narrow)
        self._show_filters()

    def _all_chips(self) -> tuple[Chip, ...]:
        return (self.grants, self.contracts, self.closing, self.small, self.kept, self.hidden)

    def _connect(self) -> None:
        for chip in self._all_chips():
            chip.toggled.connect(self._tell)
        self.words_line.asked.connect(self._tell_words)
        self.words_box.returnPressed.connect(self.entered)
        self.area.chosen.connect(self._tell)
        self.sort.chosen.connect(self._tell)
        self.more.toggled.connect(self._show_filters)
        look.changed.connect(self._scale)

    def _tell_words(self) -> None:
        if self.words() != self._told:
            self._tell()

    def _tell(self) -> None:
        self._told = self.words()
        count = self._count_on()
        self.more.setText(
            tr_count("Filters: {count} is on", "Filters: {count} are on", count)
            if count
            else tr("Filters")
        )
        self.changed.emit()

    def _show_filters(self) -> None:
        self._filters.setVisible(self.more.isChecked() or not self._narrow)

    def _count_on(self) -> int:
        return sum(chip.isChecked() for chip in self._all_chips()) + bool(self.area.chosen_id())

    def _scale(self) -> None:
        # So that everything stands in one line on a usual laptop.
        self.area.box.setMinimumWidth(look.px(_AREA_WIDTH))
        self.sort.box.setMinimumWidth(look.px(_SORT_WIDTH))


def _orders() -> tuple[tuple[str, str], ...]:
    return (
        (Order.FIT.value, tr("Best fit first")),
        (Order.CLOSING.value, tr("Soonest first")),
    )
