"""Reads applications and what belongs to them: answers are records of their own."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import Session, aliased

from vcs_desktop.domain.fold import Folded
from vcs_desktop.domain.kinds import ANSWER, APPLICATION, BUDGET, GRANT
from vcs_desktop.storage.group_rows import folded_of
from vcs_desktop.storage.group_tables import ErasureRow, OperationRow, RecordRow
from vcs_desktop.wire.operation import Deed

PARTS = (ANSWER, BUDGET, GRANT)
"""Kinds of record that belong to an application, and go with it."""

_OWNER = func.json_extract(RecordRow.body, "$.application")


@dataclass(frozen=True, slots=True)
class AnswerBrief:
    """As much of an answer as a list of applications needs. ``state`` None is a draft."""

    application: str
    state: str | None
    has_text: bool


@dataclass(frozen=True, slots=True)
class Part:
    """Something that belongs to an application. ``binned_at`` None is not in the bin."""

    id: str
    kind: str
    application: str
    binned_at: datetime | None


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


def undecided(session: Session) -> list[tuple[str, str]]:
    """Return every record of which a person should choose a version, and its application.

    Those are the applications themselves and what belongs to them, but for what is in the bin.
    """
    owner = case((RecordRow.kind == APPLICATION, RecordRow.id), else_=_OWNER)
    query = select(RecordRow.id, owner).where(
        RecordRow.kind.in_((APPLICATION, *PARTS)),
        RecordRow.binned_at.is_(None),
        or_(RecordRow.choices.is_not(None), RecordRow.returned),
    )
    return [(id_, application) for id_, application in session.execute(query)]


def answers_with_text(session: Session) -> Iterator[tuple[str, dict[str, Any], datetime]]:
    """Yield id, values and the moment of the last change of every answer that says anything."""
    query = (
        select(RecordRow.id, RecordRow.body, OperationRow.at)
        .join(OperationRow, OperationRow.number == RecordRow.operation_number)
        .where(
            RecordRow.kind == ANSWER,
            RecordRow.binned_at.is_(None),
            func.json_extract(RecordRow.body, "$.text").is_not(None),
        )
    )
    for id_, body, at in session.execute(query):
        yield id_, json.loads(body), datetime.fromisoformat(at)


def decided_at(session: Session, meeting_id: str) -> list[tuple[str, dict[str, Any]]]:
    """Return id and values of the applications, not in the bin, that a meeting decided about."""
    met = func.json_extract(RecordRow.body, "$.decided_meeting")
    query = select(RecordRow.id, RecordRow.body).where(
        RecordRow.kind == APPLICATION, RecordRow.binned_at.is_(None), met == meeting_id
    )
    return [(id_, json.loads(body)) for id_, body in session.execute(query)]


def parts_of(session: Session, application_ids: Collection[str]) -> list[Part]:
    """Return everything that belongs to some applications, in the bin or not."""
    query = select(RecordRow.id, RecordRow.kind, _OWNER, RecordRow.binned_at).where(
        RecordRow.kind.in_(PARTS), _OWNER.in_(list(application_ids))
    )
    return [
        Part(id_, kind, owner, datetime.fromisoformat(binned_at) if binned_at else None)
        for id_, kind, owner, binned_at in session.execute(query)
    ]


def left_behind(session: Session) -> list[Part]:
    """Return what belongs to an application that was deleted for good, in the bin or not.

    Another computer made it meanwhile.
    """
    query = (
        select(RecordRow.id, RecordRow.kind, _OWNER, RecordRow.binned_at)
        .join(ErasureRow, ErasureRow.record_id == _OWNER)
        .where(RecordRow.kind.in_(PARTS))
        .order_by(RecordRow.id)
    )
    return [
        Part(id_, kind, owner, datetime.fromisoformat(binned_at) if binned_at else None)
        for id_, kind, owner, binned_at in session.execute(query)
    ]


def parts_gone_with(session: Session, application_ids: Collection[str]) -> list[Part]:
    """Return what belongs to some applications and lies in the bin since they went there.

    What was removed by itself, even a moment before, is none of it.
    """
    head = func.json_each(RecordRow.heads).table_valued("value")
    part, whole = aliased(OperationRow), aliased(OperationRow)
    query = (
        select(RecordRow.id)
        .join(head, head.c.value.is_not(None))
        .join(part, part.id == head.c.value)
        .join(whole, whole.act_id == part.act_id)
        .where(
            RecordRow.kind.in_(PARTS),
            RecordRow.binned_at.is_not(None),
            part.deed == Deed.DELETE,
            whole.deed == Deed.DELETE,
            whole.record_id == _OWNER,
            whole.record_id.in_(list(application_ids)),
        )
    )
    gone = set(session.scalars(query))
    return [each for each in parts_of(session, application_ids) if each.id in gone]
