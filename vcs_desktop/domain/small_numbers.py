"""Which other numbers have to stay untold, so that a small one cannot be worked out from a total.

Where all but one of some parts are told, and what they come to, the last one is told too.
Source: the design guide, 7: small numbers are left out, and with them what would give them away.
"""

from collections.abc import Sequence

from vcs_desktop.domain.attendance_sums import FEW

_ROUND = 10


def untold(counts: Sequence[int]) -> frozenset[int] | None:
    """Return which of the larger parts of a total have to stay untold, by their place.

    The parts under five are not told anyway. None says that nothing of it is enough: what the
    parts come to must stay vague.
    """
    small = [each for each in counts if 0 < each < FEW]
    if not small or sum(counts) < FEW:
        return frozenset()
    larger = sorted((count, place) for place, count in enumerate(counts) if count >= FEW)
    for hidden in range(len(larger) + 1):
        if not _is_given_away(small, [count for count, _ in larger[:hidden]]):
            return frozenset(place for _, place in larger[:hidden])
    return None


def round_limit(total: int) -> int:
    """Return a round number that a total is under."""
    return (total // _ROUND + 1) * _ROUND


def _is_given_away(small: Sequence[int], larger: Sequence[int]) -> bool:
    """Say whether what is not told has only one way to come to its sum."""
    whole, fewest = sum(small) + sum(larger), len(small) + FEW * len(larger)
    if larger:
        return whole == fewest
    return len(small) == 1 or whole in (fewest, (FEW - 1) * len(small))
