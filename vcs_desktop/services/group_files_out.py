"""The files of a group as an export has them: under readable names, and a table of them."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any, Final

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.file_errors import FileDamaged, FileMissing
from vcs_desktop.documents.new_folder import put_pieces
from vcs_desktop.domain.cells import guarded
from vcs_desktop.domain.fold import Folded
from vcs_desktop.domain.kinds import title_of
from vcs_desktop.domain.stored_file import (
    StoredFile,
    file_name,
    is_stored_file,
    stored_files_in,
    without_secrets,
)
from vcs_desktop.services.blobs import BlobsService
from vcs_desktop.storage.operation_log import Logged

FOLDER: Final = "files"
_UNNAMED: Final = "file"
_COLUMNS: Final = (
    "file", "name", "media_type", "size_bytes", "sha256",
    "kind", "record", "title", "in_record_now", "problem",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Belongs:
    """A record that tells of a file; ``is_now`` says that not only its history does."""

    kind: str
    record: str
    title: str
    is_now: bool


@dataclass(slots=True)
class OutFile:
    """One file of the group: its name in the export, or the problem for which it is not there."""

    stored: StoredFile
    path: str
    belongs: dict[str, Belongs] = field(default_factory=dict)
    problem: str = ""


class FilesOut:
    """Every file that a group's records tell of, in their history too, each once."""

    def __init__(self, records: Iterable[Folded], operations: Iterable[Logged]) -> None:
        self.files: dict[str, OutFile] = {}
        self._taken: set[str] = set()
        titles: dict[str, str] = {}
        for each in records:
            titles[each.id] = title_of(each.kind, each.values)
            now = [each.values, *_versions(each)]
            self._note(now, Belongs(each.kind, each.id, titles[each.id], is_now=True))
        for done in (each.operation() for each in operations if each.body):
            then = [value for change in done.changes.values() for value in (change.old, change.new)]
            title = titles.get(done.record, "")
            self._note(then, Belongs(done.kind, done.record, title, is_now=False))

    def write(self, folder: Path, blobs: BlobsService) -> None:
        """Write them into a folder, one piece at a time; what is not whole is left out, and noted.

        Raises:
            OSError: it cannot be written.
            Locked: the group was locked meanwhile.
        """
        if self.files:
            (folder / FOLDER).mkdir(mode=0o700)
        for out in self.files.values():
            try:
                put_pieces(folder / out.path, blobs.pieces(out.stored))
            except (FileDamaged, FileMissing) as error:
                out.problem = _problem(error)

    def shown(self, value: Any) -> Any:
        """Return a value of a record as the export has it: a file by where it lies there."""
        if is_stored_file(value):
            out = self.files.get(str(value["blob"]))
            place = {"file": out.path} if out and not out.problem else {}
            return {**without_secrets(value), **place}
        if isinstance(value, Mapping):
            return {name: self.shown(each) for name, each in value.items()}
        return [self.shown(each) for each in value] if isinstance(value, list) else value

    @property
    def not_whole(self) -> int:
        """How many could not be written, for they are missing or damaged."""
        return sum(bool(out.problem) for out in self.files.values())

    def table(self) -> bytes:
        """Return which file is what and belongs to which record, as CSV; no cell is a formula."""
        to = io.StringIO(newline="")
        writer = csv.writer(to)
        writer.writerow(_COLUMNS)
        for out in self.files.values():
            writer.writerows(map(guarded, row) for row in _rows(out))
        return to.getvalue().encode("utf-8-sig")

    def _note(self, values: Iterable[Any], belongs: Belongs) -> None:
        for stored in (each for value in values for each in stored_files_in(value)):
            if stored.blob not in self.files:
                path = f"{FOLDER}/{self._free_name(stored.name)}"
                self.files[stored.blob] = OutFile(stored, path)
            self.files[stored.blob].belongs.setdefault(belongs.record, belongs)

    def _free_name(self, name: str) -> str:
        """Return a name that every system takes, and that no other file has in any spelling."""
        plain = PurePath(file_name(name) or _UNNAMED)
        found, number = plain.name, 1
        while found.casefold() in self._taken:
            number += 1
            found = f"{plain.stem} ({number}){plain.suffix}"
        self._taken.add(found.casefold())
        return found


def _versions(record: Folded) -> list[Any]:
    return [version.value for versions in record.choices.values() for version in versions]


def _rows(out: OutFile) -> Iterator[tuple[str, ...]]:
    stored = out.stored
    told = (stored.name, stored.media_type, str(stored.size), stored.sha256)
    for each in out.belongs.values():
        now = "yes" if each.is_now else "no"
        place = "" if out.problem else out.path
        yield (place, *told, each.kind, each.record, each.title, now, out.problem)


def _problem(error: AppError) -> str:
    return "missing" if isinstance(error, FileMissing) else "damaged"
