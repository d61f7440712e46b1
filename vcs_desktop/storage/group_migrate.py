"""A group's file and its migrations: made new, or brought up to date."""

from pathlib import Path

from vcs_desktop.storage import exchange_tables as _exchange_tables  # noqa: F401  its tables too
from vcs_desktop.storage.group_tables import REVISION, GroupBase
from vcs_desktop.storage.schema import Schema

GROUP = Schema(GroupBase.metadata, REVISION, Path(__file__).parent / "migrations" / "group")


def make_ready(path: Path, key: bytes) -> None:
    """Make a group's file if there is none, else bring it up to date.

    ``key`` is the 32 bytes of the group's data key.

    Raises:
        NewerLibrary: a newer app made the file; it is left alone.
        BrokenLinks: a migration went wrong; the file is as it was.
        Damaged: the file cannot be read, or not with this key.
    """
    GROUP.make_ready(path, key)
