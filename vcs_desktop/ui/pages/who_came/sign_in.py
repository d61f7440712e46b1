"""The sign-in sheet from the page: saved where the person says, or opened to be printed."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui import files
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.who_came.words import short_name
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar


class SignIn(QWidget):
    """A card that is shown when a sheet is asked for, and closed again."""

    def __init__(self, services: Services, tasks: Tasks) -> None:
        super().__init__()
        self._services = services
        self._latest = Latest(tasks, self)
        self._activity_id = ""
        self._name = ""
        self.title = label("", "heading", wrap=True)
        self.print_button = button(tr("Print it now"), "primary", icon="printer")
        self.save_button = button(tr("Save it as a PDF"), icon="file-text")
        self.close_button = button(tr("Close"), "quiet", name=tr("Close the sign-in sheet"))
        self.message = MessageBar()
        about = label(
            tr(
                "It has the names of who usually comes, with a box to tick, and empty lines. "
                "Nothing else about anybody stands on it."
            ),
            wrap=True,
        )
        ways = panel(FlowLayout(self.print_button, self.save_button, self.close_button))
        self.setLayout(column(card(self.title, about, ways, self.message, gap=8)))
        self.print_button.clicked.connect(self.print_now)
        self.save_button.clicked.connect(self._ask_where)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def offer(self, activity_id: str, name: str) -> None:
        """Offer the sheet of an activity."""
        self._activity_id, self._name = activity_id, name
        self.title.setText(tr("Sign-in sheet: {activity}", activity=short_name(name)))
        self.message.hide()
        self.show()
        self.print_button.setFocus()

    def print_now(self) -> None:
        """Make the sheet where it can be printed from, and open it."""
        work = partial(_page, self._services, self._activity_id, self._name)
        self._latest.ask(work, then=self._open, otherwise=self._fail, lane="work")

    def save_at(self, path: str) -> None:
        """Write the sheet under a path."""
        work = partial(_save, self._services, self._activity_id, self._name, Path(path))
        self._latest.ask(work, then=self._tell, otherwise=self._fail, lane="work")

    def _ask_where(self) -> None:
        def ask(name: Any) -> None:
            files.ask_where_to_save(
                self, tr("Save the sign-in sheet"), name, tr("PDF (*.pdf)"), self.save_at
            )

        work = partial(_file_name, self._services, self._activity_id, self._name)
        self._latest.ask(work, then=ask, otherwise=self._fail)

    def _open(self, path: Path) -> None:
        if files.open_file(path):
            self.message.tell(tr("The sheet is open in your PDF program. Print it from there."))
        else:
            words = tr("No program here opens PDF files. The sheet is at {path}.", path=path)
            self.message.tell(words, "warn")

    def _tell(self, path: Path) -> None:
        words = sentences(
            tr("Saved as “{file}”.", file=path.name),
            tr("This file is not locked. Keep it where only the right people can read it."),
        )
        self.message.tell(words)

    def _fail(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad")


def _page(services: Services, activity_id: str, name: str) -> Path:
    return services.space.inside().sign_in_sheet.page_to_print(activity_id, name)


def _save(services: Services, activity_id: str, name: str, path: Path) -> Path:
    return services.space.inside().sign_in_sheet.save(activity_id, path, name)


def _file_name(services: Services, activity_id: str, name: str) -> str:
    return services.space.inside().sign_in_sheet.file_name(activity_id, name)
