"""Everything about one person: handed over, or taken away for good."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.documents import about_person
from vcs_desktop.documents.about_person import AboutPerson, Named, Written
from vcs_desktop.domain.fold import Folded
from vcs_desktop.domain.history import Entry
from vcs_desktop.domain.kinds import MEETING, OPENER, PERSON, title_of
from vcs_desktop.domain.took_part import TookPart, own_fields, took_part
from vcs_desktop.services.group_parts import HasName
from vcs_desktop.services.records import HasRecords, NoSuchRecord, RecordsService
from vcs_desktop.storage.queries import (
    group_mentions,
    group_names,
    group_people,
    group_records,
)
from vcs_desktop.storage.queries.group_mentions import Mention

__all__ = ["AboutPerson", "AboutPersonService", "Gone", "Named", "TookPart", "Written"]


class Group(HasRecords, HasName, Protocol):
    """An open group with a name."""


@dataclass(frozen=True, slots=True)
class Gone:
    """What is said when somebody was erased.

    ``said`` are whole sentences: what is gone, and that older backups still hold it.
    ``still_named`` are other records in which the name is found; they are left alone.
    """

    name: str
    said: str
    still_named: tuple[Named, ...] = ()


class AboutPersonService:
    """Gathers all that the group keeps about somebody, writes it down, or erases it."""

    def __init__(self, group: Group, records: RecordsService) -> None:
        self._group = group
        self._records = records

    def about(self, person_id: str) -> AboutPerson:
        """Return everything about somebody, in the bin or not.

        Raises:
            NoSuchRecord: there is nobody with this id.
        """
        with self._records.database.reading() as session:
            records = group_people.with_merged(session, person_id)
            if not records:
                raise NoSuchRecord(person_id)
            whole = [self._told(each, group_records.history(session, each.id)) for each in records]
            found = group_names.records_naming(
                session,
                [each.record_id for each in whole],
                [name for each in whole for name in _names(each.history)],
                [str(each.values.get("email", "")) for each in whole],
            )
            ids = [each.record_id for each in whole]
            mentions = group_mentions.records_mentioning(session, ids)
        named = (
            Named(each.id, each.kind, each.title, each.passages, each.in_bin) for each in found
        )
        return replace(
            whole[0],
            named=tuple(named),
            earlier=tuple(whole[1:]),
            took_part=self._took_part(mentions, ids),
            own_fields={each.id: own_fields(each.kind, each.values, ids) for each in mentions},
        )

    def _took_part(self, mentions: Iterable[Mention], ids: Collection[str]) -> tuple[TookPart, ...]:
        """Return what other records tell of somebody, the newest first; without a day last."""
        today = self._records.clock.today()
        found = [
            replace(took_part(each.id, each.kind, each.values, ids, today), in_bin=each.in_bin)
            for each in mentions
        ]
        return tuple(
            sorted(found, key=lambda each: (each.on or date.min, each.record_id), reverse=True)
        )

    def _told(self, record: Folded, history: list[Entry]) -> AboutPerson:
        return AboutPerson(
            record_id=record.id,
            name=title_of(PERSON, record.values),
            group=self._group.name,
            made_at=self._records.clock.now(),
            values=record.values,
            choices={
                name: tuple(each.value for each in versions)
                for name, versions in record.choices.items()
            },
            binned_at=record.binned_at,
            history=tuple(history),
        )

    def write(self, person_id: str, folder: Path) -> Written:
        """Write everything about somebody into a folder, as a page to read and as JSON.

        Nothing that is there already is written over.

        Raises:
            NoSuchRecord: there is nobody with this id.
            FolderNotWritable: it cannot be written there.
            DiskFull: there is no room for it.
        """
        return about_person.write(folder, self.about(person_id))

    def erase(self, person_id: str, *, also: Sequence[str] = ()) -> Gone:
        """Take somebody away for good: the record, its history, drafts and words. No undo.

        Records that were made one with this one, and lie in the bin, go with it.

        ``also`` are other records to erase with it: such of ``still_named`` or of
        ``about(…).named`` as a person has said to be about the same somebody, and their own
        expense claims. Other records keep an id that then says nobody.

        Raises:
            NoSuchRecord: there is nobody with this id.
        """
        about = self.about(person_id)
        self._records.erase([person_id, *(each.record_id for each in about.earlier), *also])
        still = tuple(each for each in about.named if each.record_id not in also)
        stays = tuple(each for each in about.took_part if each.record_id not in also)
        return Gone(about.name, _said(about.name, still, stays), still)


def _names(history: Iterable[Entry]) -> list[str]:
    """Return every name that a record ever had."""
    told = [
        value
        for entry in history
        for name, change in entry.changes.items()
        if name == "name"
        for value in (change.new, change.old)
    ]
    return list(dict.fromkeys(value for value in told if isinstance(value, str)))


def _said(name: str, still: Sequence[Named], stays: Sequence[TookPart]) -> str:
    said = [
        tr("{name} is gone from the records of this group.", name=name),
        tr("Copies that were made before today still hold them."),
        tr("Make a new copy now, and delete the older ones when you can."),
    ]
    if still:
        said.append(tr("The name is still found in other records. Look at them too."))
    if any(each.is_claim for each in stays):
        said.append(tr("Expense claims of theirs stay, and name nobody."))
    if any(each.has_words and each.kind == MEETING for each in stays):
        said.append(tr("Words about them stay in minutes of meetings. Look at those too."))
    if any(each.in_copies for each in stays):
        said.append(tr("Kept copies of applications stay as they were sent, with their name."))
    if any(each.kind == OPENER for each in still):
        said.append(tr("If they can open the group, take them out there as well."))
    return sentences(*said)
