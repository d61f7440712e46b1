"""The rota: weeks ahead in a list that says plainly who is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.volunteering import Shift, VolunteerRole, missing
from vcs_desktop.domain.writing_to import week_list
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.bring_in.bringing_in import BringingIn
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.list_out import ListOut
from vcs_desktop.ui.pages.volunteers.helped_card import HelpedCard
from vcs_desktop.ui.pages.volunteers.list_part import ListPart
from vcs_desktop.ui.pages.volunteers.rota_rows import (
    later_words,
    rota_rows,
    rota_table,
    week_to_write_to,
)
from vcs_desktop.ui.pages.volunteers.shift_acts import ShiftActs
from vcs_desktop.ui.pages.volunteers.shift_card import OpenShift, ShiftCard
from vcs_desktop.ui.pages.volunteers.weeks_card import WeeksCard
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import Box, button, column, label, panel
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import RowsWhenSeen

if TYPE_CHECKING:
    from collections.abc import Callable

    from vcs_desktop.domain.table_out import TableOut
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.services.records import Held
    from vcs_desktop.services.rota import ShiftLine

_SOON_DAYS = 7


@dataclass(frozen=True, slots=True)
class Rota:
    """All that the list of shifts shows. ``later`` is how many shifts come after those."""

    lines: "Sequence[ShiftLine]"
    later: int
    roles: Sequence[VolunteerRole]
    today: date
    group: str


class RotaPart(ListPart):
    """Shifts week by week; above them a card while weeks are made or hours written down.

    ``write_asked`` carries the list of those who are on the rota of a week, as it is called
    where people are written to.
    """

    write_asked = Signal(str)

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        self.add_button = button(tr("Add a shift"), "primary", icon="plus")
        self.weeks_button = button(tr("Make the next weeks"), icon="calendar-plus")
        self.write_button = button(tr("Write to these people"), icon="mail")
        self.list_out = ListOut(services, tasks, self._table)
        self.said = label("", "strong", wrap=True)
        self.later = label("", "muted", wrap=True)
        self.later_button = button(tr("Show the later shifts too"), icon="calendar-clock")
        self.later_line = panel(column(self.later, panel(FlowLayout(self.later_button)), gap=4))
        self._is_whole = False
        self._sought = ""
        self._room: Box = column()
        self.card: ShiftCard | None = None
        self.aside: QWidget | None = None
        self._rota: Rota | None = None
        coming = BringingIn("rota", tr("Back to the rota"), tr("See the rota"), "calendar-clock")
        super().__init__(
            (services, tasks, session),
            tr("Rota"),
            EmptyState(
                tr("Who helps when"),
                tr("A shift says what it is, when, and how many people it needs."),
                tr("Add a shift"),
                icon="calendar-clock",
            ),
            (
                self.add_button,
                self.weeks_button,
                self.write_button,
                coming.button,
                self.list_out.button,
            ),
            (self.said, self.later_line, panel(self._room)),
            self.list_out,
            coming,
        )
        self.said.hide()
        self.write_button.hide()
        self.later_line.hide()
        self.later_button.clicked.connect(self._show_later)
        self._day = Question(self.tasks, self)
        self._day.answered.connect(self._show_helped)
        self._day.failed.connect(self.tell_problem)
        self.add_button.clicked.connect(self.begin)
        self.weeks_button.clicked.connect(self.show_weeks)
        self.write_button.clicked.connect(self._write_to)

    def begin(self) -> None:
        """Add a shift on this day; its card opens to be filled in."""
        name = tr("New shift")
        self.act(
            lambda inside: inside.rota.add_shift(Shift(name=name, on=inside.records.clock.today())),
            tr("A shift is on the rota."),
            partial(self.open, is_fresh=True),
        )

    def show_weeks(self) -> None:
        """Offer to make the next weeks."""
        rota = self._rota
        if rota is None:
            return
        days = [line.shift.on for line in rota.lines if line.shift.on]
        made = WeeksCard(rota.roles, days, rota.today)
        made.left.connect(self.close_aside)
        made.role_asked.connect(lambda *asked: self._add_weeks(partial(_weeks_of_role, *asked)))
        made.week_asked.connect(lambda *asked: self._add_weeks(partial(_weeks_as, *asked)))
        self._show_aside(made)
        made.take_focus()

    def close_aside(self) -> None:
        """Take the card above the list away."""
        self._room.clear()
        self.aside = None
        self.weeks_button.setFocus()

    def ask_things(self) -> Rota:
        """Return the rota."""
        inside = self.services.space.inside()
        seen = inside.rota.look(self._sought, is_whole=self._is_whole)
        return Rota(
            seen.lines,
            seen.later,
            inside.volunteering.roles(),
            inside.records.clock.today(),
            inside.group.name,
        )

    def open(self, row_id: str, *, is_fresh: bool = False) -> None:
        """Open a shift; one that is later than those in sight brings all of them."""
        super().open(row_id, is_fresh=is_fresh)
        if self.titles.shown_id != row_id:
            self._sought = row_id
            self.shown()

    def rows_of(self, seen: Rota) -> RowsWhenSeen:
        """Return the shifts under their weeks."""
        self._rota = seen
        if seen.later:
            self.later.setText(later_words(seen.later))
        self.later_line.setVisible(bool(seen.later))
        soon = [
            line
            for line in seen.lines
            if line.shift.on and 0 <= (line.shift.on - seen.today).days <= _SOON_DAYS
        ]
        count = sum(missing(line.shift) for line in soon)
        self.said.setText(
            tr_count(
                "{count} more person is needed in the next 7 days.",
                "{count} more people are needed in the next 7 days.",
                count,
            )
        )
        self.said.setVisible(bool(count))
        self.write_button.setVisible(week_to_write_to(seen.lines, seen.today) is not None)
        return rota_rows(seen.lines, seen.today)

    def ask_one(self, row_id: str) -> OpenShift:
        """Return one shift."""
        inside = self.services.space.inside()
        return OpenShift(
            inside.rota.shift(row_id),
            inside.rota.line(row_id).people,
            inside.volunteering.roles(),
            inside.records.clock.today(),
        )

    def on_kept(self, held: "Held[Shift]") -> None:
        """Say anew what the shift is called, and who is missing."""
        self._sought = held.record.id  # whatever its day is now
        super().on_kept(held)
        if self.card is not None and self.card.shift.id == held.record.id:
            self.card.show_kept(held.thing)

    def card_of(self, found: OpenShift) -> QWidget:
        """Return the card of a shift."""
        made = self.card = ShiftCard(self, found)
        self.form = made.form
        shift_id = made.shift.id
        self._shift_acts = ShiftActs(self, made)
        made.helped_asked.connect(partial(self._ask_helped, shift_id))
        name = short_prose(made.shift.name, 80)
        made.remove_asked.connect(
            partial(
                self.remove,
                lambda inside: inside.rota.remove(shift_id),
                tr("“{name}” is in the bin.", name=name),
            )
        )
        return made

    def _write_to(self) -> None:
        """Ask to write to those on the rota of the week of the shift that is open, or the next."""
        rota = self._rota
        monday = rota and week_to_write_to(rota.lines, rota.today, self.titles.shown_id)
        if monday:
            self.write_asked.emit(week_list(monday))

    def _show_later(self) -> None:
        self._is_whole = True
        self.titles.list.setFocus()  # for the button goes
        self.shown()

    def _add_weeks(self, work: "Callable[[InGroup], Sequence[str]]") -> None:
        self.act(work, tr("The next weeks are on the rota."), self._hear_made)

    def _hear_made(self, ids: Sequence[str]) -> None:
        self.close_aside()
        if not ids:
            self.message.tell(tr("All these shifts were there already."), "info")

    def _ask_helped(self, shift_id: str) -> None:
        self._day.ask(lambda: self.services.space.inside().volunteer_hours.day_of(shift_id))

    def _show_helped(self, day: Any) -> None:
        made = HelpedCard(day)
        made.left.connect(self.close_aside)
        made.written.connect(partial(self._write_helped, day.shift.id))
        self._show_aside(made)
        made.take_focus()

    def _write_helped(self, shift_id: str, minutes: Mapping[str, int | None]) -> None:
        self.act(
            lambda inside: inside.volunteer_hours.write_down(shift_id, minutes),
            tr("The hours are written down in “Who came”."),
            lambda _id: self.close_aside(),
        )

    def _show_aside(self, aside: QWidget) -> None:
        self._room.clear()
        self.aside = aside
        self._room.put(aside)
        aside.show()

    def _table(self) -> "Callable[[], TableOut]":
        rota = self._rota
        if rota is None:
            return lambda: rota_table((), date.min, "")
        return partial(rota_table, rota.lines, rota.today, rota.group, later=rota.later)


def _weeks_of_role(role_id: str, weeks: int, inside: "InGroup") -> Sequence[str]:
    return inside.rota.make_weeks(role_id, inside.records.clock.today(), weeks)


def _weeks_as(monday: date, weeks: int, inside: "InGroup") -> Sequence[str]:
    return inside.rota.copy_week(monday, weeks)
