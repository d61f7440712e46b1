"""Asks a child process for pages of a file, and ends it when it does not answer.

The file goes to the child over a pipe: nothing of it is ever on the disk in the clear. What
comes back is bare pixels and text; nothing of it is decoded here.
"""

import json
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any, Final

import vcs_desktop
from vcs_desktop.core.errors import AppError, Stopped
from vcs_desktop.core.language import marked
from vcs_desktop.feeds.preview_child import (
    LOCKED,
    MOST_SECONDS,
    MOST_SHOWN_PIXELS,
    OTHER_KIND,
    TOO_LARGE,
)

WORD: Final = "preview-child"
"""The word after which the program, where it is packed into one file, is such a child."""

SHOWN: Final = frozenset({"application/pdf", "image/png", "image/jpeg"})
READ: Final = "application/pdf"

_OTHERWISE: Final = marked("Save a copy and open it in another program, if you trust its sender.")
_MOST_HEAD: Final = 3_000_000
_MOST_ANSWER: Final = 3 * MOST_SHOWN_PIXELS + _MOST_HEAD
_LOOK_S: Final = 0.1
_PIECE: Final = 1 << 16
_KEPT: Final = ("SYSTEMROOT", "LANG", "LC_ALL")


class NotShown(AppError):
    """Nothing of the file can be shown here."""

    message = marked("This file cannot be shown here. It may be damaged.")
    advice = _OTHERWISE


class OtherKind(NotShown):
    """It is none of the kinds that are shown."""

    message = marked("Only PDFs and pictures (JPEG and PNG) are shown here.")


class LockedFile(NotShown):
    """Whoever made it locked it with words of their own."""

    message = marked("This file is locked by whoever made it.")


class TooLargeToShow(NotShown):
    """It has too many pixels, or takes too much memory."""

    message = marked("This file is too large to be shown here.")


class TooSlowToShow(NotShown):
    """The child did not answer in time, and was ended."""

    message = marked("This file takes too long to show, so we stopped.")


_WHY: Final[Mapping[str, type[NotShown]]] = {
    LOCKED: LockedFile,
    TOO_LARGE: TooLargeToShow,
    OTHER_KIND: OtherKind,
}


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page as it looks: ``pixels`` are three bytes each, rows from the top.

    ``page`` counts from 0, of ``pages``. ``text`` is what can be read on it.
    """

    page: int
    pages: int
    width: int
    height: int
    pixels: bytes
    text: str = ""


def page_picture(
    data: bytes, page: int = 0, *, width: int, stop: Event | None = None
) -> PagePicture:
    """Return a page of a PDF or a picture, ``width`` pixels wide where that is not too large.

    Raises:
        NotShown: it cannot be shown, and why.
        Stopped: ``stop`` was set.
    """
    head, pixels = _answer({"do": "page", "page": page, "width": width}, data, stop)
    try:
        pages, across, down = int(head["pages"]), int(head["width"]), int(head["height"])
        text = str(head["text"])
    except (KeyError, TypeError, ValueError) as error:
        raise NotShown(type(error).__name__) from error
    if min(pages, across, down) < 1 or len(pixels) != 3 * across * down:
        raise NotShown("other pixels than it told of")
    return PagePicture(min(page, pages - 1), pages, across, down, pixels, text)


def page_texts(data: bytes, stop: Event | None = None) -> list[str]:
    """Return the text of each page of a PDF; of a long one, that of its first pages.

    Raises:
        NotShown: it cannot be read, and why.
        Stopped: ``stop`` was set.
    """
    head, _ = _answer({"do": "text"}, data, stop)
    texts = head.get("texts")
    if not isinstance(texts, list):
        raise NotShown("no texts")
    return [str(each) for each in texts]


def _answer(
    question: Mapping[str, Any], data: bytes, stop: Event | None
) -> tuple[dict[str, Any], bytes]:
    ends = time.monotonic() + MOST_SECONDS
    line = json.dumps({**question, "size": len(data)}).encode("ascii") + b"\n"
    child = subprocess.Popen(  # noqa: S603  our own program, with words of our own
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    )
    try:
        said = _talk(child, line + data, ends, stop)
    finally:
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            _shut(pipe)
    return _read(said)


def _read(said: bytes) -> tuple[dict[str, Any], bytes]:
    line, _, pixels = said.partition(b"\n")
    try:
        head = json.loads(line)
    except ValueError as error:  # it ended in the middle: out of memory or time, or broken
        raise NotShown("no answer") from error
    if not isinstance(head, dict):
        raise NotShown("no answer")
    if (why := head.get("refused")) is not None:
        raise _WHY.get(str(why), NotShown)(str(why))
    return head, pixels


def _talk(child: "subprocess.Popen[bytes]", given: bytes, ends: float, stop: Event | None) -> bytes:
    """Give the child its question, and return what it says until a moment of our clock."""
    if sys.platform == "win32":  # its pipes cannot be waited for together
        try:
            return child.communicate(given, timeout=max(0.1, ends - time.monotonic()))[0]
        except subprocess.TimeoutExpired as error:
            raise TooSlowToShow from error
    said, left = bytearray(), memoryview(given)
    with selectors.DefaultSelector() as ready:
        _watch(ready, child.stdin, selectors.EVENT_WRITE)
        _watch(ready, child.stdout, selectors.EVENT_READ)
        while True:
            if stop is not None and stop.is_set():
                raise Stopped
            if time.monotonic() > ends:
                raise TooSlowToShow
            for key, _ in ready.select(_LOOK_S):
                if key.fileobj is child.stdin:
                    left = _give(ready, child.stdin, left)
                    continue
                piece = os.read(key.fd, _PIECE)
                said += piece
                if not piece:
                    return bytes(said)
                if len(said) > _MOST_ANSWER:
                    raise NotShown("it says too much")


def _watch(ready: selectors.BaseSelector, pipe: Any, event: int) -> None:
    os.set_blocking(pipe.fileno(), False)
    ready.register(pipe, event)


def _give(ready: selectors.BaseSelector, pipe: Any, left: memoryview) -> memoryview:
    """Write what the pipe takes; when all is written, or nobody reads it, close it."""
    try:
        left = left[os.write(pipe.fileno(), left[:_PIECE]) :]
    except BrokenPipeError:
        left = left[:0]
    if not left:
        ready.unregister(pipe)
        pipe.close()
    return left


def _shut(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:  # what it had not read is of no use to anybody
        return


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORD]
    # Without the folder where somebody happens to be, and without writing beside the program.
    return [sys.executable, "-P", "-B", "-m", "vcs_desktop.feeds.preview_child"]


def _environment() -> dict[str, str]:
    """Return what the child knows of its surroundings: where the program is, and little else."""
    told = {name: os.environ[name] for name in _KEPT if name in os.environ}
    package = vcs_desktop.__file__ or ""
    return {**told, "PYTHONPATH": str(Path(package).resolve().parents[1])}
