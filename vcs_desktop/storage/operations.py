"""The one path by which a group's records are ever changed.

Inside one ``Database.writing()``, what a person does becomes operations at the end
of the log, each waiting in the outbox, and the rows of the records that they add up
to: all of it is kept, or none. What other computers did comes in by ``receiving.receive``.
The file refuses every other way (``group_tables``).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.ids import Ids
from vcs_desktop.core.language import marked
from vcs_desktop.domain.acts import State, Verb
from vcs_desktop.domain.fold import Folded, fold_record
from vcs_desktop.domain.kinds import OPENER
from vcs_desktop.storage import group_rows
from vcs_desktop.storage.blanking import blank
from vcs_desktop.storage.group_tables import ActRow, ErasureRow, OperationRow, RecordRow
from vcs_desktop.storage.many_at_once import ManyAtOnce
from vcs_desktop.storage.operation_log import (
    last_digest,
    log,
    logged_of,
    this_device,
    write,
)
from vcs_desktop.wire.operation import Change, Deed, Operation, operation_bytes


class Erased(AppError):
    """The record was erased; nothing can be written to it any more."""

    message = marked("This was deleted for good, here or on another computer of the group.")
    advice = marked("If you need it again, add it anew.")


class NotInBin(AppError):
    """Only what is in the bin can be deleted for good."""

    message = marked("This is not in the bin, so it was not deleted for good.")
    advice = marked("Put it in the bin first.")


ERASURE = "erasure"
"""The kind of an operation that erases: it is of no one record."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who does something, when (aware UTC), and where the ids come from."""

    who: str
    at: datetime
    ids: Ids


