"""What will change: two versions of a library beside each other, item by item."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from vcs_desktop.domain.from_record import line_of
from vcs_desktop.publishing.checking import shown
from vcs_desktop.publishing.gathering import Key, key_of_line
from vcs_desktop.wire.delta import Gone, delta_line
from vcs_desktop.wire.record import Record, record_of

MODIFIED: Final = "modified"


class What(StrEnum):
    """What becomes of a record."""

    ADDED = "added"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """One record that comes, goes, or says something else; a line is empty where it is not."""

    what: What
    key: Key
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class Item:
    """A change as a person reads it; ``fields`` are those of a changed record that differ."""

    what: What
    kind: str
    id: str
    title: str
    fields: tuple[str, ...] = ()


@dataclass(slots=True)
class Counts:
    """How many records come, change, go, and stay as they are."""

    added: int = 0
    changed: int = 0
    gone: int = 0
    same: int = 0

    def count(self, what: What) -> None:
        """Count a change."""
        setattr(self, what, getattr(self, what) + 1)

    @property
    def is_nothing(self) -> bool:
        """Whether nothing changes."""
        return not (self.added or self.changed or self.gone)


def changes(
    before: Iterable[bytes], after: Iterable[tuple[Key, bytes]], counts: Counts
) -> Iterator[Change]:
    """Yield what changes between two sorted versions, and count everything.

    A line is taken apart only where the two versions are not the same.
    """
    olds, news = iter(before), iter(after)
    old, new = next(olds, b""), next(news, None)
    while old or new is not None:
        if new is not None and old == new[1]:
            counts.same += 1
            old, new = next(olds, b""), next(news, None)
            continue
        key = key_of_line(old) if old else None
        if new is None or (key is not None and key < new[0]):
            assert key is not None  # noqa: S101  one of the two is there
            change, old = Change(What.GONE, key, old, b""), next(olds, b"")
        elif key is None or new[0] < key:
            change, new = Change(What.ADDED, new[0], b"", new[1]), next(news, None)
        else:
            change = Change(What.CHANGED, key, old, new[1])
            old, new = next(olds, b""), next(news, None)
        counts.count(change.what)
        yield change


def item_of(change: Change) -> Item:
    """Return a change as a person reads it."""
    kind, record_id = change.key
    record = record_of(change.after or change.before)
    title = shown(line_of(record).title)
    if change.what is not What.CHANGED:
        return Item(change.what, kind, record_id, title)
    return Item(change.what, kind, record_id, title, _differing(record_of(change.before), record))


def line_of_change(change: Change) -> bytes:
    """Return a change as a line of a delta."""
    return change.after or delta_line(Gone(*change.key))


def keyed(lines: Iterable[bytes]) -> Iterator[tuple[Key, bytes]]:
    """Yield lines of a snapshot with their keys."""
    for line in lines:
        yield key_of_line(line), line


def _differing(before: Record, after: Record) -> tuple[str, ...]:
    names = sorted(before.data.keys() | after.data.keys())
    found = tuple(
        name
        for name in names
        if json.dumps(before.data.get(name), sort_keys=True)
        != json.dumps(after.data.get(name), sort_keys=True)
        or (name in before.data) != (name in after.data)
    )
    return found or (MODIFIED,)
