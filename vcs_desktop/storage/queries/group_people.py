"""Reads what the lists of duplicates and of reviews ask about a group's people."""

import json
from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.days import local_day
from vcs_desktop.domain.fold import Folded
from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.values import PART, thing_of
from vcs_desktop.storage.group_rows import folded_of
from vcs_desktop.storage.group_tables import OperationRow, PersonRow, RecordRow

_APART = f"not_same_as{PART}"
_MERGED = f"merged_from{PART}"
_ROLES = f"roles{PART}"
_ENDS = ("until", "withdrawn_on", "recheck_on")


def names(session: Session) -> dict[str, str]:
    """Return what everybody is called, by id, in the bin or not."""
    query = select(RecordRow.id, RecordRow.title).where(RecordRow.kind == PERSON)
    return dict(session.execute(query).all())


def to_pick_from(session: Session) -> list[tuple[str, str, str]]:
    """Return the id and the name of everybody who is not in the bin, and how to reach them.

    That is their telephone, or else their email; it tells two of one name apart.
    """
    query = (
        select(RecordRow.id, RecordRow.title, PersonRow.phone, PersonRow.email)
        .join(PersonRow, PersonRow.record_id == RecordRow.id)
        .where(RecordRow.kind == PERSON, RecordRow.binned_at.is_(None))
    )
    return [(id_, name, phone or email) for id_, name, phone, email in session.execute(query)]


def merged_into(session: Session) -> dict[str, str]:
    """Return, for each record that was made one with another, the one that stands for both.

    A record that was taken out of the bin again stands for itself.
    """
    query = select(RecordRow.id, RecordRow.body).where(
        RecordRow.kind == PERSON, RecordRow.body.contains(f'"{_MERGED}', autoescape=True)
    )
    into = {
        name.removeprefix(_MERGED): id_
        for id_, body in session.execute(query)
        for name in json.loads(body)
        if name.startswith(_MERGED)
    }
    if not into:
        return {}
    stays = set(
        session.scalars(
            select(RecordRow.id).where(RecordRow.kind == PERSON, RecordRow.binned_at.is_(None))
        )
    )
    into = {merged: id_ for merged, id_ in into.items() if merged not in stays}
    return {merged: _last(into, merged) for merged in into}


def _last(into: dict[str, str], merged: str) -> str:
    """Return the record at the end of a chain of merges; a ring ends where it began."""
    seen = {merged}
    while (id_ := into.get(merged)) is not None and id_ not in seen:
        seen.add(id_)
        merged = id_
    return merged


def told_apart(session: Session) -> set[frozenset[str]]:
    """Return each two people who were said not to be the same."""
    query = select(RecordRow.id, RecordRow.body).where(
        RecordRow.kind == PERSON, RecordRow.body.contains(f'"{_APART}', autoescape=True)
    )
    return {
        frozenset((id_, name.removeprefix(_APART)))
        for id_, body in session.execute(query)
        for name in json.loads(body)
        if name.startswith(_APART)
    }


def people_to_ask_about(session: Session) -> Iterator[tuple[Person, date]]:
    """Yield whoever a group may not need to know of any more, with the last change of each.

    That is who has no role, or of whom an end is told: of a role, a consent or a check. Of
    the others, who are most, nothing is made. Nobody is in the bin.
    """
    body = RecordRow.body
    ends = or_(*(func.instr(body, f'"{name}"') > 0 for name in _ENDS))
    query = (
        select(RecordRow.id, body, OperationRow.at)
        .join(OperationRow, OperationRow.number == RecordRow.operation_number)
        .where(
            RecordRow.kind == PERSON,
            RecordRow.binned_at.is_(None),
            or_(ends, func.instr(body, f'"{_ROLES}') == 0),
        )
    )
    for id_, said, at in session.execute(query):
        yield thing_of(Person, json.loads(said), id_), local_day(datetime.fromisoformat(at))


def with_merged(session: Session, person_id: str) -> list[Folded]:
    """Return somebody's record, and after it those that were made one with it, in turn.

    It is empty when there is nobody with this id. A record that was taken out of the bin
    again stands for itself.
    """
    row = session.get(RecordRow, person_id)
    if row is None or row.kind != PERSON:
        return []
    found = [folded_of(row)]
    seen = {person_id}
    for record in found:  # it grows while we go through it
        for each in thing_of(Person, record.values).merged_from:
            row = None if each.id in seen else session.get(RecordRow, each.id)
            seen.add(each.id)
            if row is not None and row.kind == PERSON and row.binned_at is not None:
                found.append(folded_of(row))
    return found
