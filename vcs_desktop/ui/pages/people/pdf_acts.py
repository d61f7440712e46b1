"""Two buttons that make a PDF: saved where somebody wants it, or opened to be printed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr
from vcs_desktop.ui import files
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.widgets.basics import button, column, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar

Make = Callable[[Path | None], Path]
"""Writes the PDF to a place, or (None) where it can be printed from; returns where it is."""


class PdfActs(QWidget):
    """``asked`` comes before anything is made: whoever owns this says then what to make.

    ``what`` names the PDF for a screen reader, such as "the telephone list".
    """

    asked = Signal()

    def __init__(self, tasks: Tasks, file_name: str, what: str) -> None:
        super().__init__()
        self.make: Make | None = None
        self._file_name = file_name
        self._latest = Latest(tasks, self)
        self.print_button = button(tr("Print"), icon="printer", name=tr("Print {what}", what=what))
        self.save_button = button(
            tr("Save as PDF"), "quiet", icon="file-text", name=tr("Save {what} as PDF", what=what)
        )
        self.message = MessageBar()
        buttons = panel(FlowLayout(self.print_button, self.save_button))
        self.setLayout(column(buttons, self.message, gap=6))
        self.print_button.clicked.connect(self.print_it)
        self.save_button.clicked.connect(self.ask_where)

    def print_it(self) -> None:
        """Make it where it can be printed from, and open it there."""
        self._ask(None, self._open_to_print)

    def ask_where(self) -> None:
        """Ask where to save it, and make it there."""
        files.ask_where_to_save(
            self, tr("Save as PDF"), self._file_name, tr("PDF (*.pdf)"), self.save_at
        )

    def save_at(self, path: str) -> None:
        """Make it at a place."""
        self._ask(Path(path), self._tell_saved)

    def _ask(self, out: Path | None, then: Callable[[Path], None]) -> None:
        self.message.hide()
        self.asked.emit()
        if self.make is not None:
            self._latest.ask(
                partial(self.make, out), then=then, otherwise=self._tell_failed, lane="work"
            )

    def _open_to_print(self, path: Path) -> None:
        if files.open_file(path):
            self.message.tell(tr("It is open in your PDF program. Print it from there."))
        else:
            words = tr("No program here opens PDF files. It is at {path}.", path=path)
            self.message.tell(words, "warn")

    def _tell_saved(self, path: Path) -> None:
        words = sentences(
            tr("Saved as “{file}”.", file=path.name),
            tr("This file is not locked. Keep it where only the right people can read it."),
        )
        self.message.tell(words, "ok", tr("Open it"), partial(files.open_file, path))

    def _tell_failed(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad")
