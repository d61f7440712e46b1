"""Many changes of different records in one act, written together: some ten times as quick.

What is written is the same, in the same order. The rows are read before the first
change, so each record can be touched once only.
"""

from collections.abc import Collection
from dataclasses import fields
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from vcs_desktop.domain.fold import Folded
from vcs_desktop.storage import group_rows
from vcs_desktop.storage.group_tables import ErasureRow, OperationRow, RecordRow
from vcs_desktop.storage.operation_log import Logged
from vcs_desktop.storage.receiving import last_number, those

_COLUMNS = tuple(each.name for each in fields(Logged))


class ManyAtOnce:
    """Holds what an act does until all of it is written. Nothing is flushed before that."""

    def __init__(self, session: Session, record_ids: Collection[str]) -> None:
        self._session = session
        self._erased = set(those(session, ErasureRow.record_id, record_ids, ErasureRow.record_id))
        # Held here, so that the session's own (weak) map of rows keeps them.
        found = those(session, RecordRow, record_ids, RecordRow.id)
        self._rows: dict[str, RecordRow] = {row.id: row for row in found}
        self._parts = {
            row.record_id: row
            for part in group_rows.part_tables()
            for row in those(session, part, self._rows, part.record_id)
        }
        self._logged: list[dict[str, Any]] = []
        self._puts: dict[str, tuple[Folded, int]] = {}
        self._number = last_number(session)

    def is_erased(self, record_id: str) -> bool:
        """Say whether a record was erased."""
        return record_id in self._erased

    def row(self, record_id: str) -> RecordRow | None:
        """Return the row of a record as it was before this act."""
        return self._rows.get(record_id)

    def log(self, logged: Logged) -> int:
        """Put an operation at the end of the log, and return the number that it will have."""
        self._number += 1
        columns = {name: getattr(logged, name) for name in _COLUMNS}
        self._logged.append({"number": self._number, **columns})
        return self._number

    def put(self, folded: Folded, number: int) -> None:
        """Keep what a record is after its operation."""
        if folded.id in self._puts:
            raise ValueError("a record was touched twice")
        self._puts[folded.id] = folded, number

    def write(self) -> None:
        """Write the operations, and then the rows that they make."""
        if self._logged:
            self._session.execute(insert(OperationRow), self._logged)
        puts = list(self._puts.values())
        group_rows.put_new(self._session, [each for each in puts if each[0].id not in self._rows])
        changed = [each for each in puts if each[0].id in self._rows]
        group_rows.put_over(changed, self._rows, self._parts)
        self._session.flush()
