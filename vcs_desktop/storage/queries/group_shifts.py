"""Counts shifts without reading them."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.kinds import SHIFT
from vcs_desktop.storage.group_tables import RecordRow


def shifts_after(session: Session, day: date) -> int:
    """Return how many shifts are on a later day, those in the bin not counted."""
    query = select(func.count()).where(
        RecordRow.kind == SHIFT,
        RecordRow.binned_at.is_(None),
        func.json_extract(RecordRow.body, "$.on") > day.isoformat(),
    )
    return session.scalar(query) or 0
