"""What a web server answers when somebody asks for a file of a published tree.

Only the names that a tree can have are known: no other path leads anywhere, whatever it
is written like. Packed files go out as they are, never packed a second time.

Source: RFC 9110 (HTTP semantics), 13 (conditional requests) and 14 (ranges).
"""

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import IO, Final

from vcs_desktop.core.language import tr
from vcs_desktop.wire.manifest import LARGEST_MANIFEST, MANIFEST_NAME
from vcs_desktop.wire.roots import ROOT_NAME

_NAMES: Final = re.compile(
    rf"({re.escape(ROOT_NAME)}|{re.escape(MANIFEST_NAME)})"
    r"|(?:snapshots|deltas)/[1-9][0-9]{0,8}\.ndjson\.gz|attachments/[0-9a-f]{64}",
    re.ASCII,
)
_REQUEST_LINE: Final = re.compile(rb"([A-Z]{1,20}) (/[!-~]{0,2000}) HTTP/1\.([01])")
_HEADER: Final = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}):[ \t]*([ -~\t]*?)[ \t]*")
_RANGE: Final = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})", re.ASCII)
_READS: Final = ("GET", "HEAD")
_JSON, _PACKED, _BYTES = "application/json", "application/gzip", "application/octet-stream"
_WORDS: Final = "text/plain; charset=utf-8"


class BadRequest(ValueError):
    """What came is no request that we understand."""


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks for. The names of ``headers`` are small letters."""

    method: str
    target: str
    headers: Mapping[str, str]
    stays: bool
    """Whether the connection stays open for another request."""


@dataclass(slots=True)
class Reply:
    """What is answered: ``body`` whole, or ``length`` bytes of ``file`` from where it stands."""

    status: HTTPStatus
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    file: IO[bytes] | None = None
    length: int = 0

    def head(self, *, stays: bool) -> bytes:
        """Return what goes before the body."""
        lines = [f"HTTP/1.1 {self.status.value} {self.status.phrase}"]
        if self.status is not HTTPStatus.NOT_MODIFIED:
            self.headers.setdefault("Content-Length", str(len(self.body)))
        self.headers["X-Content-Type-Options"] = "nosniff"
        self.headers["Connection"] = "keep-alive" if stays else "close"
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        return "\r\n".join([*lines, "", ""]).encode("ascii")

    def close(self) -> None:
        """Let go of the file."""
        if self.file is not None:
            self.file.close()


def request_of(head: bytes) -> Request:
    """Read the head of a request.

    Raises:
        BadRequest: it is none, or it brings something with it.
    """
    first, *lines = head.removesuffix(b"\r\n\r\n").split(b"\r\n")
    asked = _REQUEST_LINE.fullmatch(first)
    if asked is None:
        raise BadRequest("the first line")
    headers: dict[str, str] = {}
    for line in lines:
        found = _HEADER.fullmatch(line)
        if found is None:
            raise BadRequest("a header")
        name = found[1].decode().lower()
        headers[name] = f"{headers[name]}, {found[2].decode()}" if name in headers else (
            found[2].decode()
        )  # fmt: skip
    if "transfer-encoding" in headers or headers.get("content-length", "0") != "0":
        raise BadRequest("a body")
    closes = "close" in headers.get("connection", "").lower()
    return Request(asked[1].decode(), asked[2].decode(), headers, asked[3] == b"1" and not closes)


def reply_to(request: Request, tree: Path) -> Reply:
    """Return what is answered to a request; close it when it is sent."""
    if request.method not in _READS:
        return _told(
            HTTPStatus.METHOD_NOT_ALLOWED, tr("This can only be read."), Allow=", ".join(_READS)
        )
    name = request.target.partition("?")[0][1:]
    if not name:
        words = tr("This is a library for VCS Desktop. Give this address to the program.")
        return _told(HTTPStatus.OK, words)
    file = _opened(tree, name)
    if file is None:
        return _told(HTTPStatus.NOT_FOUND, tr("There is nothing here."))
    try:
        reply = _of_file(request, name, file)
    except OSError:
        file.close()
        return _told(HTTPStatus.NOT_FOUND, tr("There is nothing here."))
    if reply.file is None:
        file.close()
    return reply


def bad_request() -> Reply:
    """Return what is answered to what is no request."""
    return _told(HTTPStatus.BAD_REQUEST, tr("This is no request that we understand."))


def _opened(tree: Path, name: str) -> IO[bytes] | None:
    """Open a file of the tree, or return None: for another name, and for a link out of it."""
    if _NAMES.fullmatch(name) is None:
        return None
    path = tree / name
    try:
        if not path.is_file() or not path.resolve().is_relative_to(tree.resolve()):
            return None
        return path.open("rb")
    except OSError:
        return None


def _of_file(request: Request, name: str, file: IO[bytes]) -> Reply:
    size = os.fstat(file.fileno()).st_size
    tag = _tag(name, file)
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Accept-Ranges": "bytes"}
    if _is_known(request.headers.get("if-none-match", ""), tag):
        return Reply(HTTPStatus.NOT_MODIFIED, headers)
    headers["Content-Type"] = _type(name)
    status, start, length = HTTPStatus.OK, 0, size
    wanted = request.headers.get("range", "") if request.method == "GET" else ""
    if wanted and request.headers.get("if-range", tag) == tag:
        found = _RANGE.fullmatch(wanted.replace(" ", ""))
        # Several ranges, and what is none, may be passed over: then all of it is sent.
        if found is not None and any(found.groups()):
            start, length = _part(found[1], found[2], size)
            if not length:
                return _told(
                    HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                    tr("The file is not that long."),
                    **{"Content-Range": f"bytes */{size}"},
                )
            status = HTTPStatus.PARTIAL_CONTENT
            headers["Content-Range"] = f"bytes {start}-{start + length - 1}/{size}"
    headers["Content-Length"] = str(length)
    if request.method == "HEAD":
        return Reply(status, headers)
    file.seek(start)
    return Reply(status, headers, file=file, length=length)


def _part(first: str, last: str, size: int) -> tuple[int, int]:
    """Return where a range begins and how long it is; no length where there is nothing of it."""
    if not first:
        length = min(int(last), size)
        return size - length, length
    start = int(first)
    end = min(int(last), size - 1) if last else size - 1
    return start, max(0, end - start + 1)


def _tag(name: str, file: IO[bytes]) -> str:
    """Return a tag that is another one whenever the file is."""
    if "/" not in name:
        content = file.read(LARGEST_MANIFEST + 1)
        file.seek(0)
        return f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    about = os.fstat(file.fileno())
    return f'"{about.st_size:x}-{about.st_mtime_ns:x}-{about.st_ino:x}"'


def _is_known(asked: str, tag: str) -> bool:
    known = {each.strip().removeprefix("W/") for each in asked.split(",")}
    return tag in known or "*" in known


def _type(name: str) -> str:
    return _JSON if "/" not in name else _PACKED if name.endswith(".gz") else _BYTES


def _told(status: HTTPStatus, words: str, **headers: str) -> Reply:
    return Reply(status, {"Content-Type": _WORDS, **headers}, f"{words}\n".encode())
