"""One program at a time in one folder: two would write over each other's files."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from vcs_desktop.core.errors import Busy, FolderNotWritable, not_written
from vcs_desktop.core.group_errors import GroupInUse
from vcs_desktop.core.language import tr
from vcs_desktop.storage.group_hold import Hold

_PUBLISHING, _FETCHING, _PLANNING = ".publishing.lock", ".fetching.lock", ".planning.lock"
"""They stay empty, and mean nothing once nobody holds them: not even after a crash."""


def publishing_alone(tree: Path) -> AbstractContextManager[None]:
    """Keep every other program out of a tree while something is published into it.

    Raises:
        Busy: somebody else is publishing into it.
        FolderNotWritable: it cannot be written; or DiskFull.
    """
    return _alone_in(
        tree / _PUBLISHING,
        Busy(
            "the tree",
            message=tr("Somebody else is publishing into this folder just now."),
            advice=tr("Wait until they have finished. Then look again at what would change."),
        ),
    )


def fetching_alone(folder: Path) -> AbstractContextManager[None]:
    """Keep every other program out of a folder while contracts are fetched into it.

    Raises:
        Busy: contracts are being fetched into it already.
        FolderNotWritable: it cannot be written; or DiskFull.
    """
    return _alone_in(
        folder / _FETCHING,
        Busy(
            "fetching",
            message=tr("Contracts are being fetched into this folder already."),
            advice=tr("Wait until that has ended, or stop it. What came is kept."),
        ),
    )


def planning_alone(folder: Path) -> AbstractContextManager[None]:
    """Keep every other program from a council's plan while it is changed.

    Raises:
        Busy: somebody else is changing it at this moment.
        FolderNotWritable: it cannot be written; or DiskFull.
    """
    return _alone_in(
        folder / _PLANNING,
        Busy(
            "the plan",
            message=tr("Somebody else is changing the action plan at this moment."),
            advice=tr("Wait a moment, and try again."),
        ),
    )


@contextmanager
def _alone_in(file: Path, busy: Busy) -> Iterator[None]:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_written(error, FolderNotWritable(f"hold: {error.strerror}")) from error
    try:
        hold = Hold(file, alone=True)
    except GroupInUse as error:
        raise busy from error
    with hold:
        yield
