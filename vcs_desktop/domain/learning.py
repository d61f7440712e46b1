"""Guides to read: the list, one in full, what a person has done with each."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, auto
from math import ceil

from vcs_desktop.core.language import tr_count
from vcs_desktop.domain.reading import Text
from vcs_desktop.domain.reference import CommunityFact, Question, Rule, Term, TrainingResource

LEVELS = ("first steps", "next steps", "in depth")
"""What guides call their levels, the easiest first."""

RECORD = "record:"
"""How a link in a guide to another record begins; its kind, a slash and its id follow."""

BEGUN_FROM, READ_FROM = 0.02, 0.98
"""How far down a guide one must be for it to count as begun, and as read to its end."""


class GuideState(Enum):
    """What a person has done with a guide."""

    NEW = auto()
    BEGUN = auto()
    DONE = auto()


@dataclass(frozen=True, slots=True)
class GuideFilters:
    """What the person asked to see.

    ``minutes_at_most`` None is any time; a guide that does not say how long it
    takes always stays. ``topic`` and ``level`` empty are any.
    """

    topic: str = ""
    minutes_at_most: int | None = None
    level: str = ""
    words: str = ""
    not_done: bool = False


@dataclass(frozen=True, slots=True)
class Attempt:
    """The answers that were given to a check.

    ``chosen`` has for each question the numbers of the answers, from 0, in the
    order in which they were tried. ``check`` marks the questions as they stood then.
    """

    check: str
    chosen: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class GuideMarks:
    """What is known of one guide at this computer.

    ``place`` is how far down it one had read, from 0 to 1. ``done_at`` and
    ``read_at`` are aware UTC, None for never.
    """

    done_at: datetime | None = None
    read_at: datetime | None = None
    place: float = 0.0
    attempt: Attempt | None = None

    @property
    def state(self) -> GuideState:
        """What was done with the guide."""
        if self.done_at is not None:
            return GuideState.DONE
        return GuideState.BEGUN if self.place >= BEGUN_FROM else GuideState.NEW


NO_MARKS = GuideMarks()


@dataclass(frozen=True, slots=True)
class GuideLine:
    """A guide as lists show it. ``minutes`` None is not stated."""

    id: str
    title: str
    summary: str = ""
    topic: str = ""
    level: str = ""
    minutes: int | None = None
    language: str = ""
    practice: bool = False
    marks: GuideMarks = NO_MARKS

    @property
    def minutes_left(self) -> int | None:
        """How long the rest takes to read, at least a minute; None when it is not stated."""
        if self.minutes is None:
            return None
        return max(1, ceil(self.minutes * (1 - self.marks.place)))


@dataclass(frozen=True, slots=True)
class GuideList:
    """An answer to some filters.

    ``topics`` and ``levels`` are those of every guide, to choose from. ``total``
    and ``done`` count every guide, not only those that answer.
    """

    lines: tuple[GuideLine, ...]
    topics: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    total: int = 0
    done: int = 0


@dataclass(frozen=True, slots=True)
class GuideView:
    """One guide to read.

    ``text`` is all of it in reading order: what one can do afterwards, the
    guide, its words, figures and sources. ``own_text`` is the guide alone, and
    ``sheet`` what is printed on one page, empty where there is no sheet. ``terms``
    and ``related`` (facts and rules) are those of the guide that the library has.
    """

    line: GuideLine
    resource: TrainingResource
    text: Text
    own_text: Text
    sheet: Text = ()
    terms: tuple[Term, ...] = ()
    related: tuple[CommunityFact | Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """How a check went. Only the first answer to each question counts as right."""

    right: int
    answered: int
    asked: int

    @property
    def is_whole(self) -> bool:
        """Say whether every question was answered."""
        return self.asked > 0 and self.answered == self.asked


@dataclass(frozen=True, slots=True)
class LeftOff:
    """The guide that was read last and not to its end. ``on`` is the day of that."""

    line: GuideLine
    on: date = field(default=date.min)


def check_mark(check: Iterable[Question]) -> str:
    """Return a mark that changes when the questions or their answers do, whatever else does."""
    said = [[question.text, *(answer.text for answer in question.answers)] for question in check]
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def answers_so_far(
    check: Sequence[Question], attempt: Attempt | None
) -> tuple[tuple[int, ...], ...]:
    """Return what was chosen for each question of a check.

    Nothing, if the questions have changed since: answers to other questions say nothing.
    """
    fits = attempt is not None and attempt.check == check_mark(check)
    if attempt is None or not fits or len(attempt.chosen) != len(check):
        return ((),) * len(check)
    known = zip(check, attempt.chosen, strict=True)
    return tuple(
        tuple(each for each in tried if 0 <= each < len(question.answers))
        for question, tried in known
    )


def score_of(check: Sequence[Question], chosen: Sequence[Sequence[int]]) -> Score:
    """Return how many questions were answered right at once."""
    tried = [(question, each[0]) for question, each in zip(check, chosen, strict=True) if each]
    right = sum(question.answers[first].right for question, first in tried)
    return Score(right, len(tried), len(check))


def in_reading_order(lines: Iterable[GuideLine]) -> tuple[GuideLine, ...]:
    """Return guides by topic, and in each the easy ones first, then the short ones."""
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                line.topic.casefold(),
                level_rank(line.level),
                line.minutes is None,
                line.minutes or 0,
                line.title.casefold(),
                line.id,
            ),
        )
    )


def level_rank(level: str) -> int:
    """Return where a level stands among the others; one that we do not know stands last."""
    known = level.casefold()
    return LEVELS.index(known) if known in LEVELS else len(LEVELS)


def in_minutes(minutes: int | None) -> str:
    """Return how long a guide takes, in words; an empty text where it is not stated."""
    return "" if minutes is None else tr_count("{count} minute", "{count} minutes", minutes)
