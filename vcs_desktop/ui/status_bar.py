"""The line at the bottom: being without internet is normal, and how old the library is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStatusBar

from vcs_desktop.core.language import marked, tr_marked
from vcs_desktop.ui.widgets.basics import label, panel, picture, row
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

_OFFLINE = marked("Working on this computer. No internet needed.")
_OFFLINE_SHORT = marked("No internet needed.")


class StatusBar(QStatusBar):
    """Says where the work is kept, how far long work is, and the day of the library.

    ``progress`` is the one place for work that no page shows by itself.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.offline = label(tr_marked(_OFFLINE))
        self.progress = ProgressLine()
        self.library = label("", "muted")
        mark = picture("laptop", "muted", 18)
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line = row(mark, self.offline, None, margins=(16, 0, 0, 0))
        self.addWidget(panel(line), 1)
        self.addPermanentWidget(self.progress)
        self.addPermanentWidget(panel(row(self.library, margins=(8, 0, 16, 0))))

    def set_library(self, words: str) -> None:
        """Say how old the library is, such as "Grants and guides as of Friday 20 November 2026"."""
        self.library.setText(words)

    def make_room(self, *, narrow: bool) -> None:
        """Use few words where there is room for few."""
        self.offline.setText(tr_marked(_OFFLINE_SHORT if narrow else _OFFLINE))
        self.library.setVisible(not narrow)
