"""Notices that nobody has touched our windows for a while."""

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

LOOK_EVERY_S = 5
_TOUCHES = {
    # A key that is a shortcut comes to the window only when it is let go.
    QEvent.Type.KeyPress, QEvent.Type.KeyRelease,
    QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress,
    QEvent.Type.TabletMove, QEvent.Type.NativeGesture,
}  # fmt: skip


class IdleWatch(QObject):
    """Says ``idle`` when no key, mouse, wheel or finger was felt for some minutes.

    It looks every 5 s. In between it feels only for the first touch, and then lets go:
    while somebody works, Python sees one event in 5 s, and none while nothing is
    watched. So ``idle`` comes up to 5 s late and never early. Time that the computer
    slept counts, also when a touch woke it.

    What is done in dialogs that belong to the system, such as for choosing a file, is
    not felt.
    """

    idle = Signal()

    def __init__(
        self,
        minutes: int,
        seconds: Callable[[], float] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Watch nothing yet. ``seconds`` is a clock that only goes on, also in sleep."""
        super().__init__(parent)
        self.minutes = minutes
        self._seconds = seconds or seconds_gone_by
        self._last_touch = self._last_look = 0.0
        self._touched = False
        self._felt: list[QWindow] = []
        self._timer = QTimer(self, interval=LOOK_EVERY_S * 1000)
        self._timer.timeout.connect(self.look)

    @property
    def is_watching(self) -> bool:
        """Whether somebody may be found to be idle."""
        return self._timer.isActive()

    def watch(self) -> None:
        """Begin now, as if somebody had just touched a window."""
        self.rest()
        self._last_touch = self._last_look = self._seconds()
        self._timer.start()
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._wrote)
        self._application().focusWindowChanged.connect(self._feel)
        self._feel_all()

    def rest(self) -> None:
        """Watch no more, until ``watch``."""
        if not self.is_watching:
            return
        self._timer.stop()
        self._let_go()
        QGuiApplication.inputMethod().cursorRectangleChanged.disconnect(self._wrote)
        self._application().focusWindowChanged.disconnect(self._feel)

    def look(self) -> None:
        """See whether it was long enough; the timer asks."""
        if not self.is_watching:
            return
        now = self._seconds()
        if self._touched:
            # It may have been touched until now; but not longer than that if it slept.
            self._last_touch = min(now, self._last_look + LOOK_EVERY_S)
        self._last_look = now
        if not self._is_over(now):
            self._touched = False
            self._feel_all()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Feel for a touch of a window, and never keep it from the window."""
        if event.type() in _TOUCHES:
            self._touch()
        return False

    def _touch(self) -> None:
        if not self.is_watching or self._touched:
            return
        now = self._seconds()
        if self._is_over(now):  # it woke the computer
            return
        self._touched, self._last_touch = True, now
        self._let_go()

    def _wrote(self) -> None:
        """The place to write at moved: some ways of typing show in nothing else."""
        self._touch()

    def _is_over(self, now: float) -> bool:
        if now - self._last_touch < self.minutes * 60:
            return False
        self.rest()
        self.idle.emit()
        return True

    def _feel_all(self) -> None:
        for window in QGuiApplication.topLevelWindows():
            self._feel(window)

    def _feel(self, window: QWindow | None) -> None:
        """Feel for touches of a window, unless one was felt since the last look."""
        if window is not None and not self._touched and window not in self._felt:
            window.installEventFilter(self)
            self._felt.append(window)

    def _let_go(self) -> None:
        for window in self._felt:
            if isValid(window):
                window.removeEventFilter(self)
        self._felt.clear()

    @staticmethod
    def _application() -> QGuiApplication:
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # noqa: S101  there are windows
        return application


def seconds_gone_by() -> float:
    """Return seconds that only go on, also while the computer sleeps.

    Source: clock_gettime(2) of Linux and of macOS; GetTickCount64 of Windows, on which
    ``monotonic`` stands.
    """
    if sys.platform == "linux":
        gone_by = time.clock_gettime(time.CLOCK_BOOTTIME)
    elif sys.platform == "darwin":
        gone_by = time.clock_gettime(time.CLOCK_MONOTONIC)
    else:
        gone_by = time.monotonic()
    return gone_by
