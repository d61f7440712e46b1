"""Looks up rules and limits."""

from PySide6.QtCore import QObject

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.recent import note_opened


class RulesViewModel(QObject):
    """``rules`` answers with a RuleList, ``rule`` with a RuleInTime."""

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self.rules = Question(tasks, self)
        self.rule = Question(tasks, self)

    def look(self, words: str, subject: str) -> None:
        """Look for rules with these words about a subject; empty means any."""
        self.rules.ask(lambda: self._services.facts.rules(words, subject))

    def open(self, name: str) -> None:
        """Fetch one rule with all its rows."""
        self.rule.ask(lambda: self._services.facts.rule(name))

    def note_opened(self, rule_id: str) -> None:
        """Remember a rule that was read, so that it can be picked up again."""
        note_opened(self._services, self._tasks, rule_id)
