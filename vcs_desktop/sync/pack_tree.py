"""A published library in one file, a ``.vcslibrary``: what a stick or a mail carries.

Nothing of it is written to a path that it names, and it is never in memory whole.
"""

import io
import zlib
from pathlib import Path
from typing import BinaryIO

from vcs_desktop.sync.pack_entries import STORED, CutOff, PackEntry, entries_of
from vcs_desktop.sync.tree import Listed, NoLibraryThere, NotAllOfIt
from vcs_desktop.sync.trust import NotWhole
from vcs_desktop.wire.manifest import LARGEST_MANIFEST, MANIFEST_NAME
from vcs_desktop.wire.roots import LARGEST_CHAIN, ROOT_NAME

_AT_ONCE = 1 << 16


class PackTree:
    """A zip whose list was found to be as plain as it has to be."""

    def __init__(self, path: Path) -> None:
        """Open a pack.

        Raises:
            NotAllOfIt: its end is missing.
            NoLibraryThere: it is not a pack.
            OSError: it cannot be read.
        """
        self._path = path
        try:
            with path.open("rb") as file:
                self._entries = entries_of(file)
        except CutOff as error:
            raise NotAllOfIt(f"the pack: {error}") from error
        except ValueError as error:
            raise NoLibraryThere(f"the pack: {error}") from error

    def root(self) -> bytes:
        """Return the chain of roots."""
        return self._small(ROOT_NAME, LARGEST_CHAIN)

    def manifest(self) -> bytes:
        """Return the manifest."""
        return self._small(MANIFEST_NAME, LARGEST_MANIFEST)

    def open(self, listed: Listed) -> BinaryIO:
        """Open a file that the manifest names."""
        entry = self._entries.get(listed.path)
        if entry is None or entry.size != listed.size:
            raise NotWhole(f"{listed.path} is not in the pack, or has another size")
        return self._opened(entry)

    def close(self) -> None:
        """Let go of it: each file is opened by itself."""

    def _small(self, name: str, most: int) -> bytes:
        entry = self._entries.get(name)
        if entry is None or entry.size > most:
            raise NoLibraryThere(f"{name} is not in the pack, or too large")
        try:
            with self._opened(entry) as file:
                content = file.read(most + 1)
        except (ValueError, EOFError) as error:
            raise NoLibraryThere(f"{name}: {error}") from error
        if len(content) != entry.size:
            raise NoLibraryThere(f"{name} is cut off")
        return content

    def _opened(self, entry: PackEntry) -> BinaryIO:
        return io.BufferedReader(_EntryFile(self._path.open("rb"), entry), _AT_ONCE)


class _EntryFile(io.RawIOBase):
    """The bytes of one entry: no more than it says, whatever it unpacks to."""

    def __init__(self, file: BinaryIO, entry: PackEntry) -> None:
        super().__init__()
        self._file = file
        self._file.seek(entry.start)
        self._packed_left, self._left = entry.packed, entry.size
        self._unpacker = None if entry.method == STORED else zlib.decompressobj(-zlib.MAX_WBITS)

    def readable(self) -> bool:
        """It can be read, and nothing else."""
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]  # bytes alone
        """Read the next bytes.

        Raises:
            ValueError: they do not unpack, or to more or less than the entry says.
        """
        most = min(len(buffer), self._left)
        content = self._stored(most) if self._unpacker is None else self._unpacked(most)
        if most and not content:
            raise ValueError("an entry of the pack is cut off")
        if not most and len(buffer) and self._unpacked(1):
            raise ValueError("an entry of the pack unpacks to more than it says")
        self._left -= len(content)
        buffer[: len(content)] = content
        return len(content)

    def close(self) -> None:
        """Let go of the pack."""
        self._file.close()
        super().close()

    def _stored(self, most: int) -> bytes:
        content = self._file.read(min(most, self._packed_left))
        self._packed_left -= len(content)
        return content

    def _unpacked(self, most: int) -> bytes:
        content = b""
        if not most or self._unpacker is None:
            return content
        try:
            while not content and not self._unpacker.eof:
                packed = self._unpacker.unconsumed_tail or self._stored(_AT_ONCE)
                if not packed:
                    break
                content = self._unpacker.decompress(packed, most)
        except zlib.error as error:
            raise ValueError(str(error)) from error
        return content
