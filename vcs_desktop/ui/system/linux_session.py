"""Linux: logind says of sleep, locking and other users, the desktop of its screen saver.

Source: https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html
"""

import logging
import os
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant

LOGIND = "org.freedesktop.login1"
_ROOT = "/org/freedesktop/login1"
_MANAGER = "org.freedesktop.login1.Manager"
SESSION = "org.freedesktop.login1.Session"
_OWN = "/org/freedesktop/login1/session/auto"
PROPERTIES = "org.freedesktop.DBus.Properties"
SAVERS = (
    "org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver", "org.xfce.ScreenSaver",
)  # fmt: skip

_Heard = tuple[QDBusConnection, tuple[str, str, str, str, QObject, Any]]
"""A bus, and who says what there (sender, path, interface, name), to which of our slots.

Qt takes a slot as it is written, whatever the types of its Python say (bytes).
"""

log = logging.getLogger(__name__)


class LinuxSession(QObject):
    """Fulfils ``SessionEvents`` by D-Bus; without a bus it never says anything."""

    def __init__(
        self, system: QDBusConnection | None = None, desktop: QDBusConnection | None = None
    ) -> None:
        """Connect to nothing yet. Only tests give buses of their own."""
        super().__init__()
        self._system = system
        self._desktop = desktop
        self._gone_away: Callable[[], None] | None = None
        self._session = ""
        self._asked: set[QDBusPendingCallWatcher] = set()

    def listen(self, gone_away: Callable[[], None]) -> None:
        """Call this each time the person may have gone away, until ``stop``."""
        self._gone_away = gone_away
        self._system = self._system or QDBusConnection.systemBus()
        self._desktop = self._desktop or QDBusConnection.sessionBus()
        for bus, signal in self._signals():
            bus.connect(*signal)
        if self._system.isConnected():
            self._find_own_session()

    def stop(self) -> None:
        """Listen no more."""
        self._gone_away = None
        for bus, signal in self._signals():
            bus.disconnect(*signal)

    def _signals(self) -> list[_Heard]:
        switched, told = SLOT("_switched(bool)"), SLOT("_told(QDBusMessage)")
        found: list[_Heard] = []
        if self._system is not None and self._system.isConnected():
            found += [
                (self._system, (LOGIND, path, interface, name, self, slot))
                for path, interface, name, slot in (
                    (_ROOT, _MANAGER, "PrepareForSleep", switched),
                    ("", SESSION, "Lock", told),
                    ("", PROPERTIES, "PropertiesChanged", told),
                )
            ]
        if self._desktop is not None and self._desktop.isConnected():
            found += [
                (self._desktop, ("", "", saver, "ActiveChanged", self, switched))
                for saver in SAVERS
            ]
        return found

    @Slot(bool)
    def _switched(self, on: bool) -> None:
        """A screen saver begins or ends, or sleep does."""
        if on:
            self._say()

    @Slot(QDBusMessage)
    def _told(self, message: QDBusMessage) -> None:
        """Something is said of a session, which may be somebody else's."""
        if not self._session or message.path() != self._session:
            return
        if message.member() == "Lock":
            self._say()
        elif message.arguments()[:1] == [SESSION]:
            self._ask(self._session, PROPERTIES, "Get", [SESSION, "Active"], self._hear_active)
            self._ask(self._session, PROPERTIES, "Get", [SESSION, "LockedHint"], self._hear_locked)

    def _hear_active(self, answer: object) -> None:
        if answer is False:  # another user is in front of the computer
            self._say()

    def _hear_locked(self, answer: object) -> None:
        if answer is True:
            self._say()

    def _find_own_session(self) -> None:
        """Ask which session is ours; until it is known, only sleep and the saver are heard."""
        if own := os.environ.get("XDG_SESSION_ID"):
            self._find_session(own)
        else:
            self._ask(_OWN, PROPERTIES, "Get", [SESSION, "Id"], self._find_session)

    def _find_session(self, name: object) -> None:
        self._ask(_ROOT, _MANAGER, "GetSession", [name], self._know_session)

    def _know_session(self, path: object) -> None:
        self._session = str(path)

    def _ask(
        self,
        path: str,
        interface: str,
        method: str,
        given: list[object],
        then: Callable[[object], None],
    ) -> None:
        """Ask logind without waiting; nothing is called where it does not answer."""
        if self._system is None:
            return
        call = QDBusMessage.createMethodCall(LOGIND, path, interface, method)
        call.setArguments(given)
        asked = QDBusPendingCallWatcher(self._system.asyncCall(call))
        self._asked.add(asked)

        def take(done: QDBusPendingCallWatcher) -> None:
            self._asked.discard(asked)
            answer = done.reply().arguments()
            if done.isError() or not answer:
                log.info("logind does not answer %s", method)
            elif isinstance(answer[0], QDBusVariant):
                then(answer[0].variant())
            else:
                then(answer[0])

        asked.finished.connect(take)

    def _say(self) -> None:
        if self._gone_away is not None:
            self._gone_away()
