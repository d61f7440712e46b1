"""The one group that is open in this window, or none."""

from collections.abc import Callable
from contextvars import ContextVar
from threading import RLock
from typing import TYPE_CHECKING

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.group_errors import Locked

if TYPE_CHECKING:
    from vcs_desktop.services.groups import OpenGroup
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.services.two_laptops.connecting import Connect

_ASKED_IN: ContextVar["tuple[Space, InGroup] | None"] = ContextVar("asked_in", default=None)
"""The group that was on the screen when something was asked; what runs later still knows it."""


class Space:
    """Holds the open group for every service that needs one; any lane may ask.

    Whoever is told ``Locked`` came too late: the group was locked meanwhile. So is who asked
    while one group was on the screen, when another one is open by then.
    """

    def __init__(
        self,
        clock: Clock,
        changed: Callable[[], None] = lambda: None,
        connect: "Connect | None" = None,
    ) -> None:
        """``changed`` is called when another group is held, or none, before anybody is told.

        ``connect`` comes to the service of a group; None is the usual way.
        """
        self._clock = clock
        self._changed = changed
        self._connect = connect
        self._lock = RLock()
        self._inside: InGroup | None = None

    @property
    def is_open(self) -> bool:
        """Whether a group is open."""
        return self._inside is not None

    def inside(self) -> "InGroup":
        """Return the services of the open group.

        Raises:
            Locked: none is open, or another one than when this was asked.
        """
        inside, asked_in = self._inside, _ASKED_IN.get()
        if inside is None:
            raise Locked
        if asked_in is not None and asked_in[0] is self and asked_in[1] is not inside:
            raise Locked("another group is open")
        return inside

    def ask_in(self, inside: "InGroup | None") -> None:
        """Let whatever is asked from now on, on this thread, be of this group and no other.

        None is for the time when no group is on the screen.
        """
        _ASKED_IN.set(None if inside is None else (self, inside))

    def take(self, group: "OpenGroup") -> "InGroup":
        """Hold a group that was opened, lock the one before, and return its services."""
        # Here, so that the first list of a window without a group does not wait for it.
        from vcs_desktop.services.in_group import in_group

        with self._lock:
            self.lock()
            inside = self._inside = in_group(group, self._clock, self._connect)
            self._changed()
            return inside

    def lock(self) -> None:
        """Lock the group, if one is open: its key is forgotten and its file let go."""
        with self._lock:
            inside, self._inside = self._inside, None
            if inside is not None:
                self._changed()
                inside.group.close()
