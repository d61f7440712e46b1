"""Takes a library in, step by step; a step that fails leaves all as it was."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from vcs_desktop.core.errors import AppError, DiskFailed, Stopped, not_written
from vcs_desktop.core.language import tr
from vcs_desktop.services.arrivals.along import Along
from vcs_desktop.services.arrivals.offer import Found, Here, found_in, is_late
from vcs_desktop.services.arrivals.refusals import (
    MuchToRead,
    NotEnoughRoom,
    NotKnownYet,
    NotSure,
    OtherDigits,
)
from vcs_desktop.services.arrivals.report import Arrival, Outcome, Step
from vcs_desktop.services.arrivals.taking import Taken, note, note_yes, take
from vcs_desktop.services.library.loading import Watch
from vcs_desktop.storage.database import Database
from vcs_desktop.sync.arriving import check
from vcs_desktop.sync.errors import TryLater
from vcs_desktop.sync.tree import Tree
from vcs_desktop.sync.trust import NotWhole
from vcs_desktop.wire.manifest import Attachment

MANIFEST: Final = "manifest"
ROOT: Final = "root"
FILES: Final = "files"
TAKE_IN: Final = "take in"
INDEX: Final = "index"
ATTACHMENTS: Final = "attachments"
ASKS: Final = (NotKnownYet, NotSure, MuchToRead)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a library comes from.

    ``manifest`` returns its manifest, or None where it is the one we have. ``service`` is the
    address, empty for a file or a folder, and ``etag`` tells what that address calls the
    manifest, once it was fetched. ``expires`` is when what we have is to be replaced, and
    ``line`` the line that this source is known for, empty where nothing came from it yet.
    ``at_most`` is how many bytes of it may be read, None for all. ``let_go`` is told of each
    file that is kept now.
    """

    tree: Tree
    manifest: Callable[[], bytes | None]
    service: str = ""
    etag: Callable[[], str] = str
    expires: str = ""
    line: str = ""
    at_most: int | None = None
    let_go: Callable[[Attachment], None] = lambda _: None


