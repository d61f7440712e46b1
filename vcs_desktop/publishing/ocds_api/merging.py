"""Makes one OCDS file of all that was fetched: each process once, as it looks today.

Where each release stands is held in memory, and what those of one process say, never more.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from vcs_desktop.core.files import whole_file
from vcs_desktop.feeds.json_stream import LARGEST_ITEM
from vcs_desktop.feeds.ocds.merge import compiled
from vcs_desktop.wire.record import DECODER, Release

MOST_OF_ONE: Final = 1_000
"""Releases of one process that are merged, the newest read; none ever seen has a tenth."""

MOST_TOGETHER: Final = 2 * LARGEST_ITEM
"""Bytes of all releases of one process that are merged; a hostile service may give any number."""


@dataclass(frozen=True, slots=True)
class Merged:
    """How many processes were written, and how many were too large to be."""

    processes: int
    too_large: int


def write_merged(log: Path, path: Path, head: Mapping[str, Any]) -> Merged:
    """Write the file. The same releases always give the same bytes.

    Raises:
        OSError: it cannot be written; an older file of this name stands.
    """
    places = _places(log)
    written = too_large = 0
    with log.open("rb") as source, whole_file(path) as out:
        # Who publishes it stands first: a reader looks no further than to the list.
        said = json.dumps({"version": "1.1", **head}, sort_keys=True)
        out.write(f'{said[:-1]}, "releases": ['.encode())
        for ocid in sorted(places):
            releases = _releases(source, ocid, places[ocid])
            text = json.dumps(compiled(releases), sort_keys=True) if releases else ""
            if not text or len(text) > LARGEST_ITEM:
                too_large += 1
                continue
            out.write(b",\n" if written else b"\n")
            out.write(text.encode("ascii"))
            written += 1
        out.write(b"\n]}\n")
    return Merged(written, too_large)


def _places(log: Path) -> dict[str, tuple[int, ...]]:
    """Return where the lines of each process begin; of a release that came twice, the later."""
    places: dict[str, tuple[int, ...]] = {}
    with log.open("rb") as file:
        for at, line in _lines(file):
            ocid, _ = json.loads(line.partition(b"\t")[0])
            places[ocid] = (*places.get(ocid, ()), at)[-MOST_OF_ONE:]
    return places


def _lines(file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    at = 0
    for line in file:
        yield at, line
        at += len(line)


def _releases(file: IO[bytes], ocid: str, places: tuple[int, ...]) -> list[Release]:
    """Return the releases of one process; none where they say more than can be held."""
    found: dict[str, Release] = {}
    left = MOST_TOGETHER
    for at in places:
        file.seek(at)
        key, _, text = file.readline().partition(b"\t")
        left -= len(text)
        if left < 0:
            return []
        release_id = json.loads(key)[1]
        data = DECODER.decode(text.decode("ascii").rstrip("\n"))
        found.pop(release_id, None)
        found[release_id] = Release(ocid, release_id, str(data.get("date")), (), data)
    return list(found.values())
