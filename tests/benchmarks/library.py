"""Asking a large library, against reading rows by their numbers."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from tests.benchmarks.figure import Figure, percentile, seconds
from tests.benchmarks.notices import write_package
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.domain.opportunities import Filters

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
