"""Reads the files of a library that is believed: what they hold, checked against its manifest.

A file's digest is checked before anything in it is unpacked, and once more while it is read:
what lies on a stick may be changed in between. Whoever writes what comes out does it in one
transaction, for a file can turn out wrong at its end.
"""

import gzip
import hashlib
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from vcs_desktop.sync.tree import Files, Listed
from vcs_desktop.sync.trust import NotWhole
from vcs_desktop.wire.delta import Gone, change_of, delta_line
from vcs_desktop.wire.manifest import LONGEST_LINE, Delta, Snapshot
from vcs_desktop.wire.record import Record
from vcs_desktop.wire.record_line import line_digest, read_exactly
from vcs_desktop.wire.state import State

Arrived = tuple[Record, str, bytes]
"""A record, the digest of its line, and the JSON of its data as it stands there."""

_AT_ONCE = 1 << 20
_PIECE = 1 << 16
_GONE = b'{"gone":true,'


def check(files: Files, listed: Listed, read: Callable[[int], None]) -> None:
    """Read a file to its end and compare its digest; ``read`` is told of each piece's bytes.

    Raises:
        NotWhole: it is not what the manifest says.
        OSError: the disk failed.
    """
    digest, count = hashlib.sha256(), 0
    with _in_words(listed.path), files.open(listed) as file:
        while piece := file.read(_AT_ONCE):
            count += len(piece)
            if count > listed.size:
                raise ValueError("it is longer than the manifest says")
            digest.update(piece)
            read(len(piece))
    if digest.hexdigest() != listed.sha256:
        raise NotWhole(f"{listed.path} has another digest")


def records(files: Files, snapshot: Snapshot, digest: str) -> Iterator[Arrived]:
    """Yield every record of a snapshot that was checked, in order.

    ``digest`` is that of the state which they are to be.

    Raises:
        NotWhole: it is not what the manifest says; forget what came before.
    """
    state = State()
    with _in_words(snapshot.path):
        before = ("", "")
        for line in _lines(files, snapshot, snapshot.unpacked, snapshot.records):
            record, sha256, body = _arrived(line)
            before = _after(before, (record.kind, record.id))
            state.add(sha256)
            yield record, sha256, body
        if state.digest() != digest:
            raise ValueError("its records are not those of the manifest")


def changes(files: Files, delta: Delta) -> Iterator[Arrived | Gone]:
    """Yield every change of a delta that was checked, in order.

    Raises:
        NotWhole: it is not what the manifest says; forget what came before.
    """
    with _in_words(delta.path):
        before = ("", "")
        for line in _lines(files, delta, delta.unpacked, delta.lines):
            one = _gone(line) if line.startswith(_GONE) else _arrived(line)
            told = one if isinstance(one, Gone) else one[0]
            before = _after(before, (told.kind, told.id))
            yield one


class _Checked:
    """A file whose digest is counted while it is read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Read and count."""
        content = self._file.read(size)
        self._digest.update(content)
        return content

    def digest(self) -> str:
        """Return the digest of all of it."""
        while self.read(_AT_ONCE):
            pass
        return self._digest.hexdigest()


def _lines(files: Files, listed: Listed, unpacked: int, count: int) -> Iterator[bytes]:
    """Yield the lines of a file: exactly so many, and no more bytes than it says."""
    read = seen = 0
    with files.open(listed) as file:
        checked = _Checked(file)
        with gzip.GzipFile(fileobj=checked, mode="rb") as content:  # type: ignore[call-overload]  # it only reads
            rest = b""
            # By pieces, and taken apart here: a library asked for one line after the other is slow.
            while piece := content.read(_PIECE):
                read += len(piece)
                *lines, rest = (rest + piece).split(b"\n")
                seen += len(lines)
                longest = max(map(len, (*lines, rest)))
                if read > unpacked or seen > count or longest > LONGEST_LINE:
                    raise ValueError("it holds more than the manifest says")
                for line in lines:
                    yield line + b"\n"
        if rest:
            raise ValueError("a line of it is cut off")
        if (read, seen) != (unpacked, count):
            raise ValueError("it holds less than the manifest says")
        if checked.digest() != listed.sha256:
            raise ValueError("it was changed while it was read")


def _after(before: tuple[str, str], key: tuple[str, str]) -> tuple[str, str]:
    if key <= before:
        raise ValueError("its lines are not in order")
    return key


def _arrived(line: bytes) -> Arrived:
    record, body = read_exactly(line)
    return record, line_digest(line), body


def _gone(line: bytes) -> Gone:
    gone = change_of(line)
    if not isinstance(gone, Gone) or delta_line(gone) != line:
        raise ValueError("a line of it is not written as it should be")
    return gone


@contextmanager
def _in_words(path: str) -> Iterator[None]:
    try:
        yield
    except (gzip.BadGzipFile, EOFError, zlib.error, ValueError) as error:
        raise NotWhole(f"{path}: {error}") from error
