"""A service as its reader sees it: it answers for a path, and nothing in that is to be believed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Final, Protocol

LONGEST_WAIT_S: Final = 3_600.0
SHORTEST_WAIT_S: Final = 5.0
_DOUBLINGS: Final = 20
SIGN_IN: Final = 511
"""A network wants somebody to sign in first. Source: RFC 6585, 6."""
WEB_PAGES: Final = ("text/html", "application/xhtml+xml")


@dataclass(slots=True)
class Answer:
    """An answer as it begins to come in.

    ``headers`` have lower-case names. ``pieces`` are the bytes as they were sent, not unpacked;
    ``close`` lets go of the connection, read to its end or not.
    """

    status: int
    headers: Mapping[str, str]
    pieces: Iterator[bytes] = field(default_factory=lambda: iter(()))
    close: Callable[[], None] = lambda: None


class Remote(Protocol):
    """Asks one service for files. The tests have one in memory, and one that makes faults."""

    @property
    def address(self) -> str:
        """Where it is."""

    def get(self, path: str, headers: Mapping[str, str]) -> Answer:
        """Ask for a file of the tree.

        Raises:
            Offline: no answer came. So may the pieces, when the connection breaks.
        """


def wait_s(failures: int, chance: Callable[[], float], asked_s: float = 0.0) -> float:
    """Return how long to wait before asking again.

    Each failure doubles the most; where between the least and the most is left to chance, so
    that a thousand laptops do not come back at once. ``chance`` returns 0 to 1, and ``asked_s``
    is what the service asked for. It is 5 seconds to an hour, whatever that was.

    Source: Brooker, Exponential Backoff and Jitter, AWS Architecture Blog, 2015 ("full jitter").
    """
    most = min(LONGEST_WAIT_S, SHORTEST_WAIT_S * (1 << min(max(failures, 0), _DOUBLINGS)))
    wait = SHORTEST_WAIT_S + chance() * (most - SHORTEST_WAIT_S)
    return min(LONGEST_WAIT_S, max(wait, asked_s))


def kind_of(headers: Mapping[str, str]) -> str:
    """Return the kind of an answer's body; the names of ``headers`` are in lower case."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def asked_wait_s(headers: Mapping[str, str], now_s: float) -> float:
    """Return what a service asks for in Retry-After, in seconds; 0 where it asks for nothing.

    ``now_s`` is this moment in seconds since 1970.

    Source: RFC 9110, 10.2.3.
    """
    said = headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        return min(LONGEST_WAIT_S, float(said[:9]))
    try:
        left = parsedate_to_datetime(said).timestamp() - now_s
    except (ValueError, TypeError, OverflowError):
        return 0.0
    return min(LONGEST_WAIT_S, max(0.0, left))
