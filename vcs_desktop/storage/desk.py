"""What lies on this computer's desk for an open group: read, put down, cleared away."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from vcs_desktop.storage.group_tables import DeskRow, ErasureRow

_DRAFT = "draft/"


@dataclass(frozen=True, slots=True)
class Draft:
    """Something half written: the kind of record it is for, and which one.

    ``record_id`` is that of the record, or another word for one that is not there yet.
    """

    kind: str
    record_id: str


def drafts(session: Session) -> list[Draft]:
    """Return what is half written ("draft/<kind>/<id>"), in the order of the names."""
    query = select(DeskRow.name).where(DeskRow.name.startswith(_DRAFT)).order_by(DeskRow.name)
    parts = (name.removeprefix(_DRAFT).partition("/") for name in session.scalars(query))
    return [Draft(kind, record_id) for kind, _, record_id in parts]


def on_desk(session: Session, name: str) -> Any:
    """Return what lies there under a name; None is nothing."""
    body = session.scalar(select(DeskRow.body).where(DeskRow.name == name))
    return None if body is None else json.loads(body)


def put_on_desk(session: Session, name: str, content: Any, record_id: str | None) -> None:
    """Put something there in place of what lay there; nothing of an erased record is taken."""
    if record_id is not None and session.get(ErasureRow, record_id) is not None:
        return
    body = json.dumps(content)  # in ASCII, so that half a letter that was pasted is kept too
    session.merge(DeskRow(name=name, record_id=record_id, body=body))


def clear_from_desk(session: Session, name: str) -> None:
    """Take away what lies under a name, if there is something."""
    session.execute(delete(DeskRow).where(DeskRow.name == name))
