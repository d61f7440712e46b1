"""Changes on a stick: one file with everything another laptop of the group may lack.

It is a zip in which nothing is packed: ``about.json``, ``changes`` and ``blobs/<64 hex
digits>``. All that is private is sealed in it as the service would get it, and it is read as
a stranger's.
"""

import base64
import hashlib
import json
import shutil
import struct
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import IO, Any, Final
from uuid import UUID

from vcs_desktop.core.backup_errors import CopyNotRead
from vcs_desktop.core.errors import AppError, DiskFull, FolderNotWritable, Stopped, not_written
from vcs_desktop.core.files import flush_folder, whole_file
from vcs_desktop.core.two_laptops_errors import NotAnExchange
from vcs_desktop.storage import exchange_log, exchange_state
from vcs_desktop.storage.blob_folder import BlobFolder
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.exchange_log import Arrived
from vcs_desktop.storage.queries.blob_names import named_now
from vcs_desktop.sync.group_exchange import epoch_keys
from vcs_desktop.sync.group_exchange.exchange import Exchanged, keys_of
from vcs_desktop.sync.group_exchange.pulling import Progress
from vcs_desktop.sync.group_exchange.taking_in import take_in
from vcs_desktop.wire.sealed_frame import MOST_BYTES
from vcs_desktop.wire.service import EpochLetter

SUFFIX: Final = ".vcschanges"
_FORMAT: Final = "vcs-desktop-changes"
_VERSION: Final = 1
_ABOUT: Final = "about.json"
_CHANGES: Final = "changes"
_BLOBS: Final = "blobs/"
_MOST_ABOUT: Final = 4 << 20
_MOST_ENTRIES: Final = 20_000
_HEAD: Final = struct.Struct(">16sI")
_AT_ONCE: Final = 500
_PIECE: Final = 1 << 20
_LEAVE_BYTES: Final = 32 << 20


def write(
    database: Database, group: str, path: Path, progress: Progress, stop: Event | None = None
) -> int:
    """Write the file, and return how many changes are in it.

    Raises:
        FolderNotWritable: it cannot be written there; or DiskFull.
        Stopped: ``stop`` was set; what was there under the name stays.
    """
    progress = _looking_up(progress, stop)
    keys, folder = keys_of(database, group), BlobFolder(database.path.parent)
    with database.reading() as session:
        blobs = sorted(named_now(session) & folder.blobs())
    letters = epoch_keys.letters_of_all(database, group)
    try:
        with whole_file(path, private=True) as file, zipfile.ZipFile(file, "w") as archive:
            count, digest = _write_changes(archive, database, keys, progress)
            for done, blob in enumerate(blobs):
                progress("files", done, len(blobs))
                with suppress(FileNotFoundError):  # it was erased meanwhile
                    _put_file(archive, f"{_BLOBS}{blob}", folder.path / blob)
            about = {
                "format": _FORMAT,
                "version": _VERSION,
                "group": group,
                "changes": count,
                "sha256": digest,
                "epochs": letters,
            }
            archive.writestr(_entry(_ABOUT), json.dumps(about))
        flush_folder(path.parent)
    except OSError as error:
        raise not_written(error, FolderNotWritable(f"changes: {error.strerror}")) from error
    return count


def _put_file(archive: zipfile.ZipFile, name: str, path: Path) -> None:
    with path.open("rb") as file, archive.open(_entry(name), "w", force_zip64=True) as to:
        shutil.copyfileobj(file, to, _PIECE)


def _entry(name: str) -> zipfile.ZipInfo:
    """Return an entry without a moment: a clock that says 1970 has none that a zip can hold."""
    return zipfile.ZipInfo(name)


