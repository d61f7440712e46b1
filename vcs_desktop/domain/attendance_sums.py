"""Sums over the sheets of who came: in all, by month, by activity, by person.

They stand on sessions, which are sheets read quickly: five years of them are thousands of
ticks. Nothing here knows a name.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from vcs_desktop.domain.days import MONTHS_IN_YEAR, months_on
from vcs_desktop.domain.values import PART

_CAME, _HELPED = f"came{PART}", f"helped{PART}"

FEW = 5
"""A smaller number of people may point at somebody: it is for the group's own eyes."""

_MISSED_LAST = 4
_LOOKED_AT = 12
_CAME_OFTEN = 4
"""Who came to 4 of 12 sessions, and then to none of the last 4, has not come for a while."""

_USUAL_DAYS = 366


@dataclass(frozen=True, slots=True)
class Help:
    """How long somebody helped; ``minutes`` None is that nobody has said."""

    minutes: int | None = None
    employer: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """One sheet. ``came`` says of each who came whether it was for the first time.

    ``activity`` is its id, empty for something done once, which goes by its ``name``.
    """

    id: str
    name: str
    activity: str
    on: date
    came: Mapping[str, bool] = field(default_factory=dict)
    others: int = 0
    others_first: int = 0
    helped: Mapping[str, Help] = field(default_factory=dict)

    @property
    def visits(self) -> int:
        """How many came, named or not; who helped is not counted."""
        return len(self.came) + self.others

    @property
    def first_timers(self) -> int:
        """How many of them came for the first time."""
        return sum(self.came.values()) + min(self.others_first, self.others)

    @property
    def minutes(self) -> int:
        """How long was helped, all together."""
        return sum(each.minutes or 0 for each in self.helped.values())

    @property
    def what(self) -> str:
        """What is the same for all sessions of one activity."""
        return self.activity or f"={self.name.casefold()}"


@dataclass(frozen=True, slots=True)
class Sum:
    """What some sessions come to.

    ``people`` are the different people by name who came: those who were only counted
    (``counted``, in visits) cannot be told apart. ``unsaid`` are how many times somebody
    helped and nobody said how long.
    """

    sessions: int = 0
    visits: int = 0
    people: int = 0
    counted: int = 0
    first_timers: int = 0
    helpers: int = 0
    minutes: int = 0
    unsaid: int = 0


@dataclass(frozen=True, slots=True)
class PersonSum:
    """What one person did: came so often, last on this day, and helped so long."""

    person: str
    came: int = 0
    last_came: date | None = None
    helped: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Missed:
    """Somebody who came often to an activity, and not to its last sessions."""

    person: str
    what: str
    last_came: date


def session_of(id_: str, values: Mapping[str, Any]) -> Session | None:
    """Return a sheet as a session, out of the values it is kept in; None without its day."""
    try:
        on = date.fromisoformat(values.get("on", ""))
    except (TypeError, ValueError):
        return None
    came, helped = {}, {}
    for name, value in values.items():
        if not isinstance(value, dict):
            continue
        if name.startswith(_CAME):
            came[name[len(_CAME) :]] = value.get("is_first_time") is True
        elif name.startswith(_HELPED):
            minutes = value.get("minutes")
            helped[name[len(_HELPED) :]] = Help(
                minutes if type(minutes) is int else None, _text(value.get("employer"))
            )
    return Session(
        id=id_,
        name=_text(values.get("name")),
        activity=_text(values.get("activity")),
        on=on,
        came=came,
        others=_count(values.get("others")),
        others_first=_count(values.get("others_first_time")),
        helped=helped,
    )


def as_now(session: Session, now: Callable[[str], str]) -> Session:
    """Return a session with each person under the id that stands for them now.

    Who was written down under two ids that turned out to be one came once.
    """
    if all(now(each) == each for each in (*session.came, *session.helped)):
        return session
    came: dict[str, bool] = {}
    for each, is_first in session.came.items():
        came[now(each)] = came.get(now(each), False) or is_first
    helped: dict[str, Help] = {}
    for each, help_ in session.helped.items():
        helped[now(each)] = _together(helped.get(now(each)), help_)
    return replace(session, came=came, helped=helped)


def between(sessions: Iterable[Session], first: date, last: date) -> list[Session]:
    """Return the sessions from a day to a day, both counted."""
    return [each for each in sessions if first <= each.on <= last]


def sum_of(sessions: Iterable[Session]) -> Sum:
    """Return what some sessions come to."""
    held = list(sessions)
    people = {person for each in held for person in each.came}
    helpers = {person for each in held for person in each.helped}
    return Sum(
        sessions=len(held),
        visits=sum(each.visits for each in held),
        people=len(people),
        counted=sum(each.others for each in held),
        first_timers=sum(each.first_timers for each in held),
        helpers=len(helpers),
        minutes=sum(each.minutes for each in held),
        unsaid=sum(help_.minutes is None for each in held for help_ in each.helped.values()),
    )


def by_month(sessions: Iterable[Session], first: date, last: date) -> dict[date, Sum]:
    """Return the sum of every month from a day to a day, by its first day; also of empty ones."""
    begin = first.replace(day=1)
    count = (last.year - first.year) * MONTHS_IN_YEAR + last.month - first.month + 1
    found: dict[date, list[Session]] = {months_on(begin, each): [] for each in range(count)}
    for each in between(sessions, first, last):
        found[each.on.replace(day=1)].append(each)
    return {month: sum_of(held) for month, held in found.items()}


