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
_BREAKS = "rnrn"

# Mojibake is two strange characters side by side, or one of the few that begin it before a space.
_STRANGE = re.compile(r"[^\x00-\x7f]{2}|[ÂÃâ\ud800-\udfff]")
_ESCAPE = "\\u"
_STRANGE_ESCAPE = re.compile(r"\\u(?:0000|[dD][89a-fA-F]|00[cC][23]|00[eE]2|[0-9a-fA-F]{4}\\u)")


def mended(data: Any, text: str) -> Any:
    """Return an item with its text put right; ``text`` is the JSON it was read from.

    Most items need nothing, and their text says so at once: they are returned as
    they are.
    """
    return _mended(data) if _needs_mending(text) else data


def mended_text(text: str) -> str:
    """Return one text put right."""
    text = text.replace("\x00", "")
    if not text.isascii() and _STRANGE.search(text):
        text = ftfy.fix_encoding(_UNUSABLE.sub("", text))
    if _BREAKS in text:
        text = _LOST_BREAK.sub("\n", _LOST_BREAKS.sub("\n\n", text))
    return text


def _needs_mending(text: str) -> bool:
    """Say whether some JSON needs a closer look; one that is ASCII without escapes rarely does."""
    if not text.isascii() and _STRANGE.search(text):
        return True
    if _ESCAPE in text and _STRANGE_ESCAPE.search(text):
        return True
    return _BREAKS in text


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return mended_text(value)
    if isinstance(value, dict):
        return {mended_text(key): _mended(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_mended(inner) for inner in value]
    return value
