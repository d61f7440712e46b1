"""A second way into a group: asked for, put off three times, then asked for until it is there.

Whether there is one is what the ways in say: a printed code is set only when somebody
has shown that they hold it (``rehearsal``), so a code that nobody wrote down never counts.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup

LATER: Final = "way-back/later"
"""Under this name the desk of a group holds how often it was put off."""
MOST_LATER: Final = 3


class Asking(StrEnum):
    """Whether to ask for a second way in."""

    DONE = "done"
    MAY_PUT_OFF = "may_put_off"
    MUST_NOW = "must_now"


@dataclass(frozen=True, slots=True)
class WayBack:
    """How it stands with the second way in; ``times_left`` is how often "Later" still works."""

    asking: Asking
    times_left: int = 0

    @property
    def is_done(self) -> bool:
        """Whether the group can be opened when one person forgets their words."""
        return self.asking is Asking.DONE


def state(inside: "InGroup") -> WayBack:
    """Return how it stands with the second way into an open group.

    Of the practice group it is done: anybody can open it.
    """
    group = inside.group
    if group.has_way_back or group.is_practice:
        return WayBack(Asking.DONE)
    left = max(0, MOST_LATER - _times(inside))
    return WayBack(Asking.MAY_PUT_OFF if left else Asking.MUST_NOW, left)


def put_off(inside: "InGroup") -> WayBack:
    """Count one "Later", where there is one left, and return how it stands then."""
    now = state(inside)
    if now.asking is Asking.MAY_PUT_OFF:
        inside.desk.put(LATER, _times(inside) + 1)
    return state(inside)


def _times(inside: "InGroup") -> int:
    kept = inside.desk.read(LATER)
    return kept if type(kept) is int and kept > 0 else 0
