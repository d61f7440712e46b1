"""Who helped on a sheet, and for how long."""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.attendance import Helped
from vcs_desktop.ui.pages.who_came.hours_field import HoursField
from vcs_desktop.ui.pages.who_came.words import short_name
from vcs_desktop.ui.person_field import PersonField
from vcs_desktop.ui.widgets.autosave import WAIT_MS
from vcs_desktop.ui.widgets.basics import Box, button, card, column, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import TextField


class HelperRow(QWidget):
    """One helper. ``changed`` carries how they helped (Helped); ``remove_asked`` their id."""

    changed = Signal(object)
    remove_asked = Signal(str)

    def __init__(self, helped: Helped, name: str) -> None:
        super().__init__()
        self._kept = helped
        shown = short_name(name)
        self.hours = HoursField(tr("Hours of {name}", name=shown), tr("Such as 2, 1.5 or 2h30"))
        self.employer = TextField(
            tr("Employer of {name}", name=shown),
            tr("Only if they gave the time"),
            optional=True,
        )
        self.employer_button = button(
            tr("Add an employer"), "quiet", name=tr("Add an employer of {name}", name=shown)
        )
        self.remove_button = button(
            tr("Take away"), "quiet", icon="x", name=tr("Take {name} away", name=shown)
        )
        fields = FlowLayout(self.hours, self.employer, gap=16)
        ways = panel(FlowLayout(self.employer_button, self.remove_button))
        inside = card(panel(fields), ways, kind="fact", gap=6)
        self.setLayout(column(inside))
        self._is_unkept = False
        self.show_helped(helped)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(WAIT_MS)
        self._pause.timeout.connect(self.keep)
        for field in (self.hours, self.employer):
            field.edited.connect(self._pause.start)
            field.left.connect(self.keep)
        self.employer_button.clicked.connect(self._ask_employer)
        self.remove_button.clicked.connect(partial(self.remove_asked.emit, helped.id))

    def show_helped(self, helped: Helped) -> None:
        """Show what is kept, but where somebody is typing, or what they typed was not kept."""
        self._kept = self._there = helped
        self._is_unkept = self._is_unkept and self._typed() != helped
        if self._is_unkept:
            return
        if not self.hours.box.hasFocus():
            self.hours.set_minutes(helped.minutes)
        if not self.employer.box.hasFocus():
            self.employer.set_words(helped.employer)
        has_employer = bool(helped.employer) or self.employer.box.hasFocus()
        self.employer.setVisible(has_employer)
        self.employer_button.setVisible(not has_employer)

    def take_back(self) -> None:
        """Hear that something was not kept: what was typed here stays, to be told again."""
        self._is_unkept = self._is_unkept or self._kept != self._there
        self._kept = self._there

    def _typed(self) -> Helped:
        return Helped(self._kept.id, self.hours.minutes(), self.employer.words())

    def keep(self) -> None:
        """Say what has changed since it was kept."""
        self._pause.stop()
        now = self._typed()
        if now != self._kept and not self.hours.problem():
            self._kept = now
            self.changed.emit(now)

    def _ask_employer(self) -> None:
        self.employer_button.hide()
        self.employer.show()
        self.employer.take_focus()


class HelpersPart(QWidget):
    """A field to find helpers in, and a row for each. The signals are those of the rows.

    ``new_wanted`` carries the name of a helper to be made.
    """

    added = Signal(str)
    new_wanted = Signal(str)
    changed = Signal(object)
    remove_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = PersonField(tr("Who helped?"), empties=True)
        self.rows: dict[str, HelperRow] = {}
        self._room: Box = column(gap=8)
        self.setLayout(column(self.field, panel(self._room), gap=10))
        self.field.picked.connect(self.added)
        self.field.new_wanted.connect(self.new_wanted)

    def show_helpers(self, helpers: Iterable[Helped], names: Mapping[str, str]) -> None:
        """Show who helped; rows that are there stay as they are."""
        helpers = list(helpers)
        for gone in self.rows.keys() - {each.id for each in helpers}:
            row = self.rows.pop(gone)
            row.hide()
            row.deleteLater()
        for each in helpers:
            if each.id in self.rows:
                self.rows[each.id].show_helped(each)
            else:
                self._add(each, names.get(each.id, ""))

    def keep(self) -> None:
        """Have every row say what has changed."""
        for row in self.rows.values():
            row.keep()

    def take_back(self) -> None:
        """Hear that something was not kept."""
        for row in self.rows.values():
            row.take_back()

    def _add(self, helped: Helped, name: str) -> None:
        row = self.rows[helped.id] = HelperRow(helped, name)
        row.changed.connect(self.changed)
        row.remove_asked.connect(self._remove)
        self._room.put(row)
        row.show()

    def _remove(self, person_id: str) -> None:
        self.field.take_focus()
        self.remove_asked.emit(person_id)
