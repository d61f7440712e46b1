"""The manifest of a library: which version it is, and what its files must be.

A library is a tree of static files: ``library.json`` (the manifest) beside
``snapshots/<version>.ndjson.gz`` (every record, one a line, sorted by kind and id).
"""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from vcs_desktop.wire.record import canonical

MANIFEST_NAME = "library.json"

_SHA256 = re.compile(r"[0-9a-f]{64}")
_PATH = re.compile(r"snapshots/[1-9][0-9]{0,8}\.ndjson\.gz")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The file that holds every record: its path in the tree, digest, bytes and records."""

    path: str
    sha256: str
    size: int
    records: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a publisher says of one version of a line of libraries.

    ``line`` names the publisher's line (``starter`` for what travels with the
    app). ``issued`` is an ISO moment. ``min_app`` is the oldest version of the
    app that can use it. ``digest`` is that of the whole state, as
    ``state_digest`` counts it.
    """

    line: str
    version: int
    issued: str
    min_app: str
    digest: str
    snapshot: Snapshot


def state_digest(lines: Iterable[bytes]) -> str:
    """Return the SHA-256 of all records' lines, in the order of kind and id."""
    state = hashlib.sha256()
    for line in lines:
        state.update(line)
    return state.hexdigest()


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return the manifest as it stands in its file."""
    return canonical(asdict(manifest)) + b"\n"


def manifest_of(content: bytes) -> Manifest:
    """Read a manifest; fields that a newer publisher adds are passed over.

    Raises:
        ValueError: it is not a manifest, or points outside its tree.
    """
    found = json.loads(content)
    if not isinstance(found, dict) or not isinstance(found.get("snapshot"), dict):
        raise ValueError("not a manifest")
    return Manifest(
        line=_text(found, "line"),
        version=_count(found, "version"),
        issued=_text(found, "issued"),
        min_app=_text(found, "min_app"),
        digest=_text(found, "digest", _SHA256),
        snapshot=Snapshot(
            path=_text(found["snapshot"], "path", _PATH),
            sha256=_text(found["snapshot"], "sha256", _SHA256),
            size=_count(found["snapshot"], "size"),
            records=_count(found["snapshot"], "records"),
        ),
    )


def _text(data: dict[str, Any], key: str, pattern: re.Pattern[str] | None = None) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value or (pattern and not pattern.fullmatch(value)):
        raise ValueError(f"the manifest's {key} is missing or wrong")
    return value


def _count(data: dict[str, Any], key: str) -> int:
    value = data.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"the manifest's {key} is missing or wrong")
    return value
