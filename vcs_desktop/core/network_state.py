"""What a computer says of the network it is on."""

from collections.abc import Callable
from typing import Protocol


class NetworkState(Protocol):
    """Says what kind of network this is; None is that nobody knows."""

    @property
    def is_online(self) -> bool | None:
        """Whether the internet can be reached."""

    @property
    def is_metered(self) -> bool | None:
        """Whether it costs by the amount."""

    @property
    def is_behind_portal(self) -> bool | None:
        """Whether somebody has to sign in to the Wi-Fi first."""

    def listen(self, changed: Callable[[], None]) -> None:
        """Call this, on the window's thread, whenever any of it changes, until ``stop``."""

    def stop(self) -> None:
        """Listen no more. A second time does nothing."""


class UnknownNetwork:
    """A network of which nothing is known."""

    is_online: bool | None = None
    is_metered: bool | None = None
    is_behind_portal: bool | None = None

    def listen(self, changed: Callable[[], None]) -> None:
        """Do nothing: nothing will ever be known."""

    def stop(self) -> None:
        """Do nothing."""
