"""Which files go along with the published lines that were taken in."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from vcs_desktop.storage.library_tables import AttachmentRow
from vcs_desktop.wire.manifest import Attachment


def attachments_of(session: Session, line: str | None = None) -> tuple[Attachment, ...]:
    """Return the files of a line, or with None those of every line, each once."""
    asked = select(AttachmentRow.sha256, AttachmentRow.size).distinct()
    if line is not None:
        asked = asked.where(AttachmentRow.line == line)
    rows = session.execute(asked.order_by(AttachmentRow.sha256, AttachmentRow.size))
    return tuple(Attachment(row.sha256, row.size) for row in rows)


def keep_attachments(session: Session, line: str, attachments: Sequence[Attachment]) -> None:
    """Keep which files go along with a line, in place of those that did.

    Where those are the same, nothing is written, in whatever order they are told.
    """
    rows = {
        each.sha256: {"line": line, "sha256": each.sha256, "size": each.size}
        for each in attachments
    }
    if {each.sha256: each.size for each in attachments_of(session, line)} == {
        sha256: row["size"] for sha256, row in rows.items()
    }:
        return
    session.execute(delete(AttachmentRow).where(AttachmentRow.line == line))
    if rows:
        session.execute(insert(AttachmentRow), list(rows.values()))
