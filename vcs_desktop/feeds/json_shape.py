"""Tells what a JSON file is by the names in it, reading no further than it must."""

from pathlib import Path
from typing import Any

from vcs_desktop.domain.action_plan_json import LIST_NAME
from vcs_desktop.feeds.json_stream import Window, elements, members, open_text
from vcs_desktop.feeds.shape import Container, Family, Shape

_LISTS = {
    "releases": (Family.OCDS, Container.PACKAGE),
    "records": (Family.OCDS, Container.RECORDS),
    "grants": (Family.GRANTS, Container.JSON),
    "fundingCalls": (Family.CALLS, Container.JSON),
    LIST_NAME: (Family.PLAN, Container.JSON),
}
_ITEM_MARKS = {
    "ocid": (Family.OCDS, Container.LIST),
    "awardDate": (Family.GRANTS, Container.JSON),
    "amountAwarded": (Family.GRANTS, Container.JSON),
    "recipientOrganization": (Family.GRANTS, Container.JSON),
    "grantName": (Family.CALLS, Container.JSON),
}
_RELEASE_PARTS = {"tag", "tender", "planning", "awards", "initiationType"}
_HEAD = {"publisher": "source", "license": "licence"}
_LONGEST_HEAD = 300


def json_shape(path: Path) -> Shape | None:
    """Return what a JSON file is, or None when it is JSON of some other kind.

    Raises:
        CannotUseInput: it is not JSON, or is cut off before it can be told.
    """
    with open_text(path) as file:
        window = Window(file)
        return _object_shape(window) if window.peek() == "{" else _list_shape(window)


def _object_shape(window: Window) -> Shape | None:
    """Tell an object by the first list in it that we know, and best by one that is not empty."""
    head: dict[str, str] = {}
    names: set[str] = set()
    empty: Shape | None = None
    for name in members(window):
        names.add(name)
        if name in _LISTS and window.took("["):
            found = Shape(*_LISTS[name], name, head)
            if not window.took("]"):
                return found
            empty = empty or found
            continue
        value, _ = window.value()
        if name in _HEAD and (said := _name(value)):
            head[_HEAD[name]] = said[:_LONGEST_HEAD]
    if empty:
        return empty
    if "ocid" in names and names & _RELEASE_PARTS:
        return Shape(Family.OCDS, Container.RELEASE, None, head)
    if "grantName" in names:
        return Shape(Family.CALLS, Container.JSON, None, head)
    return None


def _name(value: Any) -> str:
    """Return who somebody is: a name by itself, or the one inside an organisation."""
    name = value.get("name") if isinstance(value, dict) else value
    return name if isinstance(name, str) else ""


def _list_shape(window: Window) -> Shape | None:
    """Tell a bare list by the names in its first items."""
    for item, _ in elements(window):
        if isinstance(item, dict):
            for name in item:
                if name in _ITEM_MARKS:
                    return Shape(*_ITEM_MARKS[name], "")
    return None
