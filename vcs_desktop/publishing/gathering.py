"""Brings together what is to be published: every record once, in order, none held in memory.

Messages about one contract (OCDS releases) are merged by their ``ocid``, and the contract
awards inside them become records of their own, so that whoever reads the library needs
no rules of OCDS to find them.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from vcs_desktop.core.errors import CannotUseInput, not_written
from vcs_desktop.core.language import tr
from vcs_desktop.domain.from_record import awards_of
from vcs_desktop.domain.library import Kind
from vcs_desktop.feeds.result import Refusal
from vcs_desktop.publishing.checking import CannotPublish, Refused, checked_line
from vcs_desktop.publishing.source_files import (
    Reading,
    must_be_there,
    source_files,
    why_not,
)
from vcs_desktop.publishing.spool import Place, Spool
from vcs_desktop.wire.record import Record, Release, record_of

Key = tuple[str, str]
"""A record's kind and id."""

Look = Callable[[str, int], None]
"""Is told what is being done and how much is done; what it raises stops the work."""

TELL_EVERY = 500


@dataclass(frozen=True, slots=True)
class SourceReport:
    """What became of one source: what it is in words (empty: not usable), and how many items."""

    name: str
    format: str
    read: int


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line with where it came from; ``within`` is the contract that an award is inside of."""

    place: Place
    file: str
    where: str
    within: str = ""


class Gathered:
    """All records of some sources, sorted by kind and id. Close it, or use it in ``with``.

    ``refused`` is what cannot be published, and ``passed_over`` the files that are no data.
    """

    def __init__(self) -> None:
        self.sources: list[SourceReport] = []
        self.refused: list[Refused] = []
        self.passed_over: list[str] = []
        self._spool = Spool()
        self._entries: dict[Key, list[_Entry]] = {}
        self._order: list[Key] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._order)

    def close(self) -> None:
        """Throw everything away."""
        self._spool.close()

    def lines(self) -> Iterator[tuple[Key, bytes]]:
        """Yield every record's key and line, in order."""
        for key in self._order:
            yield key, self._spool.line(self._entries[key][0].place)

    def take(self, reading: Reading, look: Look | None) -> None:
        """Take in one source, or nothing of it if it cannot be read to its end."""
        came: list[tuple[Key, _Entry]] = []
        refused: list[Refused] = []
        words = tr("Reading {file}", file=reading.file.name)
        try:
            for count, (file, where, item) in enumerate(reading.items()):
                if look is not None and count % TELL_EVERY == 0:
                    look(words, count)
                if isinstance(item, Refusal):
                    refused.append(Refused(file, where, item.why))
                    continue
                try:
                    came.extend(self._spooled(_as_record(item), file, where))
                except CannotPublish as error:
                    refused.append(Refused(file, where, str(error)))
        except CannotUseInput as error:
            self.refused.append(Refused(reading.file.name, "", why_not(error)))
            self.sources.append(SourceReport(reading.file.name, "", 0))
            return
        self.refused.extend(refused)
        for key, entry in came:
            self._entries.setdefault(key, []).append(entry)
        self.sources.append(SourceReport(reading.file.name, reading.format, reading.read))

    def settle(self, look: Look | None) -> None:
        """Make one record of all that came of the same kind and id, and sort them."""
        words = tr("Putting together what belongs together")
        several = [key for key, entries in self._entries.items() if len(entries) > 1]
        for count, key in enumerate(several):
            if look is not None and count % TELL_EVERY == 0:
                look(words, count)
            if key[0] == Kind.TENDER:
                self._merge(key)
        for key in several:
            if key[0] != Kind.TENDER and len(self._entries.get(key, ())) > 1:
                self._choose(key)
        self._order = sorted(self._entries)

    def _spooled(self, record: Record, file: str, where: str) -> list[tuple[Key, _Entry]]:
        """Keep the line of a record, and those of the awards inside it."""
        line = checked_line(record)
        inside = awards_of(record) if record.kind == Kind.TENDER and "awards" in record.data else []
        # Before the first is kept: all of it can be used, or nothing.
        lines = [(each, checked_line(each)) for each in inside]
        made = [(_key(record), _Entry(self._spool.put(line), file, where))]
        made.extend(
            (_key(each), _Entry(self._spool.put(its), file, where, within=record.id))
            for each, its in lines
        )
        return made

    def _merge(self, key: Key) -> None:
        """Merge the messages about one contract."""
        from vcs_desktop.feeds.ocds.merge import compiled

        entries = self._entries[key]
        lines = list(dict.fromkeys(self._spool.line(each.place) for each in entries))
        self._forget_inside(key[1], lines)
        records = [record_of(line) for line in lines]
        data = compiled([_as_release(each) for each in records])
        whole = Record(Kind.TENDER, key[1], data, max(each.modified for each in records))
        last = entries[-1]
        try:
            made = self._spooled(whole, last.file, last.where)
        except CannotPublish as error:
            self.refused.append(Refused(last.file, last.where, str(error)))
            del self._entries[key]
            return
        self._entries[key] = [made[0][1]]
        for inside, entry in made[1:]:
            self._entries.setdefault(inside, []).append(entry)

    def _forget_inside(self, ocid: str, lines: Sequence[bytes]) -> None:
        """Take out the awards that single messages brought: the merged contract has its own."""
        for line in lines:
            for award in awards_of(record_of(line)):
                kept = [e for e in self._entries.get(_key(award), ()) if e.within != ocid]
                if kept:
                    self._entries[_key(award)] = kept
                else:
                    self._entries.pop(_key(award), None)

    def _choose(self, key: Key) -> None:
        """Keep the newest of some records with one id; two that say different things are told."""
        entries = self._entries[key]
        kept, line = entries[0], self._spool.line(entries[0].place)
        modified = record_of(line).modified
        for entry in entries[1:]:
            other = self._spool.line(entry.place)
            if other == line:
                continue
            later = record_of(other).modified
            if later == modified:
                why = tr("it has the same id as in {file}, but says something else", file=kept.file)
                self.refused.append(Refused(entry.file, entry.where, why))
            elif later > modified:
                kept, line, modified = entry, other, later
        self._entries[key] = [kept]


def gather(paths: Sequence[Path], look: Look | None = None) -> Gathered:
    """Read some sources, and return what is in them.

    Raises:
        CannotUseInput: one is not there. What is wrong inside them is in ``refused``.
        DiskFull: there is no room to put them together.
    """
    must_be_there(list(paths))
    gathered = Gathered()
    try:
        files, gathered.passed_over = source_files(list(paths))
        for file in files:
            gathered.take(Reading(file), look)
        gathered.settle(look)
    except OSError as error:
        gathered.close()
        raise not_written(error, CannotUseInput(
            f"gathering: {type(error).__name__}",
            message=tr("The files could not be read to their end."),
            advice=tr("If they are on a stick, copy them to this computer first."),
        )) from error  # fmt: skip
    except BaseException:
        gathered.close()
        raise
    return gathered


def key_of_line(line: bytes) -> Key:
    """Return the kind and id of a line of a snapshot."""
    said = json.loads(line)
    return said["kind"], said["id"]


def _key(record: Record) -> Key:
    return str(record.kind), record.id


def _as_record(item: Record | Release) -> Record:
    if isinstance(item, Release):
        return Record(Kind.TENDER, item.ocid, item.data, item.date)
    return item


def _as_release(record: Record) -> Release:
    return Release(record.id, str(record.data.get("id") or ""), record.modified, (), record.data)
