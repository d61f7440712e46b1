"""What the exchange of a group asks of its records and its log."""

from collections.abc import Callable, Collection, Iterable, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.fold import Folded
from vcs_desktop.domain.kinds import DEVICE
from vcs_desktop.storage import exchange_log
from vcs_desktop.storage.group_rows import folded_of
from vcs_desktop.storage.group_tables import ErasureRow, OperationRow, RecordRow
from vcs_desktop.storage.receiving import those


def devices(session: Session) -> list[Folded]:
    """Return the records of the group's laptops, those that were taken out too."""
    rows = session.scalars(select(RecordRow).where(RecordRow.kind == DEVICE))
    return [folded_of(row) for row in rows]


def tails(session: Session) -> Callable[[str], str]:
    """Return what asks for the newest digest of a device's line."""
    return lambda device: exchange_log.tail(session, device)[1]


def lines(session: Session) -> Callable[[str], Mapping[str, str]]:
    """Return what asks for a device's line: the digest before each operation, by its own."""
    known: dict[str, Mapping[str, str]] = {}

    def line(device: str) -> Mapping[str, str]:
        if device not in known:
            known[device] = exchange_log.line(session, device)
        return known[device]

    return line


def erased_among(session: Session, record_ids: Collection[str]) -> set[str]:
    """Return which of some records were erased here."""
    return set(those(session, ErasureRow.record_id, record_ids, ErasureRow.record_id))


def living_among(session: Session, record_ids: Collection[str]) -> set[str]:
    """Return which of some records are here and not in the bin."""
    found = those(session, RecordRow, record_ids, RecordRow.id)
    return {row.id for row in found if row.binned_at is None}


def living(session: Session) -> int:
    """Return how many records are here and not in the bin."""
    count = select(func.count()).select_from(RecordRow).where(RecordRow.binned_at.is_(None))
    return session.scalar(count) or 0


def unknown_among(session: Session, operation_ids: Iterable[str]) -> set[str]:
    """Return which of some operations are not held here."""
    every = set(operation_ids)
    return every - set(those(session, OperationRow.id, every, OperationRow.id))


def body_of(session: Session, operation_id: str) -> tuple[int, bytes]:
    """Return the number and the bytes of an operation that was just made."""
    query = select(OperationRow.number, OperationRow.body).where(OperationRow.id == operation_id)
    number, body = session.execute(query).one()
    return number, body or b""


def all_behind(session: Session, digests: Iterable[str], known: Collection[str]) -> bool:
    """Say whether each of some operations is one of those known, or comes before one of them."""
    for digest in digests:
        if digest in known:
            continue
        device = session.scalar(select(OperationRow.device).where(OperationRow.digest == digest))
        line = exchange_log.line(session, device or "")
        behind: set[str] = set()
        for start in known:
            at = start
            while at in line and at not in behind:
                behind.add(at)
                at = line[at]
        if digest not in behind:
            return False
    return True