@dataclass(slots=True)
class _Ledger:
    """What became of the steps so far."""

    steps: list[Step] = field(default_factory=list)
    count: int = 0
    read: int = 0

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Note what becomes of a step; what goes wrong is said in words and rises."""
        self.count = self.read = 0
        try:
            yield
        except Stopped:
            self._note(name, Outcome.STOPPED)
            raise
        except AppError as error:
            asks = isinstance(error, ASKS)
            self._note(name, Outcome.ASKS if asks else Outcome.FAILED, error.message)
            raise
        except OSError as error:
            failed = not_written(error, DiskFailed(str(error)))
            self._note(name, Outcome.FAILED, failed.message)
            raise failed from error
        self._note(name, Outcome.DONE)

    def outcome_is(self, outcome: Outcome) -> None:
        """Say more exactly what became of the last step."""
        self.steps[-1] = replace(self.steps[-1], outcome=outcome)

    def _note(self, name: str, outcome: Outcome, words: str = "") -> None:
        self.steps.append(Step(name, outcome, self.count, self.read, words))


class Engine:
    """One run of the steps, from one source."""

    def __init__(
        self, database: Database, here: Here, now: datetime, source: Source, watch: Watch
    ) -> None:
        self._database = database
        self._along = Along(database, here.folder)
        self._here = here
        self._now = now
        self._source = source
        self._watch = watch
        self._ledger = _Ledger()
        self._found: Found | None = None

    def look(self) -> Found:
        """Do the first steps only.

        Raises:
            AppError: it cannot be taken in.
        """
        content = self._fetch()
        if content is None:
            raise NotWhole(detail="there is no manifest")
        with self._ledger.step(ROOT):
            return found_in(self._source.tree, self._here, self._now, content)

    def run(self, trust: str, index: Callable[[], bool], *, text_only: bool = False) -> Arrival:
        """Do all steps; ``trust`` is the digits that a person said yes to, or nothing.

        ``index`` makes every word findable, and says whether all is done. With ``text_only``
        the files that go along wait for a network that is not paid for by the byte.
        """
        try:
            content = self._fetch()
            if content is None or not self._believe(content, trust):
                self._ledger.outcome_is(Outcome.NOTHING_NEW)
                self._attachments(text_only=text_only)
                return self._arrival(Outcome.NOTHING_NEW)
            taken = self._take()
        except Stopped as error:
            return self._arrival(Outcome.STOPPED, error=error)
        except AppError as error:
            asks = isinstance(error, ASKS)
            return self._arrival(Outcome.ASKS if asks else Outcome.FAILED, error=error)
        self._index(index)
        self._attachments(text_only=text_only)
        return self._arrival(Outcome.DONE, taken)

    def _fetch(self) -> bytes | None:
        with self._ledger.step(MANIFEST):
            self._watch.look(tr("Looking for something new"), 0)
            content = self._source.manifest()
            self._ledger.count, self._ledger.read = int(content is not None), len(content or b"")
        return content

    def _believe(self, content: bytes, trust: str) -> bool:
        """Say whether there is anything to take in that somebody here has said yes to.

        Raises:
            AppError: it may not be, nobody has, or there is no room for it.
        """
        with self._ledger.step(ROOT):
            self._found = found_in(self._source.tree, self._here, self._now, content)
            self._ledger.count, offer = 1, self._found.offer
            if trust and _digits(trust) != _digits(offer.fingerprint):
                raise OtherDigits(offer.line)
            if not offer.is_known and not trust:
                raise NotKnownYet(offer.line)
            if not offer.is_new:
                note(
                    self._database,
                    self._found,
                    service=self._source.service,
                    etag=self._source.etag(),
                )
                return False
            if not offer.is_sure and not trust:
                raise NotSure(detail=f"version {offer.version} of {offer.issued_at}")
            if self._source.at_most is not None and offer.to_read > self._source.at_most:
                raise MuchToRead(detail=f"{offer.to_read} bytes")
            if offer.room_free < offer.room_needed:
                raise NotEnoughRoom(detail=f"{offer.room_needed} needed, {offer.room_free} free")
            if not offer.is_known and self._source.service:
                # A network may end many times before all is here: nobody is asked each time.
                note_yes(self._database, self._found, service=self._source.service)
                self._found = replace(self._found, known_link=self._found.root.link)
        return True

    def _take(self) -> Taken:
        """Take in what leads from our version, or, where that does not lead there, all of it."""
        if self._found is None:
            raise NotWhole(detail="there is no manifest")
        try:
            return self._take_by(self._found)
        except NotWhole:
            if not self._found.deltas:
                raise
        self._found = replace(self._found, deltas=())
        return self._take_by(self._found)

    def _take_by(self, found: Found) -> Taken:
        with self._ledger.step(FILES):
            for listed in found.files:
                check(self._source.tree, listed, self._was_read)
                self._ledger.count += 1
        with self._ledger.step(TAKE_IN):
            taken = take(
                self._database,
                self._source.tree,
                found,
                self._watch,
                service=self._source.service,
                etag=self._source.etag(),
            )
            self._ledger.count = taken.added + taken.changed + taken.removed
        return taken

    def _was_read(self, count: int) -> None:
        self._ledger.read += count
        self._watch.look(tr("Checking what came"), self._ledger.read)

    def _index(self, index: Callable[[], bool]) -> None:
        """What is taken in stays so, however far this comes: it goes on at the next chance."""
        try:
            with self._ledger.step(INDEX):
                is_done = index()
        except AppError:
            return
        if not is_done:
            self._ledger.outcome_is(Outcome.LATER)

    def _attachments(self, *, text_only: bool) -> None:
        """Fetch the files that go along, as far as they are not here, and drop those of before.

        As with the words: what is taken in stays so, and what is missing comes the next time.
        """
        line = self._found.offer.line if self._found else self._source.line
        try:
            self._along.drop_others()
            missing = self._along.missing(line) if line else ()
            if not missing:
                return
            with self._ledger.step(ATTACHMENTS):
                if not text_only:
                    self._fetch_along(missing)
        except AppError:
            return
        if text_only:
            self._ledger.outcome_is(Outcome.LATER)

    def _fetch_along(self, missing: tuple[Attachment, ...]) -> None:
        """Fetch files; one that is not right keeps none of the others away.

        Raises:
            NotWhole: one of them was not what the manifest says.
        """
        self._along.must_have_room(missing)
        wrong: NotWhole | None = None
        for each in missing:
            try:
                self._along.kept.keep(self._source.tree, each, self._came_along)
            except NotWhole as error:
                wrong = error
                continue
            self._source.let_go(each)
            self._ledger.count += 1
        if wrong:
            raise wrong

    def _came_along(self, count: int) -> None:
        self._ledger.read += count
        self._watch.look(tr("Fetching the files that go along"), self._ledger.read)

    def _arrival(
        self, outcome: Outcome, taken: Taken | None = None, error: AppError | None = None
    ) -> Arrival:
        expires = self._found.manifest.expires if self._found else self._source.expires
        return Arrival(
            outcome,
            tuple(self._ledger.steps),
            self._found.offer if self._found else None,
            taken or Taken(),
            error,
            is_late(expires, self._now),
            error.wait_s if isinstance(error, TryLater) else 0,
        )


def _digits(text: str) -> str:
    return "".join(each for each in text if each.isdigit())
