"""Figures that may stand in an answer: of the group's own records, and of its places.

Each comes with words that are ready for a sentence, and with what a later look needs to say
whether a newer one exists. A small number stays as it is: the group says it of itself. The
stretches of time are of whole months, so that a figure does not change from day to day.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from vcs_desktop.core.language import tr, tr_count, tr_marked
from vcs_desktop.domain import areas, figures
from vcs_desktop.domain.answers import Answer, Canonical, FactSource, UsedFact
from vcs_desktop.domain.attendance_periods import Period
from vcs_desktop.domain.attendance_sums import Session, Sum, between, by_activity, sum_of
from vcs_desktop.domain.days import MONTHS, month_in_words, months_on, shortly
from vcs_desktop.domain.reference import CommunityFact
from vcs_desktop.domain.year_summary import hours_in_words

MEMBERS = "members"
YEAR, QUARTER = 12, 3
_TENTHS = 10
_FAR = 99
_OF_HELPERS = ("volunteers/", "hours/")
_SUITED: Mapping[Canonical, Callable[["FactOffer"], bool]] = {
    Canonical.NEED: lambda offer: offer.source is FactSource.LIBRARY,
    Canonical.WHO_RUNS_IT: lambda offer: offer.key.startswith(_OF_HELPERS),
    Canonical.VALUE_FOR_MONEY: lambda offer: offer.key.startswith(_OF_HELPERS),
}
"""Which figures answer a question best; to others those of the group's own records do."""


@dataclass(frozen=True, slots=True)
class FactOffer:
    """A figure that can be put into an answer.

    ``key`` finds it again: the id of a library fact, or the name of one of the group's own
    figures. ``value`` tells it from a newer one, ``words`` are those to put into a sentence,
    ``as_of`` and ``said_by`` are in plain words. ``note`` is what a writer should know before
    they use it, or empty; it never goes into the answer.
    """

    source: FactSource
    key: str
    value: str
    words: str
    as_of: str = ""
    said_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class OwnRecords:
    """What the group's own figures are worked out of.

    ``names`` are those of activities by ``Session.what``; ``members`` is how many there are
    today; ``said_by`` is how the group is named as the source.
    """

    sessions: tuple[Session, ...]
    names: Mapping[str, str]
    members: int
    today: date
    said_by: str


def whole_months(today: date, count: int) -> Period:
    """Return so many whole months before a day; the month that runs is not among them.

    On the last day of a month that month counts: nothing more comes to it.
    """
    after = today + timedelta(days=1)
    end = after if after.day == 1 else today.replace(day=1)
    return Period(months_on(end, -count), end - timedelta(days=1))


def months_in_words(period: Period) -> str:
    """Return "September to November 2026", "December 2025 to November 2026" or "May 2026"."""
    first, last = period.first, period.last
    if (first.year, first.month) == (last.year, last.month):
        return month_in_words(last)
    name = tr_marked(MONTHS[first.month - 1]) if first.year == last.year else month_in_words(first)
    return tr("{first} to {last}", first=name, last=month_in_words(last))


def own_figures(own: OwnRecords) -> dict[str, FactOffer]:
    """Return every figure of the group's own records by its key, also those that are nothing."""
    year, quarter = whole_months(own.today, YEAR), whole_months(own.today, QUARTER)
    held = between(own.sessions, year.first, year.last)
    lately = between(own.sessions, quarter.first, quarter.last)
    found = [
        *_came(own, sum_of(held), YEAR, year),
        *_came(own, sum_of(lately), QUARTER, quarter),
        *_averages(own, held, year),
        *_helped(own, sum_of(held), year),
        _members(own),
    ]
    return {each.key: each for each in found}


def says_something(offer: FactOffer) -> bool:
    """Say whether a figure is worth an answer: nothing at all is not."""
    return any(each in "123456789" for each in offer.value)


def library_figure(fact: CommunityFact, note: str = "") -> FactOffer:
    """Return a fact of the library as a figure for an answer.

    Its words name what was measured, where and when, so that they stand by themselves.
    """
    year = str(fact.provenance.as_of.year) if fact.provenance.as_of else ""
    said = fact.title.removesuffix(f", {year}") if year else fact.title
    about = [said, fact.place if fact.place.casefold() not in said.casefold() else ""]
    about.append("" if year and said.endswith(year) else year)
    return FactOffer(
        FactSource.LIBRARY,
        fact.id,
        figures.shortly(fact),
        tr(
            "{figure} ({about})",
            figure=figures.in_words(fact),
            about=", ".join(filter(None, about)),
        ),
        year,
        fact.provenance.source,
        note,
    )


def of_places(facts: Iterable[CommunityFact], chosen: Collection[str]) -> tuple[CommunityFact, ...]:
    """Return the facts with a figure of some areas, of what lies in them and around them.

    Those of the areas themselves come first, then those of the next larger and smaller ones;
    within them the order stays.
    """
    near = [
        (min(steps), fact)
        for fact in facts
        if fact.value is not None and (steps := [*_steps(fact.area, chosen)])
    ]
    return tuple(fact for _, fact in sorted(near, key=lambda each: each[0]))


