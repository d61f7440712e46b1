"""Writes a version of a library into its tree: the files first, then the manifest that names them.

Until ``library.json`` is replaced, the tree is the version before, so a crash leaves one
version or the other. The same records and the same moment give the same bytes.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from vcs_desktop.core.errors import Busy, FolderNotWritable, not_written
from vcs_desktop.core.files import flush_folder, write_whole
from vcs_desktop.core.language import tr
from vcs_desktop.core.publish_errors import (
    DamagedTree,
    NothingToTakeBack,
    NothingUsable,
    NoUsableKey,
    TooMuch,
)
from vcs_desktop.publishing.attaching import Attached, put_attachments
from vcs_desktop.publishing.comparing import Counts, changes, keyed, line_of_change
from vcs_desktop.publishing.gathering import TELL_EVERY, Key, Look
from vcs_desktop.publishing.history import Note, read_history, write_history
from vcs_desktop.publishing.keys import Opened
from vcs_desktop.publishing.moments import moment
from vcs_desktop.publishing.packing import pack_lines
from vcs_desktop.publishing.published import Published, lines_of, published
from vcs_desktop.publishing.roots import Roots
from vcs_desktop.vault.signing import sign
from vcs_desktop.wire.manifest import (
    LARGEST_MANIFEST,
    LARGEST_VERSION,
    MANIFEST_NAME,
    MOST_DELTAS,
    Delta,
    Manifest,
    Snapshot,
    manifest_bytes,
)
from vcs_desktop.wire.record_line import line_digest
from vcs_desktop.wire.roots import ROOT_NAME
from vcs_desktop.wire.signed import LIBRARY, signed_bytes
from vcs_desktop.wire.state import State

MIN_APP: Final = "0.1.0"
EXPIRES_DAYS: Final = 92
"""After a quarter without news, readers say that a library may be out of date."""

KEPT_VERSIONS: Final = 10
"""So many versions can be taken back to."""

_OURS: Final = re.compile(r"(?:snapshots|deltas)/[0-9]+\.ndjson\.gz|attachments/[0-9a-f]{64}")
_FOLDERS: Final = ("snapshots", "deltas", "attachments")

Lines = Callable[[], Iterable[tuple[Key, bytes]]]
"""Gives all records' keys and lines, in order, each time that it is asked."""


