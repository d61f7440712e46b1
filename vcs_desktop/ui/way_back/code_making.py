"""A new code before it counts: made on first use, put on paper, and forgotten."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest

if TYPE_CHECKING:
    from vcs_desktop.services.groups.rehearsal import Rehearsal

    Finish = Callable[[Rehearsal, tuple[str, ...]], None]


class CodeMaking(QObject):
    """Asks the services for all that the screens of a code need.

    ``made`` carries the rehearsal to be shown, ``page_made`` the path of a page to print,
    ``saved`` that of one that was kept, ``set`` the rehearsal of a code that counts, and
    ``not_set`` and ``failed`` the error.
    """

    made = Signal(object)
    page_made = Signal(object)
    saved = Signal(str)
    set = Signal(object)
    not_set = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        parent: QObject,
        group_name: Callable[[], str],
        finish: "Finish",
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._group_name = group_name
        self._finish = finish
        self._latest = Latest(tasks, self)
        self._has_page = False
        self.rehearsal: Rehearsal | None = None

    def show_code(self) -> None:
        """Make the code, unless there is one, and say what it is."""
        self._with_code(self.made.emit)

    def make_page(self) -> None:
        """Make the page to print."""

        def make(rehearsal: "Rehearsal") -> None:
            from vcs_desktop.services.groups.code_page import page_to_print

            self._has_page = True
            work = partial(page_to_print, self._services.groups, rehearsal, self._group_name())
            self._ask(work, self.page_made.emit)

        self._with_code(make)

    def save(self, path: str) -> None:
        """Keep the page under a path."""

        def make(rehearsal: "Rehearsal") -> None:
            groups, out, name = self._services.groups, Path(path), self._group_name()
            work = partial(groups.write_code_sheet, out, rehearsal.code, name)
            self._ask(work, lambda _: self.saved.emit(path))

        self._with_code(make)

    def ask_anew(self) -> "Rehearsal | None":
        """Ask for two other groups of the code; None before there is one."""
        if self.rehearsal is not None:
            self.rehearsal = self.rehearsal.once_more()
        return self.rehearsal

    def finish(self, typed: tuple[str, ...]) -> None:
        """Have the code count, if what was typed is right."""
        rehearsal = self.rehearsal
        if rehearsal is not None:
            self._latest.ask(
                partial(self._finish, rehearsal, typed),
                then=lambda _: self.set.emit(rehearsal),
                otherwise=self.not_set.emit,
                lane="work",
            )

    def forget(self) -> None:
        """Forget the code, and throw its page away."""
        self._latest.forget()
        self.rehearsal = None
        if self._has_page:
            self._has_page = False
            # After what is still being written there.
            throw = partial(_throw_page_away, self._services)
            self._tasks.run(throw, then=_leave_be, otherwise=_leave_be, lane="work")

    def _with_code(self, then: "Callable[[Rehearsal], None]") -> None:
        if self.rehearsal is not None:
            then(self.rehearsal)
            return

        def keep(made: "Rehearsal") -> None:
            self.rehearsal = made
            then(made)

        work = partial(_new_code, self._services)
        self._latest.ask(work, then=keep, otherwise=self.failed.emit)

    def _ask(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        self._latest.ask(work, then=then, otherwise=self.failed.emit, lane="work")


def _new_code(services: Services) -> "Rehearsal":
    from vcs_desktop.services.groups.rehearsal import Rehearsal

    return Rehearsal.begin(services.groups)


def _throw_page_away(services: Services) -> None:
    from vcs_desktop.services.groups.code_page import throw_page_away

    throw_page_away(services.groups)


def _leave_be(_outcome: object) -> None:
    """Do nothing: nobody waits for it, and what went wrong is in the log."""
