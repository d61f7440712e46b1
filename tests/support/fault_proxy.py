"""A web server on this computer that serves a tree, and a faulty network before it.

Each request may meet one fault. It answers on the loopback only, so many requests and no more,
and stops with the test.
"""

import re
import socket
import threading
from contextlib import contextmanager
from pathlib import Path

PORTAL = b"<!DOCTYPE html><title>Welcome to our Wi-Fi</title><form>Sign in</form>"
LONGEST_WAIT_S = 5
MOST_REQUESTS = 2_000
DRIP_S = 0.05


class Reply:
    """An answer on its way out; ``body`` None is that it has none, not even of no length."""

    def __init__(self, status, said, body):
        self.status, self.said, self.body = status, said, body
        self.length = None if body is None else len(body)
        self.cut, self.drips, self.raw = None, b"", b""

    def head(self):
        if self.raw:
            return self.raw
        lines = [f"HTTP/1.1 {self.status}", *(f"{k}: {v}" for k, v in self.said.items())]
        if self.length is not None:
            lines.append(f"Content-Length: {self.length}")
        elif self.body is not None:
            lines.append("Connection: close")
        return "\r\n".join([*lines, "", ""]).encode()


def _drop_after(reply):
    reply.cut = 0


def _truncate(reply):
    reply.cut = len(reply.body or b"") // 2


def _truncate_without_length(reply):
    _truncate(reply)
    reply.length = None


def _duplicate(reply):
    reply.body = reply.body and reply.body + reply.body


def _portal(reply):
    reply.__init__("200 OK", {"Content-Type": "text/html; charset=utf-8"}, PORTAL)


def _portal_as_json(reply):
    reply.__init__("200 OK", {"Content-Type": "application/json"}, PORTAL)


def _sent_to_portal(reply):
    reply.__init__("302 Found", {"Location": "http://login.example/"}, b"")


def _drip(reply):
    _truncate(reply)
    reply.drips = (reply.body or b"")[reply.cut : -1]


def _drip_head(reply):
    reply.raw, reply.body = b"HTTP/1.1 200 OK\r\nX-Words: ", b""
    reply.drips = b"and so on, " * 10_000


def _drip_heads(reply):
    reply.raw, reply.body = b"HTTP/1.1 100 Continue\r\n\r\n", b""
    reply.drips = reply.raw * 10_000


def _wrong_length(reply):
    reply.body = (reply.body or b"") + b"1234567"
    reply.length = len(reply.body)


