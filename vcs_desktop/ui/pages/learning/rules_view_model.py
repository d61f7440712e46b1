"""Looks up rules and limits."""

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.recent import note_opened


class RulesViewModel(QObject):
    """``found`` carries a RuleList, ``opened`` a RuleInTime; each failure says what failed."""

    found = Signal(object)
    not_found = Signal(object)
    opened = Signal(object)
    not_opened = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._list = Latest(tasks, self)
        self._one = Latest(tasks, self)

    def look(self, words: str, subject: str) -> None:
        """Look for rules with these words about a subject; empty means any."""
        self._list.ask(
            lambda: self._services.facts.rules(words, subject),
            then=self.found.emit,
            otherwise=self.not_found.emit,
        )

    def open(self, name: str) -> None:
        """Fetch one rule with all its rows."""
        self._one.ask(
            lambda: self._services.facts.rule(name),
            then=self.opened.emit,
            otherwise=self.not_opened.emit,
        )

    def note_opened(self, rule_id: str) -> None:
        """Remember a rule that was read, so that it can be picked up again."""
        note_opened(self._services, self._tasks, rule_id)
