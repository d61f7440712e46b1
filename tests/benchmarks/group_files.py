"""A file of 5 MB that a group takes in: sealed, on the disk, and read back."""

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.figure import Figure, in_turn, seconds
from tests.support.group_file import new_file
from vcs_desktop.core.files import flush_folder
from vcs_desktop.services.blobs import BlobsService
from vcs_desktop.storage.database import Database

ADDED_AT_MOST, READ_AT_MOST = 8, 30
"""Times the floor. A file is read twice, three digests are made of it, and it is sealed."""
_GROUP = "a1111111-2222-4333-8444-555555555555"


@dataclass(frozen=True, slots=True)
class _Group:
    """What the service of files needs of an open group."""

    database: Database
    id: str = _GROUP


def group_files(size: int, runs: int) -> list[Figure]:
    """Measure taking a file in beside a plain copy that is flushed, and reading it back."""
    with tempfile.TemporaryDirectory() as place:
        group, path = Path(place) / "group", Path(place) / "scan.pdf"
        group.mkdir()
        path.write_bytes(b"%PDF-1.7 " + os.urandom(size - 9))
        database = new_file(group / "group.db")
        try:
            blobs = BlobsService(_Group(database))
            stored = blobs.add(path)
            copied, added = in_turn(
                runs * 4,
                lambda: seconds(lambda: _plain_copy(path, Path(place) / "copy.pdf")),
                lambda: seconds(lambda: blobs.add(path)),
            )
            bare, read = in_turn(
                runs * 4,
                lambda: seconds(path.read_bytes),
                lambda: seconds(lambda: blobs.read(stored)),
            )
        finally:
            database.close()
    told = f"{size / 1_000_000:.0f} MB"
    return [
        Figure(f"A file of {told} taken in, sealed and flushed", added, "s", copied, ADDED_AT_MOST),
        Figure(f"A file of {told} read back", read, "s", bare, READ_AT_MOST),
    ]


def _plain_copy(path: Path, to: Path) -> None:
    """Copy a file as plainly as it can be done so that a power cut takes nothing of it."""
    with path.open("rb") as file, to.open("wb") as copy:
        shutil.copyfileobj(file, copy)
        copy.flush()
        os.fsync(copy.fileno())
    flush_folder(to.parent)
