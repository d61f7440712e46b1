"""How long an answer is, by the rule of the funder who counts it.

Words are what stands between white space, as word processors and web forms count them: "and/or"
is one word, and so is a dash that stands alone. Characters are code points in Unicode's form C,
so that a letter with an accent is one however it was typed. The end of a line counts as one
character. Forms that count it as two do so by mistake, and only when they are sent; so that is
told beside the count and never part of it.

Source: HTML, 4.10.18.3, "maxlength" (a line break is one character since 2016); GOV.UK Design
System, character count (code points, words by white space; its backlog, issue 67, on breaks).
"""

from dataclasses import dataclass
from typing import Protocol
from unicodedata import normalize

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.answers import Unit

_BREAK = "\n"


class CountingRule(Protocol):
    """What a funder counts, and up to how many: an answer has one, and so has a question."""

    @property
    def limit(self) -> int | None:
        """How many there may be; None is as many as one likes."""

    @property
    def unit(self) -> Unit:
        """What is counted."""

    @property
    def counts_spaces(self) -> bool:
        """Whether spaces are characters that count."""

    @property
    def counts_breaks(self) -> bool:
        """Whether the ends of lines are characters that count."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How long a text is. ``breaks`` are the ends of lines among what was counted."""

    count: int
    unit: Unit = Unit.WORDS
    limit: int | None = None
    breaks: int = 0

    @property
    def over(self) -> int:
        """Return by how many it is too long; 0 where it is not."""
        return max(0, self.count - self.limit) if self.limit is not None else 0

    @property
    def left(self) -> int | None:
        """Return how many there may be more; None where there is no limit."""
        return max(0, self.limit - self.count) if self.limit is not None else None

    @property
    def over_if_breaks_are_two(self) -> int:
        """Return by how many it would be too long in a form that counts a line's end as two."""
        if self.limit is None or self.over:
            return 0
        return max(0, self.count + self.breaks - self.limit)


def counted(text: str, rule: CountingRule) -> Counted:
    """Return how long a text is by a rule. It is counted as it would be kept and sent."""
    if rule.unit is Unit.WORDS:
        return Counted(words(text), Unit.WORDS, rule.limit)
    plain = as_counted(text)
    breaks = plain.count(_BREAK) if rule.counts_breaks else 0
    return Counted(
        characters(plain, spaces=rule.counts_spaces, breaks=rule.counts_breaks),
        Unit.CHARACTERS,
        rule.limit,
        breaks,
    )


def words(text: str) -> int:
    """Return how many words a text has."""
    return len(without_hidden(text).split())


def characters(text: str, *, spaces: bool = True, breaks: bool = True) -> int:
    """Return how many characters a text has, with or without spaces and the ends of lines."""
    plain = as_counted(text)
    ends = plain.count(_BREAK)
    if spaces:
        return len(plain) if breaks else len(plain) - ends
    seen = len("".join(plain.split()))
    return seen + ends if breaks else seen


def as_counted(text: str) -> str:
    """Return a text as it is kept and sent: one sort of line end, nothing hidden, form C."""
    return normalize("NFC", without_hidden(text))


def in_words(found: Counted) -> str:
    """Return "120 of 250 words", and by how many it is too long or may be."""
    return sentences(_so_many(found), over_in_words(found) or _doubt_in_words(found))


def over_in_words(found: Counted) -> str:
    """Return by how much a text is too long, or nothing where it is not."""
    if not found.over:
        return ""
    if found.unit is Unit.WORDS:
        return tr_count(
            "{count} word too many: please cut some.",
            "{count} words too many: please cut some.",
            found.over,
        )
    return tr_count(
        "{count} character too many: please cut some.",
        "{count} characters too many: please cut some.",
        found.over,
    )


def _so_many(found: Counted) -> str:
    is_words = found.unit is Unit.WORDS
    if found.limit is None:
        if is_words:
            return tr_count("{count} word.", "{count} words.", found.count)
        return tr_count("{count} character.", "{count} characters.", found.count)
    limit = f"{found.limit:,}"
    if is_words:
        return tr_count(
            "{count} word of {limit}.", "{count} words of {limit}.", found.count, limit=limit
        )
    return tr_count(
        "{count} character of {limit}.", "{count} characters of {limit}.", found.count, limit=limit
    )


def _doubt_in_words(found: Counted) -> str:
    if not found.over_if_breaks_are_two:
        return ""
    return tr("Some forms count each new line as two: then it is too long.")
