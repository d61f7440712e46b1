"""All dates of a group for any calendar: one .ics file for Outlook, Apple and Google."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType

from icalendar import Alarm, Event

from vcs_desktop.core.clock import LONDON
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.documents.calendar import identity, write_entries
from vcs_desktop.documents.printable import clean, one_line
from vcs_desktop.domain.due import Due, DueKind, time_of

_A_WEEK, _A_DAY = timedelta(weeks=1), timedelta(days=1)
_REMINDS: Mapping[DueKind, timedelta] = MappingProxyType(
    {
        DueKind.CLOSING: _A_WEEK,
        DueKind.FILING: _A_WEEK,
        DueKind.REVIEW: _A_WEEK,
        DueKind.EXPIRY: _A_WEEK,
        DueKind.RECHECK: _A_WEEK,
        DueKind.TERM_ENDS: _A_WEEK,
        DueKind.ACTION: _A_DAY,
        DueKind.MEETING: _A_DAY,
        DueKind.OUR_OWN: _A_DAY,
        DueKind.GRANT: _A_WEEK,
    }
)
"""How long before a calendar reminds. Of what comes every week, nobody wants to hear."""


def write_dates(path: Path, dues: Sequence[Due], group_id: str, made_at: datetime) -> int:
    """Write dates as a calendar file; return how many it holds.

    What has no hour is there for the whole day; hours are those of the United Kingdom. The
    same date keeps the same identity, so opening a newer file changes the entry and adds no
    other; so does that of a grant whose closing day was saved by itself.

    Raises:
        CannotUseInput: there is no date.
        FolderNotWritable: the file cannot be written there.
        DiskFull: there is no room for it.
    """
    if not dues:
        raise CannotUseInput(
            message=tr("There are no dates to put in a calendar."),
            advice=tr("Choose a longer time, or add a date."),
        )
    write_entries(path, [_entry(each, group_id, made_at) for each in dues], "Dates")
    return len(dues)


def _entry(due: Due, group_id: str, made_at: datetime) -> Event:
    entry = Event()
    is_closing = due.kind is DueKind.CLOSING
    entry.add("uid", identity(due.record_id if is_closing else f"{group_id}:{due.id}"))
    entry.add("dtstamp", made_at)
    time = time_of(due)
    starts = due.on if time is None else datetime.combine(due.on, time, LONDON)
    entry.add("dtstart", starts)
    title = one_line(due.what) or tr("No title given")
    entry.add("summary", title)
    if place := one_line(due.place):
        entry.add("location", place)
    if why := clean(due.why):
        entry.add("description", why)
    if time is None or is_closing:
        entry.add("transp", "TRANSPARENT")
    if due.kind in _REMINDS:
        entry.add_component(_reminder(title, _REMINDS[due.kind]))
    return entry


def _reminder(title: str, before: timedelta) -> Alarm:
    reminder = Alarm()
    reminder.add("action", "DISPLAY")
    words = tr("One week left: {title}", title=title)
    reminder.add(
        "description", words if before == _A_WEEK else tr("Tomorrow: {title}", title=title)
    )
    reminder.add("trigger", -before)
    return reminder
