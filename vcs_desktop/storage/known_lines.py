"""The published lines that somebody here has said yes to, kept in the library's file."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from vcs_desktop.storage.library_tables import KnownLineRow
from vcs_desktop.storage.rows import put_statement


@dataclass(frozen=True, slots=True)
class KnownLine:
    """A line as it is known: whose, and how far it was ever taken in (``KnownLineRow``)."""

    line: str
    link: bytes
    fingerprint: str
    version: int
    issued: str
    expires: str = ""
    service: str = ""
    etag: str = ""
    signer: str = ""


_PUT = put_statement(KnownLineRow)
_COLUMNS = tuple(column.name for column in KnownLineRow.__table__.columns)


def known_lines(session: Session) -> dict[str, KnownLine]:
    """Return every known line by its name."""
    rows = session.execute(select(*KnownLineRow.__table__.columns).order_by(KnownLineRow.line))
    return {row["line"]: KnownLine(**row) for row in rows.mappings()}


def keep_known(session: Session, known: KnownLine) -> None:
    """Keep what is known of a line, in place of what was."""
    row = tuple(getattr(known, name) for name in _COLUMNS)
    session.connection().exec_driver_sql(_PUT, row)
