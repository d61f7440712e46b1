"""By words, by what people are to the group, and in which order."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import Marked, marked, tr, tr_count, tr_marked
from vcs_desktop.domain.people import Tie
from vcs_desktop.ui.pages.people.listing import Everybody, Order, PeopleFilter
from vcs_desktop.ui.widgets.basics import Button, column, panel
from vcs_desktop.ui.widgets.chips import Chip
from vcs_desktop.ui.widgets.choice import Choice
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.words_field import WordsField

_CHIPS: Mapping[Tie, Marked] = {
    Tie.COMMITTEE: marked("Committee: {count}"),
    Tie.VOLUNTEER: marked("Volunteers: {count}"),
    Tie.MEMBER: marked("Members: {count}"),
    Tie.CONTACT: marked("Contacts: {count}"),
}


class FilterBar(QWidget):
    """Says whom the person wants to see.

    ``more`` is the button that folds the filters away where there is little room;
    the page puts it among its actions.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.find_field = WordsField(tr("Find a person"), tr("Such as Asha"))
        self.chips = {tie: Chip("") for tie in _CHIPS}
        self.due = Chip("")
        self.sort = Choice(tr("Sort"), _orders())
        self.more = Button(tr("Filters"), "quiet", "funnel")
        self.more.setCheckable(True)
        self._parts = panel(FlowLayout(self.find_field, *self._all_chips(), self.sort, gap=8))
        self.setLayout(column(self._parts))
        self._is_narrow = False
        self.offer(Everybody())
        self.find_field.asked.connect(self.changed)
        for chip in self._all_chips():
            chip.toggled.connect(self._tell)
        self.sort.chosen.connect(self._tell)
        self.more.toggled.connect(self._show_parts)

    def wanted(self) -> PeopleFilter:
        """Return what is asked for now."""
        return PeopleFilter(
            words=self.find_field.words(),
            ties=frozenset(tie for tie, chip in self.chips.items() if chip.isChecked()),
            due_only=self.due.isChecked(),
            order=Order(self.sort.chosen_id()),
        )

    def is_on(self) -> bool:
        """Say whether somebody may be left out."""
        wanted = self.wanted()
        return bool(wanted.words or wanted.ties or wanted.due_only)

    def offer(self, everybody: Everybody) -> None:
        """Say how many there are of each."""
        for tie, chip in self.chips.items():
            chip.setText(tr_marked(_CHIPS[tie], count=f"{everybody.counts[tie]:,}"))
        self.due.setText(tr("DBS check due: {count}", count=f"{everybody.due_count:,}"))
        self.due.setVisible(everybody.due_count > 0 or self.due.isChecked())

    def clear(self) -> None:
        """Ask for everybody, and say so once."""
        if not self.is_on():
            return
        with QSignalBlocker(self):
            self.find_field.clear()
            self.find_field.set_words("")
            for chip in self._all_chips():
                chip.setChecked(False)
        self._tell()

    def set_narrow(self, narrow: bool) -> None:  # reads as Qt's own setters do
        """Fold the filters behind one button where there is little room."""
        self._is_narrow = narrow
        self.more.setVisible(narrow)
        self._show_parts()

    def open(self) -> None:
        """Show the filters where they are folded away."""
        self.more.setChecked(True)

    def _all_chips(self) -> tuple[Chip, ...]:
        return (*self.chips.values(), self.due)

    def _tell(self) -> None:
        count = sum(chip.isChecked() for chip in self._all_chips())
        self.more.setText(
            tr_count("Filters: {count} is on", "Filters: {count} are on", count)
            if count
            else tr("Filters")
        )
        self.changed.emit()

    def _show_parts(self) -> None:
        self._parts.setVisible(self.more.isChecked() or not self._is_narrow)


def _orders() -> tuple[tuple[str, str], ...]:
    return (
        (Order.FIRST_NAME.value, tr("By first name")),
        (Order.LAST_NAME.value, tr("By last name")),
        (Order.NEWEST.value, tr("Added last first")),
    )
