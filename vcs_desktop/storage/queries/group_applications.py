"""Reads applications and what belongs to them: answers are records of their own."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.fold import Folded
from vcs_desktop.domain.kinds import ANSWER
from vcs_desktop.storage.group_rows import folded_of
from vcs_desktop.storage.group_tables import RecordRow

_OWNER = func.json_extract(RecordRow.body, "$.application")


@dataclass(frozen=True, slots=True)
class AnswerBrief:
    """As much of an answer as a list of applications needs. ``state`` None is a draft."""

    application: str
    state: str | None
    has_text: bool


def answers_of(session: Session, application_id: str) -> list[Folded]:
    """Return the answers of one application that are not in the bin, in no order."""
    query = select(RecordRow).where(
        RecordRow.kind == ANSWER, RecordRow.binned_at.is_(None), _OWNER.in_([application_id])
    )
    return [folded_of(row) for row in session.scalars(query)]


def answer_briefs(session: Session) -> Iterator[AnswerBrief]:
    """Yield every answer that is not in the bin, without reading its text."""
    told = func.json_extract(RecordRow.body, "$.application", "$.state")
    letters = func.trim(func.coalesce(func.json_extract(RecordRow.body, "$.text"), ""), " \n\t")
    query = select(told, letters != "").where(
        RecordRow.kind == ANSWER, RecordRow.binned_at.is_(None)
    )
    for said, has_text in session.execute(query):
        application, state = json.loads(said)
        if isinstance(application, str):
            known = state if isinstance(state, str) else None
            yield AnswerBrief(application, known, bool(has_text))


def parts_of(session: Session, application_ids: Iterable[str]) -> list[tuple[str, str, str]]:
    """Return id, kind and application of everything that belongs to some, in the bin or not."""
    query = select(RecordRow.id, RecordRow.kind, _OWNER).where(_OWNER.in_(list(application_ids)))
    return [(id_, kind, owner) for id_, kind, owner in session.execute(query)]
