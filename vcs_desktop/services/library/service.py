"""Fills, lists and shows the local library."""

import logging
from collections.abc import Sequence
from pathlib import Path
from threading import Event

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import AppError, NotFound, Stopped
from vcs_desktop.core.language import tr
from vcs_desktop.domain.library import STARTER
from vcs_desktop.services.library.reports import (
    FilePreview,
    FileReport,
    Holdings,
    InOrigin,
    LibraryStatus,
    LoadReport,
    OriginStatus,
    RecordDetail,
    Tell,
)
from vcs_desktop.storage import loaded_files, practice, search_index, taking_out
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.known_lines import known_lines
from vcs_desktop.storage.migrate import make_ready
from vcs_desktop.storage.queries import records, status
from vcs_desktop.sync.library_reader import read_manifest

log = logging.getLogger(__name__)

FEW = 2000
"""Records that may wait for the index and still be done at the start, unseen."""


class LibraryService:
    """The library of this computer, whatever is in it.

    ``starter`` is the folder of the library that travels with the program.
    """

    def __init__(self, database: Database, clock: Clock, starter: Path) -> None:
        self._database = database
        self._clock = clock
        self._starter = starter

    def ensure_ready(self, tell: Tell | None = None, stop: Event | None = None) -> None:
        """Make the library usable: its file, the starter library, practice that is open.

        A few words left out of the index are put in; for many, which would keep
        a person waiting, there is ``finish_index``.

        Raises:
            NewerLibrary: a newer app made the file.
            NotALibrary: the starter library is damaged.
        """
        make_ready(self._database.path)
        self._load_starter(tell)
        with self._database.reading() as session:
            waiting = status.waiting_for_index(session)
        if 0 < waiting <= FEW:
            self.finish_index(tell, stop)

    def load(
        self,
        paths: Sequence[Path],
        *,
        tell: Tell | None = None,
        stop: Event | None = None,
    ) -> LoadReport:
        """Take in files, each wholly or not at all, and index what they say.

        Setting ``stop`` leaves nothing of the file being read; the files before
        it stay.
        """
        report = self.take_in(paths, tell=tell, stop=stop)
        finished = self._go_on_with_index(tell, stop)
        return report if finished else LoadReport(report.files, stopped=True)

    def take_in(
        self,
        paths: Sequence[Path],
        *,
        tell: Tell | None = None,
        stop: Event | None = None,
    ) -> LoadReport:
        """Take in files so that they can be listed and found by title; do not index them yet."""
        from vcs_desktop.services.library.loading import Watch, load_file

        reports: list[FileReport] = []
        for path in paths:
            try:
                reports.append(
                    load_file(self._database, path, self._clock.today(), Watch(tell, stop))
                )
            except Stopped:
                return LoadReport(tuple(reports), stopped=True)
        return LoadReport(tuple(reports))

    def preview(
        self,
        paths: Sequence[Path],
        *,
        tell: Tell | None = None,
        stop: Event | None = None,
    ) -> tuple[FilePreview, ...]:
        """Say what is in some files, and what of it cannot be used; change nothing.

        Raises:
            Stopped: somebody asked for that.
        """
        from vcs_desktop.services.library.loading import Watch
        from vcs_desktop.services.library.previews import preview_of

        return tuple(preview_of(path, Watch(tell, stop)) for path in paths)

    def holdings(self) -> Holdings:
        """Return where all that is here came from, and what a person here loaded."""
        from vcs_desktop.services.library.holdings import holdings

        return holdings(self._database, self._clock.now())

    def remove_loaded(
        self, number: int, *, tell: Tell | None = None, stop: Event | None = None
    ) -> int:
        """Take out what one loaded file told of, by its number; return how many records went.

        What another loaded file told of too stays, and all that was published.

        Raises:
            Stopped: somebody asked for that; nothing was changed.
        """
        from vcs_desktop.services.library.loading import Watch

        watch, words = Watch(tell, stop), tr("Taking out what came from the file")
        with self._database.writing() as session:
            removed = loaded_files.remove(session, number, lambda done: watch.look(words, done))
        self._database.empty_log(shrinks=True)
        self._go_on_with_index(tell, stop)
        return removed

    def forget(self, line: str, *, tell: Tell | None = None, stop: Event | None = None) -> int:
        """Take out a library that others publish, with the yes to it; return how many records went.

        When it comes again somebody has to compare its digits again.

        Raises:
            Stopped: somebody asked for that; nothing was changed.
            NotFound: nobody here has said yes to a library of this name.
        """
        from vcs_desktop.services.arrivals.along import Along
        from vcs_desktop.services.library.loading import Watch

        watch, words = Watch(tell, stop), tr("Taking out the library")
        with self._database.writing() as session:
            if line not in known_lines(session):
                raise NotFound(line)
            removed = taking_out.forget_line(session, line, lambda done: watch.look(words, done))
        Along(self._database, self._database.path.parent).drop_others()
        self._database.empty_log(shrinks=True)
        self._go_on_with_index(tell, stop)
        return removed

    def finish_index(self, tell: Tell | None = None, stop: Event | None = None) -> bool:
        """Put into the index what waits for it, slice by slice; say whether all is in.

        Cut off, by ``stop`` or by the end of the program, it goes on from there
        the next time.
        """
        with self._database.reading() as session:
            total = status.waiting_for_index(session)
        if not total:
            return True

        def told(done: int) -> None:
            if tell:
                tell(tr("Making every word findable"), done, total)

        return search_index.fill(self._database, tell=told, stop=stop)

    def status(self) -> LibraryStatus:
        """Return what the library holds and how far it has come."""
        with self._database.reading() as session:
            counts = status.counts(session)
            origins = status.origins(session)
            waiting = status.waiting_for_index(session)
        starter = origins.get(STARTER)
        return LibraryStatus(
            counts=counts,
            version=starter.version if starter else 0,
            as_of=starter.as_of if starter else None,
            size_bytes=self._database.size_bytes(),
            origins=tuple(
                OriginStatus(one.name, one.version, one.as_of) for one in origins.values()
            ),
            waiting_for_index=waiting,
        )

    def show(self, record_id: str) -> RecordDetail:
        """Return one record whole.

        Raises:
            NotFound: there is none with this id.
        """
        with self._database.reading() as session:
            held = records.in_every_origin(session, record_id)
            if not held:
                raise NotFound(record_id)
            shown = held[0]
            releases = records.releases(session, shown)
        return RecordDetail(
            line=shown.line,
            data=shown.record.data,
            provenance=shown.provenance,
            releases=tuple(releases),
            origins=tuple(
                InOrigin(one.line.origin, one.record.modified, one is shown) for one in held
            ),
        )

    def _go_on_with_index(self, tell: Tell | None, stop: Event | None) -> bool:
        """Make findable what came, or is shown again; say whether nobody stopped that.

        What came or went stays so, however far this comes: it goes on at the next chance. An
        error here would be told as if nothing had been changed.
        """
        try:
            return self.finish_index(tell, stop)
        except AppError as error:
            log.info("the index goes on later: %s", type(error).__name__)
            return True

    def _load_starter(self, tell: Tell | None) -> None:
        """Load what travels with the program if this file does not have it, and renew practice."""
        today = self._clock.today()
        manifest = read_manifest(self._starter)
        with self._database.reading() as session:
            held = status.origins(session).get(STARTER)
            begun_on = practice.counts_from(session)
            is_old = practice.has_all_closed(session, today)
        if begun_on is None or is_old:
            with self._database.writing() as session:
                practice.begin(session, today)
                practice.count_from(session, today)
            begun_on = today
        if held is None or (held.version, held.digest) != (manifest.version, manifest.digest):
            from vcs_desktop.services.library.loading import load_published

            if tell:
                tell(tr("Unpacking the grants and guides that came with the program"), 0, 0)
            load_published(self._database, self._starter, manifest, begun_on)
