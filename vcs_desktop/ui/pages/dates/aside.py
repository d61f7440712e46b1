"""What stands in the place of the dates for a while: a way back, a title, and what it is about."""

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
