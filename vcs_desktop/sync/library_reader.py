"""Reads a published library: a manifest, and a snapshot that must be exactly what it says.

This is the reader of what travels with the program, which is trusted as its code
is: nobody signs it. What its files hold is read as that of any other library.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked
from vcs_desktop.wire.manifest import LARGEST_MANIFEST, MANIFEST_NAME, Manifest, manifest_of

if TYPE_CHECKING:
    from vcs_desktop.sync.arriving import Arrived
    from vcs_desktop.sync.tree import Listed


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


def snapshot_records(folder: Path, manifest: Manifest) -> Iterator["Arrived"]:
    """Yield every record of a library, sorted by kind and id, as ``arriving.records`` does.

    Raises:
        NotALibrary: something is not as the manifest says; forget what came before.
    """
    from vcs_desktop.sync.arriving import check, records
    from vcs_desktop.sync.trust import NotWhole

    files = _Installed(folder)
    try:
        check(files, manifest.snapshot, lambda _: None)
        yield from records(files, manifest.snapshot, manifest.digest)
    except OSError as error:
        raise NotALibrary(f"the snapshot: {error}") from error
    except NotWhole as error:
        raise NotALibrary(f"the snapshot: {error.detail}") from error


class _Installed:
    """The files that lie in a folder of the program: some installers make links of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open(self, listed: "Listed") -> BinaryIO:
        """Open a file that the manifest names.

        Raises:
            OSError: it cannot be read.
            ValueError: its size is not the manifest's.
        """
        path = self._folder / listed.path
        if path.stat().st_size != listed.size:
            raise ValueError("its size is not the manifest's")
        return path.open("rb")
