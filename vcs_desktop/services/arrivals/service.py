"""Libraries that arrive, from a file, a folder or a service."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Protocol

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import DiskFailed, Stopped
from vcs_desktop.core.language import tr
from vcs_desktop.core.stopping import telling
from vcs_desktop.services.arrivals.along import Along, FileAlong
from vcs_desktop.services.arrivals.engine import Engine, Source
from vcs_desktop.services.arrivals.offer import Here, Offer
from vcs_desktop.services.arrivals.report import Arrival, Outcome, Step
from vcs_desktop.services.library.loading import Watch
from vcs_desktop.services.library.reports import Tell
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.known_lines import KnownLine, known_lines
from vcs_desktop.storage.queries import status
from vcs_desktop.sync.folder_tree import NOT_THERE, FolderTree
from vcs_desktop.sync.pack_tree import PackTree
from vcs_desktop.sync.remote import Remote
from vcs_desktop.sync.remote_tree import RemoteTree
from vcs_desktop.sync.tree import NoLibraryThere, Tree
from vcs_desktop.sync.trust import NotWhole
from vcs_desktop.wire.record import Data

if TYPE_CHECKING:
    from vcs_desktop.services.arrivals.files import FilesService
    from vcs_desktop.services.library import LibraryService


Afterwards = Callable[[Callable[[], bool]], Iterable[Step]]
"""Does further steps, and tells what became of each; it is given what says whether to go on."""

ARRIVING = "arriving"
"""The folder, in the data folder, where downloads lie until they have been taken in."""


class ClosableRemote(Remote, Protocol):
    """A service's remote, with connections to let go of."""

    def stop(self) -> None:
        """Wait for nothing any more, at once; on any thread."""

    def close(self) -> None:
        """Let go of its connections."""


