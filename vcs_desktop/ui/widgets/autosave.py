"""Keeps what somebody types without being asked: there is no button that saves."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import button, column, label, panel, set_kind
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import FormField

WAIT_MS = 1_000
"""After the last change."""

LONGEST_MS = 1_700
"""After the first change that is not kept, for who types on without a pause.

With the moment that keeping takes, nobody loses more than the last two seconds.
"""

QUIET_MS = 1_200
"""Before a screen reader is told: it should not speak into the typing."""

_SLOW_MS = 300
"""What takes less is not worth a word."""

Work = Callable[[], Any]


class Autosave(QObject):
    """Saves a second after the last change, or at once by ``now``.

    Who types on without a pause is kept every two seconds all the same.

    ``take`` is asked on the window's thread for the work that keeps what is in the form
    now, or for None when nothing of it has changed. The work is done on the data lane;
    works follow one another there, so each may stand on what the one before returned.
    ``saving`` and ``saved`` (with what the work returned) say how it goes, ``failed``
    carries the error: what was not kept is asked for again, at the next change or ``now``.
    """

    saving = Signal()
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, take: Callable[[], Work | None], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._take = take
        self._is_changed = False
        self._running = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(WAIT_MS)
        self._pause.timeout.connect(self.now)
        self._longest = QTimer(self)
        self._longest.setSingleShot(True)
        self._longest.setInterval(LONGEST_MS)
        self._longest.timeout.connect(self.now)

    @property
    def is_settled(self) -> bool:
        """Whether everything that was typed has been kept."""
        return not (self._is_changed or self._running)

    def watch(self, *fields: FormField) -> None:
        """Follow some fields: save a while after an edit, and at once when one is left."""
        for field in fields:
            field.edited.connect(self.change)
            field.left.connect(self.now)

    def change(self) -> None:
        """Hear that something in the form is not as it was kept."""
        self._is_changed = True
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def now(self) -> None:
        """Keep what has changed at once; only queues it, so it may be called when locking."""
        self._pause.stop()
        self._longest.stop()
        if not self._is_changed:
            return
        self._is_changed = False
        work = self._take()
        if work is None:
            return
        self._running += 1
        self.saving.emit()
        self._tasks.run(work, then=self._hear_saved, otherwise=self._hear_failed)

    def forget(self) -> None:
        """Let go of what was not kept: the form shows something else."""
        self._pause.stop()
        self._longest.stop()
        self._is_changed = False

    def _hear_saved(self, result: object) -> None:
        self._running -= 1
        self.saved.emit(result)

    def _hear_failed(self, error: Exception) -> None:
        self._running -= 1
        self._is_changed = True
        self.failed.emit(error)


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
