"""Reads a file that somebody added, in a process of its own that may be ended at any moment.

``python -m vcs_desktop.feeds.preview_child`` reads one question from its input, and writes
one answer to its output: the picture of a page as bare pixels, or the text of a PDF. It has
little memory and time, opens no file, and writes none. So a file that is made to break
whatever reads it breaks this, and nothing that holds a group's records.

The question is a line of JSON (``do`` "page" or "text", ``page`` from 0, ``width`` in pixels,
``size`` of the file in bytes), and after it the file. The answer is a line of JSON, and after
it the pixels: three bytes each, rows from the top.

Windows sets none of these limits: there a child is only ended when it takes too long. On
macOS the system takes the limit of memory and does not hold to it.
"""

import io
import json
import os
import sys
import time
from collections.abc import Callable
from typing import IO, Any, Final

MOST_MEMORY_BYTES: Final = 512 << 20
MOST_SECONDS: Final = 5
MOST_PIXELS: Final = 40_000_000
"""Of a picture as it comes. Source: the threat table; a phone's camera makes 12 to 50."""

MOST_SHOWN_PIXELS: Final = 12_000_000
MOST_LETTERS: Final = 200_000
MOST_PAGES_READ: Final = 1_000
LONGEST_LINE: Final = 1_000
_PAGE_LETTERS: Final = 20_000
_READING_S: Final = 3.5
_OPEN_FILES: Final = 64

TOO_LARGE, LOCKED, DAMAGED, OTHER_KIND = "too_large", "locked", "damaged", "other_kind"

_PDF, _PNG, _JPEG = b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"

Answer = tuple[dict[str, Any], bytes]


class Refused(Exception):
    """The file is not shown; the one argument says why, in a word."""


def main() -> int:
    """Answer one question, and end."""
    given, told = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    _hush()
    limit()
    try:
        head, pixels = answer(*_asked(given))
    except Refused as refused:
        head, pixels = {"refused": str(refused)}, b""
    except MemoryError:
        head, pixels = {"refused": TOO_LARGE}, b""
    except Exception:  # noqa: BLE001  whatever the file did to us: it is told in one word
        head, pixels = {"refused": DAMAGED}, b""
    told.write(json.dumps(head).encode("ascii") + b"\n")
    told.write(pixels)
    told.flush()
    # Not by the long way: what the file left behind in memory is not to be tidied up.
    os._exit(0)


def answer(question: dict[str, Any], data: bytes) -> Answer:
    """Return the answer to a question about a file.

    Raises:
        Refused: there is nothing of it to be shown.
    """
    if question.get("do") == "text":
        return {"texts": _texts(data)}, b""
    page, width = int(question.get("page", 0)), int(question.get("width", 0))
    show = _show_of(data)
    return show(data, max(0, page), min(max(1, width), 4_000))


def limit() -> None:
    """Take little memory, little time, and no file to write, where the system knows limits."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, most in (
        (resource.RLIMIT_AS, MOST_MEMORY_BYTES),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
    ):
        try:
            _, hard = resource.getrlimit(what)
            least = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(what, (least, least))
        except (OSError, ValueError):
            continue


def _hush() -> None:
    """Let nothing but the answer go out: libraries in C may write to where we do."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


def _asked(given: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    question: dict[str, Any] = json.loads(given.readline(LONGEST_LINE))
    return question, given.read(int(question["size"]))


def _show_of(data: bytes) -> Callable[[bytes, int, int], Answer]:
    """Return what shows a file, told by its content and never by its name."""
    if data.startswith(_PDF):
        return _pdf_page
    if data.startswith((_PNG, _JPEG)):
        return _picture
    raise Refused(OTHER_KIND)


def _picture(data: bytes, _page: int, width: int) -> Answer:
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # we look ourselves, before a pixel is read
    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
        if image.width * image.height > MOST_PIXELS:
            raise Refused(TOO_LARGE)
        size = (width, max(1, MOST_SHOWN_PIXELS // width))
        image.draft("RGB", size)
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail(size, reducing_gap=2.0)
        if upright.mode not in ("RGB", "L"):
            upright = _on_white(upright.convert("RGBA"))
        shown = upright.convert("RGB")
    return {"pages": 1, "width": shown.width, "height": shown.height, "text": ""}, shown.tobytes()


def _on_white(image: Any) -> Any:
    """Return a picture with paper under what can be seen through."""
    from PIL import Image

    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image)
    return paper


def _pdf_page(data: bytes, number: int, width: int) -> Answer:
    pdf = _open_pdf(data)
    count = len(pdf)
    if not count:
        raise Refused(DAMAGED)
    page = pdf[min(number, count - 1)]
    across, down = page.get_size()
    if across <= 0 or down <= 0:
        raise Refused(DAMAGED)
    most = (MOST_SHOWN_PIXELS / (across * down)) ** 0.5
    shown = page.render(scale=min(width / across, most)).to_pil().convert("RGB")
    head = {"pages": count, "width": shown.width, "height": shown.height, "text": _text_of(page)}
    return head, shown.tobytes()


def _texts(data: bytes) -> list[str]:
    """Return the text of each page of a PDF, as many as there is time and room for."""
    if not data.startswith(_PDF):
        raise Refused(OTHER_KIND)
    pdf, found, letters, began = _open_pdf(data), [], 0, time.monotonic()
    for number in range(min(len(pdf), MOST_PAGES_READ)):
        if letters >= MOST_LETTERS or time.monotonic() - began > _READING_S:
            break
        found.append(_text_of(pdf[number]))
        letters += len(found[-1])
    return found


def _text_of(page: Any) -> str:
    try:
        text: str = page.get_textpage().get_text_bounded()[:_PAGE_LETTERS]
    except Exception:  # noqa: BLE001  a page without words is still to be seen
        return ""
    # Half of a letter that takes two places is no letter, and would break whatever keeps it.
    return text.encode("utf-8", "ignore").decode("utf-8").replace("\x00", "")


def _open_pdf(data: bytes) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # Source: PDFium, fpdfview.h: FPDF_ERR_PASSWORD is 4, FPDF_ERR_SECURITY 5.
        is_locked = getattr(error, "err_code", None) in (4, 5)
        raise Refused(LOCKED if is_locked else DAMAGED) from error


if __name__ == "__main__":
    sys.exit(main())
