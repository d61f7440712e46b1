"""Makes the next weeks of the rota: out of a role with its day, or by copying a week."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count, tr_marked
from vcs_desktop.domain.days import WEEKDAYS
from vcs_desktop.domain.rota import monday_of
from vcs_desktop.domain.volunteering import VolunteerRole
from vcs_desktop.ui.pages.volunteers.rota_rows import week_words
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

_WEEKS = (4, 1, 2, 8, 12, 26)
_ROLE, _WEEK = "role/", "week/"


class WeeksCard(QWidget):
    """``role_asked`` carries a role and how many weeks, ``week_asked`` a Monday and how many."""

    role_asked = Signal(str, int)
    week_asked = Signal(object, int)
    left = Signal()

    def __init__(self, roles: Sequence[VolunteerRole], days: Iterable[date], today: date) -> None:
        """``days`` are those that have shifts."""
        super().__init__()
        offers = [(f"{_ROLE}{role.id}", _of_role(role)) for role in roles if _has_day(role, today)]
        mondays = sorted({monday_of(day) for day in days}, reverse=True)
        offers += [
            (f"{_WEEK}{monday.isoformat()}", tr("Copy: {week}", week=week_words(monday, today)))
            for monday in mondays
        ]
        self.source = ChoiceField(tr("What to make the weeks from"), offers)
        self.weeks = ChoiceField(
            tr("How many weeks"),
            [(str(each), tr_count("{count} week", "{count} weeks", each)) for each in _WEEKS],
        )
        self.make_button = button(tr("Make them"), "primary", icon="check")
        self.leave_button = button(tr("Not now"), "quiet")
        nothing = label(
            tr("Say on the card of a role on which day it is, or add a first shift."), wrap=True
        )
        shown: tuple[QWidget, ...] = (self.source, self.weeks) if offers else (nothing,)
        said = tr("Shifts that are there already stay as they are.")
        buttons = (self.make_button, self.leave_button) if offers else (self.leave_button,)
        self.setLayout(
            column(
                card(
                    label(tr("Make the next weeks"), "heading", wrap=True),
                    label(said, "muted", wrap=True),
                    *shown,
                    panel(FlowLayout(*buttons)),
                    gap=12,
                )
            )
        )
        self.make_button.clicked.connect(self._make)
        self.leave_button.clicked.connect(self.left)
        self._keep = None if offers else (self.source, self.weeks, self.make_button)

    def take_focus(self) -> None:
        """Go to the first field, or to the way out."""
        if self._keep is None:
            self.source.take_focus()
        else:
            self.leave_button.setFocus()

    def _make(self) -> None:
        source, weeks = self.source.chosen_id(), int(self.weeks.chosen_id())
        if source.startswith(_ROLE):
            self.role_asked.emit(source.removeprefix(_ROLE), weeks)
        elif source.startswith(_WEEK):
            self.week_asked.emit(date.fromisoformat(source.removeprefix(_WEEK)), weeks)


def _has_day(role: VolunteerRole, today: date) -> bool:
    return role.weekday in range(len(WEEKDAYS)) and (
        role.ended_on is None or role.ended_on >= today
    )


def _of_role(role: VolunteerRole) -> str:
    return tr(
        "{role}, each {weekday}",
        role=role.name,
        weekday=tr_marked(WEEKDAYS[role.weekday or 0]),
    )
