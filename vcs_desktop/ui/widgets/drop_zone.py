"""A place to drop files on, with a button that does the same."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame

from vcs_desktop.core.language import tr
from vcs_desktop.ui.widgets.basics import button, label, row
from vcs_desktop.ui.widgets.file_dialog import file_dialog


class DropZone(QFrame):
    """Takes files that are dropped on it or chosen with its button.

    ``patterns`` says which files the dialog offers first, such as "Grants
    (*.json *.csv)". What was chosen is only handed on; whether it can be used is
    for the reader of the file to say.
    """

    files_chosen = Signal(list)

    def __init__(
        self, text: str, button_text: str = "", patterns: str = "", *, under: bool = False
    ) -> None:
        """``under`` puts the button under the words, where its own are long."""
        super().__init__()
        self.setProperty("kind", "drop")
        self.setAcceptDrops(True)
        self._patterns = patterns
        self.words = label(text, "muted", wrap=True)
        self.button = button(button_text or tr("Add a file"), icon="folder-open")
        line = row(gap=10)
        line.put(self.words, 0 if under else 1)
        line.put(self.button)
        if under:
            line.setDirection(line.Direction.TopToBottom)
            line.setAlignment(self.button, Qt.AlignmentFlag.AlignLeading)
        line.set_margins((14, 10, 10, 10))
        self.setLayout(line)
        self.button.clicked.connect(self.choose)

    def choose(self) -> None:
        """Ask for files with the computer's own dialog."""
        dialog = file_dialog(self, self.button.text())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        if self._patterns:
            dialog.setNameFilters([self._patterns, tr("All files (*)")])
        dialog.filesSelected.connect(self._hand_on)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that files may be dropped here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._mark(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Stop showing it."""
        super().dragLeaveEvent(event)
        self._mark(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped."""
        self._mark(over=False)
        self._hand_on([url.toLocalFile() for url in event.mimeData().urls()])
        event.acceptProposedAction()

    def _hand_on(self, names: list[str]) -> None:
        files = [Path(name) for name in names if name]
        if files:
            self.files_chosen.emit(files)

    def _mark(self, *, over: bool) -> None:
        self.setProperty("over", over)
        self.style().unpolish(self)
        self.style().polish(self)
