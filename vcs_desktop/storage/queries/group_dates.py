"""Reads what a calendar needs of a group's records, and no more of them than that."""

import json
from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.values import PART
from vcs_desktop.storage.group_tables import RecordRow

Bodies = list[tuple[str, dict[str, Any]]]


def bodies_between(session: Session, kind: str, start: date, end: date) -> Bodies:
    """Return the id and values of each record of a kind whose day is between two, not in the bin.

    The day is that in the field "on"; both ends count.
    """
    on = func.json_extract(RecordRow.body, "$.on")
    query = select(RecordRow.id, RecordRow.body).where(
        RecordRow.kind == kind,
        RecordRow.binned_at.is_(None),
        on >= start.isoformat(),
        on <= end.isoformat(),
    )
    return [(id_, json.loads(body)) for id_, body in session.execute(query)]


def bodies_with(session: Session, kind: str, fields: Collection[str]) -> Bodies:
    """Return the id and, of all values, some fields of each record of a kind, not in the bin.

    To make things of all the rest of thousands takes longer than to read them.
    """
    query = select(RecordRow.id, RecordRow.body).where(
        RecordRow.kind == kind, RecordRow.binned_at.is_(None)
    )
    wanted = tuple(f"{name}{PART}" for name in fields)
    return [
        (
            id_,
            {
                name: value
                for name, value in json.loads(body).items()
                if name in fields or name.startswith(wanted)
            },
        )
        for id_, body in session.execute(query)
    ]


def people_with_days(session: Session) -> Bodies:
    """Return the id and values of everybody about whom something may fall due."""
    query = select(RecordRow.id, RecordRow.body).where(
        RecordRow.kind == PERSON,
        RecordRow.binned_at.is_(None),
        or_(RecordRow.body.contains('"recheck_on"'), RecordRow.body.contains('"until"')),
    )
    return [(id_, json.loads(body)) for id_, body in session.execute(query)]
