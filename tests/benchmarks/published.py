"""Published libraries: fetched from a service on this computer, and taken from a pack."""

import gzip
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from types import SimpleNamespace

import requests

from tests.benchmarks.figure import Figure, in_turn, seconds
from tests.benchmarks.loading import SLICE, TABLES, _open, _rows
from tests.benchmarks.notices import releases
from tests.support.fault_proxy import faulty_service
from tests.support.signed_trees import DIGITS, Office, pack
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.services.arrivals import Arrival, ArrivalsService, Outcome
from vcs_desktop.storage.migrate import make_ready
from vcs_desktop.sync.arriving import check
from vcs_desktop.sync.pack_tree import PackTree
from vcs_desktop.sync.trust import believed_manifest, first_root
from vcs_desktop.wire.record import Record, line_of

SEARCHABLE_AT_MOST, FULL_TEXT_AT_MOST = 1.5, 5.0
NOTHING_NEW_BYTES = 3_000
CHANGED_BYTES_AT_MOST = 2.0
CHANGED_MS = 25
MEMORY_MB = 200
PACK_S = 5
_PIECE = 1_000_000
_ONE_MORE = 99
"""A version in which other records are changed than in any that was measured before."""
_CHILD = """
import sys
from pathlib import Path
from datetime import date
from functools import partial
from tests.benchmarks.published import _Laptop
laptop = _Laptop(sys.argv[1], date.fromisoformat(sys.argv[3]))
laptop.sync(sys.argv[2], index=True)
laptop.close()
said = Path("/proc/self/status").read_text()
print(int(said.split("VmHWM:")[1].split()[0]) / 1000)
"""


