"""Everything of an open group that falls on a day, whichever part of the app it comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from vcs_desktop.domain import (
    due_of_activities,
    due_of_people,
    due_of_years,
    meetings,
    own_dates,
    papers,
    rota,
)
from vcs_desktop.domain.attendance import Activity
from vcs_desktop.domain.days import MONTHS_IN_YEAR
from vcs_desktop.domain.due import STAYS_OPEN, DateDone, Due, OwnDate
from vcs_desktop.domain.kinds import (
    ACTIVITY,
    DATE_DONE,
    DOCUMENT,
    MEETING,
    OUR_GROUP,
    OWN_DATE,
    SHIFT,
)
from vcs_desktop.domain.meetings import Meeting
from vcs_desktop.domain.obligations import ForPeriod
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.papers import Paper
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.values import thing_of
from vcs_desktop.domain.volunteering import Shift
from vcs_desktop.services.records import RecordsService
from vcs_desktop.services.things import things
from vcs_desktop.services.who import who
from vcs_desktop.storage.queries import group_dates

_A_YEAR = timedelta(days=366)
_MOST_YEARS = 100
"""What comes again more seldom is not looked for before."""


@dataclass(frozen=True, slots=True)
class FromOutside:
    """What a calendar takes from the library: kept grants that close, and what must be filed."""

    closings: Sequence[Due] = ()
    filings: Sequence[ForPeriod] = ()


class DueSources:
    """What was read once of a group, to be asked for several times in a row.

    ``lasting`` are all dates that are there by themselves, whenever they are.
    """

    def __init__(self, records: RecordsService, outside: FromOutside) -> None:
        self._records = records
        self._lasting = [
            *outside.closings,
            *due_of_years.filing_dues(outside.filings),
            *_of_people(records),
            *_of_papers_and_meetings(records),
        ]
        self.own = things(records, OwnDate, OWN_DATE)
        self._activities = things(records, Activity, ACTIVITY)
        held = records.held(OurGroup, OUR_GROUP)
        self._year_end = held.thing.year_end if held is not None else None

    def between(self, start: date, end: date) -> list[Due]:
        """Return everything that falls between two days, both included, in no order."""
        found = [due for due in self._lasting if start <= due.on <= end]
        found += rota.dues_of(_shifts(self._records, start, end))
        for activity in self._activities:
            found += due_of_activities.dues_of(activity, start, end)
        for own in self.own:
            found += own_dates.dues_of(own, start, end)
        found += due_of_years.year_end_dues(self._year_end, start, end)
        return found

    def still_open(self, today: date) -> list[Due]:
        """Return what was due before a day and may still have to be done, however long ago.

        Of a date that comes again only the last time counts: whoever missed three of them
        has one thing to do, not three.
        """
        yesterday = today - timedelta(1)
        found = [due for due in self._lasting if due.on < today and due.kind in STAYS_OPEN]
        for own in self.own:
            before = list(own_dates.dues_of(own, _first_to_look(own, yesterday), yesterday))
            found += before[-1:]
        return found


def all_done(records: RecordsService) -> dict[str, DateDone]:
    """Return what was said to be done, or not needed, by id."""
    return {each.id: each for each in things(records, DateDone, DATE_DONE)}


def _of_people(records: RecordsService) -> Iterator[Due]:
    with records.database.reading() as session:
        found = group_dates.people_with_days(session)
    for id_, values in found:
        yield from due_of_people.dues_of(thing_of(Person, values, id_))


def _of_papers_and_meetings(records: RecordsService) -> Iterator[Due]:
    with records.database.reading() as session:
        of_papers = group_dates.bodies_with(session, DOCUMENT, papers.FIELDS_OF_DUES)
        of_meetings = group_dates.bodies_with(session, MEETING, meetings.FIELDS_OF_DUES)
    for id_, values in of_papers:
        yield from papers.dues_of(thing_of(Paper, values, id_))
    known = who(records)
    for id_, values in of_meetings:
        yield from meetings.dues_of(thing_of(Meeting, values, id_), known.name)


def _shifts(records: RecordsService, start: date, end: date) -> list[Shift]:
    with records.database.reading() as session:
        found = group_dates.bodies_between(session, SHIFT, start, end)
    return [thing_of(Shift, values, id_) for id_, values in found]


def _first_to_look(own: OwnDate, yesterday: date) -> date:
    """Return from when on to look for the last time of a date; it may come every five years."""
    if own.on is None or own.repeats_months <= 0:
        return date.min
    years = min(own.repeats_months // MONTHS_IN_YEAR + 1, _MOST_YEARS)
    return max(own.on, yesterday - _A_YEAR * years)