def _write_changes(
    archive: zipfile.ZipFile, database: Database, keys: Any, progress: Progress
) -> tuple[int, str]:
    """Write every operation sealed, and return how many and their digest."""
    count, after, digest = 0, 0, hashlib.sha256()
    with archive.open(_CHANGES, "w", force_zip64=True) as to:
        while True:
            with database.reading() as session:
                some = exchange_log.all_to_give(session, after, _AT_ONCE)
            if not some:
                return count, digest.hexdigest()
            kept = {}
            for each in some:
                signed = None if each.logged.body is None else keys.signed(each)
                body = keys.blank(each.logged) if signed is None else keys.sealed(each, signed)
                if signed is not None and signed != each.signed:
                    kept[each.number] = signed
                for piece in (_HEAD.pack(UUID(each.logged.id).bytes, len(body)), body):
                    to.write(piece)
                    digest.update(piece)
            if kept:
                with database.writing() as session:
                    exchange_log.keep_signed(session, kept)
            count, after = count + len(some), some[-1].number
            progress("give", count, 0)


def _looking_up(progress: Progress, stop: Event | None) -> Progress:
    """Return a way to tell how far it is, which ends the work where somebody asked for that."""

    def tell(what: str, done: int, total: int) -> None:
        if stop is not None and stop.is_set():
            raise Stopped
        progress(what, done, total)

    return tell


def read(
    database: Database,
    group: str,
    path: Path,
    now: datetime,
    *,
    progress: Progress,
    stop: Event | None = None,
) -> Exchanged:
    """Take in what a file holds, and return what came of it.

    Once its changes are among the records, a stop, a full disk or a stick that was pulled out
    only leaves files out that go along: the answer says so as its error.

    Raises:
        NotAnExchange: it is none of this group, or not whole; nothing was taken.
        CopyNotRead: the stick does not answer; nothing was taken.
        Stopped: ``stop`` was set before anything was among the records.
    """
    progress = _looking_up(progress, stop)
    found = Exchanged()
    with _archive(path) as (archive, entries):
        about = _about(archive, entries, group)
        _check_whole(archive, about, progress)
        # Keys of laptops that are known come first: what no key opens is not kept.
        epoch_keys.take_letters(database, group, _letters(about))
        _keep_changes(archive, database, progress)
        first = take_in(database, keys_of(database, group), now)
        found.has_wrong_key = epoch_keys.take_letters(database, group, _letters(about))
        taken = take_in(database, keys_of(database, group), now)
        found.new += first.new + taken.new
        found.branched |= first.branched | taken.branched
        found.would_go, found.missing = taken.would_go, taken.missing
        try:
            _keep_files(archive, entries, database, found, progress)
        except AppError as error:
            found.error = error
        except OSError as error:
            found.error = not_written(error, CopyNotRead(f"changes: {error.strerror}"))
    with database.reading() as session:
        found.held = exchange_log.how_many_wait(session)
        found.waiting = exchange_log.waiting_to_go(session)
        part = exchange_state.taking_part(session)
    if part is not None and not part.service:
        found.waiting = 0  # everything goes with every stick
    return found


@contextmanager
def _archive(path: Path) -> Iterator[tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]]:
    """Open a file that a stranger may have made."""
    try:
        with path.open("rb") as file, zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            names = {each.filename: each for each in entries}
            size = path.stat().st_size
            if len(entries) > _MOST_ENTRIES or len(names) != len(entries):
                raise NotAnExchange("entries")
            for each in entries:
                if each.compress_type != zipfile.ZIP_STORED or each.flag_bits & 1:
                    raise NotAnExchange("packed or locked")
            if sum(each.file_size for each in entries) > size or not {_ABOUT, _CHANGES} <= set(
                names
            ):
                raise NotAnExchange("sizes")
            yield archive, names
    except (zipfile.BadZipFile, NotImplementedError, EOFError, struct.error) as error:
        raise NotAnExchange(type(error).__name__) from error
    except UnicodeError as error:  # names in it are no text
        raise NotAnExchange(type(error).__name__) from error
    except FileNotFoundError as error:
        raise NotAnExchange("not there") from error
    except OSError as error:
        raise CopyNotRead(f"changes: {error.strerror}") from error


