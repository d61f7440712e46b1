"""What the person puts on the sheet of facts. Each act can be undone."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from vcs_desktop.core.language import tr
from vcs_desktop.domain.reference import CommunityFact
from vcs_desktop.services.choices import Choices, ChoicesService
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.widgets.prose import short_prose

Act = Callable[[ChoicesService], Choices]


class FactSheetViewModel(QObject):
    """Writes choices in the background.

    ``changed`` carries the ids that are on the sheet now. ``done`` carries what was
    done, in words, and how to take it back; an undo itself offers none.
    """

    changed = Signal(object)
    done = Signal(str, object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks

    def read(self) -> None:
        """Ask what is on the sheet."""
        self._act(lambda choices: choices.all())

    def put(self, fact: CommunityFact, on: bool) -> None:  # Qt passes it by place
        """Put a figure on the sheet, or take it off."""
        fact_id, title = fact.id, short_prose(fact.title)
        if on:
            self._act(
                lambda c: c.put_on_fact_sheet(fact_id),
                tr("“{title}” is on your fact sheet.", title=title),
                lambda c: c.take_off_fact_sheet(fact_id),
            )
        else:
            self._act(
                lambda c: c.take_off_fact_sheet(fact_id),
                tr("“{title}” is off your fact sheet.", title=title),
                lambda c: c.put_on_fact_sheet(fact_id),
            )

    def clear(self, before: tuple[str, ...]) -> None:
        """Take everything off the sheet; ``before`` is what stood on it."""
        self._act(
            lambda c: c.set_fact_sheet(()),
            tr("Your fact sheet is empty."),
            lambda c: c.set_fact_sheet(before),
        )

    def _act(self, act: Act, words: str = "", undo: Act | None = None) -> None:
        def then(choices: Choices) -> None:
            self.changed.emit(choices.on_fact_sheet)
            if undo is not None:
                self.done.emit(words, lambda: self._act(undo))

        self._tasks.run(lambda: act(self._services.choices), then=then, otherwise=self.failed.emit)
