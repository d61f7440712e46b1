"""What was added to the library, what changed in it and what went, since somebody last looked."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import exists, func, or_, select, text
from sqlalchemy.orm import Session

from vcs_desktop.domain.library import OPPORTUNITIES, Kind
from vcs_desktop.domain.opportunities import RecordLine
from vcs_desktop.storage.gone import GoneRow
from vcs_desktop.storage.library_tables import EarlierRow, RecordRow
from vcs_desktop.storage.queries.records import (
    LINE_COLUMNS,
    AnySelect,
    Stored,
    data,
    line_of,
    numbered,
)
from vcs_desktop.wire.record import Record


@dataclass(frozen=True, slots=True)
class Changed:
    """A record that changed: as it was when somebody last looked, and as it is."""

    was: Record = field(repr=False)
    now: Stored


@dataclass(frozen=True, slots=True)
class Gone:
    """A record that is in the library no more."""

    kind: str
    title: str
    who: str


def newest_number(session: Session) -> int:
    """Return the number that was given last, to a record or to a load; 0 in an empty library."""
    given = session.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = 'record'"))
    return int(given or 0)


def added_since(
    session: Session, number: int, on: date, *, kind: str, limit: int = 5
) -> tuple[int, list[RecordLine]]:
    """Return how many open ones were added after a numbered one, and the first to close."""
    query = select(*LINE_COLUMNS).where(
        RecordRow.number > number,
        RecordRow.open_until.is_not(None),
        RecordRow.open_until >= on.isoformat(),
        RecordRow.shown,
        RecordRow.kind == kind,
    )
    return _counted(session, query, RecordRow.open_until, RecordRow.number, limit=limit)


def read_since(
    session: Session, number: int, kinds: Sequence[str], *, limit: int = 5
) -> tuple[int, list[RecordLine]]:
    """Return how many of some kinds that one reads came after a numbered one, and the newest."""
    query = select(*LINE_COLUMNS).where(
        RecordRow.kind.in_(kinds), RecordRow.shown, RecordRow.number > number
    )
    return _counted(session, query, RecordRow.number.desc(), limit=limit)


def changed_since(session: Session, number: int, *, limit: int) -> list[Changed]:
    """Return what was there up to a number and changed since, what changed last first."""
    newest = func.max(EarlierRow.mark)
    changed = session.execute(
        select(EarlierRow.number, func.min(EarlierRow.mark).label("first"))
        .join(RecordRow, RecordRow.number == EarlierRow.number)
        .where(EarlierRow.mark > number, RecordRow.number <= number, RecordRow.shown)
        .group_by(EarlierRow.number)
        .order_by(newest.desc(), EarlierRow.number)
        .limit(limit)
    ).all()
    now = numbered(session, [row.number for row in changed])
    return [
        Changed(Record(one.record.kind, one.record.id, _body(session, row.number, row.first)), one)
        for row in changed
        if (one := now.get(row.number)) is not None
    ]


def gone_since(session: Session, number: int, on: date, *, limit: int) -> list[Gone]:
    """Return what was there up to a number and went since, what went last first.

    What one could no longer apply for on a day, or was over by then, is left out; so is what
    came back, or is there from another publisher.
    """
    is_back = exists().where(
        RecordRow.kind == GoneRow.kind, RecordRow.id == GoneRow.id, RecordRow.shown
    )
    lasts = GoneRow.until >= on.isoformat()
    found = session.execute(
        select(GoneRow.kind, GoneRow.title, GoneRow.who)
        .where(
            GoneRow.mark > number,
            GoneRow.number <= number,
            or_(GoneRow.kind.not_in(OPPORTUNITIES), lasts),
            or_(GoneRow.kind != Kind.EVENT, GoneRow.until.is_(None), lasts),
            ~is_back,
        )
        .order_by(GoneRow.mark.desc(), GoneRow.number)
        .limit(limit)
    )
    return [Gone(*row) for row in found]


def _body(session: Session, number: int, mark: int) -> dict[str, Any]:
    kept = session.get_one(EarlierRow, (number, mark))
    return data(kept.body)


def _counted(
    session: Session, query: AnySelect, *order: Any, limit: int
) -> tuple[int, list[RecordLine]]:
    total = session.scalar(select(func.count()).select_from(query.subquery())) or 0
    rows = session.execute(query.order_by(*order).limit(limit))
    return total, [line_of(row) for row in rows]
