"""One publisher at a time in one tree: two would write over each other's files."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vcs_desktop.core.errors import Busy, FolderNotWritable, not_written
from vcs_desktop.core.group_errors import GroupInUse
from vcs_desktop.core.language import tr
from vcs_desktop.storage.group_hold import Hold

NAME = ".publishing.lock"
"""It stays empty, and means nothing once nobody holds it: not even after a crash."""


@contextmanager
def alone_in(tree: Path) -> Iterator[None]:
    """Keep every other program out of a tree while something is published into it.

    Raises:
        Busy: somebody else is publishing into it.
        FolderNotWritable: it cannot be written; or DiskFull.
    """
    try:
        tree.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_written(error, FolderNotWritable(f"tree: {error.strerror}")) from error
    try:
        hold = Hold(tree / NAME, alone=True)
    except GroupInUse as error:
        raise Busy(
            "the tree",
            message=tr("Somebody else is publishing into this folder just now."),
            advice=tr("Wait until they have finished. Then look again at what would change."),
        ) from error
    with hold:
        yield
