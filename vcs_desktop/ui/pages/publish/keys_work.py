"""What changing who may publish asks the service for, away from the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest

if TYPE_CHECKING:
    from vcs_desktop.services.publishing import ChangeWanted, Desk, KeysChanged, Words

T = TypeVar("T")


class KeysWork(QObject):
    """Whatever is asked for anew drops the answer to what was asked before.

    ``held`` carries the KeysHeld, ``previewed`` a KeysPreview and ``refused`` why there is none.
    ``root_opened`` says that the root key's words are right, ``root_refused`` carries why not.
    ``changed`` carries the KeysChanged, ``printed`` the file of the page, ``failed`` an error.
    """

    held = Signal(object)
    previewed = Signal(object)
    refused = Signal(object)
    root_opened = Signal()
    root_refused = Signal(object)
    changed = Signal(object)
    printed = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, desk: "Desk", parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._desk = desk
        self._asked = Latest(tasks, self)
        self.tree = Path()

    def look(self) -> None:
        """Ask who may publish into ``tree``."""
        tree = self.tree
        self._ask(lambda: self._services.publishing.keys_held(self._desk, tree), self.held.emit)

    def preview(self, wanted: "ChangeWanted") -> None:
        """Ask what a change would come to."""
        tree = self.tree
        self._ask(
            lambda: self._services.publishing.preview_keys(self._desk, tree, wanted),
            self.previewed.emit,
            self.refused.emit,
        )

    def try_root(self, wanted: "ChangeWanted", path: Path, words: str) -> None:
        """Ask whether some words open a root key, and whether it can make the change."""
        tree = self.tree
        self._ask(
            lambda: self._services.publishing.try_root(self._desk, tree, wanted, path, words),
            lambda _: self.root_opened.emit(),
            self.root_refused.emit,
        )

    def change(self, wanted: "ChangeWanted", words: "Words") -> None:
        """Change who may publish."""
        tree = self.tree
        self._ask(
            lambda: self._services.publishing.change_keys(self._desk, tree, wanted, words),
            self.changed.emit,
        )

    def print_to(self, out: Path, changed: "KeysChanged") -> None:
        """Write the page to print."""
        self._ask(
            lambda: self._services.publishing.write_change_paper(out, changed),
            lambda _: self.printed.emit(out),
        )

    def forget(self) -> None:
        """Drop whatever is still to come."""
        self._asked.forget()

    def _ask(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        otherwise: Callable[[Exception], object] | None = None,
    ) -> None:
        self._asked.ask(
            work,
            then=lambda found: _leave_be(then(found)),
            otherwise=lambda error: _leave_be((otherwise or self.failed.emit)(error)),
            lane="work",
        )


def _leave_be(_answer: object) -> None:
    """Do nothing with what a signal returns."""
