"""Spelling, in British English: what is not known, and what may have been meant.

The list of words and its rules are read the first time that somebody asks, which takes a second
or two: ask on the work lane.
"""

from collections.abc import Iterable
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from vcs_desktop.core.resources import resource
from vcs_desktop.domain.spelled import Spelled, parts_of, plain, words_to_spell

if TYPE_CHECKING:
    from spylls.hunspell import Dictionary

_MOST_OFFERED = 5
_LONGEST_TO_MEND = 24
"""Letters: to guess at a longer word takes seconds."""


class SpellingService:
    """Knows the words of the language and of this field; the group's own are told each time."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._known: dict[str, bool] = {}

    def unknown(self, text: str, ours: Iterable[str] = ()) -> list[Spelled]:
        """Return the words of a text that are not known, in order.

        ``ours`` are right whatever the list says: the group's own words, and its people's names.
        """
        right = {plain(word).casefold() for word in ours}
        return [each for each in words_to_spell(text) if not self._is_right(each.word, right)]

    def offered(self, word: str) -> list[str]:
        """Return what may have been meant by a word that is not known, the likeliest first."""
        if len(word) > _LONGEST_TO_MEND:
            return []
        return list(islice(self._list.suggest(plain(word)), _MOST_OFFERED))

    def _is_right(self, word: str, ours: set[str]) -> bool:
        told = plain(word)
        if self._is_known(told) or told.casefold().removesuffix("'s") in ours:
            return True
        parts = parts_of(told)
        return len(parts) > 1 and all(
            self._is_known(part) or part.casefold() in ours for part in parts
        )

    def _is_known(self, word: str) -> bool:
        if word not in self._known:
            self._known[word] = bool(
                self._list.lookup(word) or {word, _small(word)} & self._of_this_field
            )
        return self._known[word]

    @cached_property
    def _list(self) -> "Dictionary":
        """The list, from files that are closed again: the library's own way leaves them open."""
        from spylls.hunspell import Dictionary
        from spylls.hunspell.readers import read_aff, read_dic
        from spylls.hunspell.readers.file_reader import BaseReader

        with resource("words/en_GB.aff").open(encoding="utf-8") as file:
            rules, context = read_aff(BaseReader(file))
        with resource("words/en_GB.dic").open(encoding="utf-8") as file:
            words = read_dic(BaseReader(file), aff=rules, context=context)
        return Dictionary(rules, words)

    @cached_property
    def _of_this_field(self) -> frozenset[str]:
        lines = resource("words/community.txt").read_text("utf-8").splitlines()
        words = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
        return frozenset({*words, *(f"{word}'s" for word in words)})


def _small(word: str) -> str:
    """Return a word as it is in the middle of a sentence."""
    return word[:1].lower() + word[1:]
