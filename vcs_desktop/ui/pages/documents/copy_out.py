"""Saves a file of the group elsewhere, and opens the copy where somebody wants that."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.papers import PaperVersion
from vcs_desktop.domain.stored_file import StoredFile, file_name
from vcs_desktop.ui import files, written
from vcs_desktop.ui.pages.documents.view_model import PapersViewModel
from vcs_desktop.ui.pages.documents.words import how_to_open
from vcs_desktop.ui.say import ask
from vcs_desktop.ui.widgets.message_bar import MessageBar


class CopyOut(QObject):
    """Asks where to, and says what came of it in a message."""

    def __init__(self, view_model: PapersViewModel, message: MessageBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._view_model = view_model
        self._message = message
        self.dialog: QFileDialog | None = None
        self._opens = False
        view_model.saved.connect(self.tell_saved)

    def save(self, version: PaperVersion) -> None:
        """Ask where the copy goes."""
        self._opens = False
        self._ask_where(version)

    def save_and_open(self, version: PaperVersion) -> None:
        """Warn first; then ask where the copy goes, and offer to open it."""
        stored = version.file or StoredFile()
        ask(
            self._parent,
            tr("Do you know who made this file?"),
            how_to_open(stored),
            [(tr("Save a copy and open it"), partial(self._go_on, version))],
        )

    def save_at(self, stored: StoredFile, path: str) -> None:
        """Save where it was chosen; over another file only when that was said."""
        if not Path(path).exists():
            self._save(stored, path, replace=False)
            return
        over = partial(self._save, stored, path, replace=True)
        written.ask_to_save_over(self._parent, Path(path), over)

    def tell_saved(self, path: Path) -> None:
        """Say where the copy is, and offer to open it."""
        if self._opens:
            self._open(path)
        else:
            written.tell_saved(self._message.tell, path)

    def _go_on(self, version: PaperVersion) -> None:
        self._opens = True
        self._ask_where(version)

    def _ask_where(self, version: PaperVersion) -> None:
        stored = version.file or StoredFile()
        name = file_name(stored.name) or tr("file")
        then = partial(self.save_at, stored)
        title = tr("Save a copy")
        self.dialog = files.ask_where_to_save(
            self._parent, title, name, "", then, we_ask_to_replace=True
        )

    def _save(self, stored: StoredFile, path: str, *, replace: bool) -> None:
        self._view_model.save_copy(stored, Path(path), replace=replace)

    def _open(self, path: Path) -> None:
        if files.open_file(path):
            self._message.tell(tr("It is open in another program."), "ok")
        else:
            words = tr("No program here opens this file. The copy is at {path}.", path=path)
            self._message.tell(words, "warn")
