"""Reads what the list of a group's meetings says of each, without reading the meetings whole."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.kinds import MEETING, PERSON
from vcs_desktop.domain.people import Person, Tie
from vcs_desktop.domain.values import thing_of
from vcs_desktop.storage.group_tables import RecordRow

_FIELDS = ("kind", "on", "starts", "place", "agreed_on")
_ROLE = '"roles/'
"""A role without a tie is that of a member, so nothing says so in the body."""

_OF_PERSON = ("name", "roles/", "interests/")
_ACTION, _DONE = '"actions/', '"done_on":'


@dataclass(frozen=True, slots=True)
class MeetingBrief:
    """Some fields of a meeting as they are kept; None is not said.

    ``open_actions`` are those without a day on which they were done.
    """

    id: str
    name: str
    open_actions: int
    kind: str | None
    on: str | None
    starts: str | None
    place: str | None
    agreed_on: str | None


def briefs(session: Session) -> Iterator[MeetingBrief]:
    """Yield every meeting that is not in the bin, in no order."""
    fields = func.json_extract(RecordRow.body, *(f"$.{name}" for name in _FIELDS))
    query = select(RecordRow.id, RecordRow.title, fields, RecordRow.body).where(
        RecordRow.kind == MEETING, RecordRow.binned_at.is_(None)
    )
    for id_, title, told, body in session.execute(query):
        said = [value if isinstance(value, str) else None for value in json.loads(told)]
        yield MeetingBrief(id_, title, _open_actions(body), *said)


def names_and_roles(
    session: Session, ties: Collection[Tie]
) -> tuple[list[tuple[str, str]], list[Person]]:
    """Return the (id, name) of everybody, and those in full who may have one of some ties.

    Only what a meeting asks for is read of them: names, roles and interests.
    """
    query = select(RecordRow.id, RecordRow.title, RecordRow.body).where(
        RecordRow.kind == PERSON, RecordRow.binned_at.is_(None)
    )
    names, some = [], []
    marks = [_ROLE if tie is Tie.MEMBER else f'"{tie.value}"' for tie in ties]
    for id_, title, body in session.execute(query):
        names.append((id_, title))
        if any(mark in body for mark in marks):
            told = json.loads(body)
            wanted = {name: told[name] for name in told if name.startswith(_OF_PERSON)}
            some.append(thing_of(Person, wanted, id_))
    return names, some


def _open_actions(body: str) -> int:
    """Count them in the JSON as it is: reading all of every meeting would take much longer."""
    return max(0, _times(body, _ACTION) - _times(body, _DONE))


def _times(body: str, key: str) -> int:
    """Return how often a key stands there; in a text that somebody typed its quotes are escaped."""
    return body.count(key) - body.count("\\" + key)
