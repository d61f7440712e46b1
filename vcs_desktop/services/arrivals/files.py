"""The files that go along with a record, as a person meets them: listed, looked at, and saved."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Final

from vcs_desktop.core.errors import not_written
from vcs_desktop.core.file_errors import FileNotSaved, NameTaken
from vcs_desktop.core.files import surely, whole_file
from vcs_desktop.domain.attachments import is_document
from vcs_desktop.domain.stored_file import MOST_BYTES
from vcs_desktop.feeds.preview import (
    SHOWN,
    OtherKind,
    PagePicture,
    TooLargeToShow,
    page_picture,
)
from vcs_desktop.services.arrivals.along import Along, FileAlong, NotHereYet
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries import records

_PIECE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class FilesOfRecord:
    """The files of one record, and how many bytes of all records' files are still to come."""

    files: tuple[FileAlong, ...] = ()
    missing_bytes: int = 0


def can_be_looked_at(file: FileAlong) -> bool:
    """Say whether its pages can be looked at here, as far as its kind tells."""
    return file.is_here and file.media_type in SHOWN


def can_be_opened(file: FileAlong) -> bool:
    """Say whether another program may be asked to open a copy: it is a document."""
    return file.is_here and is_document(file.media_type)


class FilesService:
    """What can be done with the files that go along. Ask for pages on the work lane."""

    def __init__(self, database: Database, along: Along) -> None:
        self._database = database
        self._along = along

    def of_record(self, record_id: str) -> FilesOfRecord:
        """Return the files that a record points to; of a record that is gone, none."""
        with self._database.reading() as session:
            stored = records.record(session, record_id)
        files = self._along.of(stored.record.data, stored.line.title) if stored else ()
        if all(each.is_here for each in files):
            return FilesOfRecord(files)
        return FilesOfRecord(files, sum(each.size for each in self._along.missing(None)))

    def page(
        self, file: FileAlong, page: int = 0, *, width: int, stop: Event | None = None
    ) -> PagePicture:
        """Return the picture of a page, counted from 0; it is read in a process of its own.

        Raises:
            NotShown: nothing of it can be shown, and why.
            NotHereYet: it did not come yet, or was hurt on the disk.
            NotFound, DiskFailed: as ``ArrivalsService.file`` says.
            Stopped: ``stop`` was set.
        """
        if file.media_type not in SHOWN:
            raise OtherKind(file.media_type)
        if file.size > MOST_BYTES:
            raise TooLargeToShow(str(file.size))
        content = self._along.path_of(file.sha256).read_bytes()
        return page_picture(content, page, width=width, stop=stop)

    def save(self, file: FileAlong, path: Path, *, replace: bool = False) -> Path:
        """Save a copy where somebody wants it, wholly or not at all.

        ``replace`` is when somebody said that a file of that name may go.

        Raises:
            NameTaken: there is a file of that name, and ``replace`` was not given.
            NotHereYet: it did not come yet, or was hurt on the disk.
            NotFound, DiskFailed: as ``ArrivalsService.file`` says.
            FileNotSaved: it cannot be written there; or DiskFull.
        """
        kept = self._along.path_of(file.sha256)
        if not replace and surely(path.exists):
            raise NameTaken
        digest = hashlib.sha256()
        try:
            with kept.open("rb") as source, whole_file(path) as copy:
                while piece := source.read(_PIECE):
                    digest.update(piece)
                    copy.write(piece)
                if digest.hexdigest() != file.sha256:
                    raise NotHereYet(file.sha256)
        except OSError as error:
            raise not_written(error, FileNotSaved(str(error.strerror))) from error
        return path
