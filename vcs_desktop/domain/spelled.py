"""The words of a text that spelling can be asked about, and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

LONGEST_WORD = 40
"""Letters; what is longer is no word that anybody could be helped with."""

MOST_WORDS = 20_000
"""Of one text that are looked at: an answer of a hundred pages has fewer."""

_LONGEST_TOKEN = 200
_TOKEN = re.compile(r"\S+")
_CHUNK = re.compile(r"[\w'’\-‑]+")  # noqa: RUF001  people type these apostrophes and hyphens
_WORD = re.compile(r"[^\W\d_]+(?:['’\-‑][^\W\d_]+)*")  # noqa: RUF001
_NO_WORD = re.compile(r"[\d_]")
_OF_ADDRESSES = ("://", "@", "www.")
_LAST_LATIN = "\u024f"
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Spelled:
    """A word, and from which letter of the text to which it stands, the last not included."""

    word: str
    start: int
    end: int


def words_to_spell(text: str) -> Iterator[Spelled]:
    """Yield the words of a text that can be right or wrong, in order.

    Addresses, what has a figure in it, words all in capitals, single letters and words in
    other scripts are left out.
    """
    found = (each for token in _TOKEN.finditer(text) for each in _words_in(token))
    yield from islice((each for each in found if _can_be_asked(each.word)), MOST_WORDS)


def parts_of(word: str) -> list[str]:
    """Return what a word is put together of by hyphens: "peer-led" is "peer" and "led"."""
    return [part for part in plain(word).split("-") if part]


def plain(word: str) -> str:
    """Return a word as lists have it: with the typewriter's apostrophe and hyphen."""
    return word.replace("’", "'").replace("‑", "-")  # noqa: RUF001


def _words_in(token: re.Match[str]) -> Iterator[Spelled]:
    said, at = token.group(), token.start()
    if len(said) > _LONGEST_TOKEN or any(each in said for each in _OF_ADDRESSES):
        return
    for chunk in _CHUNK.finditer(said):
        if not _NO_WORD.search(chunk.group()):
            for word in _WORD.finditer(said, chunk.start(), chunk.end()):
                yield Spelled(word.group(), at + word.start(), at + word.end())


def _can_be_asked(word: str) -> bool:
    return (
        _SHORTEST <= len(word) <= LONGEST_WORD
        and not word.isupper()
        and all(letter <= _LAST_LATIN or letter in "’‑" for letter in word)  # noqa: RUF001
    )
