"""Reads what the list of a group's meetings says of each, without reading the meetings whole."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.kinds import MEETING
from vcs_desktop.storage.group_tables import RecordRow

_FIELDS = ("kind", "on", "starts", "place", "agreed_on")
_ACTION, _DONE = '"actions/', '"done_on":'


@dataclass(frozen=True, slots=True)
class MeetingBrief:
    """Some fields of a meeting as they are kept; None is not said.

    ``open_actions`` are those without a day on which they were done.
    """

    id: str
    name: str
    kind: str | None
    on: str | None
    starts: str | None
    place: str | None
    agreed_on: str | None
    open_actions: int


def briefs(session: Session) -> Iterator[MeetingBrief]:
    """Yield every meeting that is not in the bin, in no order."""
    fields = func.json_extract(RecordRow.body, *(f"$.{name}" for name in _FIELDS))
    query = select(RecordRow.id, RecordRow.title, fields, RecordRow.body).where(
        RecordRow.kind == MEETING, RecordRow.binned_at.is_(None)
    )
    for id_, title, told, body in session.execute(query):
        said = [value if isinstance(value, str) else None for value in json.loads(told)]
        yield MeetingBrief(id_, title, *said, open_actions=_open_actions(body))


def _open_actions(body: str) -> int:
    """Count them in the JSON as it is: reading all of every meeting would take much longer."""
    return max(0, _times(body, _ACTION) - _times(body, _DONE))


def _times(body: str, key: str) -> int:
    """Return how often a key stands there; in a text that somebody typed its quotes are escaped."""
    return body.count(key) - body.count("\\" + key)
