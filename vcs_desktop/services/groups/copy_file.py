"""A group in one file, to be carried on a stick: written, read back, and read as a stranger's.

It is a zip of four sorts of entries under fixed names, none of them packed: what the
others are, who can open it, the encrypted records, and files that belong to them. What
is encrypted in the group's folder is encrypted in here, with the same key.
"""

import hashlib
import json
import os
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from threading import Event
from typing import IO, Any, Final

from vcs_desktop.core.backup_errors import NotACopy
from vcs_desktop.core.errors import Stopped
from vcs_desktop.core.files import surely
from vcs_desktop.core.group_errors import DamagedSlots, NewerGroup
from vcs_desktop.domain.stored_file import MOST_FILES
from vcs_desktop.storage.blob_folder import ASIDE
from vcs_desktop.vault.slot_file import MOST_BYTES as MOST_SLOT_BYTES
from vcs_desktop.vault.slot_file import as_bytes, from_bytes
from vcs_desktop.vault.slots import Slots

SUFFIX: Final = ".vcsgroup"
ABOUT, SLOTS, RECORDS, BLOBS = "about.json", "slots.json", "records.db", "blobs/"
MOST_BLOBS: Final = MOST_FILES
_FORMAT, _VERSION = "vcs-desktop/group", 1
_BLOB: Final = re.compile(r"blobs/[0-9a-f]{64}", re.ASCII)
_MOST_ABOUT_BYTES: Final = 1 << 20
_MOST_DIRECTORY_BYTES: Final = 2 << 20
_END, _END_BYTES = b"PK\x05\x06", 22
_LARGE_END, _LARGE_END_BYTES = b"PK\x06\x06", 56
_WHERE, _WHERE_BYTES = b"PK\x06\x07", 20
_CHUNK: Final = 1 << 20
_DIGEST: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)
_LOCKED: Final = 0x1

Progress = Callable[[int, int], None]
"""Told how many bytes are done, out of how many; a copy is written and then read again."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a copy says of itself: nobody's word but its own. ``made_on`` is a day."""

    group: str
    made_on: date
    slots: Slots
    sizes: Mapping[str, int]
    digests: Mapping[str, str]
    is_practice: bool

    @property
    def size_bytes(self) -> int:
        """How much room it takes when it is taken apart."""
        return sum(self.sizes.values())

    def whole_files(self) -> set[str]:
        """Return the files of records that it has whole: their names are their digests."""
        return {
            name.removeprefix(BLOBS)
            for name, digest in self.digests.items()
            if name == f"{BLOBS}{digest}"
        }


@dataclass(frozen=True, slots=True)
class How:
    """Who is told how far it is, and who may stop it."""

    progress: Progress = lambda *_: None
    stop: Event | None = None


class Counter:
    """Says how far it is, and stops where somebody asked for it."""

    def __init__(self, total: int = 0, how: How = How()) -> None:
        self._done, self._total = 0, total
        self._progress, self._stop = how.progress, how.stop

    def pieces(self, file: IO[bytes], most: int) -> Iterator[bytes]:
        """Yield what a file holds, up to so many bytes.

        Raises:
            Stopped: somebody asked for it.
        """
        left = most
        while left and (piece := file.read(min(_CHUNK, left))):
            if self._stop is not None and self._stop.is_set():
                raise Stopped
            left -= len(piece)
            yield piece
            self._done += len(piece)
            self._progress(self._done, self._total)


@dataclass(frozen=True, slots=True)
class Packed:
    """What goes into a copy: a file with records that nobody writes to, and all beside it.

    ``is_practice`` marks the practice group, which anybody can open, on other computers too.
    """

    records: Path
    slots: Slots
    blobs: Path
    made_on: date
    is_practice: bool = False


def write(path: Path, packed: Packed, how: How) -> None:
    """Write a copy under a name that nobody has, and bring it to the disk.

    Raises:
        OSError: it cannot be written.
        Stopped: somebody asked for it.
    """
    files: dict[str, Path | bytes] = {
        SLOTS: as_bytes(packed.slots),
        RECORDS: packed.records,
        **_blobs_in(packed.blobs),
    }
    sizes = {name: _size(each) for name, each in files.items()}
    counter = Counter(2 * sum(sizes.values()), how)
    digests: dict[str, str] = {}
    with path.open("xb") as file:
        with zipfile.ZipFile(file, "w") as archive:
            for name, each in files.items():
                digests[name] = _put(archive, name, each, sizes[name], counter)
            about = _about(packed, sizes, digests)
            _put(archive, ABOUT, about, len(about), Counter())
        file.flush()
        os.fsync(file.fileno())
        _forget_in_memory(file)
    _read_back(path, counter)


