"""The rows that a group's operations add up to: one of every record, and one of its kind."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from vcs_desktop.domain.fold import Folded, Version
from vcs_desktop.domain.kinds import PERSON, title_of
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.record_words import searched_words
from vcs_desktop.domain.values import thing_of
from vcs_desktop.storage.group_tables import PersonRow, RecordRow
from vcs_desktop.storage.many_rows import put_many
from vcs_desktop.storage.naming import table_of

LONGEST_TITLE = 500
"""In lists; the record itself has the whole of it."""


def folded_of(row: RecordRow) -> Folded:
    """Return what a row holds."""
    choices: dict[str, list[list[Any]]] = json.loads(row.choices) if row.choices else {}
    return Folded(
        id=row.id,
        kind=row.kind,
        values=json.loads(row.body),
        heads=tuple(json.loads(row.heads)),
        choices={
            name: tuple(Version(*version) for version in versions)
            for name, versions in choices.items()
        },
        binned_at=datetime.fromisoformat(row.binned_at) if row.binned_at else None,
        returned=row.returned,
    )


def columns_of(folded: Folded) -> dict[str, Any]:
    """Return the columns of the row of a record, all but the number of its operation."""
    choices = {
        name: [[each.operation, each.value] for each in versions]
        for name, versions in folded.choices.items()
    }
    title = title_of(folded.kind, folded.values)
    return {
        "kind": folded.kind,
        "title": title[:LONGEST_TITLE],
        "body": _json(folded.values),
        "words": searched_words(folded.values, title),
        "heads": _json(folded.heads),
        "choices": _json(choices) if choices else None,
        "binned_at": folded.binned_at.astimezone(UTC).isoformat() if folded.binned_at else None,
        "returned": folded.returned,
    }


def put(session: Session, folded: Folded, operation_number: int) -> None:
    """Make or change the rows of a record; the operation that did it is in the log already."""
    columns = columns_of(folded)
    record = session.get(RecordRow, folded.id)
    if record is None:
        session.add(RecordRow(id=folded.id, **columns, operation_number=operation_number))
        session.flush()  # its kind's row points to it
    else:
        _set(record, columns, operation_number)
    _put_part(session, folded, operation_number)
    session.flush()


def put_new(session: Session, some: Sequence[tuple[Folded, int]]) -> None:
    """Make the rows of many new records, each with the number of its operation."""
    if not some:
        return
    rows = [
        {"id": folded.id, **columns_of(folded), "operation_number": number}
        for folded, number in some
    ]
    put_many(session, RecordRow, rows)
    for kind, (part, columns) in _PARTS.items():
        parts = [
            {"record_id": folded.id, **columns(folded), "operation_number": number}
            for folded, number in some
            if folded.kind == kind
        ]
        if parts:
            session.execute(insert(table_of(part)), parts)


def put_over(
    some: Iterable[tuple[Folded, int]], rows: Mapping[str, RecordRow], parts: Mapping[str, Any]
) -> None:
    """Change the rows of many records; ``parts`` are those of their kinds, by record."""
    for folded, number in some:
        _set(rows[folded.id], columns_of(folded), number)
        if folded.id in parts:
            _set(parts[folded.id], parts_of(folded), number)


def part_tables() -> list[type[Any]]:
    """Return the row classes of the kinds that have one."""
    return [part for part, _ in _PARTS.values()]


def parts_of(folded: Folded) -> dict[str, Any]:
    """Return the columns of the row of a record's kind; nothing for a kind that has none."""
    part = _PARTS.get(folded.kind)
    return part[1](folded) if part else {}


def part_row_of(session: Session, folded: Folded) -> Any:
    """Return the row of a record's kind; None for a kind that has none."""
    part = _PARTS.get(folded.kind)
    return session.get(part[0], folded.id) if part else None


def take_away(session: Session, record_ids: Collection[str]) -> None:
    """Delete every row of records that were erased; the guards hold that they were."""
    for part, _ in _PARTS.values():
        session.execute(delete(part).where(part.record_id.in_(record_ids)))
    session.execute(delete(RecordRow).where(RecordRow.id.in_(record_ids)))


def _put_part(session: Session, folded: Folded, operation_number: int) -> None:
    if folded.kind not in _PARTS:
        return
    row, columns = _PARTS[folded.kind][0], parts_of(folded)
    found = session.get(row, folded.id)
    if found is None:
        session.add(row(record_id=folded.id, **columns, operation_number=operation_number))
    else:
        _set(found, columns, operation_number)


def _set(row: Any, columns: Mapping[str, Any], operation_number: int) -> None:
    for name, value in columns.items():
        setattr(row, name, value)
    row.operation_number = operation_number


def _person(folded: Folded) -> dict[str, Any]:
    person = thing_of(Person, folded.values, folded.id)
    held = dict.fromkeys(role.tie for role in person.roles)
    return {
        "email": person.email,
        "phone": person.phone,
        "ties": "".join(f" {tie} " for tie in held),
        "dbs_recheck_on": person.dbs.recheck_on if person.dbs else None,
    }


_PARTS: Mapping[str, tuple[type[Any], Callable[[Folded], dict[str, Any]]]] = {
    PERSON: (PersonRow, _person),
}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
