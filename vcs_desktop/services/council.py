"""What the council promised, how it works with groups, where its money goes, who is near."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import NotFound
from vcs_desktop.domain.areas import OXFORDSHIRE, covers
from vcs_desktop.domain.days import local_day
from vcs_desktop.domain.edition_changes import (
    Edition,
    ItemChange,
    changes_between,
    edition_on,
    editions_of,
)
from vcs_desktop.domain.from_record import Thing, every_usable, usable
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.reference import (
    CommunityFact,
    CompactPrinciple,
    Consultation,
    Event,
    Place,
    Rule,
    StrategyItem,
)
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.services.choices import ChoicesService
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries import records

MONEY, SOCIAL_VALUE = "council money", "social value"
ALL_MONEY = "all"
"""What the figure of all the council's money with groups is called, beside its parts."""
AREAS = ("country", "region", "county", "district")
"""Kinds of place that are areas and nothing one can go to or write to."""

_RULES_OF_SOCIAL_VALUE = "social_value"
_STATES = ("in_force", "to_be_developed", "replaced")
_PLACE_TYPES = ("network", "support_body", "hub", "library", "funder", "council", "regulator")
_YEAR = re.compile(r"-\d{4}$")

Wanted = TypeVar("Wanted", bound=Thing)


@dataclass(frozen=True, slots=True)
class PriorityPart:
    """A priority with its commitments, in the order of the document."""

    priority: StrategyItem
    commitments: tuple[StrategyItem, ...]


@dataclass(frozen=True, slots=True)
class StrategyView:
    """One edition of the strategy. ``edition`` None means that the library has none.

    ``editions`` are all there are, the oldest first; ``before`` is the one before
    the shown one, None when there is none. ``pinned`` are ids.
    """

    edition: Edition | None
    editions: tuple[Edition, ...]
    before: Edition | None
    priorities: tuple[PriorityPart, ...]
    actions: tuple[StrategyItem, ...]
    pinned: frozenset[str]
    on: date


@dataclass(frozen=True, slots=True)
class AgreementEdition:
    """One agreement and what is in it. ``state`` is that of the part that stands best."""

    title: str
    state: str
    valid_from: date | None
    valid_to: date | None
    principles: tuple[CompactPrinciple, ...]


@dataclass(frozen=True, slots=True)
class AgreementView:
    """The agreements with councils and government: what holds first, our own county's before.

    ``topics`` are all that any principle is about; ``total`` counts the principles
    of every topic.
    """

    editions: tuple[AgreementEdition, ...]
    topics: tuple[str, ...]
    total: int


@dataclass(frozen=True, slots=True)
class MoneyView:
    """Figures of the council's money, all of one day, by what they measure.

    The names are those of the figures without their year, such as "contracts".
    """

    facts: dict[str, CommunityFact] = field(default_factory=dict)

    def value(self, name: str) -> float | None:
        """Return a figure, None when it is not given."""
        fact = self.facts.get(name)
        return None if fact is None else fact.value


