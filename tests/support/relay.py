"""Stands between laptops and a service on this computer, and keeps every byte that goes by."""

import socket
import threading
from contextlib import contextmanager, suppress

_WAIT_S = 10
_AT_ONCE = 1 << 16
MOST_LINES = 500


class Relay:
    """An address that leads to another one. ``seen`` is what went by, both ways."""

    def __init__(self, port):
        self.seen = bytearray()
        self._port = port
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(_WAIT_S)
        self._ends = []
        self._threads = [threading.Thread(target=self._listen)]
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def begin(self):
        self._threads[0].start()

    def end(self):
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for each in self._threads:
            each.join(_WAIT_S)
        for each in self._ends:
            each.close()
        assert not any(each.is_alive() for each in self._threads)

    def _listen(self):
        for _ in range(MOST_LINES):
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self._port), timeout=_WAIT_S)
            self._ends += [near, far]
            for ends in ((near, far), (far, near)):
                self._threads.append(threading.Thread(target=self._carry, args=ends))
                self._threads[-1].start()

    def _carry(self, near, far):
        near.settimeout(_WAIT_S)
        with suppress(OSError):
            while content := near.recv(_AT_ONCE):
                with self._lock:
                    self.seen += content
                far.sendall(content)
        for each in (near, far):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


@contextmanager
def relay_to(address):
    """Yield a relay to an address on this computer."""
    relay = Relay(int(address.rpartition(":")[2].strip("/")))
    relay.begin()
    try:
        yield relay
    finally:
        relay.end()
