"""An import while it is done: each row is put with its record, then all are written together."""

from collections.abc import Mapping, Sequence
from threading import Event
from typing import Any

from vcs_desktop.core.language import tr
from vcs_desktop.domain.fold import Folded
from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.person_merge import left_behind, merged_values
from vcs_desktop.domain.values import values_of
from vcs_desktop.services.people_import.told import (
    Decision,
    ImportDone,
    LeftOut,
    PreviewRow,
    Tell,
    left_behind_words,
    look,
)
from vcs_desktop.services.records import MOST_LETTERS, RecordsService
from vcs_desktop.storage.operations import Act
from vcs_desktop.storage.queries import group_records
from vcs_desktop.wire.operation import Change

Values = dict[str, Any]


class Taking:
    """The rows of one import, on their way into the group."""

    def __init__(self, records: RecordsService, decisions: Mapping[int, Decision]) -> None:
        self._records = records
        self._decisions = decisions
        self.new: dict[str, Values] = {}
        self.into: dict[str, list[tuple[int, Values]]] = {}
        self._record_of_row: dict[int, str] = {}
        self._merged = 0
        self._unchanged = 0
        self._left_out: list[LeftOut] = []

    def sort(self, rows: Sequence[PreviewRow]) -> None:
        """Put each row with the record that it makes, or goes into."""
        for row in rows:
            self._left_out += [LeftOut(row.number, each) for each in row.problems]
            if row.person is None:
                continue
            decided = self._decisions.get(row.number, row.advised)
            if decided == Decision.LEAVE_OUT and self._leave_out(row):
                continue
            if not _fits(values_of(row.person)):
                self._too_long(row.number)
            else:
                self._put(row, row.person, merging=decided != Decision.ADD)

    def write(self, act: Act, stop: Event | None, tell: Tell | None) -> None:
        """Write everything. Whatever is raised, nothing of it stays.

        Raises:
            Stopped: somebody asked for that.
        """
        many = len(self.into)
        look(stop, tell, 0, many + len(self.new))
        with self._records.database.reading() as session:
            for done, (record_id, rows) in enumerate(self.into.items(), 1):
                self._write_into(act, group_records.record(session, record_id), rows)
                look(stop, tell, done, many + len(self.new))
        with act.many(self.new):
            for done, (record_id, values) in enumerate(self.new.items(), many + 1):
                changes = {name: Change(None, value) for name, value in values.items()}
                act.change(PERSON, record_id, changes, seen=())
                look(stop, tell, done, many + len(self.new))

    def done(self) -> ImportDone:
        """Return what came of it."""
        left_out = sorted(self._left_out, key=lambda each: each.row)
        return ImportDone(
            added=len(self.new),
            merged=self._merged,
            left_out=tuple(left_out),
            unchanged=self._unchanged,
            added_ids=tuple(self.new),
        )

    def _too_long(self, row: int) -> None:
        why = tr("Row {row} has a text that is too long, so it stays out.", row=row)
        self._left_out.append(LeftOut(row, why))

    def _leave_out(self, row: PreviewRow) -> bool:
        """Leave a row out, and say so; return whether that is all.

        A row that says nothing beyond an earlier one goes where that one went: what the
        earlier one said may have stayed out there, and then this must be told as well.
        """
        same_as = row.same_as
        if same_as is not None and same_as.adds_nothing and same_as.person_id:
            self._unchanged += 1
            self._record_of_row[row.number] = same_as.person_id
            return True
        if same_as is None or row.number in self._decisions:
            why = tr("Row {row} was left out, as you asked.", row=row.number)
            self._left_out.append(LeftOut(row.number, why))
            return True
        return False

    def _record_of(self, row: PreviewRow) -> str:
        """Return the record that a row is like; nothing when the row it is like stayed out."""
        if row.same_as is None:
            return ""
        return row.same_as.person_id or self._record_of_row.get(row.same_as.row, "")

    def _put(self, row: PreviewRow, person: Person, *, merging: bool) -> None:
        values = values_of(person)
        record_id = self._record_of(row) if merging else ""
        if record_id in self.new:
            there = self.new[record_id]
            after = merged_values(there, values)
            if not _fits(after):
                self._too_long(row.number)
                return
            self._tell_left_behind(row.number, there, values)
            self.new[record_id] = after
            self._count(there, after)
        elif record_id:
            self.into.setdefault(record_id, []).append((row.number, values))
        else:
            record_id = self._records.ids.new()
            self.new[record_id] = values
        self._record_of_row[row.number] = record_id

    def _write_into(
        self, act: Act, record: Folded | None, rows: Sequence[tuple[int, Values]]
    ) -> None:
        """Give a record what some rows say beyond it.

        Who was put in the bin since the preview is added anew, for the rows are not.
        """
        if record is None or record.binned_at is not None:
            first, *more = (values for _, values in rows)
            for values in more:
                first = merged_values(first, values)
            self.new[self._records.ids.new()] = first
            return
        after: Mapping[str, Any] = record.values
        for row, values in rows:
            # What has two versions waits for a person to choose.
            settled = {name: each for name, each in values.items() if name not in record.choices}
            joined = merged_values(after, settled)
            if not _fits(joined):
                self._too_long(row)
                continue
            self._tell_left_behind(row, after, values)
            self._count(after, joined)
            after = joined
        changes = {
            name: Change(record.values.get(name), value)
            for name, value in after.items()
            if record.values.get(name) != value
        }
        act.change(PERSON, record.id, changes, seen=record.heads)

    def _count(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        """Count a row that went into somebody."""
        if before == after:
            self._unchanged += 1
        else:
            self._merged += 1

    def _tell_left_behind(self, row: int, there: Mapping[str, Any], values: Values) -> None:
        said = left_behind_words(row, str(there.get("name", "")), left_behind(there, values))
        self._left_out += [LeftOut(row, each) for each in said]


def _fits(values: Mapping[str, Any]) -> bool:
    return all(len(str(each)) <= MOST_LETTERS for each in values.values())
