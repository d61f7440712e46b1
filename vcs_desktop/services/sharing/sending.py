"""Sending for the group that is open, whichever service it has joined."""

from collections.abc import Callable

from vcs_desktop.core.two_laptops_errors import LookFirst, TakenOut
from vcs_desktop.services.sharing.door import OpenDoor
from vcs_desktop.services.sharing.outbox import Report
from vcs_desktop.services.space import Space


class SubmissionsService:
    """Finds the door of the open group, and sends through it."""

    def __init__(self, space: Space, open_door: OpenDoor) -> None:
        self._space = space
        self._open_door = open_door

    def run(self, go_on: Callable[[], bool] = lambda: True, *, ask_all: bool = False) -> Report:
        """Do all that waits in the outbox of the open group; without a service it goes on waiting.

        Raises:
            Locked: no group is open.
        """
        inside = self._space.inside()
        try:
            door = self._open_door(inside)
        except (LookFirst, TakenOut) as error:
            return Report(error=error)
        if door is None:
            return Report(has_service=False)
        return inside.outbox.run(door, go_on, ask_all=ask_all)
