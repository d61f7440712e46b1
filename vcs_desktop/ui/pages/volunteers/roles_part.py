"""The roles: a card each, which is also a notice for the board."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.regulated_activity import Verdict, verdict_on
from vcs_desktop.domain.volunteering import VolunteerRole, has_ended
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.bring_in.bringing_in import BringingIn
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.list_out import ListOut
from vcs_desktop.ui.pages.volunteers.list_part import ListPart
from vcs_desktop.ui.pages.volunteers.role_card import OpenRole, RoleCard
from vcs_desktop.ui.pages.volunteers.tables import roles_table
from vcs_desktop.ui.paper_out import PaperOut
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import button
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import TitleRow

if TYPE_CHECKING:
    from vcs_desktop.domain.table_out import TableOut


class RolesPart(ListPart):
    """What volunteers do, by name."""

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        self.add_button = button(tr("Add a role"), "primary", icon="plus")
        self.card: RoleCard | None = None
        self.list_out = ListOut(services, tasks, lambda: self._table)
        coming = BringingIn(
            "roles", tr("Back to the roles"), tr("See the roles"), "heart-handshake"
        )
        super().__init__(
            (services, tasks, session),
            tr("Roles"),
            EmptyState(
                tr("What volunteers do here"),
                tr("Each role has a card. Print it, and put it on a notice board."),
                tr("Add a role"),
                icon="heart-handshake",
            ),
            (self.add_button, coming.button, self.list_out.button),
            (),
            self.list_out,
            coming,
        )
        self._verdict = Question(self.tasks, self)
        self._verdict.answered.connect(self._show_verdict)
        self.add_button.clicked.connect(self.begin)

    def begin(self) -> None:
        """Add a role; its card opens to be filled in."""
        role = VolunteerRole(name=tr("New role"))
        self.act(
            lambda inside: inside.volunteering.add_role(role),
            tr("A role is added."),
            partial(self.open, is_fresh=True),
        )

    def ask_things(self) -> tuple[list[VolunteerRole], Any]:
        """Return every role, and today."""
        inside = self.services.space.inside()
        return inside.volunteering.roles(), inside.records.clock.today()

    def rows_of(self, seen: tuple[list[VolunteerRole], Any]) -> Sequence[TitleRow]:
        """Return the roles by name."""
        roles, today = seen
        return [_row(role, is_over=has_ended(role, today)) for role in roles]

    def ask_one(self, row_id: str) -> OpenRole:
        """Return one role, and what can be said of checks for it."""
        from vcs_desktop.domain.attendance import Activity
        from vcs_desktop.domain.kinds import ACTIVITY
        from vcs_desktop.services.things import things

        inside = self.services.space.inside()
        held = inside.volunteering.role(row_id)
        activities = things(inside.records, Activity, ACTIVITY)
        today = inside.records.clock.today()
        return OpenRole(
            held,
            verdict_on(held.thing, today, self.services.facts.rulebook()),
            sorted(activities, key=lambda each: each.name.casefold()),
            today,
        )

    def card_of(self, found: OpenRole) -> QWidget:
        """Return the card of a role."""
        role = found.held.thing
        name = short_prose(role.name, 80)
        paper = PaperOut(
            self, self.tasks, self.message, partial(self._write, role.id),
            file="volunteer-role.pdf", what=name,
        )  # fmt: skip
        made = self.card = RoleCard(self, found, paper)
        paper.setParent(made)
        self.form = made.form
        role_id = role.id
        made.remove_asked.connect(
            partial(
                self.remove,
                lambda inside: inside.volunteering.remove(role_id),
                tr("“{name}” is in the bin.", name=name),
            )
        )
        return made

    def on_kept(self, held: Any) -> None:
        """Say anew what the answers come to."""
        super().on_kept(held)
        if self.card is not None:
            self.card.show_kept(held.thing)
        self._verdict.ask(partial(self._judge, held.thing))

    def _table(self) -> "TableOut":
        inside = self.services.space.inside()
        return roles_table(inside, inside.volunteering.roles())

    def _judge(self, role: VolunteerRole) -> Verdict:
        today = self.services.space.inside().records.clock.today()
        return verdict_on(role, today, self.services.facts.rulebook())

    def _show_verdict(self, verdict: Verdict) -> None:
        if self.card is not None and self.form is self.card.form:
            self.card.show_verdict(verdict)

    def _write(self, role_id: str, out: Path | None) -> Path:
        inside = self.services.space.inside()
        role = inside.volunteering.role(role_id).thing
        return inside.volunteer_papers.notice(role, self.services.facts.rulebook(), out)


def _row(role: VolunteerRole, *, is_over: bool) -> TitleRow:
    said = " · ".join(filter(None, (role.when.strip(), role.where.strip())))
    mark = ""
    if is_over:
        mark = tr("Has ended")
    elif role.is_wanted:
        mark = tr("Looking for people")
    return TitleRow(
        role.id,
        short_prose(role.name, 80),
        short_prose(said, 120),
        icon="heart-handshake",
        mark=mark,
        mark_icon="clock" if is_over else "user-plus",
        mark_colour="brand" if mark and not is_over else "muted",
    )
