"""The rest of the library: strategy, facts, rules, places, events, terms, training, Compact."""

from dataclasses import dataclass
from datetime import date, datetime

from vcs_desktop.domain.library import Provenance


@dataclass(frozen=True, slots=True)
class Development:
    """Something that happened to a commitment after it was made, as a source tells it.

    ``on`` is the day it happened or was told, None when not known.
    """

    text: str
    on: date | None = None
    source: str = ""
    source_url: str = ""


@dataclass(frozen=True, slots=True)
class StrategyItem:
    """A priority, a commitment or an action of the strategy.

    ``level`` is priority, commitment or action. ``under`` is the id of the item
    it belongs to. ``page`` is the page of the document it was read on, ``number``
    its place in the list there, from 1. ``edition`` names the document; ``replaces``
    is the id of the item that stood in its place in the edition before. ``since`` has
    the oldest first.

    Of an action, ``owner`` is the role or team that does it, ``due_on`` the day by which,
    ``progress`` how far it is (one of ``action_plan.Progress``, or empty), and ``why_late``
    what held it up.
    """

    id: str
    title: str
    level: str
    text: str = ""
    under: str = ""
    page: int | None = None
    number: int | None = None
    edition: str = ""
    replaces: str = ""
    since: tuple[Development, ...] = ()
    owner: str = ""
    due_on: date | None = None
    progress: str = ""
    why_late: str = ""
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class CompactPrinciple:
    """A principle or undertaking of an agreement between councils and groups.

    ``edition`` names the agreement and its year; ``state`` is in_force,
    replaced or to_be_developed. ``text`` is our own summary when ``is_summary``.
    ``topics`` say what it is about. ``seen_in`` is where we read it: the
    agreement's own text, a report about it or a draft of it; empty is not told.
    """

    id: str
    title: str
    edition: str
    state: str
    text: str = ""
    by_whom: str = ""
    is_summary: bool = True
    topics: tuple[str, ...] = ()
    seen_in: str = ""
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class CommunityFact:
    """A figure about a place. ``value`` None is not given by its source, and stays so.

    ``newer`` and ``older`` are ids of the same measure in other editions, and
    ``not_comparable`` says in words why two editions may not be compared.

    Facts with the same ``measure`` say the same of other places or years, or, by
    ``part``, of the parts of a whole; ``base`` names what they were counted from,
    and those with different bases are never drawn together. ``among`` is how many
    there are in the list, such as 153 ``among_what``; None is not stated. Where
    ``ranked_from`` says which end of the list is 1 ("least deprived"), the value is a
    place in that list, and otherwise so many of them.
    """

    id: str
    title: str
    value: float | None
    unit: str
    text: str = ""
    place: str = ""
    area: str = ""
    theme: str = ""
    newer: str = ""
    older: str = ""
    not_comparable: str = ""
    measure: str = ""
    base: str = ""
    part: str = ""
    among: int | None = None
    among_what: str = ""
    ranked_from: str = ""
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule or threshold of law or policy, as a dated row.

    ``rule`` names the rule; rows of the same rule follow one another in time.
    ``subject`` is what it is about, such as "charity accounts". ``not_yet`` is true
    of a law that is made, and whose first day is not set.
    ``value`` is in ``unit`` (pence, per_cent, weeks, months, percent_of_value,
    count). ``comparison`` is over, from, up_to or under: how a figure is held
    against the value. ``applies_by`` says which date chooses the row:
    period_end (the accounting period's), day (today), or tax_year.
    """

    id: str
    rule: str
    title: str
    value: int | float | None
    unit: str
    comparison: str = ""
    applies_by: str = "day"
    text: str = ""
    law: str = ""
    applies_to: str = ""
    subject: str = ""
    not_yet: bool = False
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class Place:
    """A district, a body, a network or a hub, with the days between which it exists.

    ``area`` is the code of the area it serves, and ``offers`` what a group can get there.
    """

    id: str
    title: str
    place_type: str
    text: str = ""
    code: str = ""
    within: str = ""
    also_known_as: tuple[str, ...] = ()
    url: str = ""
    area: str = ""
    offers: tuple[str, ...] = ()
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class Event:
    """Something one can go to. ``starts_at`` None means that the day is not set.

    ``when`` says in words what is known of the day, or how we came to it.
    ``area`` is the code of the area it is for.
    """

    id: str
    title: str
    text: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    place: str = ""
    organiser: str = ""
    url: str = ""
    area: str = ""
    when: str = ""
    practice: bool = False
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question of a consultation; its ``id`` is the same in every edition of it."""

    id: str
    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Consultation:
    """Questions that a council or another public body asks everybody.

    ``closes_on`` None means that no last day is told. ``outcome`` is what came of it.
    """

    id: str
    title: str
    questions: tuple[AskedQuestion, ...]
    text: str = ""
    by_whom: str = ""
    opens_on: date | None = None
    closes_on: date | None = None
    url: str = ""
    area: str = ""
    outcome: str = ""
    practice: bool = False
    provenance: Provenance = Provenance()

    def is_open(self, on: date) -> bool:
        """Say whether answers are wanted on a day."""
        has_begun = self.opens_on is None or self.opens_on <= on
        return has_begun and (self.closes_on is None or on <= self.closes_on)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the sector and what it means.

    ``also_known_as`` are other names of the same. ``found_by`` are forms and words that
    only lead here, such as "consult" to "consultation"; nobody is shown them.
    """

    id: str
    title: str
    text: str
    also_known_as: tuple[str, ...] = ()
    found_by: tuple[str, ...] = ()
    provenance: Provenance = Provenance()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything by which it is found, its title first."""
        return (self.title, *self.also_known_as, *self.found_by)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to choose, and what to say to whoever chose it."""

    text: str
    feedback: str
    right: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a check; at least two answers, exactly one of them right."""

    text: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Where a fact in a text was read; in the text it stands as its number, "[1]".

    ``checked_on`` is the day on which somebody last read it there, None when not told.
    """

    title: str
    url: str = ""
    checked_on: date | None = None


@dataclass(frozen=True, slots=True)
class TrainingResource:
    """A guide or a session. ``minutes`` None is not stated.

    ``body`` and ``sheet`` (what is printed on one page) are Markdown without
    HTML. ``goals`` complete "After this you can …". ``terms`` and ``facts`` are
    the ids of records that belong to it. ``sources`` are numbered from 1.
    """

    id: str
    title: str
    summary: str = ""
    body: str = ""
    topic: str = ""
    level: str = ""
    minutes: int | None = None
    language: str = "en-GB"
    url: str = ""
    goals: tuple[str, ...] = ()
    check: tuple[Question, ...] = ()
    sheet: str = ""
    terms: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    sources: tuple[SourceNote, ...] = ()
    provenance: Provenance = Provenance()
