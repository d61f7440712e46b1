"""The rows of the workbook as records, or in words why not."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from vcs_desktop.core.language import sentences, tr, tr_marked
from vcs_desktop.domain.from_record import Unusable, thing_of
from vcs_desktop.domain.publisher_workbook import (
    EXAMPLE_ID,
    EXAMPLE_NAME,
    ID,
    Column,
    Holds,
    Sheet,
)
from vcs_desktop.feeds.made_ids import made_id
from vcs_desktop.feeds.publisher_workbook.cells import plain, read_cell
from vcs_desktop.feeds.publisher_workbook.sheets import (
    FilledRow,
    FilledSheet,
    filled_sheets,
    place,
)
from vcs_desktop.feeds.result import Refusal
from vcs_desktop.wire.record import Record

_LONGEST_QUOTE = 60
_IS_AN_ID = re.compile(r"[a-z0-9_-]+(?:/[A-Za-z0-9._:-]+)+", re.ASCII)
Seen = dict[tuple[str, str], str]
"""Where a record stands, by its kind and id."""


@dataclass(frozen=True, slots=True)
class _ReadRow:
    """What the cells of a row say, and in words everything that is wrong with them.

    ``id`` is its own, else one made of what names it, so that it stays the same.
    """

    number: int
    id: str
    said: dict[Column, Any]
    problems: list[str]


@dataclass(frozen=True, slots=True)
class _Named:
    """What another row of the same sheet may be called: its Id, or its title, made plain."""

    ids: frozenset[str]
    by_title: dict[str, set[str]]


def workbook_items(path: Path) -> Iterator[Record | Refusal]:
    """Yield every row of the workbook as a record, or in words why it cannot be used.

    Raises:
        CannotUseInput: it is damaged, locked, unsafe or too large.
    """
    seen: Seen = {}
    for filled in filled_sheets(path):
        yield from filled.refused
        yield from sheet_items(filled, partial(place, filled.name), seen)


def sheet_items(
    filled: FilledSheet, where_is: Callable[[int], str], seen: Seen
) -> Iterator[Record | Refusal]:
    """Yield every row of one sheet as a record, or in words why it cannot be used.

    ``where_is`` names a row by its number. ``seen`` has what came before, and gets what comes.
    """
    sheet = filled.sheet
    rows = [_read(sheet, row) for row in filled.rows if not _is_example(sheet, row)]
    named = _named(sheet, rows)
    for row in rows:
        where = where_is(row.number)
        try:
            record = _record(sheet, row, named)
            _must_be_new(record, seen)
        except Unusable as problem:
            yield Refusal(where, str(problem))
            continue
        seen[record.kind, record.id] = where
        yield record


def _record(sheet: Sheet, row: _ReadRow, named: _Named) -> Record:
    """Return a row as a record.

    Raises:
        Unusable: something in it is wrong; the text says all of it.
    """
    said, problems = dict(row.said), list(row.problems)
    for column, value in row.said.items():
        if column.holds is Holds.ANOTHER_ROW:
            try:
                said[column] = _another_row(column, value, named)
            except Unusable as problem:
                problems.append(str(problem))
    if problems:
        raise Unusable(sentences(*problems))
    data: dict[str, Any] = {}
    for column, value in said.items():
        _put(data, column.field.split("/"), value)
    data["id"] = row.id
    record = Record(sheet.kind, row.id, data)
    try:
        thing_of(record)
    except Unusable as problem:
        raise Unusable(_in_headings(sheet, str(problem))) from problem
    return record


def _read(sheet: Sheet, row: FilledRow) -> _ReadRow:
    said: dict[Column, Any] = {}
    problems: list[str] = []
    if _says_example(row):
        problems.append(
            tr("This row's Id still says “Example”. Empty that cell, so that the row is read.")
        )
    for column in sheet.columns:
        if column in row.unanswered:
            problems.append(
                tr(
                    "“{heading}” has a formula without an answer. Open the file in your "
                    "spreadsheet program, save it, and try again.",
                    heading=tr_marked(column.heading),
                )
            )
            continue
        try:
            value = read_cell(column, row.cells.get(column))
        except Unusable as problem:
            problems.append(str(problem))
            continue
        if value not in (None, [], ""):
            said[column] = value
        elif column.is_needed:
            problems.append(tr("“{heading}” is empty.", heading=tr_marked(column.heading)))
    return _ReadRow(row.number, said.get(ID) or _made_id(sheet, said), said, problems)


def _must_be_new(record: Record, seen: Seen) -> None:
    before = seen.get((record.kind, record.id))
    if before is not None:
        raise Unusable(
            tr(
                "It has the same name or Id as {place}. If it is another one, give each an Id of "
                "its own.",
                place=before,
            )
        )


def _is_example(sheet: Sheet, row: FilledRow) -> bool:
    """Say whether it is the row that shows how to fill a sheet in: its Id and its name say so."""
    name = str(row.cells.get(sheet.title) or "").strip()
    starts = {EXAMPLE_NAME.partition("{")[0], tr_marked(EXAMPLE_NAME, name="").strip()}
    return _says_example(row) and name.startswith(tuple(each.strip() for each in starts))


def _says_example(row: FilledRow) -> bool:
    return plain(str(row.cells.get(ID) or "")) in {plain(EXAMPLE_ID), plain(tr_marked(EXAMPLE_ID))}


def _named(sheet: Sheet, rows: Sequence[_ReadRow]) -> _Named:
    """Return what the rows of a sheet are called by which others belong to them."""
    ids: dict[str, set[str]] = {}
    for row in rows:
        title = row.said.get(sheet.title)
        if title is not None:
            ids.setdefault(plain(str(title)), set()).add(row.id)
    return _Named(frozenset().union(*ids.values()), ids)


def _another_row(column: Column, value: str, named: _Named) -> str:
    """Return the id that a cell means by a title or an Id.

    Raises:
        Unusable: it is neither, or two rows have this title.
    """
    ids = named.by_title.get(plain(value), set())
    if len(ids) == 1:
        return next(iter(ids))
    if value in named.ids or (not ids and _IS_AN_ID.fullmatch(value)):
        return value
    if ids:
        raise Unusable(
            tr(
                "“{heading}” says “{said}”, and several rows have this title. Write the Id of the "
                "right one.",
                heading=tr_marked(column.heading),
                said=value[:_LONGEST_QUOTE],
            )
        )
    raise Unusable(
        tr(
            "“{heading}” says “{said}”, which is the title of no row of this sheet.",
            heading=tr_marked(column.heading),
            said=value[:_LONGEST_QUOTE],
        )
    )


def _made_id(sheet: Sheet, said: dict[Column, Any]) -> str:
    by_field = {column.field: str(value) for column, value in said.items()}
    return made_id(sheet.prefix, *(by_field.get(each, "") for each in sheet.named_by))


def _put(data: dict[str, Any], names: list[str], value: Any) -> None:
    """Put a value in its field: "a/b" is inside an object, "a/0/b" in the one of a list."""
    match names:
        case [name]:
            data[name] = value
        case [name, "0", inner]:
            data.setdefault(name, [{}])[0][inner] = value
        case [name, inner]:
            data.setdefault(name, {})[inner] = value


def _in_headings(sheet: Sheet, problem: str) -> str:
    """Return what is wrong with a record in the words of the sheet, as a sentence."""
    for column in sheet.columns:
        problem = problem.replace(f"“{column.field}”", f"“{tr_marked(column.heading)}”")
    return f"{problem[:1].upper()}{problem[1:]}" + ("" if problem.endswith(".") else ".")
