"""What falls due on a day, from whichever part of the app it comes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from uuid import NAMESPACE_URL, uuid5


class DueKind(StrEnum):
    """Where a date comes from."""

    CLOSING = "closing"
    FILING = "filing"
    REVIEW = "review"
    EXPIRY = "expiry"
    RECHECK = "recheck"
    TERM_ENDS = "term_ends"
    ACTION = "action"
    MEETING = "meeting"
    SHIFT = "shift"
    ACTIVITY = "activity"
    YEAR_END = "year_end"
    GRANT = "grant"
    OUR_OWN = "our_own"


@dataclass(frozen=True, slots=True)
class Due:
    """One date in the calendar.

    ``id`` is the same each time it is worked out. ``what`` is a short sentence in the words of
    the window, ``why`` one more about where it comes from, empty for none. ``starts`` is a
    time of day ("19:30"), empty for the whole day. ``record_kind`` and ``record_id`` are what
    opens when it is chosen, empty for nothing.
    """

    id: str
    on: date
    kind: DueKind
    what: str
    why: str = ""
    starts: str = ""
    place: str = ""
    record_kind: str = ""
    record_id: str = ""


@dataclass(frozen=True, slots=True)
class OwnDate:
    """A date that the group wrote down itself.

    ``repeats_months`` is after how many months it comes again, 0 for never. That it was done
    says a DateDone, for each time anew.
    """

    id: str = ""
    name: str = ""
    on: date | None = None
    starts: str = ""
    place: str = ""
    notes: str = ""
    repeats_months: int = 0


@dataclass(frozen=True, slots=True)
class DateDone:
    """That what fell due was done: the record's id is made of that of the date.

    ``name`` is what it was called then; of what is about a person it says no name.
    ``is_not_needed`` says that it was looked at, and that nothing had to be done.
    """

    id: str = ""
    name: str = ""
    due_on: date | None = None
    done_on: date | None = None
    is_not_needed: bool = False


class Outcome(StrEnum):
    """What came of a date."""

    DONE = "done"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date as the calendar shows it; ``outcome`` None: nobody has ticked it off."""

    due: Due
    outcome: Outcome | None = None


STAYS_OPEN = frozenset(
    {
        DueKind.FILING,
        DueKind.REVIEW,
        DueKind.EXPIRY,
        DueKind.RECHECK,
        DueKind.ACTION,
        DueKind.OUR_OWN,
    }
)
"""What is still to do after its day has passed. Everything else takes place, and is over."""

NAMES_PEOPLE = frozenset({DueKind.RECHECK, DueKind.TERM_ENDS, DueKind.ACTION, DueKind.SHIFT})
"""What may have somebody's name in its words."""

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


def done_id(due: Due) -> str:
    """Return the id of the record that says what came of a date.

    Two computers that tick the same date off write the same record. When its day is moved
    it is another date, and open again.
    """
    return str(uuid5(NAMESPACE_URL, f"vcs-desktop:done:{due.id}@{due.on.isoformat()}"))


def outcome_of(done: DateDone | None) -> Outcome | None:
    """Return what a record says of a date; one that was undone says nothing."""
    if done is None or done.due_on is None:
        return None
    return Outcome.NOT_NEEDED if done.is_not_needed else Outcome.DONE


def with_outcomes(dues: Iterable[Due], done: Mapping[str, DateDone]) -> list[DateLine]:
    """Return dates with what came of each, in the order of their days; ``done`` is by id."""
    days = {each.due_on for each in done.values()}  # an id takes long to work out
    lines = (
        DateLine(due, outcome_of(done.get(done_id(due))) if due.on in days else None)
        for due in dues
    )
    return sorted(lines, key=lambda line: order_of(line.due))


def order_of(due: Due) -> tuple[date, str, str, str]:
    """Return what dates are sorted by: the day, then what has no hour first."""
    return due.on, due.starts, due.what, due.id


def is_open(line: DateLine, today: date) -> bool:
    """Say whether a date is still to come, or has passed with something left to do."""
    if line.outcome is not None:
        return False
    return line.due.on >= today or line.due.kind in STAYS_OPEN


def time_of(due: Due) -> time | None:
    """Return the time of day; None for the whole day, and where it is no time."""
    found = _CLOCK.fullmatch(due.starts)
    return time(int(found[1]), int(found[2])) if found else None