def published(count: int, changed: int, pack_bytes: int, runs: int, on: date) -> list[Figure]:
    """Measure filling from a service, what changed, nothing new, and a large pack."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        office = Office(folder / "tree")
        made = [Record("tender", each["ocid"], each, each["date"])
                for each in releases(count, on=on)]  # fmt: skip
        office.publish(*made, expires="")
        with served(office.folder) as address:
            filling = _filling(office, address, count, runs, on)
            following = _following(office, address, made, changed, runs, on)
        return [*filling, *following, *_large_pack(folder, pack_bytes, runs)]


class _Laptop:
    """A data folder with what comes with the program, at which a library arrives."""

    def __init__(self, folder: str | Path, on: date) -> None:
        self.parts = Parts(DataFolder(Path(folder)), FixedClock.on(on))
        self.parts.library.status()
        self._index = False
        self.searchable_at = 0.0
        stands_in = SimpleNamespace(finish_index=self._finish)
        self.arrivals = ArrivalsService(
            self.parts.file, self.parts.clock, stands_in, self.parts.folder.root
        )

    def sync(self, address: str, *, index: bool = False) -> Arrival:
        self._index = index
        arrival = self.arrivals.sync(address, trust=DIGITS)
        if arrival.error is not None:
            raise arrival.error
        return arrival

    def close(self) -> None:
        self.parts.close()

    def _finish(self, *_: object) -> bool:
        if not self.parts.search.first("transport"):
            raise LookupError("what was taken in is not found by its title")
        self.searchable_at = time.perf_counter()
        return self.parts.library.finish_index() if self._index else True


def _filling(office: Office, address: str, count: int, runs: int, on: date) -> list[Figure]:
    told = [(_floor(office, address), *_fill(address, on)) for _ in range(runs)]
    floors, searchable, whole = map(statistics.median, zip(*told, strict=True))
    with tempfile.TemporaryDirectory() as place:
        order = [sys.executable, "-c", _CHILD, place, address, on.isoformat()]
        ran = subprocess.run(order, capture_output=True, text=True, check=True)
        order = [sys.executable, "-c", _CHILD.replace("laptop.sync", "0 and laptop.sync"),
                 str(Path(place) / "none"), address, on.isoformat()]  # fmt: skip
        idle = subprocess.run(order, capture_output=True, text=True, check=True)
    of = f"Fill {count:,} notices from a service"
    return [
        Figure(f"{of}, until their titles can be searched", searchable, "s", floors,
               SEARCHABLE_AT_MOST),
        Figure(f"{of}, until every word is found", whole, "s", floors, FULL_TEXT_AT_MOST),
        Figure(f"{of}: memory at most", float(ran.stdout), "MB", float(idle.stdout), MEMORY_MB,
               "value"),
    ]  # fmt: skip


def _fill(address: str, on: date) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as place:
        laptop = _Laptop(place, on)
        try:
            begun = time.perf_counter()
            laptop.sync(address, index=True)
            return laptop.searchable_at - begun, time.perf_counter() - begun
        finally:
            laptop.close()


def _floor(office: Office, address: str) -> float:
    """Fetch the snapshot, unpack it, parse it and insert its rows; return the seconds.

    It checks nothing, refuses nothing, knows of no other origin, and makes nothing searchable.
    """
    path = f"snapshots/{office.version}.ndjson.gz"
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "floor.db"
        make_ready(file)
        begun = time.perf_counter()
        line = _open(file)
        try:
            line.execute("BEGIN IMMEDIATE")
            with requests.get(f"{address}/{path}", stream=True, timeout=10) as answer:
                every = enumerate(gzip.GzipFile(fileobj=answer.raw), 1_000_000)
                while some := list(islice(every, SLICE)):
                    made = [_rows(number, json.loads(each)["data"], each.decode())
                            for number, each in some]  # fmt: skip
                    for table, rows in zip(TABLES, zip(*made, strict=True), strict=True):
                        marks = ", ".join("?" * len(rows[0]))
                        line.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
            line.execute("COMMIT")
            return time.perf_counter() - begun
        finally:
            line.close()


def _following(
    office: Office, address: str, made: list[Record], changed: int, runs: int, on: date
) -> list[Figure]:
    """Measure a few changes among many, and nothing new."""
    ours, network, lines = [], [], []
    with tempfile.TemporaryDirectory() as place:
        laptop = _Laptop(place, on)
        try:
            laptop.sync(address, index=True)
            with faulty_service(office.folder) as service:
                for run in range(max(runs, 10)):
                    lines = _change(office, made, changed, run)
                    names = ("library.json", "root.json", office.deltas[-1].path)
                    network.append(seconds(partial(_get, service.address, names)))
                    begun = time.perf_counter()
                    laptop.sync(service.address)
                    ours.append(laptop.searchable_at - begun)
            bytes_read, requests_made, quiet = _counted(laptop, office, made, changed)
        finally:
            laptop.close()
    # The least of each: what others do on the machine meanwhile is no work of ours.
    floor_ms = min(network) * 1000
    beyond_ms = min(ours) * 1000 - floor_ms
    among = f"{changed:,} changes of {len(made):,}"
    barest = len(b"GET /library.json HTTP/1.1\r\nHost: 127.0.0.1\r\nIf-None-Match: \"0\"\r\n\r\n"
                 b"HTTP/1.1 304 Not Modified\r\n\r\n")  # fmt: skip
    packed = len(gzip.compress(b"".join(lines), mtime=0))
    return [
        Figure(f"{among}: bytes", bytes_read, "B", packed, CHANGED_BYTES_AT_MOST),
        Figure(f"{among}, beyond the network", beyond_ms, "ms", floor_ms, CHANGED_MS, "value"),
        Figure("Nothing new: requests", requests_made, "requests", 1, 1, "value"),
        Figure("Nothing new: bytes there and back", quiet, "B", barest, NOTHING_NEW_BYTES, "value"),
    ]  # fmt: skip


def _get(address: str, names: tuple[str, ...]) -> None:
    with requests.Session() as session:
        for name in names:
            session.get(f"{address}/{name}", timeout=10)


def _change(office: Office, made: list[Record], changed: int, run: int) -> list[bytes]:
    """Publish a version in which so many records are changed; return their lines."""
    step = len(made) // changed
    after = []
    for number in range(run, changed * step, step):
        record = made[number]
        tender = {**record.data["tender"], "title": f"Changed transport {run} {number}"}
        made[number] = replace(record, data={**record.data, "tender": tender})
        after.append(line_of(made[number]))
    office.deltas = office.deltas[-1:]
    office.publish(*made, expires="")
    return after


def _counted(
    laptop: _Laptop, office: Office, made: list[Record], changed: int
) -> tuple[int, int, int]:
    """Return the bytes of an update, and the requests and bytes where nothing is new."""
    with faulty_service(office.folder) as service:
        laptop.sync(service.address)
        _change(office, made, changed, _ONE_MORE)
        before = service.sent + service.received
        laptop.sync(service.address)
        update = service.sent + service.received - before
        asked, before = len(service.requests), service.sent + service.received
        arrival = laptop.sync(service.address)
        if arrival.outcome != Outcome.NOTHING_NEW:
            raise LookupError("something was new")
        return update, len(service.requests) - asked, service.sent + service.received - before


def _large_pack(folder: Path, size: int, runs: int) -> list[Figure]:
    """Measure opening a pack and checking every file in it, against reading it."""
    office = Office(folder / "large")
    pieces = tuple(bytes([n % 256]) * 8 + _noise(n) for n in range(max(1, size // _PIECE)))
    office.publish(Record("term", "term/1", {"title": "a"}), attachments=pieces)
    path = pack(office.folder, folder / "large.vcslibrary")

    def checked() -> float:
        return seconds(lambda: _checked(path))

    def read() -> float:
        return seconds(lambda: _read(path))

    floor, ours = in_turn(runs, read, checked)
    name = f"A pack of {path.stat().st_size / 1e6:,.0f} MB opened and checked"
    return [Figure(name, ours, "s", floor, PACK_S, "value")]


def _noise(number: int) -> bytes:
    import random

    return random.Random(number).randbytes(_PIECE)


def _checked(path: Path) -> None:
    tree = PackTree(path)
    manifest = believed_manifest(tree.manifest(), first_root(tree.root()).root)
    for listed in (manifest.snapshot, *manifest.attachments):
        check(tree, listed, lambda _: None)


def _read(path: Path) -> None:
    with path.open("rb") as file:
        while file.read(1 << 20):
            pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder by a program of its own, as any web server would."""
    order = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1",
             "--protocol", "HTTP/1.1", "--directory", str(folder)]  # fmt: skip
    with subprocess.Popen(
        order, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        try:
            # It says where it is once it listens: … (http://127.0.0.1:12345/) …
            said = server.stdout.readline() if server.stdout else ""
            yield said.partition("(")[2].partition("/)")[0]
        finally:
            server.terminate()
