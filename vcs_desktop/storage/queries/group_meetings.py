"""Reads what the list of a group's meetings says of each, without reading the meetings whole."""

import json
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.kinds import MEETING, PERSON
from vcs_desktop.domain.meetings import Meeting, MeetingKind
from vcs_desktop.domain.people import Person, Tie
from vcs_desktop.domain.values import thing_of
from vcs_desktop.storage.group_tables import PersonRow, RecordRow

_KEPT = RecordRow.__table__.c
"""The columns as they are: to go by the mapped class takes half as long again for thousands."""

_IS_THERE = and_(_KEPT.kind == MEETING, _KEPT.binned_at.is_(None))
_FIELDS = ("kind", "on", "starts", "place", "agreed_on")
_OF_PERSON = ("name", "roles/", "interests/")
_OF_ACTIONS = ("name", "on", "actions/")
_ACTION, _DONE = '"actions/', '"done_on":'


Brief = tuple[str, str, Any, Any, Any, Any, Any, int]
"""The id, the name, the kind, the day, the time, the place and the day the minutes were agreed,
as they are kept, and how many actions have no day on which they were done."""


def briefs(session: Session) -> Iterator[Brief]:
    """Yield every meeting that is not in the bin, in no order."""
    query = select(_KEPT.id, _KEPT.title, *map(_said, _FIELDS), _KEPT.body).where(_IS_THERE)
    for *told, body in session.execute(query):
        yield (*told, _open_actions(body))


def with_actions(session: Session, before: Meeting | None = None) -> list[Meeting]:
    """Return the meetings that agreed actions, in no order: of each its name, day and actions.

    With ``before`` they are those that were before that one, and the last of them is there
    without actions too. What else they say is left out: to read all of thousands takes long.
    """
    wanted = func.instr(_KEPT.body, _ACTION) > 0
    earlier = _IS_THERE
    if before is not None:
        day = func.coalesce(_said("on"), date.max.isoformat())
        on = (before.on or date.max).isoformat()
        earlier = and_(_IS_THERE, or_(day < on, and_(day == on, _KEPT.id < before.id)))
        last_ = select(_KEPT.id).where(earlier).order_by(day.desc(), _KEPT.id.desc()).limit(1)
        wanted = or_(wanted, _KEPT.id == last_.scalar_subquery())
    query = select(_KEPT.id, _KEPT.body).where(earlier, wanted)
    return [
        thing_of(Meeting, _some_of(body, _OF_ACTIONS), id_) for id_, body in session.execute(query)
    ]


def meeting_of_action(session: Session, action_id: str) -> str | None:
    """Return the id of the meeting that agreed an action, if it is not in the bin."""
    mark = f'{_ACTION}{action_id}":'
    query = select(_KEPT.id).where(_IS_THERE, func.instr(_KEPT.body, mark) > 0)
    return session.scalars(query.order_by(_KEPT.id)).first()


def about(session: Session, tied_to: str) -> list[str]:
    """Return the ids of the meetings that are not in the bin and decided about something."""
    if not tied_to:
        return []
    # As it is kept; in a text that somebody typed the quotes are escaped.
    tie = json.dumps({"tied_to": tied_to}, ensure_ascii=False)[1:-1]
    return list(session.scalars(select(_KEPT.id).where(_IS_THERE, func.instr(_KEPT.body, tie) > 0)))


def named(session: Session, meeting_ids: Collection[str]) -> list[tuple[str, str, Any]]:
    """Return id, name and day of some meetings, in the bin or not."""
    query = select(_KEPT.id, _KEPT.title, _said("on")).where(
        _KEPT.kind == MEETING, _KEPT.id.in_(list(meeting_ids))
    )
    return [(id_, name, on) for id_, name, on in session.execute(query)]


def last(session: Session, *, with_quorum: bool = False) -> str | None:
    """Return the id of the meeting with the latest day.

    ``with_quorum`` asks for the last of the committee of which somebody said how many it takes.
    """
    query = select(_KEPT.id).where(_IS_THERE, _said("on").is_not(None))
    if with_quorum:
        kind = func.coalesce(_said("kind"), MeetingKind.COMMITTEE.value)
        query = query.where(kind == MeetingKind.COMMITTEE.value, _said("quorum").is_not(None))
    return session.scalars(query.order_by(_said("on").desc(), _KEPT.id.desc())).first()


def people_with(session: Session, ties: Collection[Tie]) -> list[Person]:
    """Return those who have, had or will have one of some ties: their names, roles, interests."""
    held = or_(*(func.instr(PersonRow.ties, f" {tie.value} ") > 0 for tie in ties))
    query = select(_KEPT.id, _KEPT.body).where(
        _KEPT.id.in_(select(PersonRow.record_id).where(held)), _KEPT.binned_at.is_(None)
    )
    return [
        thing_of(Person, _some_of(body, _OF_PERSON), id_) for id_, body in session.execute(query)
    ]


def names_of_people(session: Session) -> list[tuple[str, str]]:
    """Return the (id, name) of everybody who is not in the bin."""
    query = select(_KEPT.id, _KEPT.title).where(_KEPT.kind == PERSON, _KEPT.binned_at.is_(None))
    return [(id_, title) for id_, title in session.execute(query)]


def _said(name: str) -> Any:
    return func.json_extract(_KEPT.body, f"$.{name}")


def _some_of(body: str, beginnings: tuple[str, ...]) -> dict[str, object]:
    told = json.loads(body)
    return {name: told[name] for name in told if name.startswith(beginnings)}


def _open_actions(body: str) -> int:
    """Count them in the JSON as it is: reading all of every meeting would take much longer.

    In a text that somebody typed the quotes of what looks like a key are escaped.
    """
    open_ = body.count(_ACTION) - body.count(_DONE)
    if "\\" in body:
        open_ += body.count("\\" + _DONE) - body.count("\\" + _ACTION)
    return max(0, open_)
