"""What a backup or a copy holds, and a new file of a group made out of it."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from vcs_desktop.core.backup_errors import CopyNotRead, NotACopy
from vcs_desktop.core.clock import LONDON, Clock
from vcs_desktop.core.errors import AppError, NewerLibrary
from vcs_desktop.core.group_errors import GroupDamaged, NewerGroup
from vcs_desktop.core.ids import Ids
from vcs_desktop.domain.acts import Verb
from vcs_desktop.services.groups import copy_file
from vcs_desktop.services.groups.copy_file import Contents
from vcs_desktop.services.groups.folder import GroupFolder
from vcs_desktop.services.groups.shelf import Backup, Shelf
from vcs_desktop.services.two_laptops.identity import begin_again
from vcs_desktop.storage.blob_folder import BlobFolder
from vcs_desktop.storage.database import Database, Journal
from vcs_desktop.storage.erased import erased_in, keep_list
from vcs_desktop.storage.erased_files import noted_erased
from vcs_desktop.storage.group_migrate import make_ready
from vcs_desktop.storage.operations import Act, Author
from vcs_desktop.storage.page_seals import check_seals
from vcs_desktop.storage.queries.blob_names import named_now
from vcs_desktop.storage.queries.standing import is_groups_file, standing
from vcs_desktop.storage.whole_copy import copy_whole, delete_file
from vcs_desktop.vault.opening import Opened
from vcs_desktop.vault.slot_file import read_slots
from vcs_desktop.vault.slots import GroupKeys, Slots

Which = Path | Backup
"""The file of a copy, or a backup that lies beside its group."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a group is brought back from, and who can open that. ``contents`` is of a copy."""

    which: Which
    slots: Slots
    made_on: date
    size_bytes: int
    contents: Contents | None = None

    def records(self, place: Path) -> Path:
        """Return the file with the records; that of a copy is put at ``place``.

        Raises:
            NotACopy: it is not what it says it is; or CopyNotRead.
            OSError: there is no room, or it cannot be written.
        """
        if isinstance(self.which, Backup):
            return self.which.path
        if self.contents is None:
            raise NotACopy("not looked at")
        copy_file.take_records(self.which, self.contents, place)
        return place

    def whole_files(self) -> set[str]:
        """Return the sealed files that come with it; beside a backup they lie as ever."""
        return self.contents.whole_files() if self.contents else set()

    def put_files(self, blobs: Path, unwanted: set[str]) -> None:
        """Put the files of a copy into a folder, all but some.

        Raises:
            NotACopy: it is not what it says it is; or CopyNotRead.
            OSError: there is no room, or it cannot be written.
        """
        if self.contents is not None and isinstance(self.which, Path):
            copy_file.take_files(self.which, self.contents, blobs, unwanted)


@dataclass(frozen=True, slots=True)
class Inside:
    """What a copy holds. ``people`` are those not in the bin; ``newest_at`` None is no change.

    ``lacking`` is how many files its records tell of that are nowhere to be had whole.
    """

    name: str
    people: int
    records: int
    newest_at: datetime | None
    lacking: int = 0


@dataclass(frozen=True, slots=True)
class Built:
    """A new file of a group, the ways into it, and how many records were erased again."""

    slots: Slots
    inside: Inside
    erased_again: int


def source_of(which: Which) -> Source:
    """Return what is known of a copy or a backup without any words.

    Raises:
        NotACopy: the file is none, or not a whole one; or CopyNotRead.
        DamagedSlots: nobody can tell any more who can open the backup.
        NewerGroup: a newer app wrote it.
    """
    if isinstance(which, Backup):
        made_on = which.made_at.astimezone(LONDON).date()
        return Source(which, _slots_of(which), made_on, which.size_bytes)
    try:
        found = copy_file.contents(which)
    except OSError as error:
        raise CopyNotRead(str(error.strerror)) from error
    return Source(which, found.slots, found.made_on, found.size_bytes, found)


def _slots_of(backup: Backup) -> Slots:
    """Return the group's own ways in where they are of the same key, else those that lie by it."""
    folder = backup.path.parent.parent
    try:
        present = read_slots(folder)
    except AppError:
        return Shelf(folder).slots_for(backup)
    return present if present.key_id == backup.key_id else Shelf(folder).slots_for(backup)


def look(
    records: Path,
    key: bytes,
    name: str,
    there: set[str],
    gone: AbstractSet[str] = frozenset(),
) -> Inside:
    """Return what a file with records holds; ``there`` are the sealed files that can be had.

    ``gone`` are the ids of records that would be erased again: they count as not there.

    Raises:
        GroupDamaged: it is not whole, or no group's.
    """
    database = Database(records, key=key, journal="DELETE")
    try:
        check_seals(database)
        return _inside(database, name, there, gone)
    finally:
        database.close()


def build(
    folder: GroupFolder,
    source: Source,
    opened: Opened,
    new: GroupKeys,
    erased: Iterable[str],
    journal: Journal,
    clock: Clock,
) -> Built:
    """Make a new file out of a copy, in a folder in which nothing of the new key is yet.

    Nobody can open it before the ways in that are returned are written too.

    Raises:
        GroupDamaged: the copy is not whole; or NotACopy, CopyNotRead.
        NewerGroup: a newer app made it.
        OSError: there is no room, or it cannot be written.
    """
    data = folder.data_file(new.id)
    taken = data.with_name(f"{data.stem}-source.db")
    try:
        records = source.records(taken)
        name = source.slots.name_inside(opened.keys)
        look(records, opened.keys.data, name, set())
        copy_whole(records, opened.keys.data, data, new.data)
    finally:
        delete_file(taken)
    try:
        make_ready(data, new.data)
    except NewerLibrary as error:
        raise NewerGroup(error.detail) from error
    database = Database(data, key=new.data, journal=journal)
    try:
        again = _begin_anew(database, source.slots.group, opened.slot.id, set(erased), clock)
        keep_list(database)
        files = BlobFolder(folder.path)
        with database.reading() as session:
            source.put_files(files.path, unwanted=noted_erased(session))
        inside = _inside(database, name, files.blobs())
    finally:
        database.close()
    return Built(_lettered(source.slots, opened.keys, new), inside, again)


def _begin_anew(database: Database, group: str, who: str, erased: set[str], clock: Clock) -> int:
    """Let this computer be a new one, and erase again what was erased since; return how much."""
    again = erased - erased_in(database)
    ids = Ids(clock)
    with database.writing() as session:
        author = Author(who, clock.now(), ids)
        begin_again(session, group, author)
        if again:
            act = Act(session, author, Verb.ERASE, undoable=False)
            act.erase(sorted(again))
    database.empty_log()
    return len(again)


def _inside(
    database: Database, name: str, there: set[str], gone: AbstractSet[str] = frozenset()
) -> Inside:
    with database.reading() as session:
        if not is_groups_file(session):  # an empty file opens with any key
            raise GroupDamaged("no records")
        held, lacking = standing(session, gone), len(named_now(session) - there)
    return Inside(name, held.people, held.records, held.newest_at, lacking)


def _lettered(slots: Slots, old: GroupKeys, new: GroupKeys) -> Slots:
    """Return the same ways in to a new data key: everybody's words and the code stay good."""
    head = Slots.make(slots.group, new, slots.name_inside(old), hides_name=not slots.shown_as)
    kept = tuple(each.with_letter(new) for each in slots.slots if each.is_trusted(old))
    return replace(head, slots=kept)