def contents(path: Path) -> Contents:
    """Return what a copy says that it holds; of its records nothing is read yet.

    Raises:
        NotACopy: it is none, or not whole, or not as we write it.
        NewerGroup: a newer app wrote it.
    """
    with _archive(path) as (archive, entries):
        return _contents(archive, entries)


def take_records(path: Path, found: Contents, to: Path) -> None:
    """Write the records of a copy to a file of ours.

    Raises:
        NotACopy: it is not what it says it is.
        OSError: there is no room, or it cannot be written.
    """
    _take(path, found, {RECORDS: to})


def take_files(path: Path, found: Contents, blobs: Path, unwanted: set[str]) -> None:
    """Write the files that belong to the records of a copy to a folder of ours.

    A file that was damaged when the copy was made stays out: it opens for nobody, and
    must not take the place of a whole one. So do those that nobody wants any more.

    Raises:
        NotACopy: it is not what it says it is.
        OSError: there is no room, or it cannot be written.
    """
    wanted = sorted(found.whole_files() - unwanted)
    _take(path, found, {f"{BLOBS}{name}": blobs / name for name in wanted})


def _take(path: Path, found: Contents, places: Mapping[str, Path]) -> None:
    counter = Counter()
    with _archive(path) as (archive, entries):
        if _contents(archive, entries) != found:
            raise NotACopy("it has changed")
        for name, to in places.items():
            to.parent.mkdir(mode=0o700, exist_ok=True)
            part = to.with_name(f"{to.name}.part")
            part.unlink(missing_ok=True)
            try:
                with part.open("xb") as file:
                    _check(archive, entries[name], found, counter, file)
                    file.flush()
                    os.fsync(file.fileno())
                _take_place(part, to, found.digests[name])
            finally:
                part.unlink(missing_ok=True)


def _take_place(part: Path, to: Path, digest: str) -> None:
    """Give a file its name. Another one that has it is put aside: nothing is written over."""
    if to.exists():
        with to.open("rb") as there:
            if hashlib.file_digest(there, "sha256").hexdigest() == digest:
                return
        to.replace(to.with_name(f"{to.name}{ASIDE}"))
    part.replace(to)


def _read_back(path: Path, counter: Counter) -> None:
    with _archive(path) as (archive, entries):
        found = _contents(archive, entries)
        for name in found.sizes:
            _check(archive, entries[name], found, counter)


def _check(
    archive: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    found: Contents,
    counter: Counter,
    to: IO[bytes] | None = None,
) -> None:
    """Read an entry and compare it with what the copy says of it; ``to`` is where it is put."""
    digest, size = hashlib.sha256(), 0
    with archive.open(entry) as file:
        for piece in counter.pieces(file, found.sizes[entry.filename] + 1):
            digest.update(piece)
            size += len(piece)
            if to is not None:
                to.write(piece)
    if (size, digest.hexdigest()) != (found.sizes[entry.filename], found.digests[entry.filename]):
        raise NotACopy(f"{entry.filename} is not whole")


@contextmanager
def _archive(path: Path) -> Iterator[tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]]:
    """Open a copy after its list of contents was looked at from outside."""
    if surely(path.exists) and not path.is_file():  # of a pipe we would wait for ever
        raise NotACopy("no file")
    with path.open("rb") as file:
        _check_end(file)
        try:
            with zipfile.ZipFile(file) as archive:
                yield archive, _entries(archive, os.fstat(file.fileno()).st_size)
        except (zipfile.BadZipFile, ValueError, LookupError, TypeError, EOFError) as error:
            raise NotACopy(type(error).__name__) from error
        except (RuntimeError, OverflowError) as error:
            raise NotACopy(type(error).__name__) from error


def _check_end(file: IO[bytes]) -> None:
    """The list of contents is short, and ends the file: we write no comment behind it.

    A large file says so in a second place, which then counts, and lies right before.
    Source: PKWARE, APPNOTE.TXT 4.3.14 to 4.3.16.
    """
    size = file.seek(0, os.SEEK_END)
    large_at = size - _END_BYTES - _WHERE_BYTES - _LARGE_END_BYTES
    file.seek(max(0, large_at))
    last = file.read()
    large, where, end = (
        last[: -_END_BYTES - _WHERE_BYTES],
        last[-_END_BYTES - _WHERE_BYTES : -_END_BYTES],
        last[-_END_BYTES:],
    )
    if len(end) < _END_BYTES or not end.startswith(_END):
        raise NotACopy("no end")
    told = int.from_bytes(end[12:16], "little")
    if where.startswith(_WHERE):
        if not large.startswith(_LARGE_END) or int.from_bytes(where[8:16], "little") != large_at:
            raise NotACopy("an end in another place")
        told = int.from_bytes(large[40:48], "little")
    if told > _MOST_DIRECTORY_BYTES:
        raise NotACopy("a very long list of contents")
    file.seek(0)


