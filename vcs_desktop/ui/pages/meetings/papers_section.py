"""The papers of a meeting: notice, minutes, and the list of actions; and that all is agreed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.services.meeting_papers import ACTIONS, MINUTES, NOTICE, proposed_name
from vcs_desktop.services.offer import Services
from vcs_desktop.ui import files, written
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.meetings.editing import Editing
from vcs_desktop.ui.pages.meetings.opened import Opened
from vcs_desktop.ui.pages.meetings.section import Bound, Section, boxed, set_one
from vcs_desktop.ui.widgets.basics import Button, button, column, label, panel
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar


class PapersSection(Section):
    """A line for each paper, with what can be done with it."""

    def __init__(self, editing: Editing, opened: Opened, services: Services, tasks: Tasks) -> None:
        super().__init__(editing, opened)
        self._services = services
        self._latest = Latest(tasks, self)
        self.save_buttons: dict[str, Button] = {}
        self.print_buttons: dict[str, Button] = {}
        self.message = MessageBar()
        self.agreed_field = DateField(
            tr("Day the minutes were agreed"),
            opened.today,
            tr("Until then they say that they are a draft."),
            optional=True,
        )
        self.setLayout(
            column(
                self.message,
                self._paper(
                    NOTICE,
                    tr("Notice with the agenda"),
                    tr("To tell people when and where, and what it is about."),
                ),
                self._paper(MINUTES, tr("Minutes"), tr("What was said, decided and promised.")),
                self._paper(
                    ACTIONS,
                    tr("List of actions"),
                    tr("What is still to be done, of all meetings."),
                ),
                boxed(self.agreed_field),
                gap=12,
            )
        )
        agreed = self.agreed_field
        self.bind(
            "agreed_on",
            Bound(
                agreed,
                lambda meeting: agreed.set_day(meeting.agreed_on),
                lambda: set_one("agreed_on", agreed.day()),
            ),
        )

    def print_paper(self, paper: str) -> None:
        """Make a paper where it can be printed from, and open it there."""
        self._make(paper, None, partial(written.open_to_print, self.message.tell))

    def save_at(self, paper: str, path: str) -> None:
        """Write a paper to a place that was chosen."""
        self._make(paper, Path(path), partial(written.tell_saved, self.message.tell))

    def ask_where(self, paper: str, ending: str) -> None:
        """Ask where to save a paper, then write it there."""
        kinds = {
            ".pdf": tr("PDF (*.pdf)"),
            ".html": tr("Web page (*.html)"),
            ".docx": tr("Word file (*.docx)"),
        }
        name = proposed_name(self._file_word(paper), ending)
        files.ask_where_to_save(
            self, tr("Save this paper"), name, kinds[ending], partial(self.save_at, paper)
        )

    def _file_word(self, paper: str) -> str:
        meeting = self.opened.meeting
        day = meeting.on.isoformat() if meeting.on else ""
        words = {NOTICE: tr("notice"), MINUTES: tr("minutes"), ACTIONS: tr("actions")}
        return f"{words[paper]} {'' if paper == ACTIONS else meeting.name} {day}"

    def _paper(self, paper: str, title: str, about: str) -> QWidget:
        save = button(tr("Save"), icon="file-text", name=tr("Save: {paper}", paper=title))
        menu = QMenu(save.text(), self)
        for words, ending in (
            (tr("Save as pages to print (PDF)"), ".pdf"),
            (tr("Save as a Word file (DOCX)"), ".docx"),
            (tr("Save as a web page (HTML)"), ".html"),
        ):
            menu.addAction(words, partial(self.ask_where, paper, ending))
        save.setMenu(menu)
        print_it = button(tr("Print"), icon="printer", name=tr("Print: {paper}", paper=title))
        print_it.clicked.connect(partial(self.print_paper, paper))
        self.save_buttons[paper], self.print_buttons[paper] = save, print_it
        return boxed(
            label(title, "heading", wrap=True),
            label(about, "muted", wrap=True),
            panel(FlowLayout(save, print_it)),
            gap=6,
        )

    def _make(self, paper: str, out: Path | None, then: Callable[[Path], None]) -> None:
        """Make a paper of what is kept by then: what was typed last is kept before."""
        self.editing.autosave.now()
        self.message.hide()
        meeting_id = self.opened.meeting.id
        self._latest.ask(
            lambda: self._services.space.inside().meeting_papers.make(paper, meeting_id, out),
            then=then,
            otherwise=self._tell_problem,
        )

    def _tell_problem(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad")
