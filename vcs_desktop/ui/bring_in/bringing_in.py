"""A spreadsheet comes in: in front of a part's list for as long as it takes."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.bring_in.plain import plain_manner
from vcs_desktop.ui.bring_in.view import BringInView
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.widgets.basics import Box, button, column


class Part(Protocol):
    """A part of a page: ``main`` is what stands there when nothing comes in.

    ``act`` does something to the records, says so in words, and offers to take it back.
    """

    services: Services
    tasks: Tasks
    session: GroupSession
    main: QWidget

    def shown(self) -> None:
        """Look again."""

    def act(self, act: Callable[[Any], Any], words: str) -> None:
        """Do something, and say so."""


class BringingIn(QWidget):
    """``button`` stands among the part's buttons and opens this in the place of its list.

    ``turned`` says whether this is in front, or the list again.
    """

    turned = Signal(bool)

    def __init__(
        self,
        what: str,
        back: str,
        see: str,
        see_icon: str,
        *,
        opener: QPushButton | None = None,
        title: str = "",
    ) -> None:
        """``what`` is the sort of table; ``back`` and ``see`` lead back to the list.

        ``opener`` is a button whose menu begins this, where one button opens several;
        ``title`` then says which of them it is.
        """
        super().__init__()
        self._has_own_button = opener is None
        self.button = opener or button(tr("Bring in a spreadsheet"), icon="upload")
        self.view: BringInView | None = None
        self._manner = plain_manner(what, back=back, see=see, see_icon=see_icon, title=title)
        self._part: Part | None = None
        self._room: Box = column()
        self.setLayout(self._room)
        self.hide()

    def belong_to(self, part: Part) -> None:
        """Stand in the place of a part's list when the button is pressed."""
        self._part = part
        if self._has_own_button:
            self.button.clicked.connect(self.begin)

    def begin(self) -> None:
        """Show what brings a table in."""
        part = self._part
        if part is None:
            return
        if self.view is None:
            self.view = BringInView(self._manner, part.services, part.tasks, part.session)
            self.view.back_asked.connect(self.leave)
            self.view.taken_in.connect(self._tell)
            self._room.put(self.view, 1)
        part.main.hide()
        self.show()
        self.view.show()
        self.turned.emit(True)
        self.view.begin()

    def leave(self) -> None:
        """Show the list again."""
        self.hide()
        if self._part is not None:
            self._part.main.show()
            self._part.shown()
            self.turned.emit(False)
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Keep what was pasted."""
        if self.view is not None:
            self.view.put_away()

    def _tell(self, done: Any) -> None:
        if self._part is not None and (done.added or done.merged):
            self._part.act(_nothing_more, self._manner.done_words(done))


def _nothing_more(_inside: Any) -> None:
    """It is done already: only say so, and offer to take it back."""
