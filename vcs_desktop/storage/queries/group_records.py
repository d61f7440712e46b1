"""Reads a group's records, their history and the bin."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ScalarSelect, case, func, or_, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.budgets import budget_id
from vcs_desktop.domain.fold import Folded
from vcs_desktop.domain.history import Entry
from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.people import Role, Tie, holds
from vcs_desktop.domain.values import PART, thing_of
from vcs_desktop.storage.group_rows import folded_of
from vcs_desktop.storage.group_tables import ErasureRow, OperationRow, PersonRow, RecordRow
from vcs_desktop.storage.operation_log import Logged, log


@dataclass(frozen=True, slots=True)
class RecordTitle:
    """A record as the bin and other lists of anything name it.

    ``binned_at`` is None when it is not in the bin.
    """

    id: str
    kind: str
    title: str
    binned_at: datetime | None


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person as a list shows them, on a day.

    ``ties`` are those of the roles that hold on that day; without any, somebody is a
    contact. ``titles`` are what those roles are called. ``has_left`` says that there were
    roles and all of them are over. ``recheck_on`` is when the group wants to look at a DBS
    certificate again, and ``recheck_is_due`` that this day has come. ``has_choice`` says
    that there are two versions of something, for a person to choose from.
    """

    id: str
    name: str
    email: str
    phone: str
    ties: tuple[Tie, ...]
    has_choice: bool
    titles: tuple[str, ...] = ()
    has_left: bool = False
    recheck_on: date | None = None
    recheck_is_due: bool = False


def record(session: Session, record_id: str) -> Folded | None:
    """Return one record, in the bin or not; None when there is none."""
    row = session.get(RecordRow, record_id)
    return folded_of(row) if row else None


def all_of(session: Session, kind: str) -> list[Folded]:
    """Return every record of a kind that is not in the bin, in the order of their ids."""
    query = select(RecordRow).where(RecordRow.kind == kind, RecordRow.binned_at.is_(None))
    return [folded_of(row) for row in session.scalars(query.order_by(RecordRow.id))]


def bodies_of(session: Session, kind: str) -> list[tuple[str, dict[str, Any]]]:
    """Return the id and the values of every record of a kind that is not in the bin.

    It is quicker than ``all_of``, for lists and sums.
    """
    query = select(RecordRow.id, RecordRow.body).where(
        RecordRow.kind == kind, RecordRow.binned_at.is_(None)
    )
    return [(id_, json.loads(body)) for id_, body in session.execute(query)]


def with_choice(session: Session, kind: str) -> set[str]:
    """Return the ids of the records of a kind of which a person should choose a version."""
    undecided = or_(RecordRow.choices.is_not(None), RecordRow.returned)
    return set(session.scalars(select(RecordRow.id).where(RecordRow.kind == kind, undecided)))


def people(session: Session, on: date) -> list[PersonLine]:
    """Return everybody who is not in the bin, by name, as they stand on a day."""
    query = (
        select(RecordRow, PersonRow)
        .join(PersonRow, PersonRow.record_id == RecordRow.id)
        # Without the kind every record of the group is looked at, whatever it is of.
        .where(RecordRow.kind == PERSON, RecordRow.binned_at.is_(None))
        .order_by(RecordRow.title)
        .with_only_columns(
            RecordRow.id,
            RecordRow.title,
            PersonRow.email,
            PersonRow.phone,
            PersonRow.dbs_recheck_on,
            or_(RecordRow.choices.is_not(None), RecordRow.returned),
            case((PersonRow.ties != "", _roles()), else_=None),
        )
    )
    standing = _Standings(on)  # of thousands of people most have the same roles as others
    return [_person_line(row, on, standing) for row in session.execute(query)]


def _roles() -> ScalarSelect[str]:
    """Return what makes a list of a person's roles; to read all of everybody takes longer."""
    each = func.json_each(RecordRow.body).table_valued("key", "value", "type")
    is_role = (each.c.key.op("GLOB")(f"roles{PART}*"), each.c.type == "object")
    query = select(func.json_group_array(func.json(each.c.value))).where(*is_role)
    return query.scalar_subquery()


