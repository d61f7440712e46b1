"""The digest of everything that a library holds, which follows each change at its own cost."""

from collections.abc import Iterable
from typing import Final

from vcs_desktop.wire.record_line import line_digest

_BITS: Final = 256


class State:
    """Counts records that come and go, in whichever order, into one digest.

    It is the sum of the SHA-256 digests of their lines, so a change of a hundred records among
    fifty thousand reads a hundred. It tells whether all that belongs is there, and no
    more: whether it may be trusted, the signature and the digests of the files tell.
    """

    def __init__(self, digest: str = "") -> None:
        """Go on from a digest; an empty text is that of nothing.

        Raises:
            ValueError: it is no digest.
        """
        self._sum = int(digest, 16) if digest else 0

    def add(self, digest: str) -> None:
        """Count a record that has come, by the digest of its line."""
        self._sum += int(digest, 16)

    def take(self, digest: str) -> None:
        """Count a record that has gone."""
        self._sum -= int(digest, 16)

    def digest(self) -> str:
        """Return the digest of the records that are there."""
        return f"{self._sum % (1 << _BITS):0{_BITS // 4}x}"


def state_digest(lines: Iterable[bytes]) -> str:
    """Return the digest of all records' lines, in any order."""
    state = State()
    for line in lines:
        state.add(line_digest(line))
    return state.digest()
