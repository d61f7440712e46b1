"""The small line under a form that says whether what was typed is kept."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.autosave import Autosave
from vcs_desktop.ui.widgets.basics import button, column, label, panel, set_kind
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

QUIET_MS = 1_200
"""Before a screen reader is told: it should not speak into the typing."""

_SLOW_MS = 300
"""What takes less is not worth a word."""


class SavedLine(QWidget):
    """Says "Saved", "Saving" where that takes a while, or what went wrong."""

    def __init__(self, autosave: Autosave) -> None:
        super().__init__()
        self._autosave = autosave
        self.words = label("", "muted", wrap=True)
        self.again_button = button(tr("Try again"), name=tr("Try again to save"))
        self._again = panel(FlowLayout(self.again_button))
        self.setLayout(column(self.words, self._again, gap=4))
        self._again.hide()
        self._quiet = self._timer(QUIET_MS)
        self._slow = self._timer(_SLOW_MS)
        self._quiet.timeout.connect(self._announce)
        self._slow.timeout.connect(self._say_saving)
        self.again_button.clicked.connect(autosave.now)
        autosave.saving.connect(self._slow.start)
        autosave.saved.connect(self._say_saved)
        autosave.failed.connect(self._say_problem)

    def clear(self) -> None:
        """Say nothing: another form begins."""
        self._quiet.stop()
        self._tell("", "muted")

    def _say_saving(self) -> None:
        self._tell(tr("Saving"), "muted")

    def _say_saved(self) -> None:
        if self._autosave.is_settled:
            self._slow.stop()
            self._tell(tr("Saved"), "ok")
            self._quiet.start()

    def _say_problem(self, error: Exception) -> None:
        self._slow.stop()
        still_here = tr("This is not saved yet. What you typed is still on the screen.")
        self._tell(sentences(words_for(error), still_here), "bad")
        self._again.show()
        self._quiet.start()

    def _tell(self, words: str, kind: str) -> None:
        set_kind(self.words, kind)
        self.words.setText(words)
        self._again.hide()

    def _announce(self) -> None:
        say(self, self.words.text())

    def _timer(self, interval_ms: int) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(interval_ms)
        return made
