"""A published library at a service: fetched file by file into a folder of ours, and then read.

A download that broke off goes on where it was, also after the program was ended: what came lies
in ``<digest>.part``, and beside it what the service called the file then. Under its own name,
its digest, lies only what was found right.
"""

import hashlib
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing, suppress
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

from vcs_desktop.sync.errors import NoServiceThere, Offline, SignInToWifi, TooSlow, TryLater
from vcs_desktop.sync.remote import Answer, Remote, asked_wait_s
from vcs_desktop.sync.tree import Listed
from vcs_desktop.sync.trust import NotWhole
from vcs_desktop.wire.manifest import LARGEST_MANIFEST, MANIFEST_NAME
from vcs_desktop.wire.roots import LARGEST_CHAIN, ROOT_NAME

TRIES: Final = 4
LONGEST_PAUSE_S: Final = 10.0
"""What a service may ask us to wait while somebody looks on; for more, we come again later."""
_GOOD, _PART, _NOT_CHANGED, _NOT_THERE, _NO_SUCH_PART = 200, 206, 304, (404, 410), 416
_BUSY: Final = (429, 503)
_LONGEST_TAG: Final = 200


_Result = TypeVar("_Result")


class RemoteTree:
    """The tree of one service.

    ``read`` is told of each piece's bytes as they come, and may raise ``Stopped``. ``pause``
    waits for so many seconds.
    """

    def __init__(
        self,
        remote: Remote,
        folder: Path,
        *,
        read: Callable[[int], None] = lambda _: None,
        pause: Callable[[float], None] = time.sleep,
        now_s: Callable[[], float] = time.time,
    ) -> None:
        self._remote = remote
        self._folder = folder
        self._read = read
        self._pause = pause
        self._now_s = now_s
        self.etag = ""

    def newer_manifest(self, etag: str) -> bytes | None:
        """Return the manifest unless it is the one that the service called ``etag``.

        Raises:
            Offline: it cannot be fetched.
        """
        return self._tried(lambda: self._small(MANIFEST_NAME, LARGEST_MANIFEST, etag))

    def manifest(self) -> bytes:
        """Return the manifest."""
        return self.newer_manifest("") or b""

    def root(self) -> bytes:
        """Return the chain of roots."""
        return self._tried(lambda: self._small(ROOT_NAME, LARGEST_CHAIN, "")) or b""

    def open(self, listed: Listed) -> BinaryIO:
        """Open a file that the manifest names; it is fetched first unless it is here."""
        path = self._folder / listed.sha256
        if not path.is_file() or path.stat().st_size != listed.size:
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                self._tried(lambda: self._fetch(listed, path))
            except NotWhole:  # it may have been hurt on the way: once more
                self._tried(lambda: self._fetch(listed, path))
        return path.open("rb")

    def close(self) -> None:
        """Let go of it; what came so far stays for the next time."""

    def let_go(self, listed: Listed) -> None:
        """Throw away a file that was fetched, for it is kept elsewhere now."""
        with suppress(OSError):
            (self._folder / listed.sha256).unlink()

    def clear(self, but: Collection[str] = ()) -> None:
        """Throw away what was fetched: it has been taken in, or is of no use any more.

        ``but`` is the digests of files that are gone on with later. What cannot be deleted
        stays for the next time: nothing that was taken in depends on it.
        """
        with suppress(OSError):
            for file in list(self._folder.iterdir()):
                if file.stem not in but:
                    with suppress(OSError):
                        file.unlink()

    def _tried(self, work: Callable[[], _Result]) -> _Result:
        """Do something, again if the connection broke.

        Raises:
            Offline: it broke each time.
        """
        for tries in range(1, TRIES + 1):
            try:
                return work()
            except (SignInToWifi, NoServiceThere, TooSlow):
                raise
            except TryLater as error:
                if tries == TRIES or error.wait_s > LONGEST_PAUSE_S:
                    raise
                self._pause(error.wait_s or tries)
            except Offline:
                if tries == TRIES:
                    raise
                self._pause(tries - 1)
        raise Offline("it was never asked for")

    def _small(self, name: str, most: int, etag: str) -> bytes | None:
        answer = self._remote.get(name, {"If-None-Match": etag} if etag else {})
        with closing(answer):
            if answer.status == _NOT_CHANGED and etag:
                return None
            self._must_be_good(answer, name)
            if (length := _length(answer.headers)) is not None and length > most:
                raise NoServiceThere(f"{name} is too large")
            content = b""
            for piece in answer.pieces:
                content += piece
                self._read(len(piece))
                if len(content) > most:
                    raise NoServiceThere(f"{name} is too large")
        if content.lstrip()[:1] == b"<":
            raise SignInToWifi(f"{name} is a web page")
        if not content.endswith(b"}\n"):
            if length == len(content):
                raise NoServiceThere(f"{name} is something else")
            raise Offline(f"{name} was cut off")
        if name == MANIFEST_NAME:
            self.etag = _plain(answer.headers.get("etag", ""))
        return content

    def _fetch(self, listed: Listed, path: Path) -> None:
        """Fetch a file, or what is missing of it, and give it its name once it is right."""
        part, tag = path.with_suffix(".part"), path.with_suffix(".tag")
        start = part.stat().st_size if part.is_file() and tag.is_file() else 0
        if not start or start < listed.size:
            self._continue(listed, part, tag, start)
        with part.open("rb") as file:
            right = hashlib.file_digest(file, "sha256").hexdigest() == listed.sha256
        if not right:
            tag.unlink(missing_ok=True)
            if start:
                # What came now may not fit what was here: once more, from the beginning.
                raise Offline(f"{listed.path} is not what it was")
            raise NotWhole(f"{listed.path} has another digest")
        part.replace(path)
        tag.unlink(missing_ok=True)

    def _continue(self, listed: Listed, part: Path, tag: Path, start: int) -> None:
        headers = {}
        if start:
            headers = {"Range": f"bytes={start}-", "If-Range": tag.read_text("ascii", "replace")}
        answer = self._remote.get(listed.path, headers)
        with closing(answer):
            if answer.status == _NO_SUCH_PART:
                tag.unlink(missing_ok=True)
                raise Offline(f"{listed.path} cannot be gone on with")
            if answer.status == _GOOD:
                start = 0
            self._must_be_good(answer, listed.path)
            tag.unlink(missing_ok=True)
            _must_fit(answer, listed, start)
            with part.open("ab" if start else "wb") as file:
                if called := _strong_tag(answer.headers):
                    tag.write_text(called, "ascii")
                for piece in _no_more_than(answer.pieces, listed.size - start, listed.path):
                    file.write(piece)
                    self._read(len(piece))
                if file.tell() != listed.size:
                    raise Offline(f"{listed.path} was cut off")

    def _must_be_good(self, answer: Answer, path: str) -> None:
        if answer.status in (_GOOD, _PART):
            return
        if answer.status in _BUSY:
            raise TryLater(path, wait_s=asked_wait_s(answer.headers, self._now_s()))
        if answer.status in _NOT_THERE and path not in (MANIFEST_NAME, ROOT_NAME):
            raise NotWhole(f"{path} is not there")
        if HTTPStatus.BAD_REQUEST <= answer.status < HTTPStatus.INTERNAL_SERVER_ERROR:
            raise NoServiceThere(f"{path}: {answer.status}")
        raise Offline(f"{path}: {answer.status}")


