"""What happened to a record, for people to read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from vcs_desktop.wire.operation import Change

AT_ONCE = 50
"""So many entries are told at once; a record may have thousands."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done to a record.

    ``who`` is the name of whoever did it, empty when it is not known. ``deed`` is one
    of ``wire.operation.Deed`` and ``verb`` of ``domain.acts.Verb``. ``changes`` are
    the fields before and after. ``blanked`` says that an erasure has taken them.
    """

    operation: str
    at: datetime
    who: str
    deed: str
    verb: str
    changes: Mapping[str, Change]
    blanked: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """One act of somebody in the group, done to one record or to several.

    ``record_id`` is empty for several, and ``title`` also for one that was erased since; of
    several that began an application it is the application's, and of a budget too.
    ``count`` says to how many. The rest is as in ``Entry``.
    """

    at: datetime
    who: str
    deed: str
    verb: str
    kind: str
    record_id: str
    title: str
    count: int
