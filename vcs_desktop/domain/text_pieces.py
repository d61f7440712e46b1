"""A text in pieces that can be looked at one by one, and where their words stand in a window.

Somebody who types changes one sentence: the others need not be looked at again.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from vcs_desktop.domain.spelled import Spelled

_ENDS = re.compile(r"(?<=\n)|(?<=[.!?:;])(?=\s)")
_LAST_OF_ONE_UNIT = "\uffff"


@dataclass(frozen=True, slots=True)
class Place:
    """A word, and where it begins and ends in UTF-16 units, as Qt and most forms count."""

    word: str
    start: int
    end: int


def pieces_of(text: str) -> list[str]:
    """Return a text sentence by sentence; one after the other they are the text again."""
    return [piece for piece in _ENDS.split(text) if piece]


def units(text: str) -> int:
    """Return how many UTF-16 units a text has: a letter beyond the first 65,536 has two."""
    if text.isascii():
        return len(text)
    return len(text) + sum(letter > _LAST_OF_ONE_UNIT for letter in text)


def by_piece(pieces: Iterable[str], found: Iterable[Spelled]) -> dict[str, tuple[Spelled, ...]]:
    """Share out what was found in all pieces, read one after the other, between them.

    Each is then told from the beginning of its piece.
    """
    shared: dict[str, tuple[Spelled, ...]] = {}
    left, start = list(found)[::-1], 0
    for piece in pieces:
        end, mine = start + len(piece), []
        while left and left[-1].start < end:
            each = left.pop()
            mine.append(Spelled(each.word, each.start - start, each.end - start))
        shared[piece] = tuple(mine)
        start = end
    return shared


def places_in(pieces: Iterable[str], known: Mapping[str, tuple[Spelled, ...]]) -> Iterator[Place]:
    """Yield where the words that were found stand in the whole text; ``known`` is by piece."""
    start = 0
    for piece in pieces:
        for each in known.get(piece, ()):
            at = start + units(piece[: each.start])
            yield Place(each.word, at, at + units(each.word))
        start += units(piece)
