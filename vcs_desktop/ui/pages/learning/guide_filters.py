"""What the person wants to see of the guides."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.learning import GuideFilters
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Button, column, panel
from vcs_desktop.ui.widgets.chips import Chip
from vcs_desktop.ui.widgets.choice import Choice
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.words_field import WordsField

MINUTES = (5, 10, 20)
_WIDEST_BOX = 240


class GuideFilterBar(QWidget):
    """Words, topic, time, level, and whether to leave out what was done.

    ``more`` is the button that unfolds the filters where there is little room, which
    ``is_narrow`` says; the page puts it among its actions, and shows and hides it.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.find_field = WordsField(tr("Find"), tr("Such as budget"))
        times = [(str(most), _up_to(most)) for most in MINUTES]
        self.topic = Choice(tr("Topic"), (("", tr("Any topic")),))
        self.time = Choice(tr("Time"), (("", tr("Any time")), *times))
        self.level = Choice(tr("Level"), (("", tr("Any level")),))
        self.not_done = Chip(tr("Not done yet"))
        self.more = Button(tr("Filters"), "quiet", "funnel")
        self.more.setCheckable(True)
        choices = (self.topic, self.time, self.level, self.not_done)
        self._fields = panel(FlowLayout(self.find_field, *choices, gap=6))
        self.setLayout(column(self._fields))
        self.is_narrow = False
        self._scale()
        self._connect()

    def filters(self) -> GuideFilters:
        """Return what is asked for now."""
        most = self.time.chosen_id()
        return GuideFilters(
            topic=self.topic.chosen_id(),
            minutes_at_most=int(most) if most else None,
            level=self.level.chosen_id(),
            words=self.find_field.words(),
            not_done=self.not_done.isChecked(),
        )

    def is_any_on(self) -> bool:
        """Say whether any guide may be left out."""
        return self.filters() != GuideFilters()

    def clear(self) -> None:
        """Ask for every guide, and say so once."""
        with QSignalBlocker(self):
            self.find_field.clear()
            self.not_done.setChecked(False)
            for choice in (self.topic, self.time, self.level):
                choice.choose("")
        self._tell()

    def offer(self, topics: Iterable[str], levels: Iterable[str]) -> None:
        """Offer the topics and the levels that there are."""
        self.topic.offer((topic, topic) for topic in topics)
        self.level.offer((level, level) for level in levels)

    def set_narrow(self, narrow: bool) -> None:
        """Fold the filters behind one button where there is little room."""
        self.is_narrow = narrow
        self._show_fields()

    def _connect(self) -> None:
        self.find_field.asked.connect(self._tell)
        for choice in (self.topic, self.time, self.level):
            choice.chosen.connect(self._tell)
        self.not_done.toggled.connect(self._tell)
        self.more.toggled.connect(self._show_fields)
        look.changed.connect(self._scale)

    def _tell(self) -> None:
        chosen = (self.topic.chosen_id(), self.time.chosen_id(), self.level.chosen_id())
        on = (*chosen, self.find_field.words(), self.not_done.isChecked())
        count = sum(map(bool, on))
        said = tr_count("Filters: {count} is on", "Filters: {count} are on", count)
        self.more.setText(said if count else tr("Filters"))
        self.changed.emit()

    def _show_fields(self) -> None:
        self._fields.setVisible(self.more.isChecked() or not self.is_narrow)

    def _scale(self) -> None:
        for choice in (self.topic, self.time, self.level):
            choice.box.setMaximumWidth(look.px(_WIDEST_BOX))


def _up_to(minutes: int) -> str:
    return tr("Up to {minutes} minutes", minutes=minutes)
