"""What lies in a tree already, believed only as far as somebody signed it who might publish."""

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from vcs_desktop.core.publish_errors import DamagedTree, OtherLine
from vcs_desktop.publishing.roots import Roots
from vcs_desktop.wire.manifest import (
    LARGEST_MANIFEST,
    LONGEST_LINE,
    MANIFEST_NAME,
    Manifest,
    Snapshot,
    manifest_of,
)
from vcs_desktop.wire.roots import LARGEST_CHAIN, ROOT_NAME
from vcs_desktop.wire.signed import LIBRARY, Signed, signed_of


@dataclass(frozen=True, slots=True)
class Published:
    """The version of a tree: ``content`` is ``library.json`` as it lies there."""

    content: bytes
    signed: Signed
    manifest: Manifest


def published(folder: Path, roots: Roots) -> Published | None:
    """Return what is published in a folder, or None if nothing is yet.

    Raises:
        DamagedTree: what is there was signed by nobody who might ever publish.
        OtherLine: it is another line of libraries.
    """
    content = _content(folder / MANIFEST_NAME, LARGEST_MANIFEST)
    if content is None:
        return None
    try:
        signed = signed_of(content)
        if roots.signer(signed, LIBRARY) is None:
            raise DamagedTree("nobody who might publish signed the manifest")
        manifest = manifest_of(signed.body)
    except ValueError as error:
        raise DamagedTree(f"the manifest: {error}") from error
    if manifest.line != roots.newest.line:
        raise OtherLine(manifest.line)
    return Published(content, signed, manifest)


def roots_with(folder: Path, ours: Roots) -> Roots:
    """Return the chain that counts: ours, or that of the tree if it goes on from ours.

    Raises:
        DamagedRoots: the tree's is no chain.
        OtherLine: the two do not belong together.
    """
    content = _content(folder / ROOT_NAME, LARGEST_CHAIN)
    return ours if content is None else ours.later_of(Roots.read(content))


def lines_of(folder: Path, snapshot: Snapshot) -> Iterator[bytes]:
    """Yield every line of a snapshot; its size and digest are checked before the first.

    Raises:
        DamagedTree: it is not what was published.
    """
    path = folder / snapshot.path
    try:
        _must_be(path, snapshot.sha256, snapshot.size)
        with gzip.open(path) as file:
            while line := file.readline(LONGEST_LINE):
                yield line
    except (OSError, EOFError, zlib.error) as error:
        raise DamagedTree(f"the snapshot: {type(error).__name__}") from error


def is_whole(path: Path, sha256: str, size: int) -> bool:
    """Say whether a file is there with exactly this in it."""
    try:
        _must_be(path, sha256, size)
    except (OSError, DamagedTree):
        return False
    return True


def _must_be(path: Path, sha256: str, size: int) -> None:
    with path.open("rb") as file:
        if path.stat().st_size != size or file_digest(file, "sha256").hexdigest() != sha256:
            raise DamagedTree(path.name)


def _content(path: Path, most: int) -> bytes | None:
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise DamagedTree(f"{path.name}: {type(error).__name__}") from error
    if len(content) > most:
        raise DamagedTree(f"{path.name} is too large")
    return content
