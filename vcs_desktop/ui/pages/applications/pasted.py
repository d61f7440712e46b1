"""What was pasted to begin with, kept on the group's desk until something is begun with it."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.widgets.long_text_field import LongTextField


class Pasted(QObject):
    """Puts back what lay on the desk when the fields were made, and lays there what is in them."""

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        fields: Mapping[str, LongTextField],
        parent: QObject,
    ) -> None:
        """``fields`` stand under the names by which the desk keeps them."""
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._fields = fields
        self._on_desk: dict[str, str] = {}
        tasks.run(self._read, then=self._put_back, otherwise=self._leave_be)

    def keep(self) -> None:
        """Lay on the desk what is pasted now; it only queues that, on the data lane."""
        for name, field in self._fields.items():
            text = field.words()
            if text != self._on_desk.get(name, ""):
                self._on_desk[name] = text
                work = partial(_put, self._services, name, text)
                self._tasks.run(work, then=self._leave_be, otherwise=self._leave_be)

    def forget(self) -> None:
        """Empty the fields: something is begun with what was in them."""
        for field in self._fields.values():
            field.set_words("")
        self.keep()

    def _read(self) -> dict[str, str]:
        desk = self._services.space.inside().desk
        return {name: desk.read(name) or "" for name in self._fields}

    def _put_back(self, found: dict[str, str]) -> None:
        for name, text in found.items():
            self._on_desk[name] = text
            if not self._fields[name].words():
                self._fields[name].set_words(text)

    def _leave_be(self, _outcome: object) -> None:
        """Nobody waits for it."""


def _put(services: Services, name: str, text: str) -> None:
    desk = services.space.inside().desk
    if text:
        desk.put(name, text)
    else:
        desk.clear(name)