def _flipped_bits(reply):
    changed = bytearray(reply.body or b"")
    for place in range(len(changed) // 3, len(changed), 97):
        changed[place] ^= 16
    reply.body = reply.body and bytes(changed)


def _endless(reply):
    reply.body, reply.length = b"x" * (len(reply.body or b"") + 3_000_000), None


def _nonsense(reply):
    reply.raw, reply.body = b"\x16\x03\x01 what is this\r\n\r\n", b""


FAULTS = {
    "drop after": _drop_after,
    "truncate": _truncate,
    "truncate without length": _truncate_without_length,
    "duplicate": _duplicate,
    "portal": _portal,
    "portal as json": _portal_as_json,
    "sent to portal": _sent_to_portal,
    "drip": _drip,
    "drip head": _drip_head,
    "drip heads": _drip_heads,
    "wrong length": _wrong_length,
    "flipped bits": _flipped_bits,
    "endless": _endless,
    "nonsense": _nonsense,
}
EVERY_FAULT = ("drop before", "429", "503", "500", "404", "511", *FAULTS)
QUICK_FAULTS = tuple(each for each in EVERY_FAULT if not each.startswith("drip"))


class FaultyService:
    """Serves a folder; ``faults`` names the fault of the n-th request, counted from 0.

    ``always`` is the fault of every request of a path that ends with it, if any. With a
    ``context`` it speaks safely.
    """

    def __init__(self, folder, context=None):
        self.folder, self.context = Path(folder), context
        self.faults: dict[int, str] = {}
        self.always: dict[str, str] = {}
        self.redirects: dict[str, str] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.sent = self.received = self.dripped = 0
        self.drip_s = DRIP_S
        self.retry_after = "3"
        self._listener = socket.create_server(("127.0.0.1", 0))
        scheme = "https" if context else "http"
        self.address = f"{scheme}://127.0.0.1:{self._listener.getsockname()[1]}/library"
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def begin(self):
        self._thread.start()

    def end(self):
        self._over.set()
        with socket.create_connection(self._listener.getsockname()):
            pass  # wakes it
        self._thread.join(LONGEST_WAIT_S)
        self._listener.close()

    def _serve(self):
        while not self._over.is_set() and len(self.requests) < MOST_REQUESTS:
            line, _ = self._listener.accept()
            # The other side may keep one connection for later, and ask by another meanwhile.
            threading.Thread(target=self._speak, args=(line,), daemon=True).start()

    def _speak(self, line):
        line.settimeout(LONGEST_WAIT_S)
        try:
            if self.context:
                line = self.context.wrap_socket(line, server_side=True)
            with line:
                while not self._over.is_set() and self._answer(line):
                    pass
        except OSError:
            line.close()  # the other side went: that is its right

    def _answer(self, line):
        """Answer one request; say whether the connection goes on."""
        asked = _head(line)
        if asked is None:
            return False
        self.received += asked[2]
        path, headers, _ = asked
        fault = self.faults.get(len(self.requests), "")
        fault = next((f for end, f in self.always.items() if path.endswith(end)), fault)
        self.requests.append((path, headers))
        if fault == "drop before":
            return False
        return self._send(line, fault, Reply(*self._found(path, headers)))

    def _found(self, path, headers):
        if path in self.redirects:
            return "301 Moved", {"Location": self.redirects[path]}, b""
        file = self.folder / path.removeprefix("/library/")
        if not file.is_file():
            return "404 Not Found", {}, b"no"
        content = file.read_bytes()
        etag = f'"{hash(content) & 0xFFFFFFFF:x}"'
        kind = "application/json" if path.endswith(".json") else "application/octet-stream"
        said = {"ETag": etag, "Content-Type": kind}
        if headers.get("if-none-match") == etag:
            return "304 Not Modified", said, None
        wanted = headers.get("range", "")
        if wanted and headers.get("if-range") == etag:
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
            said["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
            return "206 Partial Content", said, content[start:]
        return "200 OK", said, content

    def _send(self, line, fault, reply):
        if fault.isdigit():
            said = {"Retry-After": self.retry_after} if fault in ("429", "503") else {}
            reply = Reply(f"{fault} Fault", said, b"")
        elif fault:
            FAULTS[fault](reply)
        whole = reply.head() + (reply.body or b"")[: reply.cut]
        line.sendall(whole)
        self.sent += len(whole)
        # Byte after byte, as long as the other side bears it; never to the end.
        for byte in reply.drips:
            if self._over.wait(self.drip_s):
                break
            line.sendall(bytes([byte]))
            self.dripped += 1
        return not fault


def _head(line):
    """Read the head of a request: its path, its headers, and how many bytes it had."""
    content = b""
    while b"\r\n\r\n" not in content:
        piece = line.recv(4_096)
        if not piece or len(content) > 16_000:
            return None
        content += piece
    first, *rest = content.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    headers = {
        name.lower(): value.strip() for name, _, value in (each.partition(":") for each in rest)
    }
    # Whoever takes us for a proxy says the whole address.
    return re.sub("^http://[^/]*", "", first.split(" ")[1]), headers, len(content)


@contextmanager
def faulty_service(folder, context=None):
    """Serve a folder for as long as the block goes, safely by ``context`` if one is given."""
    service = FaultyService(folder, context)
    service.begin()
    try:
        yield service
    finally:
        service.end()
