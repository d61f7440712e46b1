"""Loading a file, against parsing it and inserting the same rows worked out beforehand."""

import gc
import json
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from tests.benchmarks.figure import Figure, in_turn
from tests.benchmarks.notices import write_package
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.domain.library import THIS_COMPUTER
from vcs_desktop.storage.migrate import make_ready

LOAD_AT_MOST = 2.5
TABLES = ("record", "raw", "tender")

Rows = dict[str, list[tuple[Any, ...]]]


def loading(count: int, runs: int, on: date) -> list[Figure]:
    """Measure how long a file of releases takes until its titles can be searched."""
    with tempfile.TemporaryDirectory() as place:
        package = Path(place) / "package.json"
        write_package(package, count, on=on)
        rows = _rows_of(package, on)
        gc.freeze()  # so many rows lying about must slow down neither of the two
        floor, ours = in_turn(
            runs, lambda: _parse_and_insert(package, rows), lambda: _load(package, on)
        )
    name = f"Load {count:,} notices, until their titles can be searched"
    return [Figure(name, ours, "s", floor, LOAD_AT_MOST)]


def _load(package: Path, on: date) -> float:
    """Load as the window does: listed and found by title first; return the seconds to there."""
    with tempfile.TemporaryDirectory() as place:
        parts = Parts(DataFolder(Path(place)), FixedClock.on(on))
        try:
            parts.library.status()  # the file is made before anybody loads something into it
            begun = time.perf_counter()
            parts.library.take_in([package])
            found = parts.search.first("transport")
            took = time.perf_counter() - begun
        finally:
            parts.close()
    if not found:
        raise LookupError("what was loaded is not found by its title")
    return took


def _parse_and_insert(package: Path, rows: Rows) -> float:
    """Parse the file, and insert the rows that it makes into the same tables; return the seconds.

    No rule, no refusal, no digest, no search: nothing but reading and writing,
    in one transaction.
    """
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "floor.db"
        make_ready(file)
        begun = time.perf_counter()
        for _ in _parsed(package.read_text("utf-8")):
            pass
        line = _open(file)
        try:
            line.execute("BEGIN IMMEDIATE")
            for table, some in rows.items():
                marks = ", ".join("?" * len(some[0]))
                line.executemany(f"INSERT INTO {table} VALUES ({marks})", some)
            line.execute("COMMIT")
            return time.perf_counter() - begun
        finally:
            line.close()


def _rows_of(package: Path, on: date) -> Rows:
    """Return the rows that the file makes, each table's in its order."""
    with tempfile.TemporaryDirectory() as place:
        parts = Parts(DataFolder(Path(place)), FixedClock.on(on))
        try:
            parts.library.take_in([package])
        finally:
            parts.close()
        line = _open(parts.folder.library_file)
        try:
            mine = "number IN (SELECT number FROM record WHERE origin = ?)"
            ask = f"SELECT * FROM {{}} WHERE {mine} ORDER BY number"
            return {t: line.execute(ask.format(t), (THIS_COMPUTER,)).fetchall() for t in TABLES}
        finally:
            line.close()


def _open(file: Path) -> sqlite.Connection:
    line = sqlite.connect(str(file), isolation_level=None)
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "cache_size=-8000",
        "foreign_keys=ON",
    ):
        line.execute(f"PRAGMA {pragma}")
    return line


def _parsed(whole: str) -> Iterator[dict[str, Any]]:
    """Yield each release, and forget it: quicker than holding them all."""
    parse = json.JSONDecoder().raw_decode
    place = whole.index('"releases":[') + len('"releases":[')
    while whole[place] != "]":
        release, place = parse(whole, place)
        yield release
        place += whole[place] == ","
