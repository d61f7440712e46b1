"""Looks up what the Council page shows."""

from PySide6.QtCore import QObject

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.recent import note_opened


class CouncilViewModel(QObject):
    """A question for each part of the page.

    ``strategy`` answers with a StrategyView, ``changes`` with what changed between
    two editions, ``pins`` with the pinned ids, ``agreement``, ``money`` and
    ``social_value`` with their views, ``consultations`` with a Consultations, ``thing``
    with one thing by its id.
    """

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self.strategy = Question(tasks, self)
        self.changes = Question(tasks, self)
        self.pins = Question(tasks, self)
        self.agreement = Question(tasks, self)
        self.money = Question(tasks, self)
        self.social_value = Question(tasks, self)
        self.consultations = Question(tasks, self)
        self.thing = Question(tasks, self)

    def look_at_strategy(self, edition: str = "") -> None:
        """Look up an edition of the strategy; no title is the one of today."""
        self.strategy.ask(lambda: self._services.council.strategy(edition))

    def compare(self, before: str, after: str) -> None:
        """Look up what changed between two editions."""
        self.changes.ask(lambda: self._services.council.changes(before, after))

    def pin(self, item_id: str, *, pinned: bool) -> None:
        """Pin a commitment, or take the pin away."""
        if pinned:
            self.pins.ask(lambda: self._services.council.pin(item_id))
        else:
            self.pins.ask(lambda: self._services.council.unpin(item_id))

    def look_at_agreement(self, topic: str = "") -> None:
        """Look up the agreements; no topic is everything."""
        self.agreement.ask(lambda: self._services.council.agreement(topic))

    def look_at_money(self) -> None:
        """Look up where the money goes."""
        self.money.ask(lambda: self._services.council.money())  # noqa: PLW0108  on the lane

    def look_at_social_value(self) -> None:
        """Look up the social value policy."""
        self.social_value.ask(
            lambda: self._services.council.social_value()  # noqa: PLW0108  on the lane
        )

    def look_at_consultations(self) -> None:
        """Look up every consultation."""
        self.consultations.ask(
            lambda: self._services.subjects.consultations()  # noqa: PLW0108  on the lane
        )

    def find(self, thing_id: str) -> None:
        """Find out what an id is of."""
        self.thing.ask(lambda: self._services.council.thing(thing_id))

    def note_opened(self, thing_id: str) -> None:
        """Remember what was read, so that it can be picked up again."""
        note_opened(self._services, self._tasks, thing_id)
