"""What the part of the laptops tells while it does something, and files for a stick."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.our_group import laptops_words as words
from vcs_desktop.ui.pages.our_group.laptops_view_model import LaptopsViewModel
from vcs_desktop.ui.widgets.message_bar import MessageBar, kind_of
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from vcs_desktop.services.two_laptops.lines import Report


class LaptopsTelling(GroupPart):
    """Says how far something is and what came of it, and writes and reads files.

    That something went well is said until something else is done, or the laptops meet.
    """

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(services, tasks, session)
        self.view_model = LaptopsViewModel(services, tasks, session)
        self.view_model.setParent(self)
        self.message, self.progress = MessageBar(), ProgressLine()
        self._is_own_act = self._is_own_exchange = False
        session.acted.connect(self._let_go_after_act)
        session.exchanged.connect(self._let_go_after_exchange)
        self.view_model.failed.connect(self._tell)
        self.view_model.progressed.connect(self._tell_progress)
        self.progress.cancelled.connect(self.view_model.stop)

    def put_away(self) -> None:
        """Stop what is done with a file: the group is about to be locked."""
        self.view_model.stop()

    def take_file(self, path: str) -> None:
        """Bring in changes from a file."""
        self._begin(tr("Bringing changes in"), can_cancel=True)
        self.view_model.read_file(Path(path), self._tell_taken, self._tell)

    def write_file(self, path: str) -> None:
        """Write everything for another laptop into a file."""
        self._begin(tr("Writing the changes"), can_cancel=True)
        name = Path(path).name
        self.view_model.write_file(Path(path), partial(self._tell_written, name), self._tell)

    def _tell_taken(self, report: "Report") -> None:
        kind = "warn" if report.would_delete or report.is_tampered else "ok"
        self._end(words.taken_in_words(report), kind)
        self._tell_session(self.session.tell_changed)

    def _tell_written(self, name: str, count: int) -> None:
        self._end(words.written_in_words(count, name), "ok")
        self._look_again()

    def _begin(self, what: str, *, can_cancel: bool = False) -> None:
        self.message.hide()
        self.progress.start(what, can_cancel=can_cancel)

    def _tell_progress(self, what: str, done: int, total: int) -> None:
        if self.progress.isVisible() and (done or total):
            self.progress.tell(words.progress_words(what, done, total), done, total)

    def _end(self, said: str, kind: str) -> None:
        self.progress.finish()
        self.message.tell(said, kind)

    def _tell(self, error: Exception) -> None:
        self._end(words_for(error), kind_of(error))

    def _look_again(self) -> None:
        """Look again, and let the status bar know."""
        self.shown()
        self._tell_session(self.session.tell_acted)

    def _tell_session(self, tell: "Callable[[], None]") -> None:
        """Tell the window of what was done here, which has just been said."""
        self._is_own_act = True
        tell()
        self._is_own_act = False

    def _exchange_now(self) -> None:
        """Meet the other laptops for what was done here, which has just been said."""
        self._is_own_exchange = True
        self.session.exchange_wanted.emit()

    def _let_go_after_act(self) -> None:
        if not self._is_own_act:
            self._let_go()

    def _let_go_after_exchange(self) -> None:
        if not self._is_own_exchange:
            self._let_go()
        self._is_own_exchange = False

    def _let_go(self) -> None:
        """Take away that something went well: it is over, and not what was done last."""
        if self.message.property("kind") == "ok":
            self.message.hide()
