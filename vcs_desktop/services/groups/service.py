"""Makes groups, lists them and opens them. Ask on the work lane: a key takes half a second."""

import logging
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from vcs_desktop.core.backup_errors import GroupIsHere
from vcs_desktop.core.clock import Clock
from vcs_desktop.core.disks import Disk, Disks
from vcs_desktop.core.errors import DiskFull, FolderNotWritable, not_written
from vcs_desktop.core.files import flush_folder
from vcs_desktop.core.group_errors import (
    DamagedSlots,
    GroupInUse,
    MovedSlots,
    NewerGroup,
    NoSuchGroup,
    OnNetworkDrive,
    OnRemovableDisk,
    WrongCode,
    WrongPassphrase,
)
from vcs_desktop.services.groups.beginning import Beginnings
from vcs_desktop.services.groups.folder import GONE, GroupFolder
from vcs_desktop.services.groups.lines import (
    GroupLine,
    GroupState,
    NewGroup,
    NewHere,
    group_name,
    openers_of,
    person_label,
)
from vcs_desktop.services.groups.open_group import OpenGroup
from vcs_desktop.services.groups.practice import (
    PracticeGroup,
    is_for_practice,
    mark_for_practice,
)
from vcs_desktop.services.groups.remembered import RememberedGroups
from vcs_desktop.services.groups.restoring import RestoringService
from vcs_desktop.services.groups.room import Ballast
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.group_hold import Hold
from vcs_desktop.storage.group_migrate import make_ready
from vcs_desktop.vault.opening import (
    Opened,
    new_id,
    open_with_code,
    open_with_passphrase,
    slot_for_code,
    slot_for_person,
)
from vcs_desktop.vault.passphrase import check_strong, four_words, is_strong
from vcs_desktop.vault.recovery_code import RecoveryCode
from vcs_desktop.vault.sealing import FOR_PASSPHRASES, Effort
from vcs_desktop.vault.slot_file import is_id, read_slots, write_slots
from vcs_desktop.vault.slots import GroupKeys, SlotKind, Slots
from vcs_desktop.vault.this_computer import ComputerKeyring

if TYPE_CHECKING:
    from vcs_desktop.storage.database import Journal

_BEGUN = ".new-"
_PLAIN = b"SQLite format 3\0"

log = logging.getLogger(__name__)


