"""Which files are libraries that somebody publishes, among those that are dropped or chosen."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QMimeData

from vcs_desktop.core.files import surely

SUFFIX: Final = ".vcslibrary"
CHANGES: Final = ".vcschanges"
"""What a group takes from one laptop to another on a stick."""
_MANIFEST = "library.json"


@runtime_checkable
class TakesFiles(Protocol):
    """A page that takes what comes from outside the window."""

    def take_files(self, paths: Sequence[Path]) -> None:
        """Look at a library, or at files of a person's own, and offer what they hold."""


@runtime_checkable
class TakesChanges(Protocol):
    """A page that brings in changes of the open group."""

    def take_changes(self, path: str) -> None:
        """Bring in changes of the group from a file."""


def files_in(dragged: QMimeData) -> list[Path]:
    """Return the files of this computer in what is dragged; none are addresses elsewhere."""
    names = (url.toLocalFile() for url in dragged.urls() if url.isLocalFile())
    return [Path(name) for name in names if name]


def is_library(path: Path) -> bool:
    """Say whether a file is a pack by its name, or a folder holds a tree.

    Whether it can be believed is for its reader to say.
    """
    return path.suffix.casefold() == SUFFIX or surely((path / _MANIFEST).is_file)


def are_changes(paths: Sequence[Path]) -> bool:
    """Say whether there is one file, and it holds changes of a group by its name."""
    return len(paths) == 1 and paths[0].suffix.casefold() == CHANGES


def are_libraries(paths: Sequence[Path]) -> bool:
    """Say whether there are files, and all are libraries."""
    return bool(paths) and all(map(is_library, paths))
