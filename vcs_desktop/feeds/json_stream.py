"""Reads the items of one list in a JSON file of any size, one at a time, in little memory.

A window of text slides over the file and the standard library's own decoder takes
one item after the other out of it (why, with figures: resources/docs/decisions).
Each item comes with its text, so that what needs a closer look is cheap to see.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.wire.record import DECODER

CHUNK = 1 << 20
LARGEST_ITEM = 32 << 20
"""Characters. No notice ever seen is a hundredth of this; a hostile file may be."""

DEEPEST = 100
_MANY_BRACKETS = 400
_SPACE = " \t\n\r"
_NUMBER_PARTS = "-+0123456789.eE"
_CUT_ANYWHERE = "Unterminated string"
_LONGEST_TOKEN = 16


_decode = DECODER.raw_decode


def encoding_of(start: bytes) -> str:
    """Return the encoding that a byte order mark tells, UTF-8 without one."""
    return "utf-16" if start.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"


def open_text(path: Path) -> TextIO:
    """Open a text file in the encoding that its first bytes tell."""
    with path.open("rb") as file:
        encoding = encoding_of(file.read(4))
    return path.open(encoding=encoding, newline="")


def broken(detail: str) -> CannotUseInput:
    """Return the error for a file that ends too early or is no JSON from some point on."""
    return CannotUseInput(
        detail,
        message=tr("This file is damaged or was cut off part-way. Nothing was changed."),
        advice=tr("Download it again and load the new copy."),
    )


def _too_large() -> CannotUseInput:
    return CannotUseInput(
        "one item is too large",
        message=tr(
            "One part of this file is far larger than any grant or contract. Nothing was changed."
        ),
        advice=tr("Look whether it is the right file."),
    )


def not_text(detail: str) -> CannotUseInput:
    """Return the error for text in an encoding that JSON and YAML do not use."""
    return CannotUseInput(
        detail,
        message=tr("The letters in this file are saved in a way we cannot read."),
        advice=tr("Save it again as UTF-8 and load the new copy."),
    )


class Window:
    """A stretch of a JSON text, and how far it has been read."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._text = ""
        self._at = 0
        self._ended = False

    def peek(self) -> str:
        """Return the next character that is not space; empty at the end of the file."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def take(self, expected: str) -> None:
        """Step over a character that has to be here.

        Raises:
            CannotUseInput: it is not.
        """
        if self.peek() != expected:
            raise broken(f"no {expected} where one has to be")
        self._at += 1

    def took(self, wanted: str) -> bool:
        """Step over a character if it is the next."""
        if self.peek() != wanted:
            return False
        self._at += 1
        return True

    def value(self) -> tuple[Any, str]:
        """Return the next value and its text.

        Raises:
            CannotUseInput: the file is broken here, or the value is too large.
        """
        self.peek()
        while True:
            try:
                found, end = _decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._is_wrong(error) or not self._more():
                    raise broken(f"JSON: {error.msg}") from error
            except (ValueError, RecursionError) as error:
                raise broken(f"JSON: {type(error).__name__}") from error
            else:
                if not self._may_be_cut(end) or not self._more():
                    text = self._text[self._at : end]
                    self._at = end
                    if text.count("{") + text.count("[") > _MANY_BRACKETS:
                        _check_depth(found)
                    return found, text

    def _may_be_cut(self, end: int) -> bool:
        """Say whether a value may go on beyond the window: only numbers do not end themselves."""
        if end == len(self._text):
            return True
        is_number = self._text[self._at] in _NUMBER_PARTS
        return is_number and not self._text[end : end + _LONGEST_TOKEN].strip(_NUMBER_PARTS)

    def _is_wrong(self, error: json.JSONDecodeError) -> bool:
        """Say whether more text would not help: the trouble is well before the window's end."""
        near_the_end = error.pos >= len(self._text) - _LONGEST_TOKEN
        return not near_the_end and not error.msg.startswith(_CUT_ANYWHERE)

    def _more(self) -> bool:
        """Drop what was read and take in more, twice as much each time an item needs it.

        Raises:
            CannotUseInput: the item is too large, or the file is no text from here on.
        """
        rest = self._text[self._at :]
        if self._ended:
            return False
        if len(rest) > LARGEST_ITEM:
            raise _too_large()
        try:
            fresh = self._file.read(max(CHUNK, len(rest)))
        except UnicodeError as error:
            raise not_text("not UTF-8") from error
        self._text, self._at = rest + fresh, 0
        self._ended = not fresh
        return bool(fresh)


def _check_depth(value: Any) -> None:
    """Refuse what is nested so deep that walking it would not come back."""
    level = [value]
    for _ in range(DEEPEST):
        level = [
            inner
            for one in level
            for inner in (one.values() if isinstance(one, dict) else one)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return
    raise broken("one item is nested too deep")


def list_items(path: Path, name: str) -> Iterator[tuple[Any, str]]:
    """Yield each item of a list with its text.

    ``name`` is the list's name in the file's outermost object; empty when the
    file is the list. The whole file is read to its end, so that one that was
    cut off is always noticed.

    Raises:
        CannotUseInput: the file is not JSON, or stops being JSON half-way.
    """
    with open_text(path) as file:
        window = Window(file)
        if name:
            yield from _member_items(window, name)
        else:
            yield from elements(window)
        if window.peek():
            raise broken("text after the end")


def whole_value(path: Path) -> tuple[Any, str]:
    """Return the one value that a small file holds, with its text.

    Raises:
        CannotUseInput: the file is not JSON, or too large to be one value.
    """
    with open_text(path) as file:
        window = Window(file)
        found = window.value()
        if window.peek():
            raise broken("text after the end")
        return found


def members(window: Window) -> Iterator[str]:
    """Yield the name of each member of an object; who takes a name has to read its value.

    Raises:
        CannotUseInput: it is no object, or a broken one.
    """
    window.take("{")
    if window.took("}"):
        return
    while True:
        if window.peek() != '"':
            raise broken("a name is missing")
        name, _ = window.value()
        window.take(":")
        yield name
        if window.took("}"):
            return
        window.take(",")


def elements(window: Window) -> Iterator[tuple[Any, str]]:
    """Yield each value of a list with its text.

    Raises:
        CannotUseInput: it is no list, or a broken one.
    """
    window.take("[")
    if window.took("]"):
        return
    while True:
        yield window.value()
        if window.took("]"):
            return
        window.take(",")


def _member_items(window: Window, wanted: str) -> Iterator[tuple[Any, str]]:
    for name in members(window):
        if name == wanted and window.peek() == "[":
            yield from elements(window)
        else:
            window.value()
