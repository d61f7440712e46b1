"""Looking for a newer library: what came of it, and when to look again by itself."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from vcs_desktop.core.clock import LONDON
from vcs_desktop.domain.days import local_day

SHORTEST_BACKOFF = timedelta(seconds=5)
LONGEST_BACKOFF = timedelta(hours=1)
LONGEST_WAIT = timedelta(hours=1)
"""A service that asks us to come again later than this is asked again then."""
SPREAD = timedelta(minutes=30)
"""Computers that stay on overnight do not all ask at midnight."""
_MOST_DOUBLED = 12


class Standing(StrEnum):
    """How a library stands after somebody looked for a newer one.

    ``LATER``: the service is busy, and asked us to come again. ``NOT_SAFE``: what answered could
    not prove to be the service. ``NOTHING_THERE``: something answered, but has no library.
    ``MUCH``: it is more than a little, where it costs by the amount. ``FAILED`` is anything that
    a person has to mend here.
    """

    UP_TO_DATE = "up to date"
    TAKEN_IN = "taken in"
    OFFLINE = "offline"
    SIGN_IN = "sign in"
    NOT_SAFE = "not safe"
    NOTHING_THERE = "nothing there"
    NOT_TRUSTED = "not trusted"
    ASKS = "asks"
    MUCH = "much"
    LATER = "later"
    STOPPED = "stopped"
    FAILED = "failed"


GOOD = frozenset({Standing.UP_TO_DATE, Standing.TAKEN_IN})
UNREACHED = frozenset(
    {
        Standing.OFFLINE,
        Standing.SIGN_IN,
        Standing.NOT_SAFE,
        Standing.NOTHING_THERE,
        Standing.LATER,
    }
)
"""It may be over in a while: it is tried again by itself."""


class LookWhen(StrEnum):
    """When to look by itself."""

    ASKED = "asked"
    DAILY = "daily"
    OPENED = "opened"


@dataclass(frozen=True, slots=True)
class Looks:
    """What is known of the looks so far.

    ``opened_at`` is when the app was opened. ``done_at`` is when the last look ended that need
    not be tried again, ``tried_at`` when the last ended that must be, None for none;
    ``failures`` is how many of these came one after the other, and ``wait_s`` how many seconds
    the service asked us to wait after the last, 0 where it did not.
    """

    opened_at: datetime
    done_at: datetime | None = None
    tried_at: datetime | None = None
    failures: int = 0
    wait_s: float = 0


def next_look(when: LookWhen, looks: Looks, now: datetime, jitter: float) -> datetime | None:
    """Return when to look by itself, ``now`` or before it for at once; None is never.

    ``jitter`` is a number from 0 to 1, drawn once for each look. What is known of the future,
    since the clock was put back, counts for nothing.
    """
    if when is LookWhen.ASKED:
        return None
    if looks.failures and looks.tried_at is not None and looks.tried_at <= now:
        return looks.tried_at + max(backoff(looks.failures, jitter), asked_wait(looks.wait_s))
    done_at = looks.done_at
    if done_at is None or done_at > now:
        return now
    if when is LookWhen.OPENED:
        return now if done_at < looks.opened_at else None
    if local_day(done_at) < local_day(now):
        return now
    return _next_day(done_at) + jitter * SPREAD


def backoff(failures: int, jitter: float) -> timedelta:
    """Return how long to wait after so many failures in a row, by chance up to twice as long each.

    Source: exponential backoff with full jitter, so that many who failed at once do not come
    back at once.
    """
    doubled: int = 2 ** min(max(failures - 1, 0), _MOST_DOUBLED)
    return jitter * min(SHORTEST_BACKOFF * doubled, LONGEST_BACKOFF)


def asked_wait(wait_s: float) -> timedelta:
    """Return how long a service asked us to wait, no longer than can be meant."""
    return timedelta(seconds=min(max(wait_s, 0), LONGEST_WAIT.total_seconds()))


def _next_day(moment: datetime) -> datetime:
    """Return when the day after a moment begins here."""
    return datetime.combine(local_day(moment) + timedelta(days=1), time(), LONDON)
