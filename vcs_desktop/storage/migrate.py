"""The library's file and its migrations: made new, or brought up to date."""

from pathlib import Path

from vcs_desktop.storage import gone as _gone  # noqa: F401  its table too
from vcs_desktop.storage.library_tables import REVISION, LibraryBase
from vcs_desktop.storage.schema import Schema

LIBRARY = Schema(LibraryBase.metadata, REVISION, Path(__file__).parent / "migrations" / "library")


def make_ready(path: Path) -> None:
    """Make the library file if there is none, else bring it up to date.

    Raises:
        NewerLibrary: a newer app made the file; it is left alone.
        BrokenLinks: a migration went wrong; the file is as it was.
        Damaged: the file cannot be read.
    """
    LIBRARY.make_ready(path)
