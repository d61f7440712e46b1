"""Guides, as lists show them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from vcs_desktop.domain.learning import GuideLine
from vcs_desktop.domain.library import Kind
from vcs_desktop.storage.library_tables import RecordRow, TrainingRow
from vcs_desktop.storage.queries.records import AnyRow, AnySelect
from vcs_desktop.storage.queries.search import numbers_with

_GUIDES: AnySelect = (
    select(
        RecordRow.id,
        RecordRow.title,
        RecordRow.summary,
        RecordRow.practice,
        TrainingRow.topic,
        TrainingRow.level,
        TrainingRow.minutes,
        TrainingRow.language,
    )
    .join(TrainingRow, TrainingRow.number == RecordRow.number)
    .where(RecordRow.shown)
)


def every_guide(session: Session) -> list[GuideLine]:
    """Return every guide, unmarked and in no order."""
    return [_line_of(row) for row in session.execute(_GUIDES)]


def guide_named(session: Session, guide_id: str) -> GuideLine | None:
    """Return the guide with an id, unmarked, or None."""
    row = session.execute(_GUIDES.where(RecordRow.id == guide_id)).first()
    return None if row is None else _line_of(row)


def guides_with(session: Session, words: str) -> set[str]:
    """Return the ids of the guides that have these words, in the title or in the text."""
    query = select(RecordRow.id).where(
        RecordRow.kind == Kind.TRAINING,
        RecordRow.shown,
        RecordRow.number.in_(numbers_with(words)),
    )
    return set(session.scalars(query))


def _line_of(row: AnyRow) -> GuideLine:
    return GuideLine(
        id=row.id,
        title=row.title,
        summary=row.summary,
        topic=row.topic,
        level=row.level,
        minutes=row.minutes,
        language=row.language,
        practice=row.practice,
    )
