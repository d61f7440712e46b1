"""How often one asks: a bucket for each, that fills again as time goes by.

Each process counts for itself. What is counted by address is counted by network where addresses
are plenty.
"""

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

from vcs_desktop.server.refusals import Refusal, too_many
from vcs_desktop.wire.service import Code

_MOST_KNOWN: Final = 20_000
_NETWORK_BITS: Final = 64


@dataclass(frozen=True, slots=True)
class Rate:
    """``at_once`` may come at once, and ``a_second`` for each second that goes by."""

    at_once: float
    a_second: float


@dataclass(frozen=True, slots=True)
class Rates:
    """How often each may ask."""

    known: Rate = Rate(600, 30)
    """A laptop or an officer with a token."""

    looking: Rate = Rate(600, 30)
    """Anybody at one address, for what tells nothing. A hall full of laptops has one address."""

    knocking: Rate = Rate(60, 0.5)
    """Anybody at one address who tries a code, an invitation or a token not heard of before."""


class Limiter:
    """Counts. It is asked from one thread only."""

    def __init__(self, rates: Rates, clock_s: Callable[[], float] = time.monotonic) -> None:
        self._rates, self._clock_s = rates, clock_s
        self._left: OrderedDict[tuple[Rate, str], tuple[float, float]] = OrderedDict()
        self._somebodys: OrderedDict[str, None] = OrderedDict()

    def known(self, token_digest: str) -> None:
        """Count a request with a token.

        Raises:
            Refusal: there are too many.
        """
        self._count(self._rates.known, f"t{token_digest}")

    def looking(self, address: str) -> None:
        """Count a request of nobody.

        Raises:
            Refusal: there are too many.
        """
        self._count(self._rates.looking, f"l{_network(address)}")

    def knocking(self, address: str) -> None:
        """Count a request of somebody who may be guessing.

        Raises:
            Refusal: there are too many.
        """
        self._count(self._rates.knocking, f"k{_network(address)}")

    @contextmanager
    def trying(self, token_digest: str, address: str) -> Iterator[None]:
        """Count that a token is tried as a guess, until it turns out that somebody has it.

        Raises:
            Refusal: there were too many guesses.
        """
        is_guess = token_digest not in self._somebodys
        if is_guess:
            self.knocking(address)
        try:
            yield
        except Refusal as refusal:
            if refusal.code is Code.UNKNOWN_TOKEN:
                self._somebodys.pop(token_digest, None)
            elif refusal.code is not Code.BUSY:  # else nobody has looked
                self._was_none(token_digest, address, is_guess=is_guess)
            raise
        self._was_none(token_digest, address, is_guess=is_guess)

    def somebodys(self, token_digest: str) -> None:
        """Note that somebody has a token: to try it is no guess."""
        self._somebodys.pop(token_digest, None)
        self._somebodys[token_digest] = None
        if len(self._somebodys) > _MOST_KNOWN:
            self._somebodys.popitem(last=False)

    def _was_none(self, token_digest: str, address: str, *, is_guess: bool) -> None:
        """Note that a token is somebody's, and count its try no longer."""
        self.somebodys(token_digest)
        bucket = self._rates.knocking, f"k{_network(address)}"
        if is_guess and bucket in self._left:
            left, before_s = self._left[bucket]
            self._left[bucket] = (left + 1, before_s)

    def _count(self, rate: Rate, who: str) -> None:
        now_s = self._clock_s()
        left, before_s = self._left.pop((rate, who), (rate.at_once, now_s))
        left = min(rate.at_once, left + (now_s - before_s) * rate.a_second)
        is_over = left < 1
        self._left[rate, who] = (left if is_over else left - 1, now_s)
        while len(self._left) > _MOST_KNOWN:
            self._left.popitem(last=False)
        if is_over:
            raise too_many(max(1, math.ceil((1 - left) / rate.a_second)))


def _network(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        return "elsewhere"
    if isinstance(found, IPv6Address) and found.ipv4_mapped is None:
        return str(ip_network((found, _NETWORK_BITS), strict=False))
    return str(found)
