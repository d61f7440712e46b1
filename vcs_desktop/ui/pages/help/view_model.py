"""Fetches the pages of help and the glossary."""

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.recent import note_opened


class HelpViewModel(QObject):
    """``topics`` answers with a tuple of HelpTopic, ``glossary`` with one of Term.

    ``page_made`` carries the path of a page to be printed in a browser, ``not_made`` why not.
    """

    page_made = Signal(object)
    not_made = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self.topics = Question(tasks, self)
        self.glossary = Question(tasks, self)

    def look_for_topics(self) -> None:
        """Fetch every page of help."""
        self.topics.ask(lambda: self._services.help.topics())  # noqa: PLW0108  on the lane

    def look_for_glossary(self) -> None:
        """Fetch every word that is explained."""
        self.glossary.ask(lambda: self._services.help.glossary())  # noqa: PLW0108  on the lane

    def make_web_page(self, topic_id: str) -> None:
        """Write a page of help as a web page."""
        self._tasks.run(
            lambda: self._services.help.make_web_page(topic_id),
            then=self.page_made.emit,
            otherwise=self.not_made.emit,
            lane="work",
        )

    def note_opened(self, term_id: str) -> None:
        """Remember a word that was looked up, so that it can be picked up again."""
        note_opened(self._services, self._tasks, term_id)
