"""What is done with dates from the page, said in a line under them, with a way back."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.domain.due import Due, Outcome
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.dates.view_model import DatesViewModel
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.undo_bar import UndoBar


class DateActs(QObject):
    """Owns the two lines. ``looked_for`` says that what is in front is to be asked for again.

    What the undo line offers is the last thing that was done: when something else is done,
    wherever in the window, the offer goes.
    """

    looked_for = Signal()

    def __init__(self, view_model: DatesViewModel, session: GroupSession, parent: QWidget) -> None:
        super().__init__(parent)
        self.undo_bar = UndoBar()
        self.message = MessageBar()
        self.undo_bar.take_turns_with(self.message)
        self._view_model = view_model
        session.acted.connect(self.undo_bar.close_bar)
        view_model.done.connect(self._tell_done)
        view_model.failed.connect(self.tell_problem)

    def tick(self, due: Due, outcome: Outcome | None) -> None:
        """Tick a date off, or say that it is not done after all."""
        name = short_prose(due.what, 80)
        if outcome is None:
            self._view_model.act(
                lambda services: services.dates.untick(due),
                tr("“{what}” is open again.", what=name),
            )
            return
        words = (
            tr("“{what}” is done.", what=name)
            if outcome is Outcome.DONE
            else tr("“{what}” is not needed.", what=name)
        )
        self._view_model.act(lambda services: services.dates.tick(due, outcome), words)

    def remove(self, record_id: str, name: str) -> None:
        """Put a date of the group's own in the bin, with all its times."""
        self._view_model.act(
            lambda services: services.dates.inside.records.put_in_bin(record_id),
            tr("“{name}” is in the bin.", name=short_prose(name, 80)),
        )

    def tell_problem(self, error: Exception) -> None:
        """Say what went wrong."""
        self.message.tell(words_for(error), "bad")

    def _tell_done(self, words: str) -> None:
        if words:
            self.undo_bar.offer(words, partial(self._view_model.act, _undo))
        self._view_model.look()
        self.looked_for.emit()


def _undo(services: Services) -> None:
    services.dates.inside.records.undo()
