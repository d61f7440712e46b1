"""Reads all that a group's file holds, record by record and operation by operation."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from vcs_desktop.domain.fold import Folded
from vcs_desktop.storage.group_rows import folded_of
from vcs_desktop.storage.group_tables import RecordRow
from vcs_desktop.storage.operation_log import Logged, log

_AT_ONCE = 500


def all_records(session: Session) -> Iterator[Folded]:
    """Yield every record, in the bin or not, by kind and then by when it was made."""
    query = select(RecordRow).order_by(RecordRow.kind, RecordRow.id)
    for row in session.scalars(query.execution_options(yield_per=_AT_ONCE)):
        yield folded_of(row)


def all_operations(session: Session) -> Iterator[Logged]:
    """Yield everything that was ever done, in the order in which it came into this file."""
    yield from log(session)