@dataclass(frozen=True, slots=True)
class Publishing:
    """Who publishes into which tree, and when. ``look`` is told how far it is."""

    tree: Path
    roots: Roots
    signer: Opened
    now: datetime
    checked_by: str = ""
    look: Look | None = None

    def publish(
        self, lines: Lines, attachments: tuple[Attached, ...] = (), same_as: int = 0
    ) -> Note:
        """Publish records as the next version, and return the note of it.

        Raises:
            NothingUsable: there is no record.
            NoUsableKey: whoever signs may not publish.
            DamagedTree: what lies in the tree is not what was published there.
            TooMuch: the manifest would be larger than any reader takes.
            FolderNotWritable: it cannot be written; or DiskFull. The version before stands.
            Busy: somebody else published into it meanwhile.
        """
        self._must_be_allowed()
        before = published(self.tree, self.roots)
        try:
            note = self._written(before, lines, attachments, same_as)
            self._go_over(before, note.manifest)
            _tidy(self.tree, note.manifest, before, read_history(
                self.tree, self.roots, note.manifest
            ))  # fmt: skip
        except OSError as error:
            raise not_written(error, FolderNotWritable(f"tree: {error.strerror}")) from error
        return note

    def renew(self) -> Manifest:
        """Sign what is published once more, with today's date.

        Raises:
            NothingUsable: nothing is published.
            NoUsableKey: whoever signs may not publish.
            DamagedTree: what lies in the tree is not what was published there.
            FolderNotWritable: it cannot be written; or DiskFull.
        """
        self._must_be_allowed()
        before = published(self.tree, self.roots)
        if before is None:
            raise NothingUsable("nothing is published")
        manifest = self._dated(before.manifest, before)
        try:
            self._go_over(before, manifest)
        except OSError as error:
            raise not_written(error, FolderNotWritable(f"tree: {error.strerror}")) from error
        return manifest

    def take_back(self, to: int = 0) -> Note:
        """Publish an earlier version again, as a new one; 0 is the one before.

        Raises:
            NothingToTakeBack: there is none, or it is not kept any more.
            and all that ``publish`` raises.
        """
        before = published(self.tree, self.roots)
        if before is None:
            raise NothingToTakeBack("nothing is published")
        note = version_to_take_back(read_history(self.tree, self.roots, before.manifest), to)
        kept = tuple(Attached(each, self.tree / each.path) for each in note.manifest.attachments)
        return self.publish(lines_of_version(self.tree, note), kept, same_as=note.same_as)

    def _must_be_allowed(self) -> None:
        if self.roots.publisher(self.signer.key) is None:
            raise NoUsableKey("whoever signs may not publish")

    def _written(
        self,
        before: Published | None,
        lines: Lines,
        attachments: tuple[Attached, ...],
        same_as: int,
    ) -> Note:
        """Write everything of a version but what makes it count."""
        version = 1 if before is None else before.manifest.version + 1
        if version > LARGEST_VERSION:  # somebody made it up: nobody publishes so often
            raise DamagedTree(f"no version can follow {version - 1}")
        put_attachments(self.tree, attachments)
        state = State()
        path = f"snapshots/{version}.ndjson.gz"
        packed = pack_lines(self.tree / path, self._counted(lines(), state))
        if not packed.lines:
            raise NothingUsable("no record")
        snapshot = Snapshot(path, packed.sha256, packed.size, packed.lines, packed.unpacked)
        counts = Counts(added=packed.lines)
        deltas: tuple[Delta, ...] = ()
        if before is not None:
            counts = Counts()
            delta = self._delta(before.manifest, version, lines, counts, state.digest())
            deltas = _kept(self.tree, (*before.manifest.deltas, delta), snapshot)
        manifest = self._dated(
            Manifest(
                line=self.roots.newest.line,
                version=version,
                issued="",
                min_app=MIN_APP,
                digest=state.digest(),
                snapshot=snapshot,
                deltas=deltas,
                attachments=tuple(sorted((e.said for e in attachments), key=lambda e: e.sha256)),
            ),
            before,
        )
        note = Note(
            manifest, self.signer.name, self.checked_by, same_as or version,
            counts.added, counts.changed, counts.gone,
        )  # fmt: skip
        write_history(self.tree, self.roots, note, self.signer)
        return note

    def _delta(
        self, before: Manifest, version: int, lines: Lines, counts: Counts, digest: str
    ) -> Delta:
        path = f"deltas/{version}.ndjson.gz"
        found = changes(lines_of(self.tree, before.snapshot), lines(), counts)
        packed = pack_lines(self.tree / path, map(line_of_change, found))
        return Delta(
            before.version, version, path, packed.sha256, packed.size, packed.lines,
            packed.unpacked, digest,
        )  # fmt: skip

    def _counted(self, lines: Iterable[tuple[Key, bytes]], state: State) -> Iterator[bytes]:
        for count, (_, line) in enumerate(lines):
            if self.look is not None and count % TELL_EVERY == 0:
                self.look(tr("Writing the library"), count)
            state.add(line_digest(line))
            yield line

    def _dated(self, manifest: Manifest, before: Published | None) -> Manifest:
        """Return a manifest of now; a clock that runs behind never makes it older than before."""
        issued, expires = moment(self.now), moment(self.now, later_days=EXPIRES_DAYS)
        if before is not None:
            issued = max(issued, before.manifest.issued)
            expires = max(expires, before.manifest.expires)
        return replace(manifest, issued=issued, expires=expires)

    def _go_over(self, before: Published | None, manifest: Manifest) -> None:
        """Make a manifest count, and with it the newest root.

        While the two files are replaced, one after the other, both fit what lies beside
        them: the roots first up to where both signers may publish, all of them at the end.
        """
        content = signed_bytes(sign(self.signer.seed, LIBRARY, manifest_bytes(manifest)))
        if len(content) > LARGEST_MANIFEST:
            raise TooMuch("the manifest is too large")
        again = published(self.tree, self.roots)
        if (again and again.content) != (before and before.content):
            raise Busy("the tree changed meanwhile")
        if self.look is not None:  # the last moment at which it can still be stopped
            self.look(tr("Writing the library"), 0)
        for name in _FOLDERS:
            if (self.tree / name).is_dir():
                flush_folder(self.tree / name)
        if before is None or before.signed.key == self.signer.key:
            write_whole(self.tree / ROOT_NAME, self.roots.content)
        else:
            both = self.roots.up_to_both(before.signed.key, self.signer.key)
            write_whole(self.tree / ROOT_NAME, both.content)
        flush_folder(self.tree)
        write_whole(self.tree / MANIFEST_NAME, content)
        flush_folder(self.tree)
        write_whole(self.tree / ROOT_NAME, self.roots.content)
        flush_folder(self.tree)


