"""What a library that arrives says of itself, and whether it may be taken in."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from vcs_desktop import __version__
from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.library import STARTER
from vcs_desktop.services.arrivals.refusals import NewerAppNeeded, OtherPublisher
from vcs_desktop.storage.known_lines import KnownLine
from vcs_desktop.storage.queries.status import Origin
from vcs_desktop.sync.tree import Tree
from vcs_desktop.sync.trust import (
    Believed,
    NotTrusted,
    Older,
    believed,
    believed_manifest,
    fingerprint,
    first_root,
    newest_root,
    signer_of,
)
from vcs_desktop.wire.manifest import Delta, Manifest, Snapshot
from vcs_desktop.wire.roots import Root, chain_of

FARTHEST_JUMP = 1_000
FARTHEST_AHEAD = timedelta(days=7)
ROOM_FOR_EACH_BYTE = 3
"""A library's file grows by so much for each byte of records that is new, its log with it."""
ROOM_ALWAYS = 20_000_000
_MOST_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Offer:
    """A library that arrived, as a person is asked about it.

    ``name`` is what whoever publishes it calls themselves, as one line without anything
    hidden: no digits of their own stand where ours do. ``fingerprint`` is the digits to
    compare. ``has`` is the version that is here, 0 for none; ``is_new`` says that it is not
    this one. ``is_known`` says that somebody here has said yes to them, ``is_sure`` that it
    does not go suspiciously far ahead. ``is_late``: its publisher meant it to be replaced by
    now. ``records`` is how many it holds, ``to_read`` how many bytes are read of it, and
    ``room_needed`` and ``room_free`` what the disk needs and has. ``files`` go along with its
    records, and have ``files_bytes`` together.
    """

    line: str
    name: str
    fingerprint: str
    version: int
    has: int
    issued_at: datetime
    is_new: bool
    is_known: bool
    is_sure: bool
    is_late: bool
    records: int
    to_read: int
    room_needed: int
    room_free: int
    files: int = 0
    files_bytes: int = 0

    def as_json(self) -> dict[str, Any]:
        """Return it for the command line."""
        return {
            "line": self.line,
            "name": self.name,
            "fingerprint": self.fingerprint,
            "version": self.version,
            "has": self.has,
            "issued": self.issued_at.isoformat(),
            "new": self.is_new,
            "known": self.is_known,
            "sure": self.is_sure,
            "may_be_out_of_date": self.is_late,
            "records": self.records,
            "bytes_to_read": self.to_read,
            "room_needed": self.room_needed,
            "room_free": self.room_free,
            "files": self.files,
            "files_bytes": self.files_bytes,
        }


@dataclass(frozen=True, slots=True)
class Here:
    """What this computer knows and has: lines said yes to, and origins by their name."""

    known: Mapping[str, KnownLine]
    origins: Mapping[str, Origin]
    folder: Path


@dataclass(frozen=True, slots=True)
class Found:
    """An offer with all that is needed to take it in.

    ``deltas`` lead from what is here to it; where there are none, the snapshot does.
    ``known_link`` is the newest root that was known when it was looked at, empty for none, and
    ``known_version`` the highest version. ``signer`` is the key that signed the manifest.
    """

    offer: Offer
    root: Believed
    manifest: Manifest
    deltas: tuple[Delta, ...] = ()
    known_link: bytes = b""
    known_version: int = 0
    signer: str = ""

    @property
    def files(self) -> tuple[Delta, ...] | tuple[Snapshot]:
        """Return the files to read."""
        return self.deltas or (self.manifest.snapshot,)


