"""Takes a library that is believed into the local one: all of it and its version, or nothing."""

from dataclasses import dataclass, replace
from datetime import date

from vcs_desktop.core.errors import Busy
from vcs_desktop.core.language import tr
from vcs_desktop.services.arrivals.offer import Found
from vcs_desktop.services.library.loading import Watch, published_entry, replace_all, slices
from vcs_desktop.storage import practice
from vcs_desktop.storage.attachments import keep_attachments
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.known_lines import KnownLine, keep_known, known_lines
from vcs_desktop.storage.library_writer import LibraryWriter
from vcs_desktop.storage.queries import status
from vcs_desktop.sync.arriving import Arrived, changes, records
from vcs_desktop.sync.tree import Tree
from vcs_desktop.sync.trust import NotWhole, Older
from vcs_desktop.wire.delta import Gone
from vcs_desktop.wire.manifest import Delta, Snapshot
from vcs_desktop.wire.state import State

_CHANGES_AT_ONCE = 256
"""Each lot is asked for, kept and written by a few statements: more than a snapshot's, for most
updates are one lot then."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How many records were new, different, and gone."""

    added: int = 0
    changed: int = 0
    removed: int = 0


def take(
    database: Database, tree: Tree, found: Found, watch: Watch, *, service: str, etag: str
) -> Taken:
    """Bring a line's origin to exactly the state of its manifest, and keep how far we are.

    ``service`` is the address it came from, empty for a stick, and ``etag`` what that address
    calls the manifest.

    Raises:
        NotWhole: a file is not what the manifest says, or what came of it; nothing was changed.
        Busy: another program took the same line in meanwhile; nothing was changed.
        Stopped: somebody asked for that; nothing was changed.
    """
    said = found.manifest
    # The index of all words is written next, and takes the log along.
    with database.writing(leaves_log=True) as session:
        known = known_lines(session).get(said.line)
        held = status.origins(session).get(said.line)
        if known and known.version > max(said.version, found.known_version):
            raise Older(detail=f"version {known.version} came meanwhile")
        if (held.version if held else 0) != found.offer.has or not _is_as_looked_at(known, found):
            raise Busy(detail=f"something else of {said.line} came meanwhile")
        taking = _Taking(
            LibraryWriter(session, said.line), tree, watch, practice.counts_from(session)
        )
        if found.deltas and held:
            removed = taking.follow(found.deltas, held.digest)
        else:
            removed = taking.replace(said.snapshot, said.digest)
        tally = taking.writer.finish(
            as_of=date.fromisoformat(said.issued[:10]), version=said.version, digest=said.digest
        )
        keep_known(session, _known(found, known, service, etag))
        keep_attachments(session, said.line, said.attachments)
    return Taken(tally.added, tally.changed, removed)


def note_yes(database: Database, found: Found, *, service: str) -> None:
    """Keep that somebody said yes to whose a line is, before anything of it is here.

    Raises:
        Busy: another program heard of a line of this name meanwhile; nothing was changed.
    """
    with database.writing() as session:
        if not _is_as_looked_at(known_lines(session).get(found.manifest.line), found):
            raise Busy(detail=f"something else of {found.manifest.line} came meanwhile")
        yes = _known(found, None, service, "")
        keep_known(session, replace(yes, version=0, issued="", expires="", signer=""))


def note(database: Database, found: Found, *, service: str, etag: str) -> None:
    """Keep the newest root of a line, and where it was found, though nothing else of it is new."""
    with database.writing() as session:
        known = known_lines(session).get(found.manifest.line)
        is_same = known and known.version == found.manifest.version
        if is_same and _is_as_looked_at(known, found):
            after = _known(found, known, service, etag)
            if after != known:
                keep_known(session, after)
            # It can go out again with other files and the same records.
            keep_attachments(session, found.manifest.line, found.manifest.attachments)


def _is_as_looked_at(known: KnownLine | None, found: Found) -> bool:
    """Say whether nobody learned of newer keys, or said yes to somebody, in the meantime."""
    return (known.link if known else b"") == found.known_link


def _known(found: Found, known: KnownLine | None, service: str, etag: str) -> KnownLine:
    said = found.manifest
    return KnownLine(
        line=said.line,
        link=found.root.link,
        fingerprint=found.offer.fingerprint,
        version=said.version,
        issued=said.issued,
        expires=said.expires,
        service=service or (known.service if known else ""),
        # What a stick brought is not what the address has called anything.
        etag=etag if service else "",
        signer=found.signer,
    )


class _Taking:
    """One library on its way in."""

    def __init__(
        self, writer: LibraryWriter, tree: Tree, watch: Watch, practice_from: date | None
    ) -> None:
        self.writer = writer
        self._tree = tree
        self._watch = watch
        self._practice_from = practice_from
        self._done = 0

    def replace(self, snapshot: Snapshot, digest: str) -> int:
        """Put every record of a snapshot in place of all that was; return how many went."""
        arrived = records(self._tree, snapshot, digest)
        return replace_all(self.writer, arrived, self._practice_from, self._look)

    def follow(self, deltas: tuple[Delta, ...], digest: str) -> int:
        """Apply deltas one after the other to a state with a digest; return how many went."""
        state, removed = State(digest), 0
        for delta in deltas:
            for some in slices(changes(self._tree, delta), _CHANGES_AT_ONCE):
                self._look(len(some))
                removed += self._apply(some, state)
            if state.digest() != delta.digest:
                raise NotWhole(detail="its records are not those of the manifest")
        return removed

    def _apply(self, some: list[Arrived | Gone], state: State) -> int:
        gone = [(one.kind, one.id) for one in some if isinstance(one, Gone)]
        came = [one for one in some if not isinstance(one, Gone)]
        keys = [*gone, *((record.kind, record.id) for record, _, _ in came)]
        for digest in self.writer.digests_of(keys):
            state.take(digest)
        for _, digest, _ in came:
            state.add(digest)
        self.writer.put([published_entry(one, self._practice_from) for one in came])
        return self.writer.drop(gone) if gone else 0

    def _look(self, count: int) -> None:
        self._watch.look(tr("Taking in what is new"), self._done)
        self._done += count
