"""What this program is: its version, where your work is, and how old the library is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QWidget

from vcs_desktop import __version__
from vcs_desktop.core.language import tr
from vcs_desktop.ui.focus_ring import FocusRing
from vcs_desktop.ui.scroll_keys import let_keys_scroll
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button, column, label, panel, row, scroll


class AboutDialog(QDialog):
    """A few short parts, each with its own heading."""

    def __init__(self, parent: QWidget, library_words: str = "") -> None:
        """Say what this is; ``library_words`` say how old the library is, if that is known."""
        super().__init__(parent)
        title = tr("About VCS Desktop")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = column(label(title, "title", wrap=True), margins=(20, 16, 20, 12), gap=12)
        for heading, text in _parts(library_words):
            words.put(column(label(heading, "strong", wrap=True), label(text, wrap=True), gap=2))
        words.put(None)
        self.close_button = button(tr("Close"), "primary")
        self.close_button.clicked.connect(self.close)
        layout = column(gap=0)
        self.pane = scroll(panel(words))
        layout.put(self.pane, 1)
        layout.put(row(None, self.close_button, margins=(20, 8, 20, 12)))
        self.setLayout(layout)
        self.focus_ring = FocusRing(self)
        self.close_button.setFocus()
        let_keys_scroll(self, self.pane)
        self.resize(QSize(look.px(520), look.px(440)).boundedTo(parent.size()))


def _parts(library_words: str) -> list[tuple[str, str]]:
    parts = [
        (
            tr("Version {number}", number=__version__),
            tr("Free to use, share and change, under the MIT licence."),
        ),
        (tr("Your work"), tr("It is kept on this computer. Nothing is sent anywhere.")),
    ]
    if library_words:
        parts.append((tr("Grants and guides"), library_words))
    parts.append(
        (
            tr("Made with the work of others"),
            tr("Help, Licences says whose letters, pictures, programs and data are in it."),
        )
    )
    return parts
