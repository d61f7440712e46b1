"""What a group's file holds, in numbers: to say it, and to compare a copy with its original."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, inspect, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.storage.group_tables import OperationRow, RecordRow


@dataclass(frozen=True, slots=True)
class Standing:
    """How much there is, and the newest change of it.

    ``people`` are those who are not in the bin, ``records`` are all. ``newest`` is the id
    of the newest operation, empty where there is none, and ``newest_at`` when it was made.
    """

    people: int
    records: int
    operations: int
    newest: str = ""
    newest_at: datetime | None = None


def standing(session: Session, gone: AbstractSet[str] = frozenset()) -> Standing:
    """Return what the file holds now; the records whose ids are ``gone`` count as not there."""
    records = select(RecordRow.id)
    people = records.where(RecordRow.kind == PERSON, RecordRow.binned_at.is_(None))
    newest = session.execute(
        select(OperationRow.id, OperationRow.at).order_by(OperationRow.number.desc()).limit(1)
    ).first()
    return Standing(
        people=_many(session, people, gone),
        records=_many(session, records, gone),
        operations=session.scalar(select(func.count()).select_from(OperationRow)) or 0,
        newest=newest.id if newest else "",
        newest_at=datetime.fromisoformat(newest.at) if newest else None,
    )


def _many(session: Session, ids: Select[str], gone: AbstractSet[str]) -> int:
    if gone:
        return len(set(session.scalars(ids)) - gone)
    return session.scalar(select(func.count()).select_from(ids.subquery())) or 0


def is_groups_file(session: Session) -> bool:
    """Say whether a file has a group's tables: an empty one opens with any key."""
    return inspect(session.connection()).has_table(OperationRow.__tablename__)
