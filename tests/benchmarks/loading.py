"""Loading a file, against the barest program that parses it and inserts the same rows."""

import json
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from itertools import islice
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
SLICE = 32
TABLES = ("record", "raw", "tender")


def loading(count: int, runs: int, on: date) -> list[Figure]:
    """Measure how long a file of releases takes until its titles can be searched."""
    with tempfile.TemporaryDirectory() as place:
        package = Path(place) / "package.json"
        write_package(package, count, on=on)
        floor, ours = in_turn(runs, lambda: _parse_and_insert(package), lambda: _load(package, on))
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


def _parse_and_insert(package: Path) -> float:
    """Parse the file and insert its rows into the same tables; return the seconds.

    It trusts every field, refuses nothing, knows of no second file, makes
    nothing searchable, and is cut to the made-up notices.
    """
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "floor.db"
        make_ready(file)
        begun = time.perf_counter()
        line = _open(file)
        try:
            line.execute("BEGIN IMMEDIATE")
            every = enumerate(_parsed(package.read_text("utf-8")), 1_000_000)
            while some := list(islice(every, SLICE)):
                made = [_rows(number, release, text) for number, (release, text) in some]
                by_table = zip(TABLES, zip(*made, strict=True), strict=True)
                for table, rows in by_table:
                    marks = ", ".join("?" * len(rows[0]))
                    line.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
            line.execute("COMMIT")
            return time.perf_counter() - begun
        finally:
            line.close()


def _rows(number: int, release: dict[str, Any], text: str) -> tuple[tuple[Any, ...], ...]:
    """Return the rows of one notice, each field as it stands."""
    tender, buyer = release["tender"], release["buyer"]
    closes, pence = tender["tenderPeriod"]["endDate"][:10], tender["value"]["amount"] * 100
    region = tender["items"][0]["deliveryAddresses"][0]["region"]
    record = (
        number, THIS_COMPUTER, "tender", release["ocid"], tender["title"], buyer["name"],
        tender["description"][:240], None, closes, False, pence, pence, region, False, "Made up",
        "", "", release["date"][:10], None, None, release["date"], release["id"] * 6, True, closes,
    )  # fmt: skip
    own = (number, "tender", tender["status"], buyer["id"], tender["mainProcurementCategory"],
           tender["classification"]["id"])  # fmt: skip
    return record, (number, text.encode()), own


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


def _parsed(whole: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each release with its text, and forget it: quicker than holding them all."""
    parse = json.JSONDecoder().raw_decode
    place = whole.index('"releases":[') + len('"releases":[')
    while whole[place] != "]":
        release, end = parse(whole, place)
        yield release, whole[place:end]
        place = end + (whole[end] == ",")
