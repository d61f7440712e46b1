"""The group's files go to the service and come from it, sealed as they lie here.

Both go on where they were cut off. What was erased here is erased there.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from threading import Event
from typing import Final

from vcs_desktop.core.errors import Stopped
from vcs_desktop.domain.arriving_changes import Why
from vcs_desktop.storage import exchange_blobs, exchange_log
from vcs_desktop.storage.blob_folder import BlobFolder
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.exchange_blobs import BlobState
from vcs_desktop.sync.group_exchange.pulling import At, Progress
from vcs_desktop.sync.group_service import GroupService
from vcs_desktop.sync.service_errors import Gone, NotThere, NotUnderstood, Refused
from vcs_desktop.wire.service import MOST_FILE, MOST_PART, Code

_TRIES: Final = 3


@dataclass(slots=True)
class FilesMoved:
    """How many files went and came.

    ``missing`` are told of here and nowhere to be had yet, ``damaged`` came with other
    bytes, and ``too_large`` go by stick only.
    """

    sent: int = 0
    came: int = 0
    missing: int = 0
    damaged: int = 0
    too_large: int = 0


def move_files(
    database: Database, service: GroupService, at: At, progress: Progress, stop: Event | None
) -> FilesMoved:
    """Erase, send and fetch what has to be.

    Raises:
        Offline: the service cannot be asked; what is there of a file stays.
        Stopped: ``stop`` was set.
        OSError: a file cannot be written.
    """
    folder, found = BlobFolder(database.path.parent), FilesMoved()
    with database.reading() as session:
        work = exchange_blobs.to_move(session, folder.blobs())
        if exchange_log.how_many_wait(session).get(Why.HELD):  # that they were erased may be in it
            work = replace(work, to_send=())
    for blob in work.to_erase:
        service.erase_blob(blob)
        _note(database, blob, BlobState.ERASED)
        at("file erased")
    total = len(work.to_send) + len(work.to_fetch)
    for done, blob in enumerate((*work.to_send, *work.to_fetch)):
        if stop is not None and stop.is_set():
            raise Stopped
        progress("files", done, total)
        if blob in work.to_send:
            _send(database, service, folder, blob, found, at)
        else:
            _fetch(database, service, folder, blob, found, at)
    return found


def _send(
    database: Database,
    service: GroupService,
    folder: BlobFolder,
    blob: str,
    found: FilesMoved,
    at: At,
) -> None:
    path = folder.file(blob)
    if path is None or not folder.is_whole(blob):
        return
    size = path.stat().st_size
    if size > MOST_FILE:
        found.too_large += 1
        return
    for _ in range(_TRIES):
        if _sent(service, folder, blob, size, at):
            found.sent += 1
            _note(database, blob, BlobState.THERE)
            return


def _sent(service: GroupService, folder: BlobFolder, blob: str, size: int, at: At) -> bool:
    """Send what is missing of a file, and say whether it is whole there.

    What was erased there, and is told of here, begins anew.
    """
    there = 0
    with suppress(Gone):
        there = service.blob_received(blob)
    path = folder.path / blob
    with path.open("rb") as file:
        while there < size:
            file.seek(there)
            try:
                now = service.put_blob(blob, there, size, file.read(MOST_PART))
            except (NotUnderstood, Gone):  # what was there before us was not this file, or goes
                return False
            except Refused as error:
                if error.code == Code.OTHER_BYTES and there:  # it began with another size there
                    file.seek(0)
                    service.put_blob(blob, 0, size, file.read(MOST_PART))
                elif error.code != Code.WRONG_OFFSET:
                    raise
                return False
            at("part sent")
            if now <= there:
                return False
            there = now
    return True


def _fetch(
    database: Database,
    service: GroupService,
    folder: BlobFolder,
    blob: str,
    found: FilesMoved,
    at: At,
) -> None:
    offset = 0
    try:
        with folder.fetching(blob) as (file, begun):
            offset = begun
            while True:
                try:
                    part = service.get_blob(blob, offset)
                except NotThere:
                    break  # it ends here, or was never sent
                file.write(part)
                file.flush()
                offset += len(part)
                at("part fetched")
                if len(part) < MOST_PART or offset > MOST_FILE:
                    break
        if offset == 0:
            found.missing += 1
        elif folder.take_fetched(blob):
            found.came += 1
            _note(database, blob, BlobState.THERE)
            at("file kept")
        else:
            found.damaged += 1
    except Gone:  # whoever still has it may put it back
        found.missing += 1


def _note(database: Database, blob: str, state: BlobState) -> None:
    with database.writing() as session:
        exchange_blobs.note(session, blob, state)
