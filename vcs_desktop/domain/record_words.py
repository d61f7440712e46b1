"""The words of a group's record, in the form in which they are looked for."""

from collections.abc import Iterator, Mapping
from typing import Any

from vcs_desktop.domain.words_typed import every_word, folded

MOST_LETTERS = 20_000
"""Of one record, in its whole: what stands further back is found by reading it."""


def searched_words(values: Mapping[str, Any]) -> str:
    """Return each different word of a record's texts once, a space before it and none after.

    So a record has a word that begins with "ash" where this has " ash".
    """
    found = dict.fromkeys(
        folded(word) for text in _texts(values) for word in every_word(text[:MOST_LETTERS])
    )
    return "".join(f" {word}" for word in found)[:MOST_LETTERS]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name in sorted(value):  # the order of fields says nothing, and must change nothing
            yield from _texts(value[name])
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
