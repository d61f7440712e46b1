"""By place, by theme, by words; and whether older figures are listed too."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.services.facts import FactFilters, FactList
from vcs_desktop.ui.pages.facts import words
from vcs_desktop.ui.widgets.basics import Button, column, panel
from vcs_desktop.ui.widgets.chips import Chip
from vcs_desktop.ui.widgets.choice import Choice
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.words_field import WordsField

_MOST_IN_A_BOX = 40


class FilterBar(QWidget):
    """Says what the person wants to see.

    ``more`` is the button that folds the filters away where there is little room;
    the page puts it among its actions.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.find_field = WordsField(tr("Find a fact"), tr("Such as children"))
        self.place = Choice(tr("Place"), (("", tr("Any place")),))
        self.theme = Choice(tr("About"), (("", tr("Anything")),))
        self.older = Chip(tr("Older figures too"))
        self.more = Button(tr("Filters"), "quiet", "funnel")
        self.more.setCheckable(True)
        parts = FlowLayout(self.find_field, self.place, self.theme, self.older, gap=8)
        self._parts = panel(parts)
        self.setLayout(column(self._parts))
        self._narrow = False
        self.find_field.asked.connect(self.changed)
        self.place.chosen.connect(self._tell)
        self.theme.chosen.connect(self._tell)
        self.older.toggled.connect(self._tell)
        self.more.toggled.connect(self._show_parts)

    def filters(self) -> FactFilters:
        """Return what is asked for now."""
        return FactFilters(
            place=self.place.chosen_id(),
            theme=self.theme.chosen_id(),
            words=self.find_field.words(),
            older_too=self.older.isChecked(),
        )

    def offer(self, found: FactList) -> None:
        """Offer the places and themes that there are; what is chosen stays chosen."""
        self.place.offer((place, short_prose(place, _MOST_IN_A_BOX)) for place in found.places)
        self.theme.offer(
            (theme, words.theme_words(theme, _MOST_IN_A_BOX)) for theme in found.themes
        )
        self.older.setVisible(found.older_count > 0 or self.older.isChecked())

    def clear(self) -> None:
        """Ask for everything, and say so once."""
        with QSignalBlocker(self):
            self.find_field.clear()
            self.place.choose("")
            self.theme.choose("")
        self._tell()

    def set_narrow(self, narrow: bool) -> None:  # reads as Qt's own setters do
        """Fold the filters behind one button where there is little room."""
        self._narrow = narrow
        self.more.setVisible(narrow)
        self._show_parts()

    def open(self) -> None:
        """Show the filters where they are folded away."""
        self.more.setChecked(True)

    def _tell(self) -> None:
        count = sum(
            (bool(self.place.chosen_id()), bool(self.theme.chosen_id()), self.older.isChecked())
        )
        self.more.setText(
            tr_count("Filters: {count} is on", "Filters: {count} are on", count)
            if count
            else tr("Filters")
        )
        self.changed.emit()

    def _show_parts(self) -> None:
        self._parts.setVisible(self.more.isChecked() or not self._narrow)
