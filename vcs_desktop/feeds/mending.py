"""Puts right the text of notices that were damaged on their way: mojibake and lost line breaks.

Source: counted in Contracts Finder's own pages (``â€`` in 5 of 200 notices, ``rnrn``
in 24 of 200).
"""

import re
from typing import Any

import ftfy

_LOST_BREAKS = re.compile(r"(?:rn){2,}")
_LOST_BREAK = re.compile(r"(?<=[.:;,!?)])rn(?=[A-Z0-9(•*-])")
_UNUSABLE = re.compile(r"[\ud800-\udfff\x00]")
_ESCAPE = "\\u"
_BREAKS = "rnrn"


def mended(data: Any, text: str) -> Any:
    """Return an item with its text put right; ``text`` is the JSON it was read from.

    Most items need nothing, and their text says so at once: they are returned as
    they are.
    """
    foreign = not text.isascii() or _ESCAPE in text
    if not foreign and _BREAKS not in text:
        return data
    return _mended(data, foreign=foreign)


def mended_text(text: str) -> str:
    """Return one text put right."""
    if not text.isascii():
        text = ftfy.fix_encoding(_UNUSABLE.sub("", text))
    text = text.replace("\x00", "")
    if _BREAKS in text:
        text = _LOST_BREAK.sub("\n", _LOST_BREAKS.sub("\n\n", text))
    return text


def _mended(value: Any, *, foreign: bool) -> Any:
    if isinstance(value, str):
        return mended_text(value)
    if isinstance(value, dict):
        return {
            (mended_text(key) if foreign else key): _mended(inner, foreign=foreign)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_mended(inner, foreign=foreign) for inner in value]
    return value