def _must_fit(answer: Answer, listed: Listed, start: int) -> None:
    """Compare what an answer says of itself with what the manifest says.

    Raises:
        NotWhole: it is another file.
        Offline: it is not the part that was asked for.
    """
    length = _length(answer.headers)
    if answer.status == _PART:
        where = answer.headers.get("content-range", "")
        if not start or where != f"bytes {start}-{listed.size - 1}/{listed.size}":
            raise Offline(f"{listed.path}: another part came")
    if length is not None and length != listed.size - start:
        raise NotWhole(f"{listed.path} has another length")


def _no_more_than(pieces: Iterator[bytes], most: int, path: str) -> Iterator[bytes]:
    for piece in pieces:
        most -= len(piece)
        if most < 0:
            raise Offline(f"{path} does not end")
        yield piece


def _length(headers: Mapping[str, str]) -> int | None:
    said = headers.get("content-length", "")
    return int(said[:15]) if said.isascii() and said.isdigit() else None


def _strong_tag(headers: Mapping[str, str]) -> str:
    """Return what a service calls a file, if that tells one state of it from every other.

    Source: RFC 9110, 13.1.5.
    """
    etag = headers.get("etag", "")
    return _plain(etag if etag.startswith('"') else headers.get("last-modified", ""))


def _plain(tag: str) -> str:
    """Return what can be said back in a request as it is, or nothing."""
    return tag if tag.isascii() and tag.isprintable() and len(tag) <= _LONGEST_TAG else ""
