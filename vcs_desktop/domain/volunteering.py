"""Volunteers: what they do, the rota, and what makes people stop."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class WorksWith(StrEnum):
    """Whom a role works with closely. It decides which check may be asked for."""

    NOBODY = "nobody"
    CHILDREN = "children"
    ADULTS_WITH_NEEDS = "adults_with_needs"
    BOTH = "both"


class Barrier(StrEnum):
    """What stands in the way of somebody who stops. Only counted, never named."""

    TRANSPORT = "transport"
    COST = "cost"
    DIGITAL = "digital"
    CONFIDENCE = "confidence"
    ACCESS = "access"
    TIME = "time"
    BENEFITS = "benefits"


@dataclass(frozen=True, slots=True)
class VolunteerRole:
    """One thing that volunteers do, such as cooking on Thursdays.

    ``works_with`` and the four answers under it are what the rule about checks asks: whether
    it is teaching, caring for or looking after people, whether somebody who is checked
    watches over it, how often it is, and whether it is overnight. None is that nobody has said.
    ``weekday`` (0 is Monday), ``starts``, ``ends`` and ``people_needed`` are the pattern of
    its rota, and ``activity`` the id of what it belongs to; None and empty have none.
    ``ended_on`` is None as long as it goes on.
    """

    id: str = ""
    name: str = ""
    what: str = ""
    when: str = ""
    where: str = ""
    needs: str = ""
    contact: str = ""
    is_wanted: bool = False
    works_with: WorksWith | None = None
    is_close_work: bool | None = None
    is_watched_over: bool | None = None
    is_often: bool | None = None
    is_overnight: bool | None = None
    activity: str = ""
    weekday: int | None = None
    starts: str = ""
    ends: str = ""
    people_needed: int = 1
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class OnShift:
    """That the person with this id is down for a shift; ``has_agreed`` None: no answer yet."""

    id: str
    has_agreed: bool | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """One line of the rota: a role on a day, how many it needs, and who is down for it.

    ``name`` is what the role was called; ``role`` is its id and ``activity`` that of what it
    belongs to, empty for none. ``starts`` and ``ends`` are times of day ("10:30").
    """

    id: str = ""
    name: str = ""
    role: str = ""
    activity: str = ""
    on: date | None = None
    starts: str = ""
    ends: str = ""
    needed: int = 1
    people: tuple[OnShift, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Stopping:
    """That somebody stopped, and what stood in the way. It does not say who.

    ``name`` names the record in lists ("Somebody stopped"); ``in_month`` is the first day of
    the month, so that no day gives away who it was.
    """

    id: str = ""
    name: str = ""
    in_month: date | None = None
    barriers: tuple[Barrier, ...] = ()


def missing(shift: Shift) -> int:
    """Return how many people a shift still needs; who said no does not count."""
    coming = sum(each.has_agreed is not False for each in shift.people)
    return max(0, shift.needed - coming)


def agreed(shift: Shift) -> int:
    """Return how many people have said yes."""
    return sum(each.has_agreed is True for each in shift.people)


def is_down(shift: Shift, person_id: str) -> bool:
    """Say whether somebody is down for a shift, whatever they have answered."""
    return any(each.id == person_id for each in shift.people)


def as_one(shift: Shift, now: Callable[[str], str]) -> Shift:
    """Return a shift with each person on it once.

    ``now`` gives the id that somebody has now: two records may have been made one. An empty
    id is somebody who was removed; they are not coming, so they are not on it.
    """
    found: dict[str, OnShift] = {}
    for each in shift.people:
        person = now(each.id)
        if person and (person not in found or found[person].has_agreed is None):
            found[person] = OnShift(person, each.has_agreed)
    return replace(shift, people=tuple(found.values()))


def barrier_counts(stoppings: Iterable[Stopping]) -> dict[Barrier, int]:
    """Return how often each thing stood in the way; one person may have named several."""
    counted = Counter(each for stopping in stoppings for each in set(stopping.barriers))
    return {barrier: counted[barrier] for barrier in Barrier}


def has_ended(role: VolunteerRole, today: date) -> bool:
    """Say whether a role is over."""
    return role.ended_on is not None and role.ended_on < today
