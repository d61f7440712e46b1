"""Which of the people are listed, and in which order."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from vcs_desktop.domain.people import Tie
from vcs_desktop.services.people import PersonLine
from vcs_desktop.ui.pages.people.person_rows import PersonRows
from vcs_desktop.ui.widgets.title_list import TitleRow


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


@dataclass(frozen=True, slots=True)
class _Known:
    """A person with their row, and what is looked in and sorted by: worked out once."""

    line: PersonLine
    row: TitleRow
    words: str
    name: str


class Everybody:
    """All people of the group as they were read, ready to be asked for some of them.

    It is made off the window's thread, and then no longer changes.
    """

    def __init__(self, lines: Iterable[PersonLine] = ()) -> None:
        rows = PersonRows()
        self._all = [_known(line, rows.row_of(line)) for line in lines]
        self.counts: Counter[Tie] = Counter(tie for each in self._all for tie in each.line.ties)
        self.due_count = sum(each.line.recheck_is_due for each in self._all)

    def __len__(self) -> int:
        """Return how many people there are."""
        return len(self._all)

    def row(self, person_id: str) -> TitleRow | None:
        """Return the row of one person, or None where they are not in the list."""
        return next((each.row for each in self._all if each.line.id == person_id), None)

    def some(self, wanted: PeopleFilter) -> list[TitleRow]:
        """Return the rows of those that are wanted, sorted."""
        pieces = _folded(wanted.words).split()
        found = [
            each
            for each in self._all
            if (not wanted.ties or wanted.ties.intersection(each.line.ties))
            and (not wanted.due_only or each.line.recheck_is_due)
            and all(piece in each.words for piece in pieces)
        ]
        return [each.row for each in _sorted(found, wanted.order)]


def _known(line: PersonLine, row: TitleRow) -> _Known:
    name = _folded(line.name)
    said = (line.name, line.email, line.phone, line.phone.replace(" ", ""), *line.titles)
    return _Known(line, row, _folded(" ".join(said)), name)


def _sorted(found: list[_Known], order: Order) -> list[_Known]:
    if order is Order.NEWEST:
        return sorted(found, key=lambda each: each.line.id, reverse=True)
    if order is Order.LAST_NAME:
        return sorted(found, key=lambda each: (_last(each.name), each.name))
    return sorted(found, key=lambda each: each.name)


def _last(name: str) -> str:
    """Return the last word of a name; of one that has none, nothing."""
    return name.rsplit(maxsplit=1)[-1] if name.split() else ""


def _folded(text: str) -> str:
    """Return a text as it is compared: large letters like small ones, with or without accents."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(each for each in apart if not unicodedata.combining(each)).casefold()
