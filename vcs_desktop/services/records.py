"""What people can do with any record of an open group: change, undo, read its history, the bin."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Generic, Protocol, TypeVar

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import AppError
from vcs_desktop.core.ids import Ids
from vcs_desktop.core.language import marked
from vcs_desktop.domain.acts import State, Verb, redo_words, undo_words
from vcs_desktop.domain.fold import Folded
from vcs_desktop.domain.history import Entry
from vcs_desktop.domain.kinds import KINDS
from vcs_desktop.domain.values import changes_of, thing_of
from vcs_desktop.storage import replay, undo
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.erased import keep_list
from vcs_desktop.storage.erased_files import take_away_erased
from vcs_desktop.storage.operations import Act, Author, introduce
from vcs_desktop.storage.queries import group_records
from vcs_desktop.storage.replay import Checked
from vcs_desktop.wire.operation import MOST_BYTES, Change
from vcs_desktop.wire.record import canonical

DAYS_IN_BIN = 90
"""How long the bin keeps a thing before it offers to delete it for good."""

MOST_LETTERS = 100_000
"""In one field: some fifty pages."""

_MOST_TOGETHER = MOST_BYTES - 100_000
"""Bytes, before and after, of all fields that are changed at once; the envelope takes the rest."""

Thing = TypeVar("Thing")


class NoSuchRecord(AppError):
    """The open group has no record with this id."""

    message = marked("We cannot find that among your group's records.")


class ChangedSince(AppError):
    """Nothing of what was to be undone or redone is as it was left."""

    message = marked("This was changed again since, so it stays as it is now.")
    advice = marked("Its history shows what was there before.")


class NothingToUndo(AppError):
    """There is nothing to undo, or to redo."""

    message = marked("There is nothing to take back.")


class TooLong(AppError):
    """A text is longer than a field takes."""

    message = marked("This text is too long to be saved. A field takes about fifty pages.")
    advice = marked("Make it shorter, or keep it as a file.")


@dataclass(frozen=True, slots=True)
class Held(Generic[Thing]):
    """A record as a person sees it, and the version that it was read from.

    ``record`` says more of it: whether it is in the bin, and which fields have two
    versions to choose from.
    """

    thing: Thing
    record: Folded

    @property
    def has_choice(self) -> bool:
        """Whether there are two versions of something in it, for a person to choose from."""
        return bool(self.record.choices or self.record.returned)


@dataclass(frozen=True, slots=True)
class InBin:
    """Something in the bin. ``days_left`` is 0 when its time is over; it stays all the same."""

    id: str
    kind: str
    title: str
    binned_at: datetime
    days_left: int


@dataclass(frozen=True, slots=True)
class Offers:
    """What undo and redo would do, in words such as "Undo: change Asha"; empty for nothing."""

    undo: str = ""
    redo: str = ""


class HasRecords(Protocol):
    """An open group. Its file is another one after somebody was taken out of the group."""

    @property
    def database(self) -> Database:
        """The group's file."""


def unwritten(kind: str, thing: Thing, record_id: str) -> Held[Thing]:
    """Return what a record is before anything of it is kept: its first change makes it."""
    return Held(thing, Folded(record_id, kind, {}, (), {}, None, returned=False))


