"""Reads the sources of the starter library: Markdown with front matter, and YAML.

One folder for each kind: ``<kind>/*.yaml`` holds an item, a list of items, or
``{source, licence, asOf, …, items: [...]}`` whose other fields stand in for what
an item leaves out. ``<kind>/*.md`` holds one item: its fields between two ``---``
lines, its words below them.
"""

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.domain.from_record import Unusable, thing_of
from vcs_desktop.domain.library import Kind
from vcs_desktop.feeds.front_matter import split_front_matter
from vcs_desktop.feeds.result import Refusal
from vcs_desktop.feeds.yaml_text import read_yaml
from vcs_desktop.wire.record import Record

_ENDINGS = (".yaml", ".yml", ".md")
_NEEDED = ("source", "licence", "asOf")
_BODY_FIELD = {Kind.TRAINING: "body"}


def read_sources(folder: Path) -> tuple[list[Record], list[str]]:
    """Return every record of the sources, sorted by kind and id, and every problem in words."""
    records: list[Record] = []
    problems: list[str] = []
    seen: dict[tuple[str, str], str] = {}
    for name, place, item in read_items(folder):
        where = f"{name}: {place}" if place else name
        if isinstance(item, Refusal):
            problems.append(f"{where}: {item.why}")
        elif (item.kind, item.id) in seen:
            problems.append(f"{where}: the same id as in {seen[item.kind, item.id]}")
        else:
            seen[item.kind, item.id] = name
            records.append(item)
    return sorted(records, key=lambda one: (one.kind, one.id)), problems


def read_items(folder: Path) -> Iterator[tuple[str, str, Record | Refusal]]:
    """Yield each item of the sources: its file, its place in words, and it or why it is none.

    The place is empty where nothing of the file can be read.
    """
    for path in sorted(path for path in folder.rglob("*") if is_source(path)):
        kind, name = path.parent.name, path.relative_to(folder).as_posix()
        try:
            items = list(_items(path, kind))
        except (CannotUseInput, Unusable, UnicodeDecodeError, OSError) as error:
            why = str(getattr(error, "message", None) or getattr(error, "strerror", "") or error)
            yield name, "", Refusal(name, why)
            continue
        for number, item in enumerate(items, 1):
            record, problem = _record(kind, item)
            where = tr("item {number} ({id})", number=number, id=record.id or tr("no id"))
            yield name, where, Refusal(where, problem) if problem else record


def is_source(path: Path) -> bool:
    """Say whether a path is a file of a sort that sources are written in."""
    return path.suffix in _ENDINGS and path.is_file()


def _items(path: Path, kind: str) -> Iterator[dict[str, Any]]:
    if kind not in set(Kind):
        raise Unusable(f"the folder “{kind}” is not a kind; use one of: {', '.join(Kind)}")
    text = path.read_text("utf-8-sig")
    content = _page(text, kind) if path.suffix == ".md" else read_yaml(text)
    shared: dict[str, Any] = {}
    if isinstance(content, dict) and "items" in content:
        shared = {key: value for key, value in content.items() if key != "items"}
        content = content["items"]
    for item in content if isinstance(content, list) else [content]:
        if not isinstance(item, dict):
            raise Unusable("an item has no named fields")
        yield {**shared, **item}


def _page(text: str, kind: str) -> dict[str, Any]:
    fields, body = split_front_matter(text)
    return {**fields, _BODY_FIELD.get(Kind(kind), "text"): body}


def _record(kind: str, item: dict[str, Any]) -> tuple[Record, str]:
    """Return an item as a record, and what is wrong with it in words, or nothing."""
    item_id = item.get("ocid") if kind == Kind.TENDER else item.get("id")
    record = Record(kind, str(item_id or ""), item, str(item.get("dateModified") or ""))
    if not record.id:
        return record, f"“{'ocid' if kind == Kind.TENDER else 'id'}” is missing"
    missing = [key for key in _NEEDED if not item.get(key)]
    if missing and not item.get("practice"):
        return record, f"“{missing[0]}” is missing: say where it comes from"
    if _has_odd_numbers(item):
        return record, "a number in it is not a number"
    try:
        thing_of(record)
    except Unusable as error:
        return record, str(error)
    return record, ""


def _has_odd_numbers(value: Any) -> bool:
    """Say whether something in it cannot be written as JSON."""
    match value:
        case dict():
            return any(not isinstance(key, str) for key in value) or any(
                map(_has_odd_numbers, value.values())
            )
        case list():
            return any(map(_has_odd_numbers, value))
        case float():
            return not math.isfinite(value)
        case _:
            return False
