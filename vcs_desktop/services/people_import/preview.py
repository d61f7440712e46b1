"""What would come of each row of a table: whom it is like, and what is advised."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from vcs_desktop.domain.people import Person
from vcs_desktop.domain.person_merge import left_behind, merged_values
from vcs_desktop.domain.same_person import (
    MOST_TOGETHER,
    Key,
    Likeness,
    Trait,
    keys_of,
    keys_of_texts,
)
from vcs_desktop.domain.values import values_of
from vcs_desktop.feeds.people_rows import ReadRow
from vcs_desktop.services.people_import.told import (
    Decision,
    PreviewRow,
    SameAs,
    left_behind_words,
)
from vcs_desktop.storage.queries.group_records import PersonLine

Values = Mapping[str, Any]


@dataclass
class Known:
    """Who is in the group, and in the rows so far, by what they are known by."""

    values_of_person: Callable[[str], Values]
    _by_key: dict[Key, list[SameAs]] = field(default_factory=dict)
    _rows: dict[int, Values] = field(default_factory=dict)

    def add_person(self, line: PersonLine) -> None:
        """Let somebody of the group be known."""
        keys = keys_of_texts(line.name, line.email, line.phone)
        self._add(keys, SameAs(line.name, person_id=line.id))

    def previewed(self, read: ReadRow) -> PreviewRow:
        """Return what would come of a row, and let it be known for the rows after it."""
        if read.person is None:
            return PreviewRow(read.number, None, read.problems)
        values = values_of(read.person)
        same_as = self._alike(read.number, read.person, values)
        self._rows[read.number] = values
        self._add(keys_of(read.person), SameAs(read.person.name, row=read.number))
        return PreviewRow(read.number, read.person, read.problems, same_as, _advised(same_as))

    def _add(self, keys: frozenset[Key], who: SameAs) -> None:
        for key in keys:
            self._by_key.setdefault(key, []).append(who)

    def _alike(self, row: int, person: Person, values: Values) -> SameAs | None:
        traits: dict[tuple[str, int], set[Trait]] = {}
        whom: dict[tuple[str, int], SameAs] = {}
        for key in keys_of(person):
            there = self._by_key.get(key, [])
            if len(there) > MOST_TOGETHER and key[0] != Trait.NAME:
                continue  # the group's own phone says nothing
            for found in there[:MOST_TOGETHER]:
                which = (found.person_id, found.row)
                traits.setdefault(which, set()).add(key[0])
                whom[which] = found
        if not traits:
            return None
        best = max(traits, key=lambda which: _rank(traits[which], which))
        alike = Likeness(frozenset(traits[best]))
        told = self._values(whom[best])
        behind = left_behind(told, values)
        has_all = not behind and merged_values(told, values) == told
        return replace(
            whom[best],
            why=alike.why,
            is_likely=alike.is_likely,
            has_the_name=Trait.NAME in alike.traits,
            adds_nothing=Trait.NAME in alike.traits and has_all,
            left_behind=left_behind_words(row, whom[best].name, behind),
        )

    def _values(self, same_as: SameAs) -> Values:
        if same_as.person_id:
            return self.values_of_person(same_as.person_id)
        return self._rows[same_as.row]


def _rank(traits: set[Trait], which: tuple[str, int]) -> tuple[int, bool, bool]:
    """Return how near somebody is: by how much is the same, then the name, then the group."""
    return len(traits), Trait.NAME in traits, bool(which[0])


def _advised(same_as: SameAs | None) -> Decision:
    """Return what to do unless a person says otherwise.

    Who is like somebody in one thing only may be somebody else, and so may who has another
    name: couples share phones and addresses. To add them can be put right later by merging,
    and a wrong merge is hard to see.
    """
    if same_as is None:
        return Decision.ADD
    if same_as.adds_nothing:
        return Decision.LEAVE_OUT
    return Decision.MERGE if same_as.is_likely and same_as.has_the_name else Decision.ADD
