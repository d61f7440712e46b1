"""A page to save as PDF or to print: two buttons, and what came of it in a line."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.ui import files, written
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.widgets.basics import button
from vcs_desktop.ui.widgets.message_bar import MessageBar

Write = Callable[[Path | None], Path]


class PaperOut(QObject):
    """Owns two buttons; what came of it is said in ``message``.

    ``write`` makes the page away from the window's thread: at a place, or for None where
    it can be printed from. ``asked`` comes just before, on the window's thread: whoever
    owns this may give another ``write`` then, or None to make nothing. ``made`` is called
    when a page was made.
    """

    asked = Signal()

    def __init__(
        self,
        parent: QWidget,
        tasks: Tasks,
        message: MessageBar,
        write: Write | None,
        *,
        file: str,
        what: str,
        made: Callable[[], None] | None = None,
    ) -> None:
        """``file`` is the name that is proposed, and ``what`` what a screen reader calls it."""
        super().__init__(parent)
        self.write = write
        self.file = file
        self._latest = Latest(tasks, self)
        self._message = message
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
        files.ask_where_to_save(self._message, title, self.file, tr("PDF (*.pdf)"), self.make_at)

    def make_at(self, path: str) -> None:
        """Make the page at a place."""
        self._run(Path(path), self._tell)

    def print_it(self) -> None:
        """Make the page where it can be printed from, and open it there."""
        self._run(None, self._open_to_print)

    def _run(self, out: Path | None, then: Callable[[Path], None]) -> None:
        self._message.hide()
        self.asked.emit()
        if self.write is not None:
            work = partial(self.write, out)
            self._latest.ask(work, then=then, otherwise=self._fail, lane="work")

    def _tell(self, path: Path) -> None:
        written.tell_saved(self._message.tell, path)
        self._go_on()

    def _open_to_print(self, path: Path) -> None:
        written.open_to_print(self._message.tell, path)
        self._go_on()

    def _go_on(self) -> None:
        if self._made is not None:
            self._made()

    def _fail(self, error: Exception) -> None:
        self._message.tell(words_for(error), "bad")