def newest_of(fact: CommunityFact, facts: Mapping[str, CommunityFact]) -> CommunityFact:
    """Return the newest edition of a fact that has a figure; itself where there is none."""
    newest, seen = fact, {fact.id}
    step = facts.get(fact.newer)
    while step is not None and step.id not in seen:
        seen.add(step.id)
        newest = step if step.value is not None else newest
        step = facts.get(step.newer)
    return newest


def suited_first(offers: Iterable[FactOffer], canonical: Canonical) -> tuple[FactOffer, ...]:
    """Return figures with those that suit a question before the others, else in their order."""
    suits = _SUITED.get(canonical)
    if suits is None:
        return tuple(offers)
    return tuple(sorted(offers, key=lambda offer: not suits(offer)))


def stale_in(
    answers: Iterable[Answer], newest: Callable[[UsedFact], FactOffer | None]
) -> dict[str, list[tuple[UsedFact, FactOffer]]]:
    """Return the figures in answers that have newer ones, by the ids of the answers.

    ``newest`` says what a figure is now, None where nobody knows any more.
    """
    found: dict[str, list[tuple[UsedFact, FactOffer]]] = {}
    for answer in answers:
        for used in answer.facts:
            now = newest(used)
            if now is not None and (now.key, now.value) != (used.key, used.value):
                found.setdefault(answer.id, []).append((used, now))
    return found


def newer_in_words(used: UsedFact, now: FactOffer) -> str:
    """Return "23.2% in 2021; you quote 16.4% from 2011"."""
    if not now.as_of or not used.as_of:
        return tr("It is {now} now; you quote {value}", now=now.value, value=used.value)
    return tr(
        "{now}, {when}; you quote {value}, {then}",
        now=now.value,
        when=now.as_of,
        value=used.value,
        then=used.as_of,
    )


def _came(own: OwnRecords, told: Sum, months: int, period: Period) -> list[FactOffer]:
    when = months_in_words(period)
    people = (
        tr_count(
            "at least {count} different person", "at least {count} different people", told.people
        )
        if told.counted
        else tr_count("{count} different person", "{count} different people", told.people)
    )
    note = (
        tr_count(
            "{count} visit more was counted without a name.",
            "{count} visits more were counted without names.",
            told.counted,
        )
        if told.counted
        else ""
    )
    visits = tr_count("{count} visit", "{count} visits", told.visits)
    sessions = tr_count("{count} session", "{count} sessions", told.sessions)
    return [
        _own(own, f"people/{months}-months", f"{told.people:,}", people, when, note),
        _own(own, f"visits/{months}-months", f"{told.visits:,}", visits, when),
        _own(own, f"sessions/{months}-months", f"{told.sessions:,}", sessions, when),
    ]


def _averages(own: OwnRecords, held: list[Session], period: Period) -> list[FactOffer]:
    """Return how many came on average to each activity; what was done once has no average."""
    when = months_in_words(period)
    found = []
    for what, told in by_activity(held).items():
        if what.startswith("=") or not told.sessions:
            continue
        value = _average(told.visits, told.sessions)
        words = tr(
            "{people} people on average each time {activity} ran",
            people=value,
            activity=own.names.get(what, ""),
        )
        found.append(_own(own, f"average/{what}", value, words, when))
    return found


def _helped(own: OwnRecords, told: Sum, period: Period) -> list[FactOffer]:
    when = months_in_words(period)
    hours = hours_in_words(told.minutes)
    note = (
        tr_count(
            "{count} time nobody wrote down how long.",
            "{count} times nobody wrote down how long.",
            told.unsaid,
        )
        if told.unsaid
        else ""
    )
    volunteers = tr_count("{count} volunteer", "{count} volunteers", told.helpers)
    given = tr("{hours} given by volunteers", hours=hours)
    return [
        _own(own, f"volunteers/{YEAR}-months", f"{told.helpers:,}", volunteers, when),
        _own(own, f"hours/{YEAR}-months", hours, given, when, note),
    ]


def _members(own: OwnRecords) -> FactOffer:
    words = tr_count("{count} member", "{count} members", own.members)
    day = shortly(own.today)
    return FactOffer(
        FactSource.OUR_RECORDS,
        MEMBERS,
        f"{own.members:,}",
        tr("{figure} on {day}", figure=words, day=day),
        day,
        own.said_by,
    )


def _own(
    own: OwnRecords, key: str, value: str, figure: str, when: str, note: str = ""
) -> FactOffer:
    words = tr("{figure} ({when})", figure=figure, when=when)
    return FactOffer(FactSource.OUR_RECORDS, key, value, words, when, own.said_by, note)


def _average(total: int, count: int) -> str:
    """Return an average to a tenth, half a tenth up: "23" or "4.5"."""
    tenths = (2 * _TENTHS * total + count) // (2 * count)
    whole, rest = divmod(tenths, _TENTHS)
    return f"{whole:,}.{rest}" if rest else f"{whole:,}"


def _steps(area: str, chosen: Collection[str]) -> Iterable[int]:
    """Yield how far an area is from each chosen one that it lies in or around."""
    for each in chosen:
        if areas.covers(area, each):
            yield min(areas.steps_between(area, each), _FAR)
        elif areas.covers(each, area):
            yield min(areas.steps_between(each, area), _FAR)
