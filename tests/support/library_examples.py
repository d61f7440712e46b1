"""Records to put into a library, and libraries to put them into."""

import gzip
import hashlib
import json
from datetime import date
from pathlib import Path

from vcs_desktop.domain.from_record import awards_of, line_of
from vcs_desktop.domain.library import THIS_COMPUTER
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.library_writer import Entry, LibraryWriter
from vcs_desktop.storage.migrate import make_ready
from vcs_desktop.wire.manifest import Manifest, Snapshot, manifest_bytes
from vcs_desktop.wire.record import Record, Release
from vcs_desktop.wire.record import line_of as snapshot_line
from vcs_desktop.wire.state import state_digest

TODAY = date(2026, 11, 22)


def call(name, **changes):
    """Return a grant to apply for that closes in December."""
    data = {
        "grantName": name,
        "grantShortDescription": "Money for small groups.",
        "fundingOrganization": {"id": "GB-CHC-1", "name": "A Foundation"},
        "grantMaximumAward": 2_000,
        "grantApplicationCloseDate": "2026-12-18",
        **changes,
    }
    return Record("funding_call", f"call/{name}", {k: v for k, v in data.items() if v is not None})


def rolling(name, **changes):
    """Return a grant that is open all year."""
    return call(name, grantApplicationCloseDate=None, rolling=True, **changes)


def notice(name, *, release="1", on="2026-11-02", **tender):
    """Return one message about a contract to bid for that closes in December."""
    data = {
        "ocid": f"ocds-{name}",
        "id": f"{name}-{release}",
        "date": f"{on}T09:00:00Z",
        "tag": ["tender"],
        "buyer": {"id": "b1", "name": "A Council"},
        "tender": {
            "id": "t1",
            "title": name,
            "status": "active",
            "value": {"amount": 8_000, "currency": "GBP"},
            "tenderPeriod": {"endDate": "2026-12-18T12:00:00Z"},
            **tender,
        },
    }
    data["tender"] = {key: value for key, value in data["tender"].items() if value is not None}
    return Release(data["ocid"], data["id"], data["date"], ("tender",), data)


def contract(name, **tender):
    """Return a contract to bid for, as a record."""
    release = notice(name, **tender)
    return Record("tender", release.ocid, release.data, release.date)


def grant(name, **changes):
    """Return a grant that was made."""
    data = {
        "form": "grant",
        "title": name,
        "amountAwarded": 500,
        "currency": "GBP",
        "awardDate": "2025-03-01",
        "fundingOrganization": [{"id": "f1", "name": "A Foundation"}],
        "recipientOrganization": [{"id": "r1", "name": "A Lunch Club"}],
        **changes,
    }
    return Record("award", f"360G-{name}", data)


def entry_of(record):
    """Return a record as the writer wants it."""
    awards = awards_of(record) if record.kind == "tender" else []
    return Entry(record, line_of(record), tuple(Entry(each, line_of(each)) for each in awards))


def new_library(folder):
    """Return an empty library in a folder, ready to use."""
    path = Path(folder) / "library.db"
    make_ready(path)
    return Database(path)


def put(database, *records, origin=THIS_COMPUTER, on=TODAY):
    """Write records in one load, and return its tally."""
    with database.writing() as session:
        writer = LibraryWriter(session, origin)
        writer.put([entry_of(record) for record in records])
        return writer.finish(as_of=on)


def write_tree(folder, *records, version=1, line="starter", **changes):
    """Write a published library into a folder; ``changes`` make its manifest say wrong things."""
    lines = [snapshot_line(each) for each in sorted(records, key=lambda r: (r.kind, r.id))]
    return write_lines(folder, lines, version=version, line=line, **changes)


def write_lines(folder, lines, *, version=1, line="starter", **changes):
    """Write a published library of lines as they are, right or wrong."""
    packed = gzip.compress(b"".join(lines), mtime=0)
    snapshot = {
        "path": f"snapshots/{version}.ndjson.gz",
        "sha256": hashlib.sha256(packed).hexdigest(),
        "size": len(packed),
        "records": len(lines),
        "unpacked": sum(map(len, lines)),
    }
    snapshot.update({key: changes.pop(key) for key in tuple(changes) if key in snapshot})
    said = {
        "line": line,
        "version": version,
        "issued": "2026-11-01T00:00:00Z",
        "min_app": "0.1.0",
        "digest": state_digest(lines),
        **changes,
    }
    path = Path(folder) / "snapshots" / f"{version}.ndjson.gz"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(packed)
    manifest = Manifest(**said, snapshot=Snapshot(**snapshot))
    (Path(folder) / "library.json").write_bytes(manifest_bytes(manifest))
    return manifest


def write_package(path, *releases):
    """Write messages as an OCDS release package."""
    content = {"version": "1.1", "releases": [release.data for release in releases]}
    path.write_text(json.dumps(content), "utf-8")
    return path


WRONG_LINES = [
    [snapshot_line(call("b")), snapshot_line(call("a"))],
    [snapshot_line(call("a")), snapshot_line(call("a"))],
    [b"{}\n"],
    [b"not json\n"],
    [snapshot_line(call("a"))[:-1]],
    [b'{"data":{},"id":"a","kind":"k","modified":"","more":1}\n'],
    [b'{"data":{},"id":"a","kind":"k","modified":1}\n'],
    [b'{"data":[],"id":"a","kind":"k","modified":""}\n'],
    [b'{"data":{"a":"\\ud800"},"id":"a","kind":"k","modified":""}\n'],
    [b'{"data":{},"id":"\\ud800","kind":"k","modified":""}\n'],
    [b'{"data":{"a":%b},"id":"a","kind":"k","modified":""}\n' % (b"[" * 5_000 + b"]" * 5_000)],
    [b'{"data":{"a":1},"data":{"a":2},"id":"a","kind":"k","modified":""}\n'],
    [b"\xff\n"],
    [b"\n"],
]
"""What no snapshot may hold, though its manifest says so; each is some lines."""
