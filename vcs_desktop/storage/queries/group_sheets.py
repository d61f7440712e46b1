"""Reads some sheets of who came without reading all of them."""

import json
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.kinds import ATTENDANCE
from vcs_desktop.storage.group_tables import RecordRow

_DAY = func.json_extract(RecordRow.body, "$.on")
_SHEETS = select(RecordRow.id, RecordRow.body).where(
    RecordRow.kind == ATTENDANCE, RecordRow.binned_at.is_(None)
)


def newest_sheets(session: Session, most: int) -> tuple[list[tuple[str, dict[str, Any]]], bool]:
    """Return the id and the values of the sheets of the latest days, and whether that is all."""
    query = _SHEETS.order_by(_DAY.desc(), RecordRow.id).limit(most + 1)
    found = session.execute(query).all()
    return [(id_, json.loads(body)) for id_, body in found[:most]], len(found) <= most


def sheets_of_day(session: Session, on: date) -> list[tuple[str, dict[str, Any]]]:
    """Return the id and the values of the sheets of one day."""
    query = _SHEETS.where(_DAY.is_(on.isoformat())).order_by(RecordRow.id)
    return [(id_, json.loads(body)) for id_, body in session.execute(query)]
