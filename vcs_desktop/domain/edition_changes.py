"""What changed between two editions of the strategy: new, gone, reworded, the same.

Pure. Items are matched by what they say they replace, else by their id, else by
the same title on the same level.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from vcs_desktop.domain.reference import StrategyItem

_PIECE = re.compile(r"\s*\S+|\s+")

MOST_WORDS = 2_000
"""A commitment has a hundred. To lay longer texts over one another takes seconds, then minutes."""


class Change(Enum):
    """What happened to an item from one edition to the next."""

    NEW = "new"
    GONE = "gone"
    REWORDED = "reworded"
    SAME = "same"


class Mark(Enum):
    """Whether some words stand in both texts, only in the newer or only in the older."""

    BOTH = "both"
    ADDED = "added"
    TAKEN_OUT = "taken out"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of two texts laid over one another."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One item before and after. ``before`` None is new, ``after`` None is gone."""

    change: Change
    before: StrategyItem | None
    after: StrategyItem | None

    @property
    def item(self) -> StrategyItem:
        """The newer of the two."""
        item = self.after or self.before
        assert item is not None  # noqa: S101  one of the two is always there
        return item

    @property
    def title(self) -> tuple[Piece, ...]:
        """The two titles laid over one another."""
        return words_marked(*(each.title if each else "" for each in (self.before, self.after)))

    @property
    def text(self) -> tuple[Piece, ...]:
        """The two texts laid over one another."""
        return words_marked(*(each.text if each else "" for each in (self.before, self.after)))


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the strategy and the days on which it holds; None is open."""

    title: str
    valid_from: date | None
    valid_to: date | None
    items: tuple[StrategyItem, ...]

    def holds_on(self, day: date) -> bool:
        """Say whether it holds on a day."""
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)


def editions_of(items: Iterable[StrategyItem]) -> tuple[Edition, ...]:
    """Return the editions that some items belong to, the oldest first."""
    found: dict[str, list[StrategyItem]] = {}
    for item in items:
        found.setdefault(item.edition, []).append(item)
    return tuple(sorted((_edition(title, each) for title, each in found.items()), key=_begin))


def edition_on(editions: Sequence[Edition], day: date) -> Edition | None:
    """Return the edition that holds on a day: of several the newest; of none, the last begun.

    Before the first one begins it is the first; None when there is no edition at all.
    """
    begun = [each for each in editions if (each.valid_from or date.min) <= day]
    holding = [each for each in begun if each.holds_on(day)]
    return next(iter((*reversed(holding), *reversed(begun), *editions)), None)


def changes_between(before: Edition, after: Edition) -> tuple[ItemChange, ...]:
    """Return every item of two editions once, the newer one's order first, then what is gone.

    Two newer items may replace the same older one; both then show what it said.
    """
    by_id = {item.id: item for item in before.items}
    by_title = {(item.level, item.title.casefold()): item for item in before.items}
    found, taken = [], set()
    for item in after.items:
        old = (
            by_id.get(item.replaces)
            or by_id.get(item.id)
            or by_title.get((item.level, item.title.casefold()))
        )
        if old is not None:
            taken.add(old.id)
        found.append(ItemChange(_change(old, item), old, item))
    gone = (item for item in before.items if item.id not in taken)
    return (*found, *(ItemChange(Change.GONE, item, None) for item in gone))


def words_marked(before: str, after: str) -> tuple[Piece, ...]:
    """Return two texts laid over one another, word by word.

    What is in both and what was taken out are the older text; what is in both and
    what was added are the newer one, spaces counted. Texts of more than 2,000 words
    stand as a whole one after the other, unless they are the same.
    """
    from difflib import SequenceMatcher  # read only when editions are compared

    if before == after:
        return (Piece(before, Mark.BOTH),) if before else ()
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        old, new = [before], [after]
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, from_old, to_old, from_new, to_new in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece("".join(old[from_old:to_old]), Mark.BOTH))
            continue
        if from_old < to_old:
            pieces.append(Piece("".join(old[from_old:to_old]), Mark.TAKEN_OUT))
        if from_new < to_new:
            pieces.append(Piece("".join(new[from_new:to_new]), Mark.ADDED))
    return tuple(pieces)


def _change(old: StrategyItem | None, new: StrategyItem) -> Change:
    if old is None:
        return Change.NEW
    same = (old.title, old.text, old.level) == (new.title, new.text, new.level)
    return Change.SAME if same else Change.REWORDED


def _edition(title: str, items: list[StrategyItem]) -> Edition:
    starts = [item.provenance.valid_from for item in items if item.provenance.valid_from]
    ends = [item.provenance.valid_to for item in items]
    last = None if None in ends else max(filter(None, ends))
    return Edition(title, min(starts, default=None), last, tuple(items))


def _begin(edition: Edition) -> tuple[date, str]:
    return edition.valid_from or date.min, edition.title
