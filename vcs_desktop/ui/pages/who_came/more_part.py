"""What else a sheet says: how many more came, notes, and its day."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.ui.better_not import watch_words
from vcs_desktop.ui.widgets.autosave import WAIT_MS
from vcs_desktop.ui.widgets.basics import button, column, panel, row
from vcs_desktop.ui.widgets.count_field import CountField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.long_text_field import LongTextField

if TYPE_CHECKING:
    from vcs_desktop.domain.attendance import AttendanceSheet


class MorePart(QWidget):
    """``others`` stands elsewhere on the sheet. What is typed is told when it rests or is left."""

    others_changed = Signal(int, int)
    notes_changed = Signal(str)
    day_changed = Signal(object)

    def __init__(self, on: date, today: date) -> None:
        super().__init__()
        self._on = on
        self._kept = self._there = (0, 0, "")
        self._is_unkept = False
        self.count = CountField(
            tr("How many others came?"), tr("People you counted and do not name"), optional=True
        )
        self.first = CountField(
            tr("How many of those for the first time?"), tr("As far as you know"), optional=True
        )
        both = row(gap=24)
        both.put(self.count, 1)
        both.put(self.first, 1)
        self.others = panel(both)
        self.notes = LongTextField(
            tr("Notes about the day"),
            tr("Nothing private about a person. It snowed, the minibus was late."),
            optional=True,
        )
        watch_words(self.notes)
        self.day = DateField(tr("Another day?"), today, toward=Toward.PAST)
        self.day.set_day(on)
        self.bin_button = button(tr("Put this sheet in the bin"), "link")
        self.fold = Fold(tr("Notes, the day, and the bin"))
        for item in (self.notes, self.day, panel(FlowLayout(self.bin_button))):
            self.fold.content.put(item)
        self.setLayout(column(self.fold))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(WAIT_MS)
        self._pause.timeout.connect(self.keep)
        for field in (self.count, self.first, self.notes):
            field.edited.connect(self._pause.start)
            field.left.connect(self.keep)
        self.day.left.connect(self._move)

    def show_sheet(self, sheet: "AttendanceSheet") -> None:
        """Show what is kept, but where somebody is typing, or what they typed was not kept."""
        self._kept = self._there = (sheet.others, sheet.others_first_time, sheet.notes)
        self._is_unkept = self._is_unkept and self._typed() != self._there
        if self._is_unkept:
            return
        for field, count in ((self.count, sheet.others), (self.first, sheet.others_first_time)):
            if not field.box.hasFocus():
                field.set_count(count)
        if not self.notes.box.hasFocus():
            self.notes.set_words(sheet.notes)
        if sheet.on is not None and sheet.on != self._on:
            self._on = sheet.on
            self.day.set_day(sheet.on)

    def take_back(self) -> None:
        """Hear that something was not kept: what was typed here stays, to be told again."""
        self._is_unkept = self._is_unkept or self._kept != self._there
        self._kept = self._there

    def _typed(self) -> tuple[int, int, str]:
        return self.count.count(), self.first.count(), self.notes.words()

    def keep(self) -> None:
        """Tell what has changed since it was kept."""
        self._pause.stop()
        others, first, notes = self._kept
        if not (self.count.problem() or self.first.problem()):
            now = self.count.count(), self.first.count()
            if now != (others, first):
                self._kept = (*now, notes)
                self.others_changed.emit(*now)
        if self.notes.words() != notes:
            self._kept = (*self._kept[:2], self.notes.words())
            self.notes_changed.emit(self.notes.words())

    def _move(self) -> None:
        day = self.day.day()
        if day is None or self.day.problem():
            self.day.set_day(self._on)
        elif day != self._on:
            self._on = day
            self.day_changed.emit(day)
