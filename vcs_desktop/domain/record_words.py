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
        folded(word) for text in texts_in(values) for word in every_word(text[:MOST_LETTERS])
    )
    return "".join(f" {word}" for word in found)[:MOST_LETTERS]


def texts_in(value: Any) -> Iterator[str]:
    """Yield every text in some values, also inside lists and parts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name in sorted(value):  # the order of fields says nothing, and must change nothing
            yield from texts_in(value[name])
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)
