"""Everything of an open group that falls on a day, whichever part of the app it comes from."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from vcs_desktop.domain import (
    due_of_activities,
    due_of_applications,
    due_of_people,
    due_of_years,
    meetings,
    own_dates,
    papers,
    rota,
)
from vcs_desktop.domain.applications import Application
from vcs_desktop.domain.attendance import Activity
from vcs_desktop.domain.days import MONTHS_IN_YEAR
from vcs_desktop.domain.due import (
    STAYS_OPEN,
    DateDone,
    DateLine,
    Due,
    OwnDate,
    with_outcomes,
)
from vcs_desktop.domain.grants import Grant
from vcs_desktop.domain.kinds import (
    ACTIVITY,
    APPLICATION,
    DATE_DONE,
    GRANT,
    OUR_GROUP,
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
from vcs_desktop.storage.queries.group_dates import Span

_OF_PEOPLE = frozenset({"name", "roles", "dbs"})
"""All of a person that falls due."""

_A_YEAR = timedelta(days=366)
_MOST_YEARS = 100
"""What comes again more seldom is not looked for before."""


@dataclass(frozen=True, slots=True)
class FromOutside:
    """What a calendar takes from the library: kept grants that close, and what must be filed."""

    closings: Sequence[Due] = ()
    filings: Sequence[ForPeriod] = ()


class DueSources:
    """Everything of a group that has a day. Nothing is read before a day is asked for."""

    def __init__(self, records: RecordsService, outside: FromOutside) -> None:
        self._records = records
        self._outside = [*outside.closings, *due_of_years.filing_dues(outside.filings)]

    def between(self, start: date, end: date) -> list[Due]:
        """Return everything that falls between two days, both included, in no order."""
        span = (start, end)
        lasting = self._lasting(span, meetings_on=span)
        found = [due for due in lasting if start <= due.on <= end]
        for own in _own_dates(self._records, span):
            found += own_dates.dues_of(own, start, end)
        return found + self._coming_again(start, end)

    def still_open(self, today: date) -> list[Due]:
        """Return what was due before a day and may still have to be done, however long ago.

        Of a date that comes again only the last time counts: whoever missed three of them
        has one thing to do, not three.
        """
        if today == date.min:
            return []
        span = (date.min, today - timedelta(1))
        found = [due for due in self._lasting(span) if _stays_open(due, today)]
        for own in _own_dates(self._records, span):
            found += _last_before(own, today)
        return found

    def open_and_ahead(self, today: date, end: date) -> tuple[list[Due], list[Due]]:
        """Return what is ``still_open``, and what falls ``between`` a day and another.

        It is asked for together, so that every record is read once. Where the end is before
        the day, there is that part of what is still open which was due up to the end.
        """
        span = (date.min, end)
        lasting = self._lasting(span, meetings_on=(today, end))
        open_ = [due for due in lasting if _stays_open(due, today)]
        ahead = [due for due in lasting if today <= due.on <= end]
        for own in _own_dates(self._records, span):
            open_ += _last_before(own, today)
            ahead += own_dates.dues_of(own, today, end)
        if end < today:
            return [due for due in open_ if due.on <= end], []
        return open_, ahead + self._coming_again(today, end)

    def _lasting(self, span: Span, *, meetings_on: Span | None = None) -> list[Due]:
        """Return what is there by itself in a span, and maybe some more.

        Meetings without any action in the span are read for the days ``meetings_on`` only.
        """
        records = self._records
        return [
            *self._outside,
            *_of_people(records, span),
            *_of_papers(records, span),
            *_of_meetings(records, span, meetings_on),
            *_of_applications(records, {due.id for due in self._outside}),
        ]

    def _coming_again(self, start: date, end: date) -> list[Due]:
        """Return what takes place, week by week or year by year."""
        records = self._records
        found = rota.dues_of(_shifts(records, start, end))
        for activity in things(records, Activity, ACTIVITY):
            found += due_of_activities.dues_of(activity, start, end)
        held = records.held(OurGroup, OUR_GROUP)
        year_end = held.thing.year_end if held is not None else None
        found += due_of_years.year_end_dues(year_end, start, end)
        return found

    def lines(self, start: date, end: date) -> list[DateLine]:
        """Return every date between two days, with what came of it, by day and hour."""
        return with_outcomes(self.between(start, end), done_between(self._records, start, end))

    def left_over(self, today: date) -> list[DateLine]:
        """Return what was due before a day and nobody has ticked off, the longest ago first."""
        return self._not_done(self.still_open(today), today)

    def left_over_and_lines(self, today: date, end: date) -> tuple[list[DateLine], list[DateLine]]:
        """Return what is ``left_over``, and the ``lines`` of a day to another."""
        open_, ahead = self.open_and_ahead(today, end)
        done = done_between(self._records, today, end)
        return self._not_done(open_, today), with_outcomes(ahead, done)

    def _not_done(self, dues: list[Due], today: date) -> list[DateLine]:
        lines = with_outcomes(dues, done_between(self._records, date.min, today))
        return [line for line in lines if line.outcome is None]

    def ticked(self, start: date, end: date) -> list[DateLine]:
        """Return what was ticked off of the dates between two days, both included."""
        done = done_between(self._records, start, end)
        days = [each.due_on for each in done.values() if each.due_on is not None]
        if not days:
            return []
        lines = with_outcomes(self.between(min(days), max(days)), done)
        return [line for line in lines if line.outcome is not None]


def done_between(records: RecordsService, start: date, end: date) -> dict[str, DateDone]:
    """Return what was said of dates between two days, both included, by id: done, or not needed."""
    with records.database.reading() as session:
        found = group_dates.bodies_between(session, DATE_DONE, start, end, field="due_on")
    return {id_: thing_of(DateDone, values, id_) for id_, values in found}


def day_with_enough(records: RecordsService, count: int, last: date) -> date | None:
    """Return a day by which more than so many dates have come, None if not by the ``last`` one.

    Some of them may have been ticked off.
    """
    with records.database.reading() as session:
        return group_dates.day_of_one_too_many(session, count, last)


def without_day(records: RecordsService) -> list[OwnDate]:
    """Return the dates of the group's own that have no day yet."""
    with records.database.reading() as session:
        found = group_dates.own_dates_without_day(session)
    made = (thing_of(OwnDate, values, id_) for id_, values in found)
    return [own for own in made if own.on is None]


