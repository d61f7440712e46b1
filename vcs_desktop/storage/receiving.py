"""What other computers did comes into a group's file: many operations at once.

What is written is what one after the other would give. The records that are touched are
folded once each, from what came and what was there.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from vcs_desktop.domain.fold import fold_record
from vcs_desktop.storage import group_rows
from vcs_desktop.storage.among import is_among
from vcs_desktop.storage.blanking import blank
from vcs_desktop.storage.group_tables import ErasureRow, OperationRow, RecordRow
from vcs_desktop.storage.many_rows import put_many
from vcs_desktop.storage.operation_log import (
    Logged,
    NotTheSameOperation,
    checked_with,
    log,
)
from vcs_desktop.wire.operation import Operation

_RECORDS_AT_ONCE = 1_000
"""So many records are folded before their rows are written: what is in memory stays small."""
_COLUMNS = tuple(each.name for each in fields(Logged))


@dataclass(frozen=True, slots=True)
class Received:
    """What was new. ``numbers`` are the places in this file's log, by the operations' ids."""

    new: tuple[Logged, ...]
    numbers: dict[str, int]


def receive(session: Session, offered: Iterable[Logged]) -> int:
    """Take operations that other computers made, in any order; return how many were new.

    What is held already is passed over. What belongs to an erased record is taken blanked;
    its files go by ``erased_files.take_away_erased`` afterwards, or when the group is opened.

    Raises:
        NotTheSameOperation: one is not what it says it is, or another is held under its id.
    """
    return len(receive_all(session, map(checked_with, offered)).new)


def receive_all(session: Session, offered: Iterable[tuple[Logged, Operation]]) -> Received:
    """Take operations that were read already as ``receive`` does, and say which were new.

    Raises:
        NotTheSameOperation: as ``receive``.
    """
    read = _new(session, offered)
    of_record: dict[str, list[tuple[Logged, Operation]]] = defaultdict(list)
    erased: set[str] = set()
    for logged, operation in read.values():
        if logged.record_id is None:
            erased.update(operation.records)
        else:
            of_record[logged.record_id].append((logged, operation))
    erased.update(those(session, ErasureRow.record_id, of_record, ErasureRow.record_id))
    new = tuple(logged for logged, _ in read.values())
    for logged in new:
        if logged.body is None and logged.record_id not in erased:
            raise NotTheSameOperation(f"{logged.id} is blank, but nothing was erased")
    numbers = _log_all(session, new, erased)
    for logged, operation in read.values():
        if logged.record_id is None:
            blank(session, operation.records, numbers[logged.id])
    living = [each for each in of_record if each not in erased]
    for start in range(0, len(living), _RECORDS_AT_ONCE):
        some_ids = living[start : start + _RECORDS_AT_ONCE]
        _fold(session, {each: of_record[each] for each in some_ids}, numbers)
    return Received(new, numbers)


def _new(
    session: Session, offered: Iterable[tuple[Logged, Operation]]
) -> dict[str, tuple[Logged, Operation]]:
    """Return what is offered and not held yet, each once, with what it says."""
    read: dict[str, tuple[Logged, Operation]] = {}
    for logged, operation in offered:
        known = read.get(logged.id)
        if known is not None and known[0].digest != logged.digest:
            raise NotTheSameOperation(logged.id)
        read.setdefault(logged.id, (logged, operation))
    for operation_id, digest in digests(session, read).items():
        if read.pop(operation_id)[0].digest != digest:
            raise NotTheSameOperation(operation_id)
    return read


def digests(session: Session, operation_ids: Collection[str]) -> dict[str, str]:
    """Return the digests of those operations that are held, by their ids."""
    query = select(OperationRow.id, OperationRow.digest)
    return dict(session.execute(query.where(is_among(OperationRow.id, operation_ids))).all())


def those(session: Session, what: Any, ids: Collection[str], column: Any) -> Iterator[Any]:
    """Yield what is asked for of the rows whose column holds one of some ids."""
    yield from session.scalars(select(what).where(is_among(column, ids)))


def last_number(session: Session) -> int:
    """Return the last number that was given to an operation; the write lock is ours."""
    used = session.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = 'operation'"))
    return used or 0


def _log_all(session: Session, new: Iterable[Logged], erased: set[str]) -> dict[str, int]:
    """Put operations at the end of the log as they came, what is erased without its words."""
    session.flush()
    number, rows = last_number(session), []
    for logged in new:
        number += 1
        row = {name: getattr(logged, name) for name in _COLUMNS}
        if logged.record_id in erased:
            row["body"] = None
        rows.append({"number": number, **row})
    put_many(session, OperationRow, rows)
    return {row["id"]: row["number"] for row in rows}


def _fold(
    session: Session,
    of_record: dict[str, list[tuple[Logged, Operation]]],
    numbers: dict[str, int],
) -> None:
    """Work some records out anew, and write their rows."""
    rows: dict[str, RecordRow] = {
        row.id: row for row in those(session, RecordRow, of_record, RecordRow.id)
    }
    parts = {
        row.record_id: row
        for part in group_rows.part_tables()
        for row in those(session, part, rows, part.record_id)
    }
    before: dict[str, list[Operation]] = defaultdict(list)
    for logged in log(session, is_among(OperationRow.record_id, rows)):
        before[logged.record_id or ""].append(logged.operation())
    folded = []
    for record_id, some_of in of_record.items():
        came = [operation for _, operation in some_of]
        number = max(numbers[logged.id] for logged, _ in some_of)
        folded.append((fold_record([*before.get(record_id, ()), *came]), number))
    group_rows.put_new(session, [each for each in folded if each[0].id not in rows])
    changed = [each for each in folded if each[0].id in rows]
    group_rows.put_over(changed, rows, parts)
    session.flush()
    for row in (*rows.values(), *parts.values()):
        session.expunge(row)
