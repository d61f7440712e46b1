"""The line at the bottom: being without internet is normal, and how the library stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStatusBar

from vcs_desktop.core.language import marked, tr_marked
from vcs_desktop.ui.updates.line import UpdatesLine
from vcs_desktop.ui.updates.words import Told
from vcs_desktop.ui.widgets.basics import button, label, panel, picture, row
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

_OFFLINE = marked("Working on this computer. No internet needed.")
_OFFLINE_SHORT = marked("No internet needed.")


class StatusBar(QStatusBar):
    """Says where the work is kept, how far long work is, and the day of the library.

    ``progress`` is the one place for work that no page shows by itself; ``updates`` says what
    became of looking for a newer library, ``exchange`` how the open group stands with its other
    laptops. ``is_narrow``: there is room for few words only.
    ``library_asked``: somebody wants to know more of the library.
    """

    library_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.offline = label(tr_marked(_OFFLINE))
        self.progress = ProgressLine()
        self.exchange = UpdatesLine()
        self.updates = UpdatesLine()
        self.library = button("", "inline")
        self.library.clicked.connect(self.library_asked)
        self.library.hide()
        mark = picture("laptop", "muted", 18)
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.is_narrow = self._is_busy = False
        self._mark = mark
        line = row(mark, self.offline, self.exchange, None, margins=(16, 0, 0, 0))
        self._here = panel(line)
        self.addWidget(self._here, 1)
        self.addPermanentWidget(self.progress)
        self.addPermanentWidget(self.updates)
        self.addPermanentWidget(panel(row(self.library, margins=(8, 0, 16, 0))))
        self.messageChanged.connect(self._share_room)

    def set_library(self, words: str) -> None:
        """Say how old the library is, such as "Grants and guides as of Friday 20 November 2026"."""
        self.library.setText(words)
        self._share_room()

    def say_updates(self, told: Told | None) -> None:
        """Say how the library stands; None is nothing."""
        self.updates.say(told)
        self._share_room()

    def say_exchange(self, told: Told | None) -> None:
        """Say how the open group stands with its other laptops; None is that it has none."""
        self.exchange.say(told)
        self._share_room()

    def begin(self, words: str) -> None:
        """Say that long work begins that no page shows by itself."""
        self._is_busy = True
        self.clearMessage()
        self.progress.start(words)
        self._share_room()

    def finish(self) -> None:
        """Say that it is over."""
        self._is_busy = False
        self.progress.finish()
        self._share_room()

    def make_room(self, *, narrow: bool) -> None:
        """Use few words where there is room for few."""
        self.is_narrow = narrow
        self.offline.setText(tr_marked(_OFFLINE_SHORT if narrow else _OFFLINE))
        for line in (self.updates, self.exchange):
            line.make_room(narrow=narrow)
        self._share_room()

    def _share_room(self) -> None:
        """Where there is room for one thing only, what is done now or what came of it is that.

        A passing message has the place of where the work is kept; so has how a group stands
        with its other laptops. What asks for something comes before what only tells.
        """
        has_group, tells_more = self.exchange.is_said, self.updates.is_said
        for each in (self._mark, self.offline):
            each.setVisible(not has_group)
        group_first = has_group and (self.exchange.asks or not self.updates.asks)
        is_left_out = self._is_busy or (self.is_narrow and group_first)
        self.updates.setVisible(tells_more and not is_left_out)
        is_needed = self._is_busy or (tells_more and not group_first)
        has_place = not self.currentMessage() and not (self.is_narrow and is_needed)
        self._here.setVisible(has_place)
        self.library.setVisible(not self.is_narrow and bool(self.library.text()))
