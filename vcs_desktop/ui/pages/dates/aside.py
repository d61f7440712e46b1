"""What stands in the place of the dates for a while: a way back, a title, and what it is about."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.widgets.basics import Box, button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar


class Aside(GroupPart):
    """Those that follow fill ``body``. ``back_asked`` wants the dates again."""

    back_asked = Signal()

    def __init__(self, title: str, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.back_button = button(tr("Back to the dates"), "quiet", icon="arrow-left")
        self.title = label(title, "title", wrap=True)
        self.message = MessageBar()
        self.body: Box = column(gap=12)
        layout = column(panel(FlowLayout(self.back_button)), self.title, self.message, gap=8)
        layout.put(self.body, 1)
        self.setLayout(layout)
        self.back_button.clicked.connect(self.back_asked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc, where nothing inside has a use for it."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def first_focus(self) -> QWidget:
        """Return what has the focus when this comes to the front."""
        return self.back_button

    def tell_problem(self, error: Exception) -> None:
        """Say what went wrong."""
        self.message.tell(words_for(error), "bad")


class InPlace(QWidget):
    """One of several in front; ``changed`` says that it is another one."""

    changed = Signal()

    def __init__(self, first: QWidget) -> None:
        super().__init__()
        self._first = first
        self._front = first
        self._room: Box = column()
        self._made: dict[str, GroupPart] = {}
        self._room.put(first, 1)
        self.setLayout(self._room)

    def go(self, name: str, make: Callable[[], GroupPart]) -> None:
        """Bring another to the front, making it if this is the first time."""
        if name not in self._made:
            part = self._made[name] = make()
            part.hide()
            self._room.put(part, 1)
        self._bring(self._made[name])

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
        """Return all that were made so far, the first not counted."""
        return tuple(self._made.values())

    def _bring(self, part: QWidget) -> None:
        self._front = part
        for each in (self._first, *self._made.values()):
            each.setVisible(each is part)
        self.changed.emit()