class Act:
    """One thing that a person does, to be undone as one. Make it inside one ``writing()``.

    ``about`` is the record that the act is named after, of several that it touches; where
    it is empty, only an act on one record is named.
    """

    def __init__(
        self,
        session: Session,
        author: Author,
        verb: str = Verb.CHANGE,
        *,
        undoable: bool = True,
        about: str = "",
    ) -> None:
        self._session = session
        self._author = author
        self._verb = verb
        self._undoable = undoable
        self._about = about
        self._id = author.ids.new()
        self._device = this_device(session, author.ids)
        self._previous = last_digest(session, self._device)
        self._row: ActRow | None = None
        self._many: ManyAtOnce | None = None

    @contextmanager
    def many(self, record_ids: Collection[str]) -> Iterator[None]:
        """Do much of the act at once: quicker, and each of these records is touched once only.

        Whoever reads rows of the records meanwhile sees them as they were before.
        """
        with self._session.no_autoflush:
            self._many = ManyAtOnce(self._session, record_ids)
            try:
                yield
                self._many.write()
            finally:
                self._many = None

    def change(
        self,
        kind: str,
        record_id: str,
        changes: Mapping[str, Change],
        *,
        seen: Sequence[str] | None = None,
    ) -> str:
        """Make a record, or change fields of it; return the operation's id, "" for none.

        ``seen`` is the version that the person looked at (its ``heads``); None is the
        newest. When somebody has changed the record since, both changes are kept, and
        where they contradict each other both versions are.
        """
        return self._do(kind, record_id, Deed.CHANGE, changes, seen)

    def delete(self, kind: str, record_id: str, *, seen: Sequence[str] | None = None) -> None:
        """Put a record in the bin."""
        self._do(kind, record_id, Deed.DELETE, {}, seen)

    def restore(self, kind: str, record_id: str) -> None:
        """Take a record out of the bin, or say that it should stay."""
        self._do(kind, record_id, Deed.RESTORE, {}, None)

    def erase(self, record_ids: Sequence[str], *, from_bin: bool = False) -> None:
        """Take records and every word that was ever in them away for good.

        This cannot be undone, and no later change brings any of it back. ``from_bin``
        asks for it to be there still, whatever another window did a moment ago.

        Raises:
            NotInBin: one of them is not; nothing was done.
        """
        if from_bin and not all(map(self._is_binned, record_ids)):
            raise NotInBin
        operation = replace(
            self._operation(ERASURE, "", Deed.ERASE), records=tuple(sorted(set(record_ids)))
        )
        number = self._write(operation)
        blank(self._session, operation.records, number)

    def _is_binned(self, record_id: str) -> bool:
        row = self._session.get(RecordRow, record_id)
        return row is not None and row.binned_at is not None

    def _do(
        self,
        kind: str,
        record_id: str,
        deed: Deed,
        changes: Mapping[str, Change],
        seen: Sequence[str] | None,
    ) -> str:
        if self._is_erased(record_id):
            raise Erased(record_id)
        row = self._many.row(record_id) if self._many else self._session.get(RecordRow, record_id)
        before = group_rows.folded_of(row) if row else None
        if before is not None and deed == Deed.CHANGE and not changes:
            return ""
        newest = before.heads if before else ()
        based_on = newest if seen is None else tuple(sorted(seen))
        operation = replace(
            self._operation(kind, record_id, deed), changes=changes, based_on=based_on
        )
        number = self._write(operation)
        if set(based_on) == set(newest):
            after = _next(before, operation)
        else:
            after = fold_record([*_operations(self._session, record_id), operation])
        if self._many:
            self._many.put(after, number)
        else:
            group_rows.put(self._session, after, number)
        self._note(kind, record_id)
        return operation.id

    def _is_erased(self, record_id: str) -> bool:
        if self._many:
            return self._many.is_erased(record_id)
        return self._session.get(ErasureRow, record_id) is not None

    def _operation(self, kind: str, record_id: str, deed: Deed) -> Operation:
        author = self._author
        return Operation(
            id=author.ids.new(),
            device=self._device,
            kind=kind,
            record=record_id,
            deed=deed,
            act=self._id,
            verb=self._verb,
            who=author.who,
            at=author.at,
            previous=self._previous,
        )

    def _write(self, operation: Operation) -> int:
        logged = logged_of(operation_bytes(operation))
        self._previous = logged.digest
        return self._many.log(logged) if self._many else write(self._session, logged)

    def _note(self, kind: str, record_id: str) -> None:
        """Remember the act, so that it can be undone; undoing is not itself undone, but redone."""
        if not self._undoable:
            return
        if self._row is not None:
            if not self._about and self._row.record_id != record_id:
                self._row.record_id = None
            return
        # What was undone before can no longer be done again on top of this.
        undone = (ActRow.who == self._author.who, ActRow.state == State.UNDONE)
        self._session.execute(update(ActRow).where(*undone).values(state=State.LEFT))
        self._row = ActRow(
            id=self._id,
            verb=self._verb,
            kind=kind,
            record_id=self._about or record_id,
            who=self._author.who,
            at=self._author.at.astimezone(UTC).isoformat(),
            state=State.DONE,
        )
        self._session.add(self._row)


def introduce(session: Session, author: Author, name: str) -> None:
    """Keep the name by which the history calls somebody, before the first thing they do.

    It stays when they leave the group. Nothing is done where it is empty or known, or
    where what was known of them was erased.
    """
    row = session.get(RecordRow, author.who)
    known = row.title if row else ""
    if name and name != known and session.get(ErasureRow, author.who) is None:
        act = Act(session, author, Verb.ADD, undoable=False)
        act.change(OPENER, author.who, {"name": Change(known or None, name)})


def _next(before: Folded | None, operation: Operation) -> Folded:
    """Return a record after an operation that was made on top of all others: as folding gives."""
    values: dict[str, Any] = dict(before.values) if before else {}
    choices = dict(before.choices) if before else {}
    for name, each in operation.changes.items():
        values.pop(name, None)
        choices.pop(name, None)
        if each.new is not None:
            values[name] = each.new
    return Folded(
        id=operation.record,
        kind=before.kind if before else operation.kind,
        values=values,
        heads=(operation.id,),
        choices=choices,
        binned_at=operation.at if operation.deed == Deed.DELETE else None,
        returned=False,
    )


def _operations(session: Session, record_id: str) -> list[Operation]:
    return [each.operation() for each in log(session, OperationRow.record_id == record_id)]
