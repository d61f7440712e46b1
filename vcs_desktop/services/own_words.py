"""The words that the group says are right, kept with its records."""

from dataclasses import replace

from vcs_desktop.domain.kinds import OUR_WORD_LIST, OUR_WORDS
from vcs_desktop.domain.our_words import OurWord, OurWords, can_be_added
from vcs_desktop.domain.spelled import plain
from vcs_desktop.services.records import Held, RecordsService, unwritten
from vcs_desktop.services.who import who


class OwnWordsService:
    """Adds to the list, and takes from it."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def all(self) -> tuple[str, ...]:
        """Return the words of the list, in the order of the alphabet."""
        return tuple(sorted((each.id for each in self._held().thing.words), key=str.casefold))

    def right_words(self) -> frozenset[str]:
        """Return every word that is right here: the list, and the names of the group's people."""
        names = who(self._records).names.values()
        return frozenset({*self.all(), *(part for name in names for part in name.split())})

    def add(self, word: str) -> None:
        """Keep a word; one that is there already, or is none, changes nothing."""
        held, told = self._held(), plain(word.strip())
        if can_be_added(told) and OurWord(told) not in held.thing.words:
            after = replace(held.thing, words=(*held.thing.words, OurWord(told)))
            self._records.save(held, after)

    def remove(self, word: str) -> None:
        """Take a word from the list."""
        held = self._held()
        left = tuple(each for each in held.thing.words if each.id != word)
        self._records.save(held, replace(held.thing, words=left))

    def _held(self) -> Held[OurWords]:
        found = self._records.held(OurWords, OUR_WORD_LIST)
        return found or unwritten(OUR_WORDS, OurWords(id=OUR_WORD_LIST), OUR_WORD_LIST)