def _entries(archive: zipfile.ZipFile, size: int) -> dict[str, zipfile.ZipInfo]:
    entries: dict[str, zipfile.ZipInfo] = {}
    for entry in archive.infolist():
        name = entry.filename
        if name not in {ABOUT, SLOTS, RECORDS} and _BLOB.fullmatch(name) is None:
            raise NotACopy("an entry of another name")
        if name in entries or len(entries) > MOST_BLOBS + 3:
            raise NotACopy("an entry twice, or too many")
        if entry.compress_type != zipfile.ZIP_STORED or entry.file_size != entry.compress_size:
            raise NotACopy("a packed entry")
        if entry.flag_bits & _LOCKED:
            raise NotACopy("a locked entry")
        entries[name] = entry
    # Nothing is packed, so what comes out is never more than what went in.
    if not {ABOUT, SLOTS, RECORDS} <= set(entries):
        raise NotACopy("something is missing")
    if sum(entry.file_size for entry in entries.values()) > size:
        raise NotACopy("more inside than outside")
    return entries


def _contents(archive: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo]) -> Contents:
    about = json.loads(_small(archive, entries[ABOUT], _MOST_ABOUT_BYTES).decode())
    if about["format"] != _FORMAT or type(about["version"]) is not int or about["version"] < 1:
        raise NotACopy("another format")
    if about["version"] > _VERSION:
        raise NewerGroup(str(about["version"]))
    sizes, digests = _told_of(about["files"])
    if {name: entries[name].file_size for name in entries if name != ABOUT} != sizes:
        raise NotACopy("other sizes than it says")
    content = _small(archive, entries[SLOTS], MOST_SLOT_BYTES)
    if hashlib.sha256(content).hexdigest() != digests[SLOTS]:
        raise NotACopy("the ways in are not whole")
    try:
        slots = from_bytes(content)
    except DamagedSlots as error:
        raise NotACopy(f"ways in: {error.detail}") from error
    if about["group"] != slots.group:
        raise NotACopy("of two groups")
    made_on, is_practice = date.fromisoformat(about["made_on"]), about["practice"] is True
    return Contents(slots.group, made_on, slots, sizes, digests, is_practice)


def _told_of(files: Any) -> tuple[dict[str, int], dict[str, str]]:
    if not isinstance(files, dict):
        raise NotACopy("no list of files")
    sizes: dict[str, int] = {}
    digests: dict[str, str] = {}
    for name, told in files.items():
        size, digest = told["bytes"], told["sha256"]
        if type(size) is not int or not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
            raise NotACopy("a size or a digest that is none")
        sizes[name], digests[name] = size, digest
    return sizes, digests


def _small(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    if entry.file_size > most:
        raise NotACopy(f"{entry.filename} is too large")
    with archive.open(entry) as file:
        return file.read(most)


def _put(
    archive: zipfile.ZipFile, name: str, content: Path | bytes, size: int, counter: Counter
) -> str:
    """Put one entry into a copy, and return its digest."""
    entry = zipfile.ZipInfo(name)  # without any moment: it would say nothing that we know
    entry.file_size = size
    digest = hashlib.sha256()
    inside = BytesIO(content) if isinstance(content, bytes) else content.open("rb")
    with archive.open(entry, "w") as to, inside as file:
        for piece in counter.pieces(file, size):
            to.write(piece)
            digest.update(piece)
    return digest.hexdigest()


def _about(packed: Packed, sizes: Mapping[str, int], digests: Mapping[str, str]) -> bytes:
    files = {name: {"bytes": sizes[name], "sha256": digests[name]} for name in sizes}
    about = {
        "format": _FORMAT,
        "version": _VERSION,
        "group": packed.slots.group,
        "made_on": packed.made_on.isoformat(),
        "practice": packed.is_practice,
        "files": files,
    }
    return json.dumps(about, indent=1).encode()


def _blobs_in(folder: Path) -> dict[str, Path]:
    found = {f"{BLOBS}{each.name}": each for each in folder.glob("*") if each.is_file()}
    return {name: each for name, each in sorted(found.items()) if _BLOB.fullmatch(name)}


def _size(content: Path | bytes) -> int:
    return len(content) if isinstance(content, bytes) else content.stat().st_size


def _forget_in_memory(file: IO[bytes]) -> None:
    """Let what is read back come from the disk, where the system can be told so."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
