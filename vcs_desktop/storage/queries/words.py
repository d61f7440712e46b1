"""What a person types, as a full-text question."""

from collections.abc import Sequence
from itertools import combinations

from vcs_desktop.domain.words_typed import singular, words_in

MOST_TOGETHER = 6
"""Words that are asked for in every combination: of 6 there are at most 20, of 8 there are 70."""


def match_of(typed: str) -> str:
    """Return the FTS5 query that asks for every word, or a beginning of one.

    Empty when nothing was typed that can be looked for. Each word stands in
    quotes, so nothing a person types is read as a command.
    """
    return " AND ".join(map(_either, words_in(typed)))


def match_of_some(words: Sequence[str], least: int) -> str:
    """Return the FTS5 query that asks for at least so many of some words; empty for none."""
    groups = combinations(words[:MOST_TOGETHER], least)
    return " OR ".join(f"({' AND '.join(map(_either, group))})" for group in groups)


def _either(word: str) -> str:
    single = singular(word)
    return f'("{word}"* OR "{single}")' if single else f'"{word}"*'
