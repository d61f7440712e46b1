"""Fetches the pages of help and the glossary."""

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.recent import note_opened


class HelpViewModel(QObject):
    """``topics_found`` carries a tuple of HelpTopic, ``glossary_found`` one of Term.

    ``page_made`` carries the path of a page to be printed in a browser, ``not_made`` why not.
    """

    topics_found = Signal(object)
    glossary_found = Signal(object)
    page_made = Signal(object)
    not_made = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._topics = Latest(tasks, self)
        self._glossary = Latest(tasks, self)

    def look_for_topics(self) -> None:
        """Fetch every page of help."""
        self._topics.ask(
            lambda: self._services.help.topics(),  # noqa: PLW0108  touched on the lane only
            then=self.topics_found.emit,
            otherwise=self.failed.emit,
        )

    def look_for_glossary(self) -> None:
        """Fetch every word that is explained."""
        self._glossary.ask(
            lambda: self._services.help.glossary(),  # noqa: PLW0108  touched on the lane only
            then=self.glossary_found.emit,
            otherwise=self.failed.emit,
        )

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
