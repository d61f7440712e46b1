"""Looks at everything in a published tree, as a reader that trusts nothing would."""

import gzip
import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from vcs_desktop.core.errors import AppError
from vcs_desktop.domain.from_record import usable
from vcs_desktop.sync.library_reader import NotALibrary, snapshot_records
from vcs_desktop.sync.trust import Believed, believed, believed_manifest, first_root, newest_root
from vcs_desktop.wire.delta import Gone, change_of
from vcs_desktop.wire.manifest import (
    LARGEST_MANIFEST,
    LONGEST_LINE,
    MANIFEST_NAME,
    Delta,
    Manifest,
)
from vcs_desktop.wire.roots import LARGEST_CHAIN, ROOT_NAME, chain_of, fingerprint_of
from vcs_desktop.wire.signed import signed_of

_Key = tuple[str, str]
_GONE = b""


@dataclass(slots=True)
class TreeCheck:
    """What was found: ``problems`` in words, empty where a reader would take it all.

    ``by`` is who signed the manifest, ``digits`` what people compare. ``unreadable`` counts
    records of kinds that this version does not know, which readers keep for later.
    """

    root: Believed | None = None
    manifest: Manifest | None = None
    by: str = ""
    digits: str = ""
    unreadable: int = 0
    problems: list[str] = field(default_factory=list)


def check_tree(tree: Path, known_chain: Path | None = None) -> TreeCheck:
    """Look at a tree; ``known_chain`` is a ``root.json`` from which its own has to go on."""
    found = TreeCheck()
    try:
        chain = _start_of(tree / ROOT_NAME, LARGEST_CHAIN)
        found.digits = fingerprint_of(signed_of(chain_of(chain)[0]).key)
        if known_chain is None:
            found.root = first_root(chain)
        else:
            start = chain_of(_start_of(known_chain, LARGEST_CHAIN))[0]
            found.root = newest_root(chain, believed(start))
        content = _start_of(tree / MANIFEST_NAME, LARGEST_MANIFEST)
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
        if _digest(tree / each.path) != (each.sha256, each.size):
            found.problems.append(f"The file {each.path} is not what was signed.")
    return found


def _check_snapshot(
    tree: Path, manifest: Manifest, last: dict[_Key, bytes], found: TreeCheck
) -> None:
    """Look at every record, and whether the deltas say the same of those that they name."""
    try:
        for record, line, _ in snapshot_records(tree, manifest):
            found.unreadable += usable(record) is None
            said = last.pop((record.kind, record.id), None)
            if said is not None and said != _mark(line):
                found.problems.append(f"A delta says something else of {record.id}.")
    except NotALibrary as error:
        found.problems.append(f"The records are not what was signed: {error.detail}.")
        return
    found.problems += [
        f"A delta names {key[1]}, which is not among the records."
        for key, said in last.items()
        if said != _GONE
    ]


def _check_deltas(tree: Path, manifest: Manifest, problems: list[str]) -> dict[_Key, bytes]:
    """Look at every delta, and return what the last one to name a record says of it."""
    deltas = manifest.deltas
    if any(a.to != b.since for a, b in pairwise(deltas)):
        problems.append("The deltas do not lead from one to the next.")
    if deltas and (deltas[-1].to, deltas[-1].digest) != (manifest.version, manifest.digest):
        problems.append("The last delta does not lead to this version.")
    last: dict[_Key, bytes] = {}
    for delta in deltas:
        try:
            _must_be(tree, delta)
            last.update(_delta_lines(tree, delta))
        except (OSError, EOFError, zlib.error, ValueError) as error:
            problems.append(f"The file {delta.path} is not what was signed: {error}.")
    return last


def _must_be(tree: Path, delta: Delta) -> None:
    if _digest(tree / delta.path) != (delta.sha256, delta.size):
        raise ValueError("its digest or its size is another")


def _delta_lines(tree: Path, delta: Delta) -> Iterator[tuple[_Key, bytes]]:
    before, count, unpacked = ("", ""), 0, 0
    with gzip.open(tree / delta.path) as file:
        while line := file.readline(LONGEST_LINE):
            count, unpacked = count + 1, unpacked + len(line)
            change = change_of(line)
            key = change.kind, change.id
            if key <= before:
                raise ValueError("its lines are not in order")
            before = key
            yield key, _GONE if isinstance(change, Gone) else _mark(line)
    if (count, unpacked) != (delta.lines, delta.unpacked):
        raise ValueError("it holds more or less than the manifest says")


def _mark(line: bytes) -> bytes:
    return hashlib.sha256(line).digest()


def _digest(path: Path) -> tuple[str, int]:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), file.tell()
    except OSError:
        return "", -1


def _start_of(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most + 1)
