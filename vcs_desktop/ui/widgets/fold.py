"""A heading that opens and closes what is under it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.widgets.basics import Button, column, panel


class Fold(QWidget):
    """A button with words ("4 you cannot apply for") and, when open, a ``content`` column."""

    opened = Signal(bool)

    def __init__(self, title: str, *, is_open: bool = False) -> None:
        super().__init__()
        self.button = Button(title, "fold")
        self.button.setCheckable(True)
        self.content = column(gap=8, margins=(24, 0, 0, 0))
        self._area = panel(self.content)
        self.setLayout(column(self.button, self._area, gap=4))
        self.button.toggled.connect(self._show_content)
        self.button.setChecked(is_open)
        self._show_content(is_open)

    def set_title(self, title: str) -> None:
        """Say something else on the button."""
        self.button.setText(title)

    def is_open(self) -> bool:
        """Say whether the content shows."""
        return self.button.isChecked()

    def set_open(self, is_open: bool) -> None:  # reads as Qt's own setters do
        """Open or close."""
        self.button.setChecked(is_open)

    def _show_content(self, is_open: bool) -> None:  # Qt passes it by place
        self.button.set_icon("chevron-down" if is_open else "chevron-right")
        self.button.setAccessibleDescription(
            tr("Open. Press to close.") if is_open else tr("Closed. Press to open.")
        )
        self._area.setVisible(is_open)
        self.opened.emit(is_open)
