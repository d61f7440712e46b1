"""What a list says when there is nothing in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vcs_desktop.ui.widgets.basics import button, column, label, picture


class EmptyState(QWidget):
    """What this place is for, in two lines, and one button that starts it.

    ``button`` is hidden where there is nothing to press.
    """

    def __init__(self, title: str, text: str, button_text: str = "", *, icon: str = "info") -> None:
        super().__init__()
        self.icon = picture(icon, "muted", 32)
        self.title = label(title, "heading", wrap=True)
        self.text = label(text, "muted", wrap=True)
        self.button = button(button_text, "primary")
        for words in (self.title, self.text):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        inner = column(None, self.icon, self.title, self.text, margins=(16, 24, 16, 24), gap=8)
        inner.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.setAlignment(self.icon, Qt.AlignmentFlag.AlignHCenter)
        inner.put(None)
        self.setLayout(inner)
        self.button.setVisible(bool(button_text))

    def set_words(self, title: str, text: str, button_text: str = "") -> None:
        """Say something else."""
        self.title.setText(title)
        self.text.setText(text)
        self.button.setText(button_text)
        self.button.setVisible(bool(button_text))
