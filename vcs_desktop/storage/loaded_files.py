"""The files that a person here loaded: which records came from each, and how they go again."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import delete, exists, func, insert, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.library import THIS_COMPUTER
from vcs_desktop.storage.library_tables import (
    LoadedFileRow,
    LoadedRecordRow,
    OriginRow,
    RecordRow,
)
from vcs_desktop.storage.taking_out import Look, take_out

EARLIER = 0
"""Stands for the file of what was loaded before the names of files were kept."""
_STROKE = "/"
_NOTE = "INSERT OR IGNORE INTO loaded_record (number, file) VALUES (?, ?)"


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A loaded file: ``counts`` is how many records of each kind it told of.

    ``number`` is ``EARLIER`` for all that was loaded before the names of files were kept;
    then there is neither a name nor a day. ``folder`` is what its folder is called, empty where
    that was not kept.
    """

    number: int
    name: str = ""
    folder: str = ""
    format: str = ""
    loaded_on: date | None = None
    counts: dict[str, int] = field(default_factory=dict)


def note(session: Session, path: Path, form: str, on: date, numbers: Iterable[int]) -> None:
    """Keep that a file was loaded on a day, and which records it told of; none is no file.

    What is no text in its name is kept as question marks. Of its folder the last name is kept,
    and a digest of where it is: two files of one name in two folders are two.
    """
    bare = _as_text(path.name)
    name = f"{_place(path)}{_STROKE}{_as_text(path.resolve().parent.name)}{_STROKE}{bare}"
    told = list(numbers)
    if not told:
        return
    held = _held(session, name) or _held(session, bare)
    if held is None:
        made = session.execute(
            insert(LoadedFileRow)
            .values(name=name, format=form, loaded_on=on)
            .returning(LoadedFileRow.number)
        )
        file = made.scalar_one()
    else:
        held.name, held.format, held.loaded_on, file = name, form, on, held.number
        session.flush()
    driver: Any = session.connection().connection.driver_connection
    driver.executemany(_NOTE, [(number, file) for number in told])


def loaded_files(session: Session) -> list[LoadedFile]:
    """Return what was loaded, the newest file first, and last what has no name."""
    told: dict[int, dict[str, int]] = {}
    query = (
        select(LoadedRecordRow.file, RecordRow.kind, func.count())
        .join(RecordRow, RecordRow.number == LoadedRecordRow.number)
        .group_by(LoadedRecordRow.file, RecordRow.kind)
        .order_by(RecordRow.kind)
    )
    for file, kind, count in session.execute(query):
        told.setdefault(file, {})[kind] = count
    rows = session.scalars(
        select(LoadedFileRow).order_by(LoadedFileRow.loaded_on.desc(), LoadedFileRow.number.desc())
    )
    found = [
        LoadedFile(
            row.number,
            *_name_and_folder(row.name),
            row.format,
            row.loaded_on,
            told.get(row.number, {}),
        )
        for row in rows
    ]
    if earlier := _earlier(session):
        found.append(LoadedFile(EARLIER, counts=earlier))
    return found


def remove(session: Session, number: int, look: Look = lambda _: None) -> int:
    """Take out what a loaded file told of; return how many records that was.

    What another loaded file told of too stays, and so does all that was published: where
    both had a record, what was published is shown again. ``look`` is told how many are done.
    """
    which = (RecordRow.origin == THIS_COMPUTER, *_only_of(number))
    count = take_out(session, *which, look=look)
    session.execute(delete(LoadedFileRow).where(LoadedFileRow.number == number))
    if not session.scalar(select(exists().where(RecordRow.origin == THIS_COMPUTER))):
        session.execute(delete(OriginRow).where(OriginRow.name == THIS_COMPUTER))
    return count


def _held(session: Session, name: str) -> LoadedFileRow | None:
    return session.scalar(select(LoadedFileRow).where(LoadedFileRow.name == name))


def _name_and_folder(name: str) -> tuple[str, str]:
    """Return what a file is called, and its folder, empty where it was not kept."""
    _, _, known = name.partition(_STROKE)
    folder, _, bare = known.partition(_STROKE)
    return (bare, folder) if known else (name, "")


def _place(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path.resolve().parent)).hexdigest()[:16]


def _as_text(name: str) -> str:
    return name.encode("utf-8", "replace").decode()


def _earlier(session: Session) -> dict[str, int]:
    query = (
        select(RecordRow.kind, func.count())
        .where(RecordRow.origin == THIS_COMPUTER, *_only_of(EARLIER))
        .group_by(RecordRow.kind)
        .order_by(RecordRow.kind)
    )
    return {kind: count for kind, count in session.execute(query)}  # noqa: C416  Row is no tuple to mypy


def _only_of(number: int) -> list[Any]:
    """Return what holds for records that this file told of and no other did."""
    of_any = exists().where(LoadedRecordRow.number == RecordRow.number)
    if number == EARLIER:
        return [~of_any]
    return [of_any.where(LoadedRecordRow.file == number),
            ~of_any.where(LoadedRecordRow.file != number)]  # fmt: skip
