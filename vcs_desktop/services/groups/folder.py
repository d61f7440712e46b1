"""The folder of one group: which file is which, and who has hold of them."""

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import AppError, Damaged, NewerLibrary
from vcs_desktop.core.group_errors import (
    GroupDamaged,
    GroupFileMissing,
    NewerGroup,
    WaitFirst,
)
from vcs_desktop.domain.tries import WrongTries
from vcs_desktop.services.kept_file import KeptFile, moment_of
from vcs_desktop.storage.database import Database, Journal
from vcs_desktop.storage.group_hold import Hold
from vcs_desktop.storage.group_migrate import make_ready
from vcs_desktop.storage.page_seals import check_seals
from vcs_desktop.storage.whole_copy import delete_file
from vcs_desktop.vault.slot_file import mend_copy
from vcs_desktop.vault.slots import GroupKeys, Slots

_DATA: Final = "data-"
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
        database = Database(path, key=keys.data, journal=journal)
        try:
            check_seals(database)
        except BaseException:
            database.close()
            raise
        return database

    def hold(self, *, alone: bool = False) -> Hold:
        """Take hold of the group; others may have it too, unless ``alone``.

        Raises:
            GroupInUse: another window or program has it.
        """
        return Hold(self.path / "open.lock", alone=alone, wait_s=_WAIT_FOR_OTHERS_S)

    def sweep(self, key_id: str) -> None:
        """Delete the files of other data keys: what a change of the key left when it was cut off.

        Call it only with a hold, and only when the file of this key was opened.
        """
        named = self.data_file(key_id).name
        for file in self.path.glob(f"{_DATA}*.db"):
            if file.name != named:
                try:
                    delete_file(file)
                except OSError as error:
                    log.info("%s could not be deleted: %s", file.name, type(error).__name__)

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
        except AppError as error:
            log.info("the ways in were not looked after: %s", type(error).__name__)

    def _turn(self) -> Hold:
        """Let those who open the group at the same moment write its small files by turns."""
        return Hold(self.path / "turn.lock", alone=True, wait_s=_WAIT_FOR_OTHERS_S)

    def _tries(self, clock: Clock) -> KeptFile[WrongTries]:
        # Read anew each time: another program may have counted.
        return KeptFile(
            self.path / "tries.json", clock, _NONE, as_json=_as_json, from_json=_from_json
        )


def _as_json(tries: WrongTries) -> dict[str, Any]:
    last = tries.last_at.isoformat() if tries.last_at else None
    return {"wrong": tries.count, "last_at": last}


def _from_json(content: Any) -> WrongTries:
    if not isinstance(content, dict) or type(content.get("wrong")) is not int:
        raise ValueError("no tries")
    last = content.get("last_at")
    return WrongTries(max(0, content["wrong"]), None if last is None else moment_of(last))
