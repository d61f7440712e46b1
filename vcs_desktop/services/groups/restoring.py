"""Brings a group back: from a backup that lies here, or from a copy on a stick.

What is brought back gets a file and a key of its own, is read whole, and takes its place
in one step: for a new group by the name of its folder, for one that is here by its file
of the ways in. What was there is put aside, never written over.
"""

import logging
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final
from uuid import uuid4

from vcs_desktop.core.backup_errors import GroupIsHere, NoGoodBackup
from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import AppError, DiskFull
from vcs_desktop.core.files import flush_folder
from vcs_desktop.core.group_errors import (
    NoSuchGroup,
    WaitFirst,
    WrongCode,
    WrongPassphrase,
)
from vcs_desktop.services.groups.folder import GroupFolder
from vcs_desktop.services.groups.lines import Opener, openers_of
from vcs_desktop.services.groups.practice import mark_for_practice
from vcs_desktop.services.groups.present import Present
from vcs_desktop.services.groups.restored import (
    Built,
    Inside,
    Source,
    Which,
    build,
    look,
    source_of,
)
from vcs_desktop.services.groups.room import disk_in_words
from vcs_desktop.services.groups.shelf import ROOM_TO_LEAVE_BYTES, Backup
from vcs_desktop.storage.blob_folder import BlobFolder
from vcs_desktop.storage.database import Journal
from vcs_desktop.storage.erased import NAME as ERASED
from vcs_desktop.storage.erased import listed
from vcs_desktop.storage.group_hold import Hold
from vcs_desktop.storage.whole_copy import is_whole
from vcs_desktop.vault.opening import Opened, open_with_code, open_with_passphrase
from vcs_desktop.vault.recovery_code import RecoveryCode
from vcs_desktop.vault.slot_file import is_id, read_slots, write_slots
from vcs_desktop.vault.slots import SlotKind, Slots

Way = Callable[[Slots], Opened]
"""How somebody opens a group: ``by_words`` or ``by_code``."""

_BEGUN: Final = ".new-"
_WAIT_S: Final = 10.0
_WRONG: Final = (WrongPassphrase, WrongCode)

log = logging.getLogger(__name__)


def by_words(passphrase: str, opener: str | None = None) -> Way:
    """Return the way in of who knows these words; ``opener`` is who it is, None is anybody."""
    return lambda slots: open_with_passphrase(slots, passphrase, opener)


def by_code(typed: str) -> Way:
    """Return the way in of who has the printed code.

    Raises:
        MistypedCode: it is no code.
    """
    code = RecoveryCode.typed(typed)
    return lambda slots: open_with_code(slots, code)


@dataclass(frozen=True, slots=True)
class Preview:
    """What can be said of a copy before it is opened. ``name`` is empty where it is hidden.

    ``made_on`` is the day by the clock of then. ``is_here`` says that the group is on this
    computer already, so that the copy would take its place.
    """

    group: str
    name: str
    openers: tuple[Opener, ...]
    has_code: bool
    made_on: date
    size_bytes: int
    is_here: bool


@dataclass(frozen=True, slots=True)
class GoodBackup:
    """The newest backup that is whole, and what it holds."""

    backup: Backup
    inside: Inside


@dataclass(frozen=True, slots=True)
class Restored:
    """What was brought back. ``erased_again`` counts what was erased since the copy was made."""

    group: str
    inside: Inside
    erased_again: int


