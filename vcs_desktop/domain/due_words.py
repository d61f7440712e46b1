"""Where dates come from, in words, and when they are."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked, tr, tr_count, tr_marked
from vcs_desktop.domain.day_times import in_words as time_in_words
from vcs_desktop.domain.days import days_left, from_now, in_words
from vcs_desktop.domain.due import Due, DueKind, time_of

_KINDS: Mapping[DueKind, Marked] = MappingProxyType(
    {
        DueKind.CLOSING: marked("A grant or contract closes"),
        DueKind.FILING: marked("Something to file"),
        DueKind.REVIEW: marked("A paper to look through"),
        DueKind.EXPIRY: marked("A paper runs out"),
        DueKind.RECHECK: marked("A DBS check to look at again"),
        DueKind.TERM_ENDS: marked("A term ends"),
        DueKind.ACTION: marked("An action from a meeting"),
        DueKind.MEETING: marked("Meeting"),
        DueKind.SHIFT: marked("Rota"),
        DueKind.ACTIVITY: marked("Activity"),
        DueKind.YEAR_END: marked("Year end"),
        DueKind.GRANT: marked("Something for a grant"),
        DueKind.OUR_OWN: marked("A date of our own"),
    }
)

ICONS: Mapping[DueKind, str] = MappingProxyType(
    {
        DueKind.CLOSING: "hand-coins",
        DueKind.FILING: "landmark",
        DueKind.REVIEW: "file-text",
        DueKind.EXPIRY: "file-text",
        DueKind.RECHECK: "shield",
        DueKind.TERM_ENDS: "user",
        DueKind.ACTION: "clipboard-check",
        DueKind.MEETING: "messages-square",
        DueKind.SHIFT: "calendar-clock",
        DueKind.ACTIVITY: "repeat",
        DueKind.YEAR_END: "clipboard-list",
        DueKind.GRANT: "badge-pound-sterling",
        DueKind.OUR_OWN: "calendar-days",
    }
)
"""The names of the icons that stand beside dates."""


def kind_in_words(kind: DueKind) -> str:
    """Return where a date comes from, such as "A paper runs out"."""
    return tr_marked(_KINDS[kind])


def time_words(due: Due) -> str:
    """Return "7.30pm"; nothing for the whole day."""
    return time_in_words(due.starts) if time_of(due) is not None else ""


def when_in_words(due: Due) -> str:
    """Return "Friday 4 December 2026 at 7.30pm", or the day alone."""
    time = time_words(due)
    day = in_words(due.on)
    return tr("{day} at {time}", day=day, time=time) if time else day


def far_in_words(on: date, today: date) -> str:
    """Return how far off a day is: "in 12 days", "today", "3 days ago"."""
    left = days_left(on, today)
    if left >= 0:
        return from_now(left)
    return tr("yesterday") if left == -1 else tr_count("{count} day ago", "{count} days ago", -left)


def with_time(due: Due) -> str:
    """Return "7.30pm Committee meeting", as it stands in the square of a day."""
    time = time_words(due)
    return tr("{time} {what}", time=time, what=due.what) if time else due.what
