"""The log: what happened, in ids and counts, never the contents of a record."""

import logging
import sys
from logging.handlers import RotatingFileHandler

from vcs_desktop.core.paths import DataFolder

_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_LARGEST_FILE_BYTES = 500_000
_OLDER_FILES_KEPT = 2


def log_to_file(folder: DataFolder) -> None:
    """Keep a log under the data folder: three files at most, half a megabyte each."""
    folder.log_folder.mkdir(parents=True, exist_ok=True)
    _log_to(
        RotatingFileHandler(
            folder.log_folder / "vcs-desktop.log",
            maxBytes=_LARGEST_FILE_BYTES,
            backupCount=_OLDER_FILES_KEPT,
            encoding="utf-8",
            delay=True,
        ),
        logging.INFO,
    )


def log_to_stderr() -> None:
    """Say warnings on the error stream, which leaves the output to the answer.

    The command line writes to no log file: the window may have it open.
    """
    _log_to(logging.StreamHandler(sys.stderr), logging.WARNING)


def _log_to(handler: logging.Handler, level: int) -> None:
    handler.setFormatter(logging.Formatter(_FORM))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