class RestoringService:
    """Looks into backups and copies, and brings groups back. Ask on the work lane."""

    def __init__(self, folder: Path, clock: Clock, journal: Callable[[], Journal]) -> None:
        """Touch nothing yet. ``journal`` refuses a disk that no group may be on."""
        self._folder = folder
        self._clock = clock
        self._journal = journal

    def backups(self, group: str) -> tuple[Backup, ...]:
        """Return the backups of a group that is here, open or not, the newest first.

        Raises:
            NoSuchGroup: it is not here.
        """
        folder = GroupFolder(self._folder / group)
        if not is_id(group) or not folder.path.is_dir():
            raise NoSuchGroup
        return folder.shelf.backups()

    def preview(self, which: Which) -> Preview:
        """Return what a copy or a backup says of itself, without any words.

        Raises:
            NotACopy: the file is none, or not a whole one; or CopyNotRead, DamagedSlots.
            NewerGroup: a newer app wrote it.
        """
        source = source_of(which)
        slots = source.slots
        return Preview(
            group=slots.group,
            name=slots.shown_as,
            openers=openers_of(slots),
            has_code=bool(slots.of(SlotKind.RECOVERY)),
            made_on=source.made_on,
            size_bytes=source.size_bytes,
            is_here=(self._folder / slots.group).exists(),
        )

    def look_inside(self, which: Which, way: Way) -> Inside:
        """Return what a copy or a backup holds, before anything is changed.

        What is known here to have been erased since is not counted: it would not come back.

        Raises:
            WrongPassphrase: the words do not open it; or WrongCode, and so on.
            WaitFirst: it was wrong too often.
            GroupDamaged: it is not whole; or NotACopy.
        """
        source = source_of(which)
        opened = self._opened(source.slots, way)
        key, name = opened.keys.data, source.slots.name_inside(opened.keys)
        folder = self._folder / source.slots.group
        there = BlobFolder(folder).blobs() | source.whole_files()
        gone = listed(folder / ERASED)
        if isinstance(which, Backup):
            return look(which.path, key, name, there, gone)
        with disk_in_words("restoring"), self._place(source) as place:
            return look(source.records(place / "look.db"), key, name, there, gone)

    def newest_good_backup(self, group: str, way: Way) -> GoodBackup:
        """Return the newest backup of a group here that is whole and opens in this way.

        Raises:
            NoGoodBackup: there is none.
            WrongPassphrase: there are some, but these words open none; or WrongCode.
            WaitFirst: it was wrong too often.
            NoSuchGroup: it is not here.
        """
        wrong: AppError | None = None
        opened: dict[str, Opened] = {}
        folder = self._folder / group
        for backup in self.backups(group):
            try:
                slots = source_of(backup).slots
                if backup.key_id not in opened:
                    opened[backup.key_id] = self._opened(slots, way)
                keys = opened[backup.key_id].keys
                if is_whole(backup.path, keys.data):
                    name, there = slots.name_inside(keys), BlobFolder(folder).blobs()
                    inside = look(backup.path, keys.data, name, there, listed(folder / ERASED))
                    return GoodBackup(backup, inside)
                log.info("%s is not whole", backup.path.name)
            except WaitFirst:
                raise
            except _WRONG as error:
                wrong = error
            except AppError as error:
                log.info("%s cannot be used: %s", backup.path.name, type(error).__name__)
        raise wrong or NoGoodBackup(group)

    def restore(self, which: Which, way: Way, *, replace: bool = False) -> Restored:
        """Bring a group back. ``replace`` lets it take the place of the same group here.

        This computer is a new one to the group's others afterwards, and what is known
        here to have been erased since the copy was made is erased again.

        Raises:
            GroupIsHere: the group is here, and ``replace`` was not given.
            NoLongerIn: it is here, and who has this way was taken out of it since.
            WrongPassphrase: the words do not open it; or WrongCode, and so on.
            GroupDamaged: it is not whole; or NotACopy, CopyNotRead.
            GroupInUse: another window or program has the group open.
            OnNetworkDrive: no group can be kept here; or OnRemovableDisk.
            AppError: it could not be done; everything is as it was.
        """
        journal = self._journal()
        source = source_of(which)
        folder = GroupFolder(self._folder / source.slots.group)
        is_here = folder.path.exists()
        if is_here and not replace:
            raise GroupIsHere
        opened = self._opened(source.slots, way)
        with disk_in_words("restoring"):
            if is_here:
                built = self._put_in_place(folder, source, opened, journal, way)
            else:
                built = self._brought_in(folder, source, opened, journal)
        log.info("brought back the group %s", folder.id)
        return Restored(folder.id, built.inside, built.erased_again)

    def _brought_in(
        self, folder: GroupFolder, source: Source, opened: Opened, journal: Journal
    ) -> Built:
        """Make the folder of the group beside its place, and move it there in one step."""
        with self._place(source) as place:
            new = opened.keys.renewed()
            begun = GroupFolder(place)
            built = build(begun, source, opened, new, (), journal, self._clock)
            write_slots(place, built.slots)
            if source.contents is not None and source.contents.is_practice:
                mark_for_practice(place)
            place.rename(folder.path)
            flush_folder(self._folder)
        return built

    def _put_in_place(
        self, folder: GroupFolder, source: Source, opened: Opened, journal: Journal, way: Way
    ) -> Built:
        """Make a file of a new key beside the one that is there; the ways in say which counts.

        The records of then come back, and not the ways in: who was taken out stays out.
        """
        self._check_room(source)
        with folder.hold(alone=True), folder.shelf.turn(wait_s=_WAIT_S):
            present = _present(folder, opened, way)
            present.check_still_in(opened)
            erased = listed(folder.path / ERASED) | present.erased()
            folder.shelf.keep_ways_in()
            new = opened.keys.renewed()
            folder.begin_restoring(new.id)
            built = build(folder, source, opened, new, erased, journal, self._clock)
            write_slots(folder.path, present.ways_in(built.slots, new))
            folder.end_change(new.id)
        return built

    def _opened(self, slots: Slots, way: Way) -> Opened:
        """Open the ways in; for a group that is here a wrong try counts as at its door."""
        folder = GroupFolder(self._folder / slots.group)
        if not folder.path.is_dir():
            return way(slots)
        with folder.one_try(self._clock, _WRONG):
            return way(slots)

    @contextmanager
    def _place(self, source: Source) -> Iterator[Path]:
        """Yield a new folder beside the groups; unless it is moved it is gone afterwards.

        What a cut-off try has left is swept away when a group is made.
        """
        self._folder.mkdir(parents=True, mode=0o700, exist_ok=True)
        self._check_room(source)
        place = self._folder / f"{_BEGUN}{uuid4()}"
        with Hold(self._folder / "new.lock", wait_s=2):
            place.mkdir(mode=0o700)
            try:
                yield place
            finally:
                shutil.rmtree(place, ignore_errors=True)

    def _check_room(self, source: Source) -> None:
        needed = 2 * source.size_bytes + ROOM_TO_LEAVE_BYTES
        if shutil.disk_usage(self._folder).free < needed:
            raise DiskFull(f"restoring {source.size_bytes} bytes")


def _present(folder: GroupFolder, opened: Opened, way: Way) -> Present:
    """Return what is known of the group that is here, by who opened the copy in this way."""
    try:
        slots = read_slots(folder.path)
    except AppError as error:
        log.info("the present ways in tell nothing: %s", type(error).__name__)
        return Present(folder)
    try:
        keys = opened.keys if slots.key_id == opened.keys.id else way(slots).keys
    except AppError as error:
        log.info("the present ways in do not open: %s", type(error).__name__)
        return Present(folder, slots)
    return Present(folder, slots, keys)
