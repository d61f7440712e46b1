"""Kills a laptop's program at each named step of an exchange with the service.

    python -m tests.crash.laptop_kills --kills 500

Each time a laptop has changed and erased things, kept files and taken another laptop out, and
so has its fellow. It is killed at the end of one of the steps that its exchange takes, in turn,
or in the middle of a request. Then it goes on: both must show the same, and lack nothing that
was shown as saved. Needs fork, so not on Windows.
"""

import argparse
import logging
import os
import pickle
import random
import shutil
import signal
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tests.support.fake_service import FakeServer
from tests.support.group_file import TickingClock
from tests.support.kept_files import kept
from tests.support.light_laptops import LightLaptop, made
from vcs_desktop.core.files import write_whole
from vcs_desktop.domain.people import Person
from vcs_desktop.services.blobs import BlobsService
from vcs_desktop.sync.group_exchange import exchange as exchange_module

LAPTOPS = 3
FILES = 3
"""Two of the one laptop, one of the other: its second was erased."""
_FILE_BYTES = 1_100_000


class ServerOnDisk(FakeServer):
    """The service in memory, which is a file: so it outlives whoever asks it."""

    def __init__(self, path):
        super().__init__(TickingClock())
        self._path = path
        self.faults = self._turn

    def keep(self, tables):
        write_whole(self._path, pickle.dumps(tables))

    def _turn(self, when, _what):
        if when == "before":
            self.tables = pickle.loads(self._path.read_bytes())
        else:
            self.keep(self.tables)


class _WithBlobs:
    """A laptop as ``kept`` wants it."""

    def __init__(self, laptop):
        self.blobs = BlobsService(laptop.group)
        self.records = laptop.records


def main(words=None):
    """Kill so many times; return 1 when something was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    asked = parser.parse_args(words)
    logging.disable(logging.WARNING)
    chosen, wrong, names = random.Random(1), [], []
    with tempfile.TemporaryDirectory() as place:
        template = Path(place) / "template"
        house = made(template, LAPTOPS)
        house.close()
        for number in range(asked.kills + 1):
            here = Path(place) / "run"
            shutil.copytree(template, here)
            at = None if not number else chosen.randrange(1, len(names) + 1)
            found, steps = _one(here, house, at, chosen)
            names = names or steps
            wrong += [f"{names[at - 1] if at else 'no kill'}: {each}" for each in found]
            shutil.rmtree(here)
    print(*wrong[:20], sep="\n")
    print(f"{len(names)} steps, {len(set(names))} of different names")
    print(f"{asked.kills} kills made; {len(wrong)} things lost or torn")
    return 1 if wrong else 0


def _one(place, house, at, chosen):
    """Kill a laptop at a step of its exchange; return what is wrong afterwards, and the steps."""
    server = ServerOnDisk(place / "server")
    server.keep(house.server.tables)
    victim, fellow, third = (LightLaptop(place / str(n), n, server) for n in range(LAPTOPS))
    third.close()
    ours = _prepare(victim, place, house, 0) | _prepare(fellow, place, house, 1)
    assert fellow.laptops.exchange().error is None
    victim.close()
    steps = _in_child(victim, at)
    victim.open()
    complaints = list(_complaints(victim, fellow, ours))
    victim.close()
    fellow.close()
    return complaints, steps


def _prepare(laptop, place, house, number):
    """Let a laptop do what it has to give, and return all that was shown as saved."""
    before = laptop.logged().keys()
    for n in range(3):
        laptop.people.add(Person(name=f"{number} {n}"))
    held = laptop.people.person(house.people[0])
    laptop.people.save(held, replace(held.thing, phone=f"0{number}"))
    if not number:
        laptop.records.erase([house.people[1]])
    path = place / f"file {number}"
    path.write_bytes(os.urandom(_FILE_BYTES))
    kept(_WithBlobs(laptop), path)
    erased, _ = kept(_WithBlobs(laptop), path, "Gone again")
    if number:
        laptop.laptops.exchange()
        laptop.records.erase([erased])
    return laptop.logged().keys() - before


def _in_child(victim, at):
    """Let the laptop take another out and exchange, in a process that is killed at a step."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        try:
            _exchange(victim, write, at)
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read) as told:
        steps = told.read().splitlines()
    _, status = os.waitpid(child, 0)
    assert at is None or os.WIFSIGNALED(status), f"it was never killed: {steps}"
    return steps


def _exchange(victim, write, at):
    left = [at or 0]

    def step(name):
        os.write(write, f"{name}\n".encode())
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    victim.open()
    out = [each.id for each in victim.laptops.laptops() if each.name == "Laptop 2"]
    with _told(step), _requests_told(victim.server, step):
        victim.laptops.remove(out)
        victim.laptops.exchange()
    victim.close()


@contextmanager
def _told(step):
    """Let every exchange tell its steps."""
    whole = exchange_module.GroupExchange.__init__

    def begun(self, *args, **kwargs):
        whole(self, *args, **{**kwargs, "at": step})

    exchange_module.GroupExchange.__init__ = begun
    try:
        yield
    finally:
        exchange_module.GroupExchange.__init__ = whole


@contextmanager
def _requests_told(server, step):
    """Let every request tell that it was done, before its answer comes."""
    before = server.faults

    def faults(when, what):
        before(when, what)
        if when == "after":
            step(f"asked {what}")

    server.faults = faults
    try:
        yield
    finally:
        server.faults = before


def _complaints(victim, fellow, ours):
    """Yield what is wrong after both have gone on."""
    yield from victim.records.checked().complaints
    out = [each for each in victim.laptops.laptops() if each.name == "Laptop 2"]
    if not out[0].is_removed:
        try:
            victim.laptops.remove([out[0].id])
        except Exception as error:  # noqa: BLE001  whatever it is, it is told
            yield f"it cannot take a laptop out afterwards: {error!r}"
    for each in (victim, fellow) * 2:
        report = each.laptops.exchange()
    for each in (victim, fellow):
        report = each.laptops.exchange()
        if report.error is not None or report.waiting or each.held():
            yield f"it does not go on: {report} {each.held()}"
    if victim.record_values() != fellow.record_values():
        yield "they show different things"
    for each in (victim, fellow):
        if not ours <= each.logged().keys():
            yield "something that was saved is missing"
        yield from each.records.checked().complaints
        folder = each.folder / "blobs"
        lie_there = sorted(one.name for one in folder.iterdir())
        if len(lie_there) != FILES:
            yield f"it has other files: {lie_there}"


if __name__ == "__main__":
    sys.exit(main())
