"""Loading and searching, against the barest program that does the same work."""

import json
import random
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from tests.benchmarks.figure import Figure, in_turn, percentile, seconds
from tests.benchmarks.notices import write_package
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.domain.opportunities import Filters

LOAD_AT_MOST = 2.5
FIRST_ANSWER_MS = 16
RANKED_ANSWER_MS = 250
IN_ORDER_MS = 1000
_TYPED = (
    "c",
    "yo",
    "com",
    "lunch",
    "roof oxf",
    "advice in",
    "men heal",
    "transl",
    "grounds bristol",
)
_ASKED = ("lunch clubs oxfordshire", "mental health support", "young people skills", "roof repairs")


def loading(count: int, runs: int, on: date) -> list[Figure]:
    """Measure how long a file of releases takes until its titles can be searched."""
    with tempfile.TemporaryDirectory() as place:
        package = Path(place) / "package.json"
        write_package(package, count, on=on)
        floor, ours = in_turn(
            runs,
            lambda: seconds_in_a_new_folder(lambda folder: _parse_and_insert(package, folder)),
            lambda: seconds_in_a_new_folder(lambda folder: _load(package, folder, on)),
        )
    name = f"Load {count:,} notices, until their titles can be searched"
    return [Figure(name, ours, "s", floor, LOAD_AT_MOST)]


def searching(folder: Path, runs: int, on: date) -> list[Figure]:
    """Measure the answers to what people ask, in a library that stands; nothing judged before."""
    parts = Parts(DataFolder(folder), FixedClock.on(on))
    try:
        search = parts.search
        total = sum(parts.library.status().counts.values())
        floor = _read_fifty_rows(parts.folder.library_file, runs)
        first = [_ms(search.first, words) for _ in range(runs) for words in _TYPED]
        in_order = [_ms(parts.funding.find, Filters()) for _ in range(runs)]
        ranked = [_ms(search.ranked, words) for _ in range(runs) for words in _ASKED]
    finally:
        parts.close()
    among = f"among {total:,} records"
    return [
        Figure(f"First answer to a key, {among} (p95)", percentile(first, 95), "ms", floor,
               FIRST_ANSWER_MS, "value"),
        Figure(f"Ranked answer, {among} (p95)", percentile(ranked, 95), "ms", floor,
               RANKED_ANSWER_MS, "value"),
        Figure(f"The open ones in order of fit, {among}", percentile(in_order, 50), "ms", floor,
               IN_ORDER_MS, "value"),
    ]  # fmt: skip


def fill(folder: Path, count: int, on: date) -> None:
    """Make a library of made-up notices, all of it searchable."""
    package = folder / "package.json"
    folder.mkdir(parents=True, exist_ok=True)
    write_package(package, count, on=on)
    parts = Parts(DataFolder(folder), FixedClock.on(on))
    try:
        parts.library.load([package])
    finally:
        parts.close()
        package.unlink()


def seconds_in_a_new_folder(work: Callable[[Path], object]) -> float:
    """Return how long some work takes in a folder that is then thrown away."""
    with tempfile.TemporaryDirectory() as place:
        begun = time.perf_counter()
        took = work(Path(place))
        return took if isinstance(took, float) else time.perf_counter() - begun


def _load(package: Path, folder: Path, on: date) -> float:
    """Load as the window does: listed and found by title first; return the seconds to there."""
    parts = Parts(DataFolder(folder), FixedClock.on(on))
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


def _parse_and_insert(package: Path, folder: Path) -> None:
    """Parse the same file and insert what a list shows, and the text, as fast as Python can."""
    releases = json.loads(package.read_bytes())["releases"]
    rows = [
        (
            release["ocid"],
            release["tender"]["title"],
            release["buyer"]["name"],
            release["date"],
            release["tender"]["tenderPeriod"]["endDate"],
            release["tender"]["value"]["amount"],
            json.dumps(release),
        )
        for release in releases
    ]
    line = sqlite.connect(str(folder / "floor.db"), isolation_level=None)
    try:
        line.execute("PRAGMA journal_mode=WAL")
        line.execute("PRAGMA synchronous=NORMAL")
        line.execute(
            "CREATE TABLE notice (id TEXT PRIMARY KEY, title TEXT, buyer TEXT, date TEXT,"
            " closes TEXT, amount INTEGER, raw TEXT)"
        )
        line.execute("BEGIN")
        line.executemany("INSERT INTO notice VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        line.execute("COMMIT")
    finally:
        line.close()


def _read_fifty_rows(file: Path, runs: int) -> float:
    """Return the milliseconds that reading fifty rows by their numbers takes, with no search."""
    line = sqlite.connect(str(file))
    choose = random.Random(1)
    with suppress(sqlite.OperationalError):
        line.execute("PRAGMA query_only=ON")
    try:
        (last,) = line.execute("SELECT max(number) FROM record").fetchone()
        numbers = [choose.randrange(1, last) for _ in range(50)]
        ask = f"SELECT * FROM record WHERE number IN ({','.join('?' * 50)})"
        times = [_ms(lambda: line.execute(ask, numbers).fetchall()) for _ in range(max(runs, 9))]
    finally:
        line.close()
    return percentile(times, 50)


def _ms(work: Callable[..., object], *given: object) -> float:
    return seconds(partial(work, *given)) * 1000
