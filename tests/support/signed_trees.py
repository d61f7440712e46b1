"""Published libraries that are signed, made from the formats alone: right ones and wrong ones."""

import gzip
import hashlib
import zipfile
from dataclasses import replace
from pathlib import Path

from vcs_desktop.vault.signing import key_of, sign
from vcs_desktop.wire.delta import Gone, delta_line
from vcs_desktop.wire.manifest import Attachment, Delta, Manifest, Snapshot, manifest_bytes
from vcs_desktop.wire.record import line_of
from vcs_desktop.wire.roots import Publisher, Root, fingerprint_of, root_bytes
from vcs_desktop.wire.signed import LIBRARY, ROOT, signed_bytes
from vcs_desktop.wire.state import state_digest

LINE, NAME = "oxfordshire", "Oxfordshire practice council"
ROOT_KEY, LATER_ROOT_KEY, OFFICER, LATER_OFFICER, STRANGER = (bytes([n]) * 32 for n in range(1, 6))
DIGITS = fingerprint_of(key_of(ROOT_KEY))
ISSUED, EXPIRES = "2026-11-20T00:00:00Z", "2027-02-01T00:00:00Z"


class Office:
    """One publisher of one line: publishes versions one after the other into a folder."""

    def __init__(self, folder, *, line=LINE, root_key=ROOT_KEY, officer=OFFICER):
        self.folder, self.line = Path(folder), line
        self.root_key, self.officer = root_key, officer
        self.root = Root(
            line, NAME, 1, "2026-11-01T00:00:00Z", key_of(root_key),
            (Publisher(key_of(officer), "Ann"),),
        )  # fmt: skip
        self.chain = [self.signed_root(self.root, root_key)]
        self.versions: dict[int, dict] = {}
        self.deltas: list[Delta] = []
        self.version = 0
        self.manifest: Manifest | None = None

    @staticmethod
    def signed_root(root, key):
        return signed_bytes(sign(key, ROOT, root_bytes(root)))

    def records(self):
        """Return the records of the newest version."""
        return list(self.versions.get(self.version, {}).values())

    def rotate(self, *, officer=LATER_OFFICER, root_key=None):
        """Let another officer sign from now on, and, if one is given, another root key."""
        signs, self.root_key = self.root_key, root_key or self.root_key
        self.root = replace(
            self.root, version=self.root.version + 1, root=key_of(self.root_key),
            publishers=(Publisher(key_of(officer), "Bo"),),
        )  # fmt: skip
        self.officer = officer
        self.chain.append(self.signed_root(self.root, signs))

    def publish(self, *records, version=None, delta=True, attachments=(), **said):
        """Publish a version that holds exactly these records, and what changed since the last."""
        before = self.versions.get(self.version, {})
        after = {(each.kind, each.id): each for each in records}
        since, self.version = self.version, version or self.version + 1
        self.versions[self.version] = after
        lines = [line_of(after[key]) for key in sorted(after)]
        digest = state_digest(lines)
        path = f"snapshots/{self.version}.ndjson.gz"
        snapshot = Snapshot(path, *self.write(path, lines), len(lines), sum(map(len, lines)))
        if delta and since:
            self.deltas.append(self._delta(since, before, after, digest))
        for content in attachments:
            name = hashlib.sha256(content).hexdigest()
            self.put(f"attachments/{name}", content)
        manifest = Manifest(
            line=self.line, version=self.version, issued=ISSUED, min_app="0.1.0", digest=digest,
            snapshot=snapshot, expires=EXPIRES, deltas=tuple(self.deltas),
            attachments=tuple(
                Attachment(hashlib.sha256(each).hexdigest(), len(each)) for each in attachments
            ),
        )  # fmt: skip
        return self.sign(replace(manifest, **said))

    def sign(self, manifest, *, key=None):
        """Write a manifest, whatever it says, and the chain of roots."""
        self.manifest = manifest
        signed = sign(key or self.officer, LIBRARY, manifest_bytes(manifest))
        self.put("library.json", signed_bytes(signed))
        self.put("root.json", b"".join(self.chain))
        return manifest

    def write(self, path, lines):
        """Write lines packed; return the file's digest and size."""
        packed = gzip.compress(b"".join(lines), mtime=0)
        self.put(path, packed)
        return hashlib.sha256(packed).hexdigest(), len(packed)

    def put(self, path, content):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def with_delta(self, lines, **said):
        """Replace the newest delta's lines, right or wrong, and sign again."""
        last = self.deltas[-1]
        sha256, size = self.write(last.path, lines)
        changed = {
            "sha256": sha256, "size": size, "lines": len(lines),
            "unpacked": sum(map(len, lines)), **said,
        }  # fmt: skip
        self.deltas[-1] = replace(last, **changed)
        return self.sign(replace(self.manifest, deltas=tuple(self.deltas)))

    def with_snapshot(self, lines, **said):
        """Replace the snapshot's lines, right or wrong, and sign again."""
        snapshot = self.manifest.snapshot
        sha256, size = self.write(snapshot.path, lines)
        changed = {
            "sha256": sha256, "size": size, "records": len(lines),
            "unpacked": sum(map(len, lines)), **said,
        }  # fmt: skip
        return self.sign(replace(self.manifest, snapshot=replace(snapshot, **changed)))

    def _delta(self, since, before, after, digest):
        changes = [each for key, each in after.items() if before.get(key) != each]
        changes += [Gone(*key) for key in before if key not in after]
        lines = [delta_line(each) for each in sorted(changes, key=lambda one: (one.kind, one.id))]
        path = f"deltas/{self.version}.ndjson.gz"
        return Delta(
            since, self.version, path, *self.write(path, lines), len(lines),
            sum(map(len, lines)), digest,
        )  # fmt: skip


def pack(folder, path, *, method=zipfile.ZIP_STORED):
    """Write a tree as one pack."""
    with zipfile.ZipFile(path, "w", method) as zipped:
        for file in sorted(Path(folder).rglob("*")):
            if file.is_file():
                name = file.relative_to(folder).as_posix()
                zipped.writestr(zipfile.ZipInfo(name), file.read_bytes(), method)
    return path
