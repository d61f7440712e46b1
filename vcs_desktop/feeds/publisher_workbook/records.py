"""The rows of the workbook as records, or in words why not."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vcs_desktop.core.language import sentences, tr, tr_marked
from vcs_desktop.domain.from_record import Unusable, thing_of
from vcs_desktop.domain.publisher_workbook import EXAMPLE_ID, EXAMPLE_NAME, Column, Holds, Sheet
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
_Seen = dict[tuple[str, str], str]


def workbook_items(path: Path) -> Iterator[Record | Refusal]:
    """Yield every row of the workbook as a record, or in words why it cannot be used.

    Raises:
        CannotUseInput: it is damaged, locked, unsafe or too large.
    """
    seen: _Seen = {}
    for filled in filled_sheets(path):
        yield from filled.refused
        rows = [row for row in filled.rows if not _is_example(filled.sheet, row)]
        names = _ids_by_name(filled.sheet, rows)
        for row in rows:
            where = place(filled.name, row.number)
            try:
                record = _record(filled, row, names)
                _must_be_new(record, seen)
            except Unusable as problem:
                yield Refusal(where, str(problem))
                continue
            seen[record.kind, record.id] = where
            yield record


def _record(filled: FilledSheet, row: FilledRow, names: dict[str, set[str]]) -> Record:
    """Return a row as a record.

    Raises:
        Unusable: something in it is wrong; the text says all of it.
    """
    sheet = filled.sheet
    said, problems = _values(sheet, row)
    for column, value in said.items():
        if column.holds is Holds.ANOTHER_ROW:
            try:
                said[column] = _another_row(column, value, names)
            except Unusable as problem:
                problems.append(str(problem))
    if problems:
        raise Unusable(sentences(*problems))
    data: dict[str, Any] = {}
    for column, value in said.items():
        _put(data, column.field.split("/"), value)
    data["id"] = data.get("id") or _made_id(sheet, said)
    record = Record(sheet.kind, data["id"], data)
    try:
        thing_of(record)
    except Unusable as problem:
        raise Unusable(_in_headings(sheet, str(problem))) from problem
    return record


def _values(sheet: Sheet, row: FilledRow) -> tuple[dict[Column, Any], list[str]]:
    """Return what each cell says, and everything that is wrong in words."""
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
    return said, problems


def _must_be_new(record: Record, seen: _Seen) -> None:
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
    said = next((cell for column, cell in row.cells.items() if column.holds is Holds.ID), None)
    return plain(str(said or "")) in {plain(EXAMPLE_ID), plain(tr_marked(EXAMPLE_ID))}


def _ids_by_name(sheet: Sheet, rows: list[FilledRow]) -> dict[str, set[str]]:
    """Return the ids of the rows that have each title."""
    found: dict[str, set[str]] = {}
    if not any(column.holds is Holds.ANOTHER_ROW for column in sheet.columns):
        return found
    for row in rows:
        said = _values(sheet, row)[0]
        title = said.get(sheet.title)
        if title is not None:
            given = next((said[each] for each in said if each.holds is Holds.ID), "")
            found.setdefault(plain(str(title)), set()).add(given or _made_id(sheet, said))
    return found


def _another_row(column: Column, value: str, names: dict[str, set[str]]) -> str:
    """Return the id that a cell means by a title or an Id.

    Raises:
        Unusable: it is neither, or two rows have this title.
    """
    ids = names.get(plain(value), set())
    if len(ids) == 1:
        return next(iter(ids))
    every = {one for each in names.values() for one in each}
    if value in every or (not ids and _IS_AN_ID.fullmatch(value)):
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
    """Return the id of a row that has none: of what names it, so that it stays the same."""
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
