"""How much room is left for the groups, and a little that is kept for the moment there is none.

When a disk is full even deleting needs room. So a file without meaning lies beside the
groups, and goes when something could not be written: then a person can tidy up.
"""

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vcs_desktop.core.errors import FolderNotWritable, not_written

NAME: Final = "room-kept-free"
BALLAST_BYTES: Final = 32 << 20
LOW_BYTES: Final = 200_000_000
_PIECE: Final = 1 << 20

log = logging.getLogger(__name__)


def _free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


@contextmanager
def disk_in_words(what: str) -> Iterator[None]:
    """Say in words why something was not written in the folder of the groups."""
    try:
        yield
    except OSError as error:
        raise not_written(error, FolderNotWritable(f"{what}: {error.strerror}")) from error


@dataclass(frozen=True, slots=True)
class Room:
    """How much room there is. ``is_low`` is when a person should be told.

    ``is_kept`` says whether there is still some for tidying up when the disk is full.
    """

    free_bytes: int
    is_low: bool
    is_kept: bool


@dataclass(frozen=True, slots=True)
class Ballast:
    """The file without meaning, in the folder of the groups."""

    folder: Path
    size_bytes: int = BALLAST_BYTES
    free_bytes: Callable[[Path], int] = _free_bytes

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.folder / NAME

    def look(self) -> Room:
        """Return how much room there is; the ballast is made again when there is enough.

        Ask on the work lane: making it takes a moment.
        """
        if not self.folder.is_dir():
            return Room(0, is_low=False, is_kept=False)
        free = self.free_bytes(self.folder)
        if not self._is_whole() and free >= LOW_BYTES + self.size_bytes:
            self._make()
            free = self.free_bytes(self.folder)
        return Room(free, is_low=free < LOW_BYTES, is_kept=self._is_whole())

    def let_go(self) -> None:
        """Give its room back: something could not be written."""
        try:
            self.path.unlink(missing_ok=True)
            log.info("the room that was kept free is given back")
        except OSError as error:
            log.info("the room that was kept free stays: %s", type(error).__name__)

    def _is_whole(self) -> bool:
        try:
            return self.path.stat().st_size == self.size_bytes
        except OSError:
            return False

    def _make(self) -> None:
        """Write it; it is of random bytes, or a disk that packs would keep nothing free."""
        try:
            with self.path.open("wb") as file:
                for start in range(0, self.size_bytes, _PIECE):
                    file.write(os.urandom(min(_PIECE, self.size_bytes - start)))
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            self.let_go()
