"""The open group as the window sees it: opened, changed, locked."""

import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.group_errors import Locked
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks

if TYPE_CHECKING:
    from vcs_desktop.services.groups import OpenGroup
    from vcs_desktop.services.in_group import InGroup

log = logging.getLogger(__name__)


class GroupSession(QObject):
    """Opens a group for the whole window, and locks it.

    ``opened`` is said when a group is open, ``locking`` while its pages can still put
    away what is half written, ``locked`` when nothing of it may be on the screen any
    more. ``changed`` says that records were changed in a way that pages do not know of:
    by undo, redo, or a choice elsewhere in the window. ``acted`` says that something was
    done that can be undone, ``exchange_wanted`` that somebody wants to meet the other laptops,
    ``exchanged`` that meeting them is over, well or not; ``exchange_error`` says why not, None
    where it went well.
    """

    opened = Signal()
    locking = Signal()
    locked = Signal()
    changed = Signal()
    acted = Signal()
    exchange_wanted = Signal()
    exchanged = Signal()

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._locks = 0
        self._forget()

    @property
    def is_open(self) -> bool:
        """Whether a group is open."""
        return bool(self.group_id)

    def open_with(
        self,
        opening: "Callable[[], OpenGroup]",
        *,
        then: Callable[[], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Open a group on the work lane: working a key out takes a while.

        The one that was open is locked, but only when the other did open, and after what
        its pages put away. ``then`` is called when the whole window shows the new one,
        ``otherwise`` with what was wrong: Locked where something locked meanwhile, for
        whoever asked may have gone away.
        """
        asked = self._locks

        def let_go(close: Callable[[], None]) -> None:
            self._tasks.run(partial(_too_late, close), then=_leave_be, otherwise=otherwise)

        def follow(inside: "InGroup") -> None:
            self._leave()
            if asked != self._locks:
                let_go(self._close_file)
                return
            self._show(inside)
            then()

        def fail(error: Exception) -> None:
            self._leave()  # the one that was open is locked all the same
            otherwise(error)

        def take(group: "OpenGroup") -> None:
            if asked != self._locks:
                let_go(group.close)
                return
            if self.is_open:
                self.locking.emit()
            self._tasks.run(lambda: self._change_to(group), then=follow, otherwise=fail)

        self._tasks.run(opening, then=take, otherwise=otherwise, lane="work")

    def lock(self) -> None:
        """Lock the group, if one is open: at once on the screen, and then its file.

        What pages put away is kept before the file is let go: all of it goes along
        one lane. A group that is just being opened stays locked.
        """
        self._locks += 1
        if not self.is_open:
            return
        self.locking.emit()
        self._tasks.run(self._close_file, then=_leave_be, otherwise=_leave_be)
        self._leave()

    def tell_changed(self) -> None:
        """Say that records were changed, so that every page looks again."""
        self.changed.emit()
        self.acted.emit()

    def tell_acted(self) -> None:
        """Say that a page changed something itself, and shows it already."""
        self.acted.emit()

    def _change_to(self, group: "OpenGroup") -> "InGroup":
        try:
            self._close_file()
            return self._services.space.take(group)
        except BaseException:
            self._services.space.lock()
            group.close()
            raise

    def _close_file(self) -> None:
        """Let the file go, with a backup of what was done since the last one."""
        space = self._services.space
        if not space.is_open:
            return
        try:
            space.inside().backups.back_up_if_changed()
        except AppError as error:
            log.info("no backup was made on locking: %s", type(error).__name__)
        finally:
            space.lock()

    def _show(self, inside: "InGroup") -> None:
        self._services.space.ask_in(inside)
        group = inside.group
        self.group_id, self.name, self.opener_id = group.id, group.name, group.opener_id
        self.is_practice = group.is_practice
        self.person = next((each.label for each in group.openers if each.id == group.opener_id), "")
        self.opened.emit()

    def _leave(self) -> None:
        if self.is_open:
            self._services.space.ask_in(None)
            self._forget()
            self.locked.emit()

    def _forget(self) -> None:
        self.group_id = self.name = self.person = self.opener_id = ""
        self.is_practice = False
        self.exchange_error: AppError | None = None


def _too_late(close: Callable[[], None]) -> None:
    """Let a group go that was opened when it should have been locked."""
    close()
    raise Locked


def _leave_be(_outcome: object) -> None:
    """Do nothing: nobody waits for it, and what went wrong is in the log."""
