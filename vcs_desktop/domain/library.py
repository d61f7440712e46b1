"""What the library is made of."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of record this version works with; others are kept unread."""

    FUNDING_CALL = "funding_call"
    TENDER = "tender"
    AWARD = "award"
    TRAINING = "training"
    COMPACT = "compact"
    STRATEGY = "strategy"
    FACT = "fact"
    RULE = "rule"
    PLACE = "place"
    EVENT = "event"
    TERM = "term"
    CONSULTATION = "consultation"


OPPORTUNITIES = (Kind.FUNDING_CALL, Kind.TENDER)

STARTER = "starter"
THIS_COMPUTER = "this computer"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a record came from and when it holds.

    ``as_of`` is the day the publisher last checked it, None when not told.
    ``valid_from`` and ``valid_to`` bound the days on which it holds, both
    included; None is open.
    """

    source: str = ""
    source_url: str = ""
    licence: str = ""
    as_of: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