def _of_people(records: RecordsService, span: Span) -> Iterator[Due]:
    with records.database.reading() as session:
        found = group_dates.people_with_days(session, _OF_PEOPLE, span)
    for id_, values in found:
        yield from due_of_people.dues_of(thing_of(Person, values, id_))


def _of_papers(records: RecordsService, span: Span) -> Iterator[Due]:
    with records.database.reading() as session:
        found = group_dates.papers_with_days(session, papers.FIELDS_OF_DUES, span)
    for id_, values in found:
        yield from papers.dues_of(thing_of(Paper, values, id_))


def _of_meetings(records: RecordsService, span: Span, on: Span | None) -> Iterator[Due]:
    """Yield what actions fall due in a span, and meetings; ``on`` None is for the actions only."""
    with records.database.reading() as session:
        found = group_dates.meetings_with_days(session, meetings.FIELDS_OF_DUES, span, on)
    known = cache(lambda: who(records))  # most have no action that somebody is to do
    for id_, values in found:
        meeting = thing_of(Meeting, values, id_)
        yield from meetings.dues_of(meeting, lambda person: known().name(person))


def _of_applications(records: RecordsService, told: Collection[str]) -> Iterator[Due]:
    """Yield what falls due of applications and grants: there are never many."""
    for application in things(records, Application, APPLICATION):
        yield from due_of_applications.closings_of(application, told)
    for grant in things(records, Grant, GRANT):
        yield from due_of_applications.dues_of_grant(grant)


def _shifts(records: RecordsService, start: date, end: date) -> list[Shift]:
    with records.database.reading() as session:
        found = group_dates.bodies_between(session, SHIFT, start, end)
    return [thing_of(Shift, values, id_) for id_, values in found]


def _own_dates(records: RecordsService, span: Span) -> list[OwnDate]:
    with records.database.reading() as session:
        found = group_dates.own_dates(session, span)
    return [thing_of(OwnDate, values, id_) for id_, values in found]


def _stays_open(due: Due, today: date) -> bool:
    return due.on < today and due.kind in STAYS_OPEN


def _last_before(own: OwnDate, today: date) -> list[Due]:
    """Return the last time of a date before a day, if there was one."""
    if today == date.min:
        return []
    yesterday = today - timedelta(1)
    return list(own_dates.dues_of(own, _first_to_look(own, yesterday), yesterday))[-1:]


def _first_to_look(own: OwnDate, yesterday: date) -> date:
    """Return from when on to look for the last time of a date; it may come every five years."""
    if own.on is None or own.repeats_months <= 0:
        return date.min
    years = min(own.repeats_months // MONTHS_IN_YEAR + 1, _MOST_YEARS)
    return max(own.on, yesterday - _A_YEAR * years)
