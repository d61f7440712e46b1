"""The part of the status line that says how the library stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.updates.words import Told
from vcs_desktop.ui.widgets.basics import button, label, picture, row


class UpdatesLine(QWidget):
    """An icon, words, and a button where something can be done; hidden while nothing is said."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told: Told | None = None
        self._is_brief = False
        self._mark = picture("check", "muted", 18)
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words = label()
        self.button = button("", "inline")
        self.button.clicked.connect(self.wanted)
        self.setLayout(row(self._mark, self.words, self.button, margins=(8, 0, 0, 0), gap=6))
        self.hide()

    @property
    def is_said(self) -> bool:
        """Whether there is anything to say."""
        return self._told is not None

    @property
    def asks(self) -> bool:
        """Whether something can be done."""
        return self._told is not None and bool(self._told.act)

    def say(self, told: Told | None) -> None:
        """Say how it stands now; None is nothing."""
        if told != self._told:
            self._told = told
            self._write()

    def make_room(self, *, narrow: bool) -> None:
        """Use few words where there is room for few."""
        self._is_brief = narrow
        self._write()

    def _write(self) -> None:
        told = self._told
        if told is not None:
            self._mark.set_icon(told.icon, told.colour)
            self.words.setText(told.briefly if self._is_brief else told.words)
            self.button.setText(told.act)
            self.button.setAccessibleName(
                tr("{act} {words}", act=told.act, words=told.words) if told.act else ""
            )
            self.button.setVisible(bool(told.act))
        self.setVisible(told is not None)
