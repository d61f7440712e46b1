"""The log of operations in a group's file: written at its end, read, never changed."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.ids import Ids
from vcs_desktop.core.language import marked
from vcs_desktop.storage.group_tables import DeviceRow, OperationRow
from vcs_desktop.wire.operation import (
    FIRST,
    Deed,
    Operation,
    operation_digest,
    operation_of,
)


class NotTheSameOperation(AppError):
    """What was offered under an id, or with a digest, is not what it should be; it is not taken."""

    message = marked("Something that was sent to this group has been tampered with.")
    advice = marked("It was not taken. Tell whoever looks after the group's computers.")


@dataclass(frozen=True, slots=True)
class Logged:
    """One operation as every computer of the group holds it.

    ``body`` is its canonical bytes, None where an erasure has blanked it; ``digest``
    is that of the bytes either way.
    """

    id: str
    device: str
    kind: str
    record_id: str | None
    deed: str
    act_id: str
    at: str
    who: str
    previous: str
    digest: str
    body: bytes | None

    def operation(self) -> Operation:
        """Return the operation; a blanked one says who, when and which record, and no more."""
        if self.body is not None:
            return operation_of(self.body)
        return Operation(
            id=self.id,
            device=self.device,
            kind=self.kind,
            record=self.record_id or "",
            deed=self.deed,
            act=self.act_id,
            verb="",
            who=self.who,
            at=datetime.fromisoformat(self.at),
            previous=self.previous,
        )


def logged_of(body: bytes) -> Logged:
    """Return an operation's bytes as they stand in the log.

    Raises:
        ValueError: they are not an operation.
    """
    return read_operation(body)[0]


def read_operation(body: bytes) -> tuple[Logged, Operation]:
    """Return an operation's bytes as they stand in the log, and what they say.

    Raises:
        ValueError: they are not an operation.
    """
    operation = operation_of(body)
    return _logged(body, operation), operation


def _logged(body: bytes, operation: Operation) -> Logged:
    return Logged(
        id=operation.id,
        device=operation.device,
        kind=operation.kind,
        record_id=None if operation.deed == Deed.ERASE else operation.record,
        deed=operation.deed,
        act_id=operation.act,
        at=operation.at.astimezone(UTC).isoformat(),
        who=operation.who,
        previous=operation.previous,
        digest=operation_digest(body),
        body=body,
    )


def checked_with(offered: Logged) -> tuple[Logged, Operation]:
    """Return what another computer offers, if it is what it says it is, and what it says.

    Raises:
        NotTheSameOperation: its bytes are no operation, or not the one it says; or it has
            none though nothing blanks an erasure.
    """
    if offered.body is None:
        if offered.deed == Deed.ERASE or offered.record_id is None:
            raise NotTheSameOperation(offered.id)
        return offered, offered.operation()
    try:
        found, operation = read_operation(offered.body)
    except ValueError as error:
        raise NotTheSameOperation(offered.id) from error
    if found != offered:
        raise NotTheSameOperation(offered.id)
    return found, operation


def write(session: Session, logged: Logged) -> int:
    """Put an operation at the end of the log and return its number there."""
    row = OperationRow(**{name: getattr(logged, name) for name in _COLUMNS})
    session.add(row)
    session.flush()
    return row.number


def log(session: Session, *which: ColumnElement[bool]) -> Iterator[Logged]:
    """Yield operations in the order in which they came into this file."""
    query = select(*(getattr(OperationRow, name) for name in _COLUMNS)).where(*which)
    for row in session.execute(query.order_by(OperationRow.number)):
        yield Logged(*row)


def this_device(session: Session, ids: Ids) -> str:
    """Return the id by which the group knows this computer; the first time it gets one."""
    found = session.scalar(select(DeviceRow.id))
    return found or be_new_device(session, ids)


def be_new_device(session: Session, ids: Ids) -> str:
    """Be known by a new id from now on, and return it.

    After a backup was restored the log goes on from an older moment. Under the old
    id the next operation would contradict one that was already sent.
    """
    device = ids.new()
    be_device(session, device)
    return device


def be_device(session: Session, device: str) -> None:
    """Be known by an id that the group's other computers know already."""
    session.merge(DeviceRow(number=1, id=device))
    session.flush()


def last_digest(session: Session, device: str) -> str:
    """Return the digest of a device's newest operation, or what stands for none."""
    query = select(OperationRow.digest).where(OperationRow.device == device)
    return session.scalar(query.order_by(OperationRow.number.desc()).limit(1)) or FIRST


_COLUMNS = tuple(each.name for each in fields(Logged))
