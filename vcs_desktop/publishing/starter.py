"""Builds the starter library that travels with the program.

``python -m vcs_desktop.publishing.starter`` turns ``resources/library`` into
``resources/starter``. The same sources always give the same bytes.
"""

import sys
from pathlib import Path

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.files import write_whole
from vcs_desktop.domain.library import STARTER
from vcs_desktop.feeds.starter_sources import read_sources
from vcs_desktop.publishing.packing import SMALLEST, pack_lines
from vcs_desktop.wire.manifest import (
    MANIFEST_NAME,
    Manifest,
    Snapshot,
    manifest_bytes,
)
from vcs_desktop.wire.record import Record, line_of
from vcs_desktop.wire.state import state_digest

VERSION = 1
MIN_APP = "0.1.0"


class SourcesHaveProblems(AppError):
    """Some sources of the starter library are wrong; nothing was built."""

    message = "The sources of the starter library have problems."
    advice = "Put them right and build again."


def build_starter(sources: Path, out: Path) -> Manifest:
    """Write ``library.json`` and its snapshot into ``out``, and return the manifest.

    Raises:
        SourcesHaveProblems: some records are wrong; the message lists them all.
    """
    records, problems = read_sources(sources)
    if problems:
        raise SourcesHaveProblems(
            message=f"{SourcesHaveProblems.message}\n" + "\n".join(f"  {one}" for one in problems)
        )
    lines = [line_of(record) for record in records]
    path = f"snapshots/{VERSION}.ndjson.gz"
    packed = pack_lines(out / path, lines, SMALLEST)
    snapshot = Snapshot(path, packed.sha256, packed.size, packed.lines, packed.unpacked)
    manifest = Manifest(
        line=STARTER,
        version=VERSION,
        issued=_issued(records),
        min_app=MIN_APP,
        digest=state_digest(lines),
        snapshot=snapshot,
    )
    write_whole(out / MANIFEST_NAME, manifest_bytes(manifest) + b"\n")
    return manifest


def _issued(records: list[Record]) -> str:
    """Return the newest day on which any record was checked: no clock, so no other bytes."""
    days = [str(record.data.get("asOf") or "") for record in records]
    return f"{max(days, default='') or '1970-01-01'}T00:00:00Z"


def main() -> int:
    """Build ``resources/starter`` of the source tree this module stands in."""
    resources = Path(__file__).resolve().parents[2] / "resources"
    try:
        manifest = build_starter(resources / "library", resources / "starter")
    except SourcesHaveProblems as error:
        sys.stderr.write(f"{error.message}\n{error.advice}\n")
        return 2
    sys.stdout.write(f"{manifest.snapshot.records} records, {manifest.snapshot.size} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
