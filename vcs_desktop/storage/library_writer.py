"""Writes the records of one file, or of one snapshot, inside one transaction.

Rows go in by slices through the driver's own ``executemany``: one object for
each row would take several times as long. What was there and is the same stays
as it is, so the same file twice changes nothing.
"""

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from hashlib import sha256
from typing import Any

from sqlalchemy.orm import Session

from vcs_desktop.domain.opportunities import RecordLine
from vcs_desktop.storage import rows
from vcs_desktop.storage.gone import note_gone
from vcs_desktop.storage.library_tables import OriginRow, ReleaseRow
from vcs_desktop.storage.queries.records import data, only_release, releases_of
from vcs_desktop.storage.shown import delete_records, make_findable, show_the_newest
from vcs_desktop.wire.record import Record, Release, canonical

_RELEASE = rows.put_statement(ReleaseRow)
_ORIGIN = rows.put_statement(OriginRow)
_ELSEWHERE = (
    "SELECT kind, id FROM record AS other WHERE number < ? AND EXISTS (SELECT 1 FROM record "
    "AS here WHERE here.id = other.id AND here.kind = other.kind AND here.origin = ?)"
)
_KEEP_EARLIER = (
    "INSERT OR IGNORE INTO earlier (number, mark, body) SELECT number, ?, body FROM raw "
    "WHERE number IN (SELECT value FROM json_each(?))"
)
_DROP_OLDEST_EARLIER = "DELETE FROM earlier WHERE rowid <= (SELECT max(rowid) FROM earlier) - ?"
_TAKE_NUMBER = "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'record'"
MOST_EARLIER = 5_000
"""So many earlier bodies are kept, and less than half of them from one load."""
_MOST_OF_ONE_LOAD = 2_000
_REDATE = "UPDATE record SET modified = ? WHERE number = ?"

