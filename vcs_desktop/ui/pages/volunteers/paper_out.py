"""A page to save as PDF or to print: two buttons, and what came of it in a line."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr
from vcs_desktop.ui import files
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.widgets.basics import button
from vcs_desktop.ui.widgets.message_bar import MessageBar

Write = Callable[[Path | None], Path]


class PaperOut(QObject):
    """Owns the two buttons; what came of it is said in ``message``.

    ``write`` makes the page away from the window's thread: at a place, or for None where
    it can be printed from. ``made`` is called when one was made.
    """

    def __init__(
        self,
        parent: QWidget,
        tasks: Tasks,
        message: MessageBar,
        write: Write,
        *,
        file: str,
        what: str,
        made: Callable[[], None] | None = None,
    ) -> None:
        """``file`` is the name that is proposed, and ``what`` what a screen reader calls it."""
        super().__init__(parent)
        self._latest = Latest(tasks, self)
        self._message = message
        self._write = write
        self._file = file
        self._made = made
        self.save_button = button(
            tr("Save as PDF"), icon="file-text", name=tr("Save as PDF: {what}", what=what)
        )
        self.print_button = button(
            tr("Print"), "quiet", icon="printer", name=tr("Print: {what}", what=what)
        )
        self.save_button.clicked.connect(self.ask_where)
        self.print_button.clicked.connect(self.print_it)

    def ask_where(self) -> None:
        """Ask where the page should go."""
        title = tr("Save as PDF")
        files.ask_where_to_save(self._message, title, self._file, tr("PDF (*.pdf)"), self.make_at)

    def make_at(self, path: str) -> None:
        """Make the page at a place."""
        self._run(Path(path), self._tell)

    def print_it(self) -> None:
        """Make the page where it can be printed from, and open it there."""
        self._run(None, self._open_to_print)

    def _run(self, out: Path | None, then: Callable[[Path], None]) -> None:
        self._message.hide()
        self._latest.ask(partial(self._write, out), then=then, otherwise=self._fail, lane="work")

    def _tell(self, path: Path) -> None:
        words = sentences(
            tr("Saved as “{file}”.", file=path.name),
            tr("This file is not locked. Keep it where only the right people can read it."),
        )
        self._message.tell(words, "ok", tr("Open it"), partial(files.open_file, path))
        self._go_on()

    def _open_to_print(self, path: Path) -> None:
        if files.open_file(path):
            self._message.tell(tr("The page is open in your PDF program. Print it from there."))
        else:
            words = tr("No program here opens PDF files. The page is at {path}.", path=path)
            self._message.tell(words, "warn")
        self._go_on()

    def _go_on(self) -> None:
        if self._made is not None:
            self._made()

    def _fail(self, error: Exception) -> None:
        self._message.tell(words_for(error), "bad")
