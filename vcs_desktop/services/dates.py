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
from vcs_desktop.domain.fold import Folded
from vcs_desktop.domain.kinds import DATE_DONE, OWN_DATE
from vcs_desktop.domain.meetings import Meeting
from vcs_desktop.domain.obligations import ForPeriod
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.services.dues import DueSources, FromOutside, all_done
from vcs_desktop.services.records import Held, NoSuchRecord
from vcs_desktop.services.space import Space

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup

AHEAD = timedelta(days=366)
"""So far the list looks ahead, and back for what was ticked off."""

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
    its id and name.
    """

    today: date
    before: tuple[DateLine, ...] = ()
    ahead: tuple[DateLine, ...] = ()
    ticked: tuple[DateLine, ...] = ()
    undated: tuple[tuple[str, str], ...] = ()


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
        return with_outcomes(self._sources().between(start, end), all_done(self.inside.records))

    def agenda(self) -> Agenda:
        """Return what is still open from before, and what comes in the next year."""
        today, sources, done = self.today(), self._sources(), all_done(self.inside.records)
        around = with_outcomes(sources.between(today - AHEAD, today + AHEAD), done)
        before = with_outcomes(sources.still_open(today), done)
        undated = sorted((each.id, each.name) for each in sources.own if each.on is None)
        return Agenda(
            today,
            before=tuple(line for line in before if line.outcome is None),
            ahead=tuple(line for line in around if line.due.on >= today),
            ticked=tuple(line for line in around if line.outcome and line.due.on < today),
            undated=tuple(undated),
        )

    def next(self, count: int = 3) -> list[DateLine]:
        """Return the next dates that are open, from today on.

        What the group runs every week, and its rota, are left out; of a date that comes
        again there is the next time only.
        """
        today = self.today()
        found: dict[str, DateLine] = {}
        for line in self.between(today, today + AHEAD):
            if is_open(line, today) and line.due.kind not in NOT_ON_HOME:
                is_own = line.due.kind is DueKind.OUR_OWN
                found.setdefault(line.due.record_id if is_own else line.due.id, line)
        return list(found.values())[:count]

    def left_over(self) -> list[DateLine]:
        """Return what was due before today and is still open, the longest ago first."""
        open_ = self._sources().still_open(self.today())
        found = with_outcomes(open_, all_done(self.inside.records))
        return [line for line in found if line.outcome is None]

    def filings(self) -> tuple[ForPeriod, ...]:
        """Return what the group must file, and what of that cannot be told yet."""
        return self.inside.obligations.look(self._rules())

    def filings_ticked(self) -> dict[str, Outcome]:
        """Return what came of the dates of what must be filed, by the id of the date."""
        lines = with_outcomes(filing_dues(self.filings()), all_done(self.inside.records))
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
    empty = Folded(record_id, DATE_DONE, {}, (), {}, None, returned=False)
    return Held(DateDone(id=record_id), empty)


def _named(own: OwnDate) -> OwnDate:
    name = " ".join(own.name.split())
    if not name:
        raise NoNameOfDate
    return replace(own, name=name)