_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A record to write.

    ``record`` is as published; ``line`` is what lists show of it. ``parts`` are
    records inside it that are found by themselves as well, such as the contracts
    that a process led to: they come and go with it, and are not counted. ``body`` is JSON
    of the record's data as it stood in its file, where that was at hand; it is kept as it is.
    ``digest`` is that of its line in a library; where there is none, the digest of ``body`` counts.
    """

    record: Record
    line: RecordLine
    parts: tuple["Entry", ...] = ()
    body: bytes = b""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many main records were new, different, and the same as before."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0


class _Came(Enum):
    NEW = auto()
    CHANGED = auto()
    SAME = auto()


@dataclass(slots=True)
class _Known:
    """A record that this origin has already."""

    number: int
    digest: str
    modified: str


@dataclass(slots=True)
class _Batch:
    """The rows of one slice, by table."""

    records: list[rows.Row] = field(default_factory=list)
    there: list[rows.Row] = field(default_factory=list)
    raws: list[rows.Row] = field(default_factory=list)
    redated: list[rows.Row] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)
    own: dict[str, list[rows.Row]] = field(default_factory=dict)

    def fill(self, number: int, origin: str, entry: Entry, body: bytes, digest: str) -> rows.Row:
        """Add the rows of a record, and return that of the table of all records."""
        whole, own = rows.rows_of(number, origin, entry.record, entry.line, digest)
        self.records.append(whole)
        self.raws.append((number, body))
        if own is not None:
            self.own.setdefault(entry.record.kind, []).append(own)
        return whole


class LibraryWriter:
    """One load into one origin: give it everything, then ``finish``; roll back to undo."""

    def __init__(self, session: Session, origin: str) -> None:
        self._session = session
        self._connection = session.connection()
        # Half of a load is rows by the thousand: they go straight to the driver.
        self._driver: Any = self._connection.connection.driver_connection
        self._origin = origin
        last = self._connection.exec_driver_sql(
            "SELECT seq FROM sqlite_sequence WHERE name = 'record'"
        ).scalar()
        self._first = self._next = (last or 0) + 1
        # What came, by its number: what a load brought is noted from it.
        self.came: dict[int, _Came] = {}
        self._parts: set[int] = set()
        self._meeting: dict[int, str] = {}
        self._elsewhere: set[_Key] = set()
        self._is_all_new = False
        self._statements = rows.PUT
        self._earlier = 0
        self._deletes = False

    @property
    def tally(self) -> Tally:
        """What has come of the main records so far."""
        count = Counter(came for number, came in self.came.items() if number not in self._parts)
        return Tally(count[_Came.NEW], count[_Came.CHANGED], count[_Came.SAME])

    def expect_each_once(self) -> None:
        """Be told that no record comes twice: in an origin that has none, each is new then."""
        self._is_all_new = not self._connection.exec_driver_sql(
            "SELECT EXISTS (SELECT 1 FROM record WHERE origin = ?)", (self._origin,)
        ).scalar()
        if self._is_all_new:
            self._statements = rows.ADD

    def put(self, entries: Sequence[Entry]) -> list[int]:
        """Write a slice of records, each whole in itself, and return their numbers."""
        if self._is_all_new:
            return self._add(entries)
        known = self._known(entries)
        batch = _Batch()
        for entry in entries:
            self._place(batch, known, entry, entry.body or canonical(entry.record.data))
        self._write(batch)
        return [known[_key(entry.record)].number for entry in entries]

    def _add(self, entries: Sequence[Entry]) -> list[int]:
        batch = _Batch()
        numbers = list(range(self._next, self._next + len(entries)))
        for number, entry in zip(numbers, entries, strict=True):
            body = entry.body or canonical(entry.record.data)
            batch.fill(number, self._origin, entry, body, entry.digest or _digest(body))
        self._next += len(entries)
        self.came.update(dict.fromkeys(numbers, _Came.NEW))
        self._write(batch)
        return numbers

    def put_releases(self, pairs: Sequence[tuple[Release, Entry]]) -> None:
        """Write a slice of messages, each with the entry it would be on its own.

        The first message of a process is its record. When another comes, in this
        load or a later one, both are set aside to be merged: see ``meetings``.
        """
        known = self._known([entry for _, entry in pairs])
        batch = _Batch()
        fresh: list[Entry] = []
        others: list[tuple[int, Release, bytes]] = []
        for release, entry in pairs:
            body = release.text.encode() or canonical(release.data)
            found = known.get(_key(entry.record))
            if found is None:
                fresh.append(entry)
            elif found.digest != _digest(body):
                others.append((found.number, release, canonical(release.data)))
                continue
            self._place(batch, known, entry, body)
        self._write(batch)
        self._put_parts([part for entry in fresh for part in entry.parts])
        if others:
            self._set_aside(others)

    def meetings(self) -> Iterator[list[Release]]:
        """Yield the messages of every process that got another, oldest first, to be merged."""
        for number, ocid in list(self._meeting.items()):
            yield releases_of(self._session, number, ocid)

    def put_merged(self, entry: Entry) -> None:
        """Write what the messages of a process have become."""
        self.put([entry])
        self._put_parts(entry.parts)
        self._drop_parts_but(entry)

    def digests_of(self, keys: Iterable[_Key]) -> list[str]:
        """Return the digests of those of some records that are there."""
        asked = set(keys)
        held = self._connection.exec_driver_sql(
            "SELECT kind, id, digest FROM record "
            "WHERE origin = ? AND id IN (SELECT value FROM json_each(?))",
            (self._origin, json.dumps([record_id for _, record_id in asked])),
        )
        return [digest for kind, record_id, digest in held if (kind, record_id) in asked]

    def drop(self, keys: Iterable[_Key]) -> int:
        """Delete some records of this origin; return how many there were."""
        asked = set(keys)
        held = self._connection.exec_driver_sql(
            "SELECT number, kind, id FROM record "
            "WHERE origin = ? AND id IN (SELECT value FROM json_each(?))",
            (self._origin, json.dumps([record_id for _, record_id in asked])),
        ).all()
        gone = {row.number: (row.kind, row.id) for row in held if (row.kind, row.id) in asked}
        return self._delete(gone)

    def drop_the_rest(self) -> int:
        """Delete what this origin had and did not get again; return how many that was."""
        held = self._connection.exec_driver_sql(
            "SELECT number, kind, id FROM record WHERE origin = ? AND number < ?",
            (self._origin, self._first),
        ).all()
        return self._delete(
            {row.number: (row.kind, row.id) for row in held if row.number not in self.came}
        )

    def _delete(self, gone: Mapping[int, _Key]) -> int:
        """Delete records by their numbers, and remember that they are gone; return how many."""
        numbers = list(gone)
        note_gone(self._connection, numbers, self._first)
        delete_records(self._connection, numbers)
        self._deletes |= bool(gone)
        self._elsewhere.update(gone.values())
        for number in numbers:
            self.came.pop(number, None)
        return len(gone)

    def finish(self, *, as_of: date, version: int = 0, digest: str = "") -> Tally:
        """Make titles findable, queue the rest for the index, and note how far we are."""
        changed = [number for number, came in self.came.items() if came is _Came.CHANGED]
        if self._is_all_new:
            self._elsewhere.update(
                (row.kind, row.id)
                for row in self._connection.exec_driver_sql(_ELSEWHERE, (self._first, self._origin))
            )
        if changed or self._deletes:  # a number of its own, so that one can say what was seen
            self._connection.exec_driver_sql(_TAKE_NUMBER, (self._first,))
            self._connection.exec_driver_sql(_DROP_OLDEST_EARLIER, (MOST_EARLIER,))
        make_findable(self._connection, since=self._first, again=changed)
        show_the_newest(self._connection, self._elsewhere)
        if changed or self._next > self._first or version:
            row = (self._origin, version, digest, as_of.isoformat())
            self._connection.exec_driver_sql(_ORIGIN, row)
        return self.tally

    def _known(self, entries: Iterable[Entry]) -> dict[_Key, _Known]:
        """Return which of some records this origin has; note which others have them too."""
        known: dict[_Key, _Known] = {}
        ids = json.dumps([entry.record.id for entry in entries])
        for number, kind, record_id, origin, digest, modified in self._connection.exec_driver_sql(
            "SELECT number, kind, id, origin, digest, modified FROM record "
            "WHERE id IN (SELECT value FROM json_each(?))",
            (ids,),
        ):
            if origin == self._origin:
                known[kind, record_id] = _Known(number, digest, modified)
            else:
                self._elsewhere.add((kind, record_id))
        return known

    def _place(self, batch: _Batch, known: dict[_Key, _Known], entry: Entry, body: bytes) -> None:
        """Put a record's rows in the batch unless they are the same as before."""
        digest, key = entry.digest or _digest(body), _key(entry.record)
        was_there = found = known.get(key)
        if found is None:
            found = known[key] = _Known(self._next, digest, entry.record.modified)
            self._next += 1
            self.came[found.number] = _Came.NEW
        elif found.digest == digest:
            self.came.setdefault(found.number, _Came.SAME)
            if found.modified != entry.record.modified:
                # The same said again later: whichever file came first, it is from that later day.
                found.modified = entry.record.modified
                batch.redated.append((found.modified, found.number))
            return
        else:
            found.digest, found.modified = digest, entry.record.modified
            if self.came.get(found.number) is not _Came.NEW:
                self.came[found.number] = _Came.CHANGED
                batch.changed.append(found.number)
        row = batch.fill(found.number, self._origin, entry, body, digest)
        if was_there:
            batch.there.append(row)

    def _write(self, batch: _Batch) -> None:
        if batch.changed and self._earlier < _MOST_OF_ONE_LOAD:
            self._earlier += len(batch.changed)
            numbers = json.dumps(batch.changed)
            self._connection.exec_driver_sql(_KEEP_EARLIER, (self._first, numbers))
        _many(self._driver, self._statements.record, batch.records)
        _many(self._driver, rows.REORDER, batch.there)
        _many(self._driver, self._statements.raw, batch.raws)
        _many(self._driver, _REDATE, batch.redated)
        for kind, own in batch.own.items():
            _many(self._driver, self._statements.own[kind], own)

    def _put_parts(self, parts: Sequence[Entry]) -> None:
        if parts:
            self._parts.update(self.put(parts))

    def _drop_parts_but(self, entry: Entry) -> None:
        """Delete parts that are inside no more: their ids begin with the record's and a slash."""
        whole = entry.record.id
        held = self._connection.exec_driver_sql(
            "SELECT number, id FROM record WHERE origin = ? AND id > ? AND id < ?",
            (self._origin, f"{whole}/", f"{whole}0"),
        ).all()
        inside = {part.record.id for part in entry.parts}
        gone = [row.number for row in held if row.id not in inside]
        delete_records(self._connection, gone)
        for number in gone:
            self.came.pop(number, None)

    def _set_aside(self, others: Sequence[tuple[int, Release, bytes]]) -> None:
        """Keep messages beside the first of their process, so that they can be merged."""
        numbers = {number for number, _, _ in others}
        held, firsts = self._messages_held(numbers)
        fresh: list[rows.Row] = []
        for number, release, body in others:
            digest = _digest(body)
            if digest in held[number]:
                self.came.setdefault(number, _Came.SAME)
                continue
            held[number].add(digest)
            self._meeting[number] = release.ocid
            fresh.append(_release_row(number, release, body))
            if number in firsts:
                fresh.append(firsts.pop(number))
        _many(self._driver, _RELEASE, fresh)

    def _messages_held(self, numbers: set[int]) -> tuple[dict[int, set[str]], dict[int, rows.Row]]:
        """Return the digests of each process's messages, and the row of one alone so far."""
        held: dict[int, set[str]] = {number: set() for number in numbers}
        listed = (json.dumps(list(numbers)),)
        for number, digest in self._connection.exec_driver_sql(
            "SELECT number, digest FROM release WHERE number IN (SELECT value FROM json_each(?))",
            listed,
        ):
            held[number].add(digest)
        firsts: dict[int, rows.Row] = {}
        for number, kind, record_id, body in self._connection.exec_driver_sql(
            "SELECT record.number, kind, id, body FROM record JOIN raw USING (number) "
            "WHERE record.number IN (SELECT value FROM json_each(?))",
            listed,
        ):
            if not held[number]:
                first = only_release(Record(kind, record_id, data(body)))
                firsts[number] = _release_row(number, first, canonical(first.data))
                held[number].add(_digest(canonical(first.data)))
        return held, firsts


def _many(driver: Any, statement: str, values: Sequence[rows.Row]) -> None:
    if values:
        driver.executemany(statement, values)


def _key(record: Record) -> _Key:
    return record.kind, record.id


def _digest(body: bytes) -> str:
    return sha256(body).hexdigest()


def _release_row(number: int, release: Release, body: bytes) -> rows.Row:
    return (
        number,
        _digest(body),
        release.release_id,
        release.date,
        " ".join(release.tags),
        zlib.compress(body, rows.QUICK),
    )
