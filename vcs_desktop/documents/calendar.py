"""Closing days for any calendar: one .ics file that Outlook, Apple and Google can all open."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event, Timezone

from vcs_desktop.core.addresses import is_web_address
from vcs_desktop.core.clock import LONDON
from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable, not_written
from vcs_desktop.core.files import write_whole
from vcs_desktop.core.language import tr
from vcs_desktop.documents.printable import clean, one_line
from vcs_desktop.documents.wording import (
    Opportunity,
    amount_in_words,
    closing_moment,
    decision_in_words,
)
from vcs_desktop.domain.days import is_whole_day, local_day, with_time
from vcs_desktop.domain.funding import FundingCall

BEFORE = timedelta(weeks=1)
# How practice grants end their own names; once is enough.
_PRACTICE = " (practice)"
UNITED_KINGDOM = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
DTSTART:19810329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


def write_ics(path: Path, things: Iterable[Opportunity], made_at: datetime) -> int:
    """Write the closing days of some grants and contracts; return how many it holds.

    A day without an hour becomes an all-day entry. The same grant keeps the same
    identity, so opening a newer file changes the entry and does not add another.
    Those without a closing day are left out.

    Raises:
        CannotUseInput: none of them has a closing day.
        FolderNotWritable: the file cannot be written there.
        DiskFull: there is no room for it.
    """
    entries = [entry for thing in things if (entry := _entry(thing, made_at))]
    if not entries:
        raise CannotUseInput(
            message=tr("There is no closing date to put in your calendar."),
            advice=tr("It is open all year, or nobody gave a date."),
        )
    write_entries(path, entries, "Closing days")
    return len(entries)


def write_entries(path: Path, entries: Iterable[Event], what: str) -> None:
    """Write entries as one calendar that no other account of the computer can read.

    ``what`` names it for other programs, in English.

    Raises:
        FolderNotWritable: the file cannot be written there.
        DiskFull: there is no room for it.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//VCS Desktop//{what}//EN")
    calendar.add("version", "2.0")
    calendar.add_component(Timezone.from_ical(UNITED_KINGDOM))
    for entry in entries:
        calendar.add_component(entry)
    try:
        write_whole(path, calendar.to_ical(), private=True)
    except OSError as error:
        refused = FolderNotWritable(
            str(error.strerror),
            message=tr("We cannot save the calendar file there."),
            advice=tr("Choose another folder."),
        )
        raise not_written(error, refused) from error


def identity(what: str) -> str:
    """Return what an entry is known by in every calendar; the same for the same thing."""
    return f"{uuid5(NAMESPACE_URL, f'vcs-desktop:{what}')}@vcs-desktop"


def _entry(thing: Opportunity, made_at: datetime) -> Event | None:
    """Return the entry for a closing day, or None when there is no such day."""
    closes_at = closing_moment(thing)
    if closes_at is None:
        return None
    entry = Event()
    entry.add("uid", identity(thing.id))
    entry.add("dtstamp", made_at)
    whole_day = is_whole_day(closes_at)
    entry.add("dtstart", local_day(closes_at) if whole_day else closes_at.astimezone(LONDON))
    title = one_line(thing.title) or tr("No title given")
    summary = (
        tr("Closes: {title} (for practice)", title=title.removesuffix(_PRACTICE))
        if thing.practice
        else tr("Closes: {title}", title=title)
    )
    entry.add("summary", summary)
    entry.add("description", _in_words(thing, closes_at))
    entry.add("transp", "TRANSPARENT")
    if is_web_address(thing.url):
        entry.add("url", thing.url)
    entry.add_component(_reminder(title))
    return entry


def _reminder(title: str) -> Alarm:
    reminder = Alarm()
    reminder.add("action", "DISPLAY")
    reminder.add("description", tr("One week left: {title}", title=title))
    reminder.add("trigger", -BEFORE)
    return reminder


def _in_words(thing: Opportunity, closes_at: datetime) -> str:
    """Return what one needs to know on the day: who, how much, when, where."""
    decides = decision_in_words(thing, local_day(closes_at))
    lines = [
        tr("For practice only. This is not real money.") if thing.practice else "",
        one_line(thing.funder if isinstance(thing, FundingCall) else thing.buyer),
        amount_in_words(thing),
        tr("Closes {when}.", when=with_time(closes_at)),
        tr("They decide {when}.", when=decides) if decides else "",
        clean(thing.url),
    ]
    return "\n".join(line for line in lines if line)
