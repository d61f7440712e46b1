"""What a service asks of an open group: only as much of it as the service uses."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from vcs_desktop.services.groups.open_group import Files


class HasName(Protocol):
    """An open group that can be named."""

    @property
    def name(self) -> str:
        """What the group is called."""


class HasPlace(Protocol):
    """An open group beside which something can be written."""

    def files(self) -> "Files":
        """Return where it lies.

        Raises:
            Locked: the group was closed.
        """


class HasNameAndPlace(HasName, HasPlace, Protocol):
    """An open group whose papers say its name."""
