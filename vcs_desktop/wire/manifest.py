"""The manifest of a library: which version it is, and what its files must be.

A library is a tree of static files: ``root.json`` says who may publish,
``library.json`` is the manifest, and beside them lie every record of the version, what
changed from the versions before, and files that records point to.
"""

import re
from dataclasses import asdict, dataclass
from typing import Any, Final

from vcs_desktop.wire import fields
from vcs_desktop.wire.fields import SHA256
from vcs_desktop.wire.record import canonical

MANIFEST_NAME: Final = "library.json"
LARGEST_MANIFEST: Final = 1 << 20
LONGEST_LINE: Final = 8 << 20
"""No record is longer: its line is all of it that is ever in memory."""

MOST_DELTAS: Final = 400
MOST_ATTACHMENTS: Final = 4_000

LARGEST_VERSION: Final = 999_999_999
"""The files of a later one would have names that no reader takes."""

_NUMBER: Final = "[1-9][0-9]{0,8}"
_SNAPSHOT: Final = re.compile(rf"snapshots/{_NUMBER}\.ndjson\.gz", re.ASCII)
_DELTA: Final = re.compile(rf"deltas/{_NUMBER}\.ndjson\.gz", re.ASCII)
_DIGEST: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The file that holds every record: its path in the tree, digest, bytes and records.

    ``size`` is of the file, ``unpacked`` of what is in it: nobody reads more than that.
    """

    path: str
    sha256: str
    size: int
    records: int
    unpacked: int


@dataclass(frozen=True, slots=True)
class Delta:
    """The file that says what version ``to`` changed in version ``since``.

    ``lines`` is how many records came or went, and ``digest`` that of the state it leads to.
    """

    since: int
    to: int
    path: str
    sha256: str
    size: int
    lines: int
    unpacked: int
    digest: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that records point to; it lies at ``attachments/<sha256>``."""

    sha256: str
    size: int

    @property
    def path(self) -> str:
        """Return where it lies in the tree."""
        return f"attachments/{self.sha256}"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a publisher says of one version of a line of libraries.

    ``line`` names the publisher's line (``starter`` for what travels with the app).
    ``issued`` and ``expires`` are ISO moments in UTC; an empty ``expires`` is never.
    ``min_app`` is the oldest version of the app that can use it. ``digest`` is that of
    the whole state, as ``state.State`` counts it.
    """

    line: str
    version: int
    issued: str
    min_app: str
    digest: str
    snapshot: Snapshot
    expires: str = ""
    deltas: tuple[Delta, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return the canonical JSON of a manifest: what is signed of it."""
    return canonical(asdict(manifest))


def manifest_of(content: bytes) -> Manifest:
    """Read a manifest; fields that a newer publisher adds are passed over.

    Raises:
        ValueError: it is not a manifest, or points outside its tree.
    """
    said = fields.thing(content)
    if not isinstance(said.get("snapshot"), dict):
        raise ValueError("snapshot is missing or wrong")
    return Manifest(
        line=fields.text(said, "line", fields.LINE),
        version=fields.count(said, "version", least=1),
        issued=fields.text(said, "issued", fields.MOMENT),
        min_app=fields.text(said, "min_app"),
        digest=fields.text(said, "digest", _DIGEST),
        snapshot=_snapshot(said["snapshot"]),
        expires=fields.text(said, "expires", fields.MOMENT) if said.get("expires") else "",
        deltas=tuple(_delta(each) for each in fields.things(said, "deltas", MOST_DELTAS)),
        attachments=tuple(
            Attachment(fields.text(each, "sha256", SHA256), fields.count(each, "size"))
            for each in fields.things(said, "attachments", MOST_ATTACHMENTS)
        ),
    )


def _snapshot(said: dict[str, Any]) -> Snapshot:
    return Snapshot(
        path=fields.text(said, "path", _SNAPSHOT),
        sha256=fields.text(said, "sha256", SHA256),
        size=fields.count(said, "size"),
        records=fields.count(said, "records"),
        unpacked=fields.count(said, "unpacked"),
    )


def _delta(said: dict[str, Any]) -> Delta:
    found = Delta(
        since=fields.count(said, "since"),
        to=fields.count(said, "to"),
        path=fields.text(said, "path", _DELTA),
        sha256=fields.text(said, "sha256", SHA256),
        size=fields.count(said, "size"),
        lines=fields.count(said, "lines"),
        unpacked=fields.count(said, "unpacked"),
        digest=fields.text(said, "digest", _DIGEST),
    )
    if found.since >= found.to:
        raise ValueError("a delta leads nowhere")
    return found
