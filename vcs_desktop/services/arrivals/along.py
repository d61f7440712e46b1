"""The files that go along with what was taken in: which are here, and which are missing."""

import shutil
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from vcs_desktop.core.errors import AppError, DiskFailed, NotFound
from vcs_desktop.core.language import marked
from vcs_desktop.domain.attachments import PointedAt, attachments_of, name_for
from vcs_desktop.feeds.media_type import media_type_of
from vcs_desktop.services.arrivals.refusals import NotEnoughRoom
from vcs_desktop.storage import attachments
from vcs_desktop.storage.database import Database
from vcs_desktop.sync.attachments import KeptFiles
from vcs_desktop.wire.manifest import Attachment

FOLDER: Final = "attachments"
"""The folder, in the data folder, where they lie."""
ROOM_ALWAYS: Final = 20_000_000


class NotHereYet(AppError):
    """A file goes along with the library, and did not come yet, or the disk hurt it."""

    message = marked("This file is not on this computer yet.")
    advice = marked("Get updates when you are online, or from a stick.")


@dataclass(frozen=True, slots=True)
class FileAlong:
    """A file that a record points to; ``is_here`` says that it can be opened.

    ``media_type`` is what its content says that it is, and ``name`` what it is called where it
    is saved; both are empty while it is not here.
    """

    title: str
    sha256: str
    size: int
    is_here: bool
    media_type: str = ""
    name: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return it for the command line."""
        return {
            "title": self.title,
            "sha256": self.sha256,
            "size": self.size,
            "is_here": self.is_here,
        }


class Along:
    """The files of one data folder."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder
        self.kept = KeptFiles(folder / FOLDER)

    def missing(self, line: str | None) -> tuple[Attachment, ...]:
        """Return the files of a line, or with None those of every line, that are not here."""
        return tuple(each for each in self._wanted(line) if not self.kept.has(each))

    def must_have_room(self, files: Collection[Attachment]) -> None:
        """Refuse files for which there is no room, before anything of them is fetched.

        Raises:
            NotEnoughRoom: there is less than they need.
            OSError: the disk failed.
        """
        needed = ROOM_ALWAYS + sum(each.size for each in files)
        free = shutil.disk_usage(self._folder).free
        if free < needed:
            raise NotEnoughRoom(detail=f"{needed} needed for files, {free} free")

    def drop_others(self) -> None:
        """Delete the files that no line has any more."""
        self.kept.drop_others(self._wanted)

    def of(self, data: Any, title: str = "") -> tuple[FileAlong, ...]:
        """Return the files that a record's data points to, as far as they go along with it.

        ``title`` is what a file is called to which the record gives no name.
        """
        pointed = [replace(each, title=each.title or title) for each in attachments_of(data)]
        known = {each.sha256: each for each in self._wanted()} if pointed else {}
        return tuple(
            self._told(each, known[each.sha256]) for each in pointed if each.sha256 in known
        )

    def path_of(self, sha256: str) -> Path:
        """Return where a file lies, once it was read and found right.

        Raises:
            NotFound: no library here has it.
            NotHereYet: it did not come yet, or was hurt on the disk; then it comes anew.
            DiskFailed: it cannot be read.
        """
        found = next((each for each in self._wanted() if each.sha256 == sha256), None)
        if found is None:
            raise NotFound(sha256)
        try:
            if self.kept.is_right(found):
                return self.kept.path_of(found)
        except OSError as error:
            raise DiskFailed(f"an attachment: {error.strerror}") from error
        self.kept.drop(found)
        raise NotHereYet(sha256)

    def _told(self, pointed: PointedAt, found: Attachment) -> FileAlong:
        if not self.kept.has(found):
            return FileAlong(pointed.title, found.sha256, found.size, is_here=False)
        try:
            with self.kept.path_of(found).open("rb") as file:
                media_type = media_type_of(file)
        except OSError:  # whoever opens it is told
            media_type = ""
        name = name_for(pointed.title, media_type)
        return FileAlong(pointed.title, found.sha256, found.size, True, media_type, name)

    def _wanted(self, line: str | None = None) -> tuple[Attachment, ...]:
        with self._database.reading() as session:
            return attachments.attachments_of(session, line)
