"""Looks at everything in a published tree, with the eyes of a reader that trusts nothing."""

from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from vcs_desktop.core.errors import AppError
from vcs_desktop.domain.attachments import attachments_of
from vcs_desktop.domain.from_record import usable
from vcs_desktop.sync.arriving import changes, check, records
from vcs_desktop.sync.folder_tree import FolderTree
from vcs_desktop.sync.tree import Listed
from vcs_desktop.sync.trust import (
    Believed,
    NotWhole,
    believed,
    believed_manifest,
    first_root,
    newest_root,
)
from vcs_desktop.wire.delta import Gone
from vcs_desktop.wire.manifest import Manifest
from vcs_desktop.wire.record import Record
from vcs_desktop.wire.roots import LARGEST_CHAIN, chain_of, fingerprint_of
from vcs_desktop.wire.signed import signed_of

_Key = tuple[str, str]
_GONE = ""


@dataclass(slots=True)
class TreeCheck:
    """What was found: ``problems`` in words, empty where a reader would take it all.

    ``warnings`` are about what a reader takes and can do nothing with.
    ``by`` is who signed the manifest, ``digits`` what people compare. ``unreadable`` counts
    records of kinds that this version does not know, which readers keep for later.
    """

    root: Believed | None = None
    manifest: Manifest | None = None
    by: str = ""
    digits: str = ""
    unreadable: int = 0
    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def check_tree(place: Path, known_chain: Path | None = None) -> TreeCheck:
    """Look at a tree; ``known_chain`` is a ``root.json`` from which its own has to go on."""
    found, tree = TreeCheck(), FolderTree(place)
    try:
        chain = tree.root()
        found.digits = fingerprint_of(signed_of(chain_of(chain)[0]).key)
        if known_chain is None:
            found.root = first_root(chain)
        else:
            newest = chain_of(_start_of(known_chain, LARGEST_CHAIN))[-1]
            found.root = newest_root(chain, believed(newest))
        content = tree.manifest()
        found.manifest = believed_manifest(content, found.root.root)
        signer = signed_of(content).key
        found.by = next(e.name for e in found.root.root.publishers if e.key == signer)
    except (OSError, ValueError) as error:
        found.problems.append(f"A file is missing or cannot be read: {error}.")
        return found
    except AppError as error:
        found.problems.append(f"{error.message} ({error.detail})")
        return found
    last = _check_deltas(tree, found.manifest, found.problems)
    _check_snapshot(tree, found.manifest, last, found)
    for each in found.manifest.attachments:
        _is_as_signed(tree, each, found.problems)
    return found


def _check_snapshot(
    tree: FolderTree, manifest: Manifest, last: dict[_Key, str], found: TreeCheck
) -> None:
    """Look at every record, and whether the deltas say the same of those that they name."""
    if not _is_as_signed(tree, manifest.snapshot, found.problems):
        return
    try:
        for record, sha256, body in records(tree, manifest.snapshot, manifest.digest):
            found.unreadable += usable(record) is None
            if b"attachments/" in body:
                _check_pointers(record, manifest, found.warnings)
            said = last.pop((record.kind, record.id), None)
            if said is not None and said != sha256:
                found.problems.append(f"A delta says something else of {record.id}.")
    except (OSError, NotWhole) as error:
        found.problems.append(f"The records are not what was signed: {error}.")
        return
    found.problems += [
        f"A delta names {key[1]}, which is not among the records."
        for key, said in last.items()
        if said != _GONE
    ]


def _check_pointers(record: Record, manifest: Manifest, warnings: list[str]) -> None:
    """Warn where a record points to a file that does not go along."""
    along = {each.sha256 for each in manifest.attachments}
    warnings += [
        f"{record.kind}: {record.id} points to a file that is not attached: "
        f"attachments/{each.sha256}"
        for each in attachments_of(record.data)
        if each.sha256 not in along
    ]


def _check_deltas(tree: FolderTree, manifest: Manifest, problems: list[str]) -> dict[_Key, str]:
    """Look at every delta, and return what the last one to name a record says of it."""
    deltas = manifest.deltas
    if any(a.to != b.since for a, b in pairwise(deltas)):
        problems.append("The deltas do not lead from one to the next.")
    if deltas and (deltas[-1].to, deltas[-1].digest) != (manifest.version, manifest.digest):
        problems.append("The last delta does not lead to this version.")
    last: dict[_Key, str] = {}
    for delta in deltas:
        if not _is_as_signed(tree, delta, problems):
            continue
        try:
            for each in changes(tree, delta):
                if isinstance(each, Gone):
                    last[each.kind, each.id] = _GONE
                else:
                    last[each[0].kind, each[0].id] = each[1]
        except (OSError, NotWhole) as error:
            problems.append(f"The file {delta.path} is not what was signed: {error}.")
    return last


def _is_as_signed(tree: FolderTree, listed: Listed, problems: list[str]) -> bool:
    """Say whether a file is there and has the signed digest; tell it among the problems if not."""
    try:
        check(tree, listed, lambda _: None)
    except (OSError, NotWhole) as error:
        problems.append(f"The file {listed.path} is not what was signed: {error}.")
        return False
    return True


def _start_of(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most + 1)
