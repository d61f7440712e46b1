"""Everything that a group keeps about one person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from vcs_desktop.domain.history import Entry


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
    earlier: tuple["AboutPerson", ...] = ()
