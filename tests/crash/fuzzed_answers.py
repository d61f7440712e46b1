"""Answers a laptop's questions with nonsense, and sees that it takes in nothing but what is signed.

    python -m tests.crash.fuzzed_answers --answers 20000

The laptop knows the line and has an older version; a service on this computer has a newer one.
Of what it answers, one call, some of them or every one is changed: the status, the headers, the
length, how it is packed or cut into pieces, the body, or bytes anywhere. The laptop must refuse
that in words and change nothing, or have exactly what was published; a file that goes along is
right or not there. Where the new version came, the laptop is set back.
"""

import argparse
import gzip
import logging
import random
import sys
import tempfile
import time
import zlib
from collections import Counter
from pathlib import Path

from tests.crash.mutated_libraries import Laboratory, changed_at_random
from tests.support.arriving import Laptop
from tests.support.fault_proxy import PORTAL, FaultyService
from tests.support.signed_trees import DIGITS
from vcs_desktop.storage.database import Database
from vcs_desktop.sync.http_remote import HttpRemote, Patience

QUICK = Patience(connect_s=5, read_s=0.15, least_bytes_s=1_000_000, always_s=1.5)
MOST_CALLS = 6
STATUSES = (
    "100 Continue", "101 Switching", "103 Early Hints", "200 OK", "201 Made", "203 Other", "204 No",
    "205 Reset", "206 Partial Content", "300 Many", "301 Moved", "302 Found", "303 See", "304 Same",
    "307 Away", "308 For ever", "400 Bad", "401 Who", "403 No", "404 None", "407 Proxy", "410 Gone",
    "416 Range", "418 Teapot", "421 Wrong", "425 Early", "429 Slow", "451 Law", "500 Broken",
    "502 Bad", "503 Busy", "504 Late", "511 Sign in", "599 ?", "999 ?", "000 ?", "99 x", "-1 x",
    "2OO OK", "", "200", "\xb2\xb0\xb0 OK",
)  # fmt: skip
LENGTHS = (
    "0",
    "1",
    "-1",
    "+5",
    "99999999999999999999",
    "1e3",
    "0x10",
    "",
    " ",
    "12, 12",
    "7, 8",
    "\xb2",
    "1_0",
)
NAMES = (
    "Content-Length", "Content-Type", "Content-Encoding", "Transfer-Encoding", "ETag", "Location",
    "Last-Modified", "Content-Range", "Retry-After", "Connection", "Set-Cookie", "Date", "Trailer",
    "Upgrade", "Refresh", "X-\xe9", "", " Folded", "Content_Length", "If-Range", "Vary",
)  # fmt: skip
VALUES = (
    "", "0", "gzip", "br", "deflate, gzip", "chunked", "identity", "chunked, gzip", "text/html",
    "application/json; charset=utf-7", "application/xhtml+xml", "multipart/byteranges; boundary=x",
    '"same"', 'W/"weak"', '"' + "e" * 300 + '"', "\xff\xfe", "a\tb", "a\x00b", "a\x0bb",
    "bytes 0-0/1",
    "bytes */9", "bytes 5-2/x", "bytes 0-99999999999/99999999999", "Sun, 99 Foo 20x6", "-5", "1e9",
    "Sun, 06 Nov 1994 08:49:37 GMT", "close", "keep-alive", "upgrade", "//",
    "/library/library.json",
    "root.json", "http://[", "https://127.0.0.1:1/", "http://login.example/", "javascript:1",
    "\u2028",
    "x" * 70_000,
)  # fmt: skip


class Nonsense(FaultyService):
    """Serves a tree, and changes what it answers to the calls that ``is_changed`` names."""

    def __init__(self, folder):
        super().__init__(folder)
        self.chance = random.Random(0)
        self.is_changed = lambda _: False
        self.answers = 0
        self.kinds = Counter()

    def _send(self, line, fault, reply):
        if not self.is_changed(len(self.requests) - 1):
            return super()._send(line, fault, reply)
        self.answers += 1
        content = self._whole(reply)
        line.sendall(content)
        self.sent += len(content)
        return self.chance.random() < 0.15

    def _whole(self, reply):
        """Return an answer as bytes, with some things changed."""
        chance = self.chance
        answer = Wrong(reply, chance, self.folder)
        for change in chance.sample(CHANGES, chance.choice((1, 1, 1, 2, 3))):
            self.kinds[change.__name__.strip("_")] += 1
            change(answer)
        return answer.bytes()


class Wrong:
    """An answer that is being changed: its first line, headers in their order, and body."""

    def __init__(self, reply, chance, folder):
        self.chance, self.folder = chance, folder
        self.first = f"HTTP/1.1 {reply.status}"
        self.headers = list(reply.said.items())
        self.body = reply.body or b""
        self.has_length = reply.body is not None
        self.last = None

    def bytes(self):
        headers = list(self.headers)
        if self.has_length:
            headers.append(("Content-Length", str(len(self.body))))
        lines = [self.first, *(f"{name}: {value}" for name, value in headers), "", ""]
        whole = "\r\n".join(lines).encode("utf-8") + self.body
        return self.last(whole) if self.last else whole


def _status(wrong):
    version = wrong.chance.choice(("HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/2", "ICY", ""))
    wrong.first = f"{version} {wrong.chance.choice(STATUSES)}"


