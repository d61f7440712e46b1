"""A group that is open: its records, who else can open it, and how to lock it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock

from vcs_desktop.core.errors import AppError, CannotUseInput
from vcs_desktop.core.group_errors import (
    LastOpener,
    Locked,
    NoSuchOpener,
)
from vcs_desktop.core.language import tr
from vcs_desktop.services.groups.folder import GroupFolder
from vcs_desktop.services.groups.lines import Opener, group_name, openers_of, person_label
from vcs_desktop.services.groups.practice import is_for_practice
from vcs_desktop.storage.database import Database, Journal
from vcs_desktop.storage.group_hold import Hold
from vcs_desktop.storage.whole_copy import copy_whole, nobody_writes
from vcs_desktop.vault.opening import Opened, new_id, slot_for_code, slot_for_person
from vcs_desktop.vault.passphrase import check_strong
from vcs_desktop.vault.recovery_code import RecoveryCode
from vcs_desktop.vault.sealing import Effort
from vcs_desktop.vault.slot_file import MOST_PEOPLE, read_slots, write_slots
from vcs_desktop.vault.slots import GroupKeys, SlotKind, Slots
from vcs_desktop.vault.this_computer import ComputerKeyring


@dataclass(frozen=True, slots=True)
class Files:
    """Where an open group lies, what opens it, and how it is kept whole there."""

    folder: GroupFolder
    keys: GroupKeys = field(repr=False)
    slots: Slots
    journal: Journal

    @property
    def data(self) -> Path:
        """The file with the records."""
        return self.folder.data_file(self.keys.id)

    @property
    def pages(self) -> Path:
        """The folder for what is only printed; it is emptied when the group is locked."""
        return self.folder.path.parent.parent / "pages"


class OpenGroup(AbstractContextManager["OpenGroup"]):
    """A group whose key is in memory, until ``close`` (which is what locking is).

    Keep hold of this, not of ``database``: when somebody is taken out the records
    move to another file.
    """

    def __init__(
        self,
        folder: GroupFolder,
        slots: Slots,
        opened: Opened,
        hold: Hold,
        *,
        effort: Effort,
        journal: Journal,
        keyring: ComputerKeyring,
    ) -> None:
        """Open the records; ``hold`` is given back when that fails, and by ``close``.

        ``keyring`` forgets whatever it held for a way in that is taken away.

        Raises:
            GroupFileMissing: the file with the records is not there.
            GroupDamaged: it cannot be read, though the key is right.
            NewerGroup: a newer app wrote it.
        """
        self._folder = folder
        self._slots = slots
        self._keys: GroupKeys | None = opened.keys
        self._hold = hold
        self._effort = effort
        self._journal: Journal = journal
        self._keyring = keyring
        self._lock = RLock()
        self.opener_id = opened.slot.id
        self.has_new_words = False
        """Whether somebody chose new words since it was opened."""
        self.is_practice = is_for_practice(folder.path)
        try:
            self.name = slots.name_inside(opened.keys)
            self._database: Database | None = folder.open_records(opened.keys, journal)
        except BaseException:
            hold.let_go()
            raise
        folder.end_change(slots.key_id)
        folder.mend(slots)

    @property
    def id(self) -> str:
        """The group's id."""
        return self._folder.id

    @property
    def database(self) -> Database:
        """The group's records.

        Raises:
            Locked: the group was closed.
        """
        with self._lock:
            if self._database is None:
                raise Locked
            return self._database

    @property
    def is_open(self) -> bool:
        """Whether the group has not been closed."""
        return self._database is not None

    @property
    def hides_name(self) -> bool:
        """Whether the list of groups does not show its name."""
        return not self._slots.shown_as

    @property
    def openers(self) -> tuple[Opener, ...]:
        """The people who can open it."""
        return openers_of(self._slots)

    @property
    def has_code(self) -> bool:
        """Whether there is a printed code."""
        return bool(self._slots.of(SlotKind.RECOVERY))

    @property
    def has_way_back(self) -> bool:
        """Whether it can be opened when one person forgets their words."""
        return self.has_code or len(self.openers) > 1

    def files(self) -> Files:
        """Return where the group lies at this moment, for its backups.

        Raises:
            Locked: it was closed.
        """
        with self._lock:
            if self._keys is None:
                raise Locked
            return Files(self._folder, self._keys, self._slots, self._journal)

    def rename(self, name: str, *, hides_name: bool) -> None:
        """Give the group another name, or show or hide it in the list of groups.

        Raises:
            CannotUseInput: it is empty, or too long.
            GroupInUse: another window or program has the group open.
        """
        whole = group_name(name)

        def renamed(keys: GroupKeys, slots: Slots) -> Slots:
            head = Slots.make(self.id, keys, whole, hides_name=hides_name)
            return head.with_slots(*slots.slots)

        self.change_ways_in(renamed)
        self.name = whole

    def add_opener(self, label: str, passphrase: str) -> Opener:
        """Let another person in, by words of their own.

        Raises:
            WeakPassphrase: the words are too easy to guess.
            CannotUseInput: the label is too long, or there are too many people.
            GroupInUse: another window or program has the group open.
        """
        name = person_label(label)
        check_strong(passphrase, known=(self.name, name))
        made = Opener(new_id(), name)

        def with_one_more(keys: GroupKeys, slots: Slots) -> Slots:
            if len(openers_of(slots)) >= MOST_PEOPLE:
                raise CannotUseInput(
                    message=tr("No more people can open this group."),
                    advice=tr("Take somebody out first."),
                )
            slot = slot_for_person(self.id, keys, name, passphrase, self._effort, id=made.id)
            return slots.with_slots(*slots.slots, slot)

        self.change_ways_in(with_one_more)
        return made

    def change_words(self, opener_id: str, passphrase: str) -> None:
        """Give a person new secret words in place of the old ones; it stays the same person.

        What a computer remembers for that person ends, as the old words do.

        Raises:
            NoSuchOpener: there is no such person.
            WeakPassphrase: the words are too easy to guess.
            GroupInUse: another window or program has the group open.
        """

        def with_new_words(keys: GroupKeys, slots: Slots) -> Slots:
            old = next((each for each in openers_of(slots) if each.id == opener_id), None)
            if old is None:
                raise NoSuchOpener
            check_strong(passphrase, known=(self.name, old.label))
            made = slot_for_person(self.id, keys, old.label, passphrase, self._effort, id=opener_id)
            others = [
                s for s in slots.slots if s.kind is not SlotKind.COMPUTER or s.label != opener_id
            ]
            return slots.with_slots(*(made if s.id == opener_id else s for s in others))

        self.change_ways_in(with_new_words)
        self.has_new_words = True

    def set_code(self, code: RecoveryCode) -> None:
        """Let in who has this code, and nobody any more who has an older one.

        Raises:
            GroupInUse: another window or program has the group open.
        """

        def with_code(keys: GroupKeys, slots: Slots) -> Slots:
            others = [slot for slot in slots.slots if slot.kind is not SlotKind.RECOVERY]
            return slots.with_slots(*others, slot_for_code(self.id, keys, code))

        self.change_ways_in(with_code)

    def change_ways_in(self, change: Callable[[GroupKeys, Slots], Slots]) -> None:
        """Write other ways in, to the same data key, while no other program has the group.

        Raises:
            GroupInUse: another window or program has the group open.
            AppError: whatever ``change`` raises; nothing has changed then.
        """
        with self.alone() as (keys, slots):
            changed = change(keys, slots)
            write_slots(self._folder.path, changed)
            self._slots = changed
            self._folder.mend(changed)
        self._forget_computers(slots)  # not under the lock: a keyring may take its time to answer

    def remove_opener(self, opener_id: str) -> None:
        """Take a person out: the records get a new key and a new file, which that person lacks.

        The printed code goes too, for the person may have copied it, and so does what
        this computer remembered. Copies of the files that were made before still open
        with the old words.

        Raises:
            NoSuchOpener: there is no such person.
            LastOpener: there is nobody else.
            GroupInUse: another window or program has the group open.
            AppError: it could not be done; the group is as it was.
        """
        with self.alone() as (keys, slots):
            new = keys.renewed()
            renewed = slots.renewed(new, keys, without=opener_id)
            if opener_id not in {each.id for each in openers_of(slots)}:
                raise NoSuchOpener
            if not renewed.slots:
                raise LastOpener
            old_file, new_file = self._folder.data_file(keys.id), self._folder.data_file(new.id)
            # From here on nobody in this program writes to the old file either.
            self.database.close()
            self._database = None
            try:
                self._folder.begin_change(keys.id, new.id)
                with nobody_writes(old_file, keys.data):
                    copy_whole(old_file, keys.data, new_file, new.data)
                    write_slots(self._folder.path, renewed)
            finally:
                # What counts is what the disk says, however far we came.
                self._slots = read_slots(self._folder.path)
                self._keys = new if self._slots.key_id == new.id else keys
                self._database = self._folder.open_records(self._keys, self._journal)
                self._folder.end_change(self._slots.key_id)
        self._forget_computers(slots)

    def close(self) -> None:
        """Lock the group: forget its key and let go of its files. A second time does nothing."""
        with self._lock:
            database, self._database, self._keys = self._database, None, None
            if database is not None:
                database.close()
            self._hold.let_go()

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def alone(self) -> Iterator[tuple[GroupKeys, Slots]]:
        """Yield the keys and the ways in while no other program has the group.

        Raises:
            Locked: the group was closed, or another program changed its key just now.
            GroupInUse: another window or program has it open.
        """
        with self._lock:
            keys = self._keys
            if keys is None:
                raise Locked
            self._hold.let_go()
            try:
                with self._folder.hold(alone=True):
                    yield keys, _current(self._folder, keys)
            finally:
                self._take_hold_again()

    def _take_hold_again(self) -> None:
        """Take hold as before; lock where that cannot be.

        Somebody may have come in between and changed the key, or the records of a
        change of ours cannot be opened.
        """
        try:
            self._hold = self._folder.hold()
            if self._keys is None or self._database is None:
                raise Locked
            self._slots = _current(self._folder, self._keys)
        except AppError:
            self.close()

    def _forget_computers(self, before: Slots) -> None:
        """Let the keyring forget what opens nothing any more, as far as it can."""
        left = {slot.id for slot in self._slots.of(SlotKind.COMPUTER)}
        for slot in before.of(SlotKind.COMPUTER):
            if slot.id not in left:
                self._keyring.forget(slot.id)


def _current(folder: GroupFolder, keys: GroupKeys) -> Slots:
    slots = read_slots(folder.path)
    if slots.key_id != keys.id:
        raise Locked("the key was changed by another program")
    return slots
