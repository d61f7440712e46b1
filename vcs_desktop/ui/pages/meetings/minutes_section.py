"""The meeting itself: who is there, what was said and decided, who does what."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.meeting_rules import quorum_of, votes_warning
from vcs_desktop.domain.meetings import ConflictDeclared, Decision
from vcs_desktop.domain.people import Interest
from vcs_desktop.services.meetings import Member, interests_to_declare
from vcs_desktop.ui.pages.meetings.applied_here import AppliedHere
from vcs_desktop.ui.pages.meetings.back_field import BackField
from vcs_desktop.ui.pages.meetings.editing import Editing
from vcs_desktop.ui.pages.meetings.opened import Opened
from vcs_desktop.ui.pages.meetings.part_words import action_kind, conflict_kind, decision_kind
from vcs_desktop.ui.pages.meetings.parts_field import PartKind, PartsField
from vcs_desktop.ui.pages.meetings.presence_field import PresenceField
from vcs_desktop.ui.pages.meetings.said_field import SaidField
from vcs_desktop.ui.pages.meetings.section import Section, boxed
from vcs_desktop.ui.widgets.basics import Box, button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import short_prose

Part = TypeVar("Part", bound=Section)

_AFTER_PRESENCE = ("back", "conflicts", "said", "decisions", "promised")


class MinutesSection(Section):
    """Everything in the order in which a meeting goes, so that Tab leads through it.

    Who is there stands first, and what follows is made one after the other in the moments
    after that, or as soon as it is asked for: all at once would hold the window up.
    """

    def __init__(self, editing: Editing, opened: Opened) -> None:
        super().__init__(editing, opened)
        self.presence = PresenceField(editing, opened)
        self.presence.changed.connect(self._hear_presence)
        self.applied = AppliedHere(editing, opened)
        self._to_declare: Box = column(gap=6)
        self._column: Box = column(boxed(self.presence), gap=12)
        self.setLayout(self._column)
        self._waiting = list(_AFTER_PRESENCE)
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._make_next)
        self._turn.start()

    @cached_property
    def back(self) -> BackField:
        """The actions of earlier meetings."""
        return self._put(BackField(self.editing, self.opened))

    @cached_property
    def conflicts(self) -> PartsField:
        """The interests that were declared."""
        _ = self.back
        made = self._put_parts(conflict_kind(), panel(self._to_declare))
        self._show_to_declare()
        return made

    @cached_property
    def said(self) -> SaidField:
        """What was said."""
        _ = self.conflicts
        return self._put(SaidField(self.editing, self.opened))

    @cached_property
    def decisions(self) -> PartsField:
        """What was decided."""
        _ = self.said
        return self._put_parts(decision_kind(), self.applied, warn=self._warning)

    @cached_property
    def promised(self) -> PartsField:
        """Who does what."""
        _ = self.decisions
        return self._put_parts(action_kind())

    def show_opened(self, opened: Opened) -> None:
        """Show what is kept."""
        self.opened = opened
        for each in (*self._all(), self.applied):
            each.show_opened(opened)
        self._show_to_declare()

    def draft(self) -> dict[str, Any]:
        """Return the bare words of what is wrong as yet."""
        found: dict[str, Any] = {}
        for each in self._all():
            found |= each.draft()
        return found

    def _all(self) -> tuple[Section, ...]:
        return (
            self.presence,
            self.back,
            self.conflicts,
            self.said,
            self.decisions,
            self.promised,
        )

    def _make_next(self) -> None:
        """Make one more part, in a moment of its own."""
        if self._waiting:
            getattr(self, self._waiting.pop(0))
        else:
            self._turn.stop()

    def _put(self, part: Part, *more: QWidget) -> Part:
        """Put a part under those that are there."""
        box = boxed(part, *more)
        self._column.put(box)
        box.show()
        return part

    def _put_parts(
        self, kind: PartKind, *more: QWidget, warn: Callable[[Any], str] = lambda _part: ""
    ) -> PartsField:
        made = PartsField(kind, self.editing, self.opened, warn)
        made.taken_away.connect(self.taken_away)
        return self._put(made, *more)

    def _warning(self, decision: Decision) -> str:
        around = self.opened.around
        quorum = quorum_of(self.presence.meeting_now(), around.voter_ids(), around.who.now)
        return votes_warning(decision, quorum.there)

    def _hear_presence(self) -> None:
        self.decisions.warn_again()
        self._show_to_declare()

    def _show_to_declare(self) -> None:
        """Bring up the interests of those who are there, as they declared them in People."""
        self._to_declare.clear()
        meeting = self.presence.meeting_now()
        for member, interest in interests_to_declare(meeting, self.opened.around):
            offer = self._offer(member, interest)
            self._to_declare.put(offer)
            offer.show()

    def _offer(self, member: Member, interest: Interest) -> QWidget:
        what = short_prose(interest.what, 120)
        words = tr("{who} has declared: {what}", who=short_prose(member.name), what=what)
        put_in = button(
            tr("It comes up today"),
            icon="plus",
            name=tr("It comes up today: {what}", what=what),
        )

        def add() -> None:
            self.conflicts.put(ConflictDeclared(self.opened.new_id(), member.id, interest.what))
            self._to_declare.clear()
            self.conflicts.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

        put_in.clicked.connect(add)
        return panel(column(label(words, wrap=True), panel(FlowLayout(put_in)), gap=2))
