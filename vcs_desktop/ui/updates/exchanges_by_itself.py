"""Exchanges by itself, as often as libraries are looked for, and soon after something was done."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QObject, QTimer

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.domain.exchange_standing import Exchanged
from vcs_desktop.domain.updates import Looks, LookWhen, backoff, next_look
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.updates.by_itself import LONGEST_MS, network_allows
from vcs_desktop.ui.updates.exchanges import Exchanges

AFTER_WORK: Final = timedelta(minutes=2)
"""So long after the last exchange what was done since goes by itself."""


class ExchangesByItself(QObject):
    """Begins an exchange whenever one is due.

    When is as the settings say it of libraries: never, once a day, or when a group is opened.
    Where it is not never, what was done here also goes within a few minutes. Nothing begins where
    the network does not allow it. It is looked at every minute.
    """

    def __init__(
        self,
        exchanges: Exchanges,
        session: GroupSession,
        settings: SettingsFile,
        clock: Clock,
        parent: QObject,
        draw: Callable[[], float] = random.random,
    ) -> None:
        """``draw`` returns a number from 0 to 1, another each time."""
        super().__init__(parent)
        self._exchanges = exchanges
        self._session = session
        self._settings = settings
        self._clock = clock
        self._draw = draw
        self._jitter = draw()
        self._opened_at = clock.now()
        self._failures = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LONGEST_MS)
        self._timer.timeout.connect(self.consider)
        session.opened.connect(self._open)
        exchanges.ended.connect(self._learn)
        exchanges.changed.connect(self.consider)

    def begin(self) -> None:
        """Exchange from now on."""
        self._timer.start()
        self.consider()

    def stop(self) -> None:
        """Begin nothing more."""
        self._timer.stop()

    def consider(self) -> None:
        """Begin an exchange if one is due and may be."""
        exchanges = self._exchanges
        may_be = self._timer.isActive() and exchanges.can_exchange and not exchanges.is_running
        if may_be and self._is_due() and network_allows(exchanges.network, self._settings.current):
            exchanges.look()

    def _is_due(self) -> bool:
        when, now = LookWhen(self._settings.current.look_when), self._clock.now()
        state = self._exchanges.state
        if when is LookWhen.ASKED or state.outcome in _WAITS_FOR_A_PERSON:
            return False
        if state.outcome in _TRIES_AGAIN and state.ended_at is not None:
            return now >= state.ended_at + backoff(max(self._failures, 1), self._jitter)
        if state.waiting and (state.ended_at is None or now >= state.ended_at + AFTER_WORK):
            return True
        due = next_look(when, Looks(self._opened_at, state.last_at), now, self._jitter)
        return due is not None and due <= now

    def _open(self) -> None:
        self._opened_at, self._failures = self._clock.now(), 0

    def _learn(self) -> None:
        """Note how an exchange ended, whoever began it."""
        self._jitter = self._draw()
        is_off = self._exchanges.state.outcome in _TRIES_AGAIN
        self._failures = self._failures + 1 if is_off else 0


_TRIES_AGAIN: Final = (Exchanged.OFFLINE, Exchanged.FAILED)
_WAITS_FOR_A_PERSON: Final = (
    Exchanged.LOOK,
    Exchanged.MUCH,
    Exchanged.OUT,
    Exchanged.UNKNOWN,
    Exchanged.STOPPED,
)
