"""By words, by what needs a look, and by kind."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.ui.pages.documents.listing import EveryPaper, PapersFilter
from vcs_desktop.ui.pages.documents.words import kind_choices
from vcs_desktop.ui.widgets.basics import Button, column, panel
from vcs_desktop.ui.widgets.chips import Chip
from vcs_desktop.ui.widgets.choice import Choice
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.words_field import WordsField


class FilterBar(QWidget):
    """Says which papers the person wants to see.

    ``more`` is the button that folds the filters away where there is little room;
    the page puts it among its actions.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.find_field = WordsField(tr("Find a paper"), tr("Such as insurance"))
        self.look_chip = Chip("")
        self.kind = Choice(tr("Kind"), (("", tr("Every kind")), *kind_choices()))
        self.more = Button(tr("Filters"), "quiet", "funnel")
        self.more.setCheckable(True)
        self._parts = panel(FlowLayout(self.find_field, self.look_chip, self.kind, gap=8))
        self.setLayout(column(self._parts))
        self._is_narrow = False
        self.offer(EveryPaper())
        self.find_field.asked.connect(self.changed)
        self.look_chip.toggled.connect(self._tell)
        self.kind.chosen.connect(self._tell)
        self.more.toggled.connect(self._show_parts)

    def wanted(self) -> PapersFilter:
        """Return what is asked for now."""
        return PapersFilter(
            words=self.find_field.words(),
            kind=self.kind.chosen_id(),
            look_only=self.look_chip.isChecked(),
        )

    def is_on(self) -> bool:
        """Say whether some may be left out."""
        return self.wanted() != PapersFilter()

    def about(self) -> tuple[str, ...]:
        """Return sentences that say which papers are listed; none where all are."""
        wanted, said = self.wanted(), []
        if wanted.words:
            said.append(tr("With “{words}”.", words=wanted.words))
        if wanted.kind:
            said.append(tr("Kind: {kind}.", kind=self.kind.box.currentText()))
        if wanted.look_only:
            said.append(tr("Only those that need a look."))
        return tuple(said)

    def offer(self, every: EveryPaper) -> None:
        """Say how many need a look."""
        self.look_chip.setText(tr("Needs a look: {count}", count=f"{every.look_count:,}"))
        self.look_chip.setVisible(every.look_count > 0 or self.look_chip.isChecked())

    def clear(self) -> None:
        """Ask for every paper, and say so once."""
        if not self.is_on():
            return
        with QSignalBlocker(self):
            self.find_field.set_words("")
            self.look_chip.setChecked(False)
            self.kind.choose("")
        self._tell()

    def set_narrow(self, narrow: bool) -> None:  # reads as Qt's own setters do
        """Fold the filters behind one button where there is little room."""
        self._is_narrow = narrow
        self.more.setVisible(narrow)
        self._show_parts()

    def open(self) -> None:
        """Show the filters where they are folded away."""
        self.more.setChecked(True)

    def _tell(self) -> None:
        wanted = self.wanted()
        count = bool(wanted.kind) + wanted.look_only
        self.more.setText(
            tr_count("Filters: {count} is on", "Filters: {count} are on", count)
            if count
            else tr("Filters")
        )
        self.changed.emit()

    def _show_parts(self) -> None:
        self._parts.setVisible(self.more.isChecked() or not self._is_narrow)
