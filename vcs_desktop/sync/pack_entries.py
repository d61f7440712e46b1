"""What a pack says is in it, held to the letter before anything is read.

A pack is a zip of which we read no more than we write: entries one after the other from the
first byte on, then their list, then its end, and nothing else. Every name is that of a file
of a library's tree, once. So nothing can hide before, between or behind them.

Source: PKWARE, APPNOTE.TXT 6.3.10, 4.3 and 4.5.3.
"""

import re
import stat
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

MOST_ENTRIES: Final = 5_000
STORED, DEFLATED = 0, 8

NAME: Final = re.compile(
    r"(?:root|library)\.json"
    r"|(?:snapshots|deltas)/[1-9][0-9]{0,8}\.ndjson\.gz"
    r"|attachments/[0-9a-f]{64}",
    re.ASCII,
)

_LOCAL: Final = struct.Struct("<4sHHHHHLLLHH")
_CENTRAL: Final = struct.Struct("<4sHHHHHHLLLHHHHHLL")
_END: Final = struct.Struct("<4sHHHHLLH")
_END_64: Final = struct.Struct("<4sQHHLLQQQQ")
_LOCATOR: Final = struct.Struct("<4sLQL")
_BEGINNING: Final = b"PK\3\4"
_LONGEST_EXTRA: Final = 64
_LARGEST_LIST: Final = MOST_ENTRIES * (_CENTRAL.size + 80 + _LONGEST_EXTRA)
_NO_MATTER: Final = 0x0806
"""Flags that change nothing for us: how hard it was deflated, and that the name is UTF-8."""
_FULL_16, _FULL_32 = 0xFFFF, 0xFFFFFFFF
_UNIX: Final = 3
_EXTRA_64: Final = 1


class CutOff(ValueError):
    """It begins as a pack does, and does not end so: it was not copied whole."""


@dataclass(frozen=True, slots=True)
class PackEntry:
    """A file in a pack: ``start`` is the place of its bytes, ``packed`` how many those are."""

    name: str
    method: int
    start: int
    packed: int
    size: int


@dataclass(frozen=True, slots=True)
class _Told:
    """An entry as the list tells it: ``offset`` is the place of its own header."""

    name: bytes
    flags: int
    method: int
    packed: int
    size: int
    offset: int


def entries_of(file: BinaryIO) -> dict[str, PackEntry]:
    """Return what is in a pack, by name.

    Raises:
        CutOff: its end is missing.
        ValueError: it is not a zip, or not one of this plain sort.
        OSError: the disk failed.
    """
    count, size, offset = _end_of(file)
    told = sorted(_listed(_read(file, offset, size), count), key=lambda each: each.offset)
    found: dict[str, PackEntry] = {}
    place = 0
    for each in told:
        if each.offset != place:
            raise ValueError("its entries do not lie one behind the other")
        entry = _entry(file, each)
        if entry.name in found:
            raise ValueError(f"{entry.name} is in it twice")
        found[entry.name] = entry
        place = entry.start + entry.packed
    if place != offset:
        raise ValueError("something lies between its entries and their list")
    return found


def _end_of(file: BinaryIO) -> tuple[int, int, int]:
    """Return how many entries there are, and the size and the place of their list."""
    whole = file.seek(0, 2)
    at = whole - _END.size
    mark, disk, list_disk, here, count, size, offset, comment = _END.unpack(
        _read(file, at, _END.size)
    )
    if mark != b"PK\5\6" and _read(file, 0, len(_BEGINNING)) == _BEGINNING:
        raise CutOff("it does not end as a pack does")
    if mark != b"PK\5\6" or comment or disk or list_disk or here != count:
        raise ValueError("it does not end as a pack does")
    if count == _FULL_16 or _FULL_32 in (size, offset):
        at, count, size, offset = _end_64_of(file, at)
    if count > MOST_ENTRIES or size > _LARGEST_LIST:
        raise ValueError("there is too much in it")
    if offset + size != at:
        raise ValueError("something lies before it, or behind its list")
    return count, size, offset


