"""Takes every word of erased records out of a group's file."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from vcs_desktop.domain.acts import State
from vcs_desktop.storage import group_rows
from vcs_desktop.storage.erased_files import note_erased
from vcs_desktop.storage.exchange_tables import OnServiceRow
from vcs_desktop.storage.group_tables import ActRow, DeskRow, ErasureRow, OperationRow
from vcs_desktop.storage.queries.blob_names import named_by

_AT_A_TIME = 500
"""So many records are erased by one statement: SQLite takes no more values than it can hold."""


def blank(session: Session, record_ids: Sequence[str], operation_number: int) -> None:
    """Take every word of some records out of the file: of their operations, rows and acts."""
    blobs = named_by(session, record_ids)
    for start in range(0, len(record_ids), _AT_A_TIME):
        some = record_ids[start : start + _AT_A_TIME]
        among = select(ErasureRow.record_id).where(ErasureRow.record_id.in_(some))
        known = set(session.scalars(among))
        session.add_all(
            ErasureRow(record_id=each, operation_number=operation_number)
            for each in some
            if each not in known
        )
        session.flush()  # only what is erased may be blanked
        of_records = OperationRow.record_id.in_(some)
        _stands_there_as_words(session, of_records)
        session.execute(update(OperationRow).where(of_records).values(body=None))
        left = update(ActRow).where(ActRow.record_id.in_(some))
        session.execute(left.values(state=State.LEFT, record_id=None))
        session.execute(delete(DeskRow).where(DeskRow.record_id.in_(some)))
        group_rows.take_away(session, some)
    note_erased(session, blobs)


def _stands_there_as_words(session: Session, which: ColumnElement[bool]) -> None:
    """Let our own blank be given for all whose words were here.

    What another has put in their place on the service may be no blank at all.
    """
    here = select(OperationRow.number).where(which, OperationRow.body.is_not(None))
    on_service = update(OnServiceRow).where(OnServiceRow.operation_number.in_(here))
    session.execute(on_service.values(is_blank=False))
