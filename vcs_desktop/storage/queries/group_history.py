"""Reads what was done: to one record, a slice at a time, and lately in the whole group."""

from collections.abc import Collection, Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.acts import BEGINS_APPLICATION, Verb
from vcs_desktop.domain.history import Done, Entry
from vcs_desktop.domain.kinds import APPLICATION, OPENER
from vcs_desktop.storage.group_tables import ErasureRow, OperationRow
from vcs_desktop.storage.operation_log import Logged, log
from vcs_desktop.storage.queries.group_records import called, entry_of, titles
from vcs_desktop.wire.operation import Deed


def how_many(session: Session, record_id: str) -> int:
    """Return how many things were done to a record; its erasure is none of them."""
    query = select(func.count()).where(OperationRow.record_id == record_id)
    return session.scalar(query) or 0


def slice_of(session: Session, record_id: str, *, skip: int, limit: int) -> list[Entry]:
    """Return some of what was done to a record, the newest first; the ``skip`` newest are not."""
    query = select(OperationRow.number).where(OperationRow.record_id == record_id)
    some = query.order_by(OperationRow.number.desc()).limit(limit).offset(skip)
    return _entries(session, reversed([*log(session, OperationRow.number.in_(some))]))


def erasure_of(session: Session, record_id: str) -> Entry | None:
    """Return the erasure of a record; None when it was not erased."""
    erased = session.get(ErasureRow, record_id)
    if erased is None:
        return None
    return _entries(session, log(session, OperationRow.number == erased.operation_number))[0]


def entries_of(session: Session, operations: Collection[str]) -> dict[str, Entry]:
    """Return some operations, by their ids."""
    found = _entries(session, log(session, OperationRow.id.in_(operations)))
    return {each.operation: each for each in found}


def lately(session: Session, *, skip: int, limit: int) -> list[Done]:
    """Return the last acts of everybody in the group, the newest first.

    That somebody was made known to the group is none: it comes by itself. So there may
    be fewer than ``limit`` though there are more.
    """
    number = func.max(OperationRow.number).label("number")
    query = select(number).group_by(OperationRow.act_id).order_by(number.desc())
    newest = session.scalars(query.limit(limit).offset(skip)).all()
    found = list(log(session, OperationRow.number.in_(newest)))
    counts = _counts(session, {each.act_id for each in found})
    begun = applications_of(session, {each.act_id for each in found})
    named = {each.record_id or "" for each in found} | {*begun.values()}
    names = called(session, {each.who for each in found} | named)
    done = [
        _done(each, names, counts.get(each.act_id, 0), begun.get(each.act_id, ""))
        for each in reversed(found)
    ]
    return [each for each in done if (each.kind, each.verb) != (OPENER, Verb.ADD)]


def how_many_acts(session: Session) -> int:
    """Return how many acts the log holds."""
    return session.scalar(select(func.count(OperationRow.act_id.distinct()))) or 0


def applications_of(session: Session, acts: Collection[str]) -> dict[str, str]:
    """Return the applications that some acts were done to, by act: such as began one."""
    query = select(OperationRow.act_id, OperationRow.record_id).where(
        OperationRow.act_id.in_(acts), OperationRow.kind == APPLICATION
    )
    return {act: id_ for act, id_ in session.execute(query) if id_}


def _entries(session: Session, logged: Iterable[Logged]) -> list[Entry]:
    found = list(logged)
    names = titles(session, {each.who for each in found})
    return [entry_of(each, names.get(each.who, "")) for each in found]


def _counts(session: Session, acts: Collection[str]) -> dict[str, int]:
    """Return to how many records each act was done; an erasure names none."""
    many = func.count(OperationRow.record_id.distinct())
    query = select(OperationRow.act_id, many).where(OperationRow.act_id.in_(acts))
    return dict(session.execute(query.group_by(OperationRow.act_id)).all())


def _done(logged: Logged, names: dict[str, str], count: int, application: str) -> Done:
    operation = logged.operation()
    if operation.deed == Deed.ERASE:
        count = len(operation.records)
    one = operation.record if count == 1 else ""
    return Done(
        at=operation.at,
        who=names.get(operation.who, ""),
        deed=operation.deed,
        verb=operation.verb,
        kind=operation.kind,
        record_id=one,
        title=names.get(one or (application if operation.verb in BEGINS_APPLICATION else ""), ""),
        count=count,
    )
