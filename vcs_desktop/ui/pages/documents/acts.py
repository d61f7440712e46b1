"""What is done with papers from the page, said in a line under the list, with a way back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr
from vcs_desktop.domain.group_documents import DocumentKind
from vcs_desktop.domain.papers import Paper, PaperVersion
from vcs_desktop.services.in_group import InGroup
from vcs_desktop.services.papers import FilesAdded
from vcs_desktop.ui import files
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.documents.copy_out import CopyOut
from vcs_desktop.ui.pages.documents.view_model import PapersViewModel
from vcs_desktop.ui.pages.documents.words import added_words, left_out_words
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.undo_bar import UndoBar

_MOST_OF_A_NAME = 80


class PaperActs(QObject):
    """Owns the lines that say what was done, and how far long work is.

    ``made`` carries the id of a paper that is new, and whether its name is still to be
    typed; ``changed`` says that the list is to be looked at again.
    """

    made = Signal(str, bool)
    changed = Signal()

    def __init__(self, view_model: PapersViewModel, session: GroupSession, parent: QWidget) -> None:
        super().__init__(parent)
        self.undo_bar = UndoBar()
        self.message = MessageBar()
        self.progress = ProgressLine()
        self.undo_bar.take_turns_with(self.message)
        self.copy_out = CopyOut(view_model, self.message, parent)
        self.dialog: QFileDialog | None = None
        self._parent = parent
        self._view_model = view_model
        session.acted.connect(self.undo_bar.close_bar)
        self.progress.cancelled.connect(view_model.stop)
        view_model.done.connect(self._hear_done)
        view_model.added.connect(self._hear_added)
        view_model.failed.connect(self._tell_problem)
        view_model.progress.connect(self._show_progress)
        view_model.over.connect(self.progress.finish)

    def write_down(self, kind: object = None) -> None:
        """Write down a paper without a file; without a kind, its name is to be typed."""
        if isinstance(kind, DocumentKind):
            made = partial(_made, Paper(kind=kind), is_named=True)
        else:
            made = partial(_made, Paper(name=tr("New paper")), is_named=False)
        self._view_model.act(made)

    def remove(self, paper_id: str, name: str) -> None:
        """Put a paper in the bin."""
        self._view_model.act(
            lambda inside: inside.papers.remove(paper_id),
            tr("“{name}” is in the bin.", name=short_prose(name, _MOST_OF_A_NAME)),
        )

    def take_away(self, paper_id: str, version: PaperVersion) -> None:
        """Take one version off a paper."""
        name = short_prose(version.file.name if version.file else "", _MOST_OF_A_NAME)
        self._view_model.act(
            lambda inside: inside.papers.take_version_away(paper_id, version.id),
            tr("“{file}” was taken away from this paper.", file=name),
        )

    def choose_newer(self, paper_id: str) -> None:
        """Ask for a newer file of a paper."""
        self.dialog = files.ask_what_to_open(
            self._parent,
            tr("Choose the file"),
            tr("All files (*)"),
            partial(self.add_newer, paper_id),
        )

    def add_newer(self, paper_id: str, path: str) -> None:
        """Take in a newer file of a paper."""
        name = short_prose(Path(path).name, _MOST_OF_A_NAME)
        words = tr("“{file}” is the file that holds now.", file=name)
        self._view_model.add_version(paper_id, Path(path), words)

    def _hear_done(self, outcome: object, words: str) -> None:
        if isinstance(outcome, tuple):
            self.made.emit(*outcome)
        if words:
            self._offer(words)
        self.changed.emit()

    def _hear_added(self, added: FilesAdded) -> None:
        problem, said = left_out_words(added), added_words(added)
        if added.papers:
            self.made.emit(added.papers[0].id, False)
        if problem:
            self.message.tell(sentences(said, problem) if said else problem, "warn")
        elif added.papers:
            self._offer(said)
        elif said:
            self.message.tell(said, "info")
        self.changed.emit()

    def _offer(self, words: str) -> None:
        self.undo_bar.offer(words, partial(self._view_model.act, _undo))

    def _tell_problem(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad")

    def _show_progress(self, done: int, total: int) -> None:
        words = tr("Taking in file {number} of {count}", number=min(done + 1, total), count=total)
        if not done:
            self.progress.start(words)
        self.progress.tell(words, done, total if total > 1 else 0)


def _made(paper: Paper, inside: InGroup, *, is_named: bool) -> tuple[str, bool]:
    return inside.papers.add(paper), not is_named


def _undo(inside: InGroup) -> None:
    inside.records.undo()
