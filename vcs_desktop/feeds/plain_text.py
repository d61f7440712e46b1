"""Text out of a file that somebody typed or saved somewhere, in whatever way it is written."""

import codecs
from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import marked, tr

MOST_BYTES = 4_000_000
"""Of a file of text. A hundred fields of the longest text take less."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FEW = 20
"""A text may have a stray empty byte among so many."""

_HALF = 2
"""Of every second byte: where so many are empty, letters take two bytes each."""


class NotText(CannotUseInput):
    """What should be text is something else."""

    message = marked("This file holds no text that we can read.")
    advice = marked("Save it again as plain text (UTF-8), or as a DOCX.")


def text_of_file(path: Path) -> str:
    """Return the text of a file.

    Raises:
        CannotUseInput: it is not there, too large, or no text.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise CannotUseInput(
                "too large",
                message=tr("This file is too large for a text."),
                advice=tr("Split it into parts, and bring in one at a time."),
            )
        return plain_text(path.read_bytes())
    except OSError as error:
        raise CannotUseInput(
            type(error).__name__,
            message=tr("This file cannot be opened."),
            advice=tr("Look whether it is still there, and whether you may read it."),
        ) from error


def plain_text(data: bytes) -> str:
    """Return bytes as text, with one sort of line end; halves of letters are kept for now.

    Raises:
        NotText: they are no text.
    """
    return _decoded(data).replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    if data.startswith(_UTF16):
        return data.decode("utf-16", "surrogatepass" if len(data) % 2 == 0 else "ignore")
    empty = data.count(0)
    if empty * _FEW <= len(data):  # UTF-16 without accents is UTF-8 with an empty byte each
        try:
            return data.decode("utf-8-sig", "surrogatepass")
        except UnicodeDecodeError:
            pass
    if empty:
        return _in_two_bytes(data)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise NotText(type(error).__name__) from error


def _in_two_bytes(data: bytes) -> str:
    """Return text in UTF-16 that does not say so: every second byte of most letters is empty."""
    first, second = data[::2], data[1::2]
    for one, other, encoding in ((first, second, "utf-16-le"), (second, first, "utf-16-be")):
        if 0 not in one and other.count(0) * _HALF >= len(other) and len(one) == len(other):
            return data.decode(encoding, "ignore")
    raise NotText("empty bytes")