class GroupsService:
    """The groups of one data folder."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        disks: Disks,
        *,
        portable: bool = False,
        shared: Callable[[], bool] = lambda: True,
        effort: Effort = FOR_PASSPHRASES,
        keyring: ComputerKeyring | None = None,
    ) -> None:
        """Touch nothing yet.

        ``portable`` allows a removable disk. ``shared`` says whether other people use
        this account of the computer too, which then remembers no group. ``effort`` is
        what Argon2id takes for new ways in; only tests give another, or a keyring.
        """
        self._folder = folder
        self._clock = clock
        self._disks = disks
        self._portable = portable
        self._effort = effort
        self._keyring = keyring or ComputerKeyring()
        self.remembered = RememberedGroups(folder, self._keyring, shared, self._open)
        self.practice = PracticeGroup(self, clock)
        self.beginnings = Beginnings(self, clock)
        self.restoring = RestoringService(folder, clock, self._journal)
        self.ballast = Ballast(folder)
        self.page_to_print = folder.parent / "pages" / "code.pdf"

    def groups(self) -> tuple[GroupLine, ...]:
        """Return the groups that are here, by name; those without one last."""
        if not self._folder.is_dir():
            return ()
        found = (each for each in self._folder.iterdir() if each.is_dir() and is_id(each.name))
        lines = [_line(GroupFolder(each)) for each in found]
        return tuple(sorted(lines, key=lambda line: (not line.name, line.name.casefold(), line.id)))

    def id_of(self, group: str) -> str:
        """Return the id of a group, by its id or by its name where only one has it.

        Raises:
            NoSuchGroup: there is none, or there are several of the name.
        """
        name = group.strip().casefold()
        lines = self.groups()
        found = [line.id for line in lines if name == line.id]
        found = found or [line.id for line in lines if name and line.name.casefold() == name]
        if len(found) != 1:
            raise NoSuchGroup
        return found[0]

    def offered_words(self) -> str:
        """Return four random words, to be offered as secret words."""
        return four_words()

    def is_strong(self, passphrase: str, *known: str) -> bool:
        """Say whether words may guard a group. ``known`` is what anybody would try first."""
        return is_strong(passphrase, known=known)

    def new_code(self) -> RecoveryCode:
        """Return a code that opens nothing yet; ``create`` or ``set_code`` make it count."""
        return RecoveryCode.new()

    def write_code_sheet(self, out: Path, code: RecoveryCode, group: str = "") -> None:
        """Write the page to print that holds a code. ``group`` is empty where the name is hidden.

        Raises:
            CannotUseInput: ``out`` is no PDF.
            FolderNotWritable: it cannot be written there.
        """
        from vcs_desktop.documents.code_sheet import CodeSheet, write_code_sheet

        write_code_sheet(out, CodeSheet(group, code.groups(), self._clock.today()))

    def is_on_stick(self) -> bool:
        """Say whether the groups are on a removable disk, where this is allowed.

        Raises:
            OnNetworkDrive: they would be on a network drive.
            OnRemovableDisk: they would be on a removable disk, and it is not allowed.
        """
        sort = self._disks.sort_of(self._folder)
        if sort is Disk.NETWORK:
            raise OnNetworkDrive
        if sort is Disk.REMOVABLE and not self._portable:
            raise OnRemovableDisk
        return sort is Disk.REMOVABLE

    def create(
        self, new: NewGroup, *, code_sheet: Path | None = None, here: NewHere | None = None
    ) -> OpenGroup:
        """Make a group and leave it open. All of it is there, or nothing.

        ``code_sheet`` is the PDF in which to leave a code that opens it too; None
        makes no code yet. ``here`` is of a group that is on other laptops already.

        Raises:
            GroupIsHere: that one is on this computer too.
            CannotUseInput: a name cannot be used, or the sheet is no PDF.
            WeakPassphrase: the words are too easy to guess.
            OnNetworkDrive: it would be on a network drive; or OnRemovableDisk.
            FolderNotWritable: it cannot be made there; or DiskFull.
        """
        name, person = group_name(new.name), person_label(new.person)
        check_strong(new.passphrase, known=(name, person))
        journal = self._journal()
        group, keys = here.group if here else new_id(), GroupKeys.new()
        if (self._folder / group).exists():
            raise GroupIsHere
        slot = slot_for_person(group, keys, person, new.passphrase, self._effort)
        slots = Slots.make(group, keys, name, hides_name=new.hides_name)
        slots = slots.with_slots(slot)
        if code_sheet is not None:
            code = self.new_code()
            slots = slots.with_slots(slot, slot_for_code(group, keys, code))
            self.write_code_sheet(code_sheet, code, slots.shown_as)
        try:
            self._folder.mkdir(parents=True, mode=0o700, exist_ok=True)
            self._sweep_begun()
            with Hold(self._folder / "new.lock", wait_s=2):
                self._make(slots, keys, here, is_practice=new.is_practice)
        except BaseException as error:
            if code_sheet is not None:
                code_sheet.unlink(missing_ok=True)  # it would open nothing
            if isinstance(error, OSError):
                raise not_written(error, FolderNotWritable(f"groups: {error.strerror}")) from error
            raise
        log.info("made the group %s", group)
        folder = GroupFolder(self._folder / group)
        return self._opened(folder, slots, Opened(keys, slot), folder.hold(), journal)

    def open(self, group: str, passphrase: str, opener: str | None = None) -> OpenGroup:
        """Open a group by the words of one person.

        ``opener`` is who types, out of ``GroupLine.openers``; None tries each of them.

        Raises:
            NoSuchGroup: there is no such group.
            WaitFirst: it was wrong too often.
            WrongPassphrase: nobody's words.
            DamagedOpener: this way in is damaged; or MovedOpener.
            DamagedSlots: the file of the ways in is; or MovedSlots, NewerGroup.
            GroupDamaged: the records are; or GroupFileMissing.
            GroupInUse: a person is being taken out by another program.
        """
        return self._open(
            group, lambda slots: open_with_passphrase(slots, passphrase, opener), WrongPassphrase
        )

    def open_with_code(self, group: str, typed: str) -> OpenGroup:
        """Open a group by its printed code.

        Raises:
            MistypedCode: it is no code; this is no wrong try.
            NoCode: the group has none.
            WrongCode: it is another group's, or an older one.
            AppError: as ``open``.
        """
        code = RecoveryCode.typed(typed)
        return self._open(group, lambda slots: open_with_code(slots, code), WrongCode)

    def remove(self, group: OpenGroup) -> None:
        """Lock a group that somebody has opened, and delete it from this computer.

        It cannot be undone; copies elsewhere stay.

        Raises:
            GroupInUse: another window or program has it open; it is locked, and stays.
            FolderNotWritable: it cannot be deleted; it is locked, and stays.
        """
        group.close()
        self.delete_folder(group.id)

    def delete_folder(self, group: str) -> None:
        """Delete a group that nobody has open; see ``remove``.

        Raises:
            NoSuchGroup: there is no such group.
        """
        folder = GroupFolder(self._folder / group)
        if not is_id(group) or not folder.path.is_dir():
            raise NoSuchGroup
        folder.delete_all()
        log.info("deleted the group %s", group)

    def _open(
        self, group: str, way: Callable[[Slots], Opened], wrong: type[Exception] | None = None
    ) -> OpenGroup:
        """Open a group by one of its ways in, also on a full disk as long as room is kept for it.

        ``wrong`` is what it raises when somebody guessed; those tries are counted. None
        where there is nothing to guess.
        """
        try:
            return self._opened_by(group, way, wrong)
        except DiskFull:
            if not self.ballast.path.exists():
                raise
            self.ballast.let_go()  # or nobody could come in to tidy up
            return self._opened_by(group, way, wrong)

    def _opened_by(
        self, group: str, way: Callable[[Slots], Opened], wrong: type[Exception] | None
    ) -> OpenGroup:
        folder = GroupFolder(self._folder / group)
        if not is_id(group) or not folder.path.is_dir():
            raise NoSuchGroup
        journal = self._journal()
        hold = folder.hold()  # before the ways in are read, so that they stay what they are
        try:
            slots = read_slots(folder.path)
            if wrong is None:
                opened = way(slots)
            else:
                opened = self._counted(folder, lambda: way(slots), wrong)
        except BaseException:
            hold.let_go()
            raise
        return self._opened(folder, slots, opened, hold, journal)

    def _counted(
        self, folder: GroupFolder, way: Callable[[], Opened], wrong: type[Exception]
    ) -> Opened:
        before = folder.tries(self._clock)
        folder.note_try(self._clock)
        try:
            opened = way()
        except wrong:
            raise
        except Exception:  # not the words were wrong
            folder.forget_try(self._clock, before)
            raise
        folder.forget_try(self._clock)
        return opened

    def _journal(self) -> "Journal":
        """Return how the records are kept whole where they are; see ``is_on_stick``."""
        return "DELETE" if self.is_on_stick() else "WAL"

    def _opened(
        self, folder: GroupFolder, slots: Slots, opened: Opened, hold: Hold, journal: "Journal"
    ) -> OpenGroup:
        made = OpenGroup(
            folder, slots, opened, hold,
            effort=self._effort, journal=journal, keyring=self._keyring,
        )  # fmt: skip
        log.info("opened the group %s", folder.id)
        return made

    def _make(
        self, slots: Slots, keys: GroupKeys, here: NewHere | None, *, is_practice: bool
    ) -> None:
        """Make the folder of a group beside its place, and move it there in one step."""
        begun = GroupFolder(self._folder / f"{_BEGUN}{slots.group}")
        begun.path.mkdir(mode=0o700)
        try:
            file = begun.data_file(keys.id)
            make_ready(file, keys.data)
            _must_be_encrypted(file)
            if here is not None:
                _fill(file, keys, here)
            write_slots(begun.path, slots)
            if is_practice:
                mark_for_practice(begun.path)
            begun.path.rename(self._folder / slots.group)
            flush_folder(self._folder)
        except BaseException:
            shutil.rmtree(begun.path, ignore_errors=True)
            raise

    def _sweep_begun(self) -> None:
        """Delete what is left of groups whose making or deleting was cut off."""
        begun = [*self._folder.glob(f"{_BEGUN}*"), *self._folder.glob(f"{GONE}*")]
        if not begun:
            return
        try:
            with Hold(self._folder / "new.lock", alone=True):
                for each in begun:
                    shutil.rmtree(each, ignore_errors=True)
        except GroupInUse:
            return


def _fill(file: Path, keys: GroupKeys, here: NewHere) -> None:
    database = Database(file, key=keys.data, journal="DELETE")
    try:
        with database.writing() as session:
            here.fill(session)
    finally:
        database.close()


def _must_be_encrypted(file: Path) -> None:
    """Do nothing for a file that an ordinary SQLite cannot read: the last look before it is used.

    Raises:
        RuntimeError: it is in the clear, which no build of ours can bring about.
    """
    with file.open("rb") as made:
        if made.read(len(_PLAIN)) == _PLAIN:
            raise RuntimeError("the records are not encrypted")


def _line(folder: GroupFolder) -> GroupLine:
    practice = is_for_practice(folder.path)
    try:
        slots = read_slots(folder.path)
    except DamagedSlots:
        return GroupLine(folder.id, "", GroupState.DAMAGED, is_practice=practice)
    except MovedSlots:
        return GroupLine(folder.id, "", GroupState.MOVED, is_practice=practice)
    except NewerGroup:
        return GroupLine(folder.id, "", GroupState.NEWER, is_practice=practice)
    has_code, ready = bool(slots.of(SlotKind.RECOVERY)), GroupState.READY
    return GroupLine(folder.id, slots.shown_as, ready, openers_of(slots), has_code, practice)
