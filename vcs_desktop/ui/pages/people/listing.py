"""Which of the people are listed, and in which order."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter

from vcs_desktop.domain.people import Tie
from vcs_desktop.services.people import PersonLine


class Order(StrEnum):
    """How the people are sorted."""

    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """What the person wants to see. Without ``ties`` it is everybody."""

    words: str = ""
    ties: frozenset[Tie] = frozenset()
    due_only: bool = False
    order: Order = Order.FIRST_NAME


class Everybody:
    """All people of the group as they were read, ready to be asked for some of them.

    It is made off the window's thread. In which words somebody is found is worked out when
    words are looked for: most never are.
    """

    def __init__(self, lines: Iterable[PersonLine] = ()) -> None:
        by_name = sorted(((_folded(line.name), line) for line in lines), key=itemgetter(0))
        self._lines = [line for _, line in by_name]
        self._names = [name for name, _ in by_name]
        self._words: list[str] = []
        self.counts: Counter[Tie] = Counter(tie for line in self._lines for tie in line.ties)
        self.due_count = sum(line.recheck_is_due for line in self._lines)

    def __len__(self) -> int:
        """Return how many people there are."""
        return len(self._lines)

    def line(self, person_id: str) -> PersonLine | None:
        """Return one person, or None where they are not in the list."""
        return next((line for line in self._lines if line.id == person_id), None)

    def some(self, wanted: PeopleFilter) -> list[PersonLine]:
        """Return those that are wanted, sorted."""
        lines, found = self._lines, self._in_order(wanted.order)
        if wanted.ties:
            found = [each for each in found if wanted.ties.intersection(lines[each].ties)]
        if wanted.due_only:
            found = [each for each in found if lines[each].recheck_is_due]
        if pieces := _folded(wanted.words).split():
            self._words = words = self._words or [_words(line) for line in lines]
            found = [each for each in found if all(piece in words[each] for piece in pieces)]
        return [lines[each] for each in found]

    def _in_order(self, order: Order) -> Sequence[int]:
        """Return the places of all; they lie in the order of their names."""
        everywhere, names = range(len(self._lines)), self._names
        if order is Order.NEWEST:
            return sorted(everywhere, key=lambda each: self._lines[each].id, reverse=True)
        if order is Order.LAST_NAME:
            return sorted(everywhere, key=lambda each: (_last(names[each]), names[each]))
        return everywhere


def _words(line: PersonLine) -> str:
    said = (line.name, line.email, line.phone, line.phone.replace(" ", ""), *line.titles)
    return _folded(" ".join(said))


def _last(name: str) -> str:
    """Return the last word of a name; of one that has none, nothing."""
    return name.rsplit(maxsplit=1)[-1] if name.split() else ""


def _folded(text: str) -> str:
    """Return a text as it is compared: large letters like small ones, with or without accents."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(each for each in apart if not unicodedata.combining(each)).casefold()