class ArrivalsService:
    """Takes published libraries in: wholly, from whom somebody here has said yes to."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        library: "LibraryService",
        folder: Path,
        *,
        remote_at: "Callable[[str], ClosableRemote] | None" = None,
        pause: Callable[[float], None] | None = None,
        afterwards: "Afterwards | None" = None,
    ) -> None:
        """Keep what arrives in the data folder ``folder`` until it has been taken in.

        ``afterwards`` is what is done with every look at a service, whatever came of the library.
        ``remote_at`` makes what speaks to a service, and ``pause`` waits between two tries;
        only tests have others than the usual ones.
        """
        self._database = database
        self._clock = clock
        self._library = library
        self._folder = folder
        self._remote_at = remote_at or _http
        self._pause = pause
        self._afterwards = afterwards or _nothing_more
        self._along = Along(database, folder)

    def look_at(self, path: Path) -> Offer:
        """Say what a pack or a folder holds, how old it is and what it needs; change nothing.

        Raises:
            NoLibraryThere: it is not a library.
            NotTrusted: it is not from whom it says, or older than what was here before.
            NewerAppNeeded: it is for a newer app.
            DiskFailed: it cannot be read.
        """
        with _at_hand(path) as tree:
            return self._engine(_of(tree), Watch(None, None), self._here()).look().offer

    def take_in(
        self,
        path: Path,
        *,
        trust: str = "",
        text_only: bool = False,
        tell: Tell | None = None,
        stop: Event | None = None,
    ) -> Arrival:
        """Take in a pack or a folder.

        ``trust`` is the digits of the publisher (``Offer.fingerprint``), given back by a person
        who has compared them: for the first time, and when a library goes far ahead. With
        ``text_only`` the files that go along with the records wait for the next time.

        Raises:
            NoLibraryThere: it is not a library.
            DiskFailed: it cannot be read.
        """
        with _at_hand(path) as tree:
            engine = self._engine(_of(tree), Watch(tell, stop), self._here())
            return engine.run(trust, self._index(tell, stop), text_only=text_only)

    def sync(
        self,
        address: str,
        *,
        trust: str = "",
        at_most: int | None = None,
        text_only: bool = False,
        tell: Tell | None = None,
        stop: Event | None = None,
    ) -> Arrival:
        """Take in what is new at a service; where nothing is, that is one request.

        ``trust`` as with ``take_in``. ``at_most`` is how many bytes of records may be fetched
        without asking, None for all. ``text_only`` is for a network that is paid for by the
        byte: the files that go along with the records come the next time without it. Where
        ``stop`` is a ``Stop``, it ends a wait for the network at once.

        Raises:
            WrongAddress: it is no address.
        """
        watch, here = Watch(tell, stop), self._here()
        with closing(self._remote_at(address)) as remote, telling(stop, remote.stop):
            known = next(
                (each for each in here.known.values() if each.service == remote.address), None
            )
            tree = RemoteTree(
                remote,
                self._folder / ARRIVING,
                read=lambda _: watch.look(tr("Fetching what is new"), 0),
                pause=self._pause or _pause_until(stop or Event()),
                now_s=lambda: self._clock.now().timestamp(),
            )
            source = Source(
                tree,
                lambda: tree.newer_manifest(_etag(known, here)),
                remote.address,
                lambda: tree.etag,
                known.expires if known else "",
                known.line if known else "",
                at_most,
                tree.let_go,
            )
            arrival = self._engine(source, watch, here).run(
                trust, self._index(tell, stop), text_only=text_only
            )
            if arrival.error is None or isinstance(arrival.error, NotWhole):
                # What was hurt on our disk, by a power cut, must not be in the way the next time.
                line = arrival.offer.line if arrival.offer else source.line
                tree.clear(but={each.sha256 for each in self._along.missing(line)})
        if arrival.outcome is Outcome.STOPPED:
            return arrival
        more = self._afterwards(lambda: stop is None or not stop.is_set())
        return replace(arrival, steps=(*arrival.steps, *more))

    def files_of(self, data: Data) -> tuple[FileAlong, ...]:
        """Return the files that a record's data points to, and say which of them are here."""
        return self._along.of(data)

    @property
    def files(self) -> "FilesService":
        """What can be done with the files that go along with records."""
        from vcs_desktop.services.arrivals.files import FilesService

        return FilesService(self._database, self._along)

    def file(self, sha256: str) -> Path:
        """Return where a file lies that a record points to; it has no name but its digest.

        Raises:
            NotFound: no library here has it.
            NotHereYet: it did not come yet.
            DiskFailed: it cannot be read.
        """
        return self._along.path_of(sha256)

    def _engine(self, source: Source, watch: Watch, here: Here) -> Engine:
        return Engine(self._database, here, self._clock.now(), source, watch)

    def _here(self) -> Here:
        with self._database.reading() as session:
            return Here(known_lines(session), status.origins(session), self._folder)

    def _index(self, tell: Tell | None, stop: Event | None) -> Callable[[], bool]:
        return lambda: self._library.finish_index(tell, stop)


def _nothing_more(_go_on: Callable[[], bool]) -> Iterable[Step]:
    return ()


def _etag(known: KnownLine | None, here: Here) -> str:
    """Return what the service called the manifest of what is here, if that is still here."""
    held = here.origins.get(known.line) if known else None
    return known.etag if known and held and held.version == known.version else ""


def _pause_until(stop: Event) -> Callable[[float], None]:
    def pause(seconds: float) -> None:
        if stop.wait(seconds):
            raise Stopped

    return pause


def _http(address: str) -> "ClosableRemote":
    from vcs_desktop.sync.http_remote import HttpRemote

    return HttpRemote(address)


def _of(tree: Tree) -> Source:
    return Source(tree, tree.manifest)


@contextmanager
def _at_hand(path: Path) -> Iterator[Tree]:
    """Open a pack or a folder."""
    try:
        tree: Tree = FolderTree(path) if path.is_dir() else PackTree(path)
    except OSError as error:
        kind = NoLibraryThere if error.errno in NOT_THERE else DiskFailed
        raise kind(f"{path.name}: {error.strerror}") from error
    with closing(tree):
        yield tree
