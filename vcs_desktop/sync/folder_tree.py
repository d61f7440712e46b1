"""A published library that lies in a folder, on this computer or on a stick."""

import os
import stat
from errno import EACCES, EINVAL, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR, EPERM
from pathlib import Path
from typing import BinaryIO

from vcs_desktop.sync.tree import Listed, NoLibraryThere
from vcs_desktop.sync.trust import NotWhole
from vcs_desktop.wire.manifest import LARGEST_MANIFEST, MANIFEST_NAME
from vcs_desktop.wire.roots import LARGEST_CHAIN, ROOT_NAME

NOT_THERE = (ENOENT, ENOTDIR, ELOOP, EACCES, EPERM, EINVAL, ENAMETOOLONG)
"""What a system answers where there is no file that we may read."""

_PLAINLY = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    # What is no file, such as a pipe that nobody writes to, must not keep us waiting.
    | getattr(os, "O_NONBLOCK", 0)
)


class FolderTree:
    """A folder. Links in it are not followed: what they lead to is not of the library."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def root(self) -> bytes:
        """Return the chain of roots."""
        return self._small(ROOT_NAME, LARGEST_CHAIN)

    def manifest(self) -> bytes:
        """Return the manifest."""
        return self._small(MANIFEST_NAME, LARGEST_MANIFEST)

    def open(self, listed: Listed) -> BinaryIO:
        """Open a file that the manifest names."""
        file = self._opened(listed.path)
        if file is None:
            raise NotWhole(f"{listed.path} is not there")
        if (size := os.fstat(file.fileno()).st_size) != listed.size:
            file.close()
            raise NotWhole(f"{listed.path} has {size} bytes, not {listed.size}")
        return file

    def close(self) -> None:
        """Let go of it: nothing is held."""

    def _small(self, name: str, most: int) -> bytes:
        file = self._opened(name)
        if file is None:
            raise NoLibraryThere(f"{name} is not there")
        with file:
            content = file.read(most + 1)
        if len(content) > most:
            raise NoLibraryThere(f"{name} is too large")
        return content

    def _opened(self, name: str) -> BinaryIO | None:
        """Open a plain file of the tree; None where there is none.

        Raises:
            OSError: the disk failed.
        """
        path = self._folder / name
        try:
            if path.parent != self._folder and path.parent.is_symlink():
                return None
            if not stat.S_ISREG(path.lstat().st_mode):
                return None
            return os.fdopen(os.open(path, _PLAINLY), "rb")
        except OSError as error:
            if error.errno in NOT_THERE:
                return None
            raise
