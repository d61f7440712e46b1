"""Keeps what is typed about a paper, change by change, and as a draft what is not right yet."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from vcs_desktop.domain.papers import Paper
from vcs_desktop.services.offer import Services
from vcs_desktop.services.records import Held
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.documents.view_model import Opened, draft_name
from vcs_desktop.ui.widgets.autosave import Autosave

Change = Callable[[Paper], Paper]
"""Returns a paper with what was typed; it is called off the window's thread."""


class Editing(QObject):
    """One form's way to the record: each change stands on top of what was kept or read before.

    ``kept`` carries the paper as it is now. ``collect`` is asked of the form.
    """

    kept = Signal(object)
    failed = Signal(object)

    def __init__(
        self, services: Services, tasks: Tasks, held: Held[Paper], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.collect: Callable[[], Change | None] = _nothing
        self.autosave = Autosave(tasks, self._take, self)
        self._line = _Line(services, held)
        self._answers = Latest(tasks, self)
        self.autosave.saved.connect(self.kept)
        self.autosave.failed.connect(self.failed)

    def stand_on(self, opened: Opened) -> None:
        """Let what is typed from now on stand on what is shown now."""
        self._answers.ask_too(
            partial(self._line.stand_on, opened.held), then=_leave_be, otherwise=_leave_be
        )

    def put_away(self, wrong: Mapping[str, str]) -> None:
        """Keep what is right, and the rest as a draft on the desk. It only queues that."""
        self.autosave.now()
        self._answers.ask_too(
            partial(self._line.put_draft, dict(wrong)), then=_leave_be, otherwise=_leave_be
        )

    def end(self, wrong: Mapping[str, str]) -> None:
        """Put everything away, and go when that is done."""
        self.put_away(wrong)
        self.collect = _nothing
        self._answers.ask_too(_nothing, then=self._go, otherwise=self._go)

    def _take(self) -> Callable[[], Paper] | None:
        change = self.collect()
        return None if change is None else partial(self._line.keep, change)

    def _go(self, _outcome: object) -> None:
        self.deleteLater()


class _Line:
    """One paper, as it was last seen. Lives on the data lane, which keeps its order."""

    def __init__(self, services: Services, held: Held[Paper]) -> None:
        self._services = services
        self._held = held

    def stand_on(self, held: Held[Paper]) -> None:
        """Take what was read, unless somebody still has to choose between two versions of it."""
        if not held.record.choices:
            self._held = held

    def keep(self, change: Change) -> Paper:
        papers = self._services.space.inside().papers
        self._held = papers.save(self._held, change(self._held.thing))
        return self._held.thing

    def put_draft(self, wrong: Mapping[str, Any]) -> None:
        desk = self._services.space.inside().desk
        paper_id = self._held.record.id
        if wrong:
            desk.put(draft_name(paper_id), dict(wrong), about=paper_id)
        elif desk.read(draft_name(paper_id)) is not None:
            desk.clear(draft_name(paper_id))


def _nothing() -> None:
    return None


def _leave_be(_outcome: object) -> None:
    """Nobody waits for it."""
