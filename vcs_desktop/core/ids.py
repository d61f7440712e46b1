"""Ids that no two computers ever make alike, and that sort by when they were made."""

import re
import secrets
import threading
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from vcs_desktop.core.clock import Clock

_MS_BITS, _RANDOM_BITS = 48, 74
_VERSION, _VARIANT = 0x7, 0b10
_RANDOM_BYTES = 10
_LONGEST_STEP = 2**32
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


class Ids:
    """Makes UUIDs of version 7: the time in milliseconds, then 74 random bits.

    Within one process each is greater than the one before, whatever the clock
    does: in the same millisecond, or when the clock was set back, the random part
    is counted up by a random step.

    ``clock`` says what time it is; ``randomness`` returns so many random bytes.

    Source: RFC 9562, sections 5.7 and 6.2 (method 2, monotonic random).
    """

    def __init__(
        self, clock: Clock, randomness: Callable[[int], bytes] = secrets.token_bytes
    ) -> None:
        self._clock = clock
        self._randomness = randomness
        self._lock = threading.Lock()
        self._ms = -1
        self._random = 0

    def new(self) -> str:
        """Return a new id, as 36 characters in lower case."""
        with self._lock:
            ms = _milliseconds(self._clock.now())
            random = self._bits(_RANDOM_BYTES) & ((1 << _RANDOM_BITS) - 1)
            if ms > self._ms:
                self._ms, self._random = ms, random
            else:
                self._random += 1 + random % _LONGEST_STEP
                if self._random >> _RANDOM_BITS:  # no room left: a later millisecond has some
                    self._ms, self._random = self._ms + 1, random
            return str(_uuid(self._ms, self._random))

    def _bits(self, count: int) -> int:
        return int.from_bytes(self._randomness(count), "big")


def _milliseconds(moment: datetime) -> int:
    """Return a moment as whole milliseconds since 1970; a clock before that counts as 1970."""
    return max(0, int(moment.timestamp() * 1000)) & ((1 << _MS_BITS) - 1)


def _uuid(ms: int, random: int) -> UUID:
    high, low = random >> 62, random & ((1 << 62) - 1)
    return UUID(int=(ms << 80) | (_VERSION << 76) | (high << 64) | (_VARIANT << 62) | low)


def is_id(text: str) -> bool:
    """Say whether a text is one of our ids, and not words that somebody typed."""
    return _ID.fullmatch(text) is not None
