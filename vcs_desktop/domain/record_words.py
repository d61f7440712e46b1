"""The words of a group's record, in the form in which they are looked for."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vcs_desktop.domain.stored_file import SECRET_FIELDS, is_stored_file
from vcs_desktop.domain.words_typed import every_word, folded

MOST_LETTERS = 20_000
"""Of one record, in its whole: what stands further back is found by reading it."""

_NEVER_SOUGHT = SECRET_FIELDS | {"media_type"}


def searched_words(values: Mapping[str, Any], title: str = "") -> str:
    """Return each different word of a record's texts once, a space before it and none after.

    So a record has a word that begins with "ash" where this has " ash". ``title`` is what
    it is called in lists, where none of its texts says so.
    """
    return words_of_texts((*texts_in(values), title), MOST_LETTERS)


def words_of_texts(texts: Iterable[str], most_letters: int) -> str:
    """Return the words of some texts as a record's are, and not more than so many letters."""
    found = dict.fromkeys(
        folded(word) for text in texts for word in every_word(text[:MOST_LETTERS])
    )
    return "".join(f" {word}" for word in found)[:most_letters]


def texts_in(value: Any) -> Iterator[str]:
    """Yield every text in some values, also inside lists and parts; of a file, only its name."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        passed_over = _NEVER_SOUGHT if is_stored_file(value) else ()
        for name in sorted(value):  # the order of fields says nothing, and must change nothing
            if name in passed_over:
                continue
            yield from texts_in(value[name])
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)
