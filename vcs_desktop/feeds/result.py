"""What reading a feed gives, item by item."""

from collections.abc import Iterator
from dataclasses import dataclass

from vcs_desktop.wire.record import Record, Release


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that cannot be used: where it stands in its file, and why, in words."""

    where: str
    why: str


Item = Record | Release | Refusal
Items = Iterator[Item]
