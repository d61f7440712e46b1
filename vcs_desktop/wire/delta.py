"""One line of a delta: a record that came or changed, or one that went."""

from dataclasses import dataclass

from vcs_desktop.wire import fields
from vcs_desktop.wire.record import Record, canonical, line_of, record_of


@dataclass(frozen=True, slots=True)
class Gone:
    """A record that is in the library no more."""

    kind: str
    id: str


def delta_line(change: Record | Gone) -> bytes:
    """Return a change as one line of a delta; a record's is the same as in a snapshot."""
    if isinstance(change, Record):
        return line_of(change)
    return canonical({"gone": True, "kind": change.kind, "id": change.id}) + b"\n"


def change_of(line: bytes) -> Record | Gone:
    """Read one line of a delta.

    Raises:
        ValueError: it is no change of a record.
    """
    said = fields.thing(line)
    if said.get("gone") is not True:
        return record_of(line)
    kind, record_id = said.get("kind"), said.get("id")
    if not isinstance(kind, str) or not isinstance(record_id, str) or not kind or not record_id:
        raise ValueError("a line of a delta names no record")
    return Gone(kind, record_id)
