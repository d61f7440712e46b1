"""The two lines under the page of applications."""

from PySide6.QtWidgets import QWidget

from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.last_act import LastAct
from vcs_desktop.ui.pages.applications.view_model import ApplicationsViewModel


class Bars(LastAct):
    """Says what the page did to applications, and looks again."""

    def __init__(
        self, model: ApplicationsViewModel, session: GroupSession, parent: QWidget
    ) -> None:
        super().__init__(session, parent)
        self._model = model
        model.done.connect(self._tell_done)
        model.failed.connect(self.tell_problem)

    def _tell_done(self, words: str) -> None:
        if words:
            self.offer_last(words, self._model.undo)
        self._model.look()
