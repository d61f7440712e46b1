"""What volunteers have reached: so many hours, so many years, and whom to thank for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.days import MONTHS_IN_YEAR, months_on
from vcs_desktop.domain.people import Person, Tie, holds
from vcs_desktop.domain.thanks import Reason, Thanks

HOURS = (10, 50, 100, 250, 500, 1_000, 2_000, 5_000)
YEARS = (1, 2, 3, 5, 10, 15, 20, 25, 30, 40, 50)
_MINUTES = 60


@dataclass(frozen=True, slots=True)
class Helping:
    """That somebody helped for so many minutes on a day; ``on`` None: nobody has said when."""

    person: str
    on: date | None
    minutes: int


@dataclass(frozen=True, slots=True)
class Helper:
    """One volunteer: how much they helped, and since when. ``since`` None is not known."""

    person: str
    minutes: int
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something to thank somebody for. ``reached_on`` None is that the day is not known."""

    person: str
    reason: Reason
    count: int
    reached_on: date | None = None


def milestones(
    helpings: Iterable[Helping],
    since: Mapping[str, date],
    thanked: Iterable[Thanks],
    today: date,
) -> list[Milestone]:
    """Return whom to thank and for what, the newest first.

    ``since`` is the first day of those who still volunteer. Of several marks that somebody
    passed only the highest is told, and none that is not above what they were thanked for.
    """
    done = _highest(thanked)
    found = [*_hours(helpings), *_years(since, today)]
    open_ = [each for each in found if each.count > done.get((each.person, each.reason), 0)]
    open_.sort(key=lambda each: (each.reached_on or date.min, each.person), reverse=True)
    return open_


def so_far(helpings: Iterable[Helping], today: date) -> list[Helping]:
    """Return what is over by the end of a day: a sheet may be begun before its day."""
    return [each for each in helpings if each.on is None or each.on <= today]


def totals(helpings: Iterable[Helping]) -> dict[str, int]:
    """Return how many minutes each person helped in all."""
    found: dict[str, int] = {}
    for each in helpings:
        found[each.person] = found.get(each.person, 0) + each.minutes
    return found


def volunteer_since(person: Person, today: date) -> date | None:
    """Return the first day on which somebody who volunteers today did so; None is not known.

    Who has stopped is not thanked for years that go on without them.
    """
    roles = [role for role in person.roles if role.tie is Tie.VOLUNTEER]
    if not any(holds(role, today) for role in roles):
        return None
    return min((role.since for role in roles if role.since), default=None)


def full_years(since: date, today: date) -> int:
    """Return how many whole years there are between two days; a 29 February ends on the 28th."""
    years = max(0, today.year - since.year)
    return years if years == 0 or months_on(since, years * MONTHS_IN_YEAR) <= today else years - 1


def reason_words(reason: Reason, count: int) -> str:
    """Return what somebody is thanked for, as it stands in a list."""
    match reason:
        case Reason.HOURS:
            return tr_count("{count} hour of help", "{count} hours of help", count)
        case Reason.YEARS:
            return tr_count("{count} year with us", "{count} years with us", count)
        case _:
            return tr("All that they do")


def hours_words(minutes: int) -> str:
    """Return "2 hours", "2 hours 30 minutes" or "45 minutes"."""
    hours, rest = divmod(minutes, _MINUTES)
    said = []
    if hours or not rest:
        said.append(tr_count("{count} hour", "{count} hours", hours))
    if rest:
        said.append(tr_count("{count} minute", "{count} minutes", rest))
    return " ".join(said)


def _hours(helpings: Iterable[Helping]) -> list[Milestone]:
    """Return the highest mark of hours that each person passed, and when they did."""
    each_one: dict[str, list[Helping]] = {}
    for each in helpings:
        each_one.setdefault(each.person, []).append(each)
    found = []
    for person, theirs in each_one.items():
        mark = _mark(HOURS, sum(each.minutes for each in theirs) // _MINUTES)
        if mark:
            reached = _reached_on(theirs, mark * _MINUTES)
            found.append(Milestone(person, Reason.HOURS, mark, reached))
    return found


def _reached_on(helpings: Sequence[Helping], minutes: int) -> date | None:
    so_far = 0
    for each in sorted(helpings, key=lambda one: one.on or date.min):
        so_far += each.minutes
        if so_far >= minutes:
            return each.on
    return None


def _years(since: Mapping[str, date], today: date) -> list[Milestone]:
    found = []
    for person, day in since.items():
        if mark := _mark(YEARS, full_years(day, today)):
            reached = months_on(day, mark * MONTHS_IN_YEAR)
            found.append(Milestone(person, Reason.YEARS, mark, reached))
    return found


def _mark(marks: Sequence[int], count: int) -> int:
    return max((mark for mark in marks if mark <= count), default=0)


def _highest(thanked: Iterable[Thanks]) -> dict[tuple[str, Reason], int]:
    highest: dict[tuple[str, Reason], int] = {}
    for each in thanked:
        key = (each.person, each.reason)
        highest[key] = max(highest.get(key, 0), each.count)
    return highest
