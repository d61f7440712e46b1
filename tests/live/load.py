"""200 laptops at once ask the infrastructure service, on a real PostgreSQL.

    python -m tests.live.load [--laptops 200] [--rounds 5] [--out figures.json]

The service is a process of its own, started as whoever runs it does. Each laptop does what it does
when somebody presses "Get updates": it asks who answers, reads what is new, sends three operations
and reads again. All begin at the same moment. Afterwards all that was acknowledged must be there.
It is bounded: so many laptops, so many rounds, nothing more; loopback only.
"""

import argparse
import asyncio
import base64
import json
import os
import secrets
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlsplit

from tests.support.postgres import fresh_database, running_postgres
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.ids import Ids
from vcs_desktop.server import laptops, officers
from vcs_desktop.server.database import ServiceDatabase
from vcs_desktop.server.tokens import new_token
from vcs_desktop.wire.service import DeviceKeys

IDS = Ids(SystemClock())
MOST_P95_S = 1.0
IN_A_GROUP = 2
EACH_PUSHES = 3
_PATIENCE_S = 60
PROJECT = Path(__file__).resolve().parents[2]


@dataclass
class Laptop:
    """One laptop: its group, its token, and what it was told is kept."""

    number: int
    group: str
    token: str
    cursor: int = 0
    kept: dict[str, int] = field(default_factory=dict)


class Line:
    """One connection of a laptop, and how long each answer took."""

    def __init__(self, address: str, laptop: Laptop, took_s: list[float]) -> None:
        self._place = urlsplit(address)
        self._laptop, self._took_s = laptop, took_s

    async def __aenter__(self) -> "Line":
        place = self._place.hostname, self._place.port
        self._reader, self._writer = await asyncio.open_connection(*place)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._writer.close()

    async def ask(self, method: str, path: str, said: object = None) -> dict:
        """Ask, and return the JSON of the answer; anything but success fails the run."""
        body = b"" if said is None else json.dumps(said).encode()
        # As the proxy says it: laptops do not all sit behind one address.
        address = f"10.0.{self._laptop.number // 250}.{self._laptop.number % 250 + 1}"
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {self._laptop.token}\r\n"
            f"X-Forwarded-For: {address}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        begun_s = time.perf_counter()
        self._writer.write(head.encode() + body)
        answer = await self._reader.readuntil(b"\r\n\r\n")
        length = int(answer.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
        content = await self._reader.readexactly(length)
        self._took_s.append(time.perf_counter() - begun_s)
        status = int(answer.split()[1])
        if not 200 <= status < 300:
            raise RuntimeError(f"{method} was answered with {status}")
        return json.loads(content)


async def get_updates(line: Line, laptop: Laptop) -> None:
    """Do what a laptop does when somebody presses the button."""
    nonce = secrets.token_urlsafe(24)
    assert (await line.ask("GET", f"/v1/probe?nonce={nonce}"))["nonce"] == nonce
    await _pull(line, laptop)
    sent = [
        {"uuid": IDS.new(), "body": base64.b64encode(secrets.token_bytes(1_200)).decode()}
        for _ in range(EACH_PUSHES)
    ]
    answer = await line.ask("POST", f"/v1/groups/{laptop.group}/ops", {"ops": sent})
    laptop.kept |= {each["uuid"]: each["number"] for each in answer["results"]}
    await _pull(line, laptop)


async def _pull(line: Line, laptop: Laptop) -> None:
    page = await line.ask("GET", f"/v1/groups/{laptop.group}/ops?after={laptop.cursor}&limit=500")
    for each in page["ops"]:
        laptop.cursor = each["number"]


async def all_at_once(address: str, everybody: list[Laptop], rounds: int) -> list[float]:
    """Let every laptop ask at the same moment, and return how long each answer took."""
    took_s: list[float] = []
    gate = asyncio.Event()

    async def one(laptop: Laptop) -> None:
        async with Line(address, laptop, took_s) as line:
            await gate.wait()
            for _ in range(rounds):
                await get_updates(line, laptop)

    tasks = [asyncio.create_task(one(each)) for each in everybody]
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(*tasks)
    return took_s


async def lost(address: str, everybody: list[Laptop]) -> int:
    """Return how many that were acknowledged are not there."""
    missing = 0
    for laptop in everybody:
        async with Line(address, laptop, []) as line:
            found, after = {}, 0
            while True:
                path = f"/v1/groups/{laptop.group}/ops?after={after}&limit=500"
                page = (await line.ask("GET", path))["ops"]
                if not page:
                    break
                found |= {each["uuid"]: each["number"] for each in page}
                after = page[-1]["number"]
            missing += sum(found.get(uuid) != number for uuid, number in laptop.kept.items())
    return missing


def let_in(address: str, count: int) -> list[Laptop]:
    """Let so many laptops in, two to a group, as if they had all been invited."""
    database = ServiceDatabase(address)
    now = datetime.now(UTC)
    everybody: list[Laptop] = []
    try:
        with database.writing() as connection:
            while len(everybody) < count:
                group, code = IDS.new(), officers.invite_group(connection, now)[0]
                keys = DeviceKeys(IDS.new(), "a" * 64, "b" * 64)
                admitted = laptops.start_group(connection, group, code, keys, now)
                everybody.append(Laptop(len(everybody), group, admitted.token))
                for _ in range(IN_A_GROUP - 1):
                    token, other = new_token(), DeviceKeys(IDS.new(), "a" * 64, "b" * 64)
                    laptops.add(connection, group, other, token, now)
                    everybody.append(Laptop(len(everybody), group, token))
    finally:
        database.close()
    return everybody[:count]


@contextmanager
def service(database: str):
    """Run the service as a program of its own, and yield its address."""
    order = [sys.executable, "-m", "vcs_desktop.app.service_entry", "run", "--json"]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    with subprocess.Popen(
        [*order, "--database", database],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    ) as program:  # fmt: skip
        try:
            assert program.stdout is not None
            yield json.loads(program.stdout.readline())["address"]
        finally:
            program.terminate()
            program.wait(_PATIENCE_S)


def measured(count: int, rounds: int) -> dict[str, float]:
    """Return the figures of one run."""
    with ExitStack() as running:
        database = running.enter_context(fresh_database(running.enter_context(running_postgres())))
        address = running.enter_context(service(database))
        everybody = let_in(database, count)
        begun_s = time.perf_counter()
        took_s = asyncio.run(all_at_once(address, everybody, rounds))
        all_s = time.perf_counter() - begun_s
        gone = asyncio.run(lost(address, everybody))
    parts = quantiles(took_s, n=100)
    return {
        "laptops": count,
        "requests": len(took_s),
        "seconds": round(all_s, 2),
        "a_second": round(len(took_s) / all_s),
        "p50_s": round(parts[49], 3),
        "p95_s": round(parts[94], 3),
        "p99_s": round(parts[98], 3),
        "most_s": round(max(took_s), 3),
        "acknowledged": sum(len(each.kept) for each in everybody),
        "lost": gone,
    }


def main() -> int:
    """Run, print the figures, and return 1 where one of them is not what it must be."""
    words = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    words.add_argument("--laptops", type=int, default=200)
    words.add_argument("--rounds", type=int, default=5)
    words.add_argument("--out", type=Path)
    asked = words.parse_args()
    figures = measured(asked.laptops, asked.rounds)
    print(json.dumps(figures, indent=1))
    if asked.out:
        asked.out.write_text(json.dumps(figures, indent=1), "utf-8")
    return int(figures["p95_s"] >= MOST_P95_S or figures["lost"] > 0)


if __name__ == "__main__":
    sys.exit(main())
