"""Finds the records of a group that mention somebody by their id."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.storage.group_tables import RecordRow


@dataclass(frozen=True, slots=True)
class Mention:
    """A record that has one of some ids in it. ``in_bin`` says that it is in the bin."""

    id: str
    kind: str
    values: dict[str, Any]
    in_bin: bool


def records_mentioning(session: Session, person_ids: Collection[str]) -> list[Mention]:
    """Return the records that mention one of some people by their ids, in the bin too.

    Records of people are not among them: they know one another only by what was merged, and
    by who is not whom.
    """
    if not person_ids:
        return []
    has_one = or_(*(func.instr(RecordRow.body, each) > 0 for each in person_ids))
    query = select(RecordRow.id, RecordRow.kind, RecordRow.body, RecordRow.binned_at).where(
        RecordRow.kind != PERSON, has_one
    )
    return [
        Mention(id_, kind, json.loads(body), binned_at is not None)
        for id_, kind, body, binned_at in session.execute(query)
    ]
