"""The files of the open group: taken in and sealed, read again, saved elsewhere.

A file is written once, sealed, and never changed: a new version is a new file. Its record
keeps the ``StoredFile`` that ``add`` returned, in a field like any other; the file stays as
long as any record, or anything in its history, tells of it.
"""

import hashlib
import logging
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import EDQUOT, ENOSPC
from io import BufferedReader, BytesIO
from pathlib import Path
from shutil import disk_usage
from threading import Event
from typing import IO, Final, Protocol

from vcs_desktop.core.backup_errors import FileMovedAway
from vcs_desktop.core.errors import FolderNotWritable, Stopped, not_written
from vcs_desktop.core.file_errors import (
    EmptyFile,
    FileChanged,
    FileDamaged,
    FileMissing,
    FileNotReadable,
    FileNotSaved,
    FileNotThere,
    FileTooLarge,
    NameTaken,
    NoRoomForFile,
    NotAFile,
    TooManyFiles,
)
from vcs_desktop.core.files import flush_folder, only_ours, surely
from vcs_desktop.domain.stored_file import MOST_BYTES, MOST_FILES, StoredFile, file_name
from vcs_desktop.feeds.media_type import media_type_of
from vcs_desktop.services.records import HasRecords
from vcs_desktop.storage.blob_folder import BlobFolder
from vcs_desktop.vault.file_sealing import PIECE_BYTES, Sealed, open_file, seal_file, sealed_size
from vcs_desktop.vault.sealing import NotOpened

Progress = Callable[[int, int], None]
"""Told how many bytes are done, out of how many."""

ROOM_TO_LEAVE_BYTES: Final = 32 << 20
"""A file never takes the last room: records that are being written need it more."""

_NO_ROOM: Final = (ENOSPC, EDQUOT)

log = logging.getLogger(__name__)


class HasFiles(HasRecords, Protocol):
    """An open group, beside whose records its files lie."""

    @property
    def id(self) -> str:
        """The group's id: what is sealed for one group does not open in another."""


class BlobsService:
    """Takes files in and gives them back. Ask on the work lane: a large file takes a second."""

    def __init__(self, group: HasFiles) -> None:
        self._group = group

    def add(
        self, path: Path, progress: Progress = lambda *_: None, stop: Event | None = None
    ) -> StoredFile:
        """Seal a file into the group's folder, and return what its record should keep.

        When this returns the sealed file is on the disk. Keep what it returned in a
        record soon after: a file of which no record tells is cleared away some day. When
        it raises, nothing is left. The file that was added stays where it is.

        Raises:
            FileNotThere: there is no such file, or no longer.
            NotAFile: it is a folder, or nothing that can be read to an end.
            EmptyFile: there is nothing in it.
            FileTooLarge: it has more than 100 MB.
            FileNotReadable: we may not read it, or its disk does not answer.
            FileChanged: another program wrote to it meanwhile.
            NoRoomForFile: there is no room for it in the group's folder.
            TooManyFiles: the group keeps 5,000 files already.
            FileMovedAway: the group's folder is not where it was.
            FolderNotWritable: it cannot be written there.
            Locked: the group was locked.
            Stopped: ``stop`` was set.
        """
        with _opened(path) as (file, size):

            def seal(to: IO[bytes]) -> Sealed:
                sealed = seal_file(_pieces(file, size, progress, stop), to, self._group.id)
                _check_same(file, path, size, sealed)
                return sealed

            self._check_room(size)
            media_type = _media_type(file)
            return self._put(os.fsencode(path.name).decode("utf-8", "replace"), media_type, seal)

    def keep(self, name: str, content: bytes) -> StoredFile:
        """Seal what we made ourselves, without a plain file of it ever lying on the disk.

        Raises: as ``add`` does, but for what can be wrong with somebody's file.
        """
        if not content:
            raise EmptyFile
        if len(content) > MOST_BYTES:
            raise FileTooLarge(str(len(content)))
        self._check_room(len(content))
        pieces = [content[at : at + PIECE_BYTES] for at in range(0, len(content), PIECE_BYTES)]
        media_type = _media_type(BytesIO(content))
        return self._put(name, media_type, lambda to: seal_file(pieces, to, self._group.id))

    def _check_room(self, size: int) -> None:
        _check_room(self._folder, size)
        if len(self._folder.blobs()) >= MOST_FILES:
            raise TooManyFiles

    def _put(self, name: str, media_type: str, seal: Callable[[IO[bytes]], Sealed]) -> StoredFile:
        """Write a sealed file wholly or not at all, and return what its record should keep."""
        found = StoredFile()

        def write(to: IO[bytes]) -> str:
            nonlocal found
            sealed = seal(to)
            found = _told(name, media_type, sealed)
            return sealed.sealed_sha256

        with _in_words():
            self._folder.put(write)
        return found

    def read(self, stored: StoredFile) -> bytes:
        """Return a file whole.

        Raises:
            FileMissing: it is not in the group's folder.
            FileDamaged: it is not what was kept.
            Locked: the group was locked.
        """
        return b"".join(self.pieces(stored))

    def pieces(self, stored: StoredFile) -> Iterator[bytes]:
        """Yield a file piece by piece; only when this ends without an error was it all.

        Raises:
            FileMissing: it is not in the group's folder.
            FileDamaged: it is not what was kept.
            Locked: the group was locked.
        """
        path = self._folder.file(stored.blob)
        if path is None:
            raise FileMissing(stored.blob[:16])
        digest, size = hashlib.sha256(), 0
        try:
            with path.open("rb") as file:
                for piece in open_file(file, _key_of(stored), self._group.id):
                    digest.update(piece)
                    size += len(piece)
                    yield piece
        except FileNotFoundError as error:
            raise FileMissing(stored.blob[:16]) from error
        except (NotOpened, OSError) as error:
            raise FileDamaged(f"{stored.blob[:16]}: {type(error).__name__}") from error
        if (size, digest.hexdigest()) != (stored.size, stored.sha256):
            raise FileDamaged(f"{stored.blob[:16]}: other bytes than its record says")

    def is_there(self, stored: StoredFile) -> bool:
        """Say whether the file is in the group's folder; whether it is whole, reading it says."""
        return self._folder.file(stored.blob) is not None

    def save_to(self, stored: StoredFile, path: Path, *, replace: bool = False) -> Path:
        """Save a file, not sealed any more, where somebody wants it: wholly or not at all.

        No other account of the computer can read it there.

        ``replace`` is when somebody said that a file of that name may go.

        Raises:
            FileMissing: it is not in the group's folder; or FileDamaged.
            NameTaken: there is a file of that name, and ``replace`` was not given.
            FileNotSaved: it cannot be written there; or DiskFull.
            Locked: the group was locked.
        """
        if not replace and surely(path.exists):
            raise NameTaken
        part = path.with_name(f".{file_name(path.name)}.part")
        try:
            part.unlink(missing_ok=True)
            with open(part, "xb", opener=only_ours) as file:
                file.writelines(self.pieces(stored))
                file.flush()
                os.fsync(file.fileno())
            _take_name(part, path, replace=replace)
        except FileExistsError as error:
            raise NameTaken from error
        except OSError as error:
            raise not_written(error, FileNotSaved(str(error.strerror))) from error
        finally:
            _unlink(part)
        return path

    @property
    def _folder(self) -> BlobFolder:
        return BlobFolder(self._group.database.path.parent)


