"""Keeps what is typed about one person, change by change, and as a draft what is not right yet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from vcs_desktop.domain.people import Person
from vcs_desktop.services.in_group import InGroup
from vcs_desktop.services.offer import Services
from vcs_desktop.services.records import Held
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.people.opened import FORM_OPEN, NEW, Opened, draft_name
from vcs_desktop.ui.widgets.autosave import Autosave

Change = Callable[[Person], Person]
"""Returns somebody with what was typed; it is called off the window's thread."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Bare words of a form. ``wrong`` cannot be kept as they are, ``waiting`` are about to be."""

    wrong: Mapping[str, Any] = field(default_factory=dict)
    waiting: Mapping[str, Any] = field(default_factory=dict)


class Editing(QObject):
    """One form's way to the record: each change stands on top of what was kept or read before.

    ``kept`` carries the person as they are now (an Opened), ``looked`` the same where
    nothing was changed. ``collect`` and ``draft`` are asked of the form.
    """

    kept = Signal(object)
    looked = Signal(object)
    failed = Signal(object)

    def __init__(
        self, services: Services, tasks: Tasks, opened: Opened | None, parent: QObject
    ) -> None:
        """``opened`` is the person as they were read, None for somebody new."""
        super().__init__(parent)
        self.collect: Callable[[], Change | None] = _nothing
        self.draft: Callable[[], Draft] = Draft
        self.autosave = Autosave(tasks, self._take, self)
        self._tasks = tasks
        self._line = _Line(services, opened.held if opened else None)
        self._answers = Latest(tasks, self)
        self._is_over = False
        self.autosave.saved.connect(self._tell)
        self.autosave.failed.connect(self._fail)

    def look(self) -> None:
        """Read the person again: something was undone, or done elsewhere."""
        self._answers.ask(self._line.look, then=self.looked.emit, otherwise=self.failed.emit)

    def put_away(self) -> None:
        """Keep what is right, and the rest as a draft on the desk. It only queues that."""
        self.autosave.now()
        draft = self.draft()
        self._answers.ask_too(
            lambda: self._line.put_draft(draft), then=_leave_be, otherwise=self.failed.emit
        )

    def note_open(self) -> None:
        """Have the form open again when the group is opened the next time."""
        self._answers.ask_too(self._line.note_open, then=_leave_be, otherwise=self.failed.emit)

    def end(self) -> None:
        """Put everything away, and go when that is done: the form is closed."""
        self.put_away()
        self.collect, self.draft = _nothing, Draft
        self._is_over = True
        self._answers.ask_too(_nothing, then=self._go, otherwise=self._go)

    def _take(self) -> Callable[[], Opened] | None:
        change = self.collect()
        return None if change is None else partial(self._line.keep, change)

    def _tell(self, opened: Opened) -> None:
        self.kept.emit(opened)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
        if self._is_over:
            self.autosave.forget()

    def _go(self, _outcome: object) -> None:
        self.deleteLater()


class _Line:
    """One person, as they were last seen. Lives on the data lane, which keeps its order."""

    def __init__(self, services: Services, held: Held[Person] | None) -> None:
        self._services = services
        self._held = held
        self._has_failed = False

    def keep(self, change: Change) -> Opened:
        inside = self._services.space.inside()
        self._has_failed = True
        if self._held is None:
            opened = self._read(inside, inside.people.add(change(Person())))
        else:
            self._held = inside.people.save(self._held, change(self._held.thing))
            opened = self._read(inside, self._held.record.id)
        self._has_failed = False
        return opened

    def look(self) -> Opened | None:
        if self._held is None:
            return None
        return self._read(self._services.space.inside(), self._held.record.id)

    def put_draft(self, draft: Draft) -> None:
        """Put the words that could not be kept on the desk, or clear away what lay there."""
        desk = self._services.space.inside().desk
        words = {**draft.wrong, **draft.waiting} if self._has_failed else draft.wrong
        person_id = self._held.record.id if self._held else ""
        if self._held is not None:
            desk.clear(draft_name(NEW))
        name = draft_name(person_id or NEW)
        if words:
            desk.put(name, dict(words), about=person_id or None)
        else:
            desk.clear(name)

    def note_open(self) -> None:
        desk = self._services.space.inside().desk
        person_id = self._held.record.id if self._held else ""
        desk.put(FORM_OPEN, person_id or NEW, about=person_id or None)

    def _read(self, inside: InGroup, person_id: str) -> Opened:
        """Read somebody as they are now, to be shown.

        While there are two versions of something, what is changed here goes on standing on
        what was seen here: typing on must not settle what nobody was asked.
        """
        found = inside.people.person(person_id)
        if self._held is None or not found.record.choices:
            self._held = found
        return Opened(found, inside.records.clock.today())


def _nothing() -> None:
    return None


def _leave_be(outcome: object) -> None:
    """Nobody waits for it."""
