"""The service is killed while laptops send: what was acknowledged is there, once."""

import json
import os
import socket
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.contract.backend import operation
from tests.live.load import let_in
from tests.support.postgres import fresh_database
from vcs_desktop.sync.errors import Offline
from vcs_desktop.sync.service_remote import HttpGroupService
from vcs_desktop.wire.service import Outcome

PROJECT = Path(__file__).resolve().parents[2]
KILLS, WRITERS, EACH = 2, 4, 30


def test_a_service_that_is_killed_loses_nothing_that_it_acknowledged(postgres):
    with fresh_database(postgres) as database:
        port = _free_port()
        program = _started(database, port)
        try:
            laptop, _ = let_in(database, 2)
            done, is_up = threading.Semaphore(0), threading.Event()
            is_up.set()
            with ThreadPoolExecutor(WRITERS) as pool:
                writing = [
                    pool.submit(_write, f"http://127.0.0.1:{port}", laptop, done, is_up)
                    for _ in range(WRITERS)
                ]
                for _ in range(KILLS):
                    for _ in range(WRITERS * EACH // (KILLS + 2)):
                        assert done.acquire(timeout=60)
                    is_up.clear()
                    program.kill()
                    program.wait(30)
                    program.stdout.close()
                    program = _started(database, port)
                    is_up.set()
                acknowledged = [said for each in writing for said in each.result()]
            service = HttpGroupService.at(f"http://127.0.0.1:{port}")
            inside = service.entering(laptop.group, laptop.token)
            kept = {each.uuid: each.number for each in inside.operations(0).operations}
            assert inside.operations(0).head == len(kept) == WRITERS * EACH
            assert all(kept[uuid] == number for uuid, number in acknowledged)
            assert len(acknowledged) == WRITERS * EACH
            service.close()
        finally:
            program.kill()
            program.wait(30)
            program.stdout.close()


def _write(address, laptop, done, is_up):
    """Send operations one by one, each until it is acknowledged; return what was said."""
    said = []
    for _ in range(EACH):
        one = operation()
        while True:
            service = HttpGroupService.at(address)
            try:
                answer = service.entering(laptop.group, laptop.token).push([one])
                break
            except Offline:
                assert is_up.wait(60)
            finally:
                service.close()
        (result,) = answer.results
        assert result.outcome in (Outcome.STORED, Outcome.SAME)
        said.append((one.uuid, result.number))
        done.release()
    return said


def _started(database, port):
    order = [sys.executable, "-m", "vcs_desktop.app.service_entry", "run", "--json"]
    program = subprocess.Popen(
        [*order, "--database", database, "--port", str(port)],
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert json.loads(program.stdout.readline())["address"].endswith(f":{port}")
    return program


def _free_port():
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]
