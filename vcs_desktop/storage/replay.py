"""Checks that a group's records are what its log adds up to, and makes them anew from it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from vcs_desktop.domain.fold import Folded, fold
from vcs_desktop.storage.group_rows import columns_of, part_row_of, parts_of
from vcs_desktop.storage.group_tables import ErasureRow, RecordRow
from vcs_desktop.storage.operation_log import Logged, log
from vcs_desktop.storage.receiving import receive
from vcs_desktop.wire.operation import FIRST, Deed, operation_digest


def replay(source: Session, into: Session) -> int:
    """Make a file's records anew in an empty one, out of the log alone; return how many operations.

    The new file knows this computer by another id, and its outbox is empty.
    """
    return receive(into, log(source))


@dataclass(frozen=True, slots=True)
class Checked:
    """How many operations make how many records, and what is wrong with them: ids only."""

    operations: int
    records: int
    complaints: tuple[str, ...]


def checked(session: Session) -> Checked:
    """Work every record out anew from the log, and compare it with what is there."""
    logged = list(log(session))
    folded = fold(each.operation() for each in logged)
    wrong = *_broken_chains(logged), *_unlike(session, logged, folded)
    return Checked(len(logged), len(folded), wrong)


def _unlike(session: Session, logged: Sequence[Logged], folded: Mapping[str, Folded]) -> list[str]:
    """Return what is wrong with the records, beside what the whole log folds to."""
    rows = {row.id: row for row in session.scalars(select(RecordRow))}
    erased = set(session.scalars(select(ErasureRow.record_id)))
    found = [f"{id_}: there is no such record in the log" for id_ in sorted(rows.keys() - folded)]
    for id_, record in folded.items():
        if id_ not in rows:
            found.append(f"{id_}: the log has a record that is not there")
        elif not _is_like(session, rows[id_], record):
            found.append(f"{id_}: the record is not what the log says")
    named = {id_ for each in logged if each.deed == Deed.ERASE for id_ in each.operation().records}
    found += [f"{id_}: erased here, but not in the log, or the other way" for id_ in named ^ erased]
    for each in logged:
        if each.record_id in erased and each.body is not None:
            found.append(f"{each.id}: it still says what was erased")
    return found


def _is_like(session: Session, row: RecordRow, record: Folded) -> bool:
    columns = columns_of(record)
    part = part_row_of(session, record)
    return all(getattr(row, name) == value for name, value in columns.items()) and all(
        getattr(part, name, None) == value for name, value in parts_of(record).items()
    )


def _broken_chains(logged: list[Logged]) -> list[str]:
    """Return what is wrong with the digests: each operation stands on one of its device.

    On one there may stand several, where two computers wrote as one.
    """
    found = [
        f"{each.id}: its words are not those it was logged with"
        for each in logged
        if each.body is not None and operation_digest(each.body) != each.digest
    ]
    held = {(each.device, each.digest) for each in logged}
    found += [
        f"{each.id}: the operation before it is missing"
        for each in logged
        if each.previous != FIRST and (each.device, each.previous) not in held
    ]
    begins = Counter(each.device for each in logged if each.previous == FIRST)
    found += [f"{device}: its line begins twice" for device, count in begins.items() if count > 1]
    return found
