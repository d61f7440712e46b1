"""The whole of a group's records as files that any program can open."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.documents.new_folder import new_folder, put_files
from vcs_desktop.documents.people_table import people_csv, people_xlsx
from vcs_desktop.documents.table_out import content_of
from vcs_desktop.domain.fold import Folded
from vcs_desktop.domain.kinds import OPENER, PERSON, PROFILE, title_of
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.table_out import TableOut
from vcs_desktop.domain.values import thing_of
from vcs_desktop.services.blobs import BlobsService, HasFiles
from vcs_desktop.services.group_files_out import FilesOut
from vcs_desktop.services.group_parts import HasName
from vcs_desktop.services.records import RecordsService
from vcs_desktop.services.tables_out import tables_of
from vcs_desktop.storage.operation_log import Logged
from vcs_desktop.storage.queries import group_whole

RECORDS_FORMAT = "vcs-desktop-records-1"
HISTORY_FORMAT = "vcs-desktop-history-1"
FILES_TABLE = "files.csv"


class HasIdAndName(HasFiles, HasName, Protocol):
    """An open group with its files, and a name."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the folder, the names of its files, and how much is in them."""

    folder: Path
    files: tuple[str, ...]
    people: int
    records: int
    operations: int
    kept_files: int = 0
    not_whole: int = 0
    """How many of the group's own files were written, and how many are missing or damaged."""


class GroupExport:
    """Writes everything that the open group keeps, not encrypted, for whoever may have it."""

    def __init__(self, group: HasIdAndName, records: RecordsService) -> None:
        self._group = group
        self._records = records
        self._blobs = BlobsService(group)

    def write(self, folder: Path) -> Exported:
        """Write it all into a folder that is new or empty: all of it, or nothing.

        People in the bin are in the file of all records, and not in the tables of people.
        A file of the group that is missing or damaged is told of in the table of files.

        Raises:
            CannotUseInput: there is something in the folder already.
            Locked: the group was locked meanwhile.
            FolderNotWritable: it cannot be written there.
            DiskFull: there is no room.
        """
        with self._records.database.reading() as session:
            records = list(group_whole.all_records(session))
            operations = list(group_whole.all_operations(session))
        people = [
            thing_of(Person, each.values, each.id)
            for each in records
            if each.kind == PERSON and each.binned_at is None
        ]
        people.sort(key=lambda person: person.name.casefold())
        kept = FilesOut(records, operations)
        with new_folder(folder) as begun:
            kept.write(begun, self._blobs)
            profile, by_kind = kept.shown(_profile(records)), kept.shown(_by_kind(records))
            history = kept.shown([*_history(operations, records)])
            files = {
                "people.csv": people_csv(people),
                "people.xlsx": people_xlsx(people),
                "our-group.json": _json(self._head() | {"our_group": profile}),
                "records.json": _json(self._head(RECORDS_FORMAT) | {"records": by_kind}),
                "history.json": _json(self._head(HISTORY_FORMAT) | {"history": history}),
                **({FILES_TABLE: kept.table()} if kept.files else {}),
            }
            tables = tables_of(self._records)
            files |= _written(tables)
            files["read-me.txt"] = self._read_me(files, tables, not_whole=kept.not_whole).encode()
            put_files(begun, files)
        written = [out.path for out in kept.files.values() if not out.problem]
        return Exported(
            folder,
            (*files, *written),
            len(people),
            len(records),
            len(operations),
            kept_files=len(written),
            not_whole=kept.not_whole,
        )

    def _head(self, format_name: str = "vcs-desktop-our-group-1") -> dict[str, Any]:
        return {
            "format": format_name,
            "group": {"id": self._group.id, "name": self._group.name},
            "exported_at": self._records.clock.now().isoformat(timespec="seconds"),
        }

    def _read_me(
        self, files: Iterable[str], tables: Mapping[str, TableOut], *, not_whole: int
    ) -> str:
        told = {
            **{f"{name}.csv": table.title for name, table in tables.items()},
            **dict.fromkeys((f"{name}.xlsx" for name in tables), tr("The same as a spreadsheet.")),
            "people.csv": tr("Everybody who is not in the bin, as a table for any program."),
            "people.xlsx": tr("The same as a spreadsheet."),
            "our-group.json": tr("What the group tells about itself."),
            "records.json": tr("Every record with all its fields, in the bin too."),
            "history.json": tr("Everything that was done: when, by whom, before and after."),
            FILES_TABLE: tr("The group's own files, in the folder “files”: what each belongs to."),
        }
        missing = tr_count(
            "{count} file is missing or damaged, so it is not here. The table says which.",
            "{count} files are missing or damaged, so they are not here. The table says which.",
            not_whole,
        )
        lines = [
            tr("The records of {group}", group=self._group.name),
            "",
            tr("These files are not locked. Keep them where only the right people can read them."),
            "",
            *(f"{name}: {told[name]}" for name in files),
            *(["", missing] if not_whole else []),
        ]
        return "\n".join(lines) + "\n"


def _written(tables: Mapping[str, TableOut]) -> dict[str, bytes]:
    """Return the files of tables: each for any program, and as a spreadsheet."""
    return {
        name + ending: content_of(table, ending)
        for name, table in tables.items()
        for ending in (".csv", ".xlsx")
    }


def _profile(records: Iterable[Folded]) -> Mapping[str, Any]:
    return next((each.values for each in records if each.kind == PROFILE), {})


def _by_kind(records: Iterable[Folded]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for each in records:
        found.setdefault(each.kind, []).append(
            {
                "id": each.id,
                "in_bin_since": each.binned_at.isoformat() if each.binned_at else None,
                "fields": each.values,
                "other_versions": {
                    name: [version.value for version in versions]
                    for name, versions in each.choices.items()
                },
            }
        )
    return found


def _history(operations: Iterable[Logged], records: Iterable[Folded]) -> Iterator[dict[str, Any]]:
    names = {each.id: title_of(OPENER, each.values) for each in records if each.kind == OPENER}
    for logged in operations:
        done = logged.operation()
        yield {
            "id": done.id,
            "at": done.at.isoformat(),
            "who": {"id": done.who, "name": names.get(done.who, "")},
            "device": done.device,
            "kind": done.kind,
            "record": done.record,
            "records": list(done.records),
            "deed": done.deed,
            "verb": done.verb,
            "act": done.act,
            "based_on": list(done.based_on),
            "changes": {
                name: {"old": each.old, "new": each.new} for name, each in done.changes.items()
            },
            "erased": logged.body is None,
        }


def _json(content: Mapping[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