def _a_header(wrong):
    new = wrong.chance.choice(NAMES), wrong.chance.choice(VALUES)
    wrong.headers.insert(wrong.chance.randrange(len(wrong.headers) + 1), new)


def _no_headers(wrong):
    wrong.headers = []
    wrong.has_length = wrong.chance.random() < 0.5


def _many_headers(wrong):
    wrong.headers += [(f"X-{number}", "x") for number in range(wrong.chance.choice((50, 99, 200)))]


def _length(wrong):
    wrong.has_length = wrong.chance.random() < 0.3
    near = str(max(0, len(wrong.body) + wrong.chance.choice((-1, 1, -50, 50, 10**9))))
    wrong.headers.append(("Content-Length", wrong.chance.choice((*LENGTHS, near, near, near))))


def _packed(wrong):
    name, pack = wrong.chance.choice(
        (("gzip", gzip.compress), ("deflate", zlib.compress), ("br", bytes), ("x-y", bytes))
    )
    wrong.headers.append(("Content-Encoding", name))
    if wrong.chance.random() < 0.8:
        wrong.body = pack(wrong.body)


def _in_pieces(wrong):
    wrong.headers.append(("Transfer-Encoding", "chunked"))
    wrong.has_length = wrong.chance.random() < 0.2
    size = wrong.chance.choice((1, 7, 100, 5_000))
    ends = [b"\r\n", b"\r\n", b"\n", b";x=y\r\n", b"\r\nzz"]
    pieces = b""
    for at in range(0, min(len(wrong.body), 50 * size), size):
        piece = wrong.body[at : at + size]
        said = f"{len(piece) + wrong.chance.choice((0,) * 30 + (1, -1, 2**40)):x}".encode()
        pieces += said + wrong.chance.choice(ends) + piece + b"\r\n"
    wrong.body = pieces + wrong.chance.choice((b"0\r\n\r\n", b"0\r\nX: y\r\n\r\n", b"", b"-1\r\n"))


def _body(wrong):
    wrong.body = changed_at_random(wrong.body, wrong.chance)


def _another_body(wrong):
    files = sorted(file for file in wrong.folder.rglob("*") if file.is_file())
    other = wrong.chance.choice(files).read_bytes()
    wrong.body = wrong.chance.choice(
        (other, other, wrong.body + other, other + wrong.body, b"", PORTAL, b"{}\n", b"[" * 90_000,
         b"null\n", wrong.body * 3, wrong.chance.randbytes(500), gzip.compress(bytes(3_000_000)))
    )  # fmt: skip


def _cut(wrong):
    wrong.last = lambda whole: whole[: wrong.chance.randrange(len(whole) + 1)]


def _anything(wrong):
    wrong.last = lambda whole: changed_at_random(whole, wrong.chance)


def _head(wrong):
    def change(whole):
        end = whole.find(b"\r\n\r\n") + 4
        return changed_at_random(whole[:end], wrong.chance) + whole[end:]

    wrong.last = change


def _twice(wrong):
    wrong.last = lambda whole: whole + whole


CHANGES = (
    _status, _a_header, _a_header, _a_header, _no_headers, _many_headers, _length, _length, _packed,
    _in_pieces, _body, _body, _another_body, _cut, _anything, _head, _twice,
)  # fmt: skip


class Answered(Laboratory):
    """A laptop with an older version that it has from the service, which has a newer one."""

    def fill(self, laptop, office):
        self.service = Nonsense(office.folder)
        self.service.begin()
        laptop.arrivals.sync(self.service.address, trust=DIGITS)

    def opened(self):
        laptop = Laptop(self.data, database=Database(self.data / "library.db"))
        laptop.arrivals._remote_at = lambda address: HttpRemote(address, QUICK)
        return laptop

    def close(self):
        super().close()
        self.service.end()

    def prepared(self, chance):
        service = self.service
        service.chance = chance
        service.requests.clear()
        share, one = chance.choice((0.0, 0.0, 0.5, 1.0)), chance.randrange(MOST_CALLS)
        service.is_changed = lambda call: call == one or chance.random() < share
        return lambda: self.laptop.arrivals.sync(service.address), lambda: None


def main(words=None):
    """Change so many answers; return 1 when something was taken in that should not have been."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(words)
    logging.disable(logging.WARNING)  # what is said in words is asked of the errors
    chance, begun = random.Random(asked.seed), time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        both = [Answered(Path(place) / str(deltas), deltas=deltas) for deltas in (True, False)]
        number = 0
        while (answers := sum(each.service.answers for each in both)) < asked.answers:
            number += 1
            for complaint in both[number % 2].tried(chance):
                print(f"WRONG: question {number}: {complaint}")
        for laboratory in both:
            laboratory.close()
    told_of, times = both[0].counts + both[1].counts, sorted(both[0].times + both[1].times)
    for name, count in told_of.most_common():
        print(f"{count:7} {name}")
    kinds = both[0].service.kinds + both[1].service.kinds
    print(", ".join(f"{name} {count}" for name, count in kinds.most_common()))
    took = f"{times[len(times) // 2] * 1000:.1f} ms for one, {times[-1] * 1000:.0f} ms at most"
    print(f"{number} times asked; {took}; {time.monotonic() - begun:.0f} s")
    wrong = both[0].wrong + both[1].wrong
    print(f"{answers} answers; {wrong} taken in with other content, crashed or not said")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
