"""The infrastructure service as an officer of the council sees it.

Every method may raise ``Offline`` and ``Refused`` (``sync/service_errors.py``) besides what it
names.
"""

from datetime import date
from typing import Protocol

from vcs_desktop.wire.service import SharedPage, SharedWhole

AT_ONCE = 100
"""So many come in one answer, if nothing else is asked for."""


class OfficerService(Protocol):
    """What an officer may ask."""

    @property
    def address(self) -> str:
        """Where it is."""

    def close(self) -> None:
        """Let go of its connections."""

    def shared(self, after: int, limit: int = AT_ONCE) -> SharedPage:
        """Return what was shared after a number, without what it says."""

    def whole(self, uuid: str) -> SharedWhole:
        """Return all of one thing that was shared; its sender sees that it was read.

        Raises:
            NotThere: there is none.
        """

    def reply(self, uuid: str, text: str) -> None:
        """Answer something that was shared, or change the answer.

        Raises:
            NotThere: there is none.
            Gone: it was taken back, or its time is over.
        """

    def keep_until(self, uuid: str, on: date | None) -> None:
        """Say until which day something is kept; None is for as long as it is needed.

        Raises:
            NotUnderstood: the day is over, or more than ten years away.
            NotThere: there is none.
            Gone: it was taken back, or its time is over.
        """

    def export(self, after: int, limit: int = AT_ONCE) -> tuple[SharedWhole, ...]:
        """Return all that was shared after a number: so many at most, and 8 MB of it."""
