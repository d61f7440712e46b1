"""Figures about places, and the rules and limits that hold."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import NotFound
from vcs_desktop.domain import figures, rule_words
from vcs_desktop.domain.areas import OXFORDSHIRE
from vcs_desktop.domain.figures import Comparison
from vcs_desktop.domain.from_record import every_usable
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.reference import CommunityFact
from vcs_desktop.domain.rule_words import RuleInTime
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.domain.words_typed import has_words
from vcs_desktop.services.kept_rules import KeptRules
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries import records

THEMES = (
    "population",
    "place",
    "ageing",
    "deprivation",
    "poverty",
    "health",
    "ethnicity",
    "council money",
    "social value",
)
"""The themes in the order in which they are listed; others come after them."""

_YEAR_AT_THE_END = re.compile(r"-?\d{4}$")


@dataclass(frozen=True, slots=True)
class FactFilters:
    """What to list; empty means everything. ``older_too`` lists what a newer figure replaced."""

    place: str = ""
    theme: str = ""
    words: str = ""
    older_too: bool = False


@dataclass(frozen=True, slots=True)
class FactLine:
    """A figure as the list shows it. ``has_newer`` says that it should not be quoted any more."""

    fact: CommunityFact
    said: str
    has_newer: bool = False


@dataclass(frozen=True, slots=True)
class FactList:
    """The figures asked for, by theme, and every place and theme that there is to ask for.

    ``older_count`` is how many of them stay out because there is a newer one.
    """

    lines: tuple[FactLine, ...] = ()
    places: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    older_count: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class FactView:
    """One figure with all that belongs to it.

    ``editions`` has it too, the oldest first. ``newest`` is None where this is the
    newest. ``not_comparable`` says why editions may not be compared, or is empty.
    """

    line: FactLine
    citation: str
    editions: tuple[FactLine, ...]
    newest: FactLine | None
    not_comparable: str
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class RuleList:
    """The rules asked for, by subject, as they stand ``on`` a day; and every subject."""

    on: date
    rules: tuple[RuleInTime, ...]
    subjects: tuple[str, ...]
    total: int = 0


class FactsService:
    """Reads figures and rules out of the library. There are few of them, so it reads them all."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._rules = KeptRules(database)

    def facts(self, filters: FactFilters | None = None) -> FactList:
        """Return the figures asked for: themes by name, the newest first within a theme."""
        asked = filters or FactFilters()
        every = self._every_fact()
        found = [fact for fact in every.values() if _is_asked(fact, asked)]
        lines = sorted((_line(fact, every) for fact in found), key=_order)
        shown = [line for line in lines if asked.older_too or not line.has_newer]
        return FactList(
            tuple(shown),
            _names(fact.place for fact in every.values()),
            _themes(fact.theme for fact in every.values()),
            older_count=sum(line.has_newer for line in lines),
            total=len(every),
        )

    def fact(self, fact_id: str) -> FactView:
        """Return one figure, with its editions and the figures it may be compared with.

        Raises:
            NotFound: there is no such figure.
        """
        every = self._every_fact()
        if fact_id not in every:
            raise NotFound(fact_id)
        fact = every[fact_id]
        chain = figures.editions(fact, every)
        lines = tuple(_line(edition, every) for edition in chain)
        return FactView(
            line=_line(fact, every),
            citation=figures.citation(fact),
            editions=lines,
            newest=None if lines[-1].fact.id == fact_id else lines[-1],
            not_comparable=figures.why_not_compared(chain),
            comparisons=figures.comparisons(fact, every.values()),
        )

    def rules(self, words: str = "", subject: str = "") -> RuleList:
        """Return the rules with these words about a subject, as they stand today."""
        today = self._clock.today()
        book = self.rulebook()
        every = [rule_words.in_time(book, name, today) for name in book.names()]
        found = [
            rule
            for rule in every
            if (not subject or rule.subject == subject) and _rule_has(rule, words)
        ]
        found.sort(key=lambda rule: rule.subject.casefold())
        return RuleList(today, tuple(found), _names(rule.subject for rule in every), len(every))

    def rule(self, name: str) -> RuleInTime:
        """Return a rule with all its rows.

        Raises:
            NotFound: there is no such rule.
        """
        book = self.rulebook()
        if name not in book.names():
            raise NotFound(name)
        return rule_words.in_time(book, name, self._clock.today())

    def rulebook(self) -> RuleBook:
        """Return every rule and limit of the library, to be asked what holds on a day."""
        return self._rules.book()

    def _every_fact(self) -> dict[str, CommunityFact]:
        with self._database.reading() as session:
            held = every_usable(records.of_kind(session, Kind.FACT), CommunityFact)
            return {fact.id: fact for fact in held}


def _line(fact: CommunityFact, every: dict[str, CommunityFact]) -> FactLine:
    return FactLine(fact, figures.in_words(fact), has_newer=fact.newer in every)


def _is_asked(fact: CommunityFact, asked: FactFilters) -> bool:
    if asked.place and fact.place != asked.place:
        return False
    if asked.theme and fact.theme != asked.theme:
        return False
    return _has_words(f"{fact.title} {fact.text} {fact.place} {fact.theme}", asked.words)


def _rule_has(rule: RuleInTime, words: str) -> bool:
    rows = (row.rule for row in rule.rows)
    told = (f"{row.title} {row.text} {row.applies_to} {row.law} {row.subject}" for row in rows)
    return _has_words(" ".join(told), words)


def _has_words(text: str, typed: str) -> bool:
    return not typed.strip() or has_words(text, typed)


def _names(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({name for name in found if name}, key=str.casefold))


def _themes(found: Iterable[str]) -> tuple[str, ...]:
    names = _names(found)
    return (*(name for name in THEMES if name in names), *(n for n in names if n not in THEMES))


def _order(line: FactLine) -> tuple[int, str, bool, bool, str, int]:
    """Put themes in their order; in each the county first, and what has no figure last.

    Editions of one figure stand together, since their ids differ in the year only.
    """
    fact = line.fact
    when = fact.provenance.as_of or date.min
    place = THEMES.index(fact.theme) if fact.theme in THEMES else len(THEMES)
    return (
        place,
        fact.theme.casefold(),
        fact.value is None,
        fact.area != OXFORDSHIRE,
        _YEAR_AT_THE_END.sub("", fact.id),
        -when.toordinal(),
    )
