"""Reads what the lists of duplicates and of reviews ask about a group's people."""

import json
from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from vcs_desktop.domain.days import local_day
from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.values import PART, thing_of
from vcs_desktop.storage.group_tables import OperationRow, RecordRow

_APART = f"not_same_as{PART}"


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


def people_with_change(session: Session) -> Iterator[tuple[Person, date]]:
    """Yield everybody who is not in the bin, with the day of the last change of each."""
    query = (
        select(RecordRow.id, RecordRow.body, OperationRow.at)
        .join(OperationRow, OperationRow.number == RecordRow.operation_number)
        .where(RecordRow.kind == PERSON, RecordRow.binned_at.is_(None))
    )
    for id_, body, at in session.execute(query):
        yield thing_of(Person, json.loads(body), id_), local_day(datetime.fromisoformat(at))
