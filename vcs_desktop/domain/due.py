"""What falls due on a day, from whichever part of the app it comes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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

    ``done_on`` None: not done yet. ``repeats_months`` is after how many months it comes
    again, 0 for never.
    """

    id: str = ""
    name: str = ""
    on: date | None = None
    starts: str = ""
    place: str = ""
    notes: str = ""
    repeats_months: int = 0
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class DateDone:
    """That what fell due was done: the record's id is made of that of the date.

    ``name`` is what it was called then.
    """

    id: str = ""
    name: str = ""
    due_on: date | None = None
    done_on: date | None = None
