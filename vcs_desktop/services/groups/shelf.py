"""The folder ``backups`` of a group: what lies there under which name, and what stays.

The names begin with the key of the data, as those of the group's own files do: when
somebody is taken out, everything of the old key is deleted together. One file for each
key says who can open its backups. It is never older than the group's own, or a door that
somebody closed would stay open here.
"""

import hashlib
import logging
import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from vcs_desktop.core.errors import AppError, DiskFull
from vcs_desktop.core.files import flush_folder, write_whole
from vcs_desktop.core.group_errors import DamagedSlots
from vcs_desktop.domain.thinning import kept
from vcs_desktop.storage.group_hold import Hold
from vcs_desktop.storage.whole_copy import copy_whole, delete_file
from vcs_desktop.vault.slot_file import (
    COPY,
    MOST_BYTES,
    NAME,
    as_bytes,
    from_bytes,
    is_key_id,
    read_slots,
)
from vcs_desktop.vault.slots import GroupKeys, Slots

FOLDER: Final = "backups"
_DATA: Final = "data-"
_SLOTS: Final = "-slots.json"
_DAMAGED: Final = "damaged-ways-in-"
_MOMENT: Final = "%Y%m%dT%H%M%SZ"
_BACKUP: Final = re.compile(r"data-([0-9a-f]{16})-(\d{6,12})-(\d{8}T\d{6}Z)\.db", re.ASCII)
_LEFT: Final = ("data-*.part*", "data-*-drill.db*", "data-*-copy.db*", ".*.part")
ROOM_TO_LEAVE_BYTES: Final = 32 << 20
"""A backup never takes the last room: what is being written needs it more."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup. ``number`` is its place in the order in which they were made.

    ``made_at`` is what the clock said then.
    """

    path: Path
    key_id: str
    number: int
    made_at: datetime
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """The backups of the group in a folder."""

    group_path: Path

    @property
    def path(self) -> Path:
        """Where they lie."""
        return self.group_path / FOLDER

    def backups(self) -> tuple[Backup, ...]:
        """Return the backups that are finished, the newest first."""
        found = (_backup_of(each) for each in self.path.glob(f"{_DATA}*.db"))
        return tuple(sorted(filter(None, found), key=lambda each: -each.number))

    def turn(self, *, wait_s: float = 0) -> Hold:
        """Let programs look after the backups one at a time.

        Raises:
            GroupInUse: another does just now.
        """
        self._make()
        return Hold(self.path / "turn.lock", alone=True, wait_s=wait_s)

    def put(self, file: Path, keys: GroupKeys, slots: Slots, now: datetime) -> Backup:
        """Make a backup of a group's file, and thin the older ones. Call it in a ``turn``.

        Raises:
            DiskFull: there is no room for it.
            GroupDamaged: it is not what the file is; nothing is left of it.
        """
        size = sum(each.stat().st_size for each in (file, _log_of(file)) if each.exists())
        if shutil.disk_usage(self.path).free < size + ROOM_TO_LEAVE_BYTES:
            raise DiskFull(f"a backup of {size} bytes")
        self.sweep()
        there = self.backups()
        number = 1 + max((each.number for each in there), default=0)
        name = f"{_DATA}{keys.id}-{number:06}-{now.astimezone(UTC).strftime(_MOMENT)}.db"
        self.keep_slots(slots, even_if_new=True)
        copy_whole(file, keys.data, self.path / name, keys.data)
        self.thin()
        return self.backups()[0]

    def thin(self) -> None:
        """Delete the backups that need not stay, by the order in which they were made."""
        oldest_first = self.backups()[::-1]
        stay = kept([each.made_at.date() for each in oldest_first])
        for place, each in enumerate(oldest_first):
            if place not in stay:
                delete_file(each.path)

    def sweep(self) -> None:
        """Delete what was left of backups that were never finished. Call it in a ``turn``."""
        for pattern in _LEFT:
            for each in self.path.glob(pattern):
                each.unlink(missing_ok=True)

    def scratch(self, keys: GroupKeys, what: str) -> Path:
        """Return where a copy may lie for a moment: ``drill`` or ``copy``, see ``sweep``."""
        return self.path / f"{_DATA}{keys.id}-{what}.db"

    def twin_of(self, file: Path, keys: GroupKeys) -> Path:
        """Return a file that is byte for byte another, with its log; see ``scratch``.

        Raises:
            OSError: there is no such file, or no room.
        """
        twin = self.scratch(keys, "copy")
        delete_file(twin)
        shutil.copyfile(file, twin)
        if _log_of(file).exists():
            shutil.copyfile(_log_of(file), _log_of(twin))
        return twin

    def keep_slots(self, slots: Slots, *, even_if_new: bool = False) -> None:
        """Let those in who can open the group now, and nobody else, to backups of its key.

        ``even_if_new`` is for the first backup of the key.

        Raises:
            OSError: it cannot be written.
        """
        path, content = self._slots_file(slots.key_id), as_bytes(slots)
        if not (path.is_file() or even_if_new) or not slots.is_whole():
            return
        if not path.is_file() or path.read_bytes() != content:
            write_whole(path, content)

    def slots_for(self, backup: Backup) -> Slots:
        """Return who can open a backup.

        Raises:
            DamagedSlots: that cannot be read.
        """
        try:
            with self._slots_file(backup.key_id).open("rb") as file:
                found = from_bytes(file.read(MOST_BYTES + 1))
        except OSError as error:
            raise DamagedSlots(type(error).__name__) from error
        if (found.group, found.key_id) != (self.group_path.name, backup.key_id):
            raise DamagedSlots("of something else")
        return found

    def keep_ways_in(self) -> None:
        """Keep the group's ways in as they are, before others take their place.

        Those that can be read are kept for the backups of their key; what cannot be
        is kept as it is.

        Raises:
            OSError: they cannot be kept.
        """
        self._make()
        try:
            self.keep_slots(read_slots(self.group_path), even_if_new=True)
        except AppError as error:
            log.info("damaged ways in are kept: %s", type(error).__name__)
            for name in (NAME, COPY):
                damaged = self.group_path / name
                if damaged.is_file():
                    content = damaged.read_bytes()
                    digest = hashlib.sha256(content).hexdigest()[:16]
                    write_whole(self.path / f"{_DAMAGED}{digest}.json", content)

    def key_ids(self) -> set[str]:
        """Return the keys of which something lies here."""
        found = (each.name[len(_DATA) :][:16] for each in self.path.glob(f"{_DATA}*"))
        return set(filter(is_key_id, found))

    def delete_all_of(self, key_id: str) -> None:
        """Delete everything of one key.

        Raises:
            OSError: not all of it could be deleted.
        """
        for pattern in (f"{_DATA}{key_id}*", f"{_DAMAGED}*"):
            for file in sorted(self.path.glob(pattern)):
                file.unlink()

    def put_aside(self, file: Path) -> None:
        """Move a database file of the group here, with what SQLite has beside it.

        It is no backup, and nothing takes it away but a change of the key. What a first
        try left is brought on by a second.

        Raises:
            OSError: it cannot be moved, wholly or in part.
        """
        self._make()
        aside, times = self.path / f"{file.stem}-aside.db", 1
        while aside.exists():
            times += 1
            aside = self.path / f"{file.stem}-aside-{times}.db"
        # The file last: as long as it is missing there, the name is the same at the next try.
        for end in ("-wal", "-journal"):
            beside = file.with_name(f"{file.name}{end}")
            if beside.exists():
                beside.replace(aside.with_name(f"{aside.name}{end}"))
        if file.exists():
            file.rename(aside)
        file.with_name(f"{file.name}-shm").unlink(missing_ok=True)

    def _make(self) -> None:
        if not self.path.is_dir():
            self.path.mkdir(mode=0o700, exist_ok=True)
            flush_folder(self.group_path)  # or a power cut takes it with all that is in it

    def _slots_file(self, key_id: str) -> Path:
        return self.path / f"{_DATA}{key_id}{_SLOTS}"


def _log_of(file: Path) -> Path:
    return file.with_name(f"{file.name}-wal")


def _backup_of(path: Path) -> Backup | None:
    named = _BACKUP.fullmatch(path.name)
    if named is None:
        return None
    try:
        made_at = datetime.strptime(named[3], _MOMENT).replace(tzinfo=UTC)
        return Backup(path, named[1], int(named[2]), made_at, path.stat().st_size)
    except (ValueError, OSError) as error:
        log.info("%s is passed over: %s", path.name, type(error).__name__)
        return None
