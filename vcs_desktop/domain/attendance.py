"""What the group runs, and who came: one sheet for each day of an activity."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Activity:
    """Something that the group runs again and again, such as Thursday lunch.

    ``weekday`` is 0 for Monday to 6 for Sunday, None where it has no day of its own.
    ``starts`` and ``ends`` are times of day ("10:30"), empty when nobody has said.
    ``ended_on`` is the last day it ran, None as long as it goes on.
    """

    id: str = ""
    name: str = ""
    place: str = ""
    weekday: int | None = None
    starts: str = ""
    ends: str = ""
    notes: str = ""
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Came:
    """That the person with this id came; ``is_first_time`` says it was for the first time."""

    id: str
    is_first_time: bool = False


@dataclass(frozen=True, slots=True)
class Helped:
    """That the person with this id helped, and for how long; None when nobody has said.

    ``employer`` is who paid for their time, such as a firm that gives its staff a day.
    """

    id: str
    minutes: int | None = None
    employer: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceSheet:
    """Who came on one day.

    ``name`` is what the activity was called on that day, and ``activity`` its id, empty
    for something that was done once. ``others`` are people who came and are not named,
    ``others_first_time`` those of them who came for the first time.
    """

    id: str = ""
    name: str = ""
    activity: str = ""
    on: date | None = None
    came: tuple[Came, ...] = ()
    others: int = 0
    others_first_time: int = 0
    helped: tuple[Helped, ...] = ()
    notes: str = ""


def count_of(sheet: AttendanceSheet) -> int:
    """Return how many people came, named or not; those who helped are not counted."""
    return len(sheet.came) + sheet.others


def first_timers(sheet: AttendanceSheet) -> int:
    """Return how many of them came for the first time."""
    return sum(each.is_first_time for each in sheet.came) + sheet.others_first_time


def helped_minutes(sheet: AttendanceSheet) -> int:
    """Return how many minutes were helped in all."""
    return sum(each.minutes or 0 for each in sheet.helped)
