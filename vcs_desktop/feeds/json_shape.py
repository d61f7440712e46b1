"""Tells what a JSON file is by the names in it, reading no further than it must."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

import ijson

from vcs_desktop.feeds.json_stream import broken, not_text, open_text
from vcs_desktop.feeds.shape import Container, Family, Shape

_LISTS = {
    "releases": (Family.OCDS, Container.PACKAGE),
    "records": (Family.OCDS, Container.RECORDS),
    "grants": (Family.GRANTS, Container.JSON),
    "fundingCalls": (Family.CALLS, Container.JSON),
}
_ITEM_MARKS = {
    "ocid": (Family.OCDS, Container.LIST),
    "awardDate": (Family.GRANTS, Container.JSON),
    "amountAwarded": (Family.GRANTS, Container.JSON),
    "recipientOrganization": (Family.GRANTS, Container.JSON),
    "grantName": (Family.CALLS, Container.JSON),
}
_RELEASE_PARTS = {"tag", "tender", "planning", "awards", "initiationType"}
_HEAD = {"publisher.name": "source", "license": "licence", "publisher": "source"}
_LONGEST_HEAD = 300

_Event = tuple[str, str, Any]


class _Bytes:
    """A text file as the bytes of UTF-8, which is what the parser reads."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def read(self, size: int) -> bytes:
        """Return about so many bytes."""
        return self._file.read(size).encode("utf-8", "surrogatepass")


def json_shape(path: Path) -> Shape | None:
    """Return what a JSON file is, or None when it is JSON of some other kind.

    Raises:
        CannotUseInput: it is not JSON, or is cut off before it can be told.
    """
    with open_text(path) as file:
        try:
            events = iter(ijson.parse(_Bytes(file)))
            first = next(events)
            return _list_shape(events) if first[1] == "start_array" else _object_shape(events)
        except UnicodeError as error:
            raise not_text("not UTF-8") from error
        except (ijson.JSONError, StopIteration, ValueError, RecursionError) as error:
            raise broken(f"JSON: {type(error).__name__}") from error


def _object_shape(events: Iterator[_Event]) -> Shape | None:
    head: dict[str, str] = {}
    keys: set[str] = set()
    for prefix, event, value in events:
        if event == "map_key" and not prefix:
            keys.add(value)
        elif event == "start_array" and prefix in _LISTS:
            return Shape(*_LISTS[prefix], prefix, head)
        elif event == "string" and prefix in _HEAD and value:
            head[_HEAD[prefix]] = value[:_LONGEST_HEAD]
    if "ocid" in keys and keys & _RELEASE_PARTS:
        return Shape(Family.OCDS, Container.RELEASE, None, head)
    if "grantName" in keys:
        return Shape(Family.CALLS, Container.JSON, None, head)
    return None


def _list_shape(events: Iterator[_Event]) -> Shape | None:
    """Tell a bare list by the names in its first items."""
    for prefix, event, value in events:
        if event == "map_key" and prefix == "item" and value in _ITEM_MARKS:
            return Shape(*_ITEM_MARKS[value], "")
    return None
