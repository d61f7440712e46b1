"""The digest of everything that a library holds, which follows each change at its own cost."""

import hashlib
from collections.abc import Iterable
from typing import Final

_BITS: Final = 512


class State:
    """Counts lines of records that come and go, in whichever order, into one digest.

    It is the sum of the lines' SHA-512 digests, so a change of a hundred records among
    fifty thousand reads a hundred. It tells whether all that belongs is there, and no
    more: whether it may be trusted, the signature and the digests of the files tell.
    """

    def __init__(self, digest: str = "") -> None:
        """Go on from a digest; an empty text is that of nothing.

        Raises:
            ValueError: it is no digest.
        """
        self._sum = int(digest, 16) if digest else 0

    def add(self, line: bytes) -> None:
        """Count a line that has come."""
        self._sum += _number(line)

    def take(self, line: bytes) -> None:
        """Count a line that has gone."""
        self._sum -= _number(line)

    def digest(self) -> str:
        """Return the digest of the lines that are there."""
        return f"{self._sum % (1 << _BITS):0{_BITS // 4}x}"


def state_digest(lines: Iterable[bytes]) -> str:
    """Return the digest of all records' lines, in any order."""
    state = State()
    for line in lines:
        state.add(line)
    return state.digest()


def _number(line: bytes) -> int:
    return int.from_bytes(hashlib.sha512(line).digest(), "big")