def by_activity(sessions: Iterable[Session]) -> dict[str, Sum]:
    """Return the sum of each activity by ``Session.what``, the one with most visits first."""
    found: dict[str, list[Session]] = {}
    for each in sessions:
        found.setdefault(each.what, []).append(each)
    sums = {what: sum_of(held) for what, held in found.items()}
    return dict(sorted(sums.items(), key=lambda item: (-item[1].visits, item[0])))


def by_person(sessions: Iterable[Session]) -> list[PersonSum]:
    """Return what each person did, who came most often first."""
    came: Counter[str] = Counter()
    last: dict[str, date] = {}
    helped: Counter[str] = Counter()
    minutes: Counter[str] = Counter()
    for each in sessions:
        for person in each.came:
            came[person] += 1
            last[person] = max(each.on, last.get(person, each.on))
        for person, help_ in each.helped.items():
            helped[person] += 1
            minutes[person] += help_.minutes or 0
    found = [
        PersonSum(person, came[person], last.get(person), helped[person], minutes[person])
        for person in dict.fromkeys((*came, *helped))
    ]
    return sorted(found, key=lambda one: (-one.came, -one.minutes, one.person))


def by_employer(sessions: Iterable[Session]) -> dict[str, int]:
    """Return how many minutes each employer's people helped, the most first."""
    found: Counter[str] = Counter()
    names: dict[str, str] = {}
    for each in sessions:
        for help_ in each.helped.values():
            if name := " ".join(help_.employer.split()):
                found[names.setdefault(name.casefold(), name)] += help_.minutes or 0
    return dict(found.most_common())


def usual(sessions: Iterable[Session], what: str, before: date) -> dict[str, int]:
    """Return how often each came to an activity in the year before a day, the most often first.

    Of those who came as often, who came last stands first.
    """
    since = before - timedelta(days=_USUAL_DAYS)
    times: Counter[str] = Counter()
    last: dict[str, date] = {}
    for each in sessions:
        if each.what == what and since <= each.on < before:
            times.update(each.came.keys())
            last |= {person: max(each.on, last.get(person, each.on)) for person in each.came}
    order = sorted(times, key=lambda person: (-times[person], -last[person].toordinal(), person))
    return {person: times[person] for person in order}


def usual_helpers(sessions: Iterable[Session], what: str, before: date) -> dict[str, int]:
    """Return how often each helped with an activity in the year before, the most often first."""
    since = before - timedelta(days=_USUAL_DAYS)
    times: Counter[str] = Counter()
    for each in sessions:
        if each.what == what and since <= each.on < before:
            times.update(each.helped.keys())
    return dict(sorted(times.items(), key=lambda item: (-item[1], item[0])))


def came_before(sessions: Iterable[Session], on: date, sheet_id: str = "") -> frozenset[str]:
    """Return everybody who came, to anything, before a day or on it, but for one sheet."""
    return frozenset(
        person for each in sessions if each.on <= on and each.id != sheet_id for person in each.came
    )


def missed(sessions: Iterable[Session], until: date) -> list[Missed]:
    """Return who came often and has not come for a while, the latest first.

    It goes by the sessions that there were, not by weeks: a summer break makes nobody miss
    anything. Who came to something else since, or helped, is not missed.
    """
    every = sorted((each for each in sessions if each.on <= until), key=_day)
    seen = {person: each.on for each in every for person in (*each.came, *each.helped)}
    held = [each for each in every if each.came]
    last = {person: each.on for each in held for person in each.came}
    by_what: dict[str, list[Session]] = {}
    for each in held:
        by_what.setdefault(each.what, []).append(each)
    found: dict[str, Missed] = {}
    for what, all_of_it in by_what.items():
        lately, before = all_of_it[-_MISSED_LAST:], all_of_it[-_MISSED_LAST - _LOOKED_AT :]
        if len(lately) < _MISSED_LAST:
            continue
        times = Counter(person for each in before[:-_MISSED_LAST] for person in each.came)
        for person, count in times.items():
            if count >= _CAME_OFTEN and seen[person] < lately[0].on:
                found[person] = Missed(person, what, last[person])
    return sorted(found.values(), key=lambda one: (-one.last_came.toordinal(), one.person))


def _day(session: Session) -> tuple[date, str]:
    return session.on, session.id


def _together(one: Help | None, other: Help) -> Help:
    """Return what is known of two helps that were one person's on one day: the longer counts."""
    if one is None:
        return other
    minutes = max((m for m in (one.minutes, other.minutes) if m is not None), default=None)
    return Help(minutes, one.employer or other.employer)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _count(value: Any) -> int:
    return max(0, value) if type(value) is int else 0


def names_of_activities(
    sessions: Sequence[Session], activities: Mapping[str, str]
) -> dict[str, str]:
    """Return what each ``Session.what`` is called: as its activity is now, else as last written."""
    named = {each.what: each.name for each in sorted(sessions, key=_day)}
    return named | {what: activities[what] for what in named if activities.get(what)}
