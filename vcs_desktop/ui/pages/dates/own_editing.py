"""Keeps what is typed about a date of the group's own, and as a draft what is not right yet."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from vcs_desktop.domain.due import OwnDate
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.dates.drafts import FORM_OPEN, NEW, draft_name
from vcs_desktop.ui.widgets.autosave import Autosave

if TYPE_CHECKING:
    from vcs_desktop.services.records import Held

Change = Callable[[OwnDate], OwnDate]
"""Returns a date with what was typed; it is called off the window's thread."""

Opened = tuple[OwnDate, Mapping[str, Any]]
"""A date as it is kept, and the words that lie on the desk about it."""


class OwnEditing(QObject):
    """One form's way to the record: each change stands on top of what was kept or read before.

    ``opened`` carries an Opened, ``kept`` the date as it is now. ``collect`` and ``draft``
    are asked of the form: the change that is right, and the bare words that are not.
    """

    opened = Signal(object)
    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self.collect: Callable[[], Change | None] = _nothing
        self.draft: Callable[[], Mapping[str, Any]] = dict
        self.autosave = Autosave(tasks, self._take, self)
        self._line = _Line(services)
        self._answers = Latest(tasks, self)
        self._reading = Latest(tasks, self)
        self.autosave.saved.connect(self.kept)
        self.autosave.failed.connect(self.failed)

    def open(self, record_id: str) -> None:
        """Read a date; ``NEW`` is one that is not kept yet."""
        self._line = self._line.another()
        line = self._line
        self._reading.ask(
            lambda: line.open(record_id), then=self.opened.emit, otherwise=self.failed.emit
        )

    def put_away(self) -> None:
        """Keep what is right, and the rest as a draft on the desk. It only queues that."""
        self.autosave.now()
        draft, line = dict(self.draft()), self._line
        self._answers.ask_too(
            lambda: line.put_draft(draft), then=_leave_be, otherwise=self.failed.emit
        )

    def note_open(self) -> None:
        """Have the form open again when the group is opened the next time."""
        line = self._line
        self._answers.ask_too(line.note_open, then=_leave_be, otherwise=self.failed.emit)

    def _take(self) -> Callable[[], OwnDate] | None:
        change = self.collect()
        return None if change is None else partial(self._line.keep, change)


class _Line:
    """One date, as it was last seen. Lives on the data lane, which keeps its order."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._held: Held[OwnDate] | None = None

    def another(self) -> "_Line":
        return _Line(self._services)

    def open(self, record_id: str) -> Opened:
        dates = self._services.dates
        self._held = None if record_id == NEW else dates.own(record_id)
        draft = dates.inside.desk.read(draft_name(record_id))
        own = OwnDate() if self._held is None else self._held.thing
        return own, draft if isinstance(draft, dict) else {}

    def keep(self, change: Change) -> OwnDate:
        dates = self._services.dates
        if self._held is None:
            self._held = dates.own(dates.add_own(change(OwnDate())))
            dates.inside.desk.clear(draft_name(NEW))
        else:
            self._held = dates.save_own(self._held, change(self._held.thing))
        return self._held.thing

    def put_draft(self, draft: Mapping[str, Any]) -> None:
        """Put the words that could not be kept on the desk, or clear away what lay there."""
        desk = self._services.dates.inside.desk
        record_id = self._held.record.id if self._held else ""
        name = draft_name(record_id or NEW)
        if draft:
            desk.put(name, dict(draft), about=record_id or None)
        else:
            desk.clear(name)

    def note_open(self) -> None:
        desk = self._services.dates.inside.desk
        record_id = self._held.record.id if self._held else ""
        desk.put(FORM_OPEN, record_id or NEW, about=record_id or None)


def _nothing() -> None:
    return None


def _leave_be(outcome: object) -> None:
    """Nobody waits for it."""
