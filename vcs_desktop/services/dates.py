"""The dates of an open group: what falls due, what is next, and ticking it off."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.due import (
    NAMES_PEOPLE,
    DateDone,
    DateLine,
    Due,
    DueKind,
    Outcome,
    OwnDate,
    done_id,
    is_open,
    with_outcomes,
)
from vcs_desktop.domain.due_of_years import filing_dues
from vcs_desktop.domain.due_words import kind_in_words
from vcs_desktop.domain.kinds import DATE_DONE, OWN_DATE
from vcs_desktop.domain.meetings import Meeting
from vcs_desktop.domain.obligations import ForPeriod
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.services.dues import (
    DueSources,
    FromOutside,
    day_with_enough,
    done_between,
    without_day,
)
from vcs_desktop.services.records import Held, NoSuchRecord, unwritten
from vcs_desktop.services.space import Space

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup

AHEAD = timedelta(days=366)
"""So far the list looks ahead, and back for what was ticked off."""

NEAREST = timedelta(31)
"""So far ahead the list is told first: to the end of this week and this month at least."""

_A_SCREEN, _TWO_SCREENS = 30, 60
"""Dates: so many are more than anybody sees at once, in the tallest window."""

NOT_ON_HOME = frozenset({DueKind.ACTIVITY, DueKind.SHIFT})
"""What comes every week anyway, and would leave no room for the rest."""


class NoNameOfDate(AppError):
    """A date was to be kept without a name."""

    message = marked("This date has no name yet.")
    advice = marked("Type what it is, such as “Pay the hall”.")


@dataclass(frozen=True, slots=True)
class Agenda:
    """The list of dates as of a day, sorted.

    ``before`` are those of days that have passed and that are still open, ``ahead`` all
    others from that day on, ticked off or not. ``ticked`` are those of the year before that
    were ticked off. ``undated`` are dates of the group's own without a day yet, each with
    its id and name. While ``is_whole`` is false the list goes on after the last of ``ahead``,
    or of ``before`` where there is none ahead, and what was ticked off or has no day is not
    in it yet.
    """

    today: date
    before: tuple[DateLine, ...] = ()
    ahead: tuple[DateLine, ...] = ()
    ticked: tuple[DateLine, ...] = ()
    undated: tuple[tuple[str, str], ...] = ()
    is_whole: bool = True


class DatesService:
    """Puts the calendar together anew each time: nothing of it is kept but what was ticked off."""

    def __init__(
        self,
        space: Space,
        clock: Clock,
        closings: Callable[[], Sequence[Due]],
        rules: Callable[[], RuleBook],
    ) -> None:
        """``closings`` are those of what was kept, ``rules`` the rule book of the library."""
        self._space = space
        self._clock = clock
        self._closings = closings
        self._rules = rules

    def today(self) -> date:
        """Return the day as of which the dates are told."""
        return self._clock.today()

    def between(self, start: date, end: date) -> list[DateLine]:
        """Return every date between two days, both included, by day and hour."""
        return self._sources().lines(start, end)

    def agenda(self) -> Agenda:
        """Return what is still open from before, and what comes in the next year."""
        today, sources = self.today(), self._sources()
        ticked = sources.ticked(today - AHEAD, today - timedelta(1))
        found = self._agenda(sources, today, today + AHEAD)
        undated = sorted((each.id, each.name) for each in without_day(self.inside.records))
        return replace(found, ticked=tuple(ticked), undated=tuple(undated), is_whole=True)

    def nearest(self) -> Agenda:
        """Return the first part of the agenda: more than a screen of it, or all within a month.

        It is there long before the rest, where there are thousands of dates.
        """
        today, sources = self.today(), self._sources()
        last = today + NEAREST
        enough_by = day_with_enough(self.inside.records, _TWO_SCREENS, last)
        if enough_by is not None:
            found = self._agenda(sources, today, enough_by)
            if len(found.before) + len(found.ahead) >= _A_SCREEN:
                return found
        return self._agenda(sources, today, last)

    def next(self, count: int = 3) -> list[DateLine]:
        """Return the next dates that are open, from today on.

        What the group runs every week, and its rota, are left out; of a date that comes
        again there is the next time only.
        """
        today, sources = self.today(), self._sources()
        found: dict[str, DateLine] = {}
        first = today
        for last in (today + NEAREST, today + AHEAD):  # most have enough in the next weeks
            for line in sources.lines(first, last):
                if is_open(line, today) and line.due.kind not in NOT_ON_HOME:
                    is_own = line.due.kind is DueKind.OUR_OWN
                    found.setdefault(line.due.record_id if is_own else line.due.id, line)
            if len(found) >= count:
                break
            first = last + timedelta(1)
        return list(found.values())[:count]

    def left_over(self) -> list[DateLine]:
        """Return what was due before today and is still open, the longest ago first."""
        return self._sources().left_over(self.today())

    def filings(self) -> tuple[ForPeriod, ...]:
        """Return what the group must file, and what of that cannot be told yet."""
        return self.inside.obligations.look(self._rules())

    def filings_ticked(self) -> dict[str, Outcome]:
        """Return what came of the dates of what must be filed, by the id of the date."""
        done = done_between(self.inside.records, date.min, date.max)
        lines = with_outcomes(filing_dues(self.filings()), done)
        return {line.due.id: line.outcome for line in lines if line.outcome is not None}

    def tick(self, due: Due, outcome: Outcome) -> None:
        """Say that a date is done, or that nothing had to be done.

        An action of a meeting that is done is so in the meeting too.
        """
        records = self.inside.records
        if due.kind is DueKind.ACTION and outcome is Outcome.DONE and self._act_out(due):
            return
        before = records.held(DateDone, done_id(due)) or _nothing(done_id(due))
        after = DateDone(
            id=before.thing.id,
            name=kind_in_words(due.kind) if due.kind in NAMES_PEOPLE else due.what,
            due_on=due.on,
            done_on=self.today(),
            is_not_needed=outcome is Outcome.NOT_NEEDED,
        )
        records.save(before, after, verb=Verb.TICK)

    def untick(self, due: Due) -> None:
        """Say that a date is not done after all."""
        records = self.inside.records
        before = records.held(DateDone, done_id(due))
        if before is not None:
            after = replace(before.thing, due_on=None, done_on=None, is_not_needed=False)
            records.save(before, after)

    def own(self, record_id: str) -> Held[OwnDate]:
        """Return a date of the group's own, in the bin or not.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        found = self.inside.records.held(OwnDate, record_id)
        if found is None or found.record.kind != OWN_DATE:
            raise NoSuchRecord(record_id)
        return found

    def add_own(self, own: OwnDate) -> str:
        """Keep a new date of the group's own, and return its id.

        Raises:
            NoNameOfDate: it has no name.
            TooLong: a text is too long.
        """
        return self.inside.records.add(OWN_DATE, _named(own))

    def save_own(self, before: Held[OwnDate], after: OwnDate) -> Held[OwnDate]:
        """Keep what was changed in a date of the group's own.

        Raises:
            NoNameOfDate: there is no name left.
            TooLong: a text is too long.
        """
        return self.inside.records.save(before, _named(after))

    @property
    def inside(self) -> "InGroup":
        """The services of the group whose dates these are."""
        return self._space.inside()

    def _sources(self) -> DueSources:
        outside = FromOutside(self._closings(), self.filings())
        return DueSources(self.inside.records, outside)

    def _agenda(self, sources: DueSources, today: date, last: date) -> Agenda:
        before, ahead = sources.left_over_and_lines(today, last)
        return Agenda(today, tuple(before), tuple(ahead), is_whole=False)

    def _act_out(self, due: Due) -> bool:
        """Say in the meeting that an action is done; False where the meeting has none such."""
        records = self.inside.records
        held = records.held(Meeting, due.record_id)
        action_id = due.id.rpartition("/")[2]
        if held is None or all(each.id != action_id for each in held.thing.actions):
            return False
        actions = tuple(
            replace(each, done_on=self.today()) if each.id == action_id else each
            for each in held.thing.actions
        )
        records.save(held, replace(held.thing, actions=actions))
        return True


def _nothing(record_id: str) -> Held[DateDone]:
    return unwritten(DATE_DONE, DateDone(id=record_id), record_id)


def _named(own: OwnDate) -> OwnDate:
    name = " ".join(own.name.split())
    if not name:
        raise NoNameOfDate
    return replace(own, name=name)
