"""Checks what is to be published: what no reader could use never leaves the house."""

from dataclasses import dataclass

from vcs_desktop.core.language import tr
from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.from_record import Unusable, thing_of
from vcs_desktop.wire.manifest import LONGEST_LINE
from vcs_desktop.wire.record import Record, line_of

LONGEST_SHOWN = 300


@dataclass(frozen=True, slots=True)
class Refused:
    """What cannot be published: in which file, where in it (empty: all of it), and why."""

    file: str
    where: str
    why: str


class CannotPublish(ValueError):
    """A record cannot be published; the text says in words why."""


def checked_line(record: Record) -> bytes:
    """Return a record as one line of a snapshot, which every reader of ours can use.

    Raises:
        CannotPublish: it is not such a record.
    """
    try:
        line = line_of(record)
    except (ValueError, TypeError, RecursionError) as error:
        raise CannotPublish(tr("something in it cannot be written down as text")) from error
    if len(line) > LONGEST_LINE:
        raise CannotPublish(tr("it is too long: {count} MB are allowed", count=LONGEST_LINE >> 20))
    try:
        thing_of(record)
    except Unusable as error:
        raise CannotPublish(str(error)) from error
    return line


def shown(text: str) -> str:
    """Return a name or words out of a file fit to be shown on one line."""
    return " ".join(without_hidden(text).split())[:LONGEST_SHOWN]
