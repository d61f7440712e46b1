"""What was done in an open group, and what of it a person has to settle."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from vcs_desktop.core.language import tr
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.fold import Folded
from vcs_desktop.domain.history import AT_ONCE, Done, Entry
from vcs_desktop.domain.kinds import title_of
from vcs_desktop.domain.record_words import texts_in
from vcs_desktop.services.records import NoSuchRecord, RecordsService
from vcs_desktop.services.who import Who, who
from vcs_desktop.storage.queries import group_history, group_records
from vcs_desktop.wire.operation import Change, Deed

_LONGEST_ID = 64


@dataclass(frozen=True, slots=True)
class Names:
    """Whom and what ids in a history mean: records keep ids, and people read names.

    ``titles`` are those of other records by their ids.
    """

    who: Who
    titles: Mapping[str, str]

    def person(self, person_id: str) -> str:
        """Return somebody's name as it is now; who was erased has none, and is told so."""
        return self.who.name(person_id)

    def said(self, said: str) -> str:
        """Return whom a field names that holds an id, or the typed name of somebody else."""
        return self.who.said(said)

    def before_merge(self, person_id: str) -> str:
        """Return what the record of somebody is called itself, also after it was made one."""
        return self.who.names.get(person_id) or self.who.name(person_id)

    def record(self, record_id: str) -> str:
        """Return what a record is called; one that is gone is told to be."""
        return self.titles.get(record_id) or tr("Something that was removed")


@dataclass(frozen=True, slots=True)
class Past:
    """A slice of the history of one record, the newest first.

    ``record`` is the record as it is now, None where it was erased; ``erasure`` is then
    what took it. ``skipped`` newer entries stand before these, of ``total``. ``names`` says
    whom and what the ids in the entries mean.
    """

    record: Folded | None
    entries: tuple[Entry, ...]
    skipped: int
    total: int
    erasure: Entry | None
    today: date
    names: Names


@dataclass(frozen=True, slots=True)
class Lately:
    """A slice of what was done in the group, the newest first; ``total`` counts all acts."""

    done: tuple[Done, ...]
    skipped: int
    total: int
    today: date


@dataclass(frozen=True, slots=True)
class Told:
    """One of two versions, with who wrote it (empty is not known) and when."""

    operation: str
    value: Any
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Unsettled:
    """What a person has to settle in a record, and may leave for later.

    ``fields`` are those with several versions. ``deleted`` says who deleted the record in
    one place while it was changed in another; None when nobody did.
    """

    record: Folded
    title: str
    fields: Mapping[str, tuple[Told, ...]]
    deleted: Told | None
    today: date
    names: Names


class HistoryService:
    """Tells what was done, and brings older values back as ordinary changes."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def of_record(self, record_id: str, *, skip: int = 0, limit: int = AT_ONCE) -> Past:
        """Return a slice of what was done to a record, field by field.

        Raises:
            NoSuchRecord: there never was one with this id.
        """
        known = who(self._records)
        with self._records.database.reading() as session:
            entries = tuple(group_history.slice_of(session, record_id, skip=skip, limit=limit))
            said = [each for entry in entries for each in _values(entry.changes)]
            found = Past(
                record=group_records.record(session, record_id),
                entries=entries,
                skipped=skip,
                total=group_history.how_many(session, record_id),
                erasure=group_history.erasure_of(session, record_id),
                today=self._records.clock.today(),
                names=Names(known, group_records.titles(session, _may_be_ids(said))),
            )
        if not found.total and found.erasure is None:
            raise NoSuchRecord(record_id)
        return found

    def kind_of(self, record_id: str) -> str:
        """Return the kind of a record that can be shown; nothing where it is gone or binned."""
        with self._records.database.reading() as session:
            record = group_records.record(session, record_id)
        return record.kind if record and not record.binned_at else ""

    def bring_back(self, record: Folded, name: str, part: str, value: Any) -> None:
        """Give a field an older value again, as a change that can be undone.

        ``record`` is the record as the person saw it. ``part`` names one thing inside a
        field that holds several, such as a phone number among emergency details; empty is
        the whole field.
        """
        now = record.values.get(name)
        after = {**now, part: value} if part and isinstance(now, dict) else value
        with self._records.acting(Verb.CHANGE) as act:
            change = {name: Change(now, after)}
            act.change(record.kind, record.id, change, seen=record.heads)

    def lately(self, *, skip: int = 0, limit: int = AT_ONCE) -> Lately:
        """Return what was done last in the group, by whom, and to what."""
        with self._records.database.reading() as session:
            return Lately(
                done=tuple(group_history.lately(session, skip=skip, limit=limit)),
                skipped=skip,
                total=group_history.how_many_acts(session),
                today=self._records.clock.today(),
            )

    def unsettled(self, record_id: str) -> Unsettled:
        """Return what a record has two versions of.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        known = who(self._records)
        with self._records.database.reading() as session:
            record = group_records.record(session, record_id)
            if record is None:
                raise NoSuchRecord(record_id)
            said = [each.value for some in record.choices.values() for each in some]
            titles = group_records.titles(session, _may_be_ids(said))
            versions = {each.operation for some in record.choices.values() for each in some}
            written = group_history.entries_of(session, {*versions, *record.heads})
        fields = {
            name: tuple(_told(written[each.operation], each.value) for each in versions)
            for name, versions in record.choices.items()
        }
        heads = [written[head] for head in record.heads]
        deletes = [_told(each) for each in heads if each.deed == Deed.DELETE]
        return Unsettled(
            record=record,
            title=title_of(record.kind, record.values),
            fields=fields,
            deleted=deletes[0] if record.returned and deletes else None,
            today=self._records.clock.today(),
            names=Names(known, titles),
        )


def _told(entry: Entry, value: Any = None) -> Told:
    return Told(entry.operation, value, entry.who, entry.at)


def _values(changes: Mapping[str, Change]) -> Iterator[Any]:
    for each in changes.values():
        yield from (each.old, each.new)


def _may_be_ids(values: Iterable[Any]) -> set[str]:
    """Return the texts in some values that may be the id of another record."""
    found = (text for value in values for text in texts_in(value))
    return {text for text in found if len(text) <= _LONGEST_ID and not text.count(" ")}
