"""Keeps what somebody types without being asked: there is no button that saves."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.widgets.form_field import FormField

WAIT_MS = 1_000
"""After the last change."""

Work = Callable[[], Any]


class Autosave(QObject):
    """Saves a second after the last change, or at once by ``now``.

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

    def now(self) -> None:
        """Keep what has changed at once; only queues it, so it may be called when locking."""
        self._pause.stop()
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
        self._is_changed = False

    def _hear_saved(self, result: object) -> None:
        self._running -= 1
        self.saved.emit(result)

    def _hear_failed(self, error: Exception) -> None:
        self._running -= 1
        self._is_changed = True
        self.failed.emit(error)
