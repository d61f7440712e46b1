"""What has been fetched so far: one line a release, and a small file that says how far it is.

A page counts when that file says so. Ended anywhere, what was written after it is cut off
and asked for again: nothing is lost, and nothing is there twice.
"""

import json
import os
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from shutil import rmtree
from typing import Any, Final

from vcs_desktop.core.files import flush_folder, read_json_object, write_json
from vcs_desktop.publishing.ocds_api.apis import Api, is_same_place
from vcs_desktop.publishing.ocds_api.pages import Page

STATE: Final = "state.json"
LOG: Final = "releases.txt"
MOST_RELEASES: Final = 500_000
MOST_BYTES: Final = 8 << 30


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is. ``next`` empty is the end; ``log_bytes`` are those that count."""

    first: str
    next: str
    log_bytes: int = 0
    pages: int = 0
    releases: int = 0
    refused: int = 0
    head: dict[str, Any] = field(default_factory=dict)


class Kept:
    """The folder in which one fetch is kept until its file is made."""

    def __init__(self, folder: Path, api: Api, since: date) -> None:
        """Go on with what is there, if it is of the same question, else begin.

        Raises:
            OSError: the folder cannot be written to.
        """
        self.folder = folder
        self.log = folder / LOG
        folder.mkdir(parents=True, exist_ok=True)
        first = api.first_page(since)
        self.progress = self._found(first) or Progress(first, first)
        with self.log.open("ab") as file:
            file.truncate(self.progress.log_bytes)

    @property
    def is_begun(self) -> bool:
        """Whether there was something before."""
        return self.progress.pages > 0

    @property
    def is_full(self) -> bool:
        """Whether no more is taken."""
        return self.progress.releases >= MOST_RELEASES or self.progress.log_bytes >= MOST_BYTES

    def take(self, page: Page) -> None:
        """Keep a page.

        Raises:
            OSError: the disk is full or failed; the page does not count then.
        """
        content = b"".join(
            f"{json.dumps([each.ocid, each.release_id])}\t{each.text}\n".encode("ascii")
            for each in page.lines
        )
        before = self.progress
        with self.log.open("r+b") as file:
            file.truncate(before.log_bytes)
            file.seek(before.log_bytes)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        after = replace(
            before,
            next=page.next,
            log_bytes=before.log_bytes + len(content),
            pages=before.pages + 1,
            releases=before.releases + len(page.lines),
            refused=before.refused + page.refused,
            head=before.head or dict(page.head),
        )
        write_json(self.folder / STATE, asdict(after))
        flush_folder(self.folder)
        self.progress = after

    def forget(self) -> None:
        """Take everything away: its file is made."""
        (self.folder / STATE).unlink(missing_ok=True)  # first: without it, nothing is begun
        rmtree(self.folder, ignore_errors=True)

    def _found(self, first: str) -> Progress | None:
        said = read_json_object(self.folder / STATE)
        try:
            found = Progress(**said)
            held = self.log.stat().st_size
        except (TypeError, OSError):
            return None
        counts = (found.log_bytes, found.pages, found.releases, found.refused)
        if not all(isinstance(each, int) and each >= 0 for each in counts):
            return None
        is_usable = isinstance(found.next, str) and isinstance(found.head, dict)
        if not is_usable or found.first != first or held < found.log_bytes:
            return None
        return found if not found.next or is_same_place(first, found.next) else None
