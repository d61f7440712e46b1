"""Taking out what came from a loaded file, or a whole library, once a person has said yes."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.arrivals.arrival_words import what_went_wrong
from vcs_desktop.ui.pages.library.view_model import LibraryViewModel
from vcs_desktop.ui.pages.library.words import removal, removed_in_words
from vcs_desktop.ui.say import ask
from vcs_desktop.ui.widgets.message_bar import MessageBar, kind_of
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

if TYPE_CHECKING:
    from vcs_desktop.ui.pages.library.words import Removable


class Removing(QObject):
    """Asks first: what is taken out cannot be put back but by adding it again."""

    def __init__(
        self,
        page: QWidget,
        view_model: LibraryViewModel,
        message: MessageBar,
        progress: ProgressLine,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._view_model = view_model
        self._message = message
        self._progress = progress
        view_model.progressed.connect(progress.tell)
        view_model.removed.connect(self._tell)
        view_model.not_removed.connect(self._tell_problem)
        progress.cancelled.connect(view_model.cancel)

    def ask_about(self, what: "Removable") -> None:
        """Ask whether what came from a file, or all of a library, is to go."""
        if not self._view_model.is_removing():
            answers = [(tr("Remove"), partial(self._remove, what))]
            ask(self._page, *removal(what), answers)

    def _remove(self, what: "Removable") -> None:
        self._message.hide()
        self._progress.start(tr("Taking it out"))
        self._view_model.remove(what)

    def _tell(self, what: "Removable", count: int) -> None:
        self._progress.finish()
        self._message.tell(removed_in_words(what, count))
        self._view_model.ask()

    def _tell_problem(self, error: Exception) -> None:
        self._progress.finish()
        self._message.tell(what_went_wrong(error), kind_of(error))
