"""What was added to a longer text and what was taken away, sentence by sentence."""

import re
from difflib import SequenceMatcher

MOST_PIECES = 300
"""Of texts with more sentences only how many were added is told: comparing them takes too long."""

_ENDS = re.compile(r"(?<=[.!?…]) +|\n+")


def added_and_taken(old: str, new: str) -> tuple[list[str], list[str]] | None:
    """Return the sentences that were added and those that were taken away, in their order.

    None where the texts are too long to be compared.
    """
    before, after = _pieces(old), _pieces(new)
    if max(len(before), len(after)) > MOST_PIECES:
        return None
    added: list[str] = []
    taken: list[str] = []
    compared = SequenceMatcher(a=before, b=after, autojunk=False)
    for what, start, end, new_start, new_end in compared.get_opcodes():
        if what != "equal":
            taken += before[start:end]
            added += after[new_start:new_end]
    return added, taken


def words_in(text: str) -> int:
    """Return how many words a text has."""
    return len(text.split())


def _pieces(text: str) -> list[str]:
    return [piece for each in _ENDS.split(text) if (piece := each.strip())]
