"""Two versions of a longer text made into one, where both can be kept."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

MOST_LINES = 1_000
"""A longer text is not merged: comparing it could take seconds."""

_Hunk = tuple[int, int, list[str]]


def merged(base: str, one: str, other: str) -> str | None:
    """Return the text with both changes, or None where they touch each other.

    ``base`` is what both were made from. Lines are compared. Changes to the same
    line, to neighbouring lines or at the same place touch, unless they are the same
    change: nobody wants half of one sentence and half of another. It does not matter
    which version is named first.

    Source: the three-way merge of diff3 (Khanna, Kunal and Pierce, "A Formal
    Investigation of Diff3", 2007), stricter about neighbouring lines.
    """
    if one in (other, base):
        return other
    if other == base:
        return one
    texts = [text.split("\n") for text in (base, one, other)]
    if any(len(lines) > MOST_LINES for lines in texts):
        return None
    hunks = _together([*_hunks(texts[0], texts[1])], [*_hunks(texts[0], texts[2])])
    return None if hunks is None else "\n".join(_applied(texts[0], hunks))


def _hunks(base: list[str], changed: list[str]) -> Iterator[_Hunk]:
    """Yield what was changed: from and to which line of the base, and what stands there now."""
    compared = SequenceMatcher(a=base, b=changed, autojunk=False)
    for same, start, end, new_start, new_end in compared.get_opcodes():
        if same != "equal":
            yield start, end, changed[new_start:new_end]


def _together(ones: list[_Hunk], others: list[_Hunk]) -> list[_Hunk] | None:
    """Return the changes of both in order, or None if any two touch."""
    both = sorted([*ones, *(each for each in others if each not in ones)])
    touching = any(later[0] <= earlier[1] for earlier, later in pairwise(both))
    return None if touching else both


def _applied(base: list[str], hunks: list[_Hunk]) -> Iterator[str]:
    done = 0
    for start, end, lines in hunks:
        yield from base[done:start]
        yield from lines
        done = end
    yield from base[done:]
