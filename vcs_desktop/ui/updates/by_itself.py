"""Looks for updates by itself, when the settings say so and the network allows it."""

import random
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.network_state import NetworkState
from vcs_desktop.core.settings import Settings, SettingsFile
from vcs_desktop.domain.updates import UNREACHED, Looks, LookWhen, next_look
from vcs_desktop.ui.updates.updates import Updates

LONGEST_MS = 60_000
"""A computer that slept does not count that time: so the clock is looked at every minute."""


def network_allows(network: NetworkState, settings: Settings) -> bool:
    """Say whether something may begin of which nobody has asked.

    Not on a connection that costs by the amount, unless the settings say that it may, nor while
    the system says that there is none.
    """
    is_dear = settings.metered_care and network.is_metered is True
    return not is_dear and network.is_online is not False


class LooksByItself(QObject):
    """Begins a look whenever one is due.

    Nothing begins without an address, or where the network does not allow it.
    """

    def __init__(
        self,
        updates: Updates,
        settings: SettingsFile,
        clock: Clock,
        parent: QObject,
        draw: Callable[[], float] = random.random,
    ) -> None:
        """``draw`` returns a number from 0 to 1, another each time."""
        super().__init__(parent)
        self._updates = updates
        self._settings = settings
        self._clock = clock
        self._draw = draw
        self._jitter = draw()
        self._looks = Looks(opened_at=clock.now(), done_at=updates.state.looked_at)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._pass_minute)
        updates.changed.connect(self._learn)

    def begin(self) -> None:
        """Look from now on."""
        self._updates.network.listen(self.consider)
        self._timer.start(0)

    def stop(self) -> None:
        """Begin nothing more."""
        self._timer.stop()
        self._updates.network.stop()

    def consider(self) -> None:
        """Begin a look if one is due and may be; else come back when it is."""
        if self._updates.is_running:
            return
        when = LookWhen(self._settings.current.look_when)
        now = self._clock.now()
        due = next_look(when, self._looks, now, self._jitter)
        if due is not None and due <= now and self._may_look():
            self._updates.look()
            return
        left_ms = LONGEST_MS
        if due is not None and due > now:
            left_ms = min(left_ms, round((due - now).total_seconds() * 1000))
        self._timer.start(left_ms)

    def _may_look(self) -> bool:
        network, settings = self._updates.network, self._settings.current
        return self._updates.has_address and network_allows(network, settings)

    def _pass_minute(self) -> None:
        self._updates.minute_passed.emit()
        self.consider()

    def _learn(self) -> None:
        """Note how a look ended, whoever began it."""
        if self._updates.is_running:
            return
        state, before = self._updates.state, self._looks
        self._jitter = self._draw()
        if state.ended_at is None:  # another address
            self._looks = Looks(before.opened_at)
        elif state.standing in UNREACHED:
            self._looks = Looks(
                before.opened_at,
                before.done_at,
                state.ended_at,
                before.failures + 1,
                state.wait_s,
            )
        else:
            self._looks = Looks(before.opened_at, state.ended_at)
        self.consider()
