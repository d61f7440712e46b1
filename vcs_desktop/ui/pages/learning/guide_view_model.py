"""One guide: opened, explained, marked, made into files."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vcs_desktop.core.language import tr
from vcs_desktop.domain.learning import GuideMarks, GuideView
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.recent import note_opened

if TYPE_CHECKING:
    from vcs_desktop.services.learning import LearningService

    Act = Callable[[LearningService], GuideMarks]
    Making = Callable[[LearningService], Path]


class GuideViewModel(QObject):
    """Asks about one guide, and writes down what was done with it, in the background.

    ``view`` is the guide that is open, None while it is on its way. ``opened``
    carries a GuideView. ``marked`` carries the id of a guide and its GuideMarks.
    ``explained`` carries a word and its Term, or None. ``done`` carries what was
    done, in words, and how to take it back. The path of a file is carried by
    ``page_made`` (to read in a browser), ``sheet_made`` (to print) and ``sheet_saved``.
    """

    opened = Signal(object)
    failed = Signal(object)
    marked = Signal(str, object)
    explained = Signal(str, object)
    done = Signal(str, object)
    not_done = Signal(object)
    page_made = Signal(object)
    sheet_made = Signal(object)
    sheet_saved = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._latest = Latest(tasks, self)
        self.guide_id = ""
        self.view: GuideView | None = None

    def open(self, guide_id: str) -> None:
        """Fetch a guide; the answer for one asked for earlier is dropped."""
        self.guide_id, self.view = guide_id, None
        self._latest.ask(
            lambda: self._services.learning.guide(guide_id),
            then=self._tell_opened,
            otherwise=self._tell_failed,
        )

    def open_again(self) -> None:
        """Fetch the same guide once more."""
        self.open(self.guide_id)

    def close(self) -> None:
        """Stop waiting: nothing is open any more."""
        self.guide_id, self.view = "", None
        self._latest.forget()

    def explain(self, word: str) -> None:
        """Look up what a word means."""
        self._tasks.run(
            lambda: self._services.learning.meaning(word),
            then=lambda term: self.explained.emit(word, term),
            otherwise=self.not_done.emit,
        )

    def note_opened(self) -> None:
        """Remember that the open guide was read, so that it can be picked up again."""
        note_opened(self._services, self._tasks, self.guide_id)

    def set_done(self, done: bool) -> None:  # Qt passes it by place
        """Note that the open guide was done, or was not after all, and offer to take it back."""
        if self.view is None:
            return
        guide_id, title = self.view.line.id, self.view.line.title
        done_at = self.view.line.marks.done_at
        if done:
            self._mark(
                guide_id,
                lambda learning: learning.mark_done(guide_id),
                tr("“{title}” is marked as done.", title=title),
                lambda learning: learning.unmark_done(guide_id),
            )
        else:
            self._mark(
                guide_id,
                lambda learning: learning.unmark_done(guide_id),
                tr("“{title}” is no longer marked as done.", title=title),
                lambda learning: learning.mark_done(guide_id, done_at),
            )

    def note_place(self, guide_id: str, place: float) -> None:
        """Remember how far down a guide one has read."""
        self._mark(guide_id, lambda learning: learning.note_place(guide_id, place))

    def note_answers(self, chosen: Sequence[Sequence[int]]) -> None:
        """Remember what was chosen in the check of the open guide."""
        if self.view is not None:
            guide_id, check = self.view.line.id, self.view.resource.check
            self._mark(guide_id, lambda learning: learning.note_answers(guide_id, check, chosen))

    def make_web_page(self) -> None:
        """Write the open guide as a web page, to be read in a browser."""
        guide_id = self.guide_id
        self._make(lambda learning: learning.make_web_page(guide_id), self.page_made.emit)

    def make_sheet(self) -> None:
        """Write the sheet of the open guide where it can be printed from."""
        guide_id = self.guide_id
        self._make(lambda learning: learning.make_sheet(guide_id), self.sheet_made.emit)

    def save_sheet(self, out: str) -> None:
        """Write the sheet of the open guide to a place that the person chose."""
        guide_id, path = self.guide_id, Path(out)
        self._make(lambda learning: learning.make_sheet(guide_id, path), self.sheet_saved.emit)

    def _mark(
        self,
        guide_id: str,
        act: "Act",
        words: str = "",
        undo: "Act | None" = None,
    ) -> None:
        def then(marks: GuideMarks) -> None:
            if self.view is not None and self.view.line.id == guide_id:
                self.view = replace(self.view, line=replace(self.view.line, marks=marks))
            self.marked.emit(guide_id, marks)
            if undo is not None:
                self.done.emit(words, lambda: self._mark(guide_id, undo))

        self._tasks.run(
            lambda: act(self._services.learning), then=then, otherwise=self.not_done.emit
        )

    def _tell_opened(self, view: GuideView) -> None:
        self.view = view
        self.opened.emit(view)

    def _tell_failed(self, error: Exception) -> None:
        self.view = None
        self.failed.emit(error)

    def _make(self, make: "Making", then: Callable[[Path], None]) -> None:
        self._tasks.run(
            lambda: make(self._services.learning),
            then=then,
            otherwise=self.not_done.emit,
            lane="work",
        )
