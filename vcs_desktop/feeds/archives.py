"""Looks at a spreadsheet or zip from outside before anything in it is opened."""

import zipfile
from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr

MOST_ENTRIES = 2_000
MOST_BYTES = 200_000_000
MOST_PACKED_BYTES = 60_000_000
MOST_RATIO = 250
_SMALL = 1_000_000
"""Bytes. What unpacks to less than this does no harm, whatever its ratio."""

_END_RECORD = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 65_535
_DIRECTORY_ENTRY = 46


def checked_names(path: Path) -> list[str]:
    """Return the names in an archive that is safe to open.

    Raises:
        CannotUseInput: it is damaged, locked, or would unpack to far more than
            any real spreadsheet.
    """
    if path.stat().st_size > MOST_PACKED_BYTES:
        raise _unsafe("too large")
    if _directory_size(path) > MOST_ENTRIES * (_DIRECTORY_ENTRY + 1_000):
        raise _unsafe("a very long list of contents")
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise _damaged(type(error).__name__) from error
    if len(entries) > MOST_ENTRIES:
        raise _unsafe(f"{len(entries)} entries")
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise _unsafe("unpacks to too much")
    for entry in entries:
        if entry.flag_bits & 1:
            raise CannotUseInput(
                "encrypted entry",
                message=tr("This file is locked with a password."),
                advice=tr("Open it, save a copy without a password, and load the copy."),
            )
        ratio = entry.file_size / max(entry.compress_size, 1)
        if entry.file_size > _SMALL and ratio > MOST_RATIO:
            raise _unsafe(f"ratio {ratio:.0f}")
    return [entry.filename for entry in entries]


def _directory_size(path: Path) -> int:
    """Return how long the list of contents says it is, before it is read into memory."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _END_SIZE - _LONGEST_COMMENT))
        tail = file.read()
    at = tail.rfind(_END_RECORD)
    if at < 0 or len(tail) < at + _END_SIZE:
        raise _damaged("no end record")
    return int.from_bytes(tail[at + 12 : at + 16], "little")


def _damaged(detail: str) -> CannotUseInput:
    return CannotUseInput(
        f"archive: {detail}",
        message=tr("This file is damaged or was cut off part-way. Nothing was changed."),
        advice=tr("Download it again and load the new copy."),
    )


def _unsafe(detail: str) -> CannotUseInput:
    return CannotUseInput(
        f"archive: {detail}",
        message=tr(
            "This file would unpack to far more than a real spreadsheet. We did not open it."
        ),
        advice=tr("Ask whoever sent it for a new copy, saved as CSV."),
    )
