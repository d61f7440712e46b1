"""The door of a group to the service: who speaks for it, if anybody does on this computer."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from vcs_desktop.sync.group_service import SharedThings
from vcs_desktop.wire.service import Probe

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup


class Door(SharedThings, Protocol):
    """The service, for this laptop of the group."""

    def probe(self) -> Probe:
        """Ask who answers.

        Raises:
            Offline: nobody does.
        """

    def close(self) -> None:
        """Let go of its connections."""


OpenDoor = Callable[["InGroup"], Door | None]
"""Returns the door of an open group; None where it has not joined a service here."""


def door_of(inside: "InGroup") -> Door | None:
    """Return the door of a group to the service that its laptops use; None: it uses none.

    Raises:
        LookFirst: it was brought back from a backup.
        TakenOut: this laptop was taken out of the group.
    """
    return inside.laptops.door()