class _Standings(dict[str, tuple[tuple[Tie, ...], tuple[str, ...], bool]]):
    """The ties and the titles of the roles that hold on a day, and if all of them are over.

    It is asked by JSON lists of roles, and works each out once.
    """

    def __init__(self, on: date) -> None:
        super().__init__()
        self._on = on

    def __missing__(self, told: str) -> tuple[tuple[Tie, ...], tuple[str, ...], bool]:
        """Work it out."""
        on = self._on
        roles = [thing_of(Role, each) for each in json.loads(told)]
        held = [role for role in roles if holds(role, on)]
        ties = {role.tie for role in held}
        found = self[told] = (
            tuple(tie for tie in Tie if tie in ties) or (Tie.CONTACT,),
            tuple(role.title for role in held if role.title),
            bool(roles) and all(role.until and role.until < on for role in roles),
        )
        return found


def _person_line(row: Any, on: date, standing: _Standings) -> PersonLine:
    id_, title, email, phone, recheck_on, choice, roles = row
    ties, titles, has_left = standing[roles or "[]"]
    return PersonLine(
        id=id_,
        name=title,
        email=email,
        phone=phone,
        ties=ties,
        has_choice=bool(choice),
        titles=titles,
        has_left=has_left,
        recheck_on=recheck_on,
        recheck_is_due=recheck_on is not None and recheck_on <= on,
    )


def bin_of(session: Session) -> list[RecordTitle]:
    """Return what is in the bin, the newest first."""
    query = select(RecordRow).where(RecordRow.binned_at.is_not(None))
    return [_title(row) for row in session.scalars(query.order_by(RecordRow.binned_at.desc()))]


def titles(session: Session, record_ids: Iterable[str]) -> dict[str, str]:
    """Return what some records are called, by id; those that are not there are left out."""
    query = select(RecordRow.id, RecordRow.title).where(RecordRow.id.in_(list(record_ids)))
    return {row.id: row.title for row in session.execute(query)}


def called(session: Session, record_ids: Iterable[str]) -> dict[str, str]:
    """Return what some records are called, as ``titles`` does; a budget as its application is."""
    found = titles(session, record_ids)
    owners = {
        id_: id_.removesuffix(budget_id(""))
        for id_, title in found.items()
        if not title and id_.endswith(budget_id(""))
    }
    names = titles(session, owners.values()) if owners else {}
    return {**found, **{id_: names.get(owner, "") for id_, owner in owners.items()}}


def was_used(session: Session, record_id: str) -> bool:
    """Say whether an id was ever that of a record, of an erased one too."""
    spoken = select(OperationRow.number).where(OperationRow.record_id == record_id)
    erased = select(ErasureRow.operation_number).where(ErasureRow.record_id == record_id)
    return session.scalar(spoken.limit(1)) is not None or session.scalar(erased) is not None


def history(session: Session, record_id: str, *, limit: int | None = None) -> list[Entry]:
    """Return what was done to a record, the newest first; ``limit`` None is everything.

    An erased record still says who did what when, and no more.
    """
    query = select(OperationRow.number).where(OperationRow.record_id == record_id)
    newest = query.order_by(OperationRow.number.desc()).limit(limit)
    found = list(log(session, OperationRow.number.in_(newest)))
    if erased := session.get(ErasureRow, record_id):
        found += log(session, OperationRow.number == erased.operation_number)
    names = titles(session, {each.who for each in found})
    return [entry_of(each, names.get(each.who, "")) for each in reversed(found)]


def _title(row: RecordRow) -> RecordTitle:
    at = datetime.fromisoformat(row.binned_at) if row.binned_at else None
    return RecordTitle(row.id, row.kind, row.title, at)


def entry_of(logged: Logged, who: str) -> Entry:
    """Return an operation as the history tells it; ``who`` is the name of whoever did it."""
    done = logged.operation()
    return Entry(
        operation=done.id,
        at=done.at,
        who=who,
        deed=done.deed,
        verb=done.verb,
        changes=done.changes,
        blanked=logged.body is None,
    )
