"""One page of a service: what is in it and where the next one is, or in words why it is none."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urljoin

from vcs_desktop.core.language import tr
from vcs_desktop.feeds.json_stream import DEEPEST, LARGEST_ITEM
from vcs_desktop.feeds.ocds.releases import release_of
from vcs_desktop.feeds.result import Refusal
from vcs_desktop.publishing.ocds_api.apis import is_same_place
from vcs_desktop.publishing.ocds_api.errors import CannotFetch
from vcs_desktop.wire.record import DECODER

MOST_BYTES: Final = 64 << 20
_LONGEST_HEAD: Final = 3_000
_HEAD: Final = ("publisher", "license")


class CutOff(Exception):
    """The page ends too early, or is no JSON: asked again, it may be whole."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """A release: what tells it from others, and its JSON on one line."""

    ocid: str
    release_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page. ``next`` is empty where it is the last; ``head`` says whose the contracts are."""

    lines: tuple[PageLine, ...]
    next: str
    refused: int = 0
    head: Mapping[str, Any] = field(default_factory=dict)


def page_of(content: bytes, address: str) -> Page:
    """Return the page that was answered at an address.

    Raises:
        CutOff: it is broken, as a page is whose end is missing.
        CannotFetch: it is something else.
    """
    said = _json(content)
    releases = said.get("releases") if isinstance(said, dict) else None
    if not isinstance(releases, list):
        raise CannotFetch(
            "no releases",
            message=tr("The answer of this service is no list of contracts."),
            advice=tr("Look at the address. It should be that of an OCDS release package."),
        )
    lines: list[PageLine] = []
    for place, item in enumerate(releases):
        line = _line(item, place)
        if line is not None:
            lines.append(line)
    head = {name: said[name] for name in _HEAD if _can_be_kept(said.get(name))}
    return Page(tuple(lines), _next(said, address), len(releases) - len(lines), head)


def _json(content: bytes) -> Any:
    start = content[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"<"):
        raise CannotFetch(
            "markup",
            message=tr(
                "A web page came in place of contracts. It may be a log-in page of this network."
            ),
            advice=tr("Open any page in a browser, log in if it asks, and try again."),
        )
    try:
        return DECODER.decode(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise CutOff(type(error).__name__) from error


def _line(item: Any, place: int) -> PageLine | None:
    """Return a release as one line; None for what no reader could use."""
    if _is_deep(item):
        return None
    found = release_of(item, str(place), {})
    if isinstance(found, Refusal):
        return None
    text = json.dumps(found.data, separators=(",", ":"))
    if len(text) > LARGEST_ITEM // 2:
        return None
    return PageLine(found.ocid, found.release_id, text)


def _is_deep(value: Any) -> bool:
    """Say whether it is nested deeper than a reader of ours goes."""
    level = [value]
    for _ in range(DEEPEST):
        level = [
            inner
            for one in level
            if isinstance(one, dict | list)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        if not level:
            return False
    return True


def _next(said: dict[str, Any], address: str) -> str:
    """Return where the next page is.

    Raises:
        CannotFetch: it is on another host.
    """
    links = said.get("links")
    found = links.get("next") if isinstance(links, dict) else None
    if not isinstance(found, str) or not found.strip():
        return ""
    try:
        following = urljoin(address, found.strip())
    except ValueError:
        following = ""
    if not is_same_place(address, following):
        raise sent_elsewhere()
    return following


def sent_elsewhere() -> CannotFetch:
    """Return the error for a service that sends us to another one."""
    return CannotFetch(
        "another host",
        message=tr("The service sent us to another address, which we do not trust."),
        advice=tr("Look whether the service has moved. What came before is kept."),
    )


def _can_be_kept(value: Any) -> bool:
    """Say whether it says something, and no more than a head of a file may."""
    return value is not None and not _is_deep(value) and len(json.dumps(value)) <= _LONGEST_HEAD
