"""Libraries that arrive, from a file, a folder or a service."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import DiskFailed
from vcs_desktop.services.arrivals.engine import Engine, Source
from vcs_desktop.services.arrivals.offer import Here, Offer
from vcs_desktop.services.arrivals.report import Arrival
from vcs_desktop.services.library.loading import Watch
from vcs_desktop.services.library.reports import Tell
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.known_lines import known_lines
from vcs_desktop.storage.queries import status
from vcs_desktop.sync.folder_tree import FolderTree
from vcs_desktop.sync.pack_tree import PackTree
from vcs_desktop.sync.tree import NoLibraryThere, Tree

if TYPE_CHECKING:
    from vcs_desktop.services.library import LibraryService


class ArrivalsService:
    """Takes published libraries in: wholly, from whom somebody here has said yes to."""

    def __init__(
        self, database: Database, clock: Clock, library: "LibraryService", folder: Path
    ) -> None:
        self._database = database
        self._clock = clock
        self._library = library
        self._folder = folder

    def look_at(self, path: Path) -> Offer:
        """Say what a pack or a folder holds, how old it is and what it needs; change nothing.

        Raises:
            NoLibraryThere: it is not a library.
            NotTrusted: it is not from whom it says, or older than what was here before.
            NewerAppNeeded: it is for a newer app.
            DiskFailed: it cannot be read.
        """
        with _at_hand(path) as tree:
            return self._engine(_of(tree), Watch(None, None)).look().offer

    def take_in(
        self,
        path: Path,
        *,
        trust: str = "",
        tell: Tell | None = None,
        stop: Event | None = None,
    ) -> Arrival:
        """Take in a pack or a folder.

        ``trust`` is the digits of the publisher (``Offer.fingerprint``), given back by a person
        who has compared them: for the first time, and when a library goes far ahead.

        Raises:
            NoLibraryThere: it is not a library.
            DiskFailed: it cannot be read.
        """
        with _at_hand(path) as tree:
            engine = self._engine(_of(tree), Watch(tell, stop))
            return engine.run(trust, self._index(tell, stop))

    def _engine(self, source: Source, watch: Watch) -> Engine:
        return Engine(self._database, self._here(), self._clock.now(), source, watch)

    def _here(self) -> Here:
        with self._database.reading() as session:
            return Here(known_lines(session), status.origins(session), self._folder)

    def _index(self, tell: Tell | None, stop: Event | None) -> Callable[[], bool]:
        return lambda: self._library.finish_index(tell, stop)


def _of(tree: Tree) -> Source:
    return Source(tree, tree.manifest)


@contextmanager
def _at_hand(path: Path) -> Iterator[Tree]:
    """Open a pack or a folder."""
    try:
        tree: Tree = FolderTree(path) if path.is_dir() else PackTree(path)
    except FileNotFoundError as error:
        raise NoLibraryThere(f"{path.name}: {error.strerror}") from error
    except OSError as error:
        raise DiskFailed(f"{path.name}: {error.strerror}") from error
    with closing(tree):
        yield tree
