"""Funding calls out of files in our own format."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.domain.from_record import Unusable, thing_of
from vcs_desktop.domain.from_record.fields import is_absent
from vcs_desktop.domain.funding_format import FIELDS, LIST_NAME
from vcs_desktop.domain.library import Kind
from vcs_desktop.feeds.funding_calls.headings import call_from
from vcs_desktop.feeds.funding_calls.values import read_value, storable
from vcs_desktop.feeds.json_stream import list_items, whole_value
from vcs_desktop.feeds.mending import mended_text
from vcs_desktop.feeds.result import Refusal
from vcs_desktop.feeds.shape import Container, Shape
from vcs_desktop.feeds.tables import csv_rows, whole_text, xlsx_rows
from vcs_desktop.feeds.yaml_text import read_yaml
from vcs_desktop.wire.record import Record

_LONGEST_SLUG = 60


def calls(path: Path, shape: Shape) -> Iterator[Record | Refusal]:
    """Yield the calls of a file."""
    seen: dict[str, str] = {}
    for where, item in _rows(path, shape):
        call = call_of_item(item, where)
        if isinstance(call, Record):
            if call.id in seen:
                call = Refusal(
                    where,
                    tr(
                        "The grant “{name}” was already at {place}.",
                        name=call.id,
                        place=seen[call.id],
                    ),
                )
            else:
                seen[call.id] = where
        yield call


def call_of_item(item: Any, where: str) -> Record | Refusal:
    """Return a call, or every reason why it cannot be used; unknown fields are kept."""
    if not isinstance(item, dict):
        return Refusal(where, tr("This is not a grant: it has no named fields."))
    known = {note.name: note for note in FIELDS}
    data: dict[str, Any] = {}
    problems: list[str] = []
    for key, value in item.items():
        name = mended_text(str(key))
        note = known.get(name)
        try:
            found = storable(value) if note is None else read_value(note, value)
        except Unusable as problem:
            problems.append(str(problem))
            continue
        if not is_absent(found):
            data[name] = found
    record = Record(Kind.FUNDING_CALL, _id_of(data), data, str(data.get("dateModified") or ""))
    if not problems:
        try:
            thing_of(record)
        except Unusable as problem:
            problems.append(str(problem))
    return Refusal(where, f"{'; '.join(problems)}.") if problems else record


def _id_of(data: dict[str, Any]) -> str:
    """Return the call's id; one that has none is known by its funder and its name."""
    given = data.get("id")
    if given:
        return str(given)
    funder = data.get("fundingOrganization")
    funder_name = str(funder.get("name") or "") if isinstance(funder, dict) else ""
    text = f"{funder_name} {data.get('grantName') or ''}".strip()
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:_LONGEST_SLUG]
    return f"grant/{slug}-{hashlib.sha256(text.encode()).hexdigest()[:6]}"


def _rows(path: Path, shape: Shape) -> Iterable[tuple[str, Any]]:
    name = shape.list_name
    match shape.container:
        case Container.CSV:
            return (
                (tr("row {number}", number=number), call_from(cells))
                for number, cells in csv_rows(path)
            )
        case Container.XLSX:
            rows = xlsx_rows(path, name or "")
            return ((tr("row {number}", number=number), call_from(cells)) for number, cells in rows)
        case Container.YAML:
            return _listed(read_yaml(whole_text(path)))
    if name is None:
        return _listed(whole_value(path)[0])
    return (
        (f"{name or 'item '}[{index}]", item)
        for index, (item, _) in enumerate(list_items(path, name))
    )


def _listed(content: Any) -> Iterator[tuple[str, Any]]:
    """Yield the calls in a whole file: a list, a list by name, or one call."""
    items = content
    if isinstance(content, dict):
        items = content.get(LIST_NAME, content if "grantName" in content else None)
    if items is None:
        return
    if isinstance(items, dict):
        items = [items]
    if not isinstance(items, list):
        raise CannotUseInput(
            f"{LIST_NAME} is no list",
            message=tr("“{name}” in this file should be a list of grants.", name=LIST_NAME),
            advice=tr("Start each grant with “- grantName:”."),
        )
    for index, item in enumerate(items):
        yield f"{LIST_NAME}[{index}]", item
