"""The published lines that somebody here has said yes to, kept in the library's file."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from vcs_desktop.storage.library_tables import KnownLineRow


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


def known_lines(session: Session) -> dict[str, KnownLine]:
    """Return every known line by its name."""
    rows = session.scalars(select(KnownLineRow).order_by(KnownLineRow.line))
    return {
        row.line: KnownLine(
            line=row.line,
            link=row.link,
            fingerprint=row.fingerprint,
            version=row.version,
            issued=row.issued,
            expires=row.expires,
            service=row.service,
            etag=row.etag,
            signer=row.signer,
        )
        for row in rows
    }


def keep_known(session: Session, known: KnownLine) -> None:
    """Keep what is known of a line, in place of what was."""
    session.merge(
        KnownLineRow(
            line=known.line,
            link=known.link,
            fingerprint=known.fingerprint,
            version=known.version,
            issued=known.issued,
            expires=known.expires,
            service=known.service,
            etag=known.etag,
            signer=known.signer,
        )
    )
