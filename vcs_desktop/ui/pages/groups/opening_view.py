"""Opening a group: by its words, its code, or what this computer remembers."""

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import AppError, words_for
from vcs_desktop.core.group_errors import DamagedSlots, GroupDamaged, GroupFileMissing
from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.groups.way_in import Typed, WayIn
from vcs_desktop.ui.way_back.bounded import Bounded
from vcs_desktop.ui.widgets.basics import button, column
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine
from vcs_desktop.ui.widgets.ticks_field import Tick

if TYPE_CHECKING:
    from collections.abc import Callable

    from vcs_desktop.services.groups import GroupLine, OpenGroup

log = logging.getLogger(__name__)

_BROKEN = (DamagedSlots, GroupDamaged, GroupFileMissing)


class OpeningView(QWidget):
    """``came_in`` says that the group is open; ``came_in_by_code``, that it is by the code."""

    came_in = Signal()
    came_in_by_code = Signal()
    left = Signal()
    bring_back_asked = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__()
        self._services = services
        self._session = session
        self._remembered = Latest(tasks, self)
        self._line: GroupLine | None = None
        self.remember = Tick(tr("Remember me on this computer"))
        self.back_button = button(tr("Back to the groups"), "quiet", icon="arrow-left")
        self.way_in = WayIn(lambda: tr("Open"), self.remember, self.back_button)
        self.progress, self.message = ProgressLine(), MessageBar()
        self.setLayout(column(Bounded(self.way_in, self.progress, self.message), None))
        self.way_in.wanted.connect(self._open)
        self.back_button.clicked.connect(self.left)

    def begin(self, line: "GroupLine") -> None:
        """Ask for the words of one group, or open it at once where this computer may."""
        self.forget()
        self._line = line
        self.way_in.begin(line.openers, has_code=line.has_code)
        self.remember.hide()
        remembered = self._services.groups.remembered
        # On the lane that may wait: the computer may ask somebody to unlock its keyring.
        self._remembered.ask(
            lambda: (remembered.is_remembered(line.id), remembered.can_remember().can),
            then=self._follow_computer,
            otherwise=lambda _: self.remember.hide(),
            lane="network",
        )

    def forget(self) -> None:
        """Take every secret out of the fields, and hear of nothing that was asked."""
        self._remembered.forget()
        self.way_in.forget()
        self.remember.box.setChecked(False)
        self.message.hide()
        self.progress.finish()

    def first_focus(self) -> QWidget:
        """Start at who you are, or at the words."""
        return self.way_in.first_focus()

    def _follow_computer(self, found: tuple[bool, bool]) -> None:
        is_remembered, can = found
        self.remember.setVisible(can and not is_remembered)
        if is_remembered and self._line is not None and self.way_in.can_go():
            opening = partial(self._services.groups.remembered.open_remembered, self._line.id)
            self._begin(opening, self.came_in, self._tell_not_remembered)

    def _open(self, typed: Typed) -> None:
        line, groups = self._line, self._services.groups
        if line is None:
            return
        if typed.by_code:
            opening = partial(groups.open_with_code, line.id, typed.secret)
            self._begin(opening, self.came_in_by_code, self._tell)
            return
        by_words = partial(groups.open, line.id, typed.secret, typed.opener)
        if self.remember.isVisible() and self.remember.box.isChecked():
            self._begin(partial(_and_remember, self._services, by_words), self.came_in, self._tell)
        else:
            self._begin(by_words, self.came_in, self._tell)

    def _begin(
        self,
        opening: "Callable[[], OpenGroup]",
        came_in: SignalInstance,
        otherwise: "Callable[[Exception], None]",
    ) -> None:
        def follow() -> None:
            self.forget()
            came_in.emit()

        self.way_in.work(at_work=True)
        self.message.hide()
        self.progress.start(tr("Opening. This takes a moment."), can_cancel=False)
        self._session.open_with(opening, then=follow, otherwise=otherwise)

    def _tell(self, error: Exception) -> None:
        self._rest()
        if self.way_in.tell(error):
            return
        if isinstance(error, _BROKEN):
            self._tell_broken(error)
        else:
            self.message.tell(words_for(error), "bad")
            self.way_in.go_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_not_remembered(self, error: Exception) -> None:
        self._rest()
        if isinstance(error, _BROKEN):
            self._tell_broken(error)
            return
        self.message.tell(words_for(error), "info")
        self.way_in.field().take_focus()

    def _tell_broken(self, error: Exception) -> None:
        line = self._line
        self.way_in.words_field.forget()
        self.way_in.code_field.forget()
        self.message.tell(
            words_for(error),
            "bad",
            tr("Bring it back from its newest copy"),
            lambda: self.bring_back_asked.emit(line),
        )
        self.message.act_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rest(self) -> None:
        self.way_in.work(at_work=False)
        self.progress.finish()


def _and_remember(services: Services, opening: "Callable[[], OpenGroup]") -> "OpenGroup":
    """Open a group and remember it; where it cannot be remembered it is open all the same."""
    opened = opening()
    try:
        services.groups.remembered.remember(opened)
    except AppError as error:
        log.info("not remembered: %s", type(error).__name__)
    return opened
