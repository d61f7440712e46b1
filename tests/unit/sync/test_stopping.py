"""Who stops waits no longer for a service that says nothing: the connection ends at once."""

import socket
import threading
from contextlib import closing, suppress

import pytest

from tests.support.arriving import Laptop
from vcs_desktop.core.errors import Stopped
from vcs_desktop.core.stopping import Stop, telling
from vcs_desktop.services.arrivals import ArrivalsService, Outcome
from vcs_desktop.sync.http_remote import HttpRemote, Patience

PATIENT = Patience(connect_s=120, read_s=120, always_s=120)
"""So long that none of these tests can end by itself."""
SOON_S = 20
HANDSHAKE = 22
"""What TLS begins with. Source: RFC 8446, 5.1."""
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"


class Asking(threading.Thread):
    """Somebody who asks for a file, and waits for all of it."""

    def __init__(self, remote):
        super().__init__(daemon=True)
        self.remote = remote
        self.heard = None
        self.start()

    def run(self):
        try:
            with closing(self.remote.get("library.json", {})) as answer:
                self.heard = b"".join(answer.pieces)
        except Exception as error:  # noqa: BLE001  whatever it is, the test looks at it
            self.heard = error

    def ended(self):
        self.join(SOON_S)
        return not self.is_alive()


@pytest.fixture
def listener():
    with socket.create_server(("127.0.0.1", 0)) as made:
        made.settimeout(SOON_S)
        yield made


def address_of(listener, scheme="http"):
    return f"{scheme}://127.0.0.1:{listener.getsockname()[1]}"


def test_before_the_answer_begins(listener):
    with closing(HttpRemote(address_of(listener), PATIENT)) as remote:
        asking = Asking(remote)
        line, _ = listener.accept()
        with line:
            assert line.recv(10_000).startswith(b"GET /library.json")
            remote.stop()
            assert asking.ended()
    assert isinstance(asking.heard, Stopped)


def test_in_the_middle_of_an_answer(listener):
    with closing(HttpRemote(address_of(listener), PATIENT)) as remote:
        begun = threading.Event()
        real = remote._pieces

        def pieces(response):
            for piece in real(response):
                begun.set()
                yield piece

        remote._pieces = pieces
        asking = Asking(remote)
        line, _ = listener.accept()
        with line:
            line.recv(10_000)
            line.sendall(HEAD)
            assert begun.wait(SOON_S)
            remote.stop()
            assert asking.ended()
    assert isinstance(asking.heard, Stopped)


def test_while_both_agree_how_to_speak_safely(listener):
    with closing(HttpRemote(address_of(listener, "https"), PATIENT)) as remote:
        asking = Asking(remote)
        line, _ = listener.accept()
        with line:
            assert line.recv(10_000)[0] == HANDSHAKE
            remote.stop()
            assert asking.ended()
    assert isinstance(asking.heard, Stopped)


def test_while_nobody_takes_the_call():
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        callers = _fill(full)
        with closing(HttpRemote(address_of(full), PATIENT)) as remote:
            held = threading.Event()
            real = remote._session.hold

            def hold(line):
                real(line)
                held.set()

            remote._session.hold = hold
            asking = Asking(remote)
            assert held.wait(SOON_S)
            remote.stop()
            for each in callers:
                each.close()
            full.close()
            assert asking.ended()
    assert isinstance(asking.heard, Stopped)


def _fill(full):
    """Call until nobody takes the call any more."""
    callers = []
    for _ in range(8):
        each = socket.socket()
        each.settimeout(0.2)
        callers.append(each)
        with suppress(OSError):
            each.connect(full.getsockname())
            continue
        break
    return callers


def test_what_was_stopped_asks_nobody_any_more(listener):
    with closing(HttpRemote(address_of(listener), PATIENT)) as remote:
        remote.stop()
        with pytest.raises(Stopped):
            remote.get("library.json", {})
        listener.settimeout(0)
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_an_update_that_is_stopped_ends_at_once_and_changes_nothing(listener, tmp_path):
    laptop = Laptop(tmp_path / "data")
    arrivals = ArrivalsService(
        laptop.database, laptop.clock, laptop.library, laptop.folder,
        remote_at=lambda address: HttpRemote(address, PATIENT),
    )  # fmt: skip
    before, stop, found = laptop.all(), Stop(), []
    asking = threading.Thread(
        target=lambda: found.append(arrivals.sync(address_of(listener), stop=stop)), daemon=True
    )
    asking.start()
    line, _ = listener.accept()
    with line:
        line.recv(10_000)
        stop.set()
        asking.join(SOON_S)
    assert [each.outcome for each in found] == [Outcome.STOPPED]
    assert laptop.all() == before
    laptop.close()


def test_whoever_waits_is_told_while_they_wait_and_not_after():
    told, stop = [], Stop()
    with stop.telling(lambda: told.append("one")):
        pass
    with telling(stop, lambda: told.append("two")), telling(threading.Event(), told.clear):
        stop.set()
        stop.set()
    assert told == ["two", "two"]
    with telling(stop, lambda: told.append("three")):
        assert told[-1] == "three"