def found_in(tree: Tree, here: Here, now: datetime, manifest: bytes | None = None) -> Found:
    """Look at a tree without changing anything.

    ``manifest`` is its manifest, where that was fetched already.

    Raises:
        NotTrusted: it is not from whom it says, is older than what was taken in before, or has
            the name of a line that is somebody else's.
        NewerAppNeeded: it is for a newer app.
        NoLibraryThere: there is none.
    """
    content = tree.manifest() if manifest is None else manifest
    chain = tree.root()
    root, known = _whose(chain, here.known)
    said = believed_manifest(content, root.root)
    if known and said.version < known.version and not _begins_anew(known, root.root):
        raise Older(detail=f"version {said.version}, and we have had {known.version}")
    if _numbers(said.min_app) > _numbers(__version__):
        raise NewerAppNeeded(said.min_app)
    held = here.origins.get(said.line)
    version = held.version if held else 0
    deltas = _deltas(said, version)
    files = deltas or (said.snapshot,)
    issued_at = _moment(said.issued)
    jump = said.version - known.version if known and known.version else 0
    return Found(
        Offer(
            line=said.line,
            name=one_line(root.root.name) or said.line,
            fingerprint=known.fingerprint if known else fingerprint(chain),
            version=said.version,
            has=version,
            issued_at=issued_at,
            is_new=held is None or (held.version, held.digest) != (said.version, said.digest),
            is_known=known is not None,
            is_sure=jump <= FARTHEST_JUMP and issued_at <= now + FARTHEST_AHEAD,
            is_late=is_late(said.expires, now),
            records=said.snapshot.records,
            to_read=sum(each.size for each in files),
            room_needed=ROOM_ALWAYS + ROOM_FOR_EACH_BYTE * sum(each.unpacked for each in files),
            room_free=shutil.disk_usage(here.folder).free,
            files=len(said.attachments),
            files_bytes=sum(each.size for each in said.attachments),
        ),
        root,
        said,
        deltas,
        here.known[said.line].link if said.line in here.known else b"",
        known.version if known else 0,
        signer_of(content),
    )


def is_late(expires: str, now: datetime) -> bool:
    """Say whether a publisher meant a version to be replaced by now."""
    return bool(expires) and _moment(expires) < now


def _whose(chain: bytes, known: Mapping[str, KnownLine]) -> tuple[Believed, KnownLine | None]:
    """Return the newest root of a chain, and what is known of its line."""
    try:
        links = set(chain_of(chain))
    except ValueError as error:
        raise NotTrusted(detail=f"the roots: {error}") from error
    for each in known.values():
        if each.link in links:
            return newest_root(chain, believed(each.link)), each
    root = first_root(chain)
    held = known.get(root.root.line)
    # A yes to something of which nothing ever came binds nobody to it.
    if (held and held.version) or root.root.line == STARTER:
        raise OtherPublisher(detail=f"the roots of {root.root.line} do not lead on from ours")
    return root, None


def _begins_anew(known: KnownLine, root: Root) -> bool:
    """Say whether whoever signed the highest version may publish no more.

    They could have raised the number as they liked, so that whoever follows them could never
    come up to it: it binds nobody once their key is gone from the root.
    """
    return bool(known.signer) and known.signer not in {each.key for each in root.publishers}


def _deltas(said: Manifest, version: int) -> tuple[Delta, ...]:
    """Return the deltas from a version, where all are there and smaller than the snapshot."""
    by_start = {each.since: each for each in said.deltas}
    found: list[Delta] = []
    while version and version < said.version and version in by_start:
        found.append(by_start[version])
        version = found[-1].to
    leads_there = version == said.version and found and found[-1].digest == said.digest
    is_less = sum(each.size for each in found) < said.snapshot.size
    return tuple(found) if leads_there and is_less else ()


def _moment(text: str) -> datetime:
    """Return a moment of a manifest.

    Raises:
        NotTrusted: no calendar has it.
    """
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise NotTrusted(detail=f"{text} is on no calendar") from error


def one_line(name: str) -> str:
    """Return a name that somebody gave themselves as one line without anything hidden."""
    return " ".join(without_hidden(name).split())


def _numbers(version: str) -> tuple[int, ...]:
    """Return a version's numbers; what has none is newer than anything."""
    parts = version.split(".")
    if not all(part.isascii() and part.isdigit() and len(part) <= _MOST_DIGITS for part in parts):
        return (1 << 30,)
    return tuple(map(int, parts))
