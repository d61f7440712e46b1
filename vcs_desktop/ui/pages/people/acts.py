"""What is done with people from the page, said in a line under the list, with a way back."""

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.last_act import LastAct
from vcs_desktop.ui.pages.people.view_model import PeopleViewModel
from vcs_desktop.ui.widgets.prose import short_prose


class PeopleActs(LastAct):
    """Owns the two lines under the list of people."""

    def __init__(self, view_model: PeopleViewModel, session: GroupSession, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._view_model = view_model
        self._session = session
        view_model.done.connect(self._tell_done)
        view_model.failed.connect(self.tell_problem)

    def remove(self, person_id: str, name: str) -> None:
        """Put somebody in the bin."""
        self._view_model.act(
            lambda inside: inside.people.remove(person_id),
            tr("“{name}” is in the bin.", name=short_prose(name, 80)),
        )

    def tell_acted(self, words: str) -> None:
        """Say what was done, and offer to take it back."""
        self._session.tell_acted()
        self._tell_done(words)

    def _tell_done(self, words: str) -> None:
        if words:
            self.offer_last(words, self._view_model.undo)
        self._view_model.look()
        self._view_model.look_around()
