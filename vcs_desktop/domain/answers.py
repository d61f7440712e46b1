"""One question of an application and the answer to it, which the group may use again."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Unit(StrEnum):
    """What a funder counts."""

    WORDS = "words"
    CHARACTERS = "characters"


class AnswerState(StrEnum):
    """How far an answer has come, as its writer says; one without words is not started."""

    DRAFT = "draft"
    NEEDS_CHECKING = "needs_checking"
    DONE = "done"


class Canonical(StrEnum):
    """What nearly every funder asks, whatever words it uses."""

    NONE = "none"
    WHAT_WE_DO = "what_we_do"
    WHAT_THE_MONEY_IS_FOR = "what_the_money_is_for"
    WHO_BENEFITS = "who_benefits"
    NEED = "need"
    WHAT_CHANGES = "what_changes"
    MEASURES = "measures"
    WHO_RUNS_IT = "who_runs_it"
    SAFETY = "safety"
    VALUE_FOR_MONEY = "value_for_money"
    ENVIRONMENT = "environment"
    EQUALITY = "equality"


class FactSource(StrEnum):
    """Where a figure in an answer is from."""

    OUR_RECORDS = "our_records"
    LIBRARY = "library"


@dataclass(frozen=True, slots=True)
class UsedFact:
    """A figure that was put into an answer: what it was, when and from where.

    ``key`` finds it again where it came from: a library fact's id, or the name of one of the
    group's own figures. ``words`` are those that stand in the answer. ``as_of`` is in plain
    words, as the source tells it ("2021", "September to November 2026").
    """

    id: str
    source: FactSource = FactSource.LIBRARY
    key: str = ""
    value: str = ""
    words: str = ""
    as_of: str = ""
    said_by: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A question as the funder asks it, and what the group says.

    ``application`` is the id of its application, ``order`` its place there. ``ref`` is the
    funder's own number. ``limit`` None is no limit. Where the funder counts characters,
    ``counts_spaces`` and ``counts_breaks`` say whether spaces and the ends of lines count.
    ``reused_from`` is the id of the answer that it began as, empty for none. ``pasted_on`` is
    the day it was put into the funder's own form.
    """

    id: str = ""
    application: str = ""
    order: int = 0
    ref: str = ""
    question: str = ""
    guidance: str = ""
    limit: int | None = None
    unit: Unit = Unit.WORDS
    counts_spaces: bool = True
    counts_breaks: bool = True
    canonical: Canonical = Canonical.NONE
    text: str = ""
    state: AnswerState = AnswerState.DRAFT
    facts: tuple[UsedFact, ...] = ()
    reused_from: str = ""
    pasted_on: date | None = None


@dataclass(frozen=True, slots=True)
class ListedQuestion:
    """A question of a list that is kept to begin with."""

    id: str
    order: int = 0
    ref: str = ""
    text: str = ""
    guidance: str = ""
    limit: int | None = None
    unit: Unit = Unit.WORDS
    counts_spaces: bool = True
    counts_breaks: bool = True
    canonical: Canonical = Canonical.NONE


@dataclass(frozen=True, slots=True)
class QuestionList:
    """Questions that the group keeps, to begin an application with."""

    id: str = ""
    name: str = ""
    questions: tuple[ListedQuestion, ...] = ()