def _end_64_of(file: BinaryIO, at: int) -> tuple[int, int, int, int]:
    mark, disk, end_at, disks = _LOCATOR.unpack(_read(file, at - _LOCATOR.size, _LOCATOR.size))
    if mark != b"PK\6\7" or disk or disks != 1 or end_at != at - _LOCATOR.size - _END_64.size:
        raise ValueError("it does not end as a large pack does")
    end = _END_64.unpack(_read(file, end_at, _END_64.size))
    mark, length, _, _, disk, list_disk, here, count, size, offset = end
    if mark != b"PK\6\6" or length != _END_64.size - 12 or disk or list_disk or here != count:
        raise ValueError("it does not end as a large pack does")
    return end_at, count, size, offset


def _listed(content: bytes, count: int) -> Iterator[_Told]:
    at = 0
    for _ in range(count):
        if at + _CENTRAL.size > len(content):
            raise ValueError("its list is cut off")
        (mark, made, _, flags, method, _, _, _, packed, size, name, extra, comment, disk, _, mode,
         offset) = _CENTRAL.unpack_from(content, at)  # fmt: skip
        if mark != b"PK\1\2" or comment or disk or extra > _LONGEST_EXTRA:
            raise ValueError("its list is wrong")
        kind = mode >> 16 if made >> 8 == _UNIX else 0
        if stat.S_IFMT(kind) not in (0, stat.S_IFREG):
            raise ValueError("there is something else than files in it")
        at += _CENTRAL.size
        words, more = content[at : at + name], content[at + name : at + name + extra]
        if len(words) != name or len(more) != extra:
            raise ValueError("its list is cut off")
        at += name + extra
        size, packed, offset = _with_64(more, size, packed, offset)
        yield _Told(words, flags, method, packed, size, offset)
    if at != len(content):
        raise ValueError("its list is longer than its entries")


def _entry(file: BinaryIO, told: _Told) -> PackEntry:
    """Return an entry whose own header says the same as the list."""
    name = told.name.decode("ascii")
    if not NAME.fullmatch(name):
        raise ValueError("a name in it is not one of a library's")
    if told.flags & ~_NO_MATTER or told.method not in (STORED, DEFLATED):
        raise ValueError(f"{name} is encrypted, or packed in a way that we do not read")
    head = _LOCAL.unpack(_read(file, told.offset, _LOCAL.size))
    mark, _, flags, method, _, _, _, packed, size, length, extra = head
    if length != len(told.name) or extra > _LONGEST_EXTRA:
        raise ValueError(f"{name} has another head than the list says")
    words = _read(file, told.offset + _LOCAL.size, length + extra)
    size, packed, _ = _with_64(words[length:], size, packed, 0)
    said = (mark, words[:length], flags, method, packed, size)
    if said != (_BEGINNING, told.name, told.flags, told.method, told.packed, told.size):
        raise ValueError(f"{name} has another head than the list says")
    if told.method == STORED and told.packed != told.size:
        raise ValueError(f"{name} has two sizes")
    return PackEntry(
        name, told.method, told.offset + _LOCAL.size + length + extra, told.packed, told.size
    )


def _with_64(extra: bytes, size: int, packed: int, offset: int) -> tuple[int, int, int]:
    """Return the sizes and the place, from the extra field where they are too large without."""
    full = [each == _FULL_32 for each in (size, packed, offset)]
    if not any(full):
        return size, packed, offset
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind == _EXTRA_64 and length == 8 * sum(full) and at + 4 + length <= len(extra):
            values = iter(struct.unpack_from(f"<{sum(full)}Q", extra, at + 4))
            kept = zip(full, (size, packed, offset), strict=True)
            size, packed, offset = (next(values) if is_full else said for is_full, said in kept)
            return size, packed, offset
        at += 4 + length
    raise ValueError("a large entry does not say how large")


def _read(file: BinaryIO, at: int, size: int) -> bytes:
    if at < 0:
        raise ValueError("it is cut off")
    file.seek(at)
    content = file.read(size)
    if len(content) != size:
        raise ValueError("it is cut off")
    return content
