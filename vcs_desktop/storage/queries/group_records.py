"""Reads a group's records, their history and the bin."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.fold import Folded
from vcs_desktop.domain.history import Entry
from vcs_desktop.storage.group_rows import folded_of
from vcs_desktop.storage.group_tables import ErasureRow, OperationRow, PersonRow, RecordRow
from vcs_desktop.storage.operation_log import Logged, log


@dataclass(frozen=True, slots=True)
class RecordTitle:
    """A record as the bin and other lists of anything name it.

    ``binned_at`` is None when it is not in the bin.
    """

    id: str
    kind: str
    title: str
    binned_at: datetime | None


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person as a list shows them. ``ties`` are those of every role, past ones too."""

    id: str
    name: str
    email: str
    phone: str
    ties: tuple[str, ...]
    has_choice: bool


def record(session: Session, record_id: str) -> Folded | None:
    """Return one record, in the bin or not; None when there is none."""
    row = session.get(RecordRow, record_id)
    return folded_of(row) if row else None


def people(session: Session) -> list[PersonLine]:
    """Return everybody who is not in the bin, by name."""
    query = (
        select(RecordRow, PersonRow)
        .join(PersonRow, PersonRow.record_id == RecordRow.id)
        .where(RecordRow.binned_at.is_(None))
        .order_by(RecordRow.title)
        .with_only_columns(
            RecordRow.id,
            RecordRow.title,
            PersonRow.email,
            PersonRow.phone,
            PersonRow.ties,
            or_(RecordRow.choices.is_not(None), RecordRow.returned),
        )
    )
    return [
        PersonLine(id_, title, email, phone, tuple(ties.split()), bool(choice))
        for id_, title, email, phone, ties, choice in session.execute(query)
    ]


def bin_of(session: Session) -> list[RecordTitle]:
    """Return what is in the bin, the newest first."""
    query = select(RecordRow).where(RecordRow.binned_at.is_not(None))
    return [_title(row) for row in session.scalars(query.order_by(RecordRow.binned_at.desc()))]


def titles(session: Session, record_ids: Iterable[str]) -> dict[str, str]:
    """Return what some records are called, by id; those that are not there are left out."""
    query = select(RecordRow.id, RecordRow.title).where(RecordRow.id.in_(list(record_ids)))
    return {row.id: row.title for row in session.execute(query)}


def history(session: Session, record_id: str, *, limit: int | None = None) -> list[Entry]:
    """Return what was done to a record, the newest first; ``limit`` None is everything.

    An erased record still says who did what when, and no more.
    """
    query = select(OperationRow.number).where(OperationRow.record_id == record_id)
    newest = query.order_by(OperationRow.number.desc()).limit(limit)
    found = list(log(session, OperationRow.number.in_(newest)))
    if erased := session.get(ErasureRow, record_id):
        found += log(session, OperationRow.number == erased.operation_number)
    names = titles(session, {each.who for each in found})
    return [entry_of(each, names.get(each.who, "")) for each in reversed(found)]


def _title(row: RecordRow) -> RecordTitle:
    at = datetime.fromisoformat(row.binned_at) if row.binned_at else None
    return RecordTitle(row.id, row.kind, row.title, at)


def entry_of(logged: Logged, who: str) -> Entry:
    """Return an operation as the history tells it; ``who`` is the name of whoever did it."""
    done = logged.operation()
    return Entry(
        operation=done.id,
        at=done.at,
        who=who,
        deed=done.deed,
        verb=done.verb,
        changes=done.changes,
        blanked=logged.body is None,
    )