@dataclass(frozen=True, slots=True)
class SocialValueView:
    """What is known of the social value policy, the oldest first, and its figures of today."""

    facts: tuple[CommunityFact, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class DirectoryView:
    """Bodies, networks and places that serve an area, and what one can go to.

    ``events`` that are over are left out, unless asked for; those without a day come last.
    """

    places: tuple[Place, ...]
    events: tuple[Event, ...]
    areas: tuple[tuple[str, str], ...]
    offers: tuple[str, ...]
    on: date

    @property
    def has_day_to_come(self) -> bool:
        """Whether there is something to go to, not for practice, whose day is known."""
        real = (event for event in self.events if event.starts_at and not event.practice)
        return any(not _is_over(event, self.on) for event in real)


class CouncilService:
    """Reads what the library says of the council. Pins are kept with the other choices."""

    def __init__(self, database: Database, choices: ChoicesService, clock: Clock) -> None:
        self._database = database
        self._choices = choices
        self._clock = clock

    def strategy(self, edition: str = "") -> StrategyView:
        """Return an edition of the strategy by its title; none named is the one of today."""
        today = self._clock.today()
        editions, doing = self._editions_and_actions()
        named = next((each for each in editions if edition and each.title == edition), None)
        holding = edition_on(editions, today)
        shown = named or holding
        items = shown.items if shown else ()
        place = editions.index(shown) if shown else 0
        return StrategyView(
            edition=shown,
            editions=editions,
            before=editions[place - 1] if place else None,
            priorities=tuple(_parts_of(items)),
            actions=_actions_of(shown, holding, editions, doing),
            pinned=frozenset(self._choices.all().kept),
            on=today,
        )

    def changes(self, before: str, after: str) -> tuple[ItemChange, ...]:
        """Return what changed between two editions, by their titles.

        Raises:
            NotFound: the library has no edition of that title.
        """
        editions = {each.title: each for each in self._editions()}
        if before not in editions or after not in editions:
            raise NotFound
        return changes_between(editions[before], editions[after])

    def pin(self, item_id: str) -> frozenset[str]:
        """Keep a commitment at hand, and return every pinned id."""
        return frozenset(self._choices.keep(item_id).kept)

    def unpin(self, item_id: str) -> frozenset[str]:
        """Stop keeping a commitment at hand, and return every pinned id."""
        return frozenset(self._choices.unkeep(item_id).kept)

    def agreement(self, topic: str = "") -> AgreementView:
        """Return the agreements, of each what is about a topic; no topic is everything."""
        every = self._every(Kind.COMPACT, CompactPrinciple)
        found: dict[str, list[CompactPrinciple]] = {}
        for principle in every:
            found.setdefault(principle.edition, []).append(principle)
        editions = sorted((_agreement(*each) for each in found.items()), key=_standing)
        about = (_about(edition, topic) for edition in editions)
        return AgreementView(
            editions=tuple(edition for edition in about if edition.principles),
            topics=tuple(sorted({topic for principle in every for topic in principle.topics})),
            total=len(every),
        )

    def money(self) -> MoneyView:
        """Return what is known of the council's money: of the last day with a figure of all of it.

        Figures of different days say nothing beside one another, and parts nothing without
        the whole.
        """
        facts = self._facts(MONEY)
        last = max((_day(fact) for fact in facts if _measured(fact) == ALL_MONEY), default=None)
        return MoneyView({_measured(fact): fact for fact in facts if _day(fact) == last})

    def social_value(self) -> SocialValueView:
        """Return the social value policy with the figures that hold today."""
        today = self._clock.today()
        rules = self._every(Kind.RULE, Rule)
        book = RuleBook(rules)
        names = dict.fromkeys(
            each.rule for each in rules if each.rule.startswith(_RULES_OF_SOCIAL_VALUE)
        )
        holding = (book.on(name, today) for name in names)
        return SocialValueView(
            facts=tuple(sorted(self._facts(SOCIAL_VALUE), key=_fact_order)),
            rules=tuple(rule for rule in holding if rule),
        )

    def directory(self, area: str = "", offer: str = "", also: str = "") -> DirectoryView:
        """Return who and what is there for groups in an area; no area is the whole county.

        ``offer`` keeps the places where one can get that. ``also`` is the id of what is
        listed whatever else is asked for: one may have come to it from the search.
        """
        today, wanted = self._clock.today(), area or OXFORDSHIRE
        places, events = self._every(Kind.PLACE, Place), self._every(Kind.EVENT, Event)
        bodies = [each for each in places if each.place_type not in AREAS]
        near = [each for each in bodies if _is_near(each.area, wanted)]
        asked = {each.id for each in near if not offer or offer in each.offers}
        asked |= {e.id for e in events if _is_near(e.area, wanted) and not _is_over(e, today)}
        asked.add(also)
        return DirectoryView(
            places=tuple(sorted((p for p in places if p.id in asked), key=_place_order)),
            events=tuple(sorted((e for e in events if e.id in asked), key=_event_order)),
            areas=tuple((p.code, p.title) for p in places if p.place_type == "district"),
            offers=tuple(sorted({offer for body in bodies for offer in body.offers})),
            on=today,
        )

    def thing(
        self, record_id: str
    ) -> StrategyItem | CompactPrinciple | Place | Event | Consultation:
        """Return one thing that these pages show.

        Raises:
            NotFound: it is not in the library, or it is something else.
        """
        with self._database.reading() as session:
            stored = records.record(session, record_id)
        thing = None if stored is None else usable(stored.record)
        if isinstance(thing, StrategyItem | CompactPrinciple | Place | Event | Consultation):
            return thing
        raise NotFound(record_id)

    def _editions(self) -> tuple[Edition, ...]:
        return self._editions_and_actions()[0]

    def _editions_and_actions(self) -> tuple[tuple[Edition, ...], tuple[StrategyItem, ...]]:
        """Return the editions, and the actions of plans that promise nothing of their own."""
        every = editions_of(self._every(Kind.STRATEGY, StrategyItem))
        plans = [each for each in every if all(e.level == "action" for e in each.items)]
        if len(plans) == len(every):  # better than nothing at all
            return every, ()
        doing = tuple(item for plan in plans for item in plan.items)
        return tuple(each for each in every if each not in plans), doing

    def _facts(self, theme: str) -> list[CommunityFact]:
        return [each for each in self._every(Kind.FACT, CommunityFact) if each.theme == theme]

    def _every(self, kind: Kind, wanted: type[Wanted]) -> list[Wanted]:
        with self._database.reading() as session:
            return list(every_usable(records.of_kind(session, kind), wanted))


def _actions_of(
    shown: Edition | None,
    holding: Edition | None,
    editions: Sequence[Edition],
    doing: Sequence[StrategyItem],
) -> tuple[StrategyItem, ...]:
    """Return what is done for an edition: what says so in it, then what plans do for it.

    What serves no promise that the library knows is done for the edition that holds.
    """
    if shown is None:
        return ()
    of = {item.id: edition.title for edition in editions for item in edition.items}
    otherwise = holding.title if holding else ""
    own = tuple(item for item in shown.items if item.level == "action")
    return own + tuple(e for e in doing if of.get(e.under, otherwise) == shown.title)


def _parts_of(items: Sequence[StrategyItem]) -> Iterable[PriorityPart]:
    """Return the priorities by their pages, each with its commitments: no other order."""
    priorities = [each for each in items if each.level == "priority"]
    for priority in sorted(priorities, key=lambda each: (each.page or 0, each.id)):
        under = [each for each in items if each.under == priority.id]
        yield PriorityPart(priority, tuple(sorted(under, key=_place_in_list)))


def _place_in_list(item: StrategyItem) -> tuple[int, str]:
    return item.number or 0, item.id


def _agreement(title: str, principles: Sequence[CompactPrinciple]) -> AgreementEdition:
    ordered = sorted(principles, key=lambda each: (_STATES.index(each.state), each.id))
    starts = [p.provenance.valid_from for p in principles if p.provenance.valid_from]
    ends = [p.provenance.valid_to for p in principles if p.provenance.valid_to]
    return AgreementEdition(
        title,
        ordered[0].state,
        min(starts, default=None),
        max(ends, default=None),
        tuple(ordered),
    )


def _about(edition: AgreementEdition, topic: str) -> AgreementEdition:
    """Return an agreement with what is about a topic; first what is about that above all."""
    if not topic:
        return edition
    some = [each for each in edition.principles if topic in each.topics]
    return replace(edition, principles=tuple(sorted(some, key=lambda p: p.topics.index(topic))))


def _standing(edition: AgreementEdition) -> tuple[int, date]:
    return _STATES.index(edition.state), edition.valid_from or date.max


def _day(fact: CommunityFact) -> date:
    return fact.provenance.as_of or date.min


def _measured(fact: CommunityFact) -> str:
    """Return what a figure measures: its id without the place it stands in and the year."""
    return _YEAR.sub("", fact.id.rsplit("/", 1)[-1])


def _fact_order(fact: CommunityFact) -> tuple[date, bool, str]:
    return _day(fact), fact.value is None, fact.id


def _is_near(area: str, wanted: str) -> bool:
    """Say whether what serves an area is for people in another; an unknown area is for all."""
    return not area or bool(covers(area, wanted)) or bool(covers(wanted, area))


def _is_over(event: Event, today: date) -> bool:
    last = event.ends_at or event.starts_at
    return last is not None and local_day(last) < today


def _place_order(place: Place) -> tuple[int, str]:
    types = _PLACE_TYPES
    rank = types.index(place.place_type) if place.place_type in types else len(types)
    return rank, place.title.casefold()


def _event_order(event: Event) -> tuple[bool, float, str]:
    moment = event.starts_at.timestamp() if event.starts_at else 0.0
    return event.starts_at is None, moment, event.title
