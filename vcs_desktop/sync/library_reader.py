"""Reads a published library: a manifest, and a snapshot that must be exactly what it says.

This is the reader of what travels with the program, which is trusted as its code
is. Nothing is held in memory but one record at a time, so whoever writes what
comes out does it in one transaction: a snapshot can turn out wrong at its end.
"""

import gzip
import zlib
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked
from vcs_desktop.wire.manifest import (
    LARGEST_MANIFEST,
    LONGEST_LINE,
    MANIFEST_NAME,
    Manifest,
    manifest_of,
)
from vcs_desktop.wire.record import Record, record_of
from vcs_desktop.wire.state import State


class NotALibrary(AppError):
    """A library's files are missing, damaged, or do not belong together."""

    message = marked("The grants and guides that came with the program are damaged.")
    advice = marked("Install the program again. What you had before is still here.")


def read_manifest(folder: Path) -> Manifest:
    """Return what a library says of itself.

    Raises:
        NotALibrary: there is no manifest that can be read.
    """
    try:
        with (folder / MANIFEST_NAME).open("rb") as file:
            content = file.read(LARGEST_MANIFEST + 1)
        if len(content) > LARGEST_MANIFEST:
            raise NotALibrary("the manifest is too large")
        return manifest_of(content)
    except (OSError, ValueError) as error:
        raise NotALibrary(f"the manifest: {error}") from error


def snapshot_records(folder: Path, manifest: Manifest) -> Iterator[Record]:
    """Yield every record of a library, sorted by kind and id.

    The file's size and digest are checked before anything in it is read, the
    records' number, order and digest at the end.

    Raises:
        NotALibrary: something is not as the manifest says; forget what came before.
    """
    path = folder / manifest.snapshot.path
    try:
        _check_file(path, manifest)
        yield from _records(path, manifest)
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise NotALibrary(f"the snapshot: {error}") from error


def _check_file(path: Path, manifest: Manifest) -> None:
    if path.stat().st_size != manifest.snapshot.size:
        raise ValueError("its size is not the manifest's")
    with path.open("rb") as file:
        if file_digest(file, "sha256").hexdigest() != manifest.snapshot.sha256:
            raise ValueError("its digest is not the manifest's")


def _records(path: Path, manifest: Manifest) -> Iterator[Record]:
    state, count, before = State(), 0, ("", "")
    with gzip.open(path) as file:
        while line := file.readline(LONGEST_LINE):
            count += 1
            if count > manifest.snapshot.records or not line.endswith(b"\n"):
                raise ValueError("it holds more than the manifest says")
            state.add(line)
            record = record_of(line)
            if (record.kind, record.id) <= before:
                raise ValueError("its records are not in order")
            before = (record.kind, record.id)
            yield record
    if count != manifest.snapshot.records:
        raise ValueError("it holds less than the manifest says")
    if state.digest() != manifest.digest:
        raise ValueError("its records are not those of the manifest")
