"""What the library answers, for the window and as JSON for the command line."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from vcs_desktop.domain.library import THIS_COMPUTER, Provenance
from vcs_desktop.domain.money import pounds_of
from vcs_desktop.domain.opportunities import RecordLine
from vcs_desktop.storage.loaded_files import LoadedFile
from vcs_desktop.wire.record import Release

Tell = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is done, and how much there is (0: not known)."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was not taken: where it stands in its file, and why, in words."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file.

    ``read`` counts rows or messages. ``added``, ``changed`` and ``unchanged``
    count what they made: grants, calls, or processes of one or more messages.
    ``format`` is empty when the file could not be used at all.
    """

    path: str
    format: str
    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: tuple[Refused, ...] = ()

    @property
    def is_usable(self) -> bool:
        """Whether anything could be read in it."""
        return bool(self.format)

    @property
    def taken(self) -> int:
        """How many main records it holds that are in the library now."""
        return self.added + self.changed + self.unchanged


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What became of some files. ``stopped`` when somebody asked for that on the way."""

    files: tuple[FileReport, ...]
    stopped: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the report for the command line."""
        return {
            "files": [
                {**asdict(file), "refused": [asdict(row) for row in file.refused]}
                for file in self.files
            ]
        }


@dataclass(frozen=True, slots=True)
class OriginStatus:
    """One origin, its version (0 for loaded files) and the day it stands at."""

    name: str
    version: int
    as_of: date | None


@dataclass(frozen=True, slots=True)
class LibraryStatus:
    """What the library holds.

    ``version`` and ``as_of`` are those of what came with the program; 0 and None
    before the first start. ``waiting_for_index`` is how many records are found by
    their titles only, so far.
    """

    counts: dict[str, int]
    version: int
    as_of: date | None
    size_bytes: int
    origins: tuple[OriginStatus, ...] = ()
    waiting_for_index: int = 0

    @property
    def newest(self) -> date | None:
        """The day of the newest library that is here, be it the program's or a publisher's."""
        days = [one.as_of for one in self.origins if one.as_of and one.name != THIS_COMPUTER]
        return max(days, default=None)

    def as_json(self) -> dict[str, Any]:
        """Return the status for the command line."""
        return {
            "counts": self.counts,
            "total": sum(self.counts.values()),
            "version": self.version,
            "as_of": _day(self.as_of),
            "size_bytes": self.size_bytes,
            "waiting_for_index": self.waiting_for_index,
            "origins": [
                {"name": one.name, "version": one.version, "as_of": _day(one.as_of)}
                for one in self.origins
            ],
        }


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What is in a file, before any of it is added.

    ``format`` is empty when the file cannot be used at all. ``counts`` is how many records of
    each kind it holds, messages about one contract counted once; ``titles`` are those of the
    first. ``refused`` says of the rest why it cannot be used.
    """

    path: str
    format: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    titles: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()

    @property
    def holds_any(self) -> bool:
        """Whether there is anything in it that can be added."""
        return any(self.counts.values())


@dataclass(frozen=True, slots=True)
class OriginHeld:
    """An origin as a person is told of it.

    ``title`` is what its publisher calls themselves, empty for what came with the program and
    what was loaded here. ``version`` is 0 for loaded files. ``is_late``: its publisher meant it
    to be replaced by now. ``counts`` is how many records it has of each kind, ``size_bytes`` its
    share of the library's file with all that is found by, and ``files_bytes`` how large the files
    are that came along with it.
    """

    name: str
    title: str
    version: int
    as_of: date | None
    is_late: bool
    counts: dict[str, int]
    size_bytes: int = 0
    files_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Holdings:
    """All that is here, by where it came from; ``size_bytes`` is what it takes on the disk."""

    origins: tuple[OriginHeld, ...]
    files: tuple[LoadedFile, ...]
    size_bytes: int


@dataclass(frozen=True, slots=True)
class InOrigin:
    """A record as one origin has it. ``shown`` when it is the one that lists show."""

    origin: str
    modified: str
    shown: bool


@dataclass(frozen=True, slots=True)
class RecordDetail:
    """One record whole: ``data`` as published, its messages oldest first, its origins."""

    line: RecordLine
    data: dict[str, Any] = field(repr=False)
    provenance: Provenance
    releases: tuple[Release, ...] = ()
    origins: tuple[InOrigin, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the record for the command line. Money is pounds."""
        return {
            **line_as_json(self.line),
            "provenance": {
                key: _day(value) if isinstance(value, date) else value
                for key, value in asdict(self.provenance).items()
            },
            "origins": [asdict(one) for one in self.origins],
            "releases": [
                {"id": one.release_id, "date": one.date, "tags": list(one.tags), "data": one.data}
                for one in self.releases
            ],
            "data": self.data,
        }


def line_as_json(line: RecordLine) -> dict[str, Any]:
    """Return what a list shows of a record. Money is pounds; None is not stated."""
    most = line.amount_max_pence if line.amount_max_pence is not None else line.amount_min_pence
    return {
        "id": line.id,
        "kind": line.kind,
        "title": line.title,
        "who": line.who,
        "summary": line.summary,
        "opens_on": _day(line.opens_on),
        "closes_on": _day(line.closes_on),
        "rolling": line.rolling,
        "amount": _pounds(most),
        "amount_min": _pounds(line.amount_min_pence),
        "amount_max": _pounds(line.amount_max_pence),
        "areas": list(line.areas),
        "practice": line.practice,
        "origin": line.origin,
        "why": line.why,
    }


def _pounds(pence: int | None) -> int | float | None:
    return None if pence is None else pounds_of(pence)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
