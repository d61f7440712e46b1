"""What a computer says when the person in front of it may have gone away."""

from collections.abc import Callable
from typing import Protocol


class SessionEvents(Protocol):
    """Says when the screen was locked, the computer goes to sleep, or another user took over."""

    def listen(self, gone_away: Callable[[], None]) -> None:
        """Call this each time it happens, on the window's thread, until ``stop``."""

    def stop(self) -> None:
        """Listen no more. A second time does nothing."""


class NoSessionEvents:
    """A computer that never says anything."""

    def listen(self, gone_away: Callable[[], None]) -> None:
        """Do nothing: it will never happen."""

    def stop(self) -> None:
        """Do nothing."""
