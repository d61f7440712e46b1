"""The folder of one group: which file is which, and who has hold of them."""

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import AppError, Damaged, FolderNotWritable, NewerLibrary, not_written
from vcs_desktop.core.files import flush_folder
from vcs_desktop.core.group_errors import (
    GroupDamaged,
    GroupFileMissing,
    NewerGroup,
    WaitFirst,
)
from vcs_desktop.domain.tries import WrongTries
from vcs_desktop.services.groups.room import Ballast
from vcs_desktop.services.groups.shelf import Shelf
from vcs_desktop.services.kept_file import KeptFile, moment_of
from vcs_desktop.storage.blob_folder import BlobFolder
from vcs_desktop.storage.database import Database, Journal
from vcs_desktop.storage.erased import keep_list
from vcs_desktop.storage.erased_files import take_away_erased
from vcs_desktop.storage.group_hold import Hold
from vcs_desktop.storage.group_migrate import make_ready
from vcs_desktop.storage.page_seals import check_seals
from vcs_desktop.vault.slot_file import KEY_ID_LETTERS, is_key_id, mend_copy
from vcs_desktop.vault.slots import GroupKeys, Slots

_DATA: Final = "data-"
_CHANGING: Final = ".changing"
_REPLACED: Final = ".replaced"
GONE: Final = ".gone-"
"""Begins the name of a folder that is being deleted."""
_LEAST_BYTES: Final = 4096
"""A file with records has a page at least; less is what is left of one."""
_NONE: Final = WrongTries()
_WAIT_FOR_OTHERS_S: Final = 2.0

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class GroupFolder:
    """The folder of a group; it is named after the group's id."""

    path: Path

    @property
    def id(self) -> str:
        """The group's id."""
        return self.path.name

    def data_file(self, key_id: str) -> Path:
        """Return the file that is encrypted with a data key."""
        return self.path / f"{_DATA}{key_id}.db"

    def open_records(self, keys: GroupKeys, journal: Journal) -> Database:
        """Open the group's records, brought up to date; every page of them is whole.

        Raises:
            GroupFileMissing: the file with the records is not there.
            GroupDamaged: it cannot be read, wholly or in part, though the key is right.
            NewerGroup: a newer app wrote it.
        """
        path = self.data_file(keys.id)
        try:
            size = path.stat().st_size
        except OSError as error:
            raise GroupFileMissing(path.name) from error
        if size < _LEAST_BYTES:
            raise GroupDamaged(str(size))
        try:
            make_ready(path, keys.data)
        except NewerLibrary as error:
            raise NewerGroup(error.detail) from error
        except Damaged as error:
            raise GroupDamaged(error.detail) from error
        free = Ballast(self.path.parent).let_go
        database = Database(path, key=keys.data, journal=journal, when_full=free)
        try:
            check_seals(database)
            keep_list(database)
            take_away_erased(database)
            self._clear_away_parts()
        except BaseException:
            database.close()
            raise
        return database

    def _clear_away_parts(self) -> None:
        """Delete what was left of files whose adding was cut off, unless somebody adds one now."""
        try:
            BlobFolder(self.path).clear_away_parts()
        except (AppError, OSError) as error:
            log.info("half written files go later: %s", type(error).__name__)

    def hold(self, *, alone: bool = False) -> Hold:
        """Take hold of the group; others may have it too, unless ``alone``.

        Raises:
            GroupInUse: another window or program has it.
        """
        return Hold(self.path / "open.lock", alone=alone, wait_s=_WAIT_FOR_OTHERS_S)

    @property
    def shelf(self) -> Shelf:
        """The group's backups."""
        return Shelf(self.path)

    def begin_change(self, old: str, new: str) -> None:
        """Note, before the data key is changed, that the files of only one of these will stay.

        Backups of still older keys go only when the new key counts in the end.

        Raises:
            FolderNotWritable: it cannot be noted.
        """
        try:
            for key_id in (old, new):
                self._note_of(key_id).touch()
            for key_id in self.shelf.key_ids() - {old, new}:
                self._note_of(key_id).write_text(new)
            flush_folder(self.path)
        except OSError as error:
            refused = FolderNotWritable(f"change of key: {error.strerror}")
            raise not_written(error, refused) from error

    def begin_restoring(self, new: str) -> None:
        """Note that a file of a new key takes the place of all others, which are put aside then.

        Raises:
            FolderNotWritable: it cannot be noted.
        """
        try:
            self._note_of(new).touch()
            for file in self.path.glob(f"{_DATA}*.db"):
                key_id = file.name.removeprefix(_DATA)[:KEY_ID_LETTERS]
                if is_key_id(key_id) and key_id != new:
                    self._note_of(key_id, _REPLACED).touch()
            flush_folder(self.path)
        except OSError as error:
            refused = FolderNotWritable(f"restoring: {error.strerror}")
            raise not_written(error, refused) from error

    def end_change(self, key_id: str) -> None:
        """Delete what a change of the data key has left, also one that was cut off: backups too.

        What a restored copy has taken the place of is put aside in the same way.

        Call it only with a hold, and only when the file of this key was opened. Files of
        a key of which no change is noted are left alone: where somebody put older files
        back beside them, the newest records are in those.
        """
        for note in self.path.glob(f"{_DATA}*{_CHANGING}"):
            other = note.name.removeprefix(_DATA).removesuffix(_CHANGING)
            if not is_key_id(other):
                continue
            try:
                if other != key_id and _goes_when(note) in {"", key_id}:
                    self._delete_all_of(other)
                note.unlink()
            except OSError as error:
                log.info("%s could not be cleared away: %s", note.stem, type(error).__name__)
        self._put_aside_but(key_id)

    def _put_aside_but(self, key_id: str) -> None:
        for note in self.path.glob(f"{_DATA}*{_REPLACED}"):
            other = note.name.removeprefix(_DATA).removesuffix(_REPLACED)
            if not is_key_id(other):
                continue
            try:
                if other != key_id:
                    self.shelf.put_aside(self.data_file(other))
                    for file in self.path.glob(f"{_DATA}{other}-*"):
                        file.replace(self.shelf.path / file.name)
                note.unlink()
            except OSError as error:
                log.info("%s could not be put aside: %s", note.stem, type(error).__name__)

    def _note_of(self, key_id: str, sort: str = _CHANGING) -> Path:
        return self.path / f"{_DATA}{key_id}{sort}"

    def _delete_all_of(self, key_id: str) -> None:
        """Delete every file of a data key but the note, which goes when all others have gone."""
        note = self._note_of(key_id)
        # In this order a file goes before its log, and never leaves one that is torn.
        for file in sorted(self.path.glob(f"{_DATA}{key_id}*")):
            if file != note:
                file.unlink()
        self.shelf.delete_all_of(key_id)

    def delete_all(self) -> None:
        """Delete the group from this computer: off the list in one step, then file by file.

        Raises:
            GroupInUse: another window or program has it open.
            FolderNotWritable: it cannot be deleted; it is as it was.
        """
        self.hold(alone=True).let_go()  # on Windows no folder moves that has a file open
        gone = self.path.with_name(f"{GONE}{self.id}")
        shutil.rmtree(gone, ignore_errors=True)
        try:
            self.path.rename(gone)
            flush_folder(gone.parent)
        except OSError as error:
            raise FolderNotWritable(f"delete: {error.strerror}") from error
        shutil.rmtree(gone, ignore_errors=True)

    def note_try(self, clock: Clock) -> None:
        """Count one more try, before it is made: who ends the program gains nothing.

        Raises:
            WaitFirst: there were too many; this one is not counted.
        """
        now = clock.now()
        with self._turn():
            kept = self._tries(clock)
            seen = kept.change(lambda tries: tries.seen_at(now))
            if seconds := seen.wait_s(now):
                raise WaitFirst(seconds)
            kept.change(lambda tries: tries.one_more(now))

    @contextmanager
    def one_try(self, clock: Clock, wrong: tuple[type[AppError], ...]) -> Iterator[None]:
        """Count what is tried inside; anything but the errors in ``wrong`` is no wrong try.

        Raises:
            WaitFirst: it was wrong too often.
        """
        before = self.tries(clock)
        self.note_try(clock)
        try:
            yield
        except wrong:
            raise
        except Exception:  # not the words were wrong
            self.forget_try(clock, before)
            raise
        self.forget_try(clock)

    def forget_try(self, clock: Clock, before: WrongTries = _NONE) -> None:
        """Go back to what was counted before: it was right, or it was not the words."""
        with self._turn():
            self._tries(clock).change(lambda _: before)

    def tries(self, clock: Clock) -> WrongTries:
        """Return how often it was wrong."""
        return self._tries(clock).read()

    def mend(self, slots: Slots) -> None:
        """Write again, as far as that can be done, what differs from ways in that opened."""
        try:
            with self._turn():
                mend_copy(self.path, slots)
            self.shelf.keep_slots(slots)
        except (AppError, OSError) as error:
            log.info("the ways in were not looked after: %s", type(error).__name__)

    def _turn(self) -> Hold:
        """Let those who open the group at the same moment write its small files by turns."""
        return Hold(self.path / "turn.lock", alone=True, wait_s=_WAIT_FOR_OTHERS_S)

    def _tries(self, clock: Clock) -> KeptFile[WrongTries]:
        # Read anew each time: another program may have counted.
        return KeptFile(
            self.path / "tries.json", clock, _NONE, as_json=_as_json, from_json=_from_json
        )


def _goes_when(note: Path) -> str:
    """Return the key that has to count for a note to be followed; empty is any other key."""
    named = note.read_text("utf-8", errors="replace")
    return named if is_key_id(named) else ""


def _as_json(tries: WrongTries) -> dict[str, Any]:
    last = tries.last_at.isoformat() if tries.last_at else None
    return {"wrong": tries.count, "last_at": last}


def _from_json(content: Any) -> WrongTries:
    if not isinstance(content, dict) or type(content.get("wrong")) is not int:
        raise ValueError("no tries")
    last = content.get("last_at")
    return WrongTries(max(0, content["wrong"]), None if last is None else moment_of(last))
