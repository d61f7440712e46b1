"""Everything that a group keeps about one person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from vcs_desktop.domain.history import Entry
from vcs_desktop.domain.took_part import TookPart


@dataclass(frozen=True, slots=True)
class Named:
    """Another record in which the person is named.

    ``kind`` is one of ``domain.kinds``. ``passages`` are the lines that name the person.
    """

    record_id: str
    kind: str
    title: str
    passages: tuple[str, ...] = ()
    in_bin: bool = False


@dataclass(frozen=True, slots=True)
class AboutPerson:
    """One person, whole: the record as it is now, its history, and where else they are named.

    ``values`` are the fields as operations carry them (``domain.values``). ``choices`` are
    the fields of which there are two versions, with all of them. ``binned_at`` is None when
    the record is not in the bin. ``earlier`` are the records that were made one with this.
    ``took_part`` is what other records tell of them, the newest first, and ``own_fields`` by
    the ids of those records the fields there that are theirs.
    """

    record_id: str
    name: str
    group: str
    made_at: datetime
    values: Mapping[str, Any]
    choices: Mapping[str, tuple[Any, ...]]
    binned_at: datetime | None
    history: tuple[Entry, ...]
    named: tuple[Named, ...] = ()
    took_part: tuple[TookPart, ...] = ()
    own_fields: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    earlier: tuple["AboutPerson", ...] = ()