def _about(
    archive: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], group: str
) -> dict[str, Any]:
    if entries[_ABOUT].file_size > _MOST_ABOUT:
        raise NotAnExchange("a long beginning")
    try:
        about = json.loads(archive.read(_ABOUT))
        right = (_FORMAT, _VERSION, group)
        if (about["format"], about["version"], about["group"]) != right:
            raise NotAnExchange("of another group")
        if not isinstance(about["epochs"], list) or not isinstance(about["sha256"], str):
            raise NotAnExchange("about")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotAnExchange(type(error).__name__) from error
    return dict(about)


def _check_whole(archive: zipfile.ZipFile, about: Mapping[str, Any], progress: Progress) -> None:
    digest = hashlib.sha256()
    with archive.open(_CHANGES) as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
            progress("read", 0, 0)
    if digest.hexdigest() != about["sha256"]:
        raise NotAnExchange("the changes are not whole")


def _keep_changes(archive: zipfile.ZipFile, database: Database, progress: Progress) -> None:
    """Keep what is not held yet until it is taken in."""
    some: list[Arrived] = []
    count = 0
    with archive.open(_CHANGES) as file:
        for each in _changes(file):
            some.append(each)
            if len(some) == _AT_ONCE:
                count += len(some)
                _arrive(database, some)
                progress("read", count, 0)
                some = []
    _arrive(database, some)
    progress("read", count + len(some), 0)


def _arrive(database: Database, some: list[Arrived]) -> None:
    with database.writing() as session:
        held = exchange_log.held_of(session, [each.id for each in some])
        new = [each for each in some if each.id not in held]
        if exchange_log.came_wrong(session, [each.id for each in new]):
            # What stands there instead can be put right once it is known again where that is.
            exchange_state.read_anew(session)
        exchange_log.arrive(session, new)


def _changes(file: IO[bytes]) -> Iterator[Arrived]:
    while head := file.read(_HEAD.size):
        if len(head) != _HEAD.size:
            raise NotAnExchange("cut off")
        uuid, size = _HEAD.unpack(head)
        body = file.read(size) if size <= MOST_BYTES else b""
        if len(body) != size:
            raise NotAnExchange("cut off")
        yield Arrived(str(UUID(bytes=uuid)), 0, body)


def _letters(about: Mapping[str, Any]) -> list[tuple[EpochLetter, Mapping[str, bytes]]]:
    try:
        found: list[tuple[EpochLetter, Mapping[str, bytes]]] = []
        for each in about["epochs"]:
            letters = {
                str(door): base64.b64decode(letter, validate=True)
                for door, letter in each["letters"].items()
            }
            told = EpochLetter(
                int(each["epoch"]), str(each["by"]), None, "", str(each["signature"])
            )
            found.append((told, letters))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise NotAnExchange(type(error).__name__) from error
    return found


def _keep_files(
    archive: zipfile.ZipFile,
    entries: Mapping[str, zipfile.ZipInfo],
    database: Database,
    found: Exchanged,
    progress: Progress,
) -> None:
    """Keep the files that the records tell of and that are not here."""
    folder = BlobFolder(database.path.parent)
    with database.reading() as session:
        wanted = sorted(named_now(session) - folder.blobs())
    for done, blob in enumerate(wanted):
        progress("files", done, len(wanted))
        entry = entries.get(f"{_BLOBS}{blob}")
        if entry is None:
            found.files.missing += 1
            continue
        if shutil.disk_usage(folder.group_path).free < entry.file_size + _LEAVE_BYTES:
            raise DiskFull("a file from a stick")
        with folder.fetching(blob, anew=True) as (to, _), archive.open(entry) as file:
            shutil.copyfileobj(file, to, _PIECE)
        if folder.take_fetched(blob):
            found.files.came += 1
        else:
            found.files.damaged += 1
