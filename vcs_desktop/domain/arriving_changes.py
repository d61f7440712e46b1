"""Why a change that came from another laptop is not among the records, in plain words."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from vcs_desktop.core.language import tr_count

MOST_GONE_UNASKED: Final = 20
"""So many things may go by what arrives without anybody being asked."""
SHARE_GONE_UNASKED: Final = 0.25
"""More than so many go only if they are no larger a part of all that is here."""


class Why(StrEnum):
    """What keeps a change from being taken in.

    NO_KEY, STRANGER, GAP and EARLY wait for something that is still to come. HELD waits for a
    person to say that so much may be deleted. The others are never taken.
    """

    NOT_LOOKED = ""
    NO_KEY = "no_key"
    STRANGER = "stranger"
    GAP = "gap"
    EARLY = "early"
    HELD = "held"
    NOT_OURS = "not_ours"
    FORGED = "forged"
    FORKED = "forked"
    REMOVED = "removed"
    OTHER = "other"


UNSURE: Final = frozenset({Why.NOT_OURS, Why.FORGED, Why.FORKED, Why.OTHER, Why.NO_KEY, Why.EARLY})
"""What another of the same id takes the place of: who only carries may have brought this about."""
TROUBLE: Final = frozenset({Why.NOT_OURS, Why.FORGED, Why.OTHER, Why.NO_KEY, Why.GAP, Why.EARLY})
"""What is asked for once more, for it may only have been damaged or left out on the way."""
NEVER: Final = frozenset({Why.NOT_OURS, Why.FORGED, Why.FORKED, Why.OTHER})
"""What is wrong with the change itself: waiting does not help."""


def deletes_much(gone: int, there: int) -> bool:
    """Say whether so many of the things that are here may only go when somebody was asked."""
    return gone > MOST_GONE_UNASKED and gone > there * SHARE_GONE_UNASKED


_WORDS: Mapping[Why, Callable[[int], str]] = MappingProxyType(
    {
        Why.NO_KEY: lambda count: tr_count(
            "{count} change waits for a key that has not come yet.",
            "{count} changes wait for a key that has not come yet.",
            count,
        ),
        Why.STRANGER: lambda count: tr_count(
            "{count} change comes from a laptop that nobody let in. It was not taken.",
            "{count} changes come from a laptop that nobody let in. They were not taken.",
            count,
        ),
        Why.GAP: lambda count: tr_count(
            "{count} change waits for one before it that has not come.",
            "{count} changes wait for others before them that have not come.",
            count,
        ),
        Why.EARLY: lambda count: tr_count(
            "{count} deleted thing waits for word that it was deleted.",
            "{count} deleted things wait for word that they were deleted.",
            count,
        ),
        Why.HELD: lambda count: tr_count(
            "{count} change waits, because much would be deleted by it.",
            "{count} changes wait, because much would be deleted by them.",
            count,
        ),
        Why.NOT_OURS: lambda count: tr_count(
            "{count} thing came that is not from this group. It was not taken.",
            "{count} things came that are not from this group. They were not taken.",
            count,
        ),
        Why.FORGED: lambda count: tr_count(
            "{count} change was tampered with. It was not taken.",
            "{count} changes were tampered with. They were not taken.",
            count,
        ),
        Why.FORKED: lambda count: tr_count(
            "{count} change contradicts an older one of the same laptop. It was not taken.",
            "{count} changes contradict older ones of the same laptop. They were not taken.",
            count,
        ),
        Why.REMOVED: lambda count: tr_count(
            "{count} change comes from a laptop that was taken out before. It was not taken.",
            "{count} changes come from a laptop that was taken out before. They were not taken.",
            count,
        ),
        Why.OTHER: lambda count: tr_count(
            "{count} change came in place of another one. It was not taken.",
            "{count} changes came in place of others. They were not taken.",
            count,
        ),
    }
)


def why_in_words(why: Why, count: int) -> str:
    """Return a sentence about so many changes that are not among the records."""
    return _WORDS[why](count)
