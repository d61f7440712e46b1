"""What a page can show, one at a time: its own list, or for a while something about it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.widgets.basics import Box, column


class Places(QWidget):
    """One of several in front. What is not the first is made when it is first wanted."""

    changed = Signal()

    def __init__(self, first: QWidget) -> None:
        super().__init__()
        self._first = first
        self._front = first
        self._room: Box = column()
        self._makers: dict[str, Callable[[], GroupPart]] = {}
        self._made: dict[str, GroupPart] = {}
        self._room.put(first, 1)
        self.setLayout(self._room)

    def add(self, name: str, make: Callable[[], GroupPart]) -> None:
        """Add something that may be shown for a while."""
        self._makers[name] = make

    def go(self, name: str) -> GroupPart:
        """Bring something to the front, and return it."""
        if name not in self._made:
            part = self._made[name] = self._makers[name]()
            part.hide()
            self._room.put(part, 1)
        self._bring(self._made[name])
        return self._made[name]

    def go_back(self) -> None:
        """Bring the first to the front again."""
        self._bring(self._first)

    def is_back(self) -> bool:
        """Say whether the first is in front."""
        return self._front is self._first

    def front(self) -> QWidget:
        """Return what is in front."""
        return self._front

    def made(self) -> tuple[GroupPart, ...]:
        """Return all that was made so far, the first not counted."""
        return tuple(self._made.values())

    def _bring(self, part: QWidget) -> None:
        self._front = part
        for each in (self._first, *self._made.values()):
            each.setVisible(each is part)
        self.changed.emit()
