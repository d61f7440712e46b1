"""Keeps what is typed about one meeting, change by change, and as a draft what is not right yet."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from vcs_desktop.domain.meetings import Meeting
from vcs_desktop.services.in_group import InGroup
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.meetings.opened import LAST_OPEN, Opened, draft_name
from vcs_desktop.ui.pages.meetings.pending import Change, Pending
from vcs_desktop.ui.pages.meetings.ties import Ties
from vcs_desktop.ui.widgets.autosave import Autosave

Act = Callable[[InGroup], Any]


class Editing(QObject):
    """One form's way to its record: each change stands on top of what was kept or read before.

    ``kept`` carries the meeting as it is now (an Opened), ``looked`` the same where nothing
    was changed here. ``acted`` says that something was done besides. ``draft`` is asked of
    the form: bare words that are wrong.
    """

    kept = Signal(object)
    looked = Signal(object)
    acted = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, opened: Opened, parent: QObject) -> None:
        super().__init__(parent)
        self.pending = Pending()
        self.draft: Callable[[], Mapping[str, Any]] = dict
        self.autosave = Autosave(tasks, self._take, self)
        self._line = _Line(services, opened)
        self._answers = Latest(tasks, self)
        self._is_over = False
        self.autosave.saved.connect(self._tell)
        self.autosave.failed.connect(self._fail)

    def look(self) -> None:
        """Read the meeting again: something was undone, or done elsewhere."""
        self._answers.ask(self._line.look, then=self.looked.emit, otherwise=self.failed.emit)

    def act(self, act: Act) -> None:
        """Keep what is typed, then do something else to the meeting, and read it again."""
        self.autosave.now()

        def then(opened: Opened) -> None:
            self.acted.emit()
            self.looked.emit(opened)

        self._answers.ask_too(partial(self._line.act, act), then=then, otherwise=self.failed.emit)

    def put_away(self) -> None:
        """Keep what is right, and the rest as a draft on the desk. It only queues that."""
        self.autosave.now()
        draft = dict(self.draft())
        self._answers.ask_too(
            lambda: self._line.put_draft(draft), then=_leave_be, otherwise=self.failed.emit
        )

    def note_open(self) -> None:
        """Have this meeting open again when the group is opened the next time."""
        self._answers.ask_too(self._line.note_open, then=_leave_be, otherwise=self.failed.emit)

    def end(self) -> None:
        """Put everything away, and go when that is done: another meeting is opened."""
        self.put_away()
        self.draft = dict
        self._is_over = True
        self._answers.ask_too(_nothing, then=self._go, otherwise=self._go)

    def _take(self) -> Callable[[], Opened] | None:
        change = self.pending.collect()
        return None if change is None else partial(self._line.keep, change)

    def _tell(self, opened: Opened) -> None:
        if self.autosave.is_settled:
            self.pending.mark_kept()
        self.kept.emit(opened)

    def _fail(self, error: Exception) -> None:
        self.pending.take_back()
        self.failed.emit(error)
        if self._is_over:
            self.autosave.forget()

    def _go(self, _outcome: object) -> None:
        self.deleteLater()


class _Line:
    """One meeting, as it was last seen. Lives on the data lane, which keeps its order."""

    def __init__(self, services: Services, opened: Opened) -> None:
        self._services = services
        self._opened = opened
        self._held = opened.held

    def keep(self, change: Change) -> Opened:
        inside = self._services.space.inside()
        before, self._held = self._held, inside.meetings.save(self._held, change(self._held.thing))
        if _stands(before.thing) != _stands(self._held.thing):
            return self.look()
        # Nobody else has come into what stands round it: typing need not wait for that.
        held = inside.meetings.meeting(self._held.record.id)
        if not held.record.choices:
            self._held = held
        self._opened = replace(self._opened, held=held)
        return self._opened

    def act(self, act: Act) -> Opened:
        act(self._services.space.inside())
        return self.look()

    def look(self) -> Opened:
        """Read the meeting as it is now, to be shown.

        While there are two versions of something, what is changed here goes on standing on
        what was seen here: typing on must not settle what nobody was asked.
        """
        opened = read_opened(self._services, self._held.record.id, self._opened.ties)
        if not opened.held.record.choices:
            self._held = opened.held
        self._opened = opened
        return opened

    def put_draft(self, draft: Mapping[str, Any]) -> None:
        desk = self._services.space.inside().desk
        meeting_id = self._held.record.id
        if draft:
            desk.put(draft_name(meeting_id), dict(draft), about=meeting_id)
        else:
            desk.clear(draft_name(meeting_id))

    def note_open(self) -> None:
        desk = self._services.space.inside().desk
        desk.put(LAST_OPEN, self._held.record.id, about=self._held.record.id)


def read_opened(services: Services, meeting_id: str, ties: Ties) -> Opened:
    """Read a meeting with what belongs to it; call it on the data lane."""
    inside = services.space.inside()
    held = inside.meetings.meeting(meeting_id)
    return Opened(
        held,
        inside.meetings.around(held.thing),
        inside.records.clock.today(),
        inside.records.ids.new,
        ties,
        inside.desk.read(draft_name(meeting_id)) or {},
    )


def _stands(meeting: Meeting) -> object:
    """Return what it depends on who can vote, and which actions come back."""
    return meeting.kind, meeting.on


def _nothing() -> None:
    return None


def _leave_be(_outcome: object) -> None:
    """Nobody waits for it."""
