"""The trial server answers many at once in one thread, and lets go of who says nothing."""

import asyncio
import socket
import threading

import pytest

from tests.support.library_examples import call
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.publishing import trial_server
from vcs_desktop.publishing.trial_server import LOOPBACK, TrialServer, must_be_tree

ASK = b"GET /library.json HTTP/1.1\r\nHost: x\r\n\r\n"


def talking(tree, talk, **settings):
    """Serve a tree while somebody talks to it; return what comes of the talk."""

    async def both():
        server = TrialServer(tree, LOOPBACK, 0, **settings)
        ready = asyncio.Event()
        serving = asyncio.create_task(server.serve(ready.set))
        await ready.wait()
        port = int(server.address.rsplit(":", 1)[1].rstrip("/"))
        try:
            return await talk(port)
        finally:
            serving.cancel()
            await asyncio.gather(serving, return_exceptions=True)
            server.close()

    return asyncio.run(both())


async def meet(port):
    return await asyncio.open_connection(LOOPBACK, port)


async def leave(*writers):
    for writer in writers:
        writer.close()
        await writer.wait_closed()


async def answer(reader):
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    fields = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if line)
    body = await reader.readexactly(int(fields.get("Content-Length", "0")))
    return int(head.split()[1]), fields, body


@pytest.fixture
def tree(ann):
    ann.publish(*(call(f"grant {number}") for number in range(3_000)))
    return ann.tree


def test_no_small_answer_waits_for_more(tree, monkeypatch):
    seen = []
    whole = TrialServer._answered

    async def answered(self, reader, writer):
        line = writer.get_extra_info("socket")
        seen.append(line.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        return await whole(self, reader, writer)

    async def talk(port):
        reader, writer = await meet(port)
        writer.write(ASK)
        await answer(reader)
        await leave(writer)

    monkeypatch.setattr(TrialServer, "_answered", answered)
    talking(tree, talk)
    assert seen
    assert all(seen)


def test_one_connection_takes_several_requests(tree):
    async def talk(port):
        reader, writer = await meet(port)
        writer.write(ASK + b"GET /snapshots/1.ndjson.gz HTTP/1.1\r\n\r\n" + ASK)
        answers = [await answer(reader) for _ in range(3)]
        tag = answers[0][1]["ETag"]
        writer.write(ASK[:-2] + f"If-None-Match: {tag}\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HEAD /library.json HTTP/1.1\r\nConnection: close\r\n\r\n")
        last = await reader.read()
        await leave(writer)
        return answers, head, last

    answers, unchanged, last = talking(tree, talk)
    assert [status for status, _, _ in answers] == [200, 200, 200]
    assert answers[1][2] == (tree / "snapshots" / "1.ndjson.gz").read_bytes()
    assert unchanged.startswith(b"HTTP/1.1 304")
    assert last.endswith(b"\r\n\r\n")
    assert b"Connection: close" in last


def test_who_reads_slowly_keeps_nobody_waiting_and_no_thread_is_started(tree):
    before = threading.active_count()

    async def talk(port):
        slow = [await meet(port) for _ in range(20)]
        for _, writer in slow:
            writer.write(b"GET /snapshots/1.ndjson.gz HTTP/1.1\r\n\r\nGET")
        reader, writer = await meet(port)
        writer.write(ASK)
        status, _, _ = await answer(reader)
        threads = threading.active_count()
        bodies = [(await answer(reader))[2] for reader, _ in slow]
        await leave(writer, *(each for _, each in slow))
        return status, threads, bodies

    status, threads, bodies = talking(tree, talk)
    assert status == 200
    assert threads == before
    assert set(bodies) == {(tree / "snapshots" / "1.ndjson.gz").read_bytes()}


@pytest.mark.parametrize("said", [b"hello\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"x" * 40_000])
def test_what_is_no_request_is_answered_and_the_connection_closed(tree, said):
    async def talk(port):
        reader, writer = await meet(port)
        writer.write(said)
        found = await reader.read()
        await leave(writer)
        return found

    assert talking(tree, talk).startswith(b"HTTP/1.1 400")


def test_who_says_nothing_or_goes_away_is_let_go(tree):
    async def talk(port):
        reader, writer = await meet(port)
        silent = await reader.read()
        for said in (b"", b"GET /lib", b"GET /snapshots/1.ndjson.gz HTTP/1.1\r\n\r\n"):
            _, gone = await meet(port)
            gone.write(said)
            gone.transport.abort()
        reader, last = await meet(port)
        last.write(ASK)
        status, _, _ = await answer(reader)
        await leave(writer, last)
        return silent, status

    assert talking(tree, talk, wait_s=0.2) == (b"", 200)


def test_too_many_at_once_are_turned_away(tree, monkeypatch):
    monkeypatch.setattr(trial_server, "MOST_CONNECTIONS", 2)

    async def talk(port):
        first = [await meet(port) for _ in range(2)]
        for reader, writer in first:
            writer.write(ASK)
            assert (await answer(reader))[0] == 200
        reader, writer = await meet(port)
        turned_away = await reader.read()
        await leave(writer, *(each for _, each in first))
        return turned_away

    assert talking(tree, talk) == b""


def test_a_file_that_got_shorter_on_the_way_ends_the_connection(tree, monkeypatch):
    monkeypatch.setattr("os.fstat", lambda _: (tree / "library.json").stat())
    size = (tree / "library.json").stat().st_size

    async def talk(port):
        reader, writer = await meet(port)
        writer.write(b"GET /root.json HTTP/1.1\r\n\r\n")
        found = await reader.read()
        await leave(writer)
        return found

    assert size > (tree / "root.json").stat().st_size
    assert f"Content-Length: {size}".encode() in talking(tree, talk)


def test_an_address_that_is_taken_or_none_is_said(tree):
    with socket.create_server((LOOPBACK, 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotUseInput):
            TrialServer(tree, LOOPBACK, port)
    for host, port in (("example.org", 0), ("", 0), ("192.0.2.1", 0), (LOOPBACK, 99_999)):
        with pytest.raises(CannotUseInput):
            TrialServer(tree, host, port)


def test_a_folder_without_a_library_is_not_served(tree, tmp_path):
    must_be_tree(tree)
    with pytest.raises(CannotUseInput):
        must_be_tree(tmp_path)
