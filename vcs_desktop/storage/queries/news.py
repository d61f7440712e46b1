"""What was added to the library since somebody last looked."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.opportunities import RecordLine
from vcs_desktop.storage.library_tables import RecordRow
from vcs_desktop.storage.queries.records import LINE_COLUMNS, line_of


def newest_number(session: Session) -> int:
    """Return the number of the record added last, 0 in an empty library."""
    return session.scalar(select(func.max(RecordRow.number))) or 0


def added_since(
    session: Session, number: int, on: date, *, limit: int = 5
) -> tuple[int, list[RecordLine]]:
    """Return how many open ones were added after a numbered one, and the first to close."""
    query = select(*LINE_COLUMNS).where(
        RecordRow.number > number,
        RecordRow.open_until.is_not(None),
        RecordRow.open_until >= on.isoformat(),
        RecordRow.shown,
    )
    total = session.scalar(select(func.count()).select_from(query.subquery())) or 0
    rows = session.execute(query.order_by(RecordRow.open_until, RecordRow.number).limit(limit))
    return total, [line_of(row) for row in rows]
