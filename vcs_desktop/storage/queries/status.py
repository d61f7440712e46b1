"""What the library holds, and how far it has come."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vcs_desktop.storage.library_tables import (
    AttachmentRow,
    OriginRow,
    RawRow,
    RecordRow,
    ToIndexRow,
)


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin: its newest version (0 when it has none) and its day."""

    name: str
    version: int
    digest: str
    as_of: date | None


def counts(session: Session) -> dict[str, int]:
    """Return how many records of each kind are shown."""
    query = (
        select(RecordRow.kind, func.count())
        .where(RecordRow.shown)
        .group_by(RecordRow.kind)
        .order_by(RecordRow.kind)
    )
    return {kind: number for kind, number in session.execute(query)}  # noqa: C416  Row is no tuple to mypy


def counts_by_origin(session: Session) -> dict[str, dict[str, int]]:
    """Return how many records of each kind every origin has, shown or not."""
    query = (
        select(RecordRow.origin, RecordRow.kind, func.count())
        .group_by(RecordRow.origin, RecordRow.kind)
        .order_by(RecordRow.kind)
    )
    found: dict[str, dict[str, int]] = {}
    for origin, kind, number in session.execute(query):
        found.setdefault(origin, {})[kind] = number
    return found


def bytes_by_origin(session: Session) -> dict[str, int]:
    """Return how many bytes the records of every origin are, as they are kept."""
    query = (
        select(RecordRow.origin, func.sum(func.length(RawRow.body)))
        .join(RawRow, RawRow.number == RecordRow.number)
        .group_by(RecordRow.origin)
    )
    return {origin: int(size) for origin, size in session.execute(query)}


def bytes_in_use(session: Session) -> int:
    """Return how much room all that is kept takes, whether it still stands in the log or not."""
    connection = session.connection()
    pages, empty, size = (
        int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())
        for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - empty) * size


def files_by_line(session: Session) -> dict[str, dict[str, int]]:
    """Return how large the files are that go along with every line, by their digest."""
    found: dict[str, dict[str, int]] = {}
    for row in session.scalars(select(AttachmentRow)):
        found.setdefault(row.line, {})[row.sha256] = row.size
    return found


def origins(session: Session) -> dict[str, Origin]:
    """Return every origin by its name."""
    columns = (OriginRow.name, OriginRow.version, OriginRow.digest, OriginRow.as_of)
    rows = session.execute(select(*columns).order_by(OriginRow.name))
    return {row.name: Origin(*row) for row in rows}


def waiting_for_index(session: Session) -> int:
    """Return how many records are not in the full-text index yet."""
    return session.scalar(select(func.count()).select_from(ToIndexRow)) or 0
