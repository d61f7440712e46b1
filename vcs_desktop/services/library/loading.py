"""Takes the records of one file, or of a published library, into the local one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from vcs_desktop.core.collecting import nothing_to_collect
from vcs_desktop.core.errors import AppError, Busy, Stopped
from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.from_record import awards_of, line_of
from vcs_desktop.domain.library import THIS_COMPUTER, Kind
from vcs_desktop.domain.opportunities import RecordLine
from vcs_desktop.feeds.ocds.merge import compiled
from vcs_desktop.feeds.reading import Feed, open_feed
from vcs_desktop.feeds.result import Refusal
from vcs_desktop.services.library.reports import FileReport, Refused, Tell
from vcs_desktop.storage import loaded_files, practice
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.library_writer import Entry, LibraryWriter, Tally
from vcs_desktop.sync.library_reader import snapshot_records
from vcs_desktop.wire.manifest import Manifest
from vcs_desktop.wire.record import Data, Record, Release

if TYPE_CHECKING:
    from vcs_desktop.sync.arriving import Arrived

SLICE = 32
"""Items at a time. Few, so that they are worked on while they are still in the processor's cache:
with a thousand, a load takes half as long again."""
TELL_EVERY = 500

_Item = TypeVar("_Item")


class Watch:
    """Whom to tell how far we are, and who may stop us."""

    def __init__(self, tell: Tell | None, stop: Event | None) -> None:
        self._tell = tell
        self._stop = stop
        self._words = ""
        self._next = 0

    def look(self, words: str, done: int) -> None:
        """Tell, now and then, how far we are.

        Raises:
            Stopped: somebody asked for that; what is not committed is undone.
        """
        if self._stop is not None and self._stop.is_set():
            raise Stopped
        if self._tell is not None and (words != self._words or done >= self._next):
            self._words, self._next = words, done + TELL_EVERY
            told = tr_count("{words}: {count} so far", "{words}: {count} so far", done, words=words)
            self._tell(told if done else words, done, 0)


def load_file(database: Database, path: Path, today: date, watch: Watch) -> FileReport:
    """Take in one file: all of its good rows, or nothing at all if it is a bad file.

    Raises:
        Stopped: somebody asked for that; nothing of the file was kept.
    """
    try:
        feed = open_feed(path)
        while True:
            try:
                return _take_in(database, path, feed, today, watch)
            except Busy:  # for as long as another load has the turn; nothing was read yet
                watch.look(tr("Waiting for another load to end"), 0)
    except Stopped:
        raise
    except AppError as error:
        words = " ".join(filter(None, (error.message, error.advice)))
        return FileReport(str(path), "", refused=(Refused(path.name, words),))


def _take_in(database: Database, path: Path, feed: Feed, today: date, watch: Watch) -> FileReport:
    # The index of all words is written next, and takes the log along.
    with database.writing(leaves_log=True) as session:
        loading = _Loading(LibraryWriter(session, THIS_COMPUTER), watch, path.name)
        loading.take(feed)
        tally = loading.writer.finish(as_of=today)
        loaded_files.note(session, path, feed.format, today, loading.writer.came)
    return _report(path, feed, tally, loading.refused)


def load_published(
    database: Database, folder: Path, manifest: Manifest, practice_from: date
) -> Tally:
    """Bring a published library's origin to exactly the state of its snapshot.

    Raises:
        NotALibrary: it is not as its manifest says; nothing was changed.
    """
    # The index of all words is written next, and takes the log along.
    with database.writing(leaves_log=True) as session:
        writer = LibraryWriter(session, manifest.line)
        replace_all(writer, snapshot_records(folder, manifest), practice_from)
        return writer.finish(
            as_of=date.fromisoformat(manifest.issued[:10]),
            version=manifest.version,
            digest=manifest.digest,
        )


def replace_all(
    writer: LibraryWriter,
    arrived: "Iterable[Arrived]",
    practice_from: date | None,
    look: Callable[[int], None] = lambda _: None,
) -> int:
    """Put every record of a snapshot in place of all that an origin had; return how many went.

    ``look`` is told how many come next.
    """
    writer.expect_each_once()
    with nothing_to_collect():
        for some in slices(arrived):
            look(len(some))
            writer.put([published_entry(one, practice_from) for one in some])
    return writer.drop_the_rest()


def published_entry(one: "Arrived", practice_from: date | None) -> Entry:
    """Return what is written of a published record; None is before the first start."""
    record, digest, body = one
    return Entry(record, dated_line(record, practice_from), body=body, digest=digest)


class _Loading:
    """One file on its way into the library."""

    def __init__(self, writer: LibraryWriter, watch: Watch, name: str) -> None:
        self.writer = writer
        self.refused: list[Refused] = []
        self._watch = watch
        self._name = name

    def take(self, feed: Feed) -> None:
        """Write all that the feed gives, then merge the messages that met."""
        for some in slices(feed.items()):
            self._watch.look(tr("Reading {file}", file=self._name), feed.read)
            self._put(some)
        self._merge()
        self._watch.look(tr("Saving {file}", file=self._name), feed.read)

    def _put(self, some: Iterable[Record | Release | Refusal]) -> None:
        records: list[Entry] = []
        releases: list[tuple[Release, Entry]] = []
        for item in some:
            match item:
                case Release():
                    releases.append((item, _process(item.ocid, item.data, item.date)))
                case Record():
                    records.append(Entry(item, line_of(item)))
                case Refusal():
                    self.refused.append(Refused(item.where, item.why))
        if records:
            self.writer.put(records)
        if releases:
            self.writer.put_releases(releases)

    def _merge(self) -> None:
        for done, releases in enumerate(self.writer.meetings()):
            if done % SLICE == 0:
                self._watch.look(
                    tr("Putting together the history in {file}", file=self._name), done
                )
            newest = releases[-1]
            self.writer.put_merged(_process(newest.ocid, compiled(releases), newest.date))


def dated_line(record: Record, practice_from: date | None) -> RecordLine:
    """Return what lists show of a record: practice material with the day it closes on."""
    line = line_of(record)
    if practice_from is None or not line.practice:
        return line
    closes_on = practice.closing_day(record.data, practice_from)
    return replace(line, closes_on=closes_on) if closes_on else line


def _process(ocid: str, data: Data, modified: str) -> Entry:
    record = Record(Kind.TENDER, ocid, data, modified)
    awards = awards_of(record) if data.get("awards") else []
    return Entry(record, line_of(record), tuple(Entry(award, line_of(award)) for award in awards))


def slices(items: Iterable[_Item], size: int = 0) -> Iterator[list[_Item]]:
    """Yield items a few at a time; 0 is as many as a load takes at once."""
    every = iter(items)
    while some := list(islice(every, size or SLICE)):
        yield some


def _report(path: Path, feed: Feed, tally: Tally, refused: list[Refused]) -> FileReport:
    return FileReport(
        path=str(path),
        format=feed.format,
        read=feed.read,
        added=tally.added,
        changed=tally.changed,
        unchanged=tally.unchanged,
        refused=tuple(refused),
    )
