"""The log: what happened, in ids and counts, never the contents of a record."""

import logging
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from vcs_desktop.core.paths import DataFolder

_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_LARGEST_FILE_BYTES = 500_000


def log_kept_in(folder: DataFolder) -> AbstractContextManager[None]:
    """Keep a log under the data folder; one that has grown large becomes the older one.

    That is looked at when the window opens, which is often enough, and saves the
    import of Python's own rotating logs before the first paint.
    """
    file = folder.log_folder / "vcs-desktop.log"
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists() and file.stat().st_size > _LARGEST_FILE_BYTES:
        file.replace(file.with_name("vcs-desktop-older.log"))
    return _log_to(logging.FileHandler(file, encoding="utf-8", delay=True), logging.INFO)


def log_on_stderr() -> AbstractContextManager[None]:
    """Say warnings on the error stream, which leaves the output to the answer.

    The command line writes to no log file: the window may have it open.
    """
    return _log_to(logging.StreamHandler(sys.stderr), logging.WARNING)


@contextmanager
def _log_to(handler: logging.Handler, level: int) -> Iterator[None]:
    handler.setFormatter(logging.Formatter(_FORM))
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(level)
    try:
        yield
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
        handler.close()
