"""How long to wait after wrong tries: enough to spoil guessing by hand, never a whole day."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil

FREE_TRIES = 5
LONGEST_WAIT_S = 60


@dataclass(frozen=True, slots=True)
class WrongTries:
    """How often it was wrong since it was last right, and when it was last; None is never."""

    count: int = 0
    last_at: datetime | None = None

    def one_more(self, now: datetime) -> "WrongTries":
        """Return it after one more."""
        return WrongTries(self.count + 1, now)

    def seen_at(self, now: datetime) -> "WrongTries":
        """Return it as it is now: where the clock was put back, the last try was just now."""
        if self.last_at is None or self.last_at <= now:
            return self
        return WrongTries(self.count, now)

    def wait_s(self, now: datetime) -> int:
        """Return how many seconds must pass before the next try: 1, 2, 4 … 60 after the fifth."""
        over = self.count - FREE_TRIES
        if over < 0 or self.last_at is None:
            return 0
        # No power of 2 above the longest wait is worked out: the count may be any.
        whole = LONGEST_WAIT_S if over >= LONGEST_WAIT_S.bit_length() else 1 << over
        gone = (now - self.last_at).total_seconds()
        return max(0, ceil(min(whole, LONGEST_WAIT_S) - max(0.0, gone)))
