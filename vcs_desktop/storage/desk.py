"""What lies on this computer's desk for an open group: read, put down, cleared away."""

import json
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from vcs_desktop.storage.group_tables import DeskRow, ErasureRow


def on_desk(session: Session, name: str) -> Any:
    """Return what lies there under a name; None is nothing."""
    body = session.scalar(select(DeskRow.body).where(DeskRow.name == name))
    return None if body is None else json.loads(body)


def put_on_desk(session: Session, name: str, content: Any, record_id: str | None) -> None:
    """Put something there in place of what lay there; nothing of an erased record is taken."""
    if record_id is not None and session.get(ErasureRow, record_id) is not None:
        return
    body = json.dumps(content, ensure_ascii=False)
    session.merge(DeskRow(name=name, record_id=record_id, body=body))


def clear_from_desk(session: Session, name: str) -> None:
    """Take away what lies under a name, if there is something."""
    session.execute(delete(DeskRow).where(DeskRow.name == name))