def version_to_take_back(notes: list[Note], to: int) -> Note:
    """Return the note of an earlier version; 0 is the one before what is shown now.

    What was taken back once is gone over: twice goes back by two.

    Raises:
        NothingToTakeBack: there is none.
    """
    if not notes:
        raise NothingToTakeBack("no notes")
    shown = notes[-1].same_as
    by_version = {note.version: note for note in notes}
    if to:
        found = by_version.get(to) if to < notes[-1].version else None
    else:
        earlier = [note for note in notes if note.version < shown]
        found = earlier[-1] if earlier else None
    if found is None or found.same_as == shown:
        raise NothingToTakeBack(str(to))
    return found


def lines_of_version(tree: Path, note: Note) -> Lines:
    """Return what gives the lines of an earlier version.

    Raises:
        NothingToTakeBack: its records are not kept any more.
    """
    snapshot = note.manifest.snapshot
    if not (tree / snapshot.path).is_file():
        raise NothingToTakeBack(snapshot.path)
    return lambda: keyed(lines_of(tree, snapshot))


def needs_signing(folder: Path, roots: Roots, before: Published) -> bool:
    """Say whether readers who know the newest root would refuse what lies in a tree."""
    if roots.publisher(before.signed.key) is None:
        return True
    try:
        return (folder / ROOT_NAME).read_bytes() != roots.content
    except OSError:
        return True


def _kept(folder: Path, deltas: tuple[Delta, ...], snapshot: Snapshot) -> tuple[Delta, ...]:
    """Return the newest deltas that together are smaller than the snapshot."""
    kept: list[Delta] = []
    total = 0
    for delta in reversed(deltas[-MOST_DELTAS:]):
        total += delta.size
        lies_there = (folder / delta.path).is_file()
        if total >= snapshot.size or not lies_there or (kept and delta.to != kept[-1].since):
            break
        kept.append(delta)
    return tuple(reversed(kept))


def _tidy(folder: Path, manifest: Manifest, before: Published | None, notes: list[Note]) -> None:
    """Delete the files of versions that nobody can ask for any more.

    Those of the version before stay: somebody may be fetching them just now.
    """
    wanted = {path for each in notes[-KEPT_VERSIONS:] for path in _files_of(each.manifest)}
    wanted |= _files_of(manifest)
    if before is not None:
        wanted |= _files_of(before.manifest)
    for name in _FOLDERS:
        for path in sorted((folder / name).glob("*")):
            inside = path.relative_to(folder).as_posix()
            if _OURS.fullmatch(inside) and inside not in wanted:
                path.unlink(missing_ok=True)


def _files_of(manifest: Manifest) -> set[str]:
    return {
        manifest.snapshot.path,
        *(each.path for each in manifest.deltas),
        *(each.path for each in manifest.attachments),
    }
