"""Reads the newest sheets of who came without reading all of them."""

import json
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.kinds import ATTENDANCE
from vcs_desktop.storage.group_tables import RecordRow


def newest_sheets(session: Session, most: int) -> tuple[list[tuple[str, dict[str, Any]]], bool]:
    """Return the id and the values of the sheets of the latest days, and whether that is all."""
    there = (RecordRow.kind == ATTENDANCE, RecordRow.binned_at.is_(None))
    query = select(RecordRow.id, RecordRow.body).where(*there)
    by_day = func.json_extract(RecordRow.body, "$.on").desc()
    found = session.execute(query.order_by(by_day, RecordRow.id).limit(most + 1)).all()
    return [(id_, json.loads(body)) for id_, body in found[:most]], len(found) <= most
