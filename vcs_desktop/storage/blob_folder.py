"""The folder ``blobs`` of a group: sealed files that are written once and never changed.

Each is named after the SHA-256 of its sealed bytes, so whether one is whole can be told
without any key. What it is called, and its key, stand in the record it belongs to.
"""

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final
from uuid import uuid4

from vcs_desktop.core.files import flush_folder
from vcs_desktop.storage.group_hold import Hold

NAME: Final = "blobs"
ASIDE: Final = "-aside"
"""Ends the name of a damaged file in whose place a whole one was brought back."""
_BLOB: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)
_ADDING: Final = "adding.lock"


@dataclass(frozen=True, slots=True)
class BlobFolder:
    """The sealed files of the group in a folder."""

    group_path: Path

    @property
    def path(self) -> Path:
        """Where they lie; it is made with the first."""
        return self.group_path / NAME

    def file(self, blob: str) -> Path | None:
        """Return a sealed file; None when there is none, or what is asked for is no name of one."""
        path = self.path / blob if _BLOB.fullmatch(blob) else None
        return path if path is not None and path.is_file() else None

    def blobs(self) -> set[str]:
        """Return the names of all that lie here."""
        try:
            return {each.name for each in self.path.iterdir() if _BLOB.fullmatch(each.name)}
        except OSError:
            return set()

    def all_files(self) -> set[str]:
        """Return the names of the blobs, also of those of which only a damaged one lies here."""
        try:
            found = {each.name.removesuffix(ASIDE) for each in self.path.iterdir()}
        except OSError:
            return set()
        return set(filter(_BLOB.fullmatch, found))

    def put(self, write: Callable[[IO[bytes]], str]) -> str:
        """Let a file be written, and return the name that ``write`` says it has.

        When this returns, file and name are on the disk. Until then nobody sees it, and
        when it fails nothing is left.

        Raises:
            FileNotFoundError: the group's folder is not there any more.
            OSError: it cannot be written.
            GroupInUse: what was left half written is just being cleared away.
        """
        with Hold(self.group_path / _ADDING, wait_s=2):
            self._make()
            part = self.path / f".{uuid4().hex}.part"
            try:
                with open(part, "xb", opener=_private) as file:
                    blob = write(file)
                    file.flush()
                    os.fsync(file.fileno())
                part.replace(self.path / blob)
                self._flush_name(blob)
            finally:
                part.unlink(missing_ok=True)
        return blob

    @contextmanager
    def fetching(self, blob: str, *, anew: bool = False) -> Iterator[tuple[IO[bytes], int]]:
        """Yield where a file is put that comes part by part, and how much of it is there already.

        What came stays when it is cut off, until ``take_fetched`` looks at it; ``anew`` takes
        nothing of what came before.

        Raises:
            OSError: it cannot be written.
        """
        self._make()
        with open(self._fetched(blob), "wb" if anew else "ab", opener=_private) as file:
            yield file, file.tell()
            file.flush()
            os.fsync(file.fileno())

    def take_fetched(self, blob: str) -> bool:
        """Give what was fetched its name, and say whether it was whole; else it is deleted.

        Raises:
            OSError: the disk failed.
        """
        path = self._fetched(blob)
        with path.open("rb") as file:
            is_right = hashlib.file_digest(file, "sha256").hexdigest() == blob
        if not is_right:
            path.unlink()
            return False
        path.replace(self.path / blob)
        self._flush_name(blob)
        return True

    def _fetched(self, blob: str) -> Path:
        if _BLOB.fullmatch(blob) is None:
            raise ValueError("no name of a sealed file")
        return self.path / f".{blob}.fetched"

    def _flush_name(self, blob: str) -> None:
        try:
            flush_folder(self.path)
        except OSError:
            (self.path / blob).unlink(missing_ok=True)
            raise

    def take_away(self, blobs: set[str]) -> set[str]:
        """Delete sealed files, and return those that could not be deleted.

        When this returns the others are gone for good, whatever happens to the computer.

        Raises:
            OSError: the disk failed.
        """
        left = set()
        for blob in sorted(filter(_BLOB.fullmatch, blobs)):
            for name in (blob, f"{blob}{ASIDE}"):
                try:
                    (self.path / name).unlink(missing_ok=True)
                except OSError:  # another program reads it, or the disk cannot be written to
                    left.add(blob)
        if self.path.is_dir():
            flush_folder(self.path)
        return left

    def is_whole(self, blob: str) -> bool:
        """Say whether a sealed file is there, as it was written."""
        path = self.file(blob)
        if path is None:
            return False
        try:
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == blob
        except OSError:
            return False

    @contextmanager
    def nobody_adds(self) -> Iterator[None]:
        """Let nobody write a new file meanwhile.

        Raises:
            GroupInUse: somebody does just now.
        """
        with Hold(self.group_path / _ADDING, alone=True):
            yield

    def clear_away_parts(self) -> None:
        """Delete what was left of files that were never finished, unless somebody adds one now.

        Raises:
            GroupInUse: somebody does.
        """
        if not any(self.path.glob("*.part")):
            return
        with self.nobody_adds():
            for part in self.path.glob("*.part"):
                part.unlink(missing_ok=True)

    def _make(self) -> None:
        if not self.path.is_dir():
            self.path.mkdir(mode=0o700, exist_ok=True)  # never the folder of the group itself
            flush_folder(self.group_path)


def _private(name: str, how: int) -> int:
    return os.open(name, how, 0o600)
