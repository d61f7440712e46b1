"""Looks into the files of papers: pictures of their pages, and their text for the search.

A file is read in a process of its own, which is ended when it takes too long. Ask on the
work lane.
"""

import json
import logging
from dataclasses import dataclass
from threading import Event

from vcs_desktop.core.errors import Stopped
from vcs_desktop.core.file_errors import FileDamaged, FileMissing
from vcs_desktop.domain.papers import Paper, newest
from vcs_desktop.domain.stored_file import StoredFile
from vcs_desktop.domain.values import thing_of
from vcs_desktop.feeds.preview import (
    READ,
    SHOWN,
    NotShown,
    OtherKind,
    PagePicture,
    page_picture,
    page_texts,
)
from vcs_desktop.services.blobs import BlobsService
from vcs_desktop.services.records import RecordsService
from vcs_desktop.storage import paper_texts
from vcs_desktop.storage.queries import group_papers

__all__ = ["NotShown", "PagePicture", "PaperFiles", "can_be_shown"]

log = logging.getLogger(__name__)


def can_be_shown(stored: StoredFile) -> bool:
    """Say whether pages of a file can be looked at here, as far as its kind tells."""
    return stored.media_type in SHOWN


@dataclass(frozen=True, slots=True)
class _Wanted:
    paper_id: str
    stored: StoredFile


class PaperFiles:
    """Shows pages, and keeps the text of PDFs beside the records, encrypted as they are."""

    def __init__(self, records: RecordsService, blobs: BlobsService) -> None:
        self._records = records
        self._blobs = blobs

    def page(
        self, stored: StoredFile, page: int = 0, *, width: int, stop: Event | None = None
    ) -> PagePicture:
        """Return the picture of a page, counted from 0.

        Raises:
            NotShown: nothing of it can be shown, and why.
            FileMissing: it is not in the group's folder; or FileDamaged.
            Stopped: ``stop`` was set.
        """
        if not can_be_shown(stored):
            raise OtherKind(stored.media_type)
        return page_picture(self._blobs.read(stored), page, width=width, stop=stop)

    def read_texts(self, *, most: int | None = None, stop: Event | None = None) -> int:
        """Read the text of PDFs that were not read on this computer yet; return how many.

        Of a paper it is the version that holds now. One that cannot be read counts as read:
        it would fail again. One that is not there now is left for another day. ``most``
        bounds how many files are opened; 0 says that there is nothing more to read.
        """
        done = 0
        for each in self._wanted()[:most]:
            if stop is not None and stop.is_set():
                raise Stopped
            self._read_text(each, stop)
            done += 1
        return done

    def pages_of(self, paper_id: str) -> list[str]:
        """Return the text of each page of a paper's PDF, as far as it was read."""
        with self._records.database.reading() as session:
            return paper_texts.pages_of(session, paper_id)

    def _wanted(self) -> list[_Wanted]:
        """Return what is to be read, and take away the text of what is no more."""
        with self._records.database.reading() as session:
            kept = paper_texts.kept(session)
            papers = group_papers.with_versions(session)
        wanted, over = [], []
        for paper_id, body in papers:
            version = newest(thing_of(Paper, json.loads(body), paper_id)) if body else None
            stored = version.file if version else None
            if stored is None or stored.media_type != READ:
                over += [paper_id] if paper_id in kept else []
            elif kept.get(paper_id) != stored.blob and self._blobs.is_there(stored):
                wanted.append(_Wanted(paper_id, stored))
        if over:
            with self._records.database.writing() as session:
                for paper_id in over:
                    paper_texts.forget(session, paper_id)
        return wanted

    def _read_text(self, wanted: _Wanted, stop: Event | None) -> None:
        pages: list[str] = []
        try:
            pages = page_texts(self._blobs.read(wanted.stored), stop)
        except (NotShown, FileDamaged, FileMissing) as error:
            log.info("the text of a file was not read: %s", type(error).__name__)
        with self._records.database.writing() as session:
            paper_texts.keep(session, wanted.paper_id, wanted.stored.blob, pages)
