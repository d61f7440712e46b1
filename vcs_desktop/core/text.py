"""Other people's text, made fit to be shown: nothing hidden in it, nothing without end."""

import re

LONGEST_WORD = 2_000
"""No word of any language is longer; a line of one is slow to lay out and wider than a window."""

# Control, direction and zero-width characters, halves of characters, places of pictures. What
# joins or parts letters (U+200C and U+200D) stays: Persian and Hindi are not right without it.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffc\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e007f]+"
)
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028]")
# No writing puts more than four accents on a letter; a thousand of them cover the whole page.
_ACCENTS = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")


def without_hidden(text: str) -> str:
    """Return text without what cannot be seen; its line ends are all of one sort.

    What turns the direction of reading goes too: with it an address can be made to
    look like another.
    """
    if text.isascii() and text.isprintable():
        return text
    lines = _LINE_END.sub("\n", text).replace("\u2029", "\n\n")
    return _ACCENTS.sub(r"\1", _HIDDEN.sub("", lines))


def with_breaks(text: str) -> str:
    """Return text in which no word is longer than 2,000 letters: spaces stand in longer ones."""
    return _LONG_WORD.sub(r"\g<0> ", text)


def beginning(text: str, most: int) -> tuple[str, bool]:
    """Return at most so many characters of a text, and whether there are more."""
    return text[:most], len(text) > most
