"""Finds which sealed files a group's records tell of, and those of some records only."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from vcs_desktop.storage.among import is_among
from vcs_desktop.storage.group_tables import DeskRow, OperationRow, RecordRow

_BEGIN: Final = '"blob":'
_NAMED: Final = re.compile(rb'"blob": ?"([0-9a-f]{64})"')
"""In a record's JSON, however it was written. In a text that somebody typed a stroke stands
before each quotation mark, so it names nothing."""


def named_by(session: Session, record_ids: Sequence[str]) -> set[str]:
    """Return the files that some records tell of, now or anywhere in their history."""
    told = select(OperationRow.body).where(is_among(OperationRow.record_id, record_ids))
    kept = select(RecordRow.body).where(is_among(RecordRow.id, record_ids))
    return _in(session.scalars(told.where(_has_one(OperationRow.body)))) | _in(
        session.scalars(kept.where(func.instr(RecordRow.body, _BEGIN) > 0))
    )


def named_now(session: Session) -> set[str]:
    """Return the files that the records tell of as they are now, in the bin too."""
    kept = select(RecordRow.body).where(func.instr(RecordRow.body, _BEGIN) > 0)
    return _in(session.scalars(kept))


def all_named(session: Session) -> set[str]:
    """Return the files that anything tells of: a record, its history, what is half written."""
    told = select(OperationRow.body).where(_has_one(OperationRow.body))
    lying = select(DeskRow.body).where(func.instr(DeskRow.body, _BEGIN) > 0)
    return _in(session.scalars(told)) | named_now(session) | _in(session.scalars(lying))


def _has_one(body: InstrumentedAttribute[bytes | None]) -> ColumnElement[bool]:
    return func.instr(body, _BEGIN.encode()) > 0


def _in(bodies: Iterable[str | bytes | None]) -> set[str]:
    found: set[str] = set()
    for body in bodies:
        content = body.encode() if isinstance(body, str) else body or b""
        found.update(name.decode() for name in _NAMED.findall(content))
    return found
