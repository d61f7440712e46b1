"""Help: pages to read, and the words of the sector explained. Works without internet."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui import files
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.links import ask_to_open
from vcs_desktop.ui.page import AsidePage
from vcs_desktop.ui.pages.help.glossary_view import GlossaryView
from vcs_desktop.ui.pages.help.topics_view import TopicsView
from vcs_desktop.ui.pages.help.view_model import HelpViewModel
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.sections import Sections

TOPICS = "topics"
GLOSSARY = "glossary"
_TERM = "term/"


class HelpPage(AsidePage):
    """Two parts: pages of help, and the glossary.

    ``show_thing`` takes the id of a page of help, "glossary", or the id of a word.
    """

    def __init__(self, services: Services, tasks: Tasks) -> None:
        super().__init__(tr("Help"))
        self._view_model = HelpViewModel(services, tasks, self)
        self.topics = TopicsView()
        self.glossary = GlossaryView()
        self.sections = Sections(tr("Parts of Help"))
        self.sections.add(TOPICS, tr("Pages of help"), self._topics_part)
        self.sections.add(GLOSSARY, tr("Glossary"), self._glossary_part)
        self.problem = EmptyState(
            tr("We could not open the help"), "", tr("Try again"), icon="triangle-alert"
        )
        self.problem.hide()
        self.message = MessageBar()
        self.body.put(self.sections, 1)
        self.body.put(self.problem)
        self.body.put(self.message)
        self.sections.open(TOPICS)
        self._connect()

    def shown(self) -> None:
        """Fetch what is to be read."""
        self._view_model.look_for_topics()
        self._view_model.look_for_glossary()

    def show_thing(self, thing_id: str) -> None:
        """Show a page of help, the glossary, or one word of it."""
        if thing_id == GLOSSARY or thing_id.startswith(_TERM):
            self.sections.open(GLOSSARY)
            if thing_id == GLOSSARY:
                self.glossary.field.setFocus()
            else:
                self.glossary.open(thing_id)
        else:
            self.sections.open(TOPICS)
            self.topics.open(thing_id)

    def find_here(self) -> QLineEdit:
        """Search the page that is read, or the glossary."""
        if self.sections.current_id() == GLOSSARY:
            return self.glossary.field
        return self.topics.reading.open_find()

    def first_focus(self) -> QWidget | None:
        """Start at the list of pages, or at the field of the glossary."""
        if self.sections.current_id() == GLOSSARY:
            return self.glossary.field
        return self.topics.list if self.topics.list.isVisible() else self.topics.reading.browser

    def parts(self) -> tuple[QWidget, ...]:
        """Return where F6 stops."""
        front = self.glossary if self.sections.current_id() == GLOSSARY else self.topics
        return front.parts()

    def print_act(self) -> Callable[[], None] | None:
        """Open the page of help that is read in a browser, which prints it."""
        if self.sections.current_id() != TOPICS or not self.topics.shown_id:
            return None
        return partial(self._view_model.make_web_page, self.topics.shown_id)

    def _topics_part(self) -> QWidget:
        return self.topics

    def _glossary_part(self) -> QWidget:
        return self.glossary

    def _connect(self) -> None:
        self._view_model.topics.answered.connect(self.topics.set_topics)
        self._view_model.topics.answered.connect(self._show_parts)
        self._view_model.topics.failed.connect(self._show_problem)
        self._view_model.glossary.answered.connect(self.glossary.set_terms)
        self._view_model.glossary.failed.connect(self._show_problem)
        self.glossary.opened.connect(self._view_model.note_opened)
        self._view_model.page_made.connect(self._open_page)
        self._view_model.not_made.connect(self._tell_not_made)
        self.message.close_button.clicked.connect(self._focus_text)
        self.problem.button.clicked.connect(self.shown)
        # Queued, so that the panes have laid themselves out.
        self.topics.entered.connect(self._show_text, Qt.ConnectionType.QueuedConnection)
        for reading in (self.topics.reading, self.glossary.reading):
            reading.word_asked.connect(self._explain)
            reading.link_asked.connect(self._follow_link)

    def _explain(self, word: str) -> None:
        self.sections.open(GLOSSARY)
        self.glossary.look_up(word)
        self.glossary.field.setFocus()

    def _show_text(self) -> None:
        """Where there is little room, give all of it to the text."""
        self.bring_to_top(self.topics.list_detail)

    def _open_page(self, path: Path) -> None:
        if files.open_file(path):
            self.message.tell(tr("This page is open in your browser. Print it from there."))
        else:
            words = tr("No program here opens web pages. The page is kept at {path}.", path=path)
            self.message.tell(words, "warn")

    def _tell_not_made(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad")

    def _focus_text(self) -> None:
        self.topics.reading.browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_link(self, address: str) -> None:
        ask_to_open(self, address)

    def _show_parts(self) -> None:
        self.problem.hide()
        self.sections.show()
        self.ready.emit()

    def _show_problem(self, error: Exception) -> None:
        self.problem.set_words(tr("We could not open the help"), words_for(error), tr("Try again"))
        self.sections.hide()
        self.problem.show()
        self.ready.emit()
