"""Reads some claims for expenses without reading all of them."""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.kinds import EXPENSES
from vcs_desktop.storage.group_tables import RecordRow


def claims_of(session: Session, person_ids: Collection[str]) -> list[tuple[str, dict[str, Any]]]:
    """Return the id and the values of each claim of some people that is not in the bin."""
    query = select(RecordRow.id, RecordRow.body).where(
        RecordRow.kind == EXPENSES,
        RecordRow.binned_at.is_(None),
        func.json_extract(RecordRow.body, "$.person").in_(list(person_ids)),
    )
    return [(id_, json.loads(body)) for id_, body in session.execute(query)]
