"""Backups of the group that is open: made when something changed, tried out, copied to a stick."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from errno import EDQUOT, EFBIG, ENOSPC
from pathlib import Path
from threading import Event
from typing import Any, Final

from vcs_desktop.core.backup_errors import (
    CopyNotFinished,
    CopyNotWhole,
    NoRoomForCopy,
    NotACopy,
    TooLargeForDisk,
)
from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import AppError
from vcs_desktop.core.files import flush_folder
from vcs_desktop.core.group_errors import GroupInUse
from vcs_desktop.core.language import tr
from vcs_desktop.services.desk import DeskService
from vcs_desktop.services.groups import copy_file
from vcs_desktop.services.groups.copy_file import How, Packed, Progress
from vcs_desktop.services.groups.open_group import OpenGroup
from vcs_desktop.services.groups.room import disk_in_words
from vcs_desktop.services.groups.shelf import Backup, Shelf
from vcs_desktop.services.groups.unnamed_files import clear_away_unnamed
from vcs_desktop.storage import replay
from vcs_desktop.storage.blob_folder import BlobFolder
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries.blob_names import named_now
from vcs_desktop.storage.queries.standing import Standing, standing
from vcs_desktop.storage.whole_copy import copy_whole, delete_file

DAYS_BETWEEN_DRILLS: Final = 30
_DESK: Final = "backups"
_WAIT_S: Final = 10.0
_NO_ROOM: Final = (ENOSPC, EDQUOT)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Drill:
    """What came of trying out a backup: whether all of it was there, and how much.

    ``lacking`` is how many files the group's records tell of that are missing or damaged.
    """

    backup: Backup
    is_good: bool
    people: int = 0
    records: int = 0
    lacking: int = 0


class BackupsService:
    """The backups of one open group. Ask on the work lane: a large group takes a second."""

    def __init__(self, group: OpenGroup, clock: Clock) -> None:
        self._group = group
        self._clock = clock
        self._desk = DeskService(group)

    def list(self) -> tuple[Backup, ...]:
        """Return the backups that are here, the newest first."""
        return self._shelf.backups()

    @property
    def last_backup_at(self) -> datetime | None:
        """When the newest backup was made, by the clock of then; None is never."""
        return next((each.made_at for each in self.list()), None)

    @property
    def last_drill_on(self) -> date | None:
        """The day on which a backup was last tried out and found good; None is never."""
        return _day_of(self._kept().get("drilled_on"))

    @property
    def last_copy_on(self) -> date | None:
        """The day on which the group was last copied to another place; None is never."""
        return _day_of(self._kept().get("copied_on"))

    @property
    def is_on_stick(self) -> bool:
        """Whether the group itself is on a stick, so that a copy on the computer is wanted."""
        return self._group.files().journal == "DELETE"

    def back_up_if_changed(self) -> Backup | None:
        """Make a backup if anything was done since the last one; None when nothing was.

        Another program that does just the same is left to do it.

        Raises:
            Locked: the group is locked.
            DiskFull: there is no room for it.
            AppError: it could not be made; the older ones are there.
        """
        try:
            with disk_in_words("backup"), self._shelf.turn():
                return self._back_up() if self._is_changed() else None
        except GroupInUse:
            return None

    def drill_if_due(self) -> Drill | None:
        """Try out the newest backup, if that was not done for a month; None when it was.

        It is copied back to a place of its own, read whole, and compared with what it
        held when it was made. Of one that is not good another is made at once.

        Raises:
            AppError: it could not be tried.
        """
        today, last = self._clock.today(), self.last_drill_on
        if last is not None and timedelta() <= today - last < timedelta(days=DAYS_BETWEEN_DRILLS):
            return None
        return self.drill()

    def clear_away_files(self) -> int:
        """Once a day, delete files of which no record has told for long; say how many.

        Raises:
            AppError: it could not be done; another window has the group open, or it was locked.
        """
        with disk_in_words("files"), self._shelf.turn():
            return clear_away_unnamed(self._group, self._clock.today())

    def drill(self) -> Drill | None:
        """Try out the newest backup now; None when there is none, or another program tries it.

        Raises:
            AppError: it could not be tried.
        """
        try:
            with disk_in_words("backup"), self._shelf.turn():
                return self._drill(self._clock.today())
        except GroupInUse:
            return None

    def suggested_name(self) -> str:
        """Return a name for the file of a copy: it says no more than the list of groups."""
        day, group = self._clock.today().isoformat(), self._group.id[:8]
        return tr("{day} group {group}", day=day, group=group) + copy_file.SUFFIX

    def copy_to(
        self, path: Path, progress: Progress = lambda *_: None, stop: Event | None = None
    ) -> Path:
        """Copy the group into one file, read it back whole, and return it.

        What was there under the name stays until the new file is whole. ``progress`` is
        told how many bytes are done out of how many.

        Raises:
            NoRoomForCopy: there is not enough room there; or TooLargeForDisk.
            CopyNotFinished: it cannot be written there, or not any more.
            CopyNotWhole: it was not read back as it was written.
            Stopped: ``stop`` was set; nothing is left there.
            AppError: the group itself cannot be read.
        """
        files, shelf = self._group.files(), self._shelf
        with disk_in_words("copy"), shelf.turn(wait_s=_WAIT_S):
            whole = shelf.scratch(files.keys, "copy")
            part = path.with_name(f".{path.name}.part")
            try:
                copy_whole(files.data, files.keys.data, whole, files.keys.data)
                blobs, today = BlobFolder(files.folder.path).path, self._clock.today()
                packed = Packed(whole, files.slots, blobs, today, self._group.is_practice)
                how = How(progress, stop)
                _written(part, path, lambda: copy_file.write(part, packed, how))
            finally:
                delete_file(whole)
        self._keep(copied_on=self._clock.today().isoformat())
        return path

    def lacking_in(self, copy: Path) -> int:
        """Return how many files the group's records tell of that a copy of it does not have whole.

        Raises:
            NotACopy: it is none; or NewerGroup.
            OSError: it cannot be read.
        """
        with self._group.database.reading() as session:
            return len(named_now(session) - copy_file.contents(copy).whole_files())

    @property
    def _shelf(self) -> Shelf:
        return self._group.files().folder.shelf

    def _is_changed(self) -> bool:
        keys = self._group.files().keys
        newest = next((each for each in self.list() if each.key_id == keys.id), None)
        kept = self._kept()
        with self._group.database.reading() as session:
            now = standing(session)
        return newest is None or (newest.path.name, now.newest) != (
            kept.get("file"),
            kept.get("newest"),
        )

    def _back_up(self) -> Backup:
        files = self._group.files()
        made = self._shelf.put(files.data, files.keys, files.slots, self._clock.now())
        if self._group.files().keys.id != made.key_id:
            # Somebody was taken out meanwhile, whose words would open this.
            delete_file(made.path)
            return self._back_up()
        held = _standing_of(made, files.keys.data)
        self._keep(
            file=made.path.name,
            newest=held.newest,
            counts=[held.people, held.records, held.operations],
        )
        log.info("backed up to %s", made.path.name)
        return made

    def _drill(self, today: date) -> Drill | None:
        keys = self._group.files().keys
        newest = next((each for each in self.list() if each.key_id == keys.id), None)
        if newest is None:
            return None
        place = self._shelf.scratch(keys, "drill")
        try:
            copy_whole(newest.path, keys.data, place, keys.data)
            held = _looked_through(place, keys.data)
        except AppError as error:
            log.info("%s is not good: %s", newest.path.name, type(error).__name__)
            held = None
        finally:
            delete_file(place)
        kept = self._kept()
        counted = held and [held.people, held.records, held.operations]
        if held is None or (kept.get("file") == newest.path.name and kept["counts"] != counted):
            self._shelf.put_aside(newest.path)
            self._back_up()
            return Drill(newest, is_good=False)
        self._keep(drilled_on=today.isoformat())
        lacking = len(self._files_not_whole())
        return Drill(
            newest, is_good=True, people=held.people, records=held.records, lacking=lacking
        )

    def _files_not_whole(self) -> set[str]:
        folder = BlobFolder(self._group.files().folder.path)
        with self._group.database.reading() as session:
            told_of = named_now(session)
        return {blob for blob in told_of if not folder.is_whole(blob)}

    def _kept(self) -> Mapping[str, Any]:
        found = self._desk.read(_DESK)
        return found if isinstance(found, dict) else {}

    def _keep(self, **more: Any) -> None:
        self._desk.put(_DESK, {**self._kept(), **more})


def _looked_through(place: Path, key: bytes) -> Standing | None:
    """Return what a file holds, if its records are what its log adds up to."""
    database = Database(place, key=key, journal="DELETE")
    try:
        with database.reading() as session:
            return None if replay.checked(session).complaints else standing(session)
    finally:
        database.close()


def _standing_of(backup: Backup, key: bytes) -> Standing:
    database = Database(backup.path, key=key, journal="DELETE")
    try:
        with database.reading() as session:
            return standing(session)
    finally:
        database.close()


def _written(part: Path, path: Path, write: Callable[[], None]) -> None:
    """Write a copy beside its name and move it there; say in words why that could not be."""
    try:
        part.unlink(missing_ok=True)
        write()
        part.replace(path)
        _flush(path.parent)
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise NoRoomForCopy(str(error.strerror)) from error
        if error.errno == EFBIG:
            raise TooLargeForDisk from error
        raise CopyNotFinished(str(error.strerror)) from error
    except NotACopy as error:
        raise CopyNotWhole(error.detail) from error
    finally:
        try:
            part.unlink(missing_ok=True)
        except OSError as error:  # it is gone with the stick
            log.info("a copy was left half written: %s", type(error).__name__)


def _flush(folder: Path) -> None:
    """Bring the name of the copy to the disk too, where its sort of disk can do that."""
    try:
        flush_folder(folder)
    except OSError as error:
        log.info("the folder of the copy cannot be flushed: %s", error.strerror)


def _day_of(kept: Any) -> date | None:
    try:
        return date.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None
