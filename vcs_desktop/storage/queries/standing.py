"""What a group's file holds, in numbers: to say it, and to compare a copy with its original."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, inspect, select
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


def standing(session: Session) -> Standing:
    """Return what the file holds now."""
    people = select(func.count()).where(RecordRow.kind == PERSON, RecordRow.binned_at.is_(None))
    newest = session.execute(
        select(OperationRow.id, OperationRow.at).order_by(OperationRow.number.desc()).limit(1)
    ).first()
    return Standing(
        people=session.scalar(people) or 0,
        records=session.scalar(select(func.count()).select_from(RecordRow)) or 0,
        operations=session.scalar(select(func.count()).select_from(OperationRow)) or 0,
        newest=newest.id if newest else "",
        newest_at=datetime.fromisoformat(newest.at) if newest else None,
    )


def is_groups_file(session: Session) -> bool:
    """Say whether a file has a group's tables: an empty one opens with any key."""
    return inspect(session.connection()).has_table(OperationRow.__tablename__)
