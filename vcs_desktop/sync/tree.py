"""The tree of a published library as its reader sees it, wherever it lies."""

from typing import BinaryIO, Protocol

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked


class NoLibraryThere(AppError):
    """What was looked at is not a published library."""

    message = marked("There is no library here that can be used.")
    advice = marked("Choose the file or the folder that you were given. Nothing was changed.")


class NotAllOfIt(NoLibraryThere):
    """It begins as a published library in one file does, and its end is missing."""

    message = marked("This library was not copied whole.")
    advice = marked("Copy it again from where you have it. Nothing was changed.")


class Listed(Protocol):
    """A file that a manifest names: a snapshot, a delta or an attachment."""

    @property
    def path(self) -> str:
        """Where it lies in the tree."""

    @property
    def sha256(self) -> str:
        """The digest of its bytes."""

    @property
    def size(self) -> int:
        """How many bytes it has."""


class Files(Protocol):
    """The files that a manifest names."""

    def open(self, listed: Listed) -> BinaryIO:
        """Open a file; it has as many bytes as the manifest says.

        Raises:
            NotWhole: it is not there, or longer or shorter.
        """


class Tree(Files, Protocol):
    """A library's files. Nothing of what comes out of it is to be believed by itself."""

    def root(self) -> bytes:
        """Return the chain of roots.

        Raises:
            NoLibraryThere: there is none, or it is without end.
        """

    def manifest(self) -> bytes:
        """Return the manifest.

        Raises:
            NoLibraryThere: there is none, or it is without end.
        """

    def close(self) -> None:
        """Let go of it."""
