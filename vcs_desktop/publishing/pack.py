"""A published tree as one file for a stick: a zip of exactly what the manifest names.

Nothing in it is packed again, the times are fixed and the names sorted, so that the
same tree always gives the same bytes.
"""

import hashlib
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from vcs_desktop.core.errors import FolderNotWritable, not_written
from vcs_desktop.core.files import whole_file
from vcs_desktop.core.language import tr
from vcs_desktop.core.publish_errors import DamagedTree, NothingUsable
from vcs_desktop.publishing.gathering import Look
from vcs_desktop.publishing.keys import read_roots
from vcs_desktop.publishing.published import Published, published
from vcs_desktop.wire.manifest import MANIFEST_NAME, Manifest
from vcs_desktop.wire.roots import ROOT_NAME

ENDING: Final = ".vcslibrary"
_PIECE: Final = 1 << 20
_TIME: Final = (1980, 1, 1, 0, 0, 0)
_RIGHTS: Final = 0o644 << 16
_UNIX: Final = 3


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was written: how many files are in it, and how large it is."""

    manifest: Manifest
    files: int
    size: int


def write_pack(tree: Path, out: Path, look: Look = lambda _words, _done: None) -> Pack:
    """Write a tree as one file, after looking at everything that goes into it.

    ``look`` is asked at each piece of a file; what it raises leaves no file.

    Raises:
        NothingUsable: nothing is published in the tree.
        DamagedTree: a file is not as it was signed, or whoever signed may not publish now.
        FolderNotWritable: it cannot be written; or DiskFull.
    """
    roots = read_roots(tree)
    found = published(tree, roots)
    if found is None:
        raise NothingUsable("nothing is published")
    if roots.publisher(found.signed.key) is None:
        raise DamagedTree("whoever signed the manifest may not publish any more")

    def saving() -> None:
        look(tr("Saving {name}", name=out.name), 0)

    try:
        with whole_file(out) as file:
            names = _fill(file, tree, found, roots.content, saving)
            size = file.tell()
    except OSError as error:
        raise not_written(error, FolderNotWritable(f"pack: {error.strerror}")) from error
    return Pack(found.manifest, names, size)


def _fill(
    file: IO[bytes], tree: Path, found: Published, chain: bytes, saving: Callable[[], None]
) -> int:
    manifest = found.manifest
    whole = {ROOT_NAME: chain, MANIFEST_NAME: found.content}
    signed = {manifest.snapshot.path: (manifest.snapshot.sha256, manifest.snapshot.size)}
    signed |= {each.path: (each.sha256, each.size) for each in manifest.deltas}
    signed |= {each.path: (each.sha256, each.size) for each in manifest.attachments}
    names = sorted([*whole, *signed])
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as zipped:
        for name in names:
            info = _entry(name)
            if name in whole:
                zipped.writestr(info, whole[name])
            else:
                _copy(tree / name, zipped, info, *signed[name], saving)
    return len(names)


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _TIME)
    info.create_system, info.external_attr = _UNIX, _RIGHTS
    return info


def _copy(
    path: Path,
    zipped: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    sha256: str,
    size: int,
    saving: Callable[[], None],
) -> None:
    """Copy one file, and look on the way whether it is the one that was signed."""
    info.file_size = size
    counted, left = hashlib.sha256(), size
    try:
        source = path.open("rb")
    except OSError as error:
        raise DamagedTree(f"{info.filename} is not there") from error
    with source, zipped.open(info, "w") as target:
        while piece := source.read(_PIECE):
            saving()
            counted.update(piece)
            left -= len(piece)
            if left < 0:
                break
            target.write(piece)
    if left or counted.hexdigest() != sha256:
        raise DamagedTree(f"{info.filename} is not what was signed")
