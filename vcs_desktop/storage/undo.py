"""Undo and redo: the newest act of a person on this computer, taken back by new operations.

Only what still is as the act left it is taken back. What somebody else has changed
since stays as they left it.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.acts import State, Verb
from vcs_desktop.domain.kinds import fixed_by, has_given_id
from vcs_desktop.domain.values import same
from vcs_desktop.storage.group_rows import folded_of
from vcs_desktop.storage.group_tables import ActRow, OperationRow, RecordRow
from vcs_desktop.storage.operation_log import log
from vcs_desktop.storage.operations import Act, Author
from vcs_desktop.wire.operation import Change, Deed, Operation


@dataclass(frozen=True, slots=True)
class Taken:
    """How it went: which record it was, empty for several, and where the act stands now.

    It is LEFT when nothing of it was as it had been left.
    """

    record_id: str
    state: State


def undoable(session: Session, who: str) -> ActRow | None:
    """Return the act that undo would take back; None when there is none."""
    query = select(ActRow).where(ActRow.who == who, ActRow.state == State.DONE)
    return session.scalar(query.order_by(ActRow.number.desc()).limit(1))


def redoable(session: Session, who: str) -> ActRow | None:
    """Return the act that redo would do again; None when there is none."""
    query = select(ActRow).where(ActRow.who == who, ActRow.state == State.UNDONE)
    return session.scalar(query.order_by(ActRow.number).limit(1))


def words_of(session: Session, act: ActRow) -> tuple[str, str, int]:
    """Return what was done, what its record is called, and how many records it was done to."""
    count = func.count(OperationRow.record_id.distinct())
    records = session.scalar(select(count).where(OperationRow.act_id == act.id)) or 0
    record = session.get(RecordRow, act.record_id) if act.record_id else None
    return act.verb, record.title if record else "", records


def undo(session: Session, author: Author) -> Taken | None:
    """Take back the newest act; return how that went, or None when there was none."""
    act = undoable(session, author.who)
    if act is None:
        return None
    new = Act(session, author, Verb.UNDO, undoable=False)
    spoken = _spoken(session, act)
    with _at_once(new, spoken):
        taken_back = [_undo_one(session, new, each) for each in reversed(spoken)]
    act.state = State.UNDONE if any(taken_back) else State.LEFT
    return Taken(act.record_id or "", State(act.state))


def redo(session: Session, author: Author) -> Taken | None:
    """Do the act again that was undone last; return how that went, or None when there was none."""
    act = redoable(session, author.who)
    if act is None:
        return None
    new = Act(session, author, Verb.REDO, undoable=False)
    spoken = _spoken(session, act)
    with _at_once(new, spoken):
        done = [_redo_one(session, new, each) for each in spoken]
    act.state = State.DONE if any(done) else State.LEFT
    return Taken(act.record_id or "", State(act.state))


def _spoken(session: Session, act: ActRow) -> list[Operation]:
    """Return the operations of an act that no erasure has blanked."""
    which = OperationRow.act_id == act.id, OperationRow.body.is_not(None)
    return [each.operation() for each in log(session, *which)]


def _at_once(act: Act, spoken: Sequence[Operation]) -> AbstractContextManager[None]:
    """Do it all at once where it is one change to each of many records."""
    records = [each.record for each in spoken]
    return act.many(records) if len(records) == len(set(records)) > 1 else nullcontext()


def _undo_one(session: Session, act: Act, done: Operation) -> bool:
    row = session.get(RecordRow, done.record)
    if row is None or _is_fixed(row, done):
        return False
    binned = row.binned_at is not None
    if done.deed == Deed.CHANGE and _made(done):
        return not binned and _is_as_made(row, done) and _delete(act, done)
    if done.deed == Deed.CHANGE:
        back = {name: Change(each.new, each.old) for name, each in done.changes.items()}
        return not binned and _change(act, done, _still(row, back))
    if done.deed == Deed.DELETE:
        return binned and _restore(act, done)
    return not binned and _delete(act, done)


def _redo_one(session: Session, act: Act, undone: Operation) -> bool:
    row = session.get(RecordRow, undone.record)
    if row is None or _is_fixed(row, undone):
        return False
    binned = row.binned_at is not None
    if undone.deed == Deed.CHANGE and not _made(undone):
        return not binned and _change(act, undone, _still(row, undone.changes))
    if undone.deed == Deed.DELETE:
        return not binned and _delete(act, undone)
    return binned and _restore(act, undone)


def _is_fixed(row: RecordRow, done: Operation) -> bool:
    """Say whether somebody has agreed to a record: what they agreed to stays what it was."""
    return bool(folded_of(row).values.get(fixed_by(done.kind)))


def _made(change: Operation) -> bool:
    """Say whether a change made its record, and undo so takes the whole of it away."""
    return not change.based_on and not has_given_id(change.kind)


def _is_as_made(row: RecordRow, making: Operation) -> bool:
    """Say whether a record is as it was made: nobody has put anything into it since.

    Else what others wrote in it would go to the bin with it, or what the council was told.
    """
    now = folded_of(row)
    made = {name: each.new for name, each in making.changes.items()}
    return not now.choices and all(
        same(now.values.get(name), made.get(name)) for name in made.keys() | now.values.keys()
    )


def _still(row: RecordRow, changes: Mapping[str, Change]) -> dict[str, Change]:
    """Return the changes whose field says what they begin from, and is nobody's to choose."""
    now = folded_of(row)
    return {
        name: each
        for name, each in changes.items()
        if name not in now.choices and same(now.values.get(name), each.old)
    }


def _change(act: Act, done: Operation, changes: Mapping[str, Change]) -> bool:
    if changes:
        act.change(done.kind, done.record, changes)
    return bool(changes)


def _delete(act: Act, done: Operation) -> bool:
    act.delete(done.kind, done.record)
    return True


def _restore(act: Act, done: Operation) -> bool:
    act.restore(done.kind, done.record)
    return True
