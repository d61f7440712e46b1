"""Saves a closing day as a file for any calendar."""

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.domain.opportunities import OpportunityLine
from vcs_desktop.ui import files
from vcs_desktop.ui.pages.funding.detail_view_model import DetailViewModel
from vcs_desktop.ui.widgets.message_bar import MessageBar

_LONGEST_NAME = 60


class CalendarSaver(QObject):
    """Asks where, has it written, and says what came of it."""

    def __init__(self, parent: QWidget, view_model: DetailViewModel, message: MessageBar) -> None:
        super().__init__(parent)
        self._window = parent
        self._view_model = view_model
        self._message = message
        view_model.saved.connect(self._tell_saved)
        view_model.not_saved.connect(self._tell_problem)

    def ask(self, line: OpportunityLine) -> None:
        """Ask where to save the closing day of one."""
        files.ask_where_to_save(
            self._window,
            tr("Save the closing day for your calendar"),
            f"{file_name(line.record.title)}.ics",
            tr("Calendar (*.ics)"),
            partial(self.save, line.record.id),
        )

    def save(self, record_id: str, path: str) -> None:
        """Write the closing day of one to a file."""
        self._view_model.save_calendar(record_id, Path(path))

    def _tell_saved(self, path: Path) -> None:
        words = tr("Saved as “{file}”. Open it to put the day in your calendar.", file=path.name)
        self._message.tell(words, "ok", tr("Open it"), partial(files.open_file, path))

    def _tell_problem(self, error: Exception) -> None:
        self._message.tell(words_for(error), "bad")


def file_name(title: str) -> str:
    """Return a title as a name that every computer's files may have."""
    plain = re.sub(r"[^\w\- ]+", " ", title)
    return " ".join(plain.split())[:_LONGEST_NAME].strip() or tr("Closing day")