class RecordsService:
    """Every act on an open group's records goes through ``acting``.

    ``who`` is the id of the person who opened the group (of their key slot), and
    ``name`` what the history calls them, also after they left; empty is not known.
    """

    def __init__(self, group: HasRecords, clock: Clock, ids: Ids, who: str, name: str = "") -> None:
        self.group = group
        self.clock = clock
        self.ids = ids
        self.who = who
        self.name = name

    @property
    def database(self) -> Database:
        """The group's file as it is now; what was given before may have been closed."""
        return self.group.database

    @contextmanager
    def acting(self, verb: str, *, undoable: bool = True, about: str = "") -> Iterator[Act]:
        """Yield one act: all that is done with it is kept together, or nothing of it.

        ``verb`` names it for undo (``domain.acts.Verb``), with ``about``, the record it is
        named after where it touches several.
        """
        with self.database.writing() as session:
            author = self._author()
            introduce(session, author, self.name)
            yield Act(session, author, verb, undoable=undoable, about=about)

    def held(self, shape: type[Thing], record_id: str) -> Held[Thing] | None:
        """Return a record, in the bin or not; None when there is none."""
        with self.database.reading() as session:
            found = group_records.record(session, record_id)
        return Held(thing_of(shape, found.values, record_id), found) if found else None

    def add(self, kind: str, thing: Any, *, record_id: str = "") -> str:
        """Make a record and return its id, a new one unless it is given.

        Raises:
            TooLong: a text in it is too long.
        """
        record_id = record_id or self.ids.new()
        changes = _checked(changes_of({}, KINDS[kind].shape(), thing))
        with self.acting(Verb.ADD) as act:
            act.change(kind, record_id, changes, seen=())
        return record_id

    def save(self, before: Held[Thing], after: Thing, *, verb: str = Verb.CHANGE) -> Held[Thing]:
        """Keep what a person changed in a record, beside what others did to it meanwhile.

        Returns the record as the person sees it now: as before, with their own change.
        Given back as ``before`` of their next change, it hides nothing that others did.

        Raises:
            TooLong: a text in it is too long.
        """
        if not changes_of(before.record.values, before.thing, after):
            return before
        with self.acting(verb) as act:
            return self.save_in(act, before, after)

    def save_in(self, act: Act, before: Held[Thing], after: Thing) -> Held[Thing]:
        """Keep what was changed in a record, as ``save`` does, as a part of an act.

        Raises:
            TooLong: a text in it is too long.
        """
        record = before.record
        changes = _checked(changes_of(record.values, before.thing, after))
        if not changes:
            return before
        operation = act.change(record.kind, record.id, changes, seen=record.heads)
        return Held(after, _changed(record, changes, operation))

    def new_in(self, act: Act, kind: str, thing: Thing, record_id: str) -> Held[Thing]:
        """Make a record, as ``add`` does, as a part of an act.

        Raises:
            TooLong: a text in it is too long.
        """
        return self.save_in(act, unwritten(kind, KINDS[kind].shape(), record_id), thing)

    def put_in_bin(self, record_id: str, *, verb: str = Verb.DELETE) -> None:
        """Put a record in the bin.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        kind = _record(self.database, record_id).kind
        with self.acting(verb) as act:
            act.delete(kind, record_id)

    def restore(self, record_id: str) -> None:
        """Take a record out of the bin, or say that it stays though it was deleted elsewhere.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        kind = _record(self.database, record_id).kind
        with self.acting(Verb.RESTORE) as act:
            act.restore(kind, record_id)

    def bin(self) -> list[InBin]:
        """Return what is in the bin, the newest first.

        Nothing leaves it by itself: a clock that is wrong must not delete anything.
        """
        now = self.clock.now()
        with self.database.reading() as session:
            found = group_records.bin_of(session)
        return [
            InBin(each.id, each.kind, each.title, each.binned_at, _days_left(each.binned_at, now))
            for each in found
            if each.binned_at
        ]

    def delete_for_good(self, record_ids: Sequence[str], *, also: Sequence[str] = ()) -> None:
        """Delete what is in the bin for good: every value, in its history too, and its files.

        ``also`` goes with it, in the bin or not, in the same act.

        Raises:
            NotInBin: one of them is not; nothing was deleted.
        """
        _erase(self, record_ids, also, from_bin=True)

    def erase(self, record_ids: Sequence[str]) -> None:
        """Take records away for good, wherever they are. It cannot be undone."""
        _erase(self, record_ids, from_bin=False)

    def choose(self, record_id: str, name: str, operation: str) -> None:
        """Choose one of the versions of a field; ``operation`` is the one that wrote it.

        Raises:
            NoSuchRecord: there is no such record, or it has no such version.
        """
        record = _record(self.database, record_id)
        versions = {each.operation: each.value for each in record.choices.get(name, ())}
        if operation not in versions:
            raise NoSuchRecord(record_id)
        change = Change(record.values.get(name), versions[operation])
        with self.acting(Verb.CHOOSE) as act:
            act.change(record.kind, record_id, {name: change}, seen=record.heads)

    def history(self, record_id: str, *, limit: int | None = None) -> list[Entry]:
        """Return what was done to a record, field by field, the newest first.

        Raises:
            NoSuchRecord: there never was one with this id.
        """
        with self.database.reading() as session:
            found = group_records.history(session, record_id, limit=limit)
        if not found:
            raise NoSuchRecord(record_id)
        return found

    def offers(self) -> Offers:
        """Return what undo and redo would do, for the person who opened the group."""
        with self.database.reading() as session:
            done, undone = undo.undoable(session, self.who), undo.redoable(session, self.who)
            return Offers(
                undo_words(*undo.words_of(session, done)) if done else "",
                redo_words(*undo.words_of(session, undone)) if undone else "",
            )

    def undo(self) -> str:
        """Take back the last thing this person did here, and return which record it was.

        The id is empty when there were several.

        Raises:
            NothingToUndo: there is nothing.
            ChangedSince: none of it is as it was left, so it stays.
        """
        with self.database.writing() as session:
            act = undo.undo(session, self._author())
        return _outcome(act)

    def redo(self) -> str:
        """Do again what was undone last, and return which record it was.

        Raises:
            NothingToUndo: there is nothing.
            ChangedSince: none of it is as it was left, so it stays.
        """
        with self.database.writing() as session:
            act = undo.redo(session, self._author())
        return _outcome(act)

    def checked(self) -> Checked:
        """Work every record out anew from the log, and compare."""
        with self.database.reading() as session:
            return replay.checked(session)

    def _author(self) -> Author:
        return Author(self.who, self.clock.now(), self.ids)


def _record(database: Database, record_id: str) -> Folded:
    with database.reading() as session:
        found = group_records.record(session, record_id)
    if found is None:
        raise NoSuchRecord(record_id)
    return found


def _erase(
    records: RecordsService,
    record_ids: Sequence[str],
    also: Sequence[str] = (),
    *,
    from_bin: bool,
) -> None:
    if record_ids:
        with records.acting(Verb.ERASE, undoable=False) as act:
            act.erase(record_ids, from_bin=from_bin)
            if also:
                act.erase(also)
        records.database.empty_log()
        keep_list(records.database)
        take_away_erased(records.database)


def _changed(record: Folded, changes: Mapping[str, Change], operation: str) -> Folded:
    """Return a record with a change that was made on top of all that was seen of it."""
    values = {**record.values, **{name: each.new for name, each in changes.items()}}
    return replace(
        record,
        values={name: value for name, value in values.items() if value is not None},
        heads=(operation,),
        choices={name: each for name, each in record.choices.items() if name not in changes},
    )


def _outcome(act: undo.Taken | None) -> str:
    if act is None:
        raise NothingToUndo
    if act.state == State.LEFT:
        raise ChangedSince
    return act.record_id


def _checked(changes: Mapping[str, Change]) -> Mapping[str, Change]:
    if any(len(str(each.new)) > MOST_LETTERS for each in changes.values()):
        raise TooLong
    if sum(len(canonical([each.old, each.new])) for each in changes.values()) > _MOST_TOGETHER:
        raise TooLong
    return changes


def _days_left(binned_at: datetime, now: datetime) -> int:
    return max(0, DAYS_IN_BIN - max(timedelta(), now - binned_at).days)