def _key_of(stored: StoredFile) -> bytes:
    try:
        return bytes.fromhex(stored.key)
    except ValueError as error:
        raise NotOpened from error


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BufferedReader, int]]:
    """Open what somebody wants to add, and say how large it is."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # of a pipe we would wait for ever
            raise NotAFile
        file = path.open("rb")
    except FileNotFoundError as error:
        raise FileNotThere from error
    except OSError as error:
        raise FileNotReadable(str(error.strerror)) from error
    with file:
        size = os.fstat(file.fileno()).st_size
        if size == 0:
            raise EmptyFile
        if size > MOST_BYTES:
            raise FileTooLarge(str(size))
        yield file, size


def _media_type(file: IO[bytes]) -> str:
    try:
        return media_type_of(file)
    except OSError as error:
        raise FileNotReadable(str(error.strerror)) from error


def _check_room(folder: BlobFolder, size: int) -> None:
    try:
        free = disk_usage(folder.group_path).free
    except OSError as error:
        raise FileMovedAway(type(error).__name__) from error
    if free < sealed_size(size) + ROOM_TO_LEAVE_BYTES:
        raise NoRoomForFile(f"a file of {size} bytes")


def _pieces(file: IO[bytes], size: int, progress: Progress, stop: Event | None) -> Iterator[bytes]:
    """Yield what is in a file: never more than it had, even if somebody goes on writing it."""
    done = 0
    while done < size:
        if stop is not None and stop.is_set():
            raise Stopped
        try:
            piece = file.read(min(PIECE_BYTES, size - done))
        except OSError as error:
            raise FileNotReadable(str(error.strerror)) from error
        if not piece:
            raise FileChanged("it ended too soon")
        done += len(piece)
        yield piece
        progress(done, size)


def _check_same(file: BufferedReader, path: Path, size: int, sealed: Sealed) -> None:
    """A file that was written to while we read it is read once more, and has to be the same."""
    file.seek(0)
    try:
        again = hashlib.file_digest(file, "sha256").hexdigest()
        there = path.stat().st_size
    except FileNotFoundError as error:
        raise FileNotThere from error
    except OSError as error:
        raise FileNotReadable(str(error.strerror)) from error
    if (there, again) != (size, sealed.sha256):
        raise FileChanged("it differs when it is read again")


def _told(name: str, media_type: str, sealed: Sealed) -> StoredFile:
    return StoredFile(
        name=file_name(name),
        media_type=media_type,
        size=sealed.size,
        blob=sealed.sealed_sha256,
        key=sealed.key.hex(),
        sha256=sealed.sha256,
    )


@contextmanager
def _in_words() -> Iterator[None]:
    """Say in words why a sealed file was not written."""
    try:
        yield
    except FileNotFoundError as error:
        raise FileMovedAway(type(error).__name__) from error
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise NoRoomForFile(str(error.strerror)) from error
        raise FolderNotWritable(f"file: {error.strerror}") from error


def _take_name(part: Path, path: Path, *, replace: bool) -> None:
    """Give a file its name in one step, and never somebody else's file for it unless asked."""
    if replace:
        part.replace(path)
    else:
        try:
            os.link(part, path)
        except FileExistsError:
            raise
        except OSError:  # a stick's file system has no second names; Windows renames over nothing
            if path.exists():
                raise FileExistsError from None
            part.rename(path)
    try:
        flush_folder(path.parent)
    except OSError as error:
        log.info("the folder cannot be flushed: %s", error.strerror)


def _unlink(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError as error:  # it is gone with the stick
        log.info("a file was left half written: %s", type(error).__name__)
